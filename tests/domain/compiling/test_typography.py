# SPDX-License-Identifier: MIT
"""Quotation marks, dashes and emphasis as a preset wants them; no letter is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.compiling.settings import Quotes, Typography
from novelist.domain.compiling.typography import typeset
from novelist.domain.document import Block, Document, Run, document_of, marks


def _typeset(text: str, language: str = "en", **wanted: object) -> str:
    typography = Typography(**wanted)  # type: ignore[arg-type]
    return typeset(document_of(text), typography, language).plain_text


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "\"Cold,\" said he; 'twas 'cold'.", "“Cold,” said he; ’twas ‘cold’."),
        ("en", "\"'Yes,' she said\"", "“‘Yes,’ she said”"),
        ("de", '"Kalt", sagte er.', "„Kalt“, sagte er."),
        ("fr", 'Il dit "non".', "Il dit «\u00a0non\u00a0»."),
        ("zh-CN", '他说"冷"。', "他说“冷”。"),
    ],
)
def test_straight_marks_become_those_of_the_language(
    language: str, text: str, expected: str
) -> None:
    assert _typeset(text, language, quotes=Quotes.CURLY) == expected


def test_a_mark_knows_the_run_before_it() -> None:
    block = Block(inlines=(Run('"'), Run("Cold", marks("em")), Run('," he said')))
    found = typeset(Document((block,)), Typography(quotes=Quotes.CURLY), "en")
    assert found.plain_text == "“Cold,” he said"


def test_curly_marks_become_straight() -> None:
    assert _typeset("“It’s ‘cold’”", quotes=Quotes.STRAIGHT) == "\"It's 'cold'\""


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Wait--no... ---- ..", "Wait—no… ---- .."),
        ("zh", "等等--不...", "等等——不……"),
    ],
)
def test_dashes_and_ellipses(language: str, text: str, expected: str) -> None:
    assert _typeset(text, language, dashes=True) == expected


def test_nothing_wanted_changes_nothing() -> None:
    document = document_of('"a" -- ...')
    assert typeset(document, Typography(), "en") is document


@given(st.lists(st.text("ab \"'.-\u00a0—“”’国", max_size=12), max_size=6), st.sampled_from(
    ["en", "de", "fr", "zh", "es", "sv"]))  # fmt: skip
def test_no_letter_is_lost(texts: list[str], language: str) -> None:
    block = Block(
        inlines=tuple(
            Run(text, marks("em") if number % 2 else ())
            for number, text in enumerate(texts)
            if text
        )
    )
    found = typeset(Document((block,)), Typography(quotes=Quotes.CURLY, dashes=True), language)
    kept = [letter for letter in found.plain_text if letter in "ab国"]
    assert kept == [letter for letter in "".join(texts) if letter in "ab国"]
    assert '"' not in found.plain_text
