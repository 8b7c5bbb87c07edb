# SPDX-License-Identifier: MIT
"""Keeps the line that is written at a chosen height: the paper moves, not the eye."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollBar

from novelist.ui.editor.page import FOOT
from novelist.ui.editor.panel import EditorPanel
from novelist.ui.manuscript.view import ManuscriptView
from novelist.ui.theme import Theme

_USUAL_FOOT: Final = 0.5  # of a screen, below the last line of flowing scenes
_NEAR: Final = 1  # pixels that are no reason to move


class Typewriter(QObject):
    """Scrolls the page of a scene, or the flowing manuscript, whenever keys move the caret.

    The mouse and what an input method composes move nothing.
    """

    def __init__(self, editor: EditorPanel, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._editor, self._pen, self._theme = editor, editor.edit, theme
        self._is_on, self._share = False, 0.5
        self._given = self._bar.maximum()  # how far Qt itself would scroll
        self._is_extending = False
        self._glide = QVariantAnimation(self)
        self._glide.valueChanged.connect(self._on_glide_value_changed)
        self._gliding: QScrollBar | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._on_later_timeout)
        self._pen.cursorPositionChanged.connect(self._on_pen_moved)
        self._bar.rangeChanged.connect(self._on_bar_range_changed)
        editor.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """Whether the line is kept at its height."""
        return self._is_on

    def switch(self, on: bool, share: float) -> None:
        """Keep the line at this share of the screen's height from above, or let it go."""
        changed = (on, share) != (self._is_on, self._share)
        self._is_on, self._share = on, share
        if changed:
            self._make_room()
            if on:
                self.follow(glides=False)

    @property
    def target(self) -> int:
        """The height that the middle of the line is kept at, in pixels."""
        return round(self._height * self._share)

    def follow(self, *, glides: bool = True) -> None:
        """Bring the line to its height."""
        if not self._is_on or self._pen.live is None or self._pen.is_composing:
            return
        flow = self._flow
        if flow is not None:
            flow.show_caret()  # a far leap is none to watch
            line, bar = flow.caret_line(), flow.verticalScrollBar()
        else:
            self._pen.ensureCursorVisible()
            line, bar = self._pen.cursorRect(), self._bar
        wanted = bar.value() + line.center().y() - self.target
        self._go(bar, wanted, self._theme.duration("typewriter") if glides else 0)

    def _go(self, bar: QScrollBar, wanted: int, duration: int) -> None:
        wanted = min(max(wanted, bar.minimum()), bar.maximum())
        self._glide.stop()
        if not duration or abs(wanted - bar.value()) <= _NEAR:
            bar.setValue(wanted)
            return
        self._gliding = bar
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(wanted)
        self._glide.setDuration(duration)
        self._glide.start()

    # -- room below the last line --------------------------------------------------------------

    def _make_room(self) -> None:
        flow = self._flow
        if flow is not None:
            flow.flow.foot = max(1 - self._share, _USUAL_FOOT) if self._is_on else _USUAL_FOOT
            if flow.current is not None:
                flow.set_text_again(flow.current.item_id)
        self._extend()

    def _extend(self) -> None:
        """Let the page of a scene be scrolled until its last line reaches the height."""
        self._is_extending = True
        self._bar.setMaximum(max(self._given, self._needed) if self._is_on else self._given)
        self._is_extending = False

    @property
    def _needed(self) -> int:
        zoom = self._pen.settings.zoom
        below = FOOT * zoom + self._pen.style_of_page.line * zoom / 2
        height = self._pen.document().documentLayout().documentSize().height()
        return round(height - below) - self.target

    def _on_bar_range_changed(self, _least: int, most: int) -> None:
        """Qt takes the value back into the range only after this was heard: it keeps its place."""
        if not self._is_extending:
            self._given = most
            if self._is_on:
                self._extend()

    # -- following -----------------------------------------------------------------------------

    def _on_pen_moved(self) -> None:
        if self._is_on and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In a window of another size the height is another one."""
        if event.type() == QEvent.Type.Resize and self._is_on:
            self._later.start()
        return False

    def _on_later_timeout(self) -> None:
        self._make_room()
        self.follow(glides=False)

    def _on_glide_value_changed(self, value: int) -> None:
        if self._gliding is not None:
            self._gliding.setValue(value)

    @property
    def _bar(self) -> QScrollBar:
        return self._pen.verticalScrollBar()

    @property
    def _flow(self) -> ManuscriptView | None:
        flow = self._editor.flow
        return flow if flow is not None and flow.has_pen else None

    @property
    def _height(self) -> int:
        page = self._pen if self._flow is None else self._flow
        return page.viewport().height()
