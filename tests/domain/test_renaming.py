# SPDX-License-Identifier: MIT
"""Every form of a name, and no word that only looks like one."""

from __future__ import annotations

import pytest

from novelist.domain.finding.finding import Finder
from novelist.domain.finding.new_words import NewWords
from novelist.domain.finding.renaming import forms_of, plural_of, rules_of
from novelist.domain.finding.replacing import Change, replace_in_text


def renamed(text, old, new, *aliases):
    rules = rules_of(forms_of(old, new, aliases))
    finder = Finder([rule.pattern for rule in rules])
    words = NewWords(finder, rules)
    spans = finder.spans(text)
    return replace_in_text(text, [Change(s.start, s.end, words(text, s)) for s in spans])


def test_the_whole_name_its_parts_and_the_family():
    text = (
        "Tobias Wren, Tobias’s hat, Mr Wren’s; the Wrens and the Wrens’ house. TOBIAS! Wrenching."
    )
    assert renamed(text, "Tobias Wren", "Samuel Finch") == (
        "Samuel Finch, Samuel’s hat, Mr Finch’s; the Finches and the Finches’ house. SAMUEL!"
        " Wrenching."
    )


def test_aliases_come_too_and_the_longest_wins():
    text = "Toby and Old Toby and Tobias."
    aliases = [("Toby", "Sam"), ("Old Toby", "Old Sam")]
    assert renamed(text, "Tobias", "Samuel", *aliases) == "Sam and Old Sam and Samuel."


def test_a_word_that_is_a_name_too_stays_a_word():
    assert renamed("Hope had hope. HOPE!", "Hope", "Joy") == "Joy had hope. JOY!"


def test_the_possessive_of_a_name_in_s():
    assert renamed("James’ hat, James’s hat, ‘James’.", "James", "Tom") == (
        "Tom’s hat, Tom’s hat, ‘Tom’."
    )


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("林黛玉来了，黛玉笑了。", "林黛玉", "宋知微", "宋知微来了，知微笑了。"),
        ("诸葛孔明与孔明", "诸葛孔明", "陆远之", "陆远之与远之"),
        ("王明是明天的王明", "王明", "李亮", "李亮是明天的李亮"),
    ],
)
def test_chinese_names_by_the_whole_and_by_the_given_name(text, old, new, expected):
    assert renamed(text, old, new) == expected


def test_plurals():
    assert [plural_of(name) for name in ("Wren", "Finch", "Jones", "Kennedy")] == [
        "Wrens",
        "Finches",
        "Joneses",
        "Kennedys",
    ]


def test_what_does_not_change_is_no_form():
    assert [form.old for form in forms_of("Ann Lee", "Ann Wood")] == ["Ann Lee", "Lees", "Lee"]
