# SPDX-License-Identifier: MIT
"""Replacing what was chosen: one step, exact there and back, a version of each scene before."""

from __future__ import annotations

import pytest

from novelist.domain.document import Block, Document, Run, document_of, marks
from novelist.domain.document_text import to_json_lines
from novelist.domain.edit import EditAction
from novelist.domain.entities import LONGEST_NAME, EntityField, EntityKind
from novelist.domain.enums import ItemKind, RevisionReason
from novelist.domain.finding.finding import Finder, Pattern
from novelist.domain.finding.new_words import NewWords, Rule
from novelist.domain.finding.replacing import Change
from novelist.errors import TextChangedError
from novelist.services import entities, novels, outline, texts
from novelist.services.finding.finding import Field, Scope, Where, find
from novelist.services.finding.replacing import Replacement, replace
from novelist.services.history import history, snapshots
from novelist.services.journal.undo import UndoStack


@pytest.fixture
def novel(loop, library):
    return loop(novels.create_novel(title="Tide", language="en"))


def add(loop, novel_id, *paragraphs, title=""):
    place = {"kind": ItemKind.SCENE, "parent_id": None, "title": title}
    made = loop(outline.create_item(novel_id, **place)).ids[0]
    write(loop, made, document_of(*paragraphs))
    return made


def write(loop, item_id, document):
    loaded = loop(texts.load_text(item_id))
    loop(texts.save_text(loaded.body, document))


def read(loop, item_id):
    return loop(texts.load_text(item_id)).document


def chosen(loop, where, *rules, leave=()):
    """What replaces every hit, but for the numbers in ``leave``."""
    rules = [Rule(Pattern(old), new) for old, new in rules]
    finder = Finder([rule.pattern for rule in rules])
    words, number, wanted = NewWords(finder, rules), 0, []

    async def collect():
        return [each async for step in find(finder, where) for each in step.found]

    for found in loop(collect()):
        for part in found.parts:
            changes = {}
            for passage in part.passages:
                for span in passage.spans:
                    if number not in leave:
                        new = words(passage.text, span)
                        changes.setdefault(passage.address, []).append(
                            Change(span.start, span.end, new)
                        )
                    number += 1
            wanted.append(
                Replacement(
                    found.group.novel_id,
                    found.item_id,
                    part.field,
                    part.expected,
                    changes,
                    part.comment_id,
                    found.entity_id,
                    part.spot,
                )
            )
    return wanted


def run(loop, wanted, **options):
    return loop(replace(wanted, looked_for="sea", moment="Before “sea”", **options))


def test_what_was_chosen_is_replaced_and_nothing_else(loop, novel):
    scenes = [add(loop, novel, f"The sea {number}, the sea.", "So.") for number in range(6)]
    done = run(loop, chosen(loop, Where(Scope.NOVEL, novel), ("sea", "lake"), leave={1, 2, 3}))
    assert done.count == 9
    assert done.left == frozenset()
    expected = ["The lake 0, the sea.", "The sea 1, the sea.", "The lake 2, the lake."]
    assert [read(loop, scene).blocks[0].plain_text for scene in scenes[:3]] == expected


def test_one_undo_takes_all_of_it_back_and_redo_does_it_again(loop, novel):
    text = Document((Block("p", (Run("The "), Run("sea", marks("em")), Run("."))), Block("break")))
    scenes = [add(loop, novel, "The sea.") for _ in range(6)]
    write(loop, scenes[2], text)
    before = [read(loop, scene) for scene in scenes]
    done = run(loop, chosen(loop, Where(Scope.NOVEL, novel), ("sea", "lake")))
    after = [read(loop, scene) for scene in scenes]
    stack = loop(UndoStack.load(novel))
    assert stack.is_next(done.edits[0])
    assert stack.undo_action == EditAction.REPLACE
    loop(stack.undo())
    assert [read(loop, scene) for scene in scenes] == before
    loop(stack.redo())
    assert [read(loop, scene) for scene in scenes] == after


def test_undo_leaves_what_was_written_in_other_paragraphs_since(loop, novel):
    scenes = [add(loop, novel, "The sea.", "Calm.") for _ in range(5)]
    run(loop, chosen(loop, Where(Scope.NOVEL, novel), ("sea", "lake")))
    write(loop, scenes[1], document_of("It began.", "The lake.", "Calm, and more."))
    stack = loop(UndoStack.load(novel))
    loop(stack.undo())
    assert read(loop, scenes[1]) == document_of("It began.", "The sea.", "Calm, and more.")
    loop(stack.redo())
    assert read(loop, scenes[1]) == document_of("It began.", "The lake.", "Calm, and more.")


