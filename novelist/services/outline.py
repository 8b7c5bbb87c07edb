# SPDX-License-Identifier: MIT
"""The tree of a novel: every action of the binder is one function, one command, one ``Edit``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from novelist.db.base import utc_now
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.novels import NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.saving import save, unsaved
from novelist.db.session import read_session, writer
from novelist.domain.changes import Action, Changes, Subject
from novelist.domain.document import EMPTY
from novelist.domain.document_text import to_json_lines
from novelist.domain.edit import Edit, Values
from novelist.domain.enums import ItemKind
from novelist.domain.outline import Row, may_contain, plan_insert, plan_move, selection_roots
from novelist.errors import ConflictError, InvalidMoveError, NotFoundError
from novelist.services.journal.announcing import announce_items, announce_values
from novelist.services.journal.journal import record, record_typed

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from novelist.db.models import Label, OutlineItem, Status


async def load_outline(novel_id: int) -> list[OutlineItem]:
    """Every live item in tree order, as live objects to be bound to widgets."""
    async with read_session() as session:
        return await OutlineRepository(session).list_for_novel(novel_id)


async def load_trash(novel_id: int) -> list[OutlineItem]:
    """The items that were thrown away by themselves, latest first; not what went with them."""
    async with read_session() as session:
        return await OutlineRepository(session).list_trash(novel_id)


async def load_items(ids: Sequence[int]) -> list[OutlineItem]:
    """The items with these ids that still exist, deleted ones included."""
    async with read_session() as session:
        return await OutlineRepository(session).get_many(ids)


async def list_statuses(novel_id: int) -> list[Status]:
    """The statuses a scene of this novel may have, in order."""
    async with read_session() as session:
        return await NovelRepository(session).list_statuses(novel_id)


async def list_labels(novel_id: int) -> list[Label]:
    """The labels a scene of this novel may carry, in order."""
    async with read_session() as session:
        return await NovelRepository(session).list_labels(novel_id)


async def save_item(item: OutlineItem, *, initiator: str = "") -> None:
    """Save what was typed into a live item; returns after it is on disk.

    What is typed into one field without a pause is one step that can be undone. What somebody
    else saved in other fields of it stays; where it is in the same one, raises ``ConflictError``.
    """
    try:
        await _save_item(item, initiator)
    except ConflictError:
        await load_items([item.id])  # the live item takes over what was not changed here
        await _save_item(item, initiator)


async def _save_item(item: OutlineItem, initiator: str) -> None:
    await save(
        item,
        also=lambda session, values: record_typed(session, item, values),
        changes=Changes.of(
            Subject.ITEM, Action.UPDATED, [item.id], novel_id=item.novel_id, initiator=initiator
        ),
    )


def unsaved_words(item: OutlineItem) -> dict[str, str]:
    """The words in a live item that are not on disk, by column: title, synopsis, notes."""
    return {name: value for name, value in unsaved(item).items() if isinstance(value, str)}


async def create_item(
    novel_id: int,
    *,
    kind: ItemKind,
    parent_id: int | None,
    index: int | None = None,
    title: str = "",
    initiator: str = "",
) -> Edit:
    """Add an item among the children of ``parent_id`` (last, where no index is given).

    Raises ``InvalidMoveError`` where such an item cannot stand.
    """

    async def command(session: AsyncSession) -> Edit:
        return await _create(session, novel_id, [kind], parent_id, index, title, initiator)

    return await writer().submit(command)


async def create_chapter(
    novel_id: int, *, parent_id: int | None, index: int | None = None, initiator: str = ""
) -> Edit:
    """Add a chapter with an empty scene to write in, as one action; ``edit.ids`` is the chapter.

    Raises ``InvalidMoveError`` where a chapter cannot stand.
    """

    async def command(session: AsyncSession) -> Edit:
        kinds = [ItemKind.CHAPTER, ItemKind.SCENE]
        return await _create(session, novel_id, kinds, parent_id, index, "", initiator)

    return await writer().submit(command)


async def _create(
    session: AsyncSession,
    novel_id: int,
    kinds: Sequence[ItemKind],
    parent_id: int | None,
    index: int | None,
    title: str,
    initiator: str,
) -> Edit:
    """Add an item of the first kind, and inside each the next; the edit is of the first."""
    outlines = OutlineRepository(session)
    rows = await outlines.list_rows(novel_id)
    require_place(rows, parent_id, kinds[0])
    positions, renumbered = plan_insert(rows, parent_id, index)
    before, after = await renumber(outlines, renumbered)
    made: list[int] = []
    for kind in kinds:
        item_id = await outlines.create(
            novel_id=novel_id,
            parent_id=made[-1] if made else parent_id,
            position=positions[0],
            kind=kind,
            title="" if made else title,
            in_manuscript=kind not in (ItemKind.NOTE, ItemKind.FOLDER),
        )
        made.append(item_id)
        if kind.has_text:
            await SceneBodyRepository(session).replace(item_id, to_json_lines(EMPTY))
    announce_items(session, novel_id, Action.CREATED, made, initiator=initiator)
    announce_values(session, novel_id, before, after, initiator=initiator)
    for item_id in made:
        before[item_id] = {"deleted_at": utc_now(), "trashed_with": made[0]}
        after[item_id] = {"deleted_at": None, "trashed_with": None}
    return await record(session, Edit("create", novel_id, (made[0],), before, after))


async def move_items(
    novel_id: int,
    *,
    ids: Sequence[int],
    parent_id: int | None,
    index: int,
    initiator: str = "",
) -> Edit:
    """Put the items, with all they hold, among the children of ``parent_id`` at ``index``.

    ``index`` counts the children as they stand before the move. Raises ``InvalidMoveError``.
    """

    async def command(session: AsyncSession) -> Edit:
        rows = await OutlineRepository(session).list_rows(novel_id)
        plan = plan_move(rows, ids, parent_id, index)
        after = {
            item_id: {"parent_id": parent, "position": position}
            for item_id, (parent, position) in plan.items()
        }
        return await _apply(session, "move", novel_id, ids, after, initiator)

    return await writer().submit(command)


async def set_attribute(
    novel_id: int, *, ids: Sequence[int], name: str, value: object, initiator: str = ""
) -> Edit:
    """Give all the items one value (title, status_id, in_manuscript, …), as one action."""

    async def command(session: AsyncSession) -> Edit:
        after = {item_id: {name: value} for item_id in ids}
        return await _apply(session, f"set_{name}", novel_id, ids, after, initiator)

    return await writer().submit(command)


async def trash_items(novel_id: int, *, ids: Sequence[int], initiator: str = "") -> Edit:
    """Move the items, with all they hold, to the trash."""

    async def command(session: AsyncSession) -> Edit:
        outlines = OutlineRepository(session)
        roots = selection_roots(await outlines.list_rows(novel_id), ids)
        after = await trashed_values(outlines, roots)
        return await _apply(session, "trash", novel_id, roots, after, initiator)

    return await writer().submit(command)


async def trashed_values(
    outlines: OutlineRepository, roots: Iterable[int]
) -> dict[int, dict[str, Any]]:
    """What makes ``roots`` and all they hold rest in the trash, each root by itself."""
    now = utc_now()
    after: dict[int, dict[str, Any]] = {}
    for root in roots:
        for item_id in await outlines.descendants_of([root]):
            after[item_id] = {"deleted_at": now, "trashed_with": root}
        after[root] = {"deleted_at": now, "trashed_with": root}
    return after


async def restore_items(novel_id: int, *, ids: Sequence[int], initiator: str = "") -> Edit:
    """Bring thrown-away items back to where they were, with all that went with them.

    Where their place is gone they come back at the end of the outline.
    """

    async def command(session: AsyncSession) -> Edit:
        outlines = OutlineRepository(session)
        rows = await outlines.list_rows(novel_id)
        live = {row.id for row in rows}
        after: dict[int, dict[str, Any]] = {}
        for root in await outlines.get_many(ids):
            for item_id in await outlines.trashed_with(root.id):
                after[item_id] = {"deleted_at": None, "trashed_with": None}
            if root.parent_id is not None and root.parent_id not in live:
                positions, _ = plan_insert(rows, None)
                after[root.id] |= {"parent_id": None, "position": positions[0]}
                rows = [*rows, Row(root.id, None, positions[0], root.kind)]
        return await _apply(session, "restore", novel_id, ids, after, initiator)

    return await writer().submit(command)


async def purge_items(novel_id: int, *, ids: Sequence[int], initiator: str = "") -> None:
    """Remove thrown-away items, and what went with them, for ever."""

    async def command(session: AsyncSession) -> None:
        await OutlineRepository(session).purge(ids)
        announce_items(session, novel_id, Action.DELETED, ids, initiator=initiator)

    await writer().submit(command)


async def _apply(
    session: AsyncSession,
    action: str,
    novel_id: int,
    ids: Iterable[int],
    after: Values,
    initiator: str,
) -> Edit:
    """Give the items their new values and say what can take it back."""
    outlines = OutlineRepository(session)
    before = await outlines.values_of(after)
    await outlines.apply(after)
    announce_values(session, novel_id, before, after, initiator=initiator)
    return await record(session, Edit(action, novel_id, tuple(ids), before, after))


async def renumber(
    outlines: OutlineRepository, positions: Mapping[int, int]
) -> tuple[dict[int, Any], dict[int, Any]]:
    """Make room between siblings; the values before and after."""
    after: dict[int, Any] = {item: {"position": place} for item, place in positions.items()}
    before: dict[int, Any] = dict(await outlines.values_of(after))
    await outlines.apply(after)
    return before, after


def require_place(rows: Iterable[Row], parent_id: int | None, kind: ItemKind) -> None:
    """Raise where an item of ``kind`` cannot stand below ``parent_id``."""
    parents = {row.id: row.kind for row in rows}
    if parent_id is not None and parent_id not in parents:
        raise NotFoundError("item", parent_id)
    if not may_contain(None if parent_id is None else parents[parent_id], kind):
        raise InvalidMoveError(f"{kind} below {parent_id}")
