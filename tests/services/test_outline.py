# SPDX-License-Identifier: MIT
"""The promises of ``novelist.services.outline``, ``scenes`` and ``undo``."""

from __future__ import annotations

import asyncio

import pytest

from novelist.domain.changes import Action, Subject
from novelist.domain.document import document_of
from novelist.domain.enums import ItemKind
from novelist.errors import InvalidMoveError, TextChangedError
from novelist.services import novels, outline, scenes, texts
from novelist.services.history import history
from novelist.services.journal.undo import UndoStack
from novelist.services.library import library as libraries


@pytest.fixture
def novel(library, loop):
    return loop(novels.create_novel(title="Harbour", language="en"))


@pytest.fixture
def stack(novel):
    return UndoStack(novel)


def shown(loop, novel):
    """The outline as (title or kind, parent's title or kind) in tree order."""
    items = loop(outline.load_outline(novel))
    names = {item.id: item.title or item.kind for item in items}
    return [(names[item.id], names.get(item.parent_id)) for item in items]


def add(loop, novel, title, *, kind=ItemKind.SCENE, parent=None, index=None):
    edit = loop(outline.create_item(novel, kind=kind, parent_id=parent, index=index, title=title))
    return edit.ids[0]


def first_chapter(loop, novel):
    return loop(outline.load_outline(novel))[0].id


def write(loop, item_id, *paragraphs):
    loaded = loop(texts.load_text(item_id))
    loop(texts.save_text(loaded.body, document_of(*paragraphs)))


def read(loop, item_id):
    return loop(texts.load_text(item_id)).document.plain_text


def test_a_new_item_stands_where_it_was_asked_for(novel, loop):
    chapter = first_chapter(loop, novel)
    add(loop, novel, "last", parent=chapter)
    add(loop, novel, "first", parent=chapter, index=0)
    assert [name for name, _ in shown(loop, novel)] == ["chapter", "first", "scene", "last"]


def test_an_item_cannot_stand_where_its_kind_may_not_be(novel, loop):
    chapter = first_chapter(loop, novel)
    with pytest.raises(InvalidMoveError):
        add(loop, novel, "part", kind=ItemKind.PART, parent=chapter)


def test_moving_undoing_and_redoing(novel, loop, stack):
    chapter = first_chapter(loop, novel)
    other = add(loop, novel, "two", kind=ItemKind.CHAPTER)
    scene = add(loop, novel, "walk", parent=chapter)
    before = shown(loop, novel)
    stack.push(loop(outline.move_items(novel, ids=[scene], parent_id=other, index=0)))
    after = shown(loop, novel)
    assert ("walk", "two") in after
    loop(stack.undo())
    assert shown(loop, novel) == before
    loop(stack.redo())
    assert shown(loop, novel) == after


def test_a_chapter_goes_to_the_trash_with_its_scenes_and_comes_back(novel, loop, stack):
    chapter = first_chapter(loop, novel)
    before = shown(loop, novel)
    stack.push(loop(outline.trash_items(novel, ids=[chapter])))
    assert shown(loop, novel) == []
    assert [item.id for item in loop(outline.load_trash(novel))] == [chapter]
    loop(stack.undo())
    assert shown(loop, novel) == before
    loop(stack.redo())
    loop(outline.restore_items(novel, ids=[chapter]))
    assert shown(loop, novel) == before


def test_what_was_thrown_away_before_its_chapter_stays_thrown_away(novel, loop):
    chapter = first_chapter(loop, novel)
    scene = add(loop, novel, "cut", parent=chapter)
    loop(outline.trash_items(novel, ids=[scene]))
    loop(outline.trash_items(novel, ids=[chapter]))
    loop(outline.restore_items(novel, ids=[chapter]))
    assert [item.id for item in loop(outline.load_trash(novel))] == [scene]


