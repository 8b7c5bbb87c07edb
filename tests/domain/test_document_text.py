# SPDX-License-Identifier: MIT
"""The stored form of a text loses nothing and refuses what it does not understand."""

from __future__ import annotations

import pytest
from hypothesis import given

from novelist.domain.document import (
    EMPTY,
    LINE_BREAK,
    VERSE,
    Atom,
    Block,
    Document,
    Mark,
    Run,
    document_of,
    marks,
)
from novelist.domain.document_text import digest, from_json_lines, to_json_lines
from novelist.errors import BugError, DocumentFormatError
from tests.strategies import DOCUMENTS


@given(DOCUMENTS)
def test_every_document_comes_back_identical(document: Document) -> None:
    assert from_json_lines(to_json_lines(document)) == document


@given(DOCUMENTS)
def test_the_text_is_stable_to_the_byte(document: Document) -> None:
    text = to_json_lines(document)
    assert to_json_lines(from_json_lines(text)) == text
    assert text.count("\n") == len(document) + 1


def test_the_form_is_the_documented_one() -> None:
    stanza = Block(VERSE, (Run("One"), Atom(LINE_BREAK), Run("two", marks("em", link="x:y"))))
    document = Document((Block("p", (Run("春"),), {"align": "center"}), stanza))
    assert to_json_lines(document).split("\n") == [
        '{"novelist":1}',
        '["p",["春"],{"align":"center"}]',
        '["verse",["One",{"atom":"br"},["two",{"em":1,"link":"x:y"}]]]',
        "",
    ]


def test_what_a_newer_version_wrote_is_kept() -> None:
    text = (
        '{"novelist":1}\n["map",[["a",{"glow":{"by":[1,null]},"old":""}],{"atom":"pin"}],{"z":2}]\n'
    )
    block = from_json_lines(text).blocks[0]
    assert block.inlines[0] == Run(
        "a", (Mark("glow", '{"by":[1,null]}', True), Mark("old", '""', True))
    )
    assert to_json_lines(Document((block,))) == text


@pytest.mark.parametrize("text", ["", '{"novelist":1}', '{"novelist":1}\n'])
def test_an_empty_text_is_the_empty_document(text: str) -> None:
    assert from_json_lines(text) == EMPTY


def test_line_separators_inside_the_text_do_not_break_lines() -> None:
    document = document_of("a\u2028b\u2029c\x85d\x0be\nf\rg")
    assert from_json_lines(to_json_lines(document)) == document


def test_a_lone_surrogate_can_be_stored() -> None:
    text = to_json_lines(document_of("a\ud83d"))
    assert text.encode()
    assert from_json_lines(text) == document_of("a\ud83d")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{}",
        "[]",
        '["p"]',
        '["p",[],{},4]',
        "[1,[]]",
        '["p","text"]',
        '["p",[],[]]',
        '["p",[1]]',
        '["p",[["a"]]]',
        '["p",[["a",1]]]',
        '["p",[[1,{}]]]',
        '["p",[{"atom":1}]]',
        '["p",[{"atom":"br","attrs":1}]]',
        '["p",[{"atom":"br","marks":1}]]',
        '["p",[{"atom":"br","other":1}]]',
        '["p",[',
        "[" * 100_000,
    ],
)
def test_a_damaged_line_is_refused_and_named(line: str) -> None:
    with pytest.raises(DocumentFormatError, match="line 3") as caught:
        from_json_lines(f'{{"novelist":1}}\n["p",["good"]]\n{line}\n["p",[]]\n')
    assert caught.value.line == 3
    assert isinstance(caught.value, BugError)


@pytest.mark.parametrize(
    "header",
    [
        "[]",
        "{}",
        '{"novelist":2}',
        '{"novelist":0}',
        '{"novelist":true}',
        '{"novelist":1,"a":1}',
        "x",
    ],
)
def test_an_unknown_format_is_refused(header: str) -> None:
    with pytest.raises(DocumentFormatError, match="line 1"):
        from_json_lines(f"{header}\n")


def test_the_digest_is_blake2b_of_sixteen_bytes() -> None:
    assert digest("") == "cae66941d9efbd404e4d88758ea67670"
    assert digest("春") != digest("秋")
    assert len(digest("春")) == 32
