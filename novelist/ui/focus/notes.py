# SPDX-License-Identifier: MIT
"""The quiet notes at the foot of the page: how to leave, whether all is saved, the time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QLocale, QRect, QRectF, QSize, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from novelist.ui.icons import Icons
from novelist.ui.save_state import SaveState
from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import dot, fill, frame, painting
from novelist.ui.widgets.retranslated import Retranslated

_PAD: Final = 8
_GAP: Final = 8
_ICON: Final = 14
_MINUTE: Final = 10_000  # milliseconds between two looks at the clock


class Note(QWidget):
    """A few words in the small style on the page's own ground, so that no picture hides them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        theme.theme_changed.connect(self.say)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def say(self, words: str | None = None) -> None:
        """Say something else; None: the same in another dress."""
        self._words = self._words if words is None else words
        self.setAccessibleName(self._words)
        self.resize(self.sizeHint())
        self.update()

    @property
    def before(self) -> int:
        """The room that something takes in front of the words."""
        return 0

    def sizeHint(self) -> QSize:
        """The words and what stands before them."""
        self.setFont(self._theme.font("small"))
        width = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(width + self.before + 2 * _PAD, self._theme.size("target_min"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words."""
        with painting(self) as painter:
            fill(painter, self.rect(), self._theme.colour("page"), self._theme.radius("control"))
            painter.setPen(self._theme.colour("text_3"))
            area = self.rect().adjusted(_PAD + self.before, 0, 0, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._words)


class LeaveNote(Retranslated, Note):
    """The key Esc, and what it does; a click does it too."""

    clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("focus_leave")
        self._is_locked = False
        self.retranslate()

    def set_locked(self, locked: bool) -> None:
        """Say how one leaves: not so easily where one is locked in."""
        self._is_locked = locked
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        hold = self.tr("hold for 5 seconds to break out")
        self.say(hold if self._is_locked else self.tr("leave focus"))

    @property
    def before(self) -> int:
        """The key."""
        return self._key.width() + _GAP

    @property
    def _key(self) -> QRect:
        self.setFont(self._theme.font("caption"))
        width = self.fontMetrics().horizontalAdvance("Esc") + 2 * _PAD
        self.setFont(self._theme.font("small"))
        return QRect(_PAD, (self.height() - 20) // 2, width, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, and a key before them."""
        super().paintEvent(event)
        key = self._key
        with painting(self) as painter:
            frame(painter, key, self._theme.colour("line_button"), self._theme.radius("tag"))
            painter.setFont(self._theme.font("caption"))
            painter.setPen(self._theme.colour("text_2"))
            painter.drawText(key, Qt.AlignmentFlag.AlignCenter, "Esc")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click leaves."""
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class SavedNote(Retranslated, Note):
    """Whether everything typed is on disk."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("focus_saved")
        self._icons = icons
        self._state = SaveState.SAVED
        self.retranslate()

    def show_state(self, state: str, _kept: int = 0) -> None:
        """Say how far it is on its way."""
        self._state = SaveState(state)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        words = {
            SaveState.SAVED: self.tr("Saved"),
            SaveState.EDITED: self.tr("Edited"),
            SaveState.SAVING: self.tr("Saving"),
            SaveState.PAUSED: self.tr("Saving paused"),
        }
        self.say(words[self._state])

    @property
    def before(self) -> int:
        """A mark for the state."""
        return _ICON + 4

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words and the mark."""
        super().paintEvent(event)
        area = QRectF(_PAD, (self.height() - _ICON) / 2, _ICON, _ICON)
        marks = {
            SaveState.SAVED: ("check", "success"),
            SaveState.SAVING: ("save", "text_2"),
            SaveState.PAUSED: ("circle-pause", "danger"),
        }
        with painting(self) as painter:
            if self._state in marks:
                self._icons.paint(painter, marks[self._state][0], area, marks[self._state][1])
            else:
                dot(painter, area.center(), self._theme.colour("text_3"))


class ClockNote(Note):
    """The time of day."""

    def __init__(
        self, theme: Theme, parent: QWidget, now: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__(theme, parent)
        self.setObjectName("focus_clock")
        self._now = now
        self._looking = QTimer(self, interval=_MINUTE)
        self._looking.timeout.connect(self.look)
        self.look()

    def look(self) -> None:
        """Show the time as it is now."""
        now = self._now()
        time = QTime(now.hour, now.minute)
        self.say(QLocale().toString(time, QLocale.FormatType.ShortFormat))

    def go(self, on: bool) -> None:
        """Show the time from now on, or not."""
        self.look()
        self.setVisible(on)
        if on:
            self._looking.start()
        else:
            self._looking.stop()