def test_a_scene_whose_chapter_is_gone_comes_back_at_the_end(novel, loop):
    chapter = first_chapter(loop, novel)
    scene = add(loop, novel, "kept", parent=chapter)
    loop(outline.trash_items(novel, ids=[scene]))
    loop(outline.trash_items(novel, ids=[chapter]))
    loop(outline.restore_items(novel, ids=[scene]))
    assert shown(loop, novel) == [("kept", None)]


def test_undoing_a_new_scene_keeps_what_was_typed_into_it(novel, loop, stack):
    edit = loop(outline.create_item(novel, kind=ItemKind.SCENE, parent_id=None))
    stack.push(edit)
    write(loop, edit.ids[0], "Typed at once.")
    loop(stack.undo())
    assert edit.ids[0] in [item.id for item in loop(outline.load_trash(novel))]
    assert read(loop, edit.ids[0]) == "Typed at once."


def test_one_value_for_many_is_one_step(novel, loop, stack):
    ids = [item.id for item in loop(outline.load_outline(novel))]
    status = loop(outline.list_statuses(novel))[2].id
    stack.push(loop(outline.set_attribute(novel, ids=ids, name="status_id", value=status)))
    assert {item.status_id for item in loop(outline.load_outline(novel))} == {status}
    assert (stack.undo_action, stack.redo_action) == ("set_status_id", None)
    loop(stack.undo())
    assert {item.status_id for item in loop(outline.load_outline(novel))} == {None}


def test_a_copy_stands_after_the_original_with_texts_and_all_it_holds(novel, loop, stack):
    chapter = first_chapter(loop, novel)
    scene = loop(outline.load_outline(novel))[1].id
    write(loop, scene, "One and only.")
    stack.push(loop(scenes.duplicate_items(novel, ids=[chapter, scene])))
    items = loop(outline.load_outline(novel))
    assert [item.kind for item in items] == ["chapter", "scene"] * 2
    assert read(loop, items[3].id) == "One and only."
    assert items[3].words == 3
    loop(stack.undo())
    assert len(loop(outline.load_outline(novel))) == 2


def test_a_split_scene_loses_nothing_and_can_be_joined_again(novel, loop, stack):
    scene = loop(outline.load_outline(novel))[1].id
    write(loop, scene, "Morning came.", "Night fell.")
    edit = loop(scenes.split_scene(novel, item_id=scene, block=1, offset=0))
    stack.push(edit)
    assert (read(loop, scene), read(loop, edit.ids[0])) == ("Morning came.", "Night fell.")
    assert [item.words for item in loop(outline.load_outline(novel))][1:] == [2, 2]
    loop(stack.undo())
    assert read(loop, scene) == "Morning came.\nNight fell."
    assert len(loop(outline.load_outline(novel))) == 2
    loop(stack.redo())
    assert read(loop, edit.ids[0]) == "Night fell."


def test_a_split_is_taken_back_with_all_that_was_typed_since(novel, loop, stack):
    scene = loop(outline.load_outline(novel))[1].id
    write(loop, scene, "Morning came.", "Night fell.")
    edit = loop(scenes.split_scene(novel, item_id=scene, block=1, offset=5))
    write(loop, edit.ids[0], " fell, and rain.", "Then snow.")
    loop(stack.undo())
    assert read(loop, scene) == "Morning came.\nNight fell, and rain.\nThen snow."
    loop(stack.redo())
    assert read(loop, scene) == "Morning came.\nNight"
    assert read(loop, edit.ids[0]) == " fell, and rain.\nThen snow."


def test_the_second_half_of_a_split_that_was_taken_back_is_not_in_the_trash(novel, loop, stack):
    scene = loop(outline.load_outline(novel))[1].id
    write(loop, scene, "Morning came.", "Night fell.")
    edit = loop(scenes.split_scene(novel, item_id=scene, block=1, offset=0))
    write(loop, edit.ids[0], "Night fell.", "It rained.")
    for _ in range(2):
        loop(stack.undo())
        assert loop(outline.load_trash(novel)) == []
        assert read(loop, scene) == "Morning came.\nNight fell.\nIt rained."
        loop(stack.redo())
    assert read(loop, edit.ids[0]) == "Night fell.\nIt rained."


