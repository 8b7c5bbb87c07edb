# SPDX-License-Identifier: MIT
"""The promises of ``novelist.services.comments``: nothing that was said is lost."""

from __future__ import annotations

import pytest

from novelist.domain.comments import place_threads
from novelist.domain.document import COMMENT, Block, Document, Run, document_of, marks
from novelist.domain.enums import BackupReason, ItemKind
from novelist.domain.finding.finding import Finder, Pattern
from novelist.domain.finding.replacing import Change
from novelist.errors import ForbiddenValueError, NotFoundError
from novelist.services import comments, novels, outline, scenes
from novelist.services.finding.finding import Field, Scope, Where, find
from novelist.services.finding.replacing import Replacement, replace
from novelist.services.journal.undo import UndoStack
from novelist.services.library.backups import back_up
from novelist.services.library.restoring import copy_novel_from
from novelist.services.texts import load_text, save_text

MARK = "a1"


@pytest.fixture
def novel(library, loop):
    return loop(novels.create_novel(title="Harbour", language="en"))


@pytest.fixture
def scene(novel, loop):
    return a_scene(loop, novel)


def a_scene(loop, novel, text="high water"):
    edit = loop(outline.create_item(novel, kind=ItemKind.SCENE, parent_id=None, title="Tide"))
    item_id = edit.ids[0]
    write(loop, item_id, "The ", text, ".")
    return item_id


def write(loop, item_id, before, passage, after, mark=MARK):
    inlines = (Run(before), Run(passage, marks(comment=mark)), Run(after))
    document = Document((Block(inlines=inlines),))
    loop(save_text(loop(load_text(item_id)).body, document))


def comment(loop, item_id, text="Why?", mark=MARK):
    edit = loop(comments.add_comment(item_id, mark=mark, passage="high water", text=text))
    return next(iter(edit.comments_after))


def said(loop, novel):
    return [[each.text for each in thread.remarks] for thread in threads(loop, novel)]


def threads(loop, novel):
    return loop(comments.list_threads(novel))


def placed(loop, novel):
    found = place_threads(threads(loop, novel), loop(comments.load_commented(novel)))
    return {each.thread.id: (each.item_id, each.passage) for each in found}


def test_a_comment_has_answers_in_their_order(novel, scene, loop):
    first = comment(loop, scene)
    loop(comments.add_reply(first, "Because."))
    loop(comments.add_reply(first, "I see."))
    assert said(loop, novel) == [["Why?", "Because.", "I see."]]
    assert placed(loop, novel) == {first: (scene, "high water")}


def test_nothing_is_no_comment(novel, scene, loop):
    with pytest.raises(ForbiddenValueError):
        comment(loop, scene, text=" \n")
    with pytest.raises(ForbiddenValueError):
        comment(loop, scene, mark="two words")
    with pytest.raises(NotFoundError):
        loop(comments.add_reply(99, "To whom?"))
    assert said(loop, novel) == []


def test_every_change_is_undone_and_done_again(novel, scene, loop):
    first = comment(loop, scene)
    stack = loop(UndoStack.load(novel))
    changes = [
        comments.add_reply(first, "Because."),
        comments.resolve_comment(first, resolved=True),
        comments.resolve_comment(first, resolved=False),
        comments.write_comment(first, "Why then?", expected="Why?"),
        comments.remove_comment(first),
    ]
    states = [threads(loop, novel)]
    for change in changes:
        loop(change)
        states.append(threads(loop, novel))
    loop(stack.refresh())
    for state in reversed(states[:-1]):
        loop(stack.undo())
        assert threads(loop, novel) == state
    for state in states[1:]:
        loop(stack.redo())
        assert threads(loop, novel) == state


def test_taking_back_the_comment_itself_hides_all_of_it(novel, scene, loop):
    first = comment(loop, scene)
    stack = loop(UndoStack.load(novel))
    loop(stack.undo())
    assert said(loop, novel) == []
    loop(stack.redo())
    assert [thread.id for thread in threads(loop, novel)] == [first]


