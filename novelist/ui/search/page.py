# SPDX-License-Identifier: MIT
"""The page "Search": what is wanted at the left, what was found at the right."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from novelist.ui.icons import Icons
from novelist.ui.search.side import SearchSide
from novelist.ui.search.stage import SearchStage
from novelist.ui.theme import Theme
from novelist.ui.widgets.enter_keys import on_control_enter
from novelist.ui.widgets.text_label import Hairline


class SearchPage(QWidget):
    """Shows; ``SearchController`` fills it and does what is wished."""

    left = Signal()
    replace_requested = Signal()
    """Ctrl+Enter, wherever the keyboard is."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.side = SearchSide(theme, icons, self)
        self.stage = SearchStage(theme, icons, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(Hairline(theme, Qt.Orientation.Vertical, self))
        row.addWidget(self.stage, 1)
        for before, after in pairwise([*self.side.stops, *self.stage.stops]):
            QWidget.setTabOrder(before, after)
        on_control_enter(self, self.replace_requested.emit)

    def panels(self) -> tuple[QWidget, ...]:
        """The fields, and what was found."""
        return (self.side, self.stage)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to writing; down from a field goes to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down and self.side.isAncestorOf(self.focusWidget()):
            self.stage.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not self.stage.view.currentIndex().isValid():
                self.stage.view.setCurrentIndex(self.stage.view.results.index(0))
        else:
            super().keyPressEvent(event)
