# SPDX-License-Identifier: MIT
"""The promises of ``novelist.services.history``: ``history`` and ``snapshots``."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import delete

from novelist.db.base import utc_now
from novelist.db.models import Entity
from novelist.db.repositories.item_fields import ItemFieldRepository
from novelist.db.session import writer
from novelist.domain.comparing.diff import bring_back
from novelist.domain.document import document_of
from novelist.domain.entities import EntityField, EntityKind
from novelist.domain.enums import ItemKind, RevisionReason
from novelist.errors import NotFoundError, RevisionDamagedError, TextChangedError
from novelist.services import entities, novels, outline, texts
from novelist.services.history import history, novel_history, snapshots
from novelist.services.history.moment_changes import ChangedBeside, changed_beside_texts
from novelist.services.journal.applying import apply_edit
from novelist.services.journal.undo import UndoStack


@pytest.fixture
def novel(library, loop):
    return loop(novels.create_novel(title="Harbour", language="en"))


@pytest.fixture
def scene(novel, loop):
    return loop(outline.load_outline(novel))[1].id


@pytest.fixture
def write(loop):
    """Saves a text as the program does."""

    def write(item_id, *paragraphs):
        loaded = loop(texts.load_text(item_id))
        loop(texts.save_text(loaded.body, document_of(*paragraphs)))

    return write


@pytest.fixture
def text_of(loop):
    return lambda item_id: loop(texts.load_text(item_id)).document.plain_text


def age(library, seconds_by_id):
    """Let versions have been saved earlier."""
    with closing(sqlite3.connect(library)) as connection, connection:
        for key, seconds in seconds_by_id.items():
            moment = (utc_now() - timedelta(seconds=seconds)).replace(tzinfo=None)
            connection.execute("UPDATE revisions SET saved_at = ? WHERE id = ?", (str(moment), key))
    connection.close()


def listed(page):
    return [(str(step.version.reason), step.difference, step.saves) for step in page.steps]


def test_saves_of_ten_minutes_are_one_step(scene, write, loop):
    for number in range(1, 6):
        write(scene, "word " * number)
    page = loop(history.list_versions(scene))
    assert listed(page) == [("save", 5, 5), ("found", 0, 1)]
    every = loop(history.list_versions(scene, every=True))
    assert listed(every) == [("save", 1, 1)] * 5 + [("found", 0, 1)]


def test_a_long_history_comes_in_pages(scene, write, library, loop):
    for number in range(1, 31):
        write(scene, "word " * number)
    age(library, {key: (40 - key) * 3600 for key in range(1, 32)})
    found, more = [], None
    while True:
        page = loop(history.list_versions(scene, before=more, limit=7))
        found += [step.version.id for step in page.steps]
        more = page.more
        if more is None:
            break
        assert len(page.steps) == 7
    assert found == list(range(31, 0, -1))


def test_any_version_can_be_read(scene, write, loop):
    write(scene, "One.")
    write(scene, "Two.")
    page = loop(history.list_versions(scene, every=True))
    read = [loop(history.read_version(step.version.id)).plain_text for step in page.steps]
    assert read == ["Two.", "One.", ""]
    with pytest.raises(NotFoundError):
        loop(history.read_version(99))


def test_a_damaged_version_says_so_and_the_text_is_whole(scene, write, library, loop, text_of):
    write(scene, "One.")
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE revisions SET data = zeroblob(40) WHERE id = 2")
    connection.close()
    with pytest.raises(RevisionDamagedError):
        loop(history.read_version(2))
    assert text_of(scene) == "One."


def test_restoring_is_a_version_and_can_be_undone(novel, scene, write, loop, text_of):
    write(scene, "One.")
    write(scene, "Two.")
    loop(history.restore_version(novel, item_id=scene, version_id=2))
    assert text_of(scene) == "One."
    newest = loop(history.list_versions(scene)).steps[0]
    assert newest.version.reason is RevisionReason.RESTORE
    stack = loop(UndoStack.load(novel))
    loop(stack.undo())
    assert text_of(scene) == "Two."
    loop(stack.redo())
    assert text_of(scene) == "One."


def test_one_passage_comes_back(novel, scene, write, loop, text_of):
    write(scene, "One boat.", "Two boats.", "Three boats.")
    write(scene, "One ship.", "Two boats.", "Three ships.")
    found = loop(history.compare_with_now(scene, 2))
    assert (found.diff.added.words, found.diff.removed.words) == (2, 2)
    document = bring_back(found.diff, [1])
    loop(history.restore_document(novel, item_id=scene, document=document, expected=found.expected))
    assert text_of(scene) == "One ship.\nTwo boats.\nThree boats."


def test_a_passage_does_not_come_back_into_another_text(novel, scene, write, loop, text_of):
    write(scene, "One boat.")
    write(scene, "One ship.")
    found = loop(history.compare_with_now(scene, 2))
    write(scene, "Something else.")
    restoring = history.restore_document(
        novel, item_id=scene, document=bring_back(found.diff, [0]), expected=found.expected
    )
    with pytest.raises(TextChangedError):
        loop(restoring)
    assert text_of(scene) == "Something else."


def test_a_named_version_stands_by_itself(novel, scene, write, loop):
    write(scene, "One.")
    moment = loop(snapshots.take_snapshot(novel, name="Before the storm", item_id=scene))
    write(scene, "One two.")
    write(scene, "One two three.")
    page = loop(history.list_versions(scene))
    assert [step.version.id for step in page.steps] == [4, moment.revision_id, 1]
    assert page.names[moment.revision_id].name == "Before the storm"
    loop(snapshots.rename_snapshot(moment.id, "Calm"))
    assert [each.name for each in loop(snapshots.list_snapshots(novel))] == ["Calm"]
    loop(snapshots.remove_snapshots(moment.id))
    assert loop(snapshots.list_snapshots(novel)) == []


def test_a_scene_comes_back_to_a_named_moment(novel, scene, write, loop, text_of):
    write(scene, "One.")
    moment = loop(snapshots.take_snapshot(novel, name="Then", item_id=scene))
    write(scene, "Two.")
    loop(snapshots.restore_snapshot(moment.id))
    assert text_of(scene) == "One."


def test_a_novel_comes_back_to_a_named_moment(novel, scene, write, loop, text_of):
    chapter = loop(outline.load_outline(novel))[0].id
    write(scene, "One.")
    other = loop(outline.create_item(novel, kind=ItemKind.SCENE, parent_id=chapter)).ids[0]
    gone = loop(outline.create_item(novel, kind=ItemKind.SCENE, parent_id=chapter)).ids[0]
    moment = loop(snapshots.take_snapshot(novel, name="First draft"))
    write(scene, "Two.")
    write(other, "Was empty.")
    loop(outline.move_items(novel, ids=[other], parent_id=None, index=0))
    loop(outline.set_attribute(novel, ids=[chapter], name="title", value="Renamed"))
    loop(outline.trash_items(novel, ids=[gone]))
    made = loop(outline.create_item(novel, kind=ItemKind.SCENE, parent_id=chapter)).ids[0]
    changed = [(item.id, item.title, item.parent_id) for item in loop(outline.load_outline(novel))]

    loop(snapshots.restore_snapshot(moment.id))
    assert [item.id for item in loop(outline.load_outline(novel))] == [chapter, scene, other, gone]
    assert [item.id for item in loop(outline.load_trash(novel))] == [made]
    assert (text_of(scene), text_of(other)) == ("One.", "")
    assert loop(outline.load_outline(novel))[0].title == ""

    stack = loop(UndoStack.load(novel))
    loop(stack.undo())
    now = [(item.id, item.title, item.parent_id) for item in loop(outline.load_outline(novel))]
    assert now == changed
    assert (text_of(scene), text_of(other)) == ("Two.", "Was empty.")


def a_bible(loop, novel, scene):
    """Two people, and a field of the scene; the ids of the people."""
    keys = []
    for name in ("Ines", "Wren"):
        edit = loop(entities.create_entity(novel, kind=EntityKind.CHARACTER, name=name))
        keys += edit.entities_after
    values = {"aliases": ("她", "Miss"), "fields": (EntityField("Wants", "rest"),), "notes": "Old."}
    loop(entities.write_entity(keys[0], values))
    loop(entities.write_item_fields(scene, [EntityField("Weather", "fog")]))
    return keys


def bible_of(loop, novel):
    return loop(entities.list_entities(novel)), loop(entities.list_item_fields(novel))


def test_the_bible_comes_back_with_the_novel_as_one_step(novel, scene, write, loop, text_of):
    write(scene, "One.")
    ines, wren = a_bible(loop, novel, scene)
    then = bible_of(loop, novel)
    moment = loop(snapshots.take_snapshot(novel, name="First draft"))
    write(scene, "Two.")
    loop(entities.write_entity(ines, {"kind": EntityKind.PLACE, "aliases": (), "notes": "New."}))
    loop(entities.remove_entity(wren))
    loop(entities.create_entity(novel, kind=EntityKind.THING, name="The ledger"))
    loop(entities.write_item_fields(scene, [EntityField("Weather", "snow")]))
    changed = bible_of(loop, novel)

    assert not loop(snapshots.leaves_bible(moment.id))
    loop(snapshots.restore_snapshot(moment.id))
    assert bible_of(loop, novel) == then
    assert text_of(scene) == "One."
    stack = loop(UndoStack.load(novel))
    loop(stack.undo())
    assert bible_of(loop, novel) == changed
    assert text_of(scene) == "Two."
    loop(stack.redo())
    assert bible_of(loop, novel) == then


def test_what_beside_texts_has_changed_since_a_moment_is_known(novel, scene, write, loop):
    write(scene, "One.")
    ines, _ = a_bible(loop, novel, scene)
    moment = loop(snapshots.take_snapshot(novel, name="First draft")).id
    write(scene, "Two.")
    assert loop(changed_beside_texts(moment)) == ChangedBeside()
    loop(entities.write_entity(ines, {"notes": "New."}))
    assert loop(changed_beside_texts(moment)) == ChangedBeside(bible=True)
    loop(entities.write_item_fields(scene, [EntityField("Weather", "snow")]))
    assert loop(changed_beside_texts(moment)) == ChangedBeside(outline=True, bible=True)
    loop(snapshots.restore_snapshot(moment))
    assert loop(changed_beside_texts(moment)) == ChangedBeside()


def test_a_moment_from_before_moments_held_a_bible_leaves_it_and_says_so(
    novel, scene, write, loop, text_of, monkeypatch
):
    async def no_bible(*_given):
        return None

    write(scene, "One.")
    with monkeypatch.context() as patched:
        patched.setattr(snapshots, "bible_now", no_bible)
        moment = loop(snapshots.take_snapshot(novel, name="First draft"))
    assert not loop(snapshots.leaves_bible(moment.id))  # there is nothing to be left
    a_bible(loop, novel, scene)
    write(scene, "Two.")
    there = bible_of(loop, novel)
    assert loop(snapshots.leaves_bible(moment.id))
    loop(snapshots.restore_snapshot(moment.id))
    assert text_of(scene) == "One."
    assert bible_of(loop, novel) == there


def test_a_step_back_that_fails_half_way_changes_nothing(
    novel, scene, write, loop, text_of, monkeypatch
):
    async def fail(*_given):
        raise OSError("killed right here")

    write(scene, "One.")
    moment = loop(snapshots.take_snapshot(novel, name="First draft"))
    a_bible(loop, novel, scene)
    write(scene, "Two.")
    there = bible_of(loop, novel)
    monkeypatch.setattr(ItemFieldRepository, "put", fail)
    with pytest.raises(OSError, match="killed"):
        loop(snapshots.restore_snapshot(moment.id))
    assert bible_of(loop, novel) == there
    assert text_of(scene) == "Two."


def test_a_scene_that_is_gone_for_ever_does_not_keep_the_step_from_being_undone(novel, scene, loop):
    async def undone(edit):
        step = partial(apply_edit, edit=edit, backwards=True, initiator="")
        await writer().submit(step)

    ines, _ = a_bible(loop, novel, scene)
    chapter = loop(outline.load_outline(novel))[0].id
    other = loop(outline.create_item(novel, kind=ItemKind.SCENE, parent_id=chapter)).ids[0]
    moment = loop(snapshots.take_snapshot(novel, name="First draft"))
    loop(entities.write_item_fields(other, [EntityField("Weather", "snow")]))
    loop(entities.write_entity(ines, {"notes": "New."}))
    edit = loop(snapshots.restore_snapshot(moment.id))
    loop(outline.trash_items(novel, ids=[other]))
    loop(outline.purge_items(novel, ids=[other]))
    loop(undone(edit))
    assert loop(entities.list_entities(novel))[0].notes == "New."
    assert bible_of(loop, novel)[1] == {scene: (EntityField("Weather", "fog"),)}


def test_who_is_not_in_the_library_any_more_is_made_anew(novel, scene, loop):
    async def lose(key):
        await writer().submit(lambda session: session.execute(delete(Entity).filter_by(id=key)))

    ines, wren = a_bible(loop, novel, scene)
    then, _ = bible_of(loop, novel)
    moment = loop(snapshots.take_snapshot(novel, name="First draft"))
    loop(lose(ines))
    loop(snapshots.restore_snapshot(moment.id))
    found = {each.name: each for each in loop(entities.list_entities(novel))}
    assert found["Wren"].id == wren
    assert replace(found["Ines"], id=ines) == then[0]
    loop(loop(UndoStack.load(novel)).undo())
    assert [each.name for each in loop(entities.list_entities(novel))] == ["Wren"]


def test_what_was_deleted_for_ever_does_not_keep_the_rest_from_coming_back(
    novel, scene, write, loop, text_of
):
    chapter = loop(outline.load_outline(novel))[0].id
    gone = loop(outline.create_item(novel, kind=ItemKind.SCENE, parent_id=chapter)).ids[0]
    write(scene, "One.")
    moment = loop(snapshots.take_snapshot(novel, name="First draft"))
    write(scene, "Two.")
    loop(outline.trash_items(novel, ids=[gone]))
    loop(outline.purge_items(novel, ids=[gone]))
    loop(snapshots.restore_snapshot(moment.id))
    assert text_of(scene) == "One."


def test_what_was_written_on_a_day(novel, scene, write, library, loop):
    chapter = loop(outline.load_outline(novel))[0].id
    other = loop(outline.create_item(novel, kind=ItemKind.SCENE, parent_id=chapter)).ids[0]
    write(scene, "one two three")
    write(scene, "one two three four five")
    write(other, "one")
    age(library, {1: 9_000_000, 2: 86_400 * 3 - 60, 3: 60})
    now = utc_now()
    today = loop(novel_history.written_between(novel, now - timedelta(days=1), now))
    assert [(each.item_id, each.difference, each.saves) for each in today] == [
        (other, 1, 1),
        (scene, 2, 1),
    ]
    before = now - timedelta(days=4)
    days = [(before + timedelta(days=n), before + timedelta(days=n + 1)) for n in range(4)]
    found = loop(novel_history.sum_stretches(novel, days))
    assert [day.words for day in found] == [0, 3, 0, 3]
    shown = loop(history.compare_versions(today[1].before, today[1].after))
    assert shown.diff.added.words == 2


def test_days_and_moments_are_the_same_in_every_library(novel, scene, write, loop):
    began = utc_now() - timedelta(seconds=1)
    write(scene, "one two three")
    write(scene, "one two three four five")
    ended = utc_now() + timedelta(seconds=1)
    day = timedelta(days=1)
    (text,) = loop(novel_history.written_between(novel, began, ended))
    assert (text.difference, text.saves, text.words_before) == (5, 2, 0)
    days = [(began - day, began), (began, ended), (ended, ended + day)]
    found = loop(novel_history.sum_stretches(novel, days))
    assert [(each.saves, each.words, each.texts) for each in found] == [
        (0,) * 3,
        (2, 5, 1),
        (0,) * 3,
    ]
    (changed,) = loop(novel_history.changed_since(novel, began - day))
    assert changed.words_after == 5
    first, last = loop(novel_history.first_and_last(novel))
    parts = loop(novel_history.count_stretches(novel, first, last + day, parts=130))
    assert sum(part.saves for part in parts) >= 2


def test_what_is_again_as_it_was_has_not_changed_since(novel, scene, write, library, loop):
    write(scene, "one two three")
    moment = utc_now()
    write(scene, "one two")
    write(scene, "one two three")
    assert loop(novel_history.changed_since(novel, moment)) == []


def test_what_was_thrown_away_since_a_moment_is_told(novel, scene, write, library, loop):
    write(scene, "one two three")
    moment = utc_now()
    loop(outline.trash_items(novel, ids=[scene]))
    (gone,) = loop(novel_history.changed_since(novel, moment))
    assert (gone.item_id, gone.is_deleted, gone.words_before) == (scene, True, 3)
    assert loop(novel_history.changed_since(novel, utc_now())) == []


def test_what_an_older_program_threw_away_is_told(novel, scene, write, library, loop):
    write(scene, "one two three")
    moment = utc_now()
    loop(outline.trash_items(novel, ids=[scene]))
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE outline_items SET trashed_with = NULL")
    assert [each.item_id for each in loop(novel_history.changed_since(novel, moment))] == [scene]


def test_the_novel_since_a_moment(novel, scene, write, library, loop):
    write(scene, "one two three")
    write(scene, "one two three four five")
    age(library, {1: 500, 2: 400, 3: 10})
    moment = utc_now() - timedelta(seconds=100)
    (changed,) = loop(novel_history.changed_since(novel, moment))
    assert (changed.before, changed.after, changed.difference) == (2, None, 2)
    assert loop(novel_history.changed_since(novel, utc_now())) == []
    start, end = loop(novel_history.first_and_last(novel))
    parts = loop(novel_history.count_stretches(novel, start, end + timedelta(seconds=1), parts=10))
    assert sum(part.saves for part in parts) == 3


def test_marks_are_few_and_hold_the_named_ones(novel, scene, write, loop):
    for number in range(1, 40):
        write(scene, "word " * number)
    moment = loop(snapshots.take_snapshot(novel, name="Here", item_id=scene))
    write(scene, "More.")
    write(scene, "More and more.")
    marks = loop(history.list_marks(scene, limit=5))
    ids = [mark.id for mark in marks]
    assert len(ids) <= 6
    assert ids[0] == 1
    assert ids[-1] == 42
    assert moment.revision_id in ids
