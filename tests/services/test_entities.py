# SPDX-License-Identifier: MIT
"""The promises of ``novelist.services.entities``: kept whole, undone, done again, never lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from novelist.domain.changes import Action, Subject
from novelist.domain.entities import LONGEST_FIELD_NAME, LONGEST_NAME
from novelist.domain.enums import ItemKind
from novelist.errors import NotFoundError, StepImpossibleError, TextChangedError
from novelist.services import entities, novels, outline, scenes
from novelist.services.entities import EntityField, EntityKind
from novelist.services.journal.undo import UndoStack
from novelist.services.library.library import subscribe

ALL = {
    "kind": EntityKind.GROUP,
    "name": "The pilots",
    "aliases": ("The old men", "领航员"),
    "summary": "Who know the sands",
    "notes": "Four of them.\n\nOne is dead.",
    "fields": (EntityField("Seat", "the tide office"), EntityField("Seat", "an inn")),
}


@pytest.fixture
def novel(library, loop):
    return loop(novels.create_novel(title="Harbour", language="en"))


@pytest.fixture
def scene(novel, loop):
    edit = loop(outline.create_item(novel, kind=ItemKind.SCENE, parent_id=None, title="Tide"))
    return edit.ids[0]


def a_person(loop, novel, name="Ada", kind=EntityKind.CHARACTER):
    edit = loop(entities.create_entity(novel, kind=kind, name=name))
    (key,) = edit.entities_after
    return key


def bible(loop, novel):
    return loop(entities.list_entities(novel))


def stack_of(loop, novel):
    return loop(UndoStack.load(novel))


def test_all_of_an_entity_is_kept(novel, loop):
    key = a_person(loop, novel)
    loop(entities.write_entity(key, ALL))
    assert bible(loop, novel) == [entities.Entity(key, novel, **ALL)]


def test_they_are_listed_by_kind_and_then_as_they_were_made(novel, loop):
    for kind in (EntityKind.OTHER, EntityKind.THREAD, EntityKind.PLACE, EntityKind.CHARACTER):
        a_person(loop, novel, f"first {kind}", kind)
    a_person(loop, novel, "Ben")
    names = [each.name for each in bible(loop, novel)]
    assert names == ["first character", "Ben", "first place", "first thread", "first other"]


def test_every_change_is_undone_and_done_again(novel, loop):
    key = a_person(loop, novel)
    changes = [*({name: value} for name, value in ALL.items()), {"aliases": ()}, {"fields": ()}]
    states = [[], bible(loop, novel)]
    for values in changes:
        loop(entities.write_entity(key, values))
        states.append(bible(loop, novel))
    loop(entities.remove_entity(key))
    states.append(bible(loop, novel))
    assert states[-1] == []
    stack = stack_of(loop, novel)
    for state in reversed(states[:-1]):
        loop(stack.undo())
        assert bible(loop, novel) == state
    assert not stack.can_undo
    for state in states[1:]:
        loop(stack.redo())
        assert bible(loop, novel) == state


def test_typing_into_one_field_is_one_step(novel, loop):
    key = a_person(loop, novel)
    for notes in ("T", "Ta", "Tall"):
        loop(entities.write_entity(key, {"notes": notes}, typed=True))
    for value in ("b", "black"):
        fields = (EntityField("Hair", value),)
        loop(entities.write_entity(key, {"fields": fields}, typed=True))
    stack = stack_of(loop, novel)
    loop(stack.undo())
    assert [(each.notes, each.fields) for each in bible(loop, novel)] == [("Tall", ())]
    loop(stack.undo())
    assert [each.notes for each in bible(loop, novel)] == [""]
    loop(stack.redo())
    loop(stack.redo())
    assert bible(loop, novel)[0].fields == (EntityField("Hair", "black"),)


def test_what_is_not_typed_is_a_step_of_its_own(novel, loop):
    key = a_person(loop, novel)
    loop(entities.write_entity(key, {"summary": "one"}))
    loop(entities.write_entity(key, {"summary": "two"}))
    loop(stack_of(loop, novel).undo())
    assert bible(loop, novel)[0].summary == "one"


def test_typing_that_comes_to_nothing_is_no_step(novel, loop):
    key = a_person(loop, novel, name="")
    stack = stack_of(loop, novel)
    loop(entities.write_entity(key, {"name": "A"}, typed=True))
    loop(entities.write_entity(key, {"name": ""}, typed=True))
    loop(stack.refresh())
    assert stack.undo_action == "create_entity"
    edit = loop(entities.write_entity(key, {"name": ""}))
    assert not edit.changes_something
    assert not edit.command_id


def test_what_is_written_of_a_deleted_one_brings_it_back(novel, loop):
    key = a_person(loop, novel)
    loop(entities.remove_entity(key))
    loop(entities.write_entity(key, {"notes": "She had gone on writing."}, typed=True))
    assert bible(loop, novel)[0].notes == "She had gone on writing."
    loop(stack_of(loop, novel).undo())
    assert bible(loop, novel) == []


def test_names_that_no_column_takes_are_made_to_fit(novel, loop):
    key = a_person(loop, novel, name="Ada\nLovelace \ud800")
    assert bible(loop, novel)[0].name == "Ada Lovelace \ufffd"
    fields = (EntityField("f" * 999, "\udfff"), EntityField(" ", ""), EntityField("", "kept"))
    values = {"name": "n" * 999, "aliases": ("a" * 999, " ", "b", "b"), "fields": fields}
    loop(entities.write_entity(key, values | {"notes": "\ud83d"}))
    (found,) = bible(loop, novel)
    assert found.name == "n" * LONGEST_NAME
    assert found.aliases == ("a" * LONGEST_NAME, "b")
    assert found.fields == (
        EntityField("f" * LONGEST_FIELD_NAME, "\ufffd"),
        EntityField("", "kept"),
    )
    assert found.notes == "\ufffd"
    stack = stack_of(loop, novel)
    loop(stack.undo())
    loop(stack.redo())
    assert bible(loop, novel) == [found]


def test_an_undo_never_writes_over_what_somebody_else_wrote(novel, loop, library):
    key = a_person(loop, novel)
    loop(entities.write_entity(key, {"notes": "mine"}))
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("UPDATE entities SET notes = 'theirs'")
        connection.commit()
    with pytest.raises(TextChangedError):
        loop(stack_of(loop, novel).undo())
    assert bible(loop, novel)[0].notes == "theirs"


def test_what_is_not_there_cannot_be_written(novel, loop):
    for wish in (
        entities.create_entity(99, kind=EntityKind.PLACE),
        entities.write_entity(99, {"name": "Nobody"}),
        entities.remove_entity(99),
        entities.write_item_fields(99, ()),
    ):
        with pytest.raises(NotFoundError):
            loop(wish)
    with pytest.raises(KeyError):
        loop(entities.write_entity(a_person(loop, novel), {"position": 1}))


def test_every_change_is_announced_after_it_is_made(novel, scene, loop):
    heard = []
    unsubscribe = subscribe(heard.append)
    key = a_person(loop, novel)
    loop(entities.write_entity(key, {"name": "Eda"}, initiator="page"))
    loop(entities.remove_entity(key))
    stack = stack_of(loop, novel)
    loop(stack.undo(initiator="page"))
    loop(entities.write_item_fields(scene, [EntityField("Moon", "full")]))
    unsubscribe()
    found = [
        (entry.subject, entry.action, set(entry.ids), changes.initiator)
        for changes in heard
        for entry in changes.entries
    ]
    assert found == [
        (Subject.ENTITY, Action.CREATED, {key}, ""),
        (Subject.ENTITY, Action.UPDATED, {key}, "page"),
        (Subject.ENTITY, Action.DELETED, {key}, ""),
        (Subject.ENTITY, Action.RESTORED, {key}, "page"),
        (Subject.ITEM, Action.UPDATED, {scene}, ""),
    ]


def test_custom_fields_of_a_scene_are_kept_copied_and_undone(novel, scene, loop):
    first = (EntityField("Moon", "full"), EntityField("Tide", "high"))
    loop(entities.write_item_fields(scene, first))
    loop(entities.write_item_fields(scene, first[:1]))
    copy = loop(scenes.duplicate_items(novel, ids=[scene])).ids[0]
    assert loop(entities.list_item_fields(novel)) == {scene: first[:1], copy: first[:1]}
    stack = stack_of(loop, novel)
    loop(stack.undo())
    loop(stack.undo())
    assert loop(entities.list_item_fields(novel))[scene] == first
    loop(stack.undo())
    assert scene not in loop(entities.list_item_fields(novel))
    loop(stack.redo())
    assert loop(entities.list_item_fields(novel))[scene] == first


def test_a_step_about_an_entity_that_is_gone_for_ever_is_left_out(novel, loop, library):
    key = a_person(loop, novel)
    loop(entities.write_entity(key, {"name": "Eda"}))
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("DELETE FROM entities")
        connection.commit()
    with pytest.raises(StepImpossibleError):
        loop(stack_of(loop, novel).undo())
