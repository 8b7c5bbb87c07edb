# SPDX-License-Identifier: MIT
"""The past of a novel that is copied from another library: every version, every named moment.

All is under new ids, in the old order; each version was read there and fits its digest.
"""

from __future__ import annotations

import asyncio
import logging
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any, Final

from sqlalchemy import Connection, Row, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from novelist.db.base import Base
from novelist.db.models import Revision, Snapshot
from novelist.db.repair.version_reader import VersionReader
from novelist.db.repositories.base import chunks
from novelist.db.repositories.revisions import RevisionRepository
from novelist.db.repositories.snapshots import SnapshotRepository
from novelist.domain.outline_snapshot import pack_outline, unpack_bible, unpack_outline
from novelist.domain.pictures import named_pictures
from novelist.errors import RevisionDamagedError

log = logging.getLogger(__name__)

_TABLE: Final = Base.metadata.tables[Revision.__tablename__]
_MOMENTS: Final = Base.metadata.tables[Snapshot.__tablename__]
_TOGETHER: Final = 200  # versions written in one turn of the loop


@dataclass(frozen=True)
class NovelPast:
    """Rows as they are in the other library: versions oldest first, and named moments.

    ``places`` says by the id of a version the how manieth it is.
    """

    versions: Sequence[Row[Any]]
    places: Mapping[int, int]
    moments: Sequence[Row[Any]]
    pictures: frozenset[str] = frozenset()  # that its versions show

    def place_of(self, moment: Row[Any]) -> int | None:
        """How manieth the version is that a moment names, or was the newest then; -1 is none.

        None where it names one that cannot be read.
        """
        if moment.item_id is not None:
            return self.places.get(moment.revision_id)
        return bisect_right(self.versions, moment.revision_id, key=lambda row: row.id) - 1


@dataclass(frozen=True)
class CopiedIds:
    """What the copy calls what the other library calls otherwise; by old id."""

    items: Mapping[int, int]
    statuses: Mapping[int | None, int]
    labels: Mapping[int | None, int]
    entities: Mapping[int, int]


def read_past(connection: Connection, novel_id: int) -> NovelPast:
    """Read and check the past of a novel. Versions that cannot be read there are left out."""
    wanted = select(_TABLE).where(_TABLE.c.novel_id == novel_id)
    rows = connection.execute(wanted.order_by(_TABLE.c.item_id, _TABLE.c.id)).all()
    driver = connection.connection.driver_connection
    assert driver is not None
    reader, kept, pictures = VersionReader(driver), list[Row[Any]](), set[str]()
    for _, versions in groupby(rows, key=lambda row: row.item_id):
        kept += _sound(reader, list(versions), pictures)
    if len(kept) < len(rows):
        log.warning("%d versions could not be read and are left out", len(rows) - len(kept))
    moments = select(_MOMENTS).where(_MOMENTS.c.novel_id == novel_id).order_by(_MOMENTS.c.id)
    kept.sort(key=lambda row: row.id)
    places = {row.id: place for place, row in enumerate(kept)}
    return NovelPast(kept, places, connection.execute(moments).all(), frozenset(pictures))


def _sound(
    reader: VersionReader, versions: list[Row[Any]], pictures: set[str]
) -> Iterator[Row[Any]]:
    """The versions of one text that can be read, and those that they are built on.

    The digests of what they show are added to ``pictures``.
    """
    readable = {row.id for row in versions if _is_readable(reader, row.id, pictures)}
    needed = set[int]()
    for row in reversed(versions):
        if row.id in readable or row.id in needed:
            needed.add(row.base_id)
            yield row


def _is_readable(reader: VersionReader, revision_id: int, pictures: set[str]) -> bool:
    try:
        pictures |= named_pictures(reader.read(revision_id))
    except RevisionDamagedError:
        return False
    return True


async def write_past(session: AsyncSession, past: NovelPast, novel_id: int, ids: CopiedIds) -> None:
    """Add the past to the copy of its novel; for use inside a command."""
    first = await _write_versions(session, past, novel_id, ids.items)
    for row in past.moments:
        place = past.place_of(row)
        if place is None:
            continue
        try:
            outline = await _outline(row.outline, ids)
        except RevisionDamagedError as error:
            log.warning("a named moment could not be read and is left out: %s", error)
            continue
        columns = _columns(row) | {
            "novel_id": novel_id,
            "item_id": None if row.item_id is None else ids.items[row.item_id],
            "revision_id": first + place,
            "outline": outline,
        }
        await SnapshotRepository(session).add(**columns)


async def _write_versions(
    session: AsyncSession, past: NovelPast, novel_id: int, items: Mapping[int, int]
) -> int:
    """Add the versions one after the other; the id of the first, or that it would have."""
    revisions, first = RevisionRepository(session), 0
    if not past.versions:
        return await revisions.newest_id() + 1

    def copied(row: Row[Any]) -> dict[str, Any]:
        base = None if row.base_id is None else first + past.places[row.base_id]
        moved = {"novel_id": novel_id, "item_id": items[row.item_id], "base_id": base}
        return _columns(row) | moved

    first = await revisions.add(copied(past.versions[0]))  # an id that no version ever had
    for part in chunks(islice(past.versions, 1, None), _TOGETHER):
        rows = [copied(row) | {"id": first + past.places[row.id]} for row in part]
        await session.execute(insert(_TABLE), rows)
        await asyncio.sleep(0)
    return first


def _columns(row: Row[Any]) -> dict[str, Any]:
    return {name: value for name, value in row._mapping.items() if name != "id"}


async def _outline(packed: bytes | None, ids: CopiedIds) -> bytes | None:
    """The outline of a named moment under the ids of the copy, without what is gone for ever."""
    if packed is None:
        return None
    return await asyncio.to_thread(_move_outline, packed, ids)


def _move_outline(packed: bytes, ids: CopiedIds) -> bytes:
    bible = unpack_bible(packed)
    items = {
        ids.items[key]: values
        | {
            "parent_id": ids.items.get(values["parent_id"]),
            "status_id": ids.statuses.get(values["status_id"]),
            "label_id": ids.labels.get(values["label_id"]),
        }
        for key, values in unpack_outline(packed).items()
        if key in ids.items
    }
    return pack_outline(items, None if bible is None else bible.moved(ids.entities, ids.items))
