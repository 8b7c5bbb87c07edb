# SPDX-License-Identifier: MIT
"""The promises of ``novelist.services.journal.undo`` and ``journal``."""

from __future__ import annotations

from datetime import timedelta

import pytest

from novelist.db.models import Command
from novelist.db.repositories.commands import CommandRepository
from novelist.db.session import get_session, read_session
from novelist.domain.document import document_of
from novelist.domain.enums import BackupReason, CommandState, ItemKind
from novelist.errors import StepImpossibleError, StepUnreadableError, TextChangedError
from novelist.importers.imported import ImportedItem, ImportedNovel
from novelist.services import novels, outline, scenes, texts
from novelist.services.importing import importing
from novelist.services.journal import journal
from novelist.services.journal.undo import UndoStack
from novelist.services.library.backups import list_backups
from novelist.services.library.library import close_library, open_library
from novelist.services.unsaved import conflicts


@pytest.fixture
def novel(library, loop):
    return loop(novels.create_novel(title="Harbour", language="en"))


@pytest.fixture
def stack(novel):
    return UndoStack(novel)


def add(loop, novel, title, **place):
    place = {"kind": ItemKind.SCENE, "parent_id": None} | place
    return loop(outline.create_item(novel, title=title, **place)).ids[0]


def titles(loop, novel):
    return [item.title for item in loop(outline.load_outline(novel)) if item.title]


def steps(loop, novel_id):
    """All of a journal, oldest first, as (action, state)."""

    async def read():
        async with read_session() as session:
            rows = await session.execute(
                Command.__table__.select()
                .where(
                    Command.novel_id.is_(None) if novel_id is None else Command.novel_id == novel_id
                )
                .order_by(Command.id)
            )
            return [(row.action, row.state) for row in rows]

    return loop(read())


def spoil(loop, command_id, **columns):
    """Change a row of the journal as no program of ours does."""

    async def write():
        async with get_session() as session:
            row = await session.get(Command, command_id)
            for name, value in columns.items():
                setattr(row, name, value)

    loop(write())


def test_what_was_done_can_be_undone_and_done_again_after_a_restart(novel, loop, library):
    add(loop, novel, "Ebb")
    for action in ("undo", "redo"):
        loop(close_library())
        loop(open_library(library))
        stack = loop(UndoStack.load(novel))
        step = stack.next_undo or stack.next_redo
        assert (step.action, step.subject, step.more) == ("create", "Ebb", 0)
        loop(getattr(stack, action)())
    assert titles(loop, novel) == ["Ebb"]


def test_a_step_names_what_it_was_done_to_and_how_many_others(novel, loop, stack):
    ids = [add(loop, novel, title) for title in ("Ebb", "Flood", "Slack")]
    loop(outline.trash_items(novel, ids=ids))
    loop(stack.refresh())
    assert (stack.next_undo.subject, stack.next_undo.more) == ("Ebb", 2)


def test_a_step_on_a_scene_without_a_title_is_named_by_its_words(novel, loop, stack):
    scene = loop(outline.load_outline(novel))[1].id
    loop(texts.save_text(loop(texts.load_text(scene)).body, document_of("Morning came.")))
    loop(outline.trash_items(novel, ids=[scene]))
    loop(stack.refresh())
    assert stack.next_undo.subject == "Morning came."


def test_what_changes_nothing_is_no_step(novel, loop):
    scene = add(loop, novel, "Ebb")
    edit = loop(outline.set_attribute(novel, ids=[scene], name="title", value="Ebb"))
    assert edit.command_id == 0
    assert steps(loop, novel) == [("create", "done")]


def test_after_a_new_action_what_was_undone_is_kept_but_not_offered(novel, loop, stack):
    add(loop, novel, "Ebb")
    loop(stack.undo())
    add(loop, novel, "Flood")
    assert steps(loop, novel) == [("create", "dropped"), ("create", "done")]
    loop(stack.refresh())
    assert not stack.can_redo
    assert loop(stack.redo()) is None


