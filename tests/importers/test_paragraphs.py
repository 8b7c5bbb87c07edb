# SPDX-License-Identifier: MIT
"""Lines of a plain text become paragraphs, verse, quotations and letters."""

from __future__ import annotations

import pytest

from novelist.domain.document import (
    EMPHASIS,
    LETTER,
    LINE_BREAK,
    PARAGRAPH,
    QUOTATION,
    VERSE,
    Atom,
    Block,
)
from tests.importers.reading import HAN_PROSE, LONG, PROSE, blocks, book, from_text, marked, wrapped

WRAPPED = wrapped(LONG)


def read(*pieces: str, **options: bool) -> list[Block]:
    """The blocks of a chapter between two wrapped paragraphs."""
    novel = from_text(book("Chapter 1", WRAPPED, *pieces, WRAPPED), **options)
    return blocks(novel)[1:-1]


def test_wrapped_lines_are_joined() -> None:
    assert [block.plain_text for block in read(WRAPPED)] == [LONG]


def test_a_word_broken_at_its_hyphen_or_a_dash_is_joined_without_a_space() -> None:
    text = wrapped(LONG) + "\nself-\nassertion, he said--\nand went—\nalone -\nalone"
    (block,) = read(text)
    assert block.plain_text.endswith("self-assertion, he said--and went—alone - alone")


def test_an_attribution_keeps_its_space() -> None:
    (block,) = read(f"{WRAPPED}.”\n—_Jonah_.")
    assert block.plain_text.endswith(".” —Jonah.")


def test_wrapped_chinese_is_joined_without_spaces() -> None:
    lines = [HAN_PROSE[:36], HAN_PROSE[1:37], HAN_PROSE[2:38], HAN_PROSE[3:20]]
    text = "\n".join(["　　" + lines[0][:34], *lines[1:]])
    novel = from_text("\n\n".join(["第一章", *[text] * 5]))
    assert [block.kind for block in blocks(novel)] == [PARAGRAPH] * 5
    assert blocks(novel)[0].plain_text == lines[0][:34] + "".join(lines[1:])


def test_a_line_is_a_paragraph_where_lines_are_long() -> None:
    novel = from_text("\n".join(["第一章", *[f"　　{HAN_PROSE}"] * 5]))
    assert [block.plain_text for block in blocks(novel)] == [HAN_PROSE] * 5


def test_short_lines_together_are_verse_between_long_ones() -> None:
    text = book("Chapter 1", LONG, "O wind,\n  if winter comes", LONG, f"{LONG}\n{LONG}")
    assert [block.kind for block in blocks(from_text(text))] == ["p", "verse", "p", "p", "p"]


def test_verse_keeps_its_lines_and_their_indents() -> None:
    stanza = "    ‘You are old, Father William,’\n      ‘And your hair has become very white;"
    (block,) = read(stanza)
    assert block.kind == VERSE
    assert (
        block.plain_text
        == "‘You are old, Father William,’\n  ‘And your hair has become very white;"
    )
    assert Atom(LINE_BREAK) in block.inlines


def test_a_long_stanza_is_known_by_its_uneven_indents() -> None:
    long, short = "word " * 12, "word " * 11
    (block,) = read(f"   {long}\n    {short}\n   {long}\n    {short}")
    assert block.kind == VERSE


def test_short_lines_that_are_not_set_in_are_verse_too() -> None:
    (block,) = read("The night is chill,\nthe cloud is gray:\n'Tis a month before")
    assert block.kind == VERSE


def test_a_signature_keeps_its_lines() -> None:
    (block,) = read("Yours faithfully,\nJohn Smith")
    assert (block.kind, block.plain_text) == (PARAGRAPH, "Yours faithfully,\nJohn Smith")


def test_short_sentences_below_each_other_are_paragraphs() -> None:
    assert [block.kind for block in read("“Yes.”\n“No.”\n“Why?”")] == [PARAGRAPH] * 3


def test_a_table_keeps_its_columns() -> None:
    (block,) = read("CETUS,              _Latin_.\nHVALT,              _Danish_.")
    assert block.plain_text == "CETUS,              Latin.\nHVALT,              Danish."


def test_a_block_set_in_is_a_quotation() -> None:
    (block,) = read(wrapped(LONG, indent="     "))
    assert (block.kind, block.plain_text) == (QUOTATION, LONG)


@pytest.mark.parametrize(
    "greeting", ["My dear Lucy,--", "Dear Sir,", '"My Friend.--', "Gentlemen:"]
)
def test_a_letter_is_known_by_its_greeting_to_its_last_line(greeting: str) -> None:
    text = wrapped(f"{greeting} {LONG}", indent="     ")
    found = read(text, wrapped(LONG, indent="     "), "     Yours ever, Mina")
    assert [block.kind for block in found] == [LETTER, LETTER, LETTER]


def test_a_line_alone_is_centred_or_at_the_right_or_set_in() -> None:
    centred, right, inset = (
        " " * 28 + "Bram Stoker",
        " " * 50 + "London, 3 October 189",
        " " * 6 + "A line",
    )
    found = read(centred, right, inset, " " * 12 + "THE END")
    assert [(block.kind, dict(block.attrs)) for block in found] == [
        (PARAGRAPH, {"align": "center"}),
        (PARAGRAPH, {"align": "right"}),
        (QUOTATION, {}),
        (PARAGRAPH, {"align": "center"}),
    ]


def test_a_chapter_that_is_set_in_throughout_is_not_quoted() -> None:
    paragraph = wrapped(LONG, indent="  ")
    novel = from_text(book("Chapter 1", *[WRAPPED] * 3, "Chapter 2", *[paragraph] * 3))
    assert {block.kind for block in blocks(novel)} == {PARAGRAPH}


def test_first_lines_set_in_begin_paragraphs() -> None:
    paragraph = "   " + wrapped(LONG).replace("\n", "\n", 1)
    novel = from_text(book("Chapter 1", f"{paragraph}\n{paragraph}", paragraph, "   Alone."))
    assert [block.plain_text for block in blocks(novel)] == [LONG, LONG, LONG, "Alone."]
    assert {block.kind for block in blocks(novel)} == {PARAGRAPH}


def test_underscores_are_emphasis_across_joined_lines() -> None:
    (block,) = read(f"{WRAPPED} _every word\nof it_, and _un_believable, 31_st_, but snake_case_d")
    assert marked(block, EMPHASIS) == ["every word of it", "un", "st"]
    assert block.plain_text.endswith("every word of it, and unbelievable, 31st, but snake_case_d")


def test_emphasis_runs_over_the_lines_of_a_stanza() -> None:
    (block,) = read("    _The first of two,\n    the second_ of two")
    assert marked(block, EMPHASIS) == ["The first of two,", "the second"]


@pytest.mark.parametrize(
    "text", ["_not closed", "not opened_", "a __ b", "_ not this _", "__init__"]
)
def test_underscores_without_a_pair_stay(text: str) -> None:
    (block,) = read(f"{PROSE} {text}")
    assert block.plain_text.endswith(text)


def test_emphasis_can_be_left_as_it_is() -> None:
    (block,) = read(f"{PROSE} _very_ _much_", keep_emphasis=False)
    assert block.plain_text.endswith("_very_ _much_")
