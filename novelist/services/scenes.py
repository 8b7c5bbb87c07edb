# SPDX-License-Identifier: MIT
"""Actions on scenes that touch their texts: duplicate, split, merge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from novelist.db.base import utc_now
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.comments import CommentRepository
from novelist.db.repositories.item_fields import ItemFieldRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.session import writer
from novelist.domain.changes import Action
from novelist.domain.document_text import from_json_lines, to_json_lines
from novelist.domain.edit import Edit
from novelist.domain.enums import RevisionReason
from novelist.domain.outline import (
    Row,
    merge_documents,
    plan_insert,
    selection_roots,
    tree_order,
)
from novelist.domain.rejoin import cut
from novelist.errors import InvalidMoveError
from novelist.services.journal.announcing import announce_items, announce_values
from novelist.services.journal.journal import record
from novelist.services.outline import renumber, trashed_values

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from novelist.db.models import OutlineItem

_COPIED = (
    "kind", "title", "synopsis", "notes", "status_id", "label_id", "in_manuscript", "target",
)  # fmt: skip


async def duplicate_items(novel_id: int, *, ids: Sequence[int], initiator: str = "") -> Edit:
    """Put a copy of each item, with all it holds and its texts, right after it."""

    async def command(session: AsyncSession) -> Edit:
        outlines, bodies = OutlineRepository(session), SceneBodyRepository(session)
        before: dict[int, Any] = {}
        after: dict[int, Any] = {}
        roots: list[int] = []
        made: list[int] = []
        for root in selection_roots(await outlines.list_rows(novel_id), ids):
            rows = await outlines.list_rows(novel_id)
            copies = await _copy_subtree(outlines, bodies, novel_id, rows, root, (before, after))
            await CommentRepository(session).copy(copies, novel_id)
            await ItemFieldRepository(session).copy(copies)
            roots.append(copies[root])
            made.extend(copies.values())
        announce_items(session, novel_id, Action.CREATED, made, initiator=initiator)
        announce_values(session, novel_id, before, after, initiator=initiator)
        note_created(before, after, made, roots)
        return await record(session, Edit("duplicate", novel_id, tuple(roots), before, after))

    return await writer().submit(command)


async def split_scene(
    novel_id: int, *, item_id: int, block: int, offset: int, initiator: str = ""
) -> Edit:
    """Cut the scene in two before a code point of a block; the second part is a new scene.

    The text must have been saved before. ``edit.ids`` is the new scene.
    """

    async def command(session: AsyncSession) -> Edit:
        outlines, bodies = OutlineRepository(session), SceneBodyRepository(session)
        whole = (await bodies.get(item_id)).content
        first, second = cut(from_json_lines(whole), block, offset)
        new_id, before, after = await add_after(outlines, novel_id, item_id, title="")
        texts = {item_id: to_json_lines(first), new_id: to_json_lines(second)}
        for scene, content in texts.items():
            await bodies.replace(scene, content, reason=RevisionReason.SPLIT)
        announce_items(session, novel_id, Action.CREATED, [new_id], initiator=initiator)
        announce_values(session, novel_id, before, after, [item_id], initiator=initiator)
        note_created(before, after, [new_id], [new_id])
        kept = {item_id: whole, new_id: texts[new_id]}
        edit = Edit("split", novel_id, (new_id,), before, after, kept, texts)
        return await record(session, edit, about=[item_id])

    return await writer().submit(command)


async def merge_scenes(novel_id: int, *, ids: Sequence[int], initiator: str = "") -> Edit:
    """Append the texts of the scenes, in tree order, to the first; the others go to the trash.

    The texts must have been saved before. ``edit.ids`` is the scene that holds them all. Raises
    ``InvalidMoveError`` for fewer than two, or for items without a text.
    """

    async def command(session: AsyncSession) -> Edit:
        outlines, bodies = OutlineRepository(session), SceneBodyRepository(session)
        chosen = set(ids)
        ordered = [
            row for row, _ in tree_order(await outlines.list_rows(novel_id)) if row.id in chosen
        ]
        contents = {row.id: (await bodies.get(row.id)).content for row in ordered}
        if len(ordered) < 2:
            raise InvalidMoveError("a merge needs two scenes")
        first, others = ordered[0].id, [row.id for row in ordered[1:]]
        merged = to_json_lines(
            merge_documents(from_json_lines(content) for content in contents.values())
        )
        await bodies.replace(first, merged, reason=RevisionReason.MERGE)
        after = await trashed_values(outlines, others)
        before = await outlines.values_of(after)
        await outlines.apply(after)
        announce_values(session, novel_id, before, after, [first], initiator=initiator)
        texts = contents | {first: merged}
        edit = Edit("merge", novel_id, (first,), before, after, contents, texts)
        return await record(session, edit, about=list(contents))

    return await writer().submit(command)


async def add_after(
    outlines: OutlineRepository,
    novel_id: int,
    item_id: int,
    **columns: Any,  # noqa: ANN401 - of an OutlineItem
) -> tuple[int, dict[int, Any], dict[int, Any]]:
    """Add an item like another right after it, without its words; what else moved for it."""
    rows = await outlines.list_rows(novel_id)
    row, index = _place(rows, item_id)
    positions, renumbered = plan_insert(rows, row.parent_id, index + 1)
    before, after = await renumber(outlines, renumbered)
    like = _values(await outlines.get(item_id)) | {"synopsis": "", "notes": "", "target": None}
    new_id = await outlines.create(
        novel_id=novel_id, parent_id=row.parent_id, position=positions[0], **(like | columns)
    )
    return new_id, before, after


async def add_at_the_end(
    outlines: OutlineRepository,
    novel_id: int,
    **columns: Any,  # noqa: ANN401 - of an OutlineItem
) -> tuple[int, dict[int, Any], dict[int, Any]]:
    """Add an item after all others at the top of the novel; what else moved for it."""
    positions, renumbered = plan_insert(await outlines.list_rows(novel_id), None)
    before, after = await renumber(outlines, renumbered)
    new_id = await outlines.create(novel_id=novel_id, position=positions[0], **columns)
    return new_id, before, after


async def _copy_subtree(
    outlines: OutlineRepository,
    bodies: SceneBodyRepository,
    novel_id: int,
    rows: Sequence[Row],
    root: int,
    values: tuple[dict[int, Any], dict[int, Any]],
) -> dict[int, int]:
    """Copy an item and all it holds to the place after it; ids of the originals → of the copies."""
    row, index = _place(rows, root)
    positions, renumbered = plan_insert(rows, row.parent_id, index + 1)
    for kept, moved in zip(values, await renumber(outlines, renumbered), strict=True):
        kept.update(moved)
    inside = {root, *await outlines.descendants_of([root])}
    copies: dict[int, int] = {}
    for original in [row for row, _ in tree_order(rows) if row.id in inside]:
        is_root = original.id == root
        item = await outlines.get(original.id)
        copies[original.id] = await outlines.create(
            novel_id=novel_id,
            parent_id=row.parent_id if is_root else copies[original.parent_id or 0],
            position=positions[0] if is_root else original.position,
            **_values(item),
        )
        body = await bodies.find(original.id)
        if body is not None:
            await bodies.replace(copies[original.id], body.content)
    return copies


def _values(item: OutlineItem) -> dict[str, Any]:
    return {name: getattr(item, name) for name in _COPIED}


def _place(rows: Sequence[Row], item_id: int) -> tuple[Row, int]:
    """The row of an item and its index among its siblings."""
    ordered = [row for row, _ in tree_order(rows)]
    row = next((row for row in ordered if row.id == item_id), None)
    if row is None:
        raise InvalidMoveError(f"item {item_id} is not in the outline")
    siblings = [other.id for other in ordered if other.parent_id == row.parent_id]
    return row, siblings.index(item_id)


def note_created(
    before: dict[int, Any], after: dict[int, Any], made: Sequence[int], roots: Sequence[int]
) -> None:
    """Note in an edit that items were made: taking it back puts them into the trash."""
    now, root = utc_now(), 0
    for item_id in made:  # each root before what it holds
        root = item_id if item_id in roots else root
        before[item_id] = {"deleted_at": now, "trashed_with": root}
        after[item_id] = {"deleted_at": None, "trashed_with": None}