def test_words_typed_while_it_is_made_are_one_step(novel, scene, loop):
    first = comment(loop, scene, text="W")
    loop(comments.write_comment(first, "Why?", expected="W", is_new=True))
    stack = loop(UndoStack.load(novel))
    loop(stack.undo())
    assert said(loop, novel) == []
    loop(stack.redo())
    assert said(loop, novel) == [["Why?"]]


def test_what_goes_on_being_typed_is_one_step(novel, scene, loop):
    first = comment(loop, scene)
    for before, after in (("Why?", "Why n"), ("Why n", "Why not?")):
        loop(comments.write_comment(first, after, expected=before))
    stack = loop(UndoStack.load(novel))
    loop(stack.undo())
    assert said(loop, novel) == [["Why?"]]


def test_words_of_somebody_else_stay_as_an_answer(novel, scene, loop):
    first = comment(loop, scene)
    loop(comments.write_comment(first, "Theirs", expected="Why?"))
    loop(comments.write_comment(first, "Mine", expected="Why?"))
    assert said(loop, novel) == [["Mine", "Theirs"]]


def test_a_comment_follows_its_passage_into_another_scene(novel, scene, loop):
    other = a_scene(loop, novel, "ebb")
    write(loop, other, "An ", "ebb", " here.", mark="b2")
    first, second = comment(loop, scene), comment(loop, other, mark="b2")
    loop(scenes.merge_scenes(novel, ids=[scene, other]))
    assert placed(loop, novel) == {first: (scene, "high water"), second: (scene, "ebb")}
    loop(outline.purge_items(novel, ids=[other]))
    assert placed(loop, novel) == {first: (scene, "high water"), second: (scene, "ebb")}


def test_a_comment_whose_passage_is_gone_is_still_there(novel, scene, loop):
    first = comment(loop, scene)
    loop(save_text(loop(load_text(scene)).body, document_of("Nothing.")))
    assert placed(loop, novel) == {first: (scene, None)}
    assert threads(loop, novel)[0].passage == "high water"


def test_a_copy_of_a_scene_has_copies_of_its_comments(novel, scene, loop):
    first = comment(loop, scene)
    loop(comments.add_reply(first, "Because."))
    copy = loop(scenes.duplicate_items(novel, ids=[scene])).ids[0]
    assert said(loop, novel) == [["Why?", "Because."]] * 2
    assert [item for item, _ in placed(loop, novel).values()] == [scene, copy]
    loop(comments.remove_comment(first))
    assert [item for item, _ in placed(loop, novel).values()] == [copy]


def test_a_scene_takes_its_comments_to_the_trash_and_back(novel, scene, loop):
    comment(loop, scene)
    loop(outline.trash_items(novel, ids=[scene]))
    assert loop(comments.load_commented(novel)) == {}
    loop(outline.restore_items(novel, ids=[scene]))
    assert [each.mark for each in loop(comments.load_commented(novel))[scene]] == [MARK]
    loop(outline.trash_items(novel, ids=[scene]))
    loop(outline.purge_items(novel, ids=[scene]))
    assert said(loop, novel) == []


def test_they_come_along_with_a_novel_from_elsewhere(novel, scene, loop, library):
    first = comment(loop, scene)
    loop(comments.add_reply(first, "Because."))
    loop(comments.resolve_comment(first, resolved=True))
    kept = loop(back_up(BackupReason.ASKED))
    copy = loop(copy_novel_from(kept.path, novel))
    (thread,) = threads(loop, copy)
    assert [each.text for each in thread.remarks] == ["Why?", "Because."]
    assert thread.is_resolved
    assert placed(loop, copy)[thread.id][1] == "high water"


def test_the_mark_of_a_new_comment_is_sound(library):
    assert comments.new_mark() != comments.new_mark()
    assert COMMENT == "comment"


def search(loop, novel, words, scope=Scope.NOVEL, item_id=None):
    finder = Finder([Pattern(words)])
    where = Where(scope, novel, item_id, frozenset({Field.TEXT, Field.COMMENTS}))

    async def all_of_it():
        return [found async for step in find(finder, where) for found in step.found]

    return loop(all_of_it())


