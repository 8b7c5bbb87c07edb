# SPDX-License-Identifier: MIT
"""What is shown around a place."""

from __future__ import annotations

from novelist.domain.finding.finding import Span
from novelist.ui.search.glimpse import glimpse_of


def glimpse(text, word, new=None):
    start = text.index(word)
    return glimpse_of(text, Span(start, start + len(word)), new)


def test_it_begins_with_the_sentence():
    found = glimpse("It was late. “Go!” The sea rose. And fell.", "sea")
    assert (found.before, found.old, found.after) == ("The ", "sea", " rose. And fell.")
    assert glimpse("天晚了。海涨了。", "海").before == ""


def test_a_long_sentence_is_cut_between_words():
    found = glimpse("word " * 40 + "sea" + " word" * 80, "sea")
    assert found.before.startswith("…word")
    assert len(found.before) < 70
    assert found.after.endswith("…")


def test_line_ends_and_footnotes_do_not_show():
    found = glimpse("one\ntwo\ufffc sea\nthree", "sea", "a\nb")
    assert found.words == "one two sea → a b three"
