# SPDX-License-Identifier: MIT
"""The window itself: its place, its pages, its closing. Light, so that it is there at once.

``ui/furniture`` puts rail, pages and status bar into it after the first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    import asyncio

    from novelist.settings import WindowState
    from novelist.ui.actions import Actions
    from novelist.ui.context import Context
    from novelist.ui.opening_page import OpeningPage
    from novelist.ui.rail import Rail
    from novelist.ui.status_bar import StatusBar
    from novelist.ui.widgets.toast import Toast

OPENING: Final = "opening"
_SIZE: Final = (1280, 800)
_MINIMUM: Final = (880, 560)
_FRAME: Final = QSize(16, 40)  # pixels that borders and title bar may take; known once shown


class Guard(Protocol):
    """May keep the window open, and its page in front."""

    def lets_show(self, page: str) -> bool:
        """Whether this page may be shown now."""

    def lets_close(self) -> bool:
        """Whether the window may be closed now."""


@runtime_checkable
class HasFooter(Protocol):
    """A page that ends in a line of its own, with words and buttons."""

    @property
    def footer(self) -> QWidget:
        """The line."""
        ...


class MainWindow(QMainWindow):
    """Paper of the right size and colour first; a program once it is furnished.

    ``closing`` is set when the user wants to close it; ``finish_closing`` then does.
    """

    first_painted = Signal()
    page_changed = Signal(str)
    files_dropped = Signal(list)  # paths

    context: Context
    actions_: Actions
    rail: Rail
    banners: QVBoxLayout  # trouble is said above the page; on the one to write on, inside it
    pages: QStackedWidget
    opening: OpeningPage
    status: StatusBar
    toast: Toast
    closing: asyncio.Event

    def __init__(self, state: WindowState) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.state = state
        self._finished = False
        self._painted = False
        self._pages: dict[str, QWidget] = {}
        self.guard: Guard | None = None
        self.close_wanted = False
        self.furnished = False
        self._restore_geometry()
        if state.ground:
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.Window, QColor(state.ground))
            self.setPalette(palette)

    def add_page(self, name: str, page: QWidget) -> None:
        """Add a page to the stack; ``show_page`` brings it to the front."""
        self._pages[name] = page
        self.pages.addWidget(page)

    def show_page(self, name: str) -> None:
        """Bring a page to the front, unless the guard keeps the one that is there."""
        if self.guard is not None and not self.guard.lets_show(name):
            return
        page = self._pages[name]
        self.pages.setCurrentWidget(page)
        self.toast.stand_above(page.footer if isinstance(page, HasFooter) else None)
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
        self.state.geometry = self.saveGeometry().toBase64().toStdString()
        self.state.ground = self.context.theme.colour("page").name()

    def notify(self, text: str, undo: Callable[[], None] | None = None, label: str = "") -> None:
        """Say something at the bottom of the window (``Notify``)."""
        self.toast.show_message(text, (label or self.tr("Undo")) if undo else "", undo)

    def close_for_system(self) -> None:
        """Begin to close, whatever the guard says: the system ends the program soon."""
        if self.guard is not None:
            self.guard.lets_close()
        self._begin_closing()

    def _begin_closing(self) -> None:
        self.close_wanted = True
        if self.furnished:
            self.keep_geometry()
            self.closing.set()

    def finish_closing(self) -> None:
        """Close for good; called when everything is on disk."""
        self._finished = True
        self.close()

    def resume(self) -> None:
        """Take a close back: something could not be saved and the user wants to stay."""
        self.close_wanted = False
        self.closing.clear()
        self.setEnabled(True)

    def _restore_geometry(self) -> None:
        self.setMinimumSize(*_MINIMUM)
        geometry = self.state.geometry
        restored = bool(geometry) and self.restoreGeometry(
            QByteArray.fromBase64(geometry.encode("ascii", "ignore"))
        )
        if not restored:
            room = self.screen().availableGeometry().size() - _FRAME
            self.resize(QSize(*_SIZE).boundedTo(room))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint once it is on the screen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The first close only asks: the program saves, then closes for good."""
        if self._finished:
            super().closeEvent(event)
            return
        event.ignore()
        if self.guard is None or self.guard.lets_close():
            self._begin_closing()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        if event.type() == QEvent.Type.LanguageChange and self.furnished:
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
