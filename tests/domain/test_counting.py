# SPDX-License-Identifier: MIT
"""One function says how long a text is; these are its rules."""

from __future__ import annotations

import pytest
from hypothesis import given

from novelist.domain.counting import ZERO, Counts, count, count_document
from novelist.domain.document import FOOTNOTE, LINE_BREAK, Atom, Block, Document, Run, document_of
from tests.strategies import KNOWN_DOCUMENTS, TEXTS


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" \u3000\t\n", 0),
        ("Call me Ishmael.", 3),
        ("don't don’t well-known well‑known 'tis rock-'n'-roll", 6),
        ("3.14 1,000 1,000.50 1990s 7", 5),
        ("The end. 5, 6", 4),
        ("one—two--three … four–five and/or", 7),
        ("_emphasis_ *strong* - -- ' ” ?!", 2),
        ("道可道，非常道。", 6),
        ("我读Moby-Dick了3遍", 6),
        ("々〇𠀀㐀", 4),
        ("ひらがな、カタカナー", 9),
        ("한국어 문장", 5),
        ("Война и мир", 3),
        ("Μῆνιν ἄειδε θεὰ", 3),
        ("cafe\u0301 nai\u0308ve", 2),
        ("हिन्दी भाषा", 2),
        ("１２３ ＡＢＣ", 2),
        ("，。；：？！——……《》「」", 0),
        ("😀 😀", 0),
    ],
)
def test_words(text: str, words: int) -> None:
    assert count(text).words == words


@pytest.mark.parametrize(
    ("text", "characters", "no_spaces"),
    [
        ("a b\nc", 4, 3),
        ("　　春　天", 5, 2),
        ("a\u00a0b\u2009c\td", 7, 4),
        ("𠀀é。", 3, 3),
    ],
)
def test_characters(text: str, characters: int, no_spaces: int) -> None:
    assert count(text) == Counts(count(text).words, characters, no_spaces)


@given(TEXTS, TEXTS)
def test_the_counts_of_a_text_are_those_of_its_lines(first: str, second: str) -> None:
    assert count(f"{first}\n{second}") == count(first) + count(second)


@given(KNOWN_DOCUMENTS)
def test_a_document_counts_as_the_sum_of_its_blocks(document: Document) -> None:
    blocks = (count_document(Document((block,))) for block in document)
    assert count_document(document) == sum(blocks, ZERO)


def test_what_is_not_read_in_the_line_is_not_counted() -> None:
    note = Atom(FOOTNOTE, {"id": "1", "blocks": [["p", ["many words here"]]]})
    block = Block("p", (Run("one"), note, Run("s"), Atom(LINE_BREAK), Run("two")))
    assert count_document(Document((block,))) == Counts(2, 7, 7)


def test_marks_inside_a_word_do_not_split_it() -> None:
    block = Block("p", (Run("un"), Run("believ", ()), Run("able")))
    assert count_document(Document((block,))) == count_document(document_of("unbelievable"))


def test_counts_add_and_subtract() -> None:
    assert Counts(3, 5, 4) - Counts(1, 2, 3) + Counts(1, 1, 1) == Counts(3, 4, 2)
    assert Counts(3, 5, 4) - Counts(3, 5, 4) == ZERO