def test_a_copy_or_new_scene_that_was_taken_back_is_in_the_trash_with_words_alone(
    novel, loop, stack
):
    first = loop(outline.load_outline(novel))[1].id
    write(loop, first, "Morning came.")
    loop(outline.create_item(novel, kind=ItemKind.SCENE, parent_id=None))
    loop(stack.undo())
    copy = loop(scenes.duplicate_items(novel, ids=[first])).ids[0]
    loop(stack.undo())
    assert loop(outline.load_trash(novel)) == []
    loop(stack.redo())
    write(loop, copy, "Morning went.")
    loop(stack.undo())
    assert [item.id for item in loop(outline.load_trash(novel))] == [copy]


def taken_back(loop, novel, stack, *paragraphs):
    """A scene that was made, written, emptied again, and whose making was undone."""
    scene = loop(outline.create_item(novel, kind=ItemKind.SCENE, parent_id=None)).ids[0]
    if paragraphs:
        write(loop, scene, *paragraphs)
        write(loop, scene, "")
    loop(stack.refresh())
    loop(stack.undo())
    return scene


def test_what_was_taken_back_goes_for_ever_once_nothing_brings_it_back(novel, loop, stack):
    empty = taken_back(loop, novel, stack)
    first = loop(outline.load_outline(novel))[1].id
    write(loop, first, "Morning came.")
    copy = loop(scenes.duplicate_items(novel, ids=[first])).ids[0]
    loop(stack.undo())
    assert loop(outline.load_items([empty])) == []
    assert [item.id for item in loop(outline.load_items([copy]))] == [copy], "redo needs it"
    loop(outline.set_attribute(novel, ids=[first], name="title", value="Dawn"))
    assert loop(outline.load_items([copy])) == []
    assert loop(outline.load_trash(novel)) == []


def test_what_was_taken_back_stays_where_it_has_versions(novel, loop, stack):
    scene = taken_back(loop, novel, stack, "Night fell.")
    first = loop(outline.load_outline(novel))[1].id
    loop(outline.set_attribute(novel, ids=[first], name="title", value="Dawn"))
    assert loop(outline.load_trash(novel)) == []
    versions = loop(history.list_marks(scene))
    read_back = [loop(history.read_version(each.id)).plain_text for each in versions]
    assert "Night fell." in read_back


def test_what_was_taken_back_and_holds_the_only_words_is_shown_in_the_trash(novel, loop, stack):
    first = loop(outline.load_outline(novel))[1].id
    write(loop, first, "Morning came.")
    copy = loop(scenes.duplicate_items(novel, ids=[first])).ids[0]
    loop(stack.undo())
    write(loop, first, "Morning went.")
    loop(outline.set_attribute(novel, ids=[first], name="title", value="Dawn"))
    assert [item.id for item in loop(outline.load_trash(novel))] == [copy]
    assert read(loop, copy) == "Morning came."


def test_a_merge_is_taken_back_with_all_that_was_typed_since(novel, loop, stack):
    first, second = pair(loop, novel)
    loop(scenes.merge_scenes(novel, ids=[first, second]))
    write(loop, first, "Morning came.", "And went.", "Night fell.", "It rained.")
    loop(stack.undo())
    assert read(loop, first) == "Morning came."
    assert read(loop, second) == "And went.\nNight fell.\nIt rained."
    loop(stack.redo())
    assert read(loop, first) == "Morning came.\nAnd went.\nNight fell.\nIt rained."


def test_an_undo_that_would_drop_typed_text_is_refused(novel, loop, stack):
    first, second = pair(loop, novel)
    loop(scenes.merge_scenes(novel, ids=[first, second]))
    write(loop, first, "Morning and night were one.")
    with pytest.raises(TextChangedError):
        loop(stack.undo())
    assert read(loop, first) == "Morning and night were one."
    assert stack.can_undo


