# SPDX-License-Identifier: MIT
"""The frame: rail, pages, status bar. Knows no novel and no store; shows before they are loaded."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from novelist.ui.actions import Actions
from novelist.ui.context import Context
from novelist.ui.opening_page import OpeningPage
from novelist.ui.rail import Rail
from novelist.ui.status_bar import StatusBar
from novelist.ui.widgets.focus_ring import FocusRing
from novelist.ui.widgets.toast import Toast

OPENING: Final = "opening"
_SIZE: Final = (1280, 800)
_MINIMUM: Final = (880, 560)


class MainWindow(QMainWindow):
    """The window. ``painted`` is set by its first paint, ``closing`` when it is to be closed."""

    page_changed = Signal(str)
    files_dropped = Signal(list)  # paths

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.context = context
        self.painted = asyncio.Event()
        self.closing = asyncio.Event()
        self._finished = False
        self._pages: dict[str, QWidget] = {}
        self.actions_ = Actions(self)
        self._build()
        self._restore_geometry()
        self.setAcceptDrops(True)
        context.theme.theme_changed.connect(self._dress)
        self._dress()
        self.retranslate()

    def _build(self) -> None:
        context = self.context
        self.rail = Rail(context, self)
        self.pages = QStackedWidget(self)
        self.pages.setObjectName("pages")
        self.status = StatusBar(context, self)
        self.opening = OpeningPage(context, self)
        self.add_page(OPENING, self.opening)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.rail)
        body.addWidget(self.pages, 1)
        central = QWidget(self)
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(self.status)
        self.setCentralWidget(central)
        self.actions_.fill(self.menuBar())
        self.menuBar().hide()
        self.toast = Toast(context.theme, context.icons, self)
        self.focus_ring = FocusRing(context.theme, self)

    def add_page(self, name: str, page: QWidget) -> None:
        """Add a page to the stack; ``show_page`` brings it to the front."""
        self._pages[name] = page
        self.pages.addWidget(page)

    def show_page(self, name: str) -> None:
        """Bring a page to the front."""
        self.pages.setCurrentWidget(self._pages[name])
        self.rail.set_current(name)
        self.page_changed.emit(name)

    @property
    def current_page(self) -> str:
        """The name of the page at the front."""
        current = self.pages.currentWidget()
        return next(name for name, page in self._pages.items() if page is current)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setWindowTitle(self.tr("Novelist"))
        self.actions_.retranslate()

    def keep_geometry(self) -> None:
        """Note the size and place of the window in the state that is written at the end."""
        self.context.state.geometry = self.saveGeometry().toBase64().toStdString()

    def notify(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say something at the bottom of the window, with Undo where there is one."""
        self.toast.show_message(text, self.tr("Undo") if undo else "", undo)

    def finish_closing(self) -> None:
        """Close for good; called when everything is on disk."""
        self._finished = True
        self.close()

    def resume(self) -> None:
        """Take a close back: something could not be saved and the user wants to stay."""
        self.closing.clear()
        self.setEnabled(True)

    def _restore_geometry(self) -> None:
        self.setMinimumSize(*_MINIMUM)
        geometry = self.context.state.geometry
        restored = bool(geometry) and self.restoreGeometry(
            QByteArray.fromBase64(geometry.encode("ascii", "ignore"))
        )
        if not restored:
            self.resize(*_SIZE)

    def _dress(self) -> None:
        self.context.theme.lay_ground(self, "page")

    def showEvent(self, event: QShowEvent) -> None:
        """The first paint follows at once; whoever waits for it may then load the rest."""
        super().showEvent(event)
        QTimer.singleShot(0, self._on_first_paint)

    def _on_first_paint(self) -> None:
        if not self.painted.is_set():
            self.repaint()
            self.painted.set()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The first close only asks: the program saves, then closes for good."""
        if self._finished:
            super().closeEvent(event)
            return
        event.ignore()
        self.keep_geometry()
        self.closing.set()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere on the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring the dropped files in."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)
