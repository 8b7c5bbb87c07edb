# SPDX-License-Identifier: MIT
"""Half-width marks in Chinese become full-width ones, and nothing else changes."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.finding.replacing import replace_in_text
from novelist.domain.typing.full_width import EXPRESSION, in_order, repairs


def repaired(text):
    return replace_in_text(text, in_order(repairs(text)))


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ('他说:"你好,世界."', "他说：“你好，世界。”"),
        ("真的吗?走!快;好", "真的吗？走！快；好"),
        ("你好, 世界", "你好，世界"),
        ("他(她)说(OK)了", "他（她）说（OK）了"),
        ("嗯...走--吧", "嗯……走——吧"),
        ("OK,他走了", "OK，他走了"),
        ("他说OK. She left, too.", "他说OK. She left, too."),
        ("共10,000元, 3.14, 12:30", "共10,000元，3.14, 12:30"),
        ("他读 War and Peace (1869), p. 3", "他读 War and Peace (1869), p. 3"),
        ("网址a.com,好", "网址a.com，好"),
        ("It's fine, really.", "It's fine, really."),
        ('他唱"It\'s me"。', "他唱“It's me”。"),
        ("“你好,”他说.", "“你好，”他说。"),
        ("一(二", "一(二"),
        ("𠮷,𠮷", "𠮷，𠮷"),
    ],
)
def test_marks_beside_han_become_full_width(text, there):
    assert repaired(text) == there


def test_both_marks_of_a_pair_are_one_repair():
    (only,) = repairs('他说"好"')
    assert (only.start, only.end, len(only.changes)) == (2, 5, 2)


@given(st.text(st.sampled_from("你好他aZ3 ,.!?:;()\"'-“”，。\U00020bb7"), max_size=30))
def test_only_marks_and_spaces_behind_them_change_and_changes_stand_apart(text):
    changes = in_order(repairs(text))
    assert all(one.end <= other.start for one, other in itertools.pairwise(changes))
    for change in changes:
        assert not any(character.isalnum() for character in text[change.start : change.end])
        assert change.new != text[change.start : change.end]
    assert not changes or any(mark in text for mark in ',.!?:;()"-')


def test_every_text_with_something_to_repair_is_proposed():
    assert all(re.search(EXPRESSION, mark) for mark in [*',.!?:;()"', "--"])