def test_the_change_and_the_way_back_are_written_together_or_not_at_all(novel, loop, monkeypatch):
    async def fail(*_arguments, **_columns):
        raise ValueError("no room")

    monkeypatch.setattr(CommandRepository, "add", fail)
    with pytest.raises(ValueError, match="no room"):
        add(loop, novel, "Ebb")
    assert titles(loop, novel) == []


def test_a_journal_keeps_only_the_newest_steps(novel, loop, stack, monkeypatch):
    monkeypatch.setattr(journal, "KEPT", 3)
    for number in range(5):
        add(loop, novel, f"Tide {number}")
    assert len(steps(loop, novel)) == 3
    for _ in range(4):
        loop(stack.undo())
    assert titles(loop, novel) == ["Tide 0", "Tide 1"]


# What is typed, and chosen in the inspector.


def type_into(loop, item, name, *values):
    for value in values:
        setattr(item, name, value)
        loop(outline.save_item(item))


def test_typing_without_a_pause_is_one_step_a_field(novel, loop, stack):
    item = loop(outline.load_outline(novel))[1]
    type_into(loop, item, "title", "E", "Eb", "Ebb")
    type_into(loop, item, "synopsis", "The tide", "The tide goes.")
    assert steps(loop, novel) == [("set_title", "done"), ("set_synopsis", "done")]
    loop(stack.undo())
    assert (item.title, item.synopsis) == ("Ebb", "")
    loop(stack.undo())
    assert item.title == ""


def test_typing_after_a_pause_is_another_step(novel, loop, stack, monkeypatch):
    monkeypatch.setattr(journal, "PAUSE", timedelta(microseconds=-1))
    item = loop(outline.load_outline(novel))[1]
    type_into(loop, item, "title", "Ebb", "Ebb tide")
    loop(stack.undo())
    assert item.title == "Ebb"


def test_what_is_typed_and_deleted_again_is_no_step(novel, loop):
    item = loop(outline.load_outline(novel))[1]
    type_into(loop, item, "title", "E", "Eb", "")
    assert steps(loop, novel) == []


def test_each_choice_is_a_step_of_its_own(novel, loop, stack):
    item = loop(outline.load_outline(novel))[1]
    first, second = [status.id for status in loop(outline.list_statuses(novel))][:2]
    type_into(loop, item, "status_id", first, second)
    loop(stack.undo())
    assert item.status_id == first
    loop(stack.undo())
    assert item.status_id is None


# Steps that are not possible any more.


def test_a_step_that_needs_what_was_purged_is_left_out_and_the_one_before_is_next(
    novel, loop, stack
):
    first, second = add(loop, novel, "Ebb"), add(loop, novel, "Flood")
    loop(scenes.merge_scenes(novel, ids=[first, second]))
    loop(outline.purge_items(novel, ids=[second]))
    for _ in range(2):  # the merge, the making of the scene that is gone
        with pytest.raises(StepImpossibleError):
            loop(stack.undo())
        assert titles(loop, novel) == ["Ebb"]
    loop(stack.undo())
    assert titles(loop, novel) == []


def test_of_several_items_those_that_are_still_there_follow(novel, loop, stack):
    first, second = add(loop, novel, "Ebb"), add(loop, novel, "Flood")
    loop(outline.trash_items(novel, ids=[first, second]))
    loop(outline.purge_items(novel, ids=[first]))
    loop(stack.undo())
    assert titles(loop, novel) == ["Flood"]
    loop(stack.redo())
    assert titles(loop, novel) == []


def test_nothing_comes_back_into_a_chapter_that_is_gone_for_ever(novel, loop, stack):
    chapter = add(loop, novel, "One", kind=ItemKind.CHAPTER)
    scene = add(loop, novel, "Ebb", parent_id=chapter)
    loop(outline.move_items(novel, ids=[scene], parent_id=None, index=0))
    loop(outline.trash_items(novel, ids=[chapter]))
    loop(outline.purge_items(novel, ids=[chapter]))
    for _ in range(2):  # the chapter's way to the trash, the scene's way out of it
        with pytest.raises(StepImpossibleError):
            loop(stack.undo())
    assert titles(loop, novel) == ["Ebb"]


