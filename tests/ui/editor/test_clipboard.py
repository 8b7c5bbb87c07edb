# SPDX-License-Identifier: MIT
"""Copying, pasting and dropping on the page."""

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDropEvent,
    QGuiApplication,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from novelist.domain import document as d
from novelist.domain.document import Block, Document, Run
from novelist.ui.editor import clipboard, codec
from tests.strategies import KNOWN_DOCUMENTS
from tests.ui.drags import drag_enter, drag_move, let_go

CONTROL = Qt.KeyboardModifier.ControlModifier


def html(words):
    data = QMimeData()
    data.setHtml(words)
    data.setText("plain")
    return data


def copied(document):
    data = QMimeData()
    clipboard.put_into(data, document)
    return data


def plain(words):
    data = QMimeData()
    data.setText(words)
    return data


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(KNOWN_DOCUMENTS)
def test_our_own_form_on_the_clipboard_loses_nothing(qapp, document):
    assert clipboard.from_mime(copied(document)) == document


def test_a_copy_can_be_read_by_other_programs():
    document = Document((Block("h", (Run("A"),), {"level": 2}), d.paragraph("<b> & c", "em")))
    data = copied(document)
    assert data.text() == "A\n<b> & c"
    assert data.html() == "<h2>A</h2><p><em>&lt;b&gt; &amp; c</em></p>"


def test_a_damaged_form_of_ours_falls_back_to_html():
    data = html("<i>a</i>")
    data.setData(clipboard.MIME_TYPE, b"nonsense")
    assert clipboard.from_mime(data) == Document((d.paragraph("a", "em"),))


def test_pasting_words_joins_the_paragraph(page):
    page.show(d.document_of("ad"))
    page.put_caret(0, 1)
    page.edit.insertFromMimeData(html("<p>b<i>c</i></p>"))
    QTest.keyClicks(page.edit, "!")
    assert page.lines == ["abc!d"]
    assert Run("c!", d.marks("em")) in page.document.blocks[0].inlines


def test_pasting_blocks_splits_the_paragraph(page):
    page.show(d.document_of("ad"))
    page.put_caret(0, 1)
    page.edit.insertFromMimeData(html("<p>b</p><h1>h</h1><p>c</p>"))
    assert page.document.blocks == (
        d.paragraph("ab"),
        Block("h", (Run("h"),), {"level": 1}),
        d.paragraph("cd"),
    )
    page.edit.undo()
    assert page.document == d.document_of("ad")


def test_pasting_a_heading_into_an_empty_paragraph_keeps_it(page):
    page.show(d.EMPTY)
    page.edit.insertFromMimeData(html("<h2>h</h2>"))
    assert page.document == Document((Block("h", (Run("h"),), {"level": 2}),))


def test_pasting_a_scene_break_in_the_middle_keeps_the_rest(page):
    page.show(d.document_of("ab"))
    page.put_caret(0, 1)
    page.edit.insertFromMimeData(html("<p>x</p><hr>"))
    assert page.document.blocks == (d.paragraph("ax"), Block("break"), d.paragraph("b"))


def test_pasting_into_a_scene_break_leaves_it_whole(page):
    page.show(Document((Block("break"), d.paragraph("b"))))
    page.put_caret(0, 0)
    page.edit.insertFromMimeData(plain("x"))
    assert page.document.blocks == (Block("break"), d.paragraph("x"), d.paragraph("b"))


def test_plain_text_takes_the_marks_of_the_caret_and_replaces_the_selection(page):
    page.show(Document((d.paragraph("abc", "em"),)))
    page.select((0, 1), (0, 2))
    page.edit.insertFromMimeData(plain("x\ny"))
    assert page.lines == ["ax", "yc"]
    page.put_caret(0, 2)
    page.edit.insertFromMimeData(plain(" z "))
    assert page.document.blocks[0].plain_text == "ax z "


def test_pasting_as_plain_text_takes_the_words_alone(page):
    QGuiApplication.clipboard().setMimeData(html("<b>bold</b>"))
    page.show(d.EMPTY)
    page.edit.paste_plain()
    QGuiApplication.clipboard().clear()  # an object of Python must not outlive Python there
    assert page.document == d.document_of("plain")


def test_cut_and_paste_move_text_with_its_marks(page):
    page.show(Document((d.paragraph("one", "em"), Block("break"), d.paragraph("two"))))
    page.select((0, 1), (2, 1))
    QTest.keyClick(page.edit, Qt.Key.Key_X, CONTROL)
    assert page.lines == ["owo"]
    offered = QGuiApplication.clipboard().mimeData()
    assert offered.text() == "ne\n* * *\nt"
    assert offered.hasFormat(clipboard.MIME_TYPE)
    QTest.keyClick(page.edit, Qt.Key.Key_V, CONTROL)
    assert page.document.blocks == (
        Block("p", (Run("one", d.marks("em")),)),
        Block("break"),
        d.paragraph("two"),
    )


def test_files_are_not_text(page):
    page.show(d.EMPTY)
    data = plain("file:///etc/passwd")
    data.setUrls([QUrl.fromLocalFile("/etc/passwd")])
    assert not page.edit.canInsertFromMimeData(data)
    page.edit.insertFromMimeData(data)
    assert page.document == d.EMPTY


def test_nothing_is_pasted_into_a_text_that_is_only_to_be_read(page):
    page.show(d.EMPTY)
    page.edit.setReadOnly(True)
    assert not page.edit.canInsertFromMimeData(plain("x"))


def test_a_whole_novel_can_be_pasted(page):
    page.show(d.EMPTY)
    page.edit.insertFromMimeData(plain("\n".join(["words and words"] * 5000)))
    assert len(page.document) == 5000


@pytest.mark.parametrize("words", ["", "   ", "\n\n"])
def test_pasting_nothing_changes_nothing(page, words):
    page.show(d.document_of("a"))
    page.edit.insertFromMimeData(plain(words))
    assert page.lines[0].strip() == "a"


def drop(page, data, block, offset):
    """Let something fall on a place in the text, as another program would."""
    cursor = QTextCursor(page.edit.document())
    cursor.setPosition(codec.position_of(page.edit.document(), block, offset))
    point = page.edit.cursorRect(cursor).center()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    viewport = page.edit.viewport()
    enter = drag_enter(point, action, data)
    QApplication.sendEvent(viewport, enter)
    move = drag_move(point, action, data)
    QApplication.sendEvent(viewport, move)
    let_go(viewport, move, QDropEvent(QPointF(point), action, data, buttons, keys))


def test_dropped_words_go_where_they_fall(page):
    page.show(d.document_of("one", "two"))
    drop(page, html("<b>!</b>"), 1, 3)
    assert page.document.blocks[1].inlines == (Run("two"), Run("!", d.marks("strong")))


def test_dropped_files_go_nowhere(page):
    page.show(d.document_of("one"))
    data = plain("/etc/passwd")
    data.setUrls([QUrl.fromLocalFile("/etc/passwd")])
    drop(page, data, 0, 3)
    assert page.document == d.document_of("one")


def test_words_are_selected_with_the_mouse_and_typed_over(page):
    page.show(d.document_of("one two"))
    rect = page.edit.cursorRect(QTextCursor(page.edit.document().firstBlock()))
    point = rect.center() + QPoint(12, 0)
    QTest.mouseDClick(page.edit.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseRelease(page.edit.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
    QTest.keyClicks(page.edit, "1")
    assert page.document == d.document_of("1 two")
