# SPDX-License-Identifier: MIT
"""Replacing in a document: marks, atoms, footnotes and comments stay what they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain import document as d
from novelist.domain.document_text import to_json_lines
from novelist.domain.finding.finding import Finder, Pattern
from novelist.domain.finding.new_words import NewWords, Rule, in_capitals_of
from novelist.domain.finding.passages import passages
from novelist.domain.finding.replacing import Change, replace_in_document, replace_in_text
from novelist.errors import PatternError
from tests.strategies import DOCUMENTS, KNOWN_DOCUMENTS


def replaced(document, pattern, new, *, keep_capitals=False, **options):
    rule = Rule(Pattern(pattern, **options), new, keep_capitals)
    finder = Finder([rule.pattern])
    words = NewWords(finder, [rule])
    return replace_in_document(
        document,
        {
            each.address: [Change(s.start, s.end, words(each.text, s)) for s in each.spans]
            for each in passages(document, finder)
        },
    )


def block(*inlines):
    return d.Document((d.Block(d.PARAGRAPH, inlines),))


def run(text, *names, **values):
    return d.Run(text, d.marks(*names, **values))


def test_a_hit_runs_across_marks_and_letters_that_stay_keep_theirs():
    before = block(run("The harbour "), run("master", d.EMPHASIS), run(" sat."))
    after = block(run("The harbour"), run("master", d.EMPHASIS), run(" sat."))
    assert replaced(before, "harbour master", "harbourmaster") == after


def test_new_words_take_the_marks_of_what_they_replace():
    before = block(run("the "), run("har", d.STRONG), run("bour", d.EMPHASIS))
    assert replaced(before, "harbour", "jetty") == block(run("the "), run("jetty", d.STRONG))


def test_a_comment_does_not_lose_the_words_it_is_about():
    before = block(run("Ann "), run("Lee", comment="7"))
    assert replaced(before, "Ann Lee", "Bob") == block(run("Bob", comment="7"))


def test_footnotes_and_pictures_are_never_replaced():
    note = d.Atom(d.FOOTNOTE, {"id": "n", "blocks": [["p", ["Of the harbour."]]]})
    before = block(run("harbour"), note, run(" master"))
    after = replaced(before, "ur. m", "u-m", is_expression=True)
    assert after == block(run("harbou-m"), note, run("aster"))


def test_a_group_brings_a_footnote_along_to_where_it_stood():
    note = d.Atom(d.FOOTNOTE, {"id": "n", "blocks": []})
    before = block(run("the harbour"), note, run(" master sat"))
    after = replaced(before, r"(har.+ter)", r"<$1>", is_expression=True)
    assert after == block(run("the <harbour"), note, run(" master> sat"))


def test_words_in_a_footnote_are_replaced_too():
    note = d.Atom(d.FOOTNOTE, {"id": "n", "blocks": [["p", ["Of the ", ["harbour", {"em": 1}]]]]})
    after = replaced(block(run("Quay"), note), "harbour", "jetty")
    expected = {"id": "n", "blocks": [["p", ["Of the ", ["jetty", {"em": 1}]]]]}
    assert after == block(run("Quay"), d.Atom(d.FOOTNOTE, expected))


def test_a_line_break_is_a_character_that_can_be_replaced_and_put_in():
    line = d.Atom(d.LINE_BREAK, {})
    verse = block(run("one"), line, run("two"))
    assert replaced(verse, r"e\nt", "e, t", is_expression=True) == block(run("one, two"))
    assert replaced(block(run("one, two")), ", ", r"\n", is_expression=True) == verse


def test_groups_stand_in_the_replacement_by_number_and_by_name():
    text = d.document_of("Mr Wren")
    options = {"is_expression": True}
    assert replaced(text, r"(\w+) (?<n>\w+)", r"$2, \1 ${n}$$\g<1>", **options) == d.document_of(
        "Wren, Mr Wren$Mr"
    )
    assert replaced(text, r"(M)r", "$10$0$&", **options) == d.document_of("M0MrMr Wren")
    with pytest.raises(PatternError):
        replaced(text, "M", "$1", **options)


def test_groups_keep_the_capitals_they_have():
    text = d.document_of("“Go,” Mara said.", "MARA said")
    after = replaced(text, r"(\w+) said", r"said $1", is_expression=True, keep_capitals=True)
    assert after == d.document_of("“Go,” said Mara.", "said MARA")


def test_what_is_no_expression_is_put_in_as_typed():
    assert replaced(d.document_of("a"), "a", r"$1\n") == d.document_of(r"$1\n")


@pytest.mark.parametrize(
    ("old", "new", "typed", "expected"),
    [
        ("harbour", "jetty", "harbour", "jetty"),
        ("Harbour", "jetty", "harbour", "Jetty"),
        ("HARBOUR", "jetty", "harbour", "JETTY"),
        ("harbour", "Jetty", "Harbour", "jetty"),
        ("she", "Wren", "she", "Wren"),
        ("She", "Wren", "she", "Wren"),
        ("‘Harbour", "‘jetty", "‘harbour", "‘Jetty"),
        ("春", "jetty", "春", "jetty"),
        ("I", "we", "i", "We"),
    ],
)
def test_capitals_are_kept(old, new, typed, expected):
    assert in_capitals_of(old, new, typed) == expected


def test_the_apostrophe_of_the_text_is_kept():
    text = d.document_of("don’t and don't")
    assert replaced(text, "don't", "can't") == d.document_of("can’t and can't")


@given(DOCUMENTS)
def test_replacing_nothing_changes_nothing(document):
    assert replace_in_document(document, {}) is document
    assert replaced(document, "a", "a", match_case=True) == document


@given(KNOWN_DOCUMENTS, st.sampled_from(["a", "b ", "春", ". "]), st.text(max_size=3))
def test_all_but_what_was_found_stays(document, old, new):
    after = replaced(document, old, new, match_case=True)
    assert len(after) == len(document)
    for before, now in zip(document, after, strict=True):
        assert (now.kind, now.attrs) == (before.kind, before.attrs)
        kinds = [
            [each.kind for each in block.inlines if isinstance(each, d.Atom) and each.kind != "br"]
            for block in (before, now)
        ]
        assert kinds[0] == kinds[1]
        if all(isinstance(each, d.Run) for each in before.inlines) and "\n" not in new:
            assert now.plain_text == before.plain_text.replace(old, new)


@given(KNOWN_DOCUMENTS)
def test_there_and_back_gives_the_same_bytes(document):
    away = replaced(document, "a", "\ue000", match_case=True)
    back = replaced(away, "\ue000", "a", match_case=True)
    assert to_json_lines(back) == to_json_lines(document)


def test_a_text_without_marks():
    assert replace_in_text("a b c", [Change(0, 1, "xx"), Change(4, 5, "")]) == "xx b "
