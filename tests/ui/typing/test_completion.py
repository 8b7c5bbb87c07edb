# SPDX-License-Identifier: MIT
"""Words at the caret: shown, taken, sent away; no key is stolen."""

import pytest
from PySide6.QtCore import Qt

from novelist.domain.typing.completion import Vocabulary
from novelist.ui.typing.completion import Completion

Key = Qt.Key
WORDS = Vocabulary(("harbour", "harboured", "红楼梦"), ("Natasha", "林照"))


@pytest.fixture
def completion(typist, theme):
    completion = Completion(typist.page.edit, typist.smart, theme)
    completion.vocabulary = WORDS
    typist.begin(completion=True)
    return completion


def test_tab_takes_the_first_word_and_one_undo_gives_back_what_was_typed(typist, completion):
    typist.type("the harb")
    assert completion.popup.isVisible()
    assert completion.popup.words == ("harbour", "harboured")
    typist.press(Key.Key_Tab)
    assert typist.there == "the harbour|"
    assert not completion.popup.isVisible()
    typist.undo()
    assert typist.there == "the harb|"


def test_arrows_choose_and_enter_takes_what_is_chosen(typist, completion):
    typist.type("harb")
    typist.press(Key.Key_Down)
    typist.press(Key.Key_Down)
    typist.press(Key.Key_Return)
    assert typist.there == "harboured|"


def test_enter_begins_a_paragraph_where_nothing_was_chosen(typist, completion):
    typist.type("harb\n")
    assert typist.there == "harb\n|"
    assert not completion.popup.isVisible()


def test_hidden_it_takes_no_key(typist, completion):
    typist.type("one two")
    typist.press(Key.Key_Up)
    typist.press(Key.Key_Tab)
    assert typist.page.lines[0].replace("\t", "").strip() == "one two"


def test_escape_sends_it_away_and_the_text_stays(typist, completion):
    typist.type("harb")
    typist.press(Key.Key_Escape)
    assert not completion.popup.isVisible()
    assert typist.there == "harb|"


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_Backspace, Key.Key_Home])
def test_it_goes_when_the_caret_goes(typist, completion, key):
    typist.type("harb")
    typist.press(key)
    assert not completion.popup.isVisible()


def test_a_name_keeps_its_capital(typist, completion):
    typist.type("nat")
    typist.press(Key.Key_Tab)
    assert typist.there == "Natasha|"


def test_han_words_come_after_what_an_input_method_commits(typist, completion):
    typist.begin("他读", language="zh", completion=True)
    typist.page.compose("hong")
    assert not completion.popup.isVisible()
    typist.commit("红楼")
    assert completion.popup.words == ("红楼梦",)
    typist.page.compose("meng")
    assert not completion.popup.isVisible()
    typist.commit("")
    typist.commit("林")
    typist.press(Key.Key_Tab)
    assert typist.there == "他读红楼林照|"


def test_nothing_is_proposed_inside_a_word_or_where_it_is_switched_off(typist, completion):
    typist.begin("xour", completion=True)
    typist.page.put_caret(0, 0)
    typist.type("harb")
    assert not completion.popup.isVisible()
    typist.begin(completion=False)
    typist.type("harb")
    assert not completion.popup.isVisible()


def test_it_belongs_to_its_editor_when_it_is_not_shown(typist, completion):
    assert completion.popup.parentWidget() is typist.page.edit
    typist.type("harb")
    assert completion.popup.parentWidget() is typist.page.edit.window()
    typist.press(Key.Key_Escape)
    assert completion.popup.parentWidget() is typist.page.edit
