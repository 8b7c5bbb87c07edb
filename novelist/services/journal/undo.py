# SPDX-License-Identifier: MIT
"""Undo of what was done to a novel's outline, or on the shelf, today or another day.

The steps stand in the journal (``journal.py``), so what can be undone is the same after a
restart. Each step is undone or done again in one transaction, together with its state.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from novelist.db.off_loop import off_loop
from novelist.db.repositories.commands import CommandRepository, Step
from novelist.db.session import read_session, writer
from novelist.domain.edit import Edit, Values
from novelist.domain.edit_codec import pack_edit, unpack_edit
from novelist.domain.enums import CommandState
from novelist.errors import DocumentFormatError, EditFormatError, StepError, StepUnreadableError
from novelist.services.journal.applying import apply_edit

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

_Command = Callable[["AsyncSession"], Awaitable[Edit | None]]

__all__ = ["Edit", "Step", "UndoStack", "Values"]


class UndoStack:
    """What can be taken back and done again: of one novel, or on the shelf (``novel_id`` None).

    The journal on disk decides; this knows its ends, for the words of a menu. ``refresh`` after
    whatever may have been recorded.
    """

    def __init__(self, novel_id: int | None) -> None:
        self.novel_id = novel_id
        self.changed: list[Callable[[], None]] = []
        self._done: Step | None = None
        self._undone: Step | None = None
        self._turn = asyncio.Lock()

    @classmethod
    async def load(cls, novel_id: int | None) -> UndoStack:
        """The stack with the ends of its journal; payloads stay on disk until they are wanted."""
        stack = cls(novel_id)
        await stack.refresh()
        return stack

    @property
    def next_undo(self) -> Step | None:
        """The step that ``undo`` would take back."""
        return self._done

    @property
    def next_redo(self) -> Step | None:
        """The step that ``redo`` would do again."""
        return self._undone

    @property
    def undo_action(self) -> str | None:
        """The name of the action that ``undo`` would take back."""
        return None if self._done is None else self._done.action

    @property
    def redo_action(self) -> str | None:
        """The name of the action that ``redo`` would do again."""
        return None if self._undone is None else self._undone.action

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self.undo_action is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return self.redo_action is not None

    def is_next(self, edit: Edit) -> bool:
        """Whether ``undo`` would take back this very action."""
        return self._done is not None and self._done.id == edit.command_id

    def push(self, edit: Edit) -> None:
        """Know of an action that was just recorded, without asking the disk."""
        if edit.command_id:
            self._show(Step.of(edit), None)

    async def refresh(self) -> None:
        """Look at the ends of the journal."""
        async with read_session() as session:
            commands = CommandRepository(session)
            done = await commands.last_done(self.novel_id)
            self._show(done, await commands.first_undone(self.novel_id))

    async def undo(self, *, only: Edit | None = None, initiator: str = "") -> Edit | None:
        """Take the last action back (or ``only`` this, if it is the last); None for nothing.

        Raises, changing nothing, ``TextChangedError`` where words that were typed since would be
        lost; ``StepImpossibleError`` where it needs what is gone for ever and
        ``StepUnreadableError`` where it cannot be read: such a step is left out from then on.
        """

        async def command(session: AsyncSession) -> Edit | None:
            step = await CommandRepository(session).last_done(self.novel_id)
            if step is None or (only is not None and only.command_id != step.id):
                return None
            return await _apply(session, self.novel_id, step, True, initiator)

        return await self._step(command)

    async def redo(self, *, initiator: str = "") -> Edit | None:
        """Do the last undone action again; raises as ``undo`` does."""

        async def command(session: AsyncSession) -> Edit | None:
            step = await CommandRepository(session).first_undone(self.novel_id)
            if step is None:
                return None
            return await _apply(session, self.novel_id, step, False, initiator)

        return await self._step(command)

    async def _step(self, command: _Command) -> Edit | None:
        async with self._turn:
            try:
                return await writer().submit(command)
            except StepError as error:
                await _leave_out(error.command_id)
                raise
            finally:
                await self.refresh()

    def _show(self, done: Step | None, undone: Step | None) -> None:
        if (done, undone) == (self._done, self._undone):
            return
        self._done, self._undone = done, undone
        for listener in list(self.changed):
            listener()


async def _read(session: AsyncSession, novel_id: int | None, step: Step) -> Edit:
    payload = await CommandRepository(session).payload_of(step.id)
    try:
        unpack = partial(unpack_edit, step.action, novel_id, payload, step.id)
        return await off_loop(len(payload), unpack)
    except EditFormatError as error:
        raise StepUnreadableError(step.id, str(error)) from error


async def _apply(
    session: AsyncSession, novel_id: int | None, step: Step, backwards: bool, initiator: str
) -> Edit:
    """Undo a step or do it again, and note that; its edit as it was really done."""
    edit, commands = await _read(session, novel_id, step), CommandRepository(session)
    try:
        done = await apply_edit(session, edit, backwards=backwards, initiator=initiator)
    except DocumentFormatError as error:
        raise StepUnreadableError(step.id, str(error)) from error
    if done != edit:
        await commands.amend(step.id, await off_loop(done.size, partial(pack_edit, done)))
    await commands.set_state(step.id, CommandState.UNDONE if backwards else CommandState.DONE)
    return done


async def _leave_out(command_id: int) -> None:
    """A step that can never be undone or done again is not offered any more."""
    await writer().submit(
        lambda session: CommandRepository(session).set_state(command_id, CommandState.DROPPED)
    )
