# SPDX-License-Identifier: MIT
"""A novel that comes back out of a backup brings its whole past along."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import Engine, event

from novelist.db.repair.health import check_library
from novelist.db.repositories.entities import EntityRepository
from novelist.db.session import writer
from novelist.domain.document import document_of
from novelist.domain.entities import EntityField, EntityKind
from novelist.domain.enums import BackupReason, ItemKind
from novelist.services import entities, outline
from novelist.services.history import history, snapshots
from novelist.services.library.backups import back_up
from novelist.services.library.library import close_library, open_library
from novelist.services.library.restoring import copy_novel_from
from novelist.services.novels import create_novel
from novelist.services.texts import OpenText, load_text


async def write(item_id, *texts):
    text = OpenText((await load_text(item_id)).body)
    for each in texts:
        await text.save(document_of(*each.split("\n")))


async def scenes_of(novel_id):
    items = await outline.load_outline(novel_id)
    return [item for item in items if item.kind == ItemKind.SCENE]


async def past_of(item_id):
    """Every version of a text, oldest first: what is known of it, and its words."""
    page = await history.list_versions(item_id, every=True, limit=500)
    found = []
    for step in reversed(page.steps):
        version, name = step.version, page.names.get(step.version.id)
        text = (await history.read_version(version.id)).plain_text
        known = (version.saved_at, version.reason, version.words, version.removed, version.author)
        found.append((*known, name and name.name, text))
    return found


async def a_past():
    """A novel of two scenes that were written in turns, and named moments; its id."""
    await write((await scenes_of(await create_novel(title="Other", language="en")))[0].id, "Else.")
    novel_id = await create_novel(title="Emma", language="en")
    await outline.create_item(novel_id, kind=ItemKind.SCENE, parent_id=None, title="Second")
    first, second = [item.id for item in await scenes_of(novel_id)]
    for turn in range(25):  # more than one keyframe
        await write(first, f"The tide. {'It rose. ' * turn}")
        await write(second, f"{'And fell. ' * (30 - turn)}\nThen it was {turn}.")
        if turn == 12:
            await snapshots.take_snapshot(novel_id, name="Half", item_id=second)
            await snapshots.take_snapshot(novel_id, name="First draft")
    return novel_id


def test_every_version_of_every_scene_comes_along(library, loop):
    async def journey():
        novel_id = await a_past()
        made = await back_up(BackupReason.TIMER)
        copy = await copy_novel_from(made.path, novel_id)
        pairs = zip(await scenes_of(novel_id), await scenes_of(copy), strict=True)
        for old, new in pairs:
            past = await past_of(old.id)
            assert len(past) == 26  # with what it was at first
            assert await past_of(new.id) == past

    loop(journey())
    assert check_library(library) == []


def test_the_copy_goes_on_from_its_past(library, loop):
    async def journey():
        novel_id = await a_past()
        copy = await copy_novel_from((await back_up(BackupReason.TIMER)).path, novel_id)
        scene = (await scenes_of(copy))[0].id
        before = await past_of(scene)
        await write(scene, "Quite another text.")
        after = await past_of(scene)
        assert after[:-1] == before
        assert (after[-1][1], after[-1][-1]) == ("save", "Quite another text.")

    loop(journey())
    assert check_library(library) == []


def test_the_copy_comes_back_to_a_named_moment_and_the_other_stays(library, loop):
    async def journey():
        novel_id = await a_past()
        await outline.create_item(novel_id, kind=ItemKind.SCENE, parent_id=None, title="Later")
        made = await back_up(BackupReason.TIMER)
        copy = await copy_novel_from(made.path, novel_id)
        moments = {each.name: each for each in await snapshots.list_snapshots(copy)}
        assert moments["Half"].item_id == (await scenes_of(copy))[1].id
        stays = [await past_of(item.id) for item in await scenes_of(novel_id)]
        await snapshots.restore_snapshot(moments["First draft"].id)
        titles = [item.title for item in await scenes_of(copy)]
        assert titles == [item.title for item in (await scenes_of(novel_id))[:2]]
        for item in await scenes_of(copy):
            text = (await load_text(item.id)).document.plain_text
            assert text.count("It rose.") == 12 or text.endswith("Then it was 12.")
        assert [await past_of(item.id) for item in await scenes_of(novel_id)] == stays

    loop(journey())


def test_a_version_that_the_backup_cannot_read_is_left_out_and_no_other(library, loop):
    async def journey():
        novel_id = await a_past()
        scene = (await scenes_of(novel_id))[0].id
        whole = await past_of(scene)
        made = await back_up(BackupReason.TIMER)
        with closing(sqlite3.connect(made.path)) as connection, connection:
            newest = "SELECT max(id) FROM revisions WHERE item_id = ?"
            spoil = f"UPDATE revisions SET data = zeroblob(9) WHERE id = ({newest})"
            connection.execute(spoil, (scene,))
        copy = await copy_novel_from(made.path, novel_id)
        assert await past_of((await scenes_of(copy))[0].id) == whole[:-1]
        assert len(await past_of((await scenes_of(copy))[1].id)) == len(whole)

    loop(journey())


@pytest.mark.parametrize("moments", [0, 1])
def test_a_novel_without_a_version_comes_back_too(library, loop, moments):
    async def journey():
        novel_id = await create_novel(title="Emma", language="en")
        for number in range(moments):
            await snapshots.take_snapshot(novel_id, name=f"Moment {number}")
        made = await back_up(BackupReason.TIMER)
        await close_library()
        await open_library(library)
        copy = await copy_novel_from(made.path, novel_id)
        found = await snapshots.list_snapshots(copy)
        assert len(found) == moments
        for moment in found:
            await snapshots.restore_snapshot(moment.id)
        assert len(await scenes_of(copy)) == 1

    loop(journey())


def test_the_story_bible_comes_along_but_for_what_was_deleted(library, loop):
    async def made():
        novel_id = await create_novel(title="Emma", language="en")
        (scene,) = await scenes_of(novel_id)
        for name in ("Emma", "Nobody"):
            edit = await entities.create_entity(novel_id, kind=EntityKind.CHARACTER, name=name)
            (key,) = edit.entities_after
            fields = (EntityField("Age", "20"), EntityField("Town", "Highbury"))
            await entities.write_entity(key, {"aliases": (f"{name} W.", "她"), "fields": fields})
        await entities.remove_entity(key)
        await entities.write_item_fields(scene.id, [EntityField("Weather", "snow")])
        return novel_id

    novel_id = loop(made())
    backup = loop(back_up(BackupReason.ASKED))
    copy = loop(copy_novel_from(backup.path, novel_id))
    (one,) = loop(entities.list_entities(novel_id))
    (other,) = loop(entities.list_entities(copy))
    assert (other.name, other.aliases, other.fields) == (one.name, one.aliases, one.fields)
    assert other.id != one.id
    (scene,) = loop(scenes_of(copy))
    assert loop(entities.list_item_fields(copy)) == {scene.id: (EntityField("Weather", "snow"),)}
    assert check_library(library) == []


def test_a_named_moment_of_the_copy_brings_the_bible_back(library, loop):
    async def journey():
        novel_id = await create_novel(title="Emma", language="en")
        (scene,) = await scenes_of(novel_id)
        keys = []
        for name in ("Gone", "Emma", "Later deleted"):
            edit = await entities.create_entity(novel_id, kind=EntityKind.CHARACTER, name=name)
            keys += edit.entities_after
        await entities.write_entity(keys[1], {"aliases": ("她",), "notes": "Old."})
        await entities.write_item_fields(scene.id, [EntityField("Weather", "snow")])
        await entities.remove_entity(keys[0])
        await snapshots.take_snapshot(novel_id, name="First draft")
        await entities.remove_entity(keys[2])
        await entities.write_entity(keys[1], {"notes": "New."})
        await entities.write_item_fields(scene.id, [])
        copy = await copy_novel_from((await back_up(BackupReason.TIMER)).path, novel_id)
        assert [each.name for each in await entities.list_entities(copy)] == ["Emma"]
        (moment,) = await snapshots.list_snapshots(copy)
        await snapshots.restore_snapshot(moment.id)
        emma, other = await entities.list_entities(copy)
        assert (emma.aliases, emma.notes, other.name) == (("她",), "Old.", "Later deleted")
        (scene,) = await scenes_of(copy)
        fields = await entities.list_item_fields(copy)
        assert fields == {scene.id: (EntityField("Weather", "snow"),)}
        (original,) = await entities.list_entities(novel_id)
        assert original.notes == "New."

    loop(journey())
    assert check_library(library) == []


def test_a_large_bible_is_copied_in_a_few_statements(library, loop):
    seen = []

    def note(_connection, _cursor, statement, *_more):
        seen.append(statement)

    async def journey():
        novel_id = await create_novel(title="Emma", language="en")
        values = [{"kind": "place", "name": f"{n}", "aliases": (f"a{n}",)} for n in range(1100)]
        await writer().submit(
            lambda session: EntityRepository(session).create_all(novel_id, values)
        )
        made = await back_up(BackupReason.TIMER)
        event.listen(Engine, "before_cursor_execute", note)
        try:
            copy = await copy_novel_from(made.path, novel_id)
        finally:
            event.remove(Engine, "before_cursor_execute", note)
        found = await entities.list_entities(copy)
        assert [(each.name, each.aliases) for each in found] == [
            (f"{n}", (f"a{n}",)) for n in range(1100)
        ]

    loop(journey())
    assert sum("INTO entities" in each for each in seen) == 3
