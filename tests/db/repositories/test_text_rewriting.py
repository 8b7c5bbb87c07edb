# SPDX-License-Identifier: MIT
"""Many texts rewritten at once: the same as one by one, to the last version and count."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from novelist.db.models import OutlineItem, Revision, SceneBody
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.revisions import RevisionRepository
from novelist.db.repositories.text_rewriting import TextRewriter
from novelist.db.session import read_session, writer
from novelist.domain.document import document_of
from novelist.domain.document_text import to_json_lines
from novelist.domain.enums import ItemKind, RevisionReason
from novelist.errors import StorageCorruptError
from novelist.services import novels, outline, texts

SCENES = 8


def text(number, words):
    return to_json_lines(document_of(f"Scene {number}.", words, "海港，海港。", "The end."))


async def a_novel():
    novel_id = await novels.create_novel(title="Tide", language="en")
    made = []
    for number in range(SCENES):
        edit = await outline.create_item(novel_id, kind=ItemKind.SCENE, parent_id=None)
        loaded = await texts.load_text(edit.ids[0])
        await texts.save_text(loaded.body, document_of(f"Scene {number % 4}.", "海港，海港。"))
        made.append(edit.ids[0])
    return made


async def rewrite(contents):
    await writer().submit(
        lambda session: TextRewriter(session).rewrite(contents, RevisionReason.REPLACE)
    )


async def state(ids):
    """What is stored of the items, by number, and their versions."""
    item, body = OutlineItem, SceneBody
    columns = (body.content, body.plain_text, body.digest, body.version)
    counts = (item.words, item.characters, item.characters_no_spaces, item.version)
    async with read_session() as session:
        rows = await session.execute(
            select(*columns, *counts)
            .join(item, item.id == body.item_id)
            .where(item.id.in_(ids))
            .order_by(item.id)
        )
        found = [tuple(row) for row in rows]
        versions = []
        for item_id in ids:
            light = select(Revision.id, Revision.reason, Revision.words, Revision.characters)
            light = light.where(Revision.item_id == item_id).order_by(Revision.id)
            rows = (await session.execute(light)).all()
            read = RevisionRepository(session).read
            versions.append([(await read(row[0]), *row[1:]) for row in rows])
    return found, versions


async def test_it_is_the_same_as_one_by_one(opened):
    scenes = await a_novel()
    half = SCENES // 2
    await rewrite(
        {key: text(number % half, "So it is.") for number, key in enumerate(scenes[:half])}
    )
    for number, key in enumerate(scenes[half:]):
        content = text(number % half, "So it is.")
        await writer().submit(
            lambda session, key=key, content=content: SceneBodyRepository(session).replace(
                key, content, reason=RevisionReason.REPLACE
            )
        )
    together, alone = await state(scenes[:half]), await state(scenes[half:])
    assert together == alone


async def test_many_versions_on_each_other_can_all_be_read(opened):
    scenes = await a_novel()
    for step in range(25):
        await rewrite({key: text(0, f"Step {step}.") for key in scenes})
    _, versions = await state(scenes)
    for found in versions:
        assert [content for content, *_ in found][-25:] == [
            text(0, f"Step {step}.") for step in range(25)
        ]


async def test_a_text_that_something_else_wrote_is_a_version_first(opened):
    scenes = await a_novel()
    await rewrite({key: text(0, "One.") for key in scenes})
    strange = text(0, "From elsewhere.")
    await writer().submit(lambda session: SceneBodyRepository(session).replace(scenes[0], strange))
    await writer().submit(lambda session: session.execute(update(Revision).values(digest="0" * 32)))
    await rewrite({key: text(0, "Two.") for key in scenes})
    async with read_session() as session:
        rows = await session.execute(
            select(Revision.reason).where(Revision.item_id == scenes[0]).order_by(Revision.id)
        )
        assert list(rows.scalars())[-2:] == [RevisionReason.FOUND, RevisionReason.REPLACE]


async def test_damage_is_noticed_and_nothing_is_written(opened):
    scenes = await a_novel()
    await writer().submit(
        lambda session: session.execute(
            update(SceneBody).where(SceneBody.item_id == scenes[3]).values(digest="0" * 32)
        )
    )
    with pytest.raises(StorageCorruptError):
        await rewrite({key: text(0, "One.") for key in scenes})
    async with read_session() as session:
        contents = await SceneBodyRepository(session).contents_of(scenes[:3])
    assert all("One." not in content for content in contents.values())
