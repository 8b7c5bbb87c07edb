# SPDX-License-Identifier: MIT
"""The promises of ``novelist.db.revision_store`` and of the repository of versions."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import event, select

from novelist.db.models import Revision
from novelist.db.repositories import SceneBodyRepository
from novelist.db.repositories.revisions import RevisionRepository
from novelist.db.revision_store import record
from novelist.db.revision_tips import Tip, Tips
from novelist.db.session import close_async_db, get_session, open_library_at, read_session
from novelist.domain.document import document_of
from novelist.domain.document_text import from_json_lines, to_json_lines
from novelist.domain.enums import RevisionReason
from novelist.domain.revision_codec import Base
from novelist.errors import NotFoundError, RevisionDamagedError
from novelist.services import scenes, texts
from tests.database import url_of
from tests.db.rows import a_novel, a_text, an_item, rows


def lines(*paragraphs):
    return to_json_lines(document_of(*paragraphs))


async def a_scene(*paragraphs):
    """The ids of a new novel and of a scene with these words."""
    async with get_session() as session:
        novel_id = await a_novel(session)
        item_id = await an_item(session, novel_id, title="One")
        await a_text(session, item_id, *paragraphs)
    return novel_id, item_id


async def save(item_id, *paragraphs):
    """Save the text of a scene as the program does."""
    loaded = await texts.load_text(item_id)
    await texts.save_text(loaded.body, document_of(*paragraphs))


async def replace_in_vain(item_id):
    """Change the text in a transaction that fails."""
    async with get_session() as session:
        await SceneBodyRepository(session).replace(item_id, lines("Never."))
        raise RuntimeError("on purpose")


async def versions(item_id):
    """The reason and the words of each version, oldest first."""
    statement = select(Revision).where(Revision.item_id == item_id).order_by(Revision.id)
    async with read_session() as session:
        found, repository = (await session.scalars(statement)).all(), RevisionRepository(session)
        return [
            (row.reason, from_json_lines(await repository.read(row.id)).plain_text) for row in found
        ]


async def test_a_save_keeps_what_it_found_and_what_it_left(opened):
    _, item_id = await a_scene("It was early.")
    await save(item_id, "It was late.")
    await save(item_id, "It was late.", "It rained.")
    assert await versions(item_id) == [
        ("found", "It was early."),
        ("save", "It was late."),
        ("save", "It was late.\nIt rained."),
    ]


async def test_a_save_of_the_same_text_adds_nothing(opened):
    _, item_id = await a_scene("It was early.")
    await save(item_id, "It was early.")
    assert await versions(item_id) == []


async def test_a_version_knows_when_where_and_how_long(opened):
    novel_id, item_id = await a_scene("It was early in the morning.")
    (written,) = rows(opened, "SELECT updated_at FROM scene_bodies")
    await save(item_id, "It was late.")
    wanted = "SELECT novel_id, words, removed, saved_at FROM revisions ORDER BY id"
    found, saved = rows(opened, wanted)
    assert found == (novel_id, 6, 0, written[0])
    assert saved[:3] == (novel_id, 3, len("earlyinthemorning"))
    assert rows(opened, "SELECT count(DISTINCT sitting) FROM revisions") == [(1,)]
    assert rows(opened, "SELECT count(*) FROM revisions WHERE device = ''") == [(0,)]


async def test_split_and_merge_are_versions_too(opened):
    novel_id, item_id = await a_scene("One.", "Two.")
    edit = await scenes.split_scene(novel_id, item_id=item_id, block=1, offset=0)
    await scenes.merge_scenes(novel_id, ids=[item_id, *edit.ids])
    assert await versions(item_id) == [
        ("found", "One.\nTwo."),
        ("split", "One."),
        ("merge", "One.\nTwo."),
    ]


async def test_a_version_that_is_rolled_back_is_not_built_upon(opened):
    _, item_id = await a_scene("One.")
    await save(item_id, "Two.")
    with pytest.raises(RuntimeError):
        await replace_in_vain(item_id)
    await save(item_id, "Three.")
    assert await versions(item_id) == [("found", "One."), ("save", "Two."), ("save", "Three.")]


async def test_what_another_program_wrote_is_kept(opened):
    _, item_id = await a_scene("One.")
    await save(item_id, "Two.")
    async with get_session() as session:
        body = await SceneBodyRepository(session).get(item_id)
        await record(
            session,
            item_id,
            before=lines("Theirs."),
            after=lines("Mine."),
            reason=RevisionReason.SAVE,
        )
    assert body.plain_text == "Two."
    kept = [("found", "One."), ("save", "Two."), ("found", "Theirs."), ("save", "Mine.")]
    assert await versions(item_id) == kept


async def test_a_damaged_version_is_noticed_and_the_next_needs_it_not(opened):
    _, item_id = await a_scene("One.")
    await save(item_id, "Two.")
    await close_async_db()
    with closing(sqlite3.connect(opened)) as connection, connection:
        connection.execute("UPDATE revisions SET data = CAST('?' AS BLOB)")
    connection.close()
    await open_library_at(url_of(opened))
    await save(item_id, "Three.")
    async with read_session() as session:
        repository = RevisionRepository(session)
        with pytest.raises(RevisionDamagedError):
            await repository.read(2)
        assert from_json_lines(await repository.read(3)).plain_text == "Two."
        assert from_json_lines(await repository.read(4)).plain_text == "Three."


async def test_a_version_without_its_base_is_damaged(opened):
    _, item_id = await a_scene("One word. " * 100)
    await save(item_id, "One word. " * 100, "More.")
    async with get_session() as session:
        await (await session.connection()).exec_driver_sql("DELETE FROM revisions WHERE id = 1")
    async with read_session() as session:
        with pytest.raises(RevisionDamagedError):
            await RevisionRepository(session).read(2)
        with pytest.raises(NotFoundError):
            await RevisionRepository(session).read(1)


async def test_a_hundred_saves_come_back(opened):
    _, item_id = await a_scene("Begin.")
    for number in range(100):
        await save(item_id, *("It was early. " * 9,) * (number // 9), f"And {number}.")
    found = await versions(item_id)
    assert len(found) == 101
    assert [words.rsplit(" ", 1)[1] for _, words in found[1:]] == [f"{n}." for n in range(100)]
    chains = rows(opened, "SELECT count(*) FROM revisions WHERE base_id IS NULL")
    assert 5 <= chains[0][0] <= 30


async def test_the_next_save_of_an_open_text_reads_nothing_of_its_history(opened):
    _, item_id = await a_scene("One.")
    loaded = await texts.load_text(item_id)
    text = texts.OpenText(loaded.body)
    await text.save(document_of("Two."))
    sent = []
    async with get_session() as session:
        engine = (await session.connection()).sync_connection.engine
    event.listen(engine, "before_cursor_execute", lambda *given: sent.append(given[2]))
    await text.save(document_of("Three."))
    assert [each.split()[0] for each in sent if "revisions" in each] == ["INSERT"]


async def test_saves_that_wait_together_are_one_version(opened):
    _, item_id = await a_scene("One.")
    text = texts.OpenText((await texts.load_text(item_id)).body)
    await asyncio.gather(*(text.save(document_of(f"Word {number}.")) for number in range(30)))
    found = await versions(item_id)
    assert found[-1] == ("save", "Word 29.")
    assert len(found) < 10


def test_a_long_rest_ends_the_sitting():
    now = [0.0]
    tips = Tips(clock=lambda: now[0])
    first = tips.sitting()
    now[0] += 60
    assert tips.sitting() == first
    now[0] += 60 * 60
    assert tips.sitting() != first


def test_only_a_few_texts_are_remembered():
    tips = Tips()
    for item_id in range(100):
        tips.keep(item_id, Tip(item_id, Base(b"", 0, 1)))
    assert tips.take(0) is None
    assert tips.take(99) == Tip(99, Base(b"", 0, 1))
    assert tips.take(99) is None


def test_beside_another_program_nothing_is_remembered():
    tips = Tips(alone=False)
    tips.keep(1, Tip(1, Base(b"", 0, 1)))
    assert tips.take(1) is None
