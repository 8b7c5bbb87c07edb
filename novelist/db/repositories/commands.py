# SPDX-License-Identifier: MIT
"""The journal of what was done: of each novel, and of the shelf (no novel)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, delete, func, select, update

from novelist.db.base import utc_now
from novelist.db.models import Command, Novel, OutlineItem, SceneBody
from novelist.db.repositories.base import Repository
from novelist.domain.edit import Edit
from novelist.domain.enums import CommandState
from novelist.errors import NotFoundError

_MORE: Final = "\n"  # in ``subject``: a title, and after this how many more
_LONGEST: Final = 200  # characters of a title that are kept


@dataclass(frozen=True, slots=True)
class Step:
    """One action in the journal, without its payload.

    ``subject`` is the title of what it was done to, "" where that has none, and ``more`` how many
    others it was done to.
    """

    id: int
    action: str
    state: str
    subject: str
    more: int
    done_at: datetime
    author: str = ""
    device: str = ""

    @classmethod
    def of(cls, edit: Edit) -> Step:
        """The step of an edit that was just recorded."""
        return cls(
            edit.command_id, edit.action, CommandState.DONE, edit.subject, edit.more, utc_now()
        )


class CommandRepository(Repository):
    """Steps of one journal, oldest first by id: what is done, then what was undone."""

    async def add(self, *, subject: str, more: int = 0, **columns: Any) -> int:  # noqa: ANN401
        """Add a step that was done; its id."""
        command = Command(state=CommandState.DONE, subject=_packed(subject, more), **columns)
        self._session.add(command)
        await self._session.flush()
        found = command.id
        self._session.expunge(command)
        return found

    async def last_done(self, novel_id: int | None) -> Step | None:
        """What is undone next."""
        newest = _steps(novel_id).where(_state(CommandState.DONE)).order_by(Command.id.desc())
        return await self._first(newest)

    async def first_undone(self, novel_id: int | None) -> Step | None:
        """What is done again next."""
        oldest = _steps(novel_id).where(_state(CommandState.UNDONE)).order_by(Command.id)
        return await self._first(oldest)

    async def last(self, novel_id: int | None) -> Step | None:
        """What was added last, in whatever state."""
        return await self._first(_steps(novel_id).order_by(Command.id.desc()))

    async def payload_of(self, command_id: int) -> bytes:
        """The packed edit. Raises ``NotFoundError``."""
        found = await self._session.scalar(select(Command.payload).where(Command.id == command_id))
        if found is None:
            raise NotFoundError("command", command_id)
        return found

    async def set_state(self, command_id: int, state: CommandState) -> None:
        """Note that a step was undone, done again or dropped."""
        await self._change(command_id, state=state)

    async def amend(self, command_id: int, payload: bytes) -> None:
        """Give a step another payload."""
        await self._change(command_id, payload=payload)

    async def go_on(self, command_id: int, payload: bytes, subject: str) -> None:
        """The same thing went on being done until now."""
        subject = _packed(subject, 0)
        await self._change(command_id, payload=payload, subject=subject, done_at=utc_now())

    async def drop_undone(self, novel_id: int | None) -> bool:
        """Something else was done: what was undone is kept, but cannot be done again.

        Whether there was anything.
        """
        undone = update(Command).where(_of(novel_id), _state(CommandState.UNDONE))
        done = await self._session.execute(undone.values(state=CommandState.DROPPED), **_PLAIN)
        return bool(done.rowcount)  # type: ignore[attr-defined]  # of an update

    async def prune(self, novel_id: int | None, keep: int) -> None:
        """Remove all but the newest ``keep`` steps."""
        ids = select(Command.id).where(_of(novel_id)).order_by(Command.id.desc())
        newest_removed = await self._session.scalar(ids.offset(keep).limit(1))
        if newest_removed is not None:
            old = delete(Command).where(_of(novel_id), Command.id <= newest_removed)
            await self._session.execute(old, **_PLAIN)

    async def remove(self, command_id: int) -> None:
        """Remove a step that changes nothing any more."""
        await self._session.execute(delete(Command).where(Command.id == command_id), **_PLAIN)

    async def title_of_item(self, item_id: int) -> str:
        """What the item is called; a text without a title by its first words."""
        named = (
            select(OutlineItem.title, func.substr(SceneBody.plain_text, 1, _LONGEST))
            .outerjoin(SceneBody, SceneBody.item_id == OutlineItem.id)
            .where(OutlineItem.id == item_id)
        )
        row = (await self._session.execute(named)).one_or_none()
        return "" if row is None else row[0] or row[1] or ""

    async def title_of_novel(self, novel_id: int) -> str:
        """What the novel is called."""
        return await self._session.scalar(select(Novel.title).where(Novel.id == novel_id)) or ""

    async def _change(self, command_id: int, **columns: Any) -> None:  # noqa: ANN401
        row = update(Command).where(Command.id == command_id)
        await self._session.execute(row.values(**columns), **_PLAIN)

    async def _first(self, wanted: Select[Any]) -> Step | None:
        row = (await self._session.execute(wanted.limit(1))).one_or_none()
        if row is None:
            return None
        subject, more = _unpacked(row.subject)
        return Step(
            row.id, row.action, row.state, subject, more, row.done_at, row.author, row.device
        )


_PLAIN: Final[dict[str, Any]] = {"execution_options": {"synchronize_session": False}}


def _steps(novel_id: int | None) -> Select[Any]:
    command = Command
    columns: list[Any] = [command.id, command.action, command.state, command.subject]
    return select(*columns, command.done_at, command.author, command.device).where(_of(novel_id))


def _of(novel_id: int | None) -> ColumnElement[bool]:
    return Command.novel_id.is_(None) if novel_id is None else Command.novel_id == novel_id


def _state(state: CommandState) -> ColumnElement[bool]:
    return Command.state == state


def _packed(subject: str, more: int) -> str:
    title = " ".join(subject.split())[:_LONGEST]
    return f"{title}{_MORE}{more}" if more else title


def _unpacked(packed: str) -> tuple[str, int]:
    title, _, more = packed.partition(_MORE)
    return title, int(more) if more.isascii() and more.isdecimal() else 0
