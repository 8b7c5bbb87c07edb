# SPDX-License-Identifier: MIT
"""The promises of ``novelist.domain.comments``: a passage is found wherever its mark stands."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from novelist.domain import comments
from novelist.domain.comments import Commented, Remark, Thread, place_threads
from novelist.domain.comparing.diff import bring_back, compare
from novelist.domain.document import COMMENT, Block, Document, Mark, Run, marks, normal
from novelist.domain.document_text import to_json_lines

NOW = datetime(2026, 1, 31, tzinfo=UTC)
WORDS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("海港𠮷𡃁👩e\u0301")),
    min_size=1,
)
PIECES = st.lists(st.tuples(WORDS, st.sets(st.sampled_from(["a", "b", "c1"]))), max_size=6)


def thread(key, mark, item_id):
    return Thread(key, mark, item_id, "then", (Remark(key, "Why?", "", NOW),))


def a_block(pieces):
    found = [Run(text, marks(comment=" ".join(sorted(on))) if on else ()) for text, on in pieces]
    return normal(Block(inlines=tuple(found)))


@given(st.lists(PIECES, max_size=4))
def test_the_words_of_a_passage_are_those_under_its_mark(blocks):
    expected = {}
    for block in blocks:
        inside = {}
        for text, on in block:
            for mark in on:
                inside[mark] = inside.get(mark, "") + text
        for mark, words in inside.items():
            expected.setdefault(mark, []).append(words)
    document = Document(tuple(map(a_block, blocks)))
    found = {each.mark: each.text for each in comments.commented_document(document)}
    assert found == {mark: "\n".join(words) for mark, words in expected.items()}
    stored = comments.commented_in(to_json_lines(document))
    assert {each.mark: each.text for each in stored} == found


def test_a_mark_of_a_newer_version_is_left_alone():
    block = Block(inlines=(Run("here", (Mark(COMMENT, '["a"]', raw=True),)),))
    assert comments.commented([block]) == []


def test_marks_come_and_go_one_by_one():
    both = comments.with_comment(comments.with_comment("", "a"), "b")
    assert comments.marks_in(both) == ("a", "b")
    assert comments.with_comment(both, "a") == both
    assert comments.without_comment(both, "a") == "b"
    assert comments.without_comment("a", "a") == ""


def test_a_thread_is_where_it_was_made_or_where_its_mark_went():
    threads = [thread(1, "a", 10), thread(2, "b", 10), thread(3, "c", 10), thread(4, "a", 30)]
    here = [Commented("a", "here")]
    texts = {20: [Commented("b", "there"), *here], 10: here, 30: here}
    placed = {each.thread.id: each for each in place_threads(threads, texts)}
    assert [(placed[key].item_id, placed[key].passage) for key in (1, 2, 3, 4)] == [
        (10, "here"), (20, "there"), (10, None), (30, "here"),
    ]  # fmt: skip
    assert placed[3].is_lost


def test_a_copy_of_a_passage_means_the_thread_that_was_made_there():
    threads = [thread(1, "a", 10), thread(2, "a", 20)]
    assert comments.thread_of(threads, "a", 20) == threads[1]
    assert comments.thread_of(threads, "a", 30) == threads[0]
    assert comments.thread_of(threads, "z", 10) is None


def test_marks_are_taken_off_and_others_stay():
    block = a_block([("one", {"a", "b"}), (" two", {"a"}), (" three", set())])
    left = comments.without_comments(Document((block,)), {"a"})
    assert [(each.mark, each.text) for each in comments.commented_document(left)] == [("b", "one")]
    assert left.plain_text == "one two three"
    assert len(left.blocks[0].inlines) == 2


def test_a_comment_is_no_change_of_the_text():
    old = Document((a_block([("The second high water.", set())]),))
    new = Document((a_block([("The ", set()), ("second high", {"a"}), (" water.", set())]),))
    found = compare(old, new)
    assert found.passages == 0
    assert bring_back(found, ()) == new


def test_a_damaged_line_keeps_no_other_passage_away():
    text = to_json_lines(Document((a_block([("one", {"a"})]), a_block([("two", {"b"})]))))
    damaged = text.replace('"one"', '"one')
    assert [each.mark for each in comments.commented_in(damaged)] == ["b"]
