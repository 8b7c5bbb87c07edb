# SPDX-License-Identifier: MIT
"""Focus mode: the whole screen for the text, and afterwards the window as it was before."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from novelist.ui.editor.panel import EditorPanel
from novelist.ui.focus.alone import Alone
from novelist.ui.focus.backdrop import Backdrop
from novelist.ui.focus.overlay import FocusOverlay
from novelist.ui.main_window import MainWindow
from novelist.ui.manuscript.view import ManuscriptView

_FULL: Final = Qt.WindowState.WindowFullScreen
_KEPT: Final = (  # what is said, or was asked for, while one writes
    *("banners", "find_bar", "format_bar", "completion", "footnotes", "focus_backdrop"),
)
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
        self._page: QAbstractScrollArea | None = None
        self._heads = (True, False)  # titles and synopses of the page, as they were
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
        self._editor.edit.installEventFilter(self)
        self.follow_page()
        self._window.setWindowState(self._before | _FULL)
        self._overlay.set_focused(True)
        self._editor.focus_text()
        self.entered.emit()

    def follow_page(self, *, again: bool = False) -> None:
        """The text may be on another page now: of one scene, of many, in another pane.

        ``again`` looks over everything around it too, even where it is the same.
        """
        flow, pen = self._editor.flow, self._editor.edit
        page: QAbstractScrollArea = pen if flow is None else flow
        if self._alone is None or (page is self._page and not again):
            return
        if page is not self._page:
            self._show_heads(shown=True)
            self._page = page
            self._show_heads(shown=False)
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pen was brought to another page."""
        if event.type() == QEvent.Type.ParentChange:
            QTimer.singleShot(0, self, self.follow_page)
        return False

    def leave(self) -> None:
        """Show the window as it was before."""
        if self._alone is None:
            return
        alone, self._alone = self._alone, None
        self._editor.edit.removeEventFilter(self)
        self._show_heads(shown=True)
        self._page = None
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

    def _show_heads(self, *, shown: bool) -> None:
        """Beside and over flowing scenes stands nothing in focus mode."""
        page = self._page
        if not isinstance(page, ManuscriptView):
            return
        if shown:
            page.show_heads(titles=self._heads[0], synopses=self._heads[1])
        else:
            self._heads = page.flow.shows_titles, page.flow.shows_synopses
            page.show_heads(titles=False, synopses=False)