def pair(loop, novel):
    """Two scenes, one after the other, with a paragraph each."""
    first = loop(outline.load_outline(novel))[1].id
    second = add(loop, novel, "night", parent=first_chapter(loop, novel))
    write(loop, first, "Morning came.")
    write(loop, second, "Night fell.")
    return first, second


def test_merged_scenes_become_one_and_part_again(novel, loop, stack):
    first, second = pair(loop, novel)
    stack.push(loop(scenes.merge_scenes(novel, ids=[second, first])))
    assert read(loop, first) == "Morning came.\nNight fell."
    assert [item.id for item in loop(outline.load_trash(novel))] == [second]
    loop(stack.undo())
    assert (read(loop, first), read(loop, second)) == ("Morning came.", "Night fell.")
    assert loop(outline.load_trash(novel)) == []


def test_a_merge_needs_two(novel, loop):
    scene = loop(outline.load_outline(novel))[1].id
    with pytest.raises(InvalidMoveError):
        loop(scenes.merge_scenes(novel, ids=[scene]))


def test_purged_items_are_gone_for_ever(novel, loop):
    chapter = first_chapter(loop, novel)
    loop(outline.trash_items(novel, ids=[chapter]))
    loop(outline.purge_items(novel, ids=[chapter]))
    assert loop(outline.load_trash(novel)) == []
    assert loop(outline.load_items([chapter])) == []


def test_every_action_says_what_changed_and_who_did_it(novel, loop):
    heard = []
    unsubscribe = libraries.subscribe(heard.append)
    chapter = first_chapter(loop, novel)
    loop(outline.trash_items(novel, ids=[chapter], initiator="binder"))
    loop(outline.restore_items(novel, ids=[chapter]))
    unsubscribe()
    loop(outline.trash_items(novel, ids=[chapter]))
    assert [changes.initiator for changes in heard] == ["binder", ""]
    assert chapter in heard[0].ids(Subject.ITEM, Action.DELETED)
    assert chapter in heard[1].ids(Subject.ITEM, Action.RESTORED)


def test_typing_in_the_inspector_while_the_text_is_saved_conflicts_with_nothing(novel, loop):
    item = loop(outline.load_outline(novel))[1]
    loaded = loop(texts.load_text(item.id))

    async def both():
        for number in range(20):
            item.synopsis = f"Version {number}"
            await asyncio.gather(
                texts.save_text(loaded.body, document_of("word " * number)),
                outline.save_item(item),
            )

    loop(both())
    (saved,) = [each for each in loop(outline.load_items([item.id]))]
    assert (saved.synopsis, saved.words) == ("Version 19", 19)


def test_two_undos_at_once_take_back_two_actions(novel, stack, loop):
    for title in ("one", "two"):
        stack.push(
            loop(outline.create_item(novel, kind=ItemKind.NOTE, parent_id=None, title=title))
        )

    async def twice():
        await asyncio.gather(stack.undo(), stack.undo())

    loop(twice())
    assert {"one", "two"}.isdisjoint(name for name, _ in shown(loop, novel))
    assert not stack.can_undo


def test_an_action_done_while_another_is_taken_back_can_be_taken_back_itself(novel, stack, loop):
    stack.push(loop(outline.create_item(novel, kind=ItemKind.NOTE, parent_id=None, title="one")))

    async def undo_and_do():
        undoing = asyncio.ensure_future(stack.undo())
        await asyncio.sleep(0)
        stack.push(
            await outline.create_item(novel, kind=ItemKind.NOTE, parent_id=None, title="two")
        )
        await undoing

    loop(undo_and_do())
    assert (stack.can_undo, stack.can_redo) == (True, False)
    loop(stack.undo())
    assert "two" not in [name for name, _ in shown(loop, novel)]
