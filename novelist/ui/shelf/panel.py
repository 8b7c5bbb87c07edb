# SPDX-License-Identifier: MIT
"""The shelf: every novel of the library as a cover, ways to begin, and the trash.

A view: it shows the cards it is given and says what is wished for. It reads no store.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from novelist.importers.formats import is_project
from novelist.ui.icons import Icons
from novelist.ui.shelf.card_delegate import PAD
from novelist.ui.shelf.model import ShelfModel
from novelist.ui.shelf.novels_page import NovelsPage
from novelist.ui.shelf.purge_sheet import PurgeSheet
from novelist.ui.shelf.trash_page import TrashPage
from novelist.ui.theme import Theme
from novelist.ui.widgets.menu import Menu
from novelist.ui.widgets.painting import fill, frame, painting
from novelist.ui.widgets.retranslated import Retranslated

if TYPE_CHECKING:
    from novelist.services.novels import NovelCard

_TRASH = "trash"


class ShelfPanel(Retranslated, QWidget):
    """Two pages: the novels, and the trash (``show_page``)."""

    open_requested = Signal(int)
    create_requested = Signal()
    rename_requested = Signal(int, str)
    details_requested = Signal(int)
    trash_requested = Signal(int)
    restore_requested = Signal(int)
    purge_requested = Signal(int)
    """Delete for ever; the loss was named and confirmed."""
    import_requested = Signal(list)
    """Paths of files dropped here; an empty list asks for the file chooser."""
    sample_requested = Signal()
    start_card_dismissed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._dropping = False
        self._asking: PurgeSheet | None = None
        self.setObjectName("shelf")
        self.setAcceptDrops(True)
        theme.lay_ground(self, "page")
        self.novels = NovelsPage(theme, icons, self)
        self.trash = TrashPage(theme, icons, self)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.novels)
        self._pages.addWidget(self.trash)
        self._connect()
        self.retranslate()

    # -- what is shown -------------------------------------------------------------------------

    def show_novels(self, cards: Sequence[NovelCard]) -> None:
        """The novels of the library, in the order given."""
        self.novels.set_cards(cards)

    def show_trash(self, cards: Sequence[NovelCard]) -> None:
        """The novels in the trash; ``show_page("trash")`` brings them to the front."""
        self.trash.set_cards(cards)

    def show_page(self, name: str) -> None:
        """Bring "shelf" or "trash" to the front and give its covers the keyboard."""
        self._pages.setCurrentWidget(self.trash if name == _TRASH else self.novels)
        self.page_widget().grid.setFocus()

    def page_widget(self) -> NovelsPage | TrashPage:
        """The page in front."""
        return self.trash if self._pages.currentWidget() is self.trash else self.novels

    def set_start_card_visible(self, visible: bool) -> None:
        """Whether the card with the three ways to begin is offered above the covers."""
        self.novels.set_start_card_visible(visible)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setAccessibleName(self.tr("Shelf"))

    # -- files dropped on the page -------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome; anything else is refused."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self._set_dropping(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The page looks as before."""
        self._set_dropping(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask to bring the files in."""
        self._set_dropping(False)
        paths = dropped_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.import_requested.emit(paths)

    def paintEvent(self, event: QPaintEvent) -> None:
        """While files hang over the page it shows that they can be dropped."""
        if self._dropping:
            with painting(self) as painter:
                radius = self._theme.radius("card")
                place = self.rect().adjusted(PAD // 2, PAD // 2, -PAD // 2, -PAD // 2)
                fill(painter, place, self._theme.colour("accent_soft"), radius)
                frame(painter, place, self._theme.colour("accent"), radius)

    def _set_dropping(self, dropping: bool) -> None:
        self._dropping = dropping
        self.update()

    # -- wishes --------------------------------------------------------------------------------

    def _connect(self) -> None:
        novels, trash = self.novels, self.trash
        novels.create_requested.connect(self.create_requested)
        novels.import_requested.connect(self._on_import_requested)
        novels.sample_requested.connect(self.sample_requested)
        novels.start_card_dismissed.connect(self._on_start_card_dismissed)
        novels.grid.chosen.connect(self._on_novel_chosen)
        novels.grid.delete_requested.connect(self.trash_requested)
        novels.grid.menu_requested.connect(self._on_novel_menu_requested)
        novels.model.rename_requested.connect(self.rename_requested)
        trash.grid.chosen.connect(self.restore_requested)
        trash.restore_requested.connect(self.restore_requested)
        trash.purge_requested.connect(self._on_purge_requested)
        trash.grid.menu_requested.connect(self._on_trash_menu_requested)

    def _on_import_requested(self) -> None:
        self.import_requested.emit([])

    def _on_start_card_dismissed(self) -> None:
        self.set_start_card_visible(False)
        self.start_card_dismissed.emit()

    def _on_novel_chosen(self, novel_id: int) -> None:
        if novel_id:
            self.open_requested.emit(novel_id)
        else:
            self.create_requested.emit()

    def _on_novel_menu_requested(self, novel_id: int, place: QPoint) -> None:
        menu = self._menu("novel_menu")
        menu.addAction(self._icons.icon("book-open"), self.tr("Open")).triggered.connect(
            lambda: self.open_requested.emit(novel_id)
        )
        rename = menu.addAction(self._icons.icon("pencil"), self.tr("Rename"))
        rename.setShortcut("F2")
        rename.triggered.connect(self.novels.grid.rename_current)
        details = menu.addAction(self._icons.icon("sliders-horizontal"), self.tr("Novel details…"))
        details.triggered.connect(lambda: self.details_requested.emit(novel_id))
        menu.addSeparator()
        delete = menu.addAction(self._icons.icon("trash-2"), self.tr("Move to trash"))
        delete.setShortcut("Del")
        delete.triggered.connect(lambda: self.trash_requested.emit(novel_id))
        menu.popup(place)

    def _on_trash_menu_requested(self, novel_id: int, place: QPoint) -> None:
        menu = self._menu("trash_menu")
        restore = menu.addAction(self._icons.icon("undo-2"), self.tr("Put back on the shelf"))
        restore.triggered.connect(lambda: self.restore_requested.emit(novel_id))
        menu.addSeparator()
        purge = menu.addAction(self._icons.icon("trash-2", "danger"), self.tr("Delete for ever…"))
        purge.triggered.connect(lambda: self._on_purge_requested(novel_id))
        menu.popup(place)

    def _menu(self, name: str) -> Menu:
        menu = Menu(self._theme, self)
        menu.setObjectName(name)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _on_purge_requested(self, novel_id: int) -> None:
        card = _card_of(self.trash.model, novel_id)
        if card is not None:
            self._purge_sheet().ask(card)

    def _purge_sheet(self) -> PurgeSheet:
        if self._asking is None:
            self._asking = PurgeSheet(self._theme, self._icons, self.window())
            self._asking.confirmed.connect(self.purge_requested)
        return self._asking


def dropped_files(data: QMimeData) -> list[str]:
    """The paths of the files in a drag, and of folders that are projects."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [str(path) for path in paths if path.is_file() or is_project(path)]


def _card_of(model: ShelfModel, novel_id: int) -> NovelCard | None:
    return next((card for card in model.cards if card.id == novel_id), None)
