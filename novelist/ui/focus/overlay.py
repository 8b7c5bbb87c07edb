# SPDX-License-Identifier: MIT
"""What lies over the page: notes, the strip of a sprint, what hides behind the upper edge.

All but the clock goes away while one types and comes back when the mouse moves.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QWidget

from novelist.ui.editor.panel import EditorPanel
from novelist.ui.focus.break_out import BreakOutSign
from novelist.ui.focus.edge_bar import EdgeBar
from novelist.ui.focus.notes import ClockNote, LeaveNote, SavedNote
from novelist.ui.focus.sprints import Sprints
from novelist.ui.focus.strip import SprintStrip
from novelist.ui.focus.watch import MouseWatch
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme

_SIDE: Final = 16
_FOOT: Final = 24
_GAP: Final = 8  # between two notes
_EDGE: Final = 6  # pixels at the top of the screen that show what hides there


class FocusOverlay(QObject):
    """Places its parts on one editor; outside of focus mode nothing of it is seen."""

    def __init__(
        self, editor: EditorPanel, theme: Theme, icons: Icons, sprints: Sprints, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._has_clock = self._is_focused = self._is_typing = False
        self.leave = LeaveNote(theme, editor)
        self.saved = SavedNote(theme, icons, editor)
        self.clock = ClockNote(theme, editor)
        self.edge = EdgeBar(theme, icons, editor)
        self.strip = SprintStrip(theme, icons, sprints, editor)
        self.break_out = BreakOutSign(theme, editor)
        self.watch = MouseWatch(self)
        self.watch.moved.connect(self._on_mouse_moved)
        self.strip.resized.connect(self.arrange)
        editor.documents.text_edited.connect(self._on_text_edited)
        editor.installEventFilter(self)
        self.set_focused(False)

    @property
    def names(self) -> list[str]:
        """What its parts are called."""
        return [part.objectName() for part in self._parts]

    @property
    def _parts(self) -> tuple[QWidget, ...]:
        return (self.leave, self.saved, self.clock, self.edge, self.strip, self.break_out)

    def set_focused(self, focused: bool) -> None:
        """Show what belongs to focus mode, or take it away."""
        self._is_focused, self._is_typing = focused, False
        self.edge.hide()
        self.clock.go(focused and self._has_clock)
        self.arrange()

    def set_clock(self, shown: bool) -> None:
        """Whether the time is shown in focus mode."""
        self._has_clock = shown
        self.clock.go(self._is_focused and shown)
        self.arrange()

    def show_hold(self, share: float | None) -> None:
        """Esc is held for this share of the time that breaks out; None: it was let go."""
        self.break_out.show_share(share)
        if share == 0:
            self.wake()

    def wake(self) -> None:
        """Show everything that typing hid."""
        self._is_typing = False
        self.arrange()

    def arrange(self) -> None:
        """Put every part where it belongs, if it is to be seen."""
        notes = self._is_focused and not self._is_typing
        self.leave.setVisible(notes)
        self.saved.setVisible(notes)
        self.strip.setVisible(self.strip.is_wanted and notes)
        width, height = self._editor.width(), self._editor.height()
        for note in (self.leave, self.saved, self.clock):
            note.say()
        line = height - _FOOT - self.strip.height() // 2
        self.leave.move(_SIDE, line - self.leave.height() // 2)
        right = width - _SIDE - self.saved.width()
        self.saved.move(right, line - self.saved.height() // 2)
        clock = right - _GAP - self.clock.width()
        self.clock.move(clock, line - self.clock.height() // 2)
        self.strip.move((width - self.strip.width()) // 2, height - _FOOT - self.strip.height())
        self.edge.setGeometry(0, 0, width, self.edge.height())
        sign = self.break_out.size()
        self.break_out.move((width - sign.width()) // 2, (height - sign.height()) // 2)
        for part in self._parts:
            part.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the places in a window of another size."""
        if event.type() == QEvent.Type.Resize:
            self.arrange()
        return False

    def _on_text_edited(self, _item_id: int) -> None:
        if self._is_focused and not self._is_typing:
            self._is_typing = True
            self.edge.hide()
            self.watch.rest(self._editor.edit.viewport())
            self.arrange()

    def _on_mouse_moved(self, point: QPoint) -> None:
        if self._is_typing:
            self.wake()
        if self._is_focused:
            y = self._editor.mapFromGlobal(point).y()
            reach = self.edge.height() if self.edge.isVisible() else _EDGE
            self.edge.setVisible(y < reach)
