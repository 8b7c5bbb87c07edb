# SPDX-License-Identifier: MIT
"""Programs that share a library on a server tell each other what they committed.

Each transaction leaves the changes that it announces in a table, in the same COMMIT. Every program
looks there now and then, refreshes the live objects of the rows that others changed, and publishes
their changes as if they were its own. In a library file nothing of this happens.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.orm import Session

from novelist.db.base import Base, utc_now
from novelist.db.connection import MODE, WRITE
from novelist.db.feed import OUTBOX, ChangeFeed, Outbox
from novelist.db.identity import LIVE, IdentityMap
from novelist.db.models import Announcement, Novel, OutlineItem, SceneBody
from novelist.domain.changes import Action, Change, Changes, Subject

log = logging.getLogger(__name__)

SITTING: Final = "novelist.sitting"  # the key in ``session.info`` of a library on a server
NEIGHBOUR: Final = "neighbour"  # the initiator of what others changed

_EVERY: Final = 1.5  # seconds between two looks
_LATE: Final = 200  # numbers to look back: who began earlier may commit later
_KEPT: Final = timedelta(days=1)
_TABLE: Final = Base.metadata.tables[Announcement.__tablename__]
_CLASSES: Final = {
    Subject.NOVEL: Novel,
    Subject.ITEM: OutlineItem,
    Subject.TEXT: SceneBody,
}


def leave_announcements(session: Session) -> None:
    """Before COMMIT: let the other programs know, in the same transaction."""
    sitting, outbox = session.info.get(SITTING), session.info.get(OUTBOX)
    if sitting is None or not isinstance(outbox, Outbox):
        return
    entries = [_packed(entry) for changes in outbox.take_unshared() for entry in changes.entries]
    if entries:
        session.execute(insert(_TABLE), {"sitting": sitting, "entries": entries})


class Neighbours:
    """What the other programs do, from ``start`` to ``stop``."""

    def __init__(self, engine: AsyncEngine, live: IdentityMap, feed: ChangeFeed) -> None:
        self.sitting = secrets.token_hex(8)
        self._engine = engine
        self._live = live
        self._feed = feed
        self._seen: set[int] = set()  # the latest that were taken in
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """What was announced until now is known: it is read with everything else."""
        async with self._session() as session:
            newest = await session.scalar(select(func.max(_TABLE.c.id))) or 0
            known = select(_TABLE.c.id).where(_TABLE.c.id > newest - _LATE)
            self._seen = set(await session.scalars(known))
        await self._forget_old()
        self._task = asyncio.get_running_loop().create_task(self._look(), name="neighbours")

    async def stop(self) -> None:
        """Look no more."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError):  # it was asked to end
                await task

    async def look(self) -> None:
        """Take in what others committed since the last look."""
        async with self._session() as session:
            statement = select(_TABLE).where(_TABLE.c.id > max(self._seen, default=0) - _LATE)
            rows = (await session.execute(statement.order_by(_TABLE.c.id))).all()
            fresh = [row for row in rows if row.id not in self._seen]
            heard = [row.entries for row in fresh if row.sitting != self.sitting]
            others = [_unpacked(entries) for entries in heard if entries]  # none: a commit's mark
            await self._refresh(session, others)
        self._seen.update(row.id for row in fresh)
        oldest = max(self._seen, default=0) - 2 * _LATE
        self._seen = {each for each in self._seen if each > oldest}
        for changes in others:
            self._feed.publish(changes)

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(_EVERY)
            try:
                await self.look()
            except Exception as error:  # noqa: BLE001 - the writer tells of a lost connection
                log.info("the other programs were not heard: %s", type(error).__name__)

    async def _refresh(self, session: AsyncSession, others: Iterable[Changes]) -> None:
        """Give live objects the values of rows that others changed; typed text stays."""
        for subject, cls in _CLASSES.items():
            ids = {each for changes in others for each in changes.ids(subject)}
            held = [each for each in ids if self._live.find(cls, each) is not None]
            for each in held:
                loaded: Any = await session.get(cls, each)
                if loaded is not None:
                    session.expunge(loaded)
                    self._live.adopt(loaded)

    async def _forget_old(self) -> None:
        """Nobody has been away for that long with the library open."""
        async with self._engine.execution_options(**{MODE: WRITE}).begin() as connection:
            await connection.execute(delete(_TABLE).where(_TABLE.c.made_at < utc_now() - _KEPT))

    def _session(self) -> AsyncSession:
        return AsyncSession(self._engine, info={OUTBOX: None, LIVE: self._live})


def _packed(entry: Change) -> dict[str, Any]:
    return {
        "subject": entry.subject.value,
        "action": entry.action.value,
        "ids": sorted(entry.ids),
        "novel_id": entry.novel_id,
    }


def _unpacked(entries: Iterable[dict[str, Any]]) -> Changes:
    """What a newer program announces in words that we do not know is left out."""
    known = []
    for entry in entries:
        with suppress(KeyError, ValueError):  # of a newer version: nothing here knows of it
            subject, action = Subject(entry["subject"]), Action(entry["action"])
            known.append(Change(subject, action, frozenset(entry["ids"]), entry["novel_id"]))
    return Changes(tuple(known), NEIGHBOUR)
