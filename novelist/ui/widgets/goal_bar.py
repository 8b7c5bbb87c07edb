# SPDX-License-Identifier: MIT
"""How much of a goal is done: a bar of 4 px."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import bar, painting

HEIGHT = 4


class GoalBar(QProgressBar):
    """Full when the goal is reached, and nothing more; a screen reader hears the percentage."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_progress(0, 0)
        theme.theme_changed.connect(self.update)

    def set_progress(self, value: int, target: int) -> None:
        """``value`` of ``target`` is done; a target of 0 is an empty bar."""
        self.setRange(0, max(target, 1))
        self.setValue(min(max(value, 0), target))
        self.update()

    def share(self) -> float:
        """What is done, from 0 to 1."""
        return self.value() / self.maximum()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(96, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Short bars can still be read."""
        return QSize(32, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track and share."""
        rect = QRectF(0, (self.height() - HEIGHT) // 2, self.width(), HEIGHT)
        with painting(self) as painter:
            bar(painter, rect, self.share(), self._theme.colour("accent"), goal_track(self._theme))


def goal_track(theme: Theme) -> QColor:
    """The colour of the part not yet done."""
    return theme.colour("pressed")
