# SPDX-License-Identifier: MIT
"""The line below the page while it is read aloud: pause, stop, slower, faster."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole, IconButton
from novelist.ui.widgets.painting import horizontal_line, painting
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel


class AloudBar(Retranslated, QWidget):
    """Shows what it is told; everything else is a wish."""

    pause_requested = Signal()
    stop_requested = Signal()
    rate_requested = Signal(int)
    """Steps faster, or slower below 0."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("aloud_bar")
        self._theme = theme
        self._is_paused, self._rate = False, 0
        self.pause = IconButton(theme, icons, "pause", self)
        self.slower = IconButton(theme, icons, "minus", self)
        self.faster = IconButton(theme, icons, "plus", self)
        self._words = TextLabel(theme, "body", "text_2", self)
        self._speed = TextLabel(theme, "small", "text_2", self)
        self.stop = Button(theme, icons, ButtonRole.QUIET, self, small=True)
        for name, widget in (
            ("pause", self.pause),
            ("slower", self.slower),
            ("faster", self.faster),
            ("stop", self.stop),
        ):
            widget.setObjectName(f"aloud_{name}")
        theme.lay_ground(self, "page")
        self._lay_out()
        self.pause.clicked.connect(self.pause_requested)
        self.stop.clicked.connect(self.stop_requested)
        self.slower.clicked.connect(lambda: self.rate_requested.emit(-1))
        self.faster.clicked.connect(lambda: self.rate_requested.emit(1))
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        side = self._theme.space("l")
        row.setContentsMargins(side, 1, side, 0)
        row.setSpacing(self._theme.space("s"))
        row.addWidget(self.pause)
        row.addWidget(self._words)
        row.addStretch(1)
        for widget in (self.slower, self._speed, self.faster, self.stop):
            row.addWidget(widget)
        self.setFixedHeight(self._theme.size("header"))

    def show_state(self, *, is_paused: bool, rate: int) -> None:
        """Show whether it pauses, and how fast it speaks (from -10 to 10)."""
        self._is_paused, self._rate = is_paused, rate
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.setAccessibleName(self.tr("Read aloud"))
        self.pause.set_icon("play" if self._is_paused else "pause")
        self.pause.set_name(self.tr("Go on") if self._is_paused else self.tr("Pause"))
        self._words.setText(self.tr("Paused") if self._is_paused else self.tr("Reading aloud"))
        self.slower.set_name(self.tr("Slower"))
        self.faster.set_name(self.tr("Faster"))
        rate = QLocale().toString(self._rate)
        self._speed.setText(
            self.tr("Speed {rate}").format(rate=f"+{rate}" if self._rate > 0 else rate)
        )
        self.stop.setText(self.tr("Stop"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline between the page and the line."""
        with painting(self) as painter:
            horizontal_line(painter, 0, self.width(), 0, self._theme.colour("line"))
