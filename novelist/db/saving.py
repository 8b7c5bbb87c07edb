# SPDX-License-Identifier: MIT
"""Saving a live object: only what changed, only if nobody else saved first, losing nothing typed.

The changed columns are read when the command runs, so that a burst of saves is one write of the
newest values. The object is marked saved after COMMIT; what was typed meanwhile stays unsaved.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import CursorResult, Table, Update, bindparam, inspect, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapper, object_session
from sqlalchemy.orm.attributes import set_committed_value

from novelist.db.base import stamp_names, stamps
from novelist.db.feed import after_commit, announce
from novelist.db.identity import VERSION, committed, is_dirty, primary_key, state_of
from novelist.db.session import writer
from novelist.domain.changes import Changes
from novelist.errors import ConflictError, SessionMisuseError

Also = Callable[[AsyncSession, dict[str, Any]], Awaitable[None]]


async def save(
    live: object,
    *,
    key: Hashable | None = None,
    also: Also | None = None,
    changes: Changes | None = None,
) -> None:
    """Save the unsaved changes of a live object; returns after COMMIT.

    Nothing happens when nothing changed. ``also`` gets the session and the columns that are being
    saved, for work in the same transaction; ``changes`` are announced with it. Of saves with the
    same ``key`` (by default: of the same object) that wait together only the newest runs.
    Raises ``ConflictError`` when the row was saved by somebody else; the object keeps its changes.
    """
    if object_session(live) is not None:
        raise SessionMisuseError("an object in a session is saved by its session, not by `save()`")

    async def command(session: AsyncSession) -> None:
        values = unsaved(live)
        if not values:
            return
        values |= stamps(type(live))
        version = await _update(session, live, values)
        if also is not None:
            await also(session, values)
        if changes is not None:
            announce(session, changes)
        after_commit(session, lambda: mark_saved(live, values, version))

    default = (type(live), primary_key(live))
    await writer().submit(command, key=default if key is None else key)


def unsaved(live: object) -> dict[str, Any]:
    """The columns that were changed since the object was loaded or saved, with their values."""
    mapper = state_of(live).mapper
    return {
        attribute.key: getattr(live, attribute.key)
        for attribute in mapper.column_attrs
        if attribute.key != VERSION and is_dirty(live, attribute.key)
    }


def mark_saved(live: object, values: dict[str, Any], version: int) -> None:
    """``values`` are on disk under ``version``; whatever was typed since stays unsaved."""
    stamped = stamp_names(type(live))
    for name, value in values.items():
        current = state_of(live).dict.get(name, value)
        set_committed_value(live, name, value)
        if current != value and name not in stamped:
            setattr(live, name, current)
    set_committed_value(live, VERSION, version)


def keep_mine(live: object, version: int, stored: Mapping[str, Any] | None = None) -> None:
    """Settle a conflict: the next save writes over ``version``, which the user has seen.

    ``stored`` is what that version holds; in the object it counts as what was loaded.
    """
    for name, value in (stored or {}).items():
        mine = getattr(live, name)
        set_committed_value(live, name, value)
        setattr(live, name, mine)
    set_committed_value(live, VERSION, version)


async def stored_beside(session: AsyncSession, live: object) -> tuple[int, dict[str, Any]]:
    """What somebody else saved in the columns that were changed here, and under which version.

    Raises ``ConflictError`` where the row is gone.
    """
    mapper, key, ours = state_of(live).mapper, primary_key(live), getattr(live, VERSION)
    changed = unsaved(live)
    columns = [mapper.columns[name].label(name) for name in (VERSION, *changed)]
    found = (
        await session.execute(select(*columns).where(mapper.primary_key[0] == key))
    ).one_or_none()
    if found is None:
        raise ConflictError(type(live).__name__, key, ours, None)
    values = dict(found._mapping)
    version = values.pop(VERSION)
    differs = {name: value for name, value in values.items() if value != committed(live, name)}
    return version, {name: value for name, value in differs.items() if value != changed[name]}


async def _update(session: AsyncSession, live: object, values: dict[str, Any]) -> int:
    """The versioned UPDATE; the new version."""
    cls, ours, key = type(live), getattr(live, VERSION), primary_key(live)
    mapper: Mapper[Any] = inspect(cls)
    given = {f"new_{name}": value for name, value in values.items()}
    given |= {"key": key, "ours": ours, f"new_{VERSION}": ours + 1}
    result = await session.execute(_versioned_update(mapper, tuple(values)), given)
    assert isinstance(result, CursorResult)
    if result.rowcount != 1:
        row = mapper.primary_key[0] == key
        theirs = await session.scalar(select(mapper.columns[VERSION]).where(row))
        raise ConflictError(cls.__name__, key, ours, theirs)
    return int(ours) + 1


@lru_cache(maxsize=128)
def _versioned_update(mapper: Mapper[Any], names: tuple[str, ...]) -> Update:
    """The statement for these attributes; making one takes longer than running it."""
    columns = [mapper.columns[name] for name in (*names, VERSION)]
    new = {
        column.name: bindparam(f"new_{name}", type_=column.type)
        for name, column in zip((*names, VERSION), columns, strict=True)
    }
    key, version, table = mapper.primary_key[0], mapper.columns[VERSION], mapper.local_table
    assert isinstance(table, Table)
    return (
        update(table)
        .where(key == bindparam("key", type_=key.type), version == bindparam("ours"))
        .values(new)
    )
