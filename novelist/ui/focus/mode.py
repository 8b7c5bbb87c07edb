# SPDX-License-Identifier: MIT
"""Focus mode: the whole screen for the text, and afterwards the window as it was before."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from novelist.ui.editor.panel import EditorPanel
from novelist.ui.focus.alone import Alone
from novelist.ui.focus.backdrop import Backdrop
from novelist.ui.focus.overlay import FocusOverlay
from novelist.ui.main_window import MainWindow

_FULL: Final = Qt.WindowState.WindowFullScreen
_KEPT: Final = ("banners", "find_bar", "format_bar", "focus_backdrop")
_BAR: Final = Qt.ScrollBarPolicy


class FocusMode(QObject):
    """Enters and leaves; what is dimmed or locked is the business of others."""

    entered = Signal()
    left = Signal()

    def __init__(
        self, window: MainWindow, editor: EditorPanel, overlay: FocusOverlay, backdrop: Backdrop
    ) -> None:
        super().__init__(window)
        self._window, self._editor = window, editor
        self._overlay, self._backdrop = overlay, backdrop
        self._alone: Alone | None = None
        self._before = Qt.WindowState.WindowNoState
        self._bars: list[QAbstractScrollArea] = []

    @property
    def is_on(self) -> bool:
        """Whether the text is alone on the screen."""
        return self._alone is not None

    @property
    def can_enter(self) -> bool:
        """Whether there is a text to be alone with."""
        return self._window.current_page == "write" and self._editor.edit.live is not None

    def enter(self) -> None:
        """Show the text and nothing else."""
        if self.is_on or not self.can_enter:
            return
        root = self._window.centralWidget() or self._window
        self._before = self._window.windowState()
        self._alone = Alone(root, (*_KEPT, *self._overlay.names))
        self.follow_page()
        self._window.setWindowState(self._before | _FULL)
        self._overlay.set_focused(True)
        self._editor.focus_text()
        self.entered.emit()

    def follow_page(self) -> None:
        """The text may be on another page now: of one scene, of many, in another pane."""
        if self._alone is None:
            return
        flow, pen = self._editor.flow, self._editor.edit
        page: QAbstractScrollArea = pen if flow is None else flow
        self._alone.show(page)
        pen.title.hide()
        for bar in (page, pen):
            if bar.verticalScrollBarPolicy() != _BAR.ScrollBarAlwaysOff:
                bar.setVerticalScrollBarPolicy(_BAR.ScrollBarAlwaysOff)
                self._bars.append(bar)
        self._overlay.watch.begin(self._editor, page, page.viewport(), pen, pen.viewport())
        if self._backdrop.has_picture:
            self._backdrop.begin(self._editor, page.viewport(), page)
        self._overlay.arrange()

    def leave(self) -> None:
        """Show the window as it was before."""
        if self._alone is None:
            return
        alone, self._alone = self._alone, None
        self._overlay.watch.end()
        self._overlay.set_focused(False)
        self._backdrop.end()
        for bar in self._bars:
            if bar is not self._editor.edit or not self._editor.edit.is_embedded:
                bar.setVerticalScrollBarPolicy(_BAR.ScrollBarAsNeeded)
        self._bars.clear()
        self._editor.edit.title.setVisible(not self._editor.edit.is_embedded)
        alone.end()
        self._window.setWindowState(self._before)
        alone.restore_sizes()
        self.left.emit()
