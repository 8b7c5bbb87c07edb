# SPDX-License-Identifier: MIT
"""Half characters stay in the document; what is stored beside it can be written."""

from __future__ import annotations

from novelist.domain.comparing.diff import bring_back, compare, removed_characters
from novelist.domain.derived_text import DerivedText
from novelist.domain.document import document_of
from novelist.domain.document_text import from_json_lines
from novelist.domain.lone_surrogates import without_lone_surrogates


def test_each_half_has_one_stand_in_and_whole_characters_stay():
    assert without_lone_surrogates("a\ud800b\udc00\x00") == "a\ufffdb\ufffd\x00"
    assert without_lone_surrogates("😀 𠮷 \ufeff") == "😀 𠮷 \ufeff"


def test_what_derives_from_a_text_can_be_stored_and_the_text_is_exact():
    document = document_of("whole", "half \ud800")
    derived = DerivedText().followed_by(document_of("whole")).followed_by(document)
    assert derived.plain_text.encode().decode() == "whole\nhalf \ufffd"
    assert from_json_lines(derived.content.encode().decode()) == document


def test_versions_that_hold_halves_can_be_compared():
    old = document_of("one \ud800 two three \x00 four.", "five \udc00 six", "x \ud800 y z")
    new = document_of("one \ud800 2 three \x00 4.", "five \udc00 six 7", "new \ud800 q y w")
    assert bring_back(compare(old, new), ()) == new
    assert removed_characters(old.plain_text, new.plain_text) > 0
    assert removed_characters("a \ud800", "a \ud800") == 0
