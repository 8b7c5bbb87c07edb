# SPDX-License-Identifier: MIT
"""What hides behind the upper edge of the screen: where one is, how much it is, the choices."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import IconButton
from novelist.ui.widgets.elided_label import ElidedLabel
from novelist.ui.widgets.painting import fill, horizontal_line, painting
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel


class EdgeBar(Retranslated, QWidget):
    """Shown while the mouse is at the edge."""

    options_requested = Signal()
    sprint_requested = Signal()
    leave_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("focus_edge")
        self._theme = theme
        self.place = ElidedLabel(theme, "body", "text", self)
        self.count = TextLabel(theme, "small", "text_2", self)
        self.sprint = IconButton(theme, icons, "timer", self)
        self.options = IconButton(theme, icons, "sliders-horizontal", self)
        self.leave = IconButton(theme, icons, "minimize-2", self)
        self._lay_out()
        self.sprint.clicked.connect(self.sprint_requested)
        self.options.clicked.connect(self.options_requested)
        self.leave.clicked.connect(self.leave_requested)
        theme.theme_changed.connect(self.update)
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 1)
        row.setSpacing(8)
        row.addWidget(self.place, 1)
        row.addWidget(self.count)
        row.addSpacing(8)
        for name in ("sprint", "options", "leave"):
            button = getattr(self, name)
            button.setObjectName(f"focus_edge_{name}")
            row.addWidget(button)
        self.setFixedHeight(self._theme.size("header"))

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.sprint.set_name(self.tr("Sprint"), "F12")
        self.options.set_name(self.tr("Choices for focus mode"), "Shift+F8")
        self.leave.set_name(self.tr("Leave focus mode"), "F8")

    def set_locked(self, locked: bool) -> None:
        """In the lock room none of its buttons leads anywhere."""
        for button in (self.sprint, self.options, self.leave):
            button.setEnabled(not locked)

    def say(self, place: str, count: str) -> None:
        """Where the caret is, and how long that is."""
        self.place.setText(place)
        self.count.setText(count)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the line below."""
        with painting(self) as painter:
            fill(painter, self.rect(), self._theme.colour("window"))
            line = self._theme.colour("line")
            horizontal_line(painter, 0, self.width(), self.height() - 1, line)