def test_undo_drops_no_word_that_was_written_since(loop, novel):
    scene = add(loop, novel, "The sea.")
    run(loop, chosen(loop, Where(Scope.NOVEL, novel), ("sea", "lake")))
    write(loop, scene, document_of("The lake, and the sky."))
    with pytest.raises(TextChangedError):
        loop(loop(UndoStack.load(novel)).undo())
    assert read(loop, scene) == document_of("The lake, and the sky.")


def test_titles_synopses_and_notes_go_with_it(loop, novel):
    scene = add(loop, novel, "The sea.", title="The sea")
    loop(outline.set_attribute(novel, ids=[scene], name="synopsis", value="sea and sea"))
    where = Where(Scope.NOVEL, novel, None, frozenset(Field))
    run(loop, chosen(loop, where, ("sea", "lake")))
    (item,) = [each for each in loop(outline.load_outline(novel)) if each.id == scene]
    assert (item.title, item.synopsis) == ("The lake", "lake and lake")
    loop(loop(UndoStack.load(novel)).undo())
    (item,) = [each for each in loop(outline.load_outline(novel)) if each.id == scene]
    assert (item.title, item.synopsis) == ("The sea", "sea and sea")
    assert read(loop, scene) == document_of("The sea.")


def test_what_was_changed_since_the_search_is_left_and_told(loop, novel):
    kept, other, gone = (add(loop, novel, "The sea.") for _ in range(3))
    wanted = chosen(loop, Where(Scope.NOVEL, novel), ("sea", "lake"))
    write(loop, kept, document_of("The sea!"))
    loop(outline.trash_items(novel, ids=[gone]))
    done = run(loop, wanted)
    assert (done.left, done.count) == ({kept, gone}, 1)
    assert [read(loop, each) for each in (kept, other)] == [
        document_of("The sea!"),
        document_of("The lake."),
    ]


def test_every_scene_has_a_version_before_and_the_moment_a_name(loop, novel):
    scenes = [add(loop, novel, "The sea.") for _ in range(5)]
    run(loop, chosen(loop, Where(Scope.NOVEL, novel), ("sea", "lake")))
    for scene in scenes:
        steps = loop(history.list_versions(scene, every=True)).steps
        assert steps[0].version.reason == RevisionReason.REPLACE
        version = loop(history.read_version(steps[1].version.id))
        assert to_json_lines(version) == to_json_lines(document_of("The sea."))
    (moment,) = loop(snapshots.list_snapshots(novel))
    assert (moment.name, moment.item_id) == ("Before “sea”", None)
    loop(snapshots.restore_snapshot(moment.id))
    assert read(loop, scenes[0]) == document_of("The sea.")


def test_a_single_scene_keeps_the_name_in_its_own_history(loop, novel):
    scene = add(loop, novel, "The sea.")
    run(loop, chosen(loop, Where(Scope.SCENE, novel, scene), ("sea", "lake")))
    (moment,) = loop(snapshots.list_snapshots(novel))
    assert moment.item_id == scene


def test_each_novel_of_the_library_has_a_step_of_its_own(loop, novel):
    other = loop(novels.create_novel(title="Other", language="en"))
    scenes = [add(loop, novel, "The sea."), add(loop, other, "A sea.")]
    done = run(loop, chosen(loop, Where(Scope.LIBRARY), ("sea", "lake")))
    assert {edit.novel_id for edit in done.edits} == {novel, other}
    loop(loop(UndoStack.load(other)).undo())
    texts_ = [read(loop, scene).plain_text for scene in scenes]
    assert texts_ == ["The lake.", "A sea."]


def test_several_names_at_once(loop, novel):
    scene = add(loop, novel, "Tobias Wren, Tobias, and the Wrens.")
    rules = [("Tobias Wren", "Sam Finch"), ("Tobias", "Sam"), ("Wrens", "Finches")]
    done = run(loop, chosen(loop, Where(Scope.NOVEL, novel), *rules))
    assert done.count == 3
    assert read(loop, scene) == document_of("Sam Finch, Sam, and the Finches.")


