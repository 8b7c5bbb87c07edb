# SPDX-License-Identifier: MIT
"""The promises of ``novelist.domain.rejoin``: whatever was typed since, no word is dropped."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.document import document_of
from novelist.domain.outline import block_length, merge_documents, split_document
from novelist.domain.rejoin import cut, part, rejoin

PARAGRAPHS = st.lists(st.text("abc ", max_size=4), max_size=6)
DOCUMENTS = PARAGRAPHS.map(lambda words: document_of(*words))


@given(DOCUMENTS, st.integers(0, 6), st.integers(0, 5))
def test_what_was_split_and_left_alone_is_whole_again(whole, block, offset):
    halves = split_document(whole, block, offset)
    assert rejoin(whole, halves, halves) == whole


@given(DOCUMENTS, st.integers(0, 6), st.integers(0, 5), DOCUMENTS, DOCUMENTS)
def test_whatever_the_halves_are_now_all_of_it_is_in_the_whole(whole, block, offset, one, other):
    joined = rejoin(whole, split_document(whole, block, offset), (one, other))
    assert letters(joined) == letters(one) + letters(other)
    assert sum(map(block_length, joined)) == sum(map(block_length, (*one, *other)))


@given(DOCUMENTS, st.integers(0, 6), st.integers(0, 5))
def test_a_cut_takes_spaces_away_and_no_letter(whole, block, offset):
    halves = cut(whole, block, offset)
    assert "".join(map(letters, halves)).replace(" ", "") == letters(whole).replace(" ", "")
    assert letters(rejoin(whole, halves, halves)).split() == letters(whole).split()


def test_a_cut_between_words_leaves_no_space_and_undo_brings_it_back():
    whole = document_of("Ebb. ", "Flood came in. It went.")
    halves = cut(whole, 1, 15)
    assert halves == (document_of("Ebb. ", "Flood came in."), document_of("It went."))
    now = (halves[0], document_of("It went out."))
    assert rejoin(whole, halves, now) == document_of("Ebb. ", "Flood came in. It went out.")


@given(st.lists(DOCUMENTS, min_size=2, max_size=4))
def test_what_was_merged_and_left_alone_is_in_parts_again(documents):
    assert part(documents, merge_documents(documents)) == documents


@given(st.lists(DOCUMENTS, min_size=2, max_size=4), DOCUMENTS)
def test_whatever_the_text_is_now_all_of_it_is_in_the_parts(documents, now):
    parts = part(documents, now)
    assert parts is None or (len(parts) == len(documents) and merge_documents(parts) == now)


def test_words_typed_into_a_part_stay_in_it():
    documents = [document_of("Ebb."), document_of("Flood.", "Slack.")]
    now = document_of("Low.", "Ebb.", "Flood tide.", "Slack.")
    assert part(documents, now) == [
        document_of("Low.", "Ebb."),
        document_of("Flood tide.", "Slack."),
    ]


def test_a_paragraph_written_over_the_seam_belongs_to_nobody():
    documents = [document_of("Ebb."), document_of("Flood.")]
    assert part(documents, document_of("Ebb and flood.")) is None


def letters(document):
    return "".join(block.plain_text for block in document)
