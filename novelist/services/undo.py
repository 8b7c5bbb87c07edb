# SPDX-License-Identifier: MIT
"""Undo of changes to the outline: each action keeps the exact values it found and left."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.session import writer
from novelist.errors import TextChangedError
from novelist.services.announcing import announce_values

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

Values = Mapping[int, Mapping[str, Any]]  # item id → column → value


@dataclass(frozen=True)
class Edit:
    """One action of the user on the outline of one novel.

    ``before`` and ``after`` hold the columns that the action changed; ``texts_before`` and
    ``texts_after`` the JSON Lines of the scenes whose text it rewrote (a split, a merge).
    """

    action: str
    novel_id: int
    ids: tuple[int, ...]
    before: Values
    after: Values
    texts_before: Mapping[int, str] = field(default_factory=dict)
    texts_after: Mapping[int, str] = field(default_factory=dict)


class UndoStack:
    """The actions that can be taken back and done again, for one novel."""

    def __init__(self, novel_id: int) -> None:
        self.novel_id = novel_id
        self.changed: list[Callable[[], None]] = []
        self._done: list[Edit] = []
        self._undone: list[Edit] = []
        self._turn = asyncio.Lock()

    @property
    def undo_action(self) -> str | None:
        """The name of the action that ``undo`` would take back."""
        return self._done[-1].action if self._done else None

    @property
    def redo_action(self) -> str | None:
        """The name of the action that ``redo`` would do again."""
        return self._undone[-1].action if self._undone else None

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return bool(self._undone)

    def push(self, edit: Edit) -> None:
        """Remember an action that was just done; what had been undone is forgotten."""
        self._done.append(edit)
        self._undone.clear()
        self._notify()

    async def undo(self, *, initiator: str = "") -> Edit | None:
        """Take the last action back; the edit it belonged to, or None where there was none."""
        async with self._turn:
            if not self._done:
                return None
            edit = self._done[-1]
            await apply_values(
                edit, edit.before, edit.texts_after, edit.texts_before, initiator=initiator
            )
            if self._done[-1] is edit:
                self._undone.append(edit)
            self._done.remove(edit)  # by now another may have been pushed, which stays
            self._notify()
            return edit

    async def redo(self, *, initiator: str = "") -> Edit | None:
        """Do the last undone action again."""
        async with self._turn:
            if not self._undone:
                return None
            edit, place = self._undone[-1], len(self._done)
            await apply_values(
                edit, edit.after, edit.texts_before, edit.texts_after, initiator=initiator
            )
            self._done.insert(place, edit)
            if edit in self._undone:  # unless a push forgot it meanwhile
                self._undone.remove(edit)
            self._notify()
            return edit

    def _notify(self) -> None:
        for listener in list(self.changed):
            listener()


async def apply_values(
    edit: Edit,
    values: Values,
    expected: Mapping[int, str],
    texts: Mapping[int, str],
    *,
    initiator: str,
) -> None:
    """Give the items ``values`` and the scenes ``texts``, in one transaction.

    Raises ``TextChangedError``, changing nothing, when a scene no longer holds the ``expected``
    text: taking the action back would drop what was typed since.
    """

    async def command(session: AsyncSession) -> None:
        bodies = SceneBodyRepository(session)
        for item_id, content in expected.items():
            if (await bodies.get(item_id)).content != content:
                raise TextChangedError(item_id)
        for item_id, content in texts.items():
            await bodies.replace(item_id, content)
        outlines = OutlineRepository(session)
        found = await outlines.values_of(values)
        await outlines.apply(values)
        announce_values(session, edit.novel_id, found, values, texts, initiator=initiator)

    await writer().submit(command)
