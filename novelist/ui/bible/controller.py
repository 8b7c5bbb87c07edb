# SPDX-License-Identifier: MIT
"""Leads to the page "Bible": shows its entities, keeps what is written, makes and deletes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from novelist.domain.changes import Changes, Subject
from novelist.domain.entities import EntityKind
from novelist.domain.finding.entity_words import written_columns
from novelist.services.entities import Edit, create_entity, remove_entity
from novelist.services.unsaved.rescue import UnsavedText, key_of_entity
from novelist.ui.bible.draft import Draft
from novelist.ui.bible.entries import BIBLE, Entries
from novelist.ui.bible.page import BiblePage
from novelist.ui.labels import unnamed_label
from novelist.ui.save_state import SaveState
from novelist.ui.undo_offer import UndoOffer

if TYPE_CHECKING:
    from collections.abc import Collection

    from novelist.domain.finding.entity_words import Spot
    from novelist.settings import NovelState
    from novelist.ui.controller import Controller

_ABOUT_ROWS: Final = frozenset({"name", "aliases", "summary", "kind"})


class BibleController(QObject):
    """One for the life of the window; made when it is first wanted."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller, self._workspace = controller, controller.workspace
        self._tasks, context = controller.tasks, controller.context
        self._saving = 0
        self.entries = Entries(self._tasks, self)
        self.page = BiblePage(context.theme, context.icons, self._tasks, self._save)
        controller.window.add_page(BIBLE, self.page)
        self._connect()

    def _connect(self) -> None:
        page, side = self.page, self.page.side
        self.entries.changed.connect(self._on_entries_changed)
        self.entries.saved.connect(self._on_entries_saved)
        side.list.entity_chosen.connect(self.choose)
        side.list.kind_requested.connect(self.change_kind)
        side.list.delete_requested.connect(self.delete)
        side.create_requested.connect(self.create)
        side.filter.textChanged.connect(self._on_filter_text_changed)
        page.form.edited.connect(self._on_form_edited)
        page.form.delete_requested.connect(self.delete)
        page.empty.action_requested.connect(self._on_empty_action_requested)
        page.left.connect(self._controller.show_write)
        self._workspace.companions.append(self)
        self._workspace.counts_changed.connect(self._follow_novel)
        self._workspace.novel_left.connect(self._follow_novel)
        self._controller.context.bus.changed.connect(self.entries.follow)
        self._controller.context.bus.changed.connect(self._on_bus_changed)

    # -- coming and going ----------------------------------------------------------------------

    def show(self) -> None:
        """Show the bible of the open novel."""
        window, workspace = self._controller.window, self._workspace
        if workspace.novel_id is None:
            return
        window.show_page(BIBLE)
        if window.current_page != BIBLE:  # one is locked in
            return
        workspace.tell_counts()
        self._follow_novel()
        self._tasks.latest("bible_open", self._open())

    async def show_spot(self, entity_id: int, spot: Spot, start: int, end: int) -> None:
        """Show an entity with some characters of what is written of it selected."""
        window = self._controller.window
        window.show_page(BIBLE)
        if window.current_page != BIBLE:  # one is locked in
            return
        self._workspace.tell_counts()
        self._follow_novel()
        self.page.side.filter.clear()
        await self.entries.load()
        self.choose(entity_id)
        if self._shown_id(self.page.form.draft) == entity_id:
            self.page.form.select(spot, start, end)

    async def _open(self) -> None:
        await self.entries.load()
        page = self.page
        stop = page.side.list if self.entries.all() else page.empty.action
        stop.setFocus()

    def _follow_novel(self) -> None:
        """Another novel is open, or none: what was written of the other is on disk."""
        if self.entries.novel_id != self._workspace.novel_id:
            self.page.side.filter.clear()
            self.page.form.show_draft(None)
            self.entries.show(self._workspace.novel_id)
        self._tell_novel()

    def _tell_novel(self) -> None:
        if self._workspace.novel_id is not None:
            self.page.side.show_novel(self._workspace.novel.title)

    # -- what is shown -------------------------------------------------------------------------

    def choose(self, entity_id: int) -> None:
        """Show an entity, in the list too."""
        draft = self.entries.find(entity_id)
        if draft is None:
            return
        self.page.form.show_draft(draft)
        self.page.show_form()
        self.page.side.list.choose(entity_id)
        state = self._state
        if state is not None and state.entity != entity_id:
            state.entity = entity_id
            self._tasks.latest("keep_state", self._controller.context.keep_state())

    def _on_entries_changed(self, fresh: Collection[int]) -> None:
        """Show them as they are now, and what came just now where that is one."""
        page, drafts = self.page, self.entries.all()
        shown = page.form.draft
        wanted = [self._shown_id(shown), self._remembered]
        if len(fresh) == 1:
            wanted = [*fresh, *wanted]
        chosen = next((each for each in wanted if self.entries.find(each)), None)
        if chosen is None and drafts:
            chosen = drafts[0].id
        page.side.list.show_entities(drafts, chosen)
        page.side.tell()
        if chosen is None:
            page.form.show_draft(None)
            page.show_empty(is_read=self.entries.is_read)
        else:
            self.choose(chosen)
            page.form.reflect()

    def _shown_id(self, draft: Draft | None) -> int | None:
        return None if draft is None else draft.id

    @property
    def _remembered(self) -> int | None:
        return None if self._state is None else self._state.entity

    @property
    def _state(self) -> NovelState | None:
        novel_id, context = self.entries.novel_id, self._controller.context
        return None if novel_id is None else context.state.novel(context.library, novel_id)

    # -- making, changing, deleting ------------------------------------------------------------

    def create(self, kind: str) -> None:
        """Make an entity and let it be named."""
        self._tasks.start(self._create(EntityKind(kind)))

    async def _create(self, kind: EntityKind) -> None:
        novel_id = self.entries.novel_id
        if novel_id is None:
            return
        await self.settle()
        edit = await create_entity(novel_id, kind=kind, initiator=BIBLE)
        if novel_id != self.entries.novel_id:
            return
        self._workspace.outline.remember(edit)
        self.page.side.filter.clear()
        await self.entries.load()
        self.choose(next(iter(edit.entities_after)))
        self.page.form.focus_name()

    def change_kind(self, entity_id: int, kind: str) -> None:
        """Let an entity be of another kind."""
        draft = self.entries.find(entity_id)
        if draft is not None and draft.kind != kind:
            draft.kind = EntityKind(kind)
            self._on_form_edited(entity_id, "kind")
            self.page.form.reflect()
            self._tasks.start(self._save(draft))

    def delete(self, entity_id: int) -> None:
        """Delete an entity; the message offers to take that back."""
        self._tasks.start(self._delete(entity_id))

    async def _delete(self, entity_id: int) -> None:
        draft = self.entries.find(entity_id)
        if draft is None:
            return
        neighbour = self._neighbour(entity_id)  # before others may delete it while one waits
        await self.settle()  # what was typed comes back with it
        edit = await remove_entity(entity_id, initiator=BIBLE)
        outline = self._workspace.outline
        outline.remember(edit)
        if self.page.form.draft is draft and neighbour is not None:
            self.choose(neighbour)
        await self.entries.load()
        (self.page.side.list if neighbour else self.page.empty.action).setFocus()
        name = draft.name.strip() or unnamed_label(draft.kind)
        words = self.tr("“{name}” was deleted").format(name=name)
        undo = UndoOffer(edit.command_id, lambda: outline.undo_only(edit))
        self._controller.window.notify(words, undo)

    def _neighbour(self, entity_id: int) -> int | None:
        ids = [draft.id for draft in self.entries.all()]
        number = ids.index(entity_id)
        nearby = ids[number + 1 :] + ids[:number][::-1]
        return nearby[0] if nearby else None

    # -- saving --------------------------------------------------------------------------------

    async def _save(self, draft: Draft) -> None:
        self._saving += 1
        self._tell_state()
        try:
            await self.entries.save(draft)
        finally:
            self._saving -= 1
            self._tell_state()

    async def settle(self) -> None:
        """Wait until what was typed is on disk; raises what kept it from getting there."""
        await self.page.form.settle()
        for draft in self.entries.unsaved():
            await self._save(draft)

    def forget(self) -> None:
        """The library is left with what was typed and not saved: that waits elsewhere."""
        self.page.form.forget()
        self.entries.show(None)

    @property
    def has_unsaved(self) -> bool:
        """Whether something typed is not on disk."""
        return bool(self.entries.unsaved())

    def unsaved(self) -> list[tuple[int, UnsavedText]]:
        """What is not on disk, by the key of its entity."""
        novel_id = self.entries.novel_id or 0
        return [
            (
                key_of_entity(draft.id),
                UnsavedText(draft.name, None, written_columns(draft.unsaved), novel_id),
            )
            for draft in self.entries.unsaved()
        ]

    def _tell_state(self) -> None:
        state = SaveState.SAVING if self._saving else SaveState.SAVED
        if not self._saving and self.has_unsaved:
            state = SaveState.EDITED
        self._controller.tracker.set_source(BIBLE, state)

    # -- slots ---------------------------------------------------------------------------------

    def _on_bus_changed(self, changes: Changes) -> None:
        if any(entry.subject is Subject.NOVEL for entry in changes.entries):
            self._tell_novel()

    def _on_form_edited(self, entity_id: int, column: str) -> None:
        draft, rows = self.entries.find(entity_id), self.page.side.list
        self._controller.tracker.set_source(BIBLE, SaveState.EDITED)
        if draft is None:
            return
        if column == "kind":
            rows.show_entities(self.entries.all(), self._shown_id(self.page.form.draft))
        elif column in _ABOUT_ROWS:
            rows.entities.refresh(draft)

    def _on_entries_saved(self, edit: Edit) -> None:
        if edit.command_id and edit.novel_id == self._workspace.novel_id:
            self._workspace.outline.remember(edit)

    def _on_filter_text_changed(self, text: str) -> None:
        self.page.side.list.set_filter(text, self._shown_id(self.page.form.draft))
        self.page.side.tell()

    def _on_empty_action_requested(self) -> None:
        self.create(EntityKind.CHARACTER)
