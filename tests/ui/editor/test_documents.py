# SPDX-License-Identifier: MIT
"""The open texts and their histories."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from novelist.domain import document as d
from novelist.ui.editor.documents import Documents
from novelist.ui.editor.page import PageSettings
from novelist.ui.editor.styles import PageStyle

STYLE = PageStyle()


@pytest.fixture
def keeper(theme):
    return QObject()


@pytest.fixture
def documents(theme, keeper):
    return Documents(theme, keeper, limit=2)


def test_a_text_keeps_its_history_while_another_is_shown(page):
    page.show(d.document_of("a"), 1)
    page.put_caret(0, 1)
    QTest.keyClicks(page.edit, "b")
    page.show(d.document_of("c"), 2)
    page.show(d.document_of("ab"), 1)
    assert page.lines == ["ab"]
    assert page.edit.textCursor().position() == 2
    page.edit.undo()
    assert page.lines == ["a"]


def test_a_text_is_laid_out_once_it_is_shown(documents, page):
    text = documents.open(1, d.document_of("long " * 500), STYLE)
    assert not text.document.isLayoutEnabled()
    page.edit.show_live(text, "en")
    layout = text.document.documentLayout()
    assert layout.blockBoundingRect(text.document.firstBlock()).height() > 100
    page.edit.show_nothing()  # its document goes with the fixture


def test_a_text_that_is_replaced_out_of_sight_is_laid_out_when_it_is_looked_at(page):
    page.show(d.document_of("short"), 1)
    page.edit.hide()
    page.edit.replace_shown(d.document_of("long " * 500))
    page.edit.show()
    layout = page.edit.document().documentLayout()
    assert layout.blockBoundingRect(page.edit.document().firstBlock()).height() > 100


def test_a_long_text_that_is_replaced_in_sight_is_laid_out_bit_by_bit(page, qtbot):
    page.show(d.document_of("short"), 1)
    page.edit.replace_shown(d.document_of(*["long " * 500] * 200))
    last = page.edit.document().lastBlock().layout()
    assert last.lineCount() == 0
    qtbot.waitUntil(lambda: last.lineCount() > 0)


def test_a_text_that_is_gone_back_to_is_set_in_the_zoom_of_now(page):
    heights = []
    for item_id, zoom in ((1, 1.0), (2, 1.0), (2, 2.0), (1, 2.0), (2, 2.0), (2, 1.0), (1, 1.0)):
        page.show(d.document_of("one line"), item_id)
        page.edit.set_settings(PageSettings(zoom=zoom))
        document = page.edit.document()
        rect = document.documentLayout().blockBoundingRect(document.firstBlock())
        heights.append((item_id, rect.height()))
    single, double = heights[0][1], heights[2][1]
    assert double > 1.8 * single
    assert [height for item_id, height in heights if item_id == 1] == [single, double, single]
    assert [height for item_id, height in heights if item_id == 2] == [
        single,
        double,
        double,
        single,
    ]


def test_the_longest_unused_text_is_forgotten(documents):
    for item_id in (1, 2, 3):
        documents.open(item_id, d.EMPTY, STYLE)
    assert [item_id in documents for item_id in (1, 2, 3)] == [False, True, True]


def test_a_text_with_unsaved_words_is_never_forgotten(documents):
    text = documents.open(1, d.EMPTY, STYLE)
    QTextCursor(text.document).insertText("a")
    for item_id in (2, 3, 4):
        documents.open(item_id, d.EMPTY, STYLE)
    assert documents.find(1) is text
    assert 2 not in documents


def test_an_open_text_is_newer_than_what_was_read_for_it(documents):
    text = documents.open(1, d.document_of("a"), STYLE)
    QTextCursor(text.document).insertText("x")
    text.saved_revision = text.revision
    assert documents.open(1, d.document_of("a"), STYLE).snapshot() == d.document_of("xa")


def test_a_text_changed_elsewhere_begins_a_new_history(documents):
    text = documents.open(1, d.document_of("a"), STYLE)
    text.replace(d.document_of("b"))
    assert text.snapshot() == d.document_of("b")
    assert not text.is_dirty
    assert not text.document.isUndoAvailable()


def test_words_typed_before_a_change_from_elsewhere_can_be_brought_back(documents):
    text = documents.open(1, d.document_of("a"), STYLE)
    QTextCursor(text.document).insertText("x")
    text.replace(d.document_of("b", "c"))
    assert text.snapshot() == d.document_of("b", "c")
    assert not text.is_dirty
    text.document.undo()
    assert text.snapshot() == d.document_of("xa")
    assert text.is_dirty


def test_an_edit_is_announced_with_its_item(documents, qtbot):
    text = documents.open(7, d.EMPTY, STYLE)
    with qtbot.waitSignal(documents.text_edited) as heard:
        QTextCursor(text.document).insertText("a")
    assert heard.args == [7]


def test_a_text_that_is_gone_is_closed(documents):
    documents.open(1, d.EMPTY, STYLE)
    documents.close(1)
    documents.close(1)
    assert 1 not in documents
