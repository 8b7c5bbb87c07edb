# SPDX-License-Identifier: MIT
"""The steps of one journal as a panel knows them: the binder's, or the shelf's."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from novelist.services.journal.undo import UndoStack
from novelist.ui.tasks import Tasks
from novelist.ui.undo_words import redo_words, undo_words

if TYPE_CHECKING:
    from novelist.services.journal.undo import Edit, Step


async def _nothing() -> None:
    """Nothing is to be saved."""


class UndoSteps(QObject):
    """Takes steps back and does them again; knows what comes next, for the words of the menu.

    ``applied`` is awaited after a step with its edit. What is typed is saved before (``flush``).
    """

    changed = Signal()
    taken_back = Signal(int)
    """A step of the journal, undone."""

    def __init__(
        self,
        tasks: Tasks,
        initiator: str,
        applied: Callable[[Edit], Awaitable[None]],
        parent: QObject,
        flush: Callable[[], Awaitable[None]] = _nothing,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._initiator, self._flush = tasks, initiator, flush
        self._applied = applied
        self._stack = UndoStack(None)

    def show(self, novel_id: int | None) -> None:
        """Begin with another journal; what it holds is known after ``follow``."""
        self._stack = UndoStack(novel_id)
        self._stack.changed.append(self.changed.emit)
        self.changed.emit()

    def follow(self) -> None:
        """Something may have been recorded: look again, soon."""
        self._tasks.latest(("undo", self._initiator), self._stack.refresh())

    def remember(self, edit: Edit) -> None:
        """Something was recorded just now."""
        self._stack.push(edit)

    def is_next(self, edit: Edit) -> bool:
        """Whether ``undo`` takes back this very action."""
        return self._stack.is_next(edit)

    @property
    def next_undo(self) -> Step | None:
        """What ``undo`` takes back."""
        return self._stack.next_undo

    @property
    def next_redo(self) -> Step | None:
        """What ``redo`` does again."""
        return self._stack.next_redo

    def undo_text(self) -> str:
        """What the menu says of undo."""
        return undo_words(self.next_undo)

    def redo_text(self) -> str:
        """What the menu says of redo."""
        return redo_words(self.next_redo)

    def undo(self, only: Edit | None = None) -> None:
        """Take the last action back; with ``only``, this one if nothing was done since."""
        self._tasks.start(self._undo(only))

    def redo(self) -> None:
        """Do the last undone action again."""
        self._tasks.start(self._redo())

    async def _undo(self, only: Edit | None) -> None:
        stack = self._stack
        await self._flush()
        edit = await stack.undo(only=only, initiator=self._initiator)
        if edit is not None:
            self.taken_back.emit(edit.command_id)
        await self._tell(stack, edit)

    async def _redo(self) -> None:
        stack = self._stack
        await self._flush()
        await self._tell(stack, await stack.redo(initiator=self._initiator))

    async def _tell(self, stack: UndoStack, edit: Edit | None) -> None:
        if edit is not None and stack is self._stack:
            await self._applied(edit)
