# SPDX-License-Identifier: MIT
"""The page "History": lists at the left, the version that is chosen at the right."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from novelist.ui.history.side import HistorySide
from novelist.ui.history.stage import HistoryStage
from novelist.ui.icons import Icons
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme
from novelist.ui.widgets.text_label import Hairline


class HistoryPage(QWidget):
    """Shows; ``HistoryController`` fills it and does what is wished."""

    language_changed = Signal()
    left = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("history")
        self.side = HistorySide(theme, icons, self)
        self.stage = HistoryStage(theme, icons, tasks, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(Hairline(theme, Qt.Orientation.Vertical, self))
        row.addWidget(self.stage, 1)

        for before, after in pairwise([*self.side.stops, *self.stage.stops]):
            QWidget.setTabOrder(before, after)

    @property
    def footer(self) -> QWidget:
        """What is said of the chosen version, and what can be done with it."""
        return self.stage.foot

    def panels(self) -> tuple[QWidget, ...]:
        """The lists, and what is chosen in them."""
        return (self.side, self.stage)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to writing."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Tell that what is shown is to be said in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.language_changed.emit()
