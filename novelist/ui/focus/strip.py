# SPDX-License-Identifier: MIT
"""The strip of a sprint: time, progress, words, pause, end."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from novelist.domain.sprint import SprintResult
from novelist.ui.focus.sprints import Sprints
from novelist.ui.focus.words import SprintWords
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.announcement import announce
from novelist.ui.widgets.button import Button, ButtonRole, IconButton
from novelist.ui.widgets.goal_bar import GoalBar
from novelist.ui.widgets.painting import fill, frame, painting, vertical_line
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel

_HEIGHT: Final = 40
_BAR: Final = 120
_ICON: Final = 16


class SprintStrip(Retranslated, QWidget):
    """Shows the sprint that runs, and quietly how it ended; knows no page."""

    end_requested = Signal()
    resized = Signal()
    """It is wider or narrower now, or came or went."""

    def __init__(self, theme: Theme, icons: Icons, sprints: Sprints, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sprint_strip")
        self._theme, self._icons, self._sprints = theme, icons, sprints
        self._words = SprintWords(sprints)
        self._result: SprintResult | None = None
        self._is_locked = False
        self.time = TextLabel(theme, "strong", "text", self)
        self.bar = GoalBar(theme, self)
        self.count = TextLabel(theme, "body", "text_2", self)
        self.pause = IconButton(theme, icons, "pause", self)
        self.stop = Button(theme, icons, ButtonRole.QUIET, self, small=True)
        self._lay_out()
        self._connect()
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        names = {"time": self.time, "count": self.count, "pause": self.pause, "stop": self.stop}
        for name, widget in names.items():
            widget.setObjectName(f"sprint_{name}")
        self.bar.setFixedWidth(_BAR)
        row = QHBoxLayout(self)
        row.setContentsMargins(16 + _ICON + 8, 0, 8, 0)
        row.setSpacing(16)
        for widget in (self.time, self.bar, self.count):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self.pause)
        row.addWidget(self.stop)
        self.setFixedHeight(_HEIGHT)

    def _connect(self) -> None:
        self._sprints.changed.connect(self._on_sprints_changed)
        self._sprints.ended.connect(self._on_sprints_ended)
        self.pause.clicked.connect(self._sprints.toggle_pause)
        self.stop.clicked.connect(self._on_stop_clicked)
        self._theme.theme_changed.connect(self.retranslate)

    @property
    def is_wanted(self) -> bool:
        """Whether there is something to be seen in it."""
        return self._sprints.running is not None or self._result is not None

    @property
    def rests(self) -> bool:
        """Whether a sprint is over, and how it ended was not put away."""
        return self._result is not None

    def set_locked(self, locked: bool) -> None:
        """In the lock room it is neither paused nor ended: nothing offers that there."""
        self._is_locked = locked
        self.retranslate()
        self.resized.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        running, result = self._sprints.running, self._result
        figures = self._theme.figures_font("strong")
        self.time.setFont(figures)
        self.pause.setVisible(running is not None and not self._is_locked)
        self.stop.setVisible(running is None or not self._is_locked)
        self.bar.setVisible(running is not None)
        if running is not None:
            self.time.setText(self._words.time())
            self.count.setText(self._words.words())
            self.bar.set_progress(*running.progress(self._sprints.clock(), self._sprints.words))
            self.pause.set_icon("play" if running.is_paused else "pause")
            self.pause.set_name(self.tr("Go on") if running.is_paused else self.tr("Pause"))
            self.stop.setText(self.tr("End sprint"))
        elif result is not None:
            reached = self.tr("Goal reached") if result.is_reached else self.tr("Sprint over")
            self.time.setText(reached)
            self.count.setText(self._words.result(result))
            self.stop.setText(self.tr("Close"))
        self.setAccessibleName(self.tr("Sprint"))
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.activate()
        if self.width() != self.sizeHint().width():
            self.resize(self.sizeHint())
            self.resized.emit()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as what is in it."""
        return QSize(super().sizeHint().width(), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, the icon, the line before the buttons."""
        theme = self._theme
        with painting(self) as painter:
            fill(painter, self.rect(), theme.colour("raised"), theme.radius("card"))
            frame(painter, self.rect(), theme.colour("line"), theme.radius("card"))
            icon = QRectF(16, (self.height() - _ICON) / 2, _ICON, _ICON)
            done = self._result is not None and self._result.is_reached
            underway = "lock" if self._is_locked else "timer"
            name, colour = ("check", "success") if done else (underway, "text_2")
            self._icons.paint(painter, name, icon, colour)
            if self.stop.isVisible():
                left = (self.pause if self.pause.isVisible() else self.stop).x() - 12
                vertical_line(painter, 13, self.height() - 13, left, theme.colour("line"))

    def _on_sprints_changed(self) -> None:
        if self._sprints.running is not None and self._result is not None:
            self._result = None
        was = self.is_wanted
        self.retranslate()
        if was:
            self.resized.emit()

    def _on_sprints_ended(self, result: SprintResult) -> None:
        self._result = result
        self.retranslate()
        self.resized.emit()
        announce(self, f"{self.time.text()}: {self.count.text()}")

    def _on_stop_clicked(self) -> None:
        if self._sprints.running is not None:
            self.end_requested.emit()
            return
        self._result = None
        self.hide()
        self.resized.emit()
