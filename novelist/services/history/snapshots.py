# SPDX-License-Identifier: MIT
"""Moments with a name: of a scene, or of the whole novel, to come back to."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from novelist.db.base import utc_now
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.entities import EntityRepository
from novelist.db.repositories.item_fields import ItemFieldRepository
from novelist.db.repositories.novels import NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.repositories.revisions import RevisionRepository
from novelist.db.repositories.snapshots import NamedMoment, SnapshotRepository
from novelist.db.revision_store import record_found
from novelist.db.session import read_session, writer
from novelist.domain.edit import Edit, EditAction
from novelist.domain.enums import RevisionReason
from novelist.domain.outline_snapshot import (
    COLUMNS,
    pack_outline,
    unpack_bible,
    unpack_outline,
)
from novelist.errors import RevisionDamagedError
from novelist.services.history.bible_moments import bible_now, bring_bible_back
from novelist.services.journal.announcing import announce_values
from novelist.services.journal.journal import record
from novelist.services.library.backups import before_bulk_change

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

_LONGEST: Final = 300  # characters of a name

__all__ = [
    "NamedMoment",
    "add_moment",
    "leaves_bible",
    "list_snapshots",
    "mark_version",
    "remove_snapshots",
    "rename_snapshot",
    "restore_snapshot",
    "take_snapshot",
]


async def take_snapshot(
    novel_id: int,
    *,
    name: str,
    item_id: int | None = None,
    version_id: int | None = None,
    note: str = "",
) -> NamedMoment:
    """Give this moment a name: of one scene, or of the novel: outline, all texts, story bible.

    ``version_id`` is an earlier version of the scene that gets the name instead.
    """

    async def command(session: AsyncSession) -> NamedMoment:
        return await add_moment(
            session, novel_id, name=name, item_id=item_id, version_id=version_id, note=note
        )

    return await writer().submit(command)


async def add_moment(
    session: AsyncSession,
    novel_id: int,
    *,
    name: str,
    item_id: int | None = None,
    version_id: int | None = None,
    note: str = "",
) -> NamedMoment:
    """What ``take_snapshot`` does, in a transaction that goes on."""
    columns: dict[str, Any] = {"outline": None}
    if item_id is None:
        revision_id = await RevisionRepository(session).newest_id()
        columns["outline"] = await _pack(session, novel_id)
    else:
        revision_id = version_id or await _stored(session, item_id)
    snapshots = SnapshotRepository(session)
    key = await snapshots.add(
        novel_id=novel_id,
        item_id=item_id,
        name=name[:_LONGEST],
        note=note,
        revision_id=revision_id,
        taken_at=utc_now(),
        **columns,
    )
    return await snapshots.get(key)


async def mark_version(novel_id: int, item_id: int) -> NamedMoment:
    """Mark the scene as it stands, without a name, as saved by the writer; once a version."""

    async def command(session: AsyncSession) -> NamedMoment:
        revision_id = await _stored(session, item_id)
        snapshots = SnapshotRepository(session)
        for moment in await snapshots.list_for_item(item_id):
            if moment.revision_id == revision_id:
                return moment
        columns = {"novel_id": novel_id, "item_id": item_id, "revision_id": revision_id}
        key = await snapshots.add(name="", note="", taken_at=utc_now(), outline=None, **columns)
        return await snapshots.get(key)

    return await writer().submit(command)


async def list_snapshots(novel_id: int) -> list[NamedMoment]:
    """The named moments of a novel and of its scenes, newest first."""
    async with read_session() as session:
        return await SnapshotRepository(session).list_for(novel_id)


async def rename_snapshot(snapshot_id: int, name: str) -> None:
    """Call a moment something else."""

    async def command(session: AsyncSession) -> None:
        await SnapshotRepository(session).rename(snapshot_id, name[:_LONGEST])

    await writer().submit(command)


async def remove_snapshots(*ids: int) -> None:
    """Forget names. The versions stay, like any others."""

    async def command(session: AsyncSession) -> None:
        await SnapshotRepository(session).remove(ids)

    await writer().submit(command)


async def restore_snapshot(snapshot_id: int, *, initiator: str = "") -> Edit:
    """Let a scene, or the whole novel, be what it was; nothing is lost by it, and it can be undone.

    Of a novel: what was made since goes to the trash, what was thrown away comes back, what was
    deleted for ever since cannot. Its story bible comes back too, unless ``leaves_bible``. The
    library is backed up before.
    """
    async with read_session() as session:
        is_novel = (await SnapshotRepository(session).get(snapshot_id)).item_id is None
    if is_novel:
        await before_bulk_change()

    async def command(session: AsyncSession) -> Edit:
        moment = await SnapshotRepository(session).get(snapshot_id)
        if moment.item_id is not None:
            content = await RevisionRepository(session).read(moment.revision_id)
            texts = {moment.item_id: content}
            edit = await _rewrite(session, moment, {}, texts, (moment.item_id,), initiator)
        else:
            packed = await SnapshotRepository(session).outline_of(moment.id)
            after = await _outline_then(session, moment, packed)
            texts = await _texts_then(session, moment, after)
            edit = await _rewrite(session, moment, after, texts, tuple(after), initiator)
            live = [key for key, values in after.items() if values["deleted_at"] is None]
            edit = await _with_bible(session, edit, packed, live, initiator)
        return await record(session, edit, about=edit.ids[:1])

    return await writer().submit(command)


async def leaves_bible(snapshot_id: int) -> bool:
    """Whether bringing a novel back to this moment leaves its story bible as it is.

    So it is with moments that were named before moments held a bible. Where there is nothing in
    the bible now, nothing is left, and a moment that cannot be read brings nothing back. Raises
    ``NotFoundError``.
    """
    async with read_session() as session:
        snapshots = SnapshotRepository(session)
        moment = await snapshots.get(snapshot_id)
        packed = await snapshots.outline_of(snapshot_id)
        entities = await EntityRepository(session).ids_of(moment.novel_id)
        fields = await ItemFieldRepository(session).list_for_novel(moment.novel_id)
    try:
        return bool(entities or fields) and await asyncio.to_thread(unpack_bible, packed) is None
    except RevisionDamagedError:
        return False


async def _stored(session: AsyncSession, item_id: int) -> int:
    """The version that a text is now."""
    body = await SceneBodyRepository(session).get(item_id)
    return await record_found(session, item_id, body.content)


async def _pack(session: AsyncSession, novel_id: int) -> bytes:
    outlines = OutlineRepository(session)
    items = {row.id: dict.fromkeys(COLUMNS) for row in await outlines.list_rows(novel_id)}
    values = await outlines.values_of(items)
    bible = await bible_now(session, novel_id, items)
    return await asyncio.to_thread(pack_outline, values, bible)


async def _outline_then(
    session: AsyncSession, moment: NamedMoment, packed: bytes
) -> dict[int, dict[str, Any]]:
    """The columns that the items of the novel had, and the others in the trash."""
    then = await asyncio.to_thread(unpack_outline, packed)
    outlines = OutlineRepository(session)
    there = await outlines.existing(then)
    choices = await _choices(session, moment.novel_id)
    after = {
        key: _placed(values, there, choices) | {"deleted_at": None, "trashed_with": None}
        for key, values in then.items()
        if key in there
    }
    now = utc_now()
    for row in await outlines.list_rows(moment.novel_id):
        if row.id not in after:
            after[row.id] = {"deleted_at": now, "trashed_with": row.id}
    return after


async def _with_bible(
    session: AsyncSession, edit: Edit, packed: bytes, items: Iterable[int], initiator: str
) -> Edit:
    """The edit with the story bible in it, and the fields of ``items``: both are what they were."""
    then = await asyncio.to_thread(unpack_bible, packed)
    if then is None or edit.novel_id is None:
        return edit
    step = await bring_bible_back(session, edit.novel_id, then, items)
    step.announce(session, edit.novel_id, initiator)
    return replace(
        edit,
        entities_before=step.entities_before,
        entities_after=step.entities_after,
        fields_before=step.fields_before,
        fields_after=step.fields_after,
    )


def _placed(
    values: Mapping[str, Any], there: set[int], choices: Mapping[str, set[int]]
) -> dict[str, Any]:
    """The columns as far as what they point to is still there."""
    found = {name: value for name, value in values.items() if name != "kind"}
    if found["parent_id"] not in there:
        found["parent_id"] = None
    for name, known in choices.items():
        if found[name] not in known:
            found[name] = None
    return found


async def _choices(session: AsyncSession, novel_id: int) -> dict[str, set[int]]:
    novels = NovelRepository(session)
    return {
        "status_id": {each.id for each in await novels.list_statuses(novel_id)},
        "label_id": {each.id for each in await novels.list_labels(novel_id)},
    }


async def _texts_then(
    session: AsyncSession, moment: NamedMoment, items: Mapping[int, Any]
) -> dict[int, str]:
    """The texts that are not what they were, as they were."""
    revisions = RevisionRepository(session)
    then = await revisions.ids_at(moment.novel_id, moment.revision_id)
    newest = await revisions.ids_at(moment.novel_id, await revisions.newest_id())
    return {
        item_id: await revisions.read(key)
        for item_id, key in then.items()
        if item_id in items and newest[item_id] != key
    }


async def _rewrite(
    session: AsyncSession,
    moment: NamedMoment,
    after: dict[int, dict[str, Any]],
    texts: dict[int, str],
    ids: tuple[int, ...],
    initiator: str,
) -> Edit:
    """Write what is not so already; the edit that takes it back."""
    outlines, bodies = OutlineRepository(session), SceneBodyRepository(session)
    found = await outlines.values_of(after)
    before = {key: found[key] for key, values in after.items() if found[key] != values}
    after = {key: after[key] for key in before}
    stored = await bodies.contents_of(texts)
    texts = {key: text for key, text in texts.items() if stored.get(key) != text}
    for item_id, content in texts.items():
        await bodies.replace(item_id, content, reason=RevisionReason.RESTORE)
    await outlines.apply(after)
    announce_values(session, moment.novel_id, before, after, texts, initiator=initiator)
    is_scene = moment.item_id is not None
    action = EditAction.RESTORE_TEXT if is_scene else EditAction.RESTORE_SNAPSHOT
    return Edit(
        action,
        moment.novel_id,
        ids,
        before,
        after,
        {key: stored[key] for key in texts},
        texts,
    )
