# SPDX-License-Identifier: MIT
"""A second window with panes of the same novel, for another screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from novelist.ui.panes.area import PaneArea
from novelist.ui.panes.pane import Pane
from novelist.ui.theme import Theme

_SHARE = 0.6  # of the screen
_SEEN = 80  # pixels of its upper edge that must lie on a screen, to be moved by


class PaneWindow(QWidget):
    """Panes and nothing else; the commands of the main window work here as well."""

    close_requested = Signal()

    def __init__(self, theme: Theme, main: QWidget, pane: Pane, place: QRect | None = None) -> None:
        """``place`` is where it was another day; on a screen that is gone it is of no use."""
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("pane_window")
        theme.lay_ground(self, "page")
        self.area = PaneArea(theme, self)
        self.area.put_first(pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self.addActions(main.actions())
        self._main, self._scene = main, ""
        self.setWindowIcon(main.windowIcon())
        main.windowTitleChanged.connect(self._name)
        self._name()
        screen = main.screen() or QGuiApplication.primaryScreen()
        self.resize(screen.availableSize() * _SHARE)
        if place is not None and _can_be_seen(place):
            self.setGeometry(place)

    def set_scene(self, title: str) -> None:
        """Say in the title of the window what is shown in it."""
        self._scene = title
        self._name()

    def _name(self) -> None:
        parts = filter(None, (self._scene, self._main.windowTitle()))
        self.setWindowTitle(" — ".join(parts))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Its panes are closed first: the pen may be in one of them."""
        event.ignore()
        self.close_requested.emit()


def _can_be_seen(place: QRect) -> bool:
    edge = QRect(place.left(), place.top(), place.width(), _SEEN)
    seen = (edge.intersected(screen.availableGeometry()) for screen in QGuiApplication.screens())
    return any(part.width() >= _SEEN and part.height() >= _SEEN // 2 for part in seen)
