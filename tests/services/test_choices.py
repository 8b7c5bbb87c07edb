# SPDX-License-Identifier: MIT
"""The promises of ``novelist.services.choices``: statuses and labels of a novel."""

from __future__ import annotations

import pytest

from novelist.domain.changes import Action, Subject
from novelist.domain.enums import ChoiceKind, Hue
from novelist.errors import DuplicateTitleError, ForbiddenValueError, NotFoundError
from novelist.services import choices, novels, outline
from novelist.services.journal.undo import UndoStack
from novelist.services.library.library import close_library, open_library, subscribe

LABEL, STATUS = ChoiceKind.LABEL, ChoiceKind.STATUS


@pytest.fixture
def novel(library, loop):
    return loop(novels.create_novel(title="Harbour", language="en"))


def label(loop, novel, name, **hue):
    edit = loop(choices.create_choice(novel, LABEL, name=name, **hue))
    return next(iter(edit.choices_after))


def labels(loop, novel):
    return [(each.name, each.hue) for each in loop(outline.list_labels(novel))]


def names(loop, novel):
    return [name for name, _ in labels(loop, novel)]


def test_a_new_label_stands_last_in_a_hue_that_is_free(library, novel, loop):
    label(loop, novel, "  The  tide ", hue=Hue.SLATE)
    label(loop, novel, "Letters")
    assert labels(loop, novel) == [("The tide", "slate"), ("Letters", "clay")]


def test_a_name_is_there_once(library, novel, loop):
    first = label(loop, novel, "Tide")
    label(loop, novel, "Letters")
    with pytest.raises(DuplicateTitleError):
        label(loop, novel, "Tide")
    with pytest.raises(DuplicateTitleError):
        loop(choices.rename_choice(novel, LABEL, first, "Letters"))
    with pytest.raises(ForbiddenValueError):
        loop(choices.rename_choice(novel, LABEL, first, " "))
    assert names(loop, novel) == ["Tide", "Letters"]


def test_one_of_another_novel_is_not_touched(library, novel, loop):
    other = loop(novels.create_novel(title="Inland", language="en"))
    theirs = label(loop, other, "Tide")
    for change in (
        choices.rename_choice(novel, LABEL, theirs, "Ebb"),
        choices.remove_choice(novel, LABEL, theirs),
        choices.move_choice(novel, LABEL, theirs, 0),
    ):
        with pytest.raises(NotFoundError):
            loop(change)
    assert names(loop, other) == ["Tide"]


def test_a_live_label_hears_of_its_name_and_hue(library, novel, loop):
    key = label(loop, novel, "Tide")
    (live,) = loop(outline.list_labels(novel))
    loop(choices.rename_choice(novel, LABEL, key, "Ebb"))
    loop(choices.recolour_choice(novel, LABEL, key, Hue.PLUM))
    assert (live.name, live.hue) == ("Ebb", "plum")


def test_statuses_are_put_in_another_order_and_back(library, novel, loop):
    before = [each.name for each in loop(outline.list_statuses(novel))]
    last = loop(outline.list_statuses(novel))[-1].id
    loop(choices.move_choice(novel, STATUS, last, 0))
    assert [each.name for each in loop(outline.list_statuses(novel))] == [before[-1], *before[:-1]]
    loop(UndoStack(novel).undo())
    assert [each.name for each in loop(outline.list_statuses(novel))] == before


def test_items_of_a_removed_label_have_none_and_get_it_back(library, novel, loop):
    key, other = label(loop, novel, "Tide"), label(loop, novel, "Letters")
    chapter, scene = loop(outline.load_outline(novel))
    for item, carried in ((scene, key), (chapter, other)):
        loop(outline.set_attribute(novel, ids=[item.id], name="label_id", value=carried))
    assert loop(choices.count_carriers(novel, LABEL)) == {key: 1, other: 1}
    loop(choices.remove_choice(novel, LABEL, key))
    assert (names(loop, novel), scene.label_id) == (["Letters"], None)
    stack = UndoStack(novel)
    loop(stack.undo())
    assert (names(loop, novel), scene.label_id) == (["Tide", "Letters"], key)
    loop(stack.redo())
    assert (names(loop, novel), scene.label_id, chapter.label_id) == (["Letters"], None, other)


def test_everything_is_undone_and_done_again_after_a_restart(library, novel, loop):
    key = label(loop, novel, "Tide", hue=Hue.MOSS)
    loop(choices.rename_choice(novel, LABEL, key, "Ebb"))
    loop(choices.recolour_choice(novel, LABEL, key, Hue.PLUM))
    loop(close_library())
    loop(open_library(library))
    stack = loop(UndoStack.load(novel))
    seen = [labels(loop, novel)]
    for _ in range(3):
        loop(stack.undo())
        seen.append(labels(loop, novel))
    assert seen == [[("Ebb", "plum")], [("Ebb", "moss")], [("Tide", "moss")], []]
    for _ in range(3):
        loop(stack.redo())
    assert (labels(loop, novel), stack.next_undo.subject) == ([("Ebb", "plum")], "Ebb")


def test_every_change_is_announced(library, novel, loop):
    heard = []
    unsubscribe = subscribe(heard.append)
    key = label(loop, novel, "Tide")
    label(loop, novel, "Letters")
    loop(choices.move_choice(novel, LABEL, key, 1))
    loop(choices.remove_choice(novel, LABEL, key))
    unsubscribe()
    actions = [
        entry.action for changes in heard for entry in changes.entries
        if entry.subject is Subject.LABEL and key in entry.ids
    ]  # fmt: skip
    assert actions == [Action.CREATED, Action.MOVED, Action.DELETED]
