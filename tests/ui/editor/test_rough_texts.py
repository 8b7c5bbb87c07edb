# SPDX-License-Identifier: MIT
"""Rough texts in the panel: nothing crashes, no place slips, no character is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from novelist.domain import document as d
from novelist.domain.document import Document, Run, document_of
from novelist.domain.document_text import from_json_lines, to_json_lines
from novelist.domain.finding.finding import Finder, Pattern
from novelist.ui.comments.passages import Passages
from novelist.ui.editor import bookmarks, codec
from novelist.ui.editor.hit_places import places_in
from novelist.ui.editor.panel import EditorPanel
from novelist.ui.tasks import Tasks
from tests.ui.editor.rough_texts import ARABIC, HEBREW, ODD, TEXTS, WIDE, comments, mark, notes

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
INSERTED = ["x", "😀", "𠮷", "e\u0301", "שלום", "مرحبا", "two\nlines", "nul\x00 \ufffc\ufdd0"]


@pytest.fixture
def panel(qtbot, theme, icons, store, clock_stands):
    owner = QObject()
    panel = EditorPanel(theme, icons, Tasks(owner, pytest.fail), store.save)
    qtbot.addWidget(panel)
    panel.resize(900, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    panel.edit.focus_left.disconnect(panel.autosave.save_now)  # only what the test does can save
    yield panel
    for text in panel.documents.dirty():
        text.saved_revision = text.revision
    panel.show_nothing()
    owner.deleteLater()


def show(panel, document):
    panel.show_text(1, document, title="", caret=0)
    panel.focus_text()


def press(panel, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(panel.edit, key, modifiers)


def paste(panel, words):
    data = QMimeData()
    data.setText(words)
    panel.edit.insertFromMimeData(data)


def compose(panel, words):
    for preedit in (words[:1], words):
        QApplication.sendEvent(panel.edit, QInputMethodEvent(preedit, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(panel.edit, event)


def undo_all(panel):
    while panel.edit.document().isUndoAvailable():
        press(panel, Key.Key_Z, CTRL)


def letters(document):
    """Every character, whatever paragraphs they stand in."""
    return "".join(block.plain_text for block in document)


def between(panel, start, end):
    """What stands between two of Qt's positions."""
    cursor = QTextCursor(panel.edit.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return codec.read_selection(cursor).plain_text


@pytest.mark.parametrize("name", TEXTS)
async def test_written_in_everywhere_it_comes_back_to_the_byte(panel, name):
    show(panel, TEXTS[name])
    stored = to_json_lines(panel.text_of(1))
    assert from_json_lines(stored) == TEXTS[name]
    last = panel.edit.document().characterCount() - 1
    for place in (0, last // 2, last):
        before = len(letters(panel.text_of(1)))
        panel.edit.set_caret_position(place)
        QTest.keyClicks(panel.edit, "x")
        compose(panel, "𠮷野")
        press(panel, Key.Key_Return)
        paste(panel, "a\x00\ufffc😀\nb")
        assert len(letters(panel.text_of(1))) == before + 8
        press(panel, Key.Key_Left, SHIFT)
        press(panel, Key.Key_Up, SHIFT)
        press(panel, Key.Key_Delete)
        assert from_json_lines(to_json_lines(panel.text_of(1))) == panel.text_of(1)
    undo_all(panel)
    assert to_json_lines(panel.text_of(1)) == stored


@pytest.mark.parametrize("name", ["right to left", "wide", "odd", "300 footnotes"])
async def test_a_click_and_every_arrow_leave_characters_whole(panel, name):
    show(panel, TEXTS[name])
    before = letters(panel.text_of(1))
    for across in range(60, 500, 40):
        QTest.mouseClick(panel.edit.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(across, 120))
        press(panel, Key.Key_Right)
        QTest.keyClicks(panel.edit, "x")
    assert letters(panel.text_of(1)).replace("x", "") == before


async def test_no_caret_that_was_kept_stands_inside_a_character(panel):
    show(panel, document_of("a😀b𠮷c"))
    for position in range(9):
        panel.edit.set_caret_position(position)
        QTest.keyClicks(panel.edit, "x")
        assert panel.text_of(1).plain_text.replace("x", "") == "a😀b𠮷c"
        undo_all(panel)
    panel.show_text(2, document_of("😀😀"), title="", caret=3)
    QTest.keyClicks(panel.edit, "x")
    assert panel.text_of(2).plain_text == "😀x😀"


@pytest.mark.parametrize("words", INSERTED)
async def test_comments_stand_on_their_words_after_edits_before_them(panel, words):
    show(panel, comments(100, 5))
    found = Passages(panel.edit.live)
    for place in (0, 5):
        panel.edit.set_caret_position(place)
        paste(panel, words)
        for number, passage in enumerate(found.all()):
            said = f"said {number}"
            assert (passage.mark, passage.text) == (mark(number)[0].value, said)
            assert between(panel, passage.position, passage.position + len(said)) == said


@pytest.mark.parametrize("words", INSERTED)
async def test_footnotes_are_where_their_marks_are_after_edits_before_them(panel, words):
    show(panel, notes())
    panel.edit.set_caret_position(0)
    paste(panel, words)
    found = panel.edit.live.notes.all()
    assert [each.attrs["id"] for each in found] == [f"n{number}" for number in range(300)]
    marks = panel.edit.document()
    assert {marks.characterAt(each.position) for each in found} == {"\ufffc"}
    assert [panel.edit.live.notes.number_at(e.position) for e in found] == list(range(1, 301))
    press(panel, Key.Key_Delete, SHIFT)
    assert len(panel.edit.live.notes) == 300


@pytest.mark.parametrize("words", INSERTED)
async def test_bookmarks_stand_on_their_words_after_edits_before_them(panel, words):
    lines = ["𠮷😀. Here it is.", HEBREW + ". Here too.", ARABIC + "e\u0301. Here."]
    show(panel, document_of(*lines))
    for number, line in enumerate(lines):
        cursor = QTextCursor(panel.edit.document())
        cursor.setPosition(codec.position_of(panel.edit.document(), number, len(line) - 2))
        assert bookmarks.set_bookmark(cursor)
    panel.edit.set_caret_position(0)
    paste(panel, words)
    found = list(bookmarks.places(panel.edit.document()).values())
    assert [between(panel, place, place + 4) for place in found] == ["Here"] * 3


@pytest.mark.parametrize("words", INSERTED)
async def test_what_is_found_is_what_stands_there(panel, words):
    finder = Finder([Pattern("𠮷野")])
    text = document_of(*[(WIDE + HEBREW + ARABIC) * 3] * 20)
    show(panel, text)
    panel.edit.set_caret_position(0)
    paste(panel, words)
    found = list(places_in(panel.edit.document(), finder))
    assert {between(panel, place.start, place.end) for place in found} == {"𠮷野"}
    assert len(found) == letters(panel.text_of(1)).count("𠮷野") == 60


async def test_what_is_saved_is_every_character(panel, store):
    for name, text in TEXTS.items():
        store.saves.clear()
        show(panel, d.EMPTY)
        panel.replace_text(1, text)
        panel.edit.set_caret_position(0)
        QTest.keyClicks(panel.edit, "x")
        await panel.flush()
        saved = from_json_lines(to_json_lines(store.saves[-1][1]))
        assert letters(saved) == "x" + letters(text), name


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2029", "\u2028"])
async def test_each_way_to_end_a_line_is_a_paragraph(panel, ending):
    show(panel, d.EMPTY)
    paste(panel, f"one 😀{ending}two 𠮷{ending}three")
    assert [block.plain_text for block in panel.text_of(1)] == ["one 😀", "two 𠮷", "three"]


@pytest.mark.parametrize("plainly", [False, True])
async def test_odd_characters_are_copied_and_pasted(panel, plainly):
    odd = ODD.replace("\r\n", "").replace("\u2028", "").replace("\u2029", "").replace("\r", "")
    odd = odd.replace("\x0b", "").replace("\x85", "")  # these end lines where words are plain
    text = Document((d.Block("p", (Run(odd),)),))
    show(panel, text)
    panel.edit.selectAll()
    press(panel, Key.Key_C, CTRL)
    press(panel, Key.Key_Delete)
    panel.edit.paste_plain() if plainly else panel.edit.paste()
    assert letters(panel.text_of(1)) == odd
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize(
    "size", [500_000, pytest.param(5_000_000, marks=pytest.mark.full)], ids=["500 kB", "5 MB"]
)
async def test_very_much_at_once_is_pasted_and_taken_back(panel, size):
    show(panel, document_of("before"))
    line = "The tide came in 😀 𠮷. " * 50 + "\x00"
    count = size // len(line.encode())
    panel.edit.set_caret_position(6)
    paste(panel, "\n".join([line] * count))
    assert letters(panel.text_of(1)) == "before" + line * count
    press(panel, Key.Key_Z, CTRL)
    assert panel.text_of(1) == document_of("before")
