# SPDX-License-Identifier: MIT
"""The entities of the open novel as they are known here: read, followed, saved one by one."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QObject, Signal

from novelist.domain.changes import Changes, Subject
from novelist.domain.entities import Entity, EntityKind
from novelist.errors import NotFoundError
from novelist.services.entities import Edit, list_entities, write_entity
from novelist.ui.bible.draft import Draft
from novelist.ui.tasks import Tasks

BIBLE: Final = "bible"
"""Who starts the changes that are made here."""


class Entries(QObject):
    """One ``Draft`` for each entity, the same as long as the novel is open."""

    changed = Signal(object)
    """They were read anew; the ids of those that were not known before."""
    saved = Signal(object)
    """An ``Edit`` of the journal."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._novel_id: int | None = None
        self._drafts: dict[int, Draft] = {}
        self._turn = asyncio.Lock()
        self._saves = 0  # how many reached the store: what was read before one of them is old
        self.is_read = False
        """Whether the entities of this novel were read once."""

    @property
    def novel_id(self) -> int | None:
        """The novel whose entities these are."""
        return self._novel_id

    def all(self) -> list[Draft]:
        """Every entity: by kind, and in their order within it."""
        order = list(EntityKind)
        return sorted(self._drafts.values(), key=lambda draft: order.index(draft.kind))

    def find(self, entity_id: int | None) -> Draft | None:
        """The entity with this id."""
        return None if entity_id is None else self._drafts.get(entity_id)

    def show(self, novel_id: int | None) -> None:
        """Know those of this novel from now on, after ``load``."""
        if novel_id != self._novel_id:
            self._novel_id, self._drafts, self.is_read = novel_id, {}, False
            self.changed.emit(())

    def follow(self, changes: Changes) -> None:
        """Something was committed; what was done here is known already."""
        if changes.initiator == BIBLE:
            return
        mine = (entry for entry in changes.entries if entry.novel_id == self._novel_id)
        if self.is_read and any(entry.subject is Subject.ENTITY for entry in mine):
            self._tasks.latest("bible_follow", self.load())

    async def load(self) -> None:
        """Read all of them anew."""
        novel_id = self._novel_id
        if novel_id is None:
            return
        saves = -1
        found: list[Entity] = []
        while saves != self._saves:
            saves = self._saves
            found = await list_entities(novel_id)
        if novel_id == self._novel_id:
            self._take(found)

    def _take(self, found: Collection[Entity]) -> None:
        fresh = [each.id for each in found if each.id not in self._drafts]
        known, was_read = self._drafts, self.is_read
        self._drafts, self.is_read = {}, True
        for each in found:
            draft = known.get(each.id) or Draft(each)
            draft.take(each)
            self._drafts[each.id] = draft
        self.changed.emit(fresh if was_read else ())

    async def save(self, draft: Draft) -> None:
        """Write what is unsaved of one; raises what keeps it from getting to disk.

        One that is gone for ever is let go: what nobody can save holds nothing else up.
        """
        async with self._turn:
            while unsaved := draft.unsaved:
                column, value = next(iter(unsaved.items()))
                try:
                    await self._write(draft, column, value)
                except NotFoundError:
                    self._drafts.pop(draft.id, None)
                    draft.give_up()
                    raise

    async def _write(self, draft: Draft, column: str, value: object) -> None:
        edit: Edit = await write_entity(
            draft.id, {column: value}, typed=draft.is_typed(column), initiator=BIBLE
        )
        self._saves += 1
        draft.note_saved(column, value)
        self.saved.emit(edit)
        if edit.entities_after.get(draft.id, {}).get("deleted_at", self) is None:
            self._tasks.latest("bible_follow", self.load())  # it is there again

    def unsaved(self) -> list[Draft]:
        """Those of which something is not in the store."""
        return [draft for draft in self._drafts.values() if draft.unsaved]
