# SPDX-License-Identifier: MIT
"""Lines that changed: there, back, and past what was written meanwhile."""

from __future__ import annotations

from hypothesis import given

from novelist.domain.counting import count
from novelist.domain.document import document_of
from novelist.domain.document_text import digest, from_json_lines, to_json_lines
from novelist.domain.finding.finding import Finder, Pattern
from novelist.domain.finding.passages import passages
from novelist.domain.finding.replacing import Change, replace_in_content, replace_in_document
from novelist.domain.finding.rewriting import derive, plain_text_of, rewriting_between
from tests.strategies import DOCUMENTS


def stored(*paragraphs):
    return to_json_lines(document_of(*paragraphs))


def changes_of(document, old, new):
    found = passages(document, Finder([Pattern(old, match_case=True)]))
    return {each.address: [Change(s.start, s.end, new) for s in each.spans] for each in found}


@given(DOCUMENTS)
def test_a_stored_text_is_changed_as_its_document_is(document):
    content, changes = to_json_lines(document), changes_of(document, "a", "春\n")
    after = replace_in_content(content, changes)
    assert from_json_lines(after) == from_json_lines(
        to_json_lines(replace_in_document(from_json_lines(content), changes))
    )


@given(DOCUMENTS, DOCUMENTS)
def test_what_derives_is_what_a_whole_reading_gives(document, other):
    for new in (other, replace_in_document(document, changes_of(document, "a", "bb b"))):
        before, after = to_json_lines(document), to_json_lines(new)
        plain = from_json_lines(before).plain_text
        derived = derive(before, after, count(plain))
        assert derived.plain_text == plain_text_of(after) == from_json_lines(after).plain_text
        assert derived.counts == count(derived.plain_text)
        assert derived.digest == digest(after)


@given(DOCUMENTS)
def test_there_and_back_is_exact(document):
    before = to_json_lines(document)
    after = replace_in_content(before, changes_of(document, "a", "𠀀"))
    rewriting = rewriting_between(before, after)
    assert rewriting.applied_to(before) == after
    assert rewriting.reversed().applied_to(after) == before


def test_what_was_written_in_other_paragraphs_since_stays():
    rewriting = rewriting_between(stored("x", "a", "a", "y"), stored("x", "b", "b", "y"))
    now = stored("new", "x", "more", "b", "b", "yy")
    assert rewriting.reversed().applied_to(now) == stored("new", "x", "more", "a", "a", "yy")


def test_what_was_written_in_the_same_paragraph_is_not_dropped():
    rewriting = rewriting_between(stored("a"), stored("b"))
    assert rewriting.reversed().applied_to(stored("b, and more")) is None
    assert rewriting.reversed().applied_to(stored()) is None