@pytest.mark.parametrize(
    "damage", [{"payload": b"not packed"}, {"payload": b""}, {"action": "weave"}]
)
def test_a_step_that_cannot_be_read_is_left_out_and_the_one_before_is_next(
    novel, loop, stack, damage
):
    add(loop, novel, "Ebb")
    edit = loop(outline.create_item(novel, kind=ItemKind.NOTE, parent_id=None, title="Flood"))
    spoil(loop, edit.command_id, **damage)
    loop(stack.refresh())
    with pytest.raises(StepUnreadableError):
        loop(stack.undo())
    assert stack.undo_action == "create"
    loop(stack.undo())
    assert titles(loop, novel) == ["Flood"]


def test_a_title_that_was_changed_behind_the_journal_is_not_written_over(novel, loop, stack):
    scene = add(loop, novel, "Ebb")
    edit = loop(outline.set_attribute(novel, ids=[scene], name="title", value="Flood"))
    loop(outline.set_attribute(novel, ids=[scene], name="title", value="Slack"))
    loop(stack.refresh())
    spoil(loop, stack.next_undo.id, state=CommandState.DROPPED)
    with pytest.raises(TextChangedError):
        loop(stack.undo(only=edit))
    assert titles(loop, novel) == ["Slack"]


def test_only_this_action_or_none(novel, loop, stack):
    first = loop(outline.create_item(novel, kind=ItemKind.NOTE, parent_id=None, title="Ebb"))
    add(loop, novel, "Flood")
    assert loop(stack.undo(only=first)) is None
    assert titles(loop, novel) == ["Ebb", "Flood"]


def test_a_version_that_was_kept_beside_can_be_taken_back(novel, loop, stack):
    scene = loop(outline.load_outline(novel))[1].id
    body = loop(texts.load_text(scene)).body
    loop(texts.save_text(body, document_of("Morning came.")))
    kept = loop(conflicts.keep_stored_text(novel, body=body, title="Another version"))
    loop(stack.undo())
    assert [item.id for item in loop(outline.load_trash(novel))] == [kept.other_id]


# The shelf.


def on_shelf(loop):
    return [card.title for card in loop(novels.list_novels())]


def test_what_is_done_on_the_shelf_is_undone_there(library, loop):
    shelf = UndoStack(None)
    novel_id = loop(novels.create_novel(title="Harbour", language="en"))
    loop(novels.rename_novel(novel_id, "Lighthouse"))
    loop(novels.trash_novel(novel_id))
    loop(novels.restore_novel(novel_id))
    after = [["Lighthouse"], [], ["Lighthouse"], ["Harbour"], []]
    seen = [on_shelf(loop)]
    for _ in range(4):
        loop(shelf.undo())
        seen.append(on_shelf(loop))
    assert seen == after
    for _ in range(4):
        loop(shelf.redo())
    assert on_shelf(loop) == ["Lighthouse"]


def test_an_import_is_taken_back_into_the_trash_and_out_of_it(library, loop):
    shelf = UndoStack(None)
    scene = ImportedItem(ItemKind.SCENE, "", document_of("Morning came."))
    found = ImportedNovel(title="Harbour", author="", language="en", items=[scene])
    novel_id = loop(importing.import_novel(found)).novel_id
    loop(shelf.undo())
    assert [card.id for card in loop(novels.list_novels(trashed=True))] == [novel_id]
    loop(shelf.redo())
    assert on_shelf(loop) == ["Harbour"]


def test_before_an_import_what_is_there_already_is_backed_up(novel, library, loop):
    found = ImportedNovel(title="Another", author="", language="en", items=[])
    loop(importing.import_novel(found))
    (backup,) = loop(list_backups(library))
    assert backup.reason is BackupReason.CHANGE


def test_a_step_on_a_novel_that_is_gone_for_ever_is_left_out(library, loop):
    shelf = UndoStack(None)
    novel_id = loop(novels.create_novel(title="Harbour", language="en"))
    loop(novels.trash_novel(novel_id))
    loop(novels.purge_novel(novel_id))
    for _ in range(2):
        with pytest.raises(StepImpossibleError):
            loop(shelf.undo())
    assert not shelf.can_undo
