# SPDX-License-Identifier: MIT
"""Chinese marks by keys and input methods: completed, stepped over, removed, put around."""

import pytest
from PySide6.QtCore import Qt

PAIRS = ["“”", "「」", "『』", "（）", "《》", "〈〉", "【】"]


@pytest.mark.parametrize("pair", PAIRS)
def test_an_input_method_gives_one_mark_and_the_other_comes_with_it(typist, pair):
    typist.begin("他说", language="zh")
    typist.commit(pair[0])
    assert typist.there == f"他说{pair[0]}|{pair[1]}"
    typist.commit("你好", pair[1])
    assert typist.there == f"他说{pair[0]}你好{pair[1]}|"


def test_one_undo_takes_the_completed_mark_away(typist):
    typist.begin("他说", language="zh")
    typist.commit("「")
    typist.undo()
    assert typist.there == "他说「|"
    typist.undo()
    assert typist.there == "他说|"


def test_straight_marks_by_keys_are_completed_and_given_back(typist):
    typist.begin("他说", language="zh")
    typist.type('"')
    assert typist.there == "他说“|”"
    typist.undo()
    assert typist.there == '他说"|'
    typist.redo()
    typist.commit("好")
    typist.type('"')
    assert typist.there.replace("|", "") == "他说“好”"


@pytest.mark.parametrize("pair", PAIRS)
def test_backspace_between_the_two_removes_both(typist, pair):
    typist.begin("他说", language="zh")
    typist.commit(pair[0])
    typist.press(Qt.Key.Key_Backspace)
    assert typist.there == "他说|"
    typist.undo()
    assert typist.there == f"他说{pair[0]}|{pair[1]}"


@pytest.mark.parametrize("pair", PAIRS)
def test_what_is_selected_is_put_between_them(typist, pair):
    typist.begin("他读红楼梦𠮷了", language="zh")
    typist.page.select((0, 2), (0, 6))
    typist.commit(pair[0])
    assert typist.page.lines == [f"他读{pair[0]}红楼梦𠮷{pair[1]}了"]
    assert typist.page.edit.textCursor().selectedText() == "红楼梦𠮷"
    typist.undo()
    assert typist.page.lines == ["他读红楼梦𠮷了"]


def test_a_straight_mark_over_a_selection_puts_it_into_the_pair_of_the_style(typist):
    typist.begin("他读红楼梦", language="zh", quote_style="corner")
    typist.page.select((0, 2), (0, 5))
    typist.type("'")
    assert typist.page.lines == ["他读『红楼梦』"]


def test_in_other_languages_a_selection_is_replaced(typist):
    typist.begin("Go now")
    typist.page.select((0, 0), (0, 2))
    typist.type('"')
    assert typist.there == "“| now"


def test_nothing_happens_while_a_word_is_composed(typist):
    typist.begin("他说", language="zh")
    typist.page.compose("“")
    assert typist.page.edit.is_composing
    assert typist.page.lines == ["他说"]
    typist.page.compose("ni hao")
    assert typist.page.edit.textCursor().block().layout().preeditAreaText() == "ni hao"
    typist.page.compose("", "你好...")
    assert typist.there == "他说你好...|"


def test_marks_of_an_input_method_stay_what_they_are(typist):
    typist.begin("He said ", language="en")
    typist.commit("”", "，", "。", "……", "——")
    assert typist.there == "He said ”，。……——|"


def test_a_word_is_written_out_before_a_mark_of_an_input_method(typist):
    typist.begin("见", language="zh")
    typist.type("hm")
    typist.commit("，")
    assert typist.there == "见harbour master，|"
    typist.undo()
    assert typist.there == "见hm，|"