def test_nothing_chosen_is_no_step(loop, novel):
    add(loop, novel, "The sea.")
    before = loop(UndoStack.load(novel)).next_undo
    done = run(loop, chosen(loop, Where(Scope.NOVEL, novel), ("sea", "lake"), leave={0}))
    assert done.edits == ()
    assert loop(UndoStack.load(novel)).next_undo == before
    assert loop(snapshots.list_snapshots(novel)) == []


PERSON = {
    "name": "Sea Marrow",
    "aliases": ("Sea girl", "Miss Marrow"),
    "summary": "sea",
    "notes": "The sea, the sea.",
    "fields": (EntityField("Fears", "the sea"),),
}


def person(loop, novel_id, **values):
    made = loop(entities.create_entity(novel_id, kind=EntityKind.CHARACTER))
    (key,) = made.entities_after
    loop(entities.write_entity(key, PERSON | values))
    return key


def everywhere(novel):
    return Where(Scope.NOVEL, novel, None, frozenset(Field))


def written(loop, novel):
    return {each.id: each for each in loop(entities.list_entities(novel))}


def test_the_bible_and_fields_of_scenes_go_with_it_and_one_undo_takes_all_back(loop, novel):
    scene = add(loop, novel, "The sea.")
    loop(entities.write_item_fields(scene, [EntityField("sea", "low sea")]))
    key = person(loop, novel)
    before = written(loop, novel)
    done = run(loop, chosen(loop, everywhere(novel), ("sea", "lake")))
    assert done.count == 9
    (edit,) = done.edits
    after = written(loop, novel)
    assert after[key].aliases == ("lake girl", "Miss Marrow")
    assert (after[key].name, after[key].summary) == ("lake Marrow", "lake")
    assert (after[key].notes, after[key].fields[0].value) == ("The lake, the lake.", "the lake")
    fields = loop(entities.list_item_fields(novel))
    assert fields == {scene: (EntityField("lake", "low lake"),)}
    stack = loop(UndoStack.load(novel))
    assert stack.is_next(edit)
    loop(stack.undo())
    assert written(loop, novel) == before
    assert read(loop, scene) == document_of("The sea.")
    loop(stack.redo())
    assert written(loop, novel) == after
    assert loop(entities.list_item_fields(novel)) == fields


def test_places_of_the_bible_that_are_left_out_stay(loop, novel):
    key = person(loop, novel)
    run(loop, chosen(loop, everywhere(novel), ("sea", "lake"), leave={0, 4}))
    assert written(loop, novel)[key].name == "Sea Marrow"
    assert written(loop, novel)[key].notes == "The lake, the sea."


def test_what_was_written_in_the_bible_since_is_left_and_said(loop, novel):
    key, gone = person(loop, novel), person(loop, novel)
    wanted = chosen(loop, everywhere(novel), ("sea", "lake"))
    loop(entities.write_entity(key, {"aliases": ("Miss Marrow", "Sea girl"), "summary": "By it"}))
    loop(entities.remove_entity(gone))
    done = run(loop, wanted)
    assert done.left_entities == {key, gone}
    assert done.left == frozenset()
    assert written(loop, novel)[key].aliases == ("Miss Marrow", "Sea girl")
    assert written(loop, novel)[key].notes == "The lake, the lake."


def test_a_name_that_would_be_too_long_is_left(loop, novel):
    key = person(loop, novel)
    done = run(loop, chosen(loop, everywhere(novel), ("Marrow", "M" * LONGEST_NAME)))
    assert done.left_entities == {key}
    assert written(loop, novel)[key].name == "Sea Marrow"


def test_who_is_renamed_keeps_the_old_name_where_that_is_wanted(loop, novel):
    key = person(loop, novel, aliases=("Sea girl",))
    run(loop, chosen(loop, everywhere(novel), ("Sea", "Ada")), keep_names=True)
    assert written(loop, novel)[key].name == "Ada Marrow"
    assert written(loop, novel)[key].aliases == ("Ada girl", "Sea Marrow")
    loop(loop(UndoStack.load(novel)).undo())
    assert written(loop, novel)[key].aliases == ("Sea girl",)
    run(loop, chosen(loop, everywhere(novel), ("Sea", "Ada")))
    assert written(loop, novel)[key].aliases == ("Ada girl",)
