# SPDX-License-Identifier: MIT
"""Chinese marks come in pairs."""

import pytest

from novelist.domain.typing.pairs import is_empty_pair
from novelist.domain.typing.replacement import Replacement, replacement
from tests.domain.typing.typist import rules, typed


@pytest.mark.parametrize("pair", ["“”", "‘’", "「」", "『』", "（）", "《》", "〈〉", "【】"])
def test_the_closing_mark_comes_with_the_opening_one_and_is_stepped_over(pair):
    chinese = rules("zh")
    assert typed(pair[0] + "书", chinese) == f"{pair[0]}书|{pair[1]}"
    assert typed(f"{pair[0]}书{pair[1]}。", chinese) == f"{pair[0]}书{pair[1]}。"


def test_straight_marks_are_completed_too():
    assert typed('他说"你好', rules("zh")) == "他说“你好|”"
    assert typed('他说"你好"。', rules("zh")) == "他说“你好”。"


def test_nothing_is_completed_where_words_follow_at_once():
    assert replacement("他说", "“", "你好", rules("zh")) is None
    assert replacement("他说", "“", "。", rules("zh")) == Replacement(0, "", "”")


def test_a_closing_mark_that_the_paragraph_lacks_is_typed():
    assert replacement("（（一", "）", "）", rules("zh")) is None
    assert replacement("（一", "）", "）", rules("zh")) == Replacement(0, "", "", 1)


def test_between_the_two_nothing_may_stand():
    assert is_empty_pair("他《", "》")
    assert not is_empty_pair("", "》")
    assert not is_empty_pair("《书", "》")


def test_other_languages_are_left_alone():
    assert typed("（書", rules("en")) == "（書"
