# SPDX-License-Identifier: MIT
"""Every version of every text: listed, read, compared, brought back.

Nothing here removes a version: what is brought back is a new one, and can be undone.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from novelist.db.off_loop import off_loop
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.revisions import RevisionRepository
from novelist.db.repositories.snapshots import NamedMoment, SnapshotRepository
from novelist.db.session import read_session, writer
from novelist.domain.comparing.diff import Diff, compare
from novelist.domain.document import Document
from novelist.domain.document_text import digest, from_json_lines, to_json_lines
from novelist.domain.edit import Edit, EditAction
from novelist.domain.enums import RevisionReason
from novelist.domain.versions import Step, Version, steps
from novelist.errors import NotFoundError, TextChangedError
from novelist.services.journal.announcing import announce_values
from novelist.services.journal.journal import record

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

_ROWS: Final = 500  # versions read at a time
_LONGEST_LOOK: Final = 20  # times so many, until a page ends with fewer steps


@dataclass(frozen=True, slots=True)
class VersionPage:
    """Some steps of a text's history, newest first; ``more`` is where the next page begins."""

    steps: tuple[Step, ...]
    names: dict[int, NamedMoment]
    more: int | None


@dataclass(frozen=True)
class Comparison:
    """Two versions beside each other; ``expected`` is the digest of the text as it stands."""

    then: Document
    now: Document
    diff: Diff
    expected: str


async def list_versions(
    item_id: int, *, before: int | None = None, limit: int = 60, every: bool = False
) -> VersionPage:
    """The history of a text by steps, or with ``every`` by single saves.

    ``before`` is the ``more`` of the page before this one.
    """
    async with read_session() as session:
        named = await SnapshotRepository(session).list_for_item(item_id)
        names = {moment.revision_id: moment for moment in named}
        rows, is_all = await _rows(
            RevisionRepository(session), item_id, before, limit, names, every
        )
    found = list(steps(rows, names, every=every))
    if is_all and len(found) <= limit:
        return VersionPage(tuple(found), names, None)
    shown = found[: min(limit, len(found) - 1)]
    return VersionPage(tuple(shown), names, found[len(shown)].version.id + 1)


async def _rows(
    revisions: RevisionRepository,
    item_id: int,
    before: int | None,
    limit: int,
    names: dict[int, NamedMoment],
    every: bool,
) -> tuple[list[Version], bool]:
    """Versions for more than ``limit`` steps, newest first, and whether they are all there are."""
    rows: list[Version] = []
    for _ in range(_LONGEST_LOOK):
        part = await revisions.page(item_id, before=before, size=_ROWS)
        rows += part
        if len(part) < _ROWS:
            return rows, True
        before = part[-1].id
        if sum(1 for _ in steps(rows, names, every=every)) > limit + 1:
            break
    return rows, False


async def find_version(version_id: int) -> Version:
    """One version, without its text. Raises ``NotFoundError``."""
    async with read_session() as session:
        found = await RevisionRepository(session).find(version_id)
    if found is None:
        raise NotFoundError("revision", version_id)
    return found


async def read_version(version_id: int) -> Document:
    """The text of one version. Raises ``NotFoundError`` and ``RevisionDamagedError``."""
    async with read_session() as session:
        content = await RevisionRepository(session).read(version_id)
    return await off_loop(len(content), partial(from_json_lines, content))


async def list_marks(item_id: int, *, limit: int = 240) -> list[Version]:
    """So many versions spread evenly over the history of a text, oldest first.

    The first, the last, and those with a name are among them.
    """
    async with read_session() as session:
        revisions = RevisionRepository(session)
        ids = await revisions.ids_of(item_id)
        named = await SnapshotRepository(session).list_for_item(item_id)
        wanted = {moment.revision_id for moment in named}.intersection(ids)
        if ids:
            last = len(ids) - 1
            wanted |= {ids[place * last // max(1, limit - 1)] for place in range(limit)}
        return await revisions.list_many(wanted)


async def compare_with_now(item_id: int, version_id: int) -> Comparison:
    """What changed from a version to the text as it stands."""
    async with read_session() as session:
        then = await RevisionRepository(session).read(version_id)
        bodies = await SceneBodyRepository(session).contents_of([item_id])
    return await _compare(then, bodies.get(item_id, ""))


async def compare_versions(older_id: int | None, newer_id: int) -> Comparison:
    """What changed from one version to another; None is nothing at all."""
    async with read_session() as session:
        revisions = RevisionRepository(session)
        older = "" if older_id is None else await revisions.read(older_id)
        newer = await revisions.read(newer_id)
    return await _compare(older, newer)


async def show_text(item_id: int) -> Comparison:
    """The text as it stands, beside itself: for one that was thrown away."""
    async with read_session() as session:
        bodies = await SceneBodyRepository(session).contents_of([item_id])
    content = bodies.get(item_id, "")
    return await _compare(content, content)


async def _compare(then: str, now: str) -> Comparison:
    """In a thread: a long text takes a while."""

    def work() -> Comparison:
        older, newer = from_json_lines(then), from_json_lines(now)
        diff = compare(older, newer)
        _ = diff.added, diff.removed  # counted here, not where it is shown
        return Comparison(older, newer, diff, digest(now))

    return await asyncio.to_thread(work)


# -- bringing back -----------------------------------------------------------------------------


async def restore_version(
    novel_id: int, *, item_id: int, version_id: int, initiator: str = ""
) -> Edit:
    """Let the text be what it was; that is a version too, and can be undone."""

    async def command(session: AsyncSession) -> Edit:
        content = await RevisionRepository(session).read(version_id)
        return await _restore_text(session, novel_id, item_id, content, initiator)

    return await writer().submit(command)


async def restore_document(
    novel_id: int, *, item_id: int, document: Document, expected: str, initiator: str = ""
) -> Edit:
    """Let the text be ``document``: itself, with some passages as they were.

    Raises ``TextChangedError``, changing nothing, when it is no longer the one with the digest
    ``expected``, which was compared.
    """
    content = await asyncio.to_thread(to_json_lines, document)

    async def command(session: AsyncSession) -> Edit:
        body = await SceneBodyRepository(session).get(item_id)
        if body.digest != expected:
            raise TextChangedError(item_id)
        return await _restore_text(session, novel_id, item_id, content, initiator)

    return await writer().submit(command)


async def _restore_text(
    session: AsyncSession, novel_id: int, item_id: int, content: str, initiator: str
) -> Edit:
    bodies = SceneBodyRepository(session)
    found = (await bodies.get(item_id)).content
    edit = Edit(
        EditAction.RESTORE_TEXT,
        novel_id,
        (item_id,),
        texts_before={item_id: found},
        texts_after={item_id: content},
    )
    if content == found:
        return edit
    await bodies.replace(item_id, content, reason=RevisionReason.RESTORE)
    announce_values(session, novel_id, {}, {}, [item_id], initiator=initiator)
    return await record(session, edit)
