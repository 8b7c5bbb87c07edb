# SPDX-License-Identifier: MIT
"""Smart typing by real keys: what is put right, and what one Ctrl+Z gives back."""

import pytest
from PySide6.QtCore import Qt

from novelist.domain import document as d
from novelist.domain.document import Document, Run, marks


@pytest.mark.parametrize(
    ("keys", "there", "given_back"),
    [
        ('He said "', "He said “|", 'He said "|'),
        ("don't", "don’t|", None),
        ("wait--", "wait—|", "wait--|"),
        ("well...", "well…|", "well...|"),
        ("on teh ", "on the |", "on teh |"),
        ("the hm ", "the harbour master |", "the hm |"),
        ("the hm\n", "the harbour master\n|", "the hm\n|"),
        ("a\U0001f600 teh ", "a\U0001f600 the |", "a\U0001f600 teh |"),
    ],
)
def test_one_undo_gives_back_exactly_what_was_typed(typist, keys, there, given_back):
    typist.begin()
    typist.type(keys)
    assert typist.there == there
    if given_back is not None:
        typist.undo()
        assert typist.there == given_back
        typist.redo()
        assert typist.there.replace("|", "") == there.replace("|", "")


def test_a_second_undo_goes_on_as_usual(typist):
    typist.begin("Once.")
    typist.type(' "Go')
    typist.undo()
    assert typist.there == "Once. “|"
    typist.undo()
    assert typist.there == 'Once. "|'
    typist.undo()
    assert typist.there == "Once.|"


def test_what_was_given_back_stays_while_one_types_on(typist):
    typist.begin()
    typist.type("wait--")
    typist.undo()
    typist.type("-x")
    assert typist.there == "wait---x|"


def test_letters_keep_their_marks(typist):
    typist.begin()
    emphasis = marks(d.EMPHASIS)
    typist.page.show(Document((d.Block("p", (Run("A "), Run("teh", emphasis))),)), 2)
    typist.page.put_caret(0, 5)
    typist.page.edit.toggle_mark(d.EMPHASIS)
    typist.type(" ")
    assert typist.page.document.blocks[0].inlines == (Run("A "), Run("the", emphasis), Run(" "))


def test_keys_that_type_nothing_change_nothing(typist):
    typist.begin("teh")
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
        typist.press(key)
    typist.press(Qt.Key.Key_Backspace)
    assert typist.there == "te|"
    typist.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert typist.there == "te|"


def test_a_passage_in_another_language_follows_its_own_rules(typist):
    typist.begin()
    german = marks(**{d.LANGUAGE: "de"})
    typist.page.show(Document((d.Block("p", (Run("Er sagte: x", german),)),)), 2)
    typist.page.put_caret(0, 10)
    typist.type('"')
    assert typist.page.lines == ["Er sagte: „x"]


def test_a_text_that_may_not_be_written_in_stays(typist):
    typist.begin("teh")
    typist.page.edit.setReadOnly(True)
    typist.type(' "')
    assert typist.page.lines == ["teh"]


def test_what_was_replaced_is_saved_as_it_stands(typist):
    typist.begin()
    live = typist.page.edit.live
    typist.type('"Go"')
    assert live.snapshot() == d.document_of("“Go”")
    assert live.is_dirty
