# SPDX-License-Identifier: MIT
"""Sentences: points, closing marks, abbreviations, who said it; nothing is lost in between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.sentences import sentence_at, sentences


def split(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["“Go!” he said. ", "Mr. Smith left at 4.30 p.m. ", "“Stop.” ", "She did."],
        ["J. R. Tolkien wrote. ", "Yes! ", "(So.) ", "No."],
        ["He ran… and fell. ", "Wait... what? ", "No?! ", "So"],
        ["“Is it?” asked Wren. ", "‘It is.’ ", "They went."],
        ["“走！”他说。", "天黑了……她想。", "“真的吗？”", "她站起来。", "好"],
        ["「走吧。」", "他没动。", "（真的！）", "是吗？！", "是。"],
        ["他说。", "Hello. ", "你好！", "再见"],
        ["No point at all"],
    ],
)
def test_a_paragraph_falls_into_sentences(parts):
    assert split("".join(parts)) == parts


def test_between_two_sentences_it_is_the_later_one_and_behind_the_last_the_last():
    text = "One. Two."
    assert [sentence_at(text, place) for place in (0, 4, 5, 9)] == [(0, 5), (0, 5), (5, 9), (5, 9)]


def test_the_sentence_at_a_place_is_found_in_a_very_long_paragraph_without_reading_it_all():
    text = "The tide came in. " * 20_000
    start, end = sentence_at(text, 180_005)
    assert text[start:end] == "The tide came in. "


@given(st.text(alphabet="aB .!?…”“‘’。！？」「我说\n—,"))
def test_nothing_is_left_out_and_the_caret_is_always_in_one_of_them(text):
    assert "".join(split(text)) == text
    for place in range(len(text) + 1):
        start, end = sentence_at(text, place)
        assert start <= place <= end
