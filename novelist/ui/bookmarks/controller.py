# SPDX-License-Identifier: MIT
"""Bookmarks in the window: the commands, the list, and going from one to the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from novelist.domain.bookmarks import Bookmark
from novelist.services.bookmarks import list_bookmarks
from novelist.ui.bookmarks.sheet import PlacedBookmark
from novelist.ui.editor import bookmarks as marks
from novelist.ui.editor.codec import position_of
from novelist.ui.widgets.announcement import announce

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem
    from novelist.ui.bookmarks.sheet import BookmarksSheet
    from novelist.ui.controller import Controller


class BookmarksController(QObject):
    """One for the life of the window."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        self._workspace, self._editor = controller.workspace, controller.workspace.editor
        self._sheet: BookmarksSheet | None = None
        controller.window.actions_.connect_all(
            {
                "bookmark": self.toggle,
                "next_bookmark": partial(self.step, 1),
                "previous_bookmark": partial(self.step, -1),
                "bookmarks": self.show,
            }
        )

    # -- at the caret --------------------------------------------------------------------------

    def toggle(self) -> None:
        """Put a bookmark where the caret is, or remove the one that stands there.

        The margin shows it: a note over the window would be in the way of who writes on.
        """
        edit = self._editor.edit
        if edit.live is None or edit.isReadOnly():
            return
        edit.commit_composition()
        here = marks.find_here(edit.textCursor())
        if here:
            marks.remove_bookmark(edit.document(), here)
            announce(edit, self.tr("The bookmark is gone."))
        elif marks.set_bookmark(edit.textCursor()):
            announce(edit, self.tr("Bookmark set."))
        else:
            self._say(self.tr("A bookmark needs some words to stand at."))

    def step(self, way: int) -> None:
        """Go to the next bookmark (1), or the one before (-1), round and round."""
        self._controller.tasks.latest("bookmarks", self._step(way))

    async def _step(self, way: int) -> None:
        edit = self._editor.edit
        if edit.live is None:
            return
        caret, found = edit.textCursor().position(), marks.places(edit.document()).values()
        beyond = [each for each in found if (each > caret if way > 0 else each < caret)]
        if beyond:
            self._put_caret(min(beyond) if way > 0 else max(beyond))
        else:
            await self._step_over(way)

    async def _step_over(self, way: int) -> None:
        """To the nearest bookmark of another scene, perhaps all the way round."""
        here = self._editor.current_item_id
        found = await self._bookmarks()
        if not found:
            self._say(self.tr("There is no bookmark in this novel yet."))
            return
        order = {item.id: number for number, item in enumerate(self._workspace.items)}
        at = order.get(here, 0) if here is not None else 0
        beyond = [each for each in found if (order[each.item_id] - at) * way > 0]
        await self._go((beyond or found)[0 if way > 0 else -1])

    # -- the list ------------------------------------------------------------------------------

    def show(self) -> None:
        """List the bookmarks of the novel."""
        self._controller.tasks.latest("bookmarks", self._show())

    async def _show(self) -> None:
        if self._workspace.novel_id is None:
            return
        sheet = self._made_sheet()
        sheet.show_bookmarks(await self._bookmarks())
        sheet.open_sheet(sheet.list)

    def _made_sheet(self) -> BookmarksSheet:
        from novelist.ui.bookmarks.sheet import BookmarksSheet  # noqa: PLC0415 - when wanted

        if self._sheet is None:
            context = self._controller.context
            self._sheet = BookmarksSheet(context.theme, context.icons, self._controller.window)
            self._sheet.place_requested.connect(self._on_sheet_place_requested)
            self._sheet.removal_requested.connect(self._on_sheet_removal_requested)
        return self._sheet

    async def _bookmarks(self) -> list[PlacedBookmark]:
        """All of the novel in the order of reading, with what is typed this very moment."""
        workspace = self._workspace
        if workspace.novel_id is None:
            return []
        await workspace.flush()
        found = await list_bookmarks(workspace.novel_id)
        return [
            PlacedBookmark(item.id, self._name_of(item), each)
            for item in workspace.items
            for each in found.get(item.id, ())
        ]

    def _name_of(self, item: OutlineItem) -> str:
        """The title; of a scene without one the chapter, for its first words may be the place's."""
        binder = self._workspace.binder
        if binder.has_title(item.id) or item.parent_id is None:
            return binder.title_of(item.id)
        return f"{binder.title_of(item.parent_id)} · {binder.title_of(item.id)}"

    async def _go(self, place: PlacedBookmark) -> None:
        await self._workspace.open_item(place.item_id, focus=True)
        if self._editor.current_item_id == place.item_id:
            self._put_caret(self._position(place.bookmark))

    def _position(self, bookmark: Bookmark) -> int:
        document = self._editor.edit.document()
        known = marks.places(document).get(bookmark.id)
        return position_of(document, bookmark.block, bookmark.offset) if known is None else known

    def _put_caret(self, position: int) -> None:
        self._editor.edit.set_caret_position(position)
        self._editor.edit.ensureCursorVisible()

    async def _remove(self, place: PlacedBookmark) -> None:
        """Remove it from its text, which is opened: so Ctrl+Z brings it back."""
        await self._workspace.open_item(place.item_id)
        if self._editor.current_item_id != place.item_id:
            return
        marks.remove_bookmark(self._editor.edit.document(), place.bookmark.id)
        sheet = self._made_sheet()
        sheet.show_bookmarks(await self._bookmarks(), sheet.list.currentIndex().row())

    def _on_sheet_place_requested(self, place: PlacedBookmark) -> None:
        self._made_sheet().close_sheet()
        self._controller.tasks.latest("bookmarks", self._go(place))

    def _on_sheet_removal_requested(self, place: PlacedBookmark) -> None:
        self._controller.tasks.latest("bookmarks", self._remove(place))

    def _say(self, words: str) -> None:
        self._controller.window.notify(words)
