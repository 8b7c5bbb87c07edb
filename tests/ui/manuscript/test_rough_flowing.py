# SPDX-License-Identifier: MIT
"""Rough texts among others in the flowing manuscript: each stays exact, wherever one writes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from novelist.domain.document_text import from_json_lines, to_json_lines
from novelist.ui.comments.passages import Passages
from tests.ui.editor.rough_texts import TEXTS, comments, mark, notes

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def stored(flowing):
    """The bytes of every scene; each can be read again."""
    found = [to_json_lines(document) for document in flowing.documents_of()]
    assert [from_json_lines(lines) for lines in found] == flowing.documents_of()
    return found


def letters(flowing):
    return "".join(text.replace("/", "") for text in flowing.texts())


def write(flowing):
    """A key, a composed word, Enter and a paste at the caret: eight characters and no more."""
    flowing.type("x")
    for preedit in ("𠮷", "𠮷野"):
        QApplication.sendEvent(flowing.view.pen, QInputMethodEvent(preedit, []))
    event = QInputMethodEvent("", [])
    event.setCommitString("𠮷野")
    QApplication.sendEvent(flowing.view.pen, event)
    flowing.press(Key.Key_Return)
    data = QMimeData()
    data.setText("a\x00\ufffc😀\nb")
    flowing.view.pen.insertFromMimeData(data)


def undo_all(flowing):
    """Everything in all scenes."""
    for item_id in flowing.stored:
        flowing.view.enter(item_id, 0)
        while flowing.view.pen.document().isUndoAvailable():
            flowing.press(Key.Key_Z, CTRL)


@pytest.mark.parametrize("name", TEXTS)
def test_written_in_everywhere_every_scene_comes_back_to_the_byte(make_flow, name):
    flowing = make_flow("The first.", TEXTS[name], "The last.")
    flowing.view.enter(2, 0)
    flowing.bring([1, 3])
    before = stored(flowing)
    last = flowing.documents.find(2).document.characterCount() - 1
    for place in (0, last // 2, last):
        many = len(letters(flowing))
        flowing.view.enter(2, place)
        write(flowing)
        assert len(letters(flowing)) == many + 8
    assert not flowing.view.grab().isNull()
    undo_all(flowing)
    assert stored(flowing) == before


@pytest.mark.parametrize("name", ["wide", "right to left", "odd", "300 footnotes", "500 comments"])
def test_what_is_removed_from_one_scene_into_a_rough_one_comes_back(make_flow, name):
    flowing = make_flow("The first 😀.", TEXTS[name], "The last 𠮷.")
    flowing.view.enter(2, 0)
    flowing.bring([1, 3])
    before = stored(flowing)
    flowing.view.enter(1, 4)
    flowing.press(Key.Key_Down, SHIFT, times=3)
    flowing.press(Key.Key_Right, SHIFT, times=3)
    assert flowing.view.pen.selects_beyond
    flowing.press(Key.Key_Delete)
    assert stored(flowing) != before
    assert flowing.documents.find(3).snapshot() == flowing.stored[3]
    undo_all(flowing)
    assert stored(flowing) == before


@pytest.mark.parametrize("name", ["wide", "right to left", "odd"])
def test_clicks_and_arrows_over_borders_leave_characters_whole(make_flow, name):
    flowing = make_flow("The 😀 first.", TEXTS[name], "The 𠮷 last.")
    flowing.view.enter(2, 0)
    flowing.bring([1, 3])
    before = letters(flowing)
    for across in range(0, 400, 50):
        for number in (1, 2):
            point = flowing.point(number, 0) + QPoint(across, 0)
            QTest.mouseClick(flowing.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
            flowing.press(Key.Key_Right)
            flowing.type("#")
    assert letters(flowing).replace("#", "") == before


def test_no_place_that_was_kept_is_inside_a_character(make_flow):
    flowing = make_flow("a😀b", "𠮷𠮷")
    for position in range(5):
        flowing.view.enter(1, position)
        flowing.view.enter(2, position)
        flowing.type("x")
        flowing.view.enter(1, position)
        flowing.type("x")
    assert [text.replace("x", "") for text in flowing.texts()] == ["a😀b", "𠮷𠮷"]


def test_a_selection_by_mouse_takes_wide_characters_whole(make_flow):
    flowing = make_flow("one", "😀𠮷😀", "two")
    flowing.view.enter(2, 0)
    for across in range(0, 60, 7):
        flowing.view.enter(1, 1)
        point = flowing.point(2, 0) + QPoint(across, 0)
        QTest.mouseClick(flowing.view.viewport(), Qt.MouseButton.LeftButton, SHIFT, pos=point)
        flowing.press(Key.Key_Delete)
        assert "".join(flowing.texts()) in ("o😀𠮷😀two", "o𠮷😀two", "o😀two", "otwo")
        flowing.press(Key.Key_Z, CTRL)
        assert flowing.texts() == ["one", "😀𠮷😀", "two"]


def test_comments_and_footnotes_stand_after_a_scene_before_them_was_written_in(make_flow):
    flowing = make_flow("before", comments(100, 5), notes(60))
    flowing.view.enter(2, 0)
    flowing.bring([1, 3])
    found = Passages(flowing.documents.find(2))
    for item_id in (1, 2, 3):
        flowing.view.enter(item_id, 0)
        write(flowing)
    said = {passage.mark: passage.text for passage in found.all()}
    assert said == {mark(number)[0].value: f"said {number}" for number in range(100)}
    ids = [each.attrs["id"] for each in flowing.documents.find(3).notes.all()]
    assert ids == [f"n{number}" for number in range(60)]
