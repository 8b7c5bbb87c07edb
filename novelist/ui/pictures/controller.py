# SPDX-License-Identifier: MIT
"""Pictures in the text that is written in: taken up, shown, changed, removed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QFileDialog

from novelist.domain.document import IMAGE_BLOCK, Block
from novelist.services.attachments import keep_picture, load_picture, missing_pictures
from novelist.ui.editor.copied_pictures import pictures_in, raw_pictures
from novelist.ui.editor.documents import LiveText
from novelist.ui.editor.picture_blocks import (
    change_picture,
    insert_pictures,
    picture_attrs,
    remove_picture,
)
from novelist.ui.editor.picture_size import fitting
from novelist.ui.pictures.handles import PictureHandles
from novelist.ui.pictures.reading import SUFFIXES, Picture, pasted_image, picture_files, read_all
from novelist.ui.widgets.menu import Menu
from novelist.ui.widgets.menu_rows import menu_row, put_first

if TYPE_CHECKING:
    from novelist.ui.controller import Controller
    from novelist.ui.pictures.sheet import PictureSheet, PictureWish


class PicturesController(QObject):
    """One for the life of the window; it is what the editor's ``taker`` is."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        self._editor = controller.workspace.editor
        self._edit = self._editor.edit
        self._pictures = self._editor.documents.pictures
        self._sheet: PictureSheet | None = None
        self._attended: tuple[str, int] | None = None  # library and novel
        self.handles = PictureHandles(self._edit, controller.context.theme)
        self.handles.opened.connect(self.show_sheet)
        self._edit.taker = self
        self._pictures.arrived.connect(self._on_pictures_arrived)
        self._editor.menu_opening.connect(self._on_editor_menu_opening)
        controller.workspace.counts_changed.connect(self._attend_when_open)
        controller.window.actions_.connect_all({"picture": self.choose})

    # -- what is pasted and dropped ------------------------------------------------------------

    def can_take(self, source: QMimeData) -> bool:
        """Whether these are picture files, or a picture without words."""
        return bool(picture_files(source)) or pasted_image(source) is not None

    def take(self, source: QMimeData) -> None:
        """Put them at the caret, once they are read and kept."""
        sources: list[Path | QImage] = list(picture_files(source))
        image = None if sources else pasted_image(source)
        self.insert(sources if image is None else [image])

    def keep(self, source: QMimeData) -> None:
        """The text that is pasted shows pictures, perhaps of another library: keep them here."""
        raw = raw_pictures(source)
        if raw:
            self._controller.tasks.start(self._keep_missing(raw))

    async def _keep_missing(self, raw: bytes) -> None:
        files = await asyncio.to_thread(pictures_in, raw)
        for digest in await missing_pictures(files):
            await keep_picture(files[digest])
            self._pictures.ask_again(digest)

    def choose(self) -> None:
        """Let the writer choose a picture; with the caret at one, let that be changed."""
        if self.handles.block is not None:
            self.show_sheet()
        elif self._edit.live is not None and not self._edit.isReadOnly():
            self.choose_file()

    def choose_file(self) -> QFileDialog:
        """Ask for picture files."""
        dialog = QFileDialog(self._controller.window, self.tr("Insert picture"))
        dialog.setObjectName("choose_picture_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        pattern = " ".join(f"*.{suffix}" for suffix in SUFFIXES)
        dialog.setNameFilter(self.tr("Pictures ({pattern})").format(pattern=pattern))
        dialog.filesSelected.connect(lambda names: self.insert([Path(name) for name in names]))
        dialog.open()
        return dialog

    def insert(self, sources: Sequence[Path | QImage]) -> None:
        """Put pictures at the caret, as one step; what is none of them is told."""
        live = self._edit.live
        if live is not None and sources and not self._edit.isReadOnly():
            self._edit.commit_composition()
            place = self._edit.textCursor()
            self._controller.tasks.start(self._insert(live, place, sources))

    async def _insert(
        self, live: LiveText, place: QTextCursor, sources: Sequence[Path | QImage]
    ) -> None:
        """The cursor follows what is typed meanwhile."""
        item_id = live.item_id
        pictures, wrong = await read_all(sources)
        blocks = [await self._kept(picture) for picture in pictures]
        if blocks and self._editor.documents.find(item_id) is live:
            self._put(live, place, blocks)
        if wrong is not None:
            raise wrong

    async def _kept(self, picture: Picture) -> Block:
        kept = await keep_picture(picture.data)
        self._pictures.take(kept.digest, picture.image, picture.data)
        room = self._edit.style_of_page.picture_room
        width, height = fitting(picture.size.width(), picture.size.height(), room)
        size = {"width": round(width), "height": max(1, round(height))}
        return Block(IMAGE_BLOCK, (), {"digest": kept.digest, **size})

    def _put(self, live: LiveText, place: QTextCursor, blocks: Sequence[Block]) -> None:
        style = self._edit.style_of_page
        insert_pictures(place, blocks, style)
        if self._edit.live is live:
            self._edit.change(lambda cursor: cursor.setPosition(place.position()))
            self._reveal()

    def _reveal(self) -> None:
        """Bring the picture at the caret into view, and not only the line that the caret is on."""
        if self._editor.flow is not None:
            self._editor.flow.show_caret()
        else:
            self._edit.reveal_picture()

    # -- one picture ---------------------------------------------------------------------------

    def show_sheet(self) -> None:
        """Describe the picture that the caret is at."""
        block = self.handles.block
        if block is None or self._edit.isReadOnly():
            return
        self._picture_sheet().ask(picture_attrs(block), self._edit.style_of_page.picture_room)

    def remove(self) -> None:
        """Take the picture at the caret out of the text; the library keeps it."""
        if self.handles.block is not None:
            style = self._edit.style_of_page
            self._edit.change(lambda cursor: remove_picture(cursor, style))

    def _picture_sheet(self) -> PictureSheet:
        from novelist.ui.pictures.sheet import PictureSheet  # noqa: PLC0415 - when wanted

        if self._sheet is None:
            context = self._controller.context
            self._sheet = PictureSheet(context.theme, context.icons, self._controller.window)
            self._sheet.applied.connect(self._on_sheet_applied)
            self._sheet.remove_requested.connect(self.remove)
        return self._sheet

    def _on_sheet_applied(self, wish: PictureWish) -> None:
        block = self.handles.block
        if block is not None:
            style = self._edit.style_of_page
            self._edit.change(
                lambda _cursor: change_picture(block, wish.attrs, style), follow=False
            )

    def _on_editor_menu_opening(self, menu: Menu, position: int) -> None:
        """Over a picture the menu begins with what can be done to it."""
        block = self._edit.document().findBlock(position)
        if not picture_attrs(block) or self._edit.isReadOnly():
            return
        if self._edit.textCursor().block() != block:
            self._edit.set_caret_position(position)
        describe = menu_row(menu, self.tr("Picture…"), "menu_picture", self.show_sheet)
        remove = menu_row(menu, self.tr("Remove picture"), "menu_picture_remove", self.remove)
        put_first(menu, [describe, remove])

    # -- the library ---------------------------------------------------------------------------

    def _attend_when_open(self) -> None:
        """Another novel, perhaps of another library, is open: pictures come from there."""
        novel_id = self._controller.workspace.novel_id
        wanted = None if novel_id is None else (str(self._controller.context.library), novel_id)
        if wanted is not None and wanted != self._attended:
            self._attended = wanted
            self._pictures.attend(self._controller.tasks, load_picture)

    def _on_pictures_arrived(self) -> None:
        self._edit.viewport().update()
        self._editor.documents.layers.repainted.emit()