def replacement(novel, found, part, new):
    (passage,) = part.passages
    changes = {passage.address: [Change(each.start, each.end, new) for each in passage.spans]}
    return Replacement(novel, found.item_id, part.field, part.expected, changes, part.comment_id)


def test_words_are_found_in_comments_and_answers_where_their_passages_are(novel, scene, loop):
    other = a_scene(loop, novel, "ebb")
    write(loop, other, "An ", "ebb", " here.", mark="b2")
    first = comment(loop, scene, "The lamp 𠮷?")
    loop(comments.add_reply(first, "No lamp at all, lamp or not."))
    comment(loop, other, "A lamp too", mark="b2")
    loop(comments.remove_comment(comment(loop, scene, "A deleted lamp", mark="c3")))
    found = search(loop, novel, "lamp")
    assert [(each.item_id, each.count) for each in found] == [(scene, 3), (other, 1)]
    assert search(loop, novel, "lamp", Scope.SCENE, other)[0].item_id == other
    loop(scenes.merge_scenes(novel, ids=[scene, other]))
    assert [(each.item_id, each.count) for each in search(loop, novel, "lamp")] == [(scene, 4)]


def test_words_in_comments_and_texts_are_replaced_and_undone_together(novel, scene, loop):
    first = comment(loop, scene, "High water, high tide")
    loop(comments.add_reply(first, "As high as that"))
    (found,) = search(loop, novel, "high")
    wanted = [replacement(novel, found, part, "low") for part in found.parts]
    done = loop(replace(wanted, looked_for="high", moment="Before"))
    assert (done.count, done.left) == (4, frozenset())
    assert said(loop, novel) == [["low water, low tide", "As low as that"]]
    assert loop(load_text(scene)).body.plain_text == "The low water."
    stack = loop(UndoStack.load(novel))
    loop(stack.undo())
    assert said(loop, novel) == [["High water, high tide", "As high as that"]]
    loop(stack.redo())
    assert said(loop, novel) == [["low water, low tide", "As low as that"]]


def test_a_comment_that_says_something_else_by_now_is_left(novel, scene, loop):
    first = comment(loop, scene, "High tide")
    (found,) = search(loop, novel, "High tide")
    wanted = [replacement(novel, found, part, "") for part in found.parts]
    assert loop(replace(wanted, looked_for="High", moment="m")).left == {scene}
    loop(comments.write_comment(first, "High tide?", expected="High tide"))
    wanted = [replacement(novel, found, part, "Low") for part in found.parts]
    assert loop(replace(wanted, looked_for="High", moment="m")).left == {scene}
    assert said(loop, novel) == [["High tide?"]]


def test_a_copy_of_a_scene_has_no_answers_to_what_was_deleted(novel, scene, loop):
    first = comment(loop, scene)
    loop(comments.add_reply(first, "Because."))
    loop(comments.remove_comment(first))
    loop(scenes.duplicate_items(novel, ids=[scene]))
    assert said(loop, novel) == []


def test_words_typed_into_a_deleted_answer_bring_it_back(novel, scene, loop):
    first = comment(loop, scene)
    reply = next(iter(loop(comments.add_reply(first, "Be")).comments_after))
    loop(comments.remove_comment(reply))
    loop(comments.write_comment(reply, "Because", expected="Be"))
    assert said(loop, novel) == [["Why?", "Because"]]
    stack = loop(UndoStack.load(novel))
    loop(stack.undo())
    assert said(loop, novel) == [["Why?"]]
    loop(stack.redo())
    assert said(loop, novel) == [["Why?", "Because"]]


def test_an_answer_to_a_deleted_comment_brings_it_back(novel, scene, loop):
    first = comment(loop, scene)
    loop(comments.remove_comment(first))
    loop(comments.add_reply(first, "Because"))
    assert said(loop, novel) == [["Why?", "Because"]]
    loop(loop(UndoStack.load(novel)).undo())
    assert said(loop, novel) == []
