# SPDX-License-Identifier: MIT
"""Lines under words: they stay with these whatever is typed, and are painted where they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTextCursor, QTextDocument

from novelist.domain.document import document_of
from novelist.ui.editor import underlines as underlines_module
from novelist.ui.editor.colouring import Layers
from novelist.ui.editor.rows import rows_of
from novelist.ui.editor.underlines import Line, Underline, Underlines, paint_underlines


@pytest.fixture
def live(page):
    page.show(document_of("A qat 😀 baq here.", "And a dwq."))
    return page.edit.live


def words(live, number=0):
    """The words that are underlined in a block."""
    return underlined(live.document.findBlockByNumber(number), live.underlines)


def underlined(block, underlines):
    wide = block.text().encode("utf-16-le", "surrogatepass")
    found = [wide[2 * each.start : 2 * each.end] for each in underlines.of(block)]
    return [each.decode("utf-16-le", "replace") for each in found]


def underline(live, *found, number=0):
    """Underline words of a block with waves; whether that changed anything."""
    block = live.document.findBlockByNumber(number)
    text = block.text()
    lines = [
        Underline(len(text[: text.index(word)].encode("utf-16-le")) // 2, len(word), Line.WAVE)
        for word in found
    ]
    return live.underlines.put(block, lines)


def insert(live, position, text):
    cursor = QTextCursor(live.document)
    cursor.setPosition(position)
    cursor.insertText(text)


def test_what_is_typed_moves_the_lines_behind_it(live):
    underline(live, "qat", "baq")
    insert(live, 6, "𠀀 ")
    assert words(live) == ["qat", "baq"]


def test_a_word_that_is_changed_loses_its_line(live):
    underline(live, "qat", "baq")
    insert(live, 4, "u")
    assert words(live) == ["baq"]


def test_a_paragraph_that_is_split_and_joined_again_keeps_what_stands_before(live):
    underline(live, "qat", "baq")
    underline(live, "dwq", number=1)
    insert(live, 6, "\n")
    assert words(live) == ["qat"]
    assert (words(live, 1), words(live, 2)) == ([], ["dwq"])


def test_words_in_bold_keep_their_lines(live, page):
    underline(live, "qat", "baq")
    page.put_caret(0, 0)
    page.edit.selectAll()
    page.edit.toggle_mark("strong")
    assert words(live) == ["qat", "baq"]


def test_undo_of_a_whole_paragraph_leaves_no_line_in_a_wrong_place(live):
    underline(live, "qat", "baq")
    cursor = QTextCursor(live.document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    assert words(live) == []
    live.document.undo()
    assert words(live) in ([], ["qat", "baq"])


def test_of_paragraphs_that_are_gone_nothing_is_kept_for_long(live, monkeypatch):
    monkeypatch.setattr("novelist.ui.editor.underlines._SPARE", 2)
    for _ in range(20):
        underline(live, "qat")
        insert(live, 0, "\n")
        QTextCursor(live.document.firstBlock()).deleteChar()
        live.document.setPlainText("A qat")
    assert len(live.underlines) <= 5


def test_only_what_is_underlined_otherwise_is_painted_again(live, page):
    painted = []
    page.documents.layers.underlined.connect(lambda _document, area: painted.append(area))
    assert underline(live, "qat")
    assert not underline(live, "qat")
    block = live.document.documentLayout().blockBoundingRect(live.document.firstBlock())
    (area,) = painted
    assert area.intersects(block)
    assert area.height() < 1.5 * block.height()


def test_of_a_long_paragraph_only_the_lines_with_other_words_are_painted_again(live, page):
    live.document.setPlainText("A qat saw a baq and then " * 40)
    block, layout = live.document.firstBlock(), live.document.firstBlock().layout()
    page.edit.cursorRect()
    words = [Underline(place, 3, Line.WAVE) for place in range(2, block.length() - 3, 10)]
    live.underlines.put(block, words)
    painted = []
    page.documents.layers.underlined.connect(lambda _document, area: painted.append(area))
    live.underlines.put(block, words[:20] + words[21:])
    line = layout.lineForTextPosition(words[20].start)
    (area,) = painted
    top = layout.position().y() + line.y()
    assert area.top() <= top
    assert area.bottom() >= top + line.height()
    assert area.height() < 3 * line.height()


EDITS = st.tuples(st.integers(0, 40), st.sampled_from(["x", " ", "😀", "\n", ""]))


@given(edits=st.lists(EDITS))
def test_no_line_is_ever_under_another_word(edits):
    document = QTextDocument("A qat 😀 baq here, and a qat.")
    document.documentLayout()  # without one Qt tells nobody of an edit
    underlines, block = Underlines(document, Layers(document)), document.firstBlock()
    underlines.put(block, [Underline(2, 3, Line.WAVE), Underline(9, 3, Line.DOTS)])
    for place, text in edits:
        cursor = QTextCursor(document)
        cursor.setPosition(min(place, document.characterCount() - 1))
        cursor.insertText(text) if text else cursor.deletePreviousChar()
        assert set(underlined(document.firstBlock(), underlines)) <= {"qat", "baq"}


@pytest.mark.parametrize("line", Line)
def test_lines_are_painted_under_their_words_in_the_colour_of_the_theme(live, theme, line):
    block = live.document.firstBlock()
    area = live.document.documentLayout().blockBoundingRect(block)
    area.moveTop(0)
    image = QImage(600, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_underlines(painter, block, area, area, [Underline(2, 3, line)], theme)
    painter.end()
    row = block.layout().lineAt(0)
    left, right = (round(row.cursorToX(place)[0] + area.left()) for place in (2, 5))
    inked = [
        x
        for x in range(600)
        if any(image.pixelColor(x, y) != QColor("white") for y in range(image.height()))
    ]
    assert inked
    assert left - 3 <= inked[0] <= left + 3
    assert right - 6 <= inked[-1] <= right + 3


@pytest.mark.parametrize("strip", [7, 30, 500])
def test_what_is_painted_strip_by_strip_is_what_is_painted_at_once(live, theme, strip):
    document = live.document
    document.setPlainText("A qat saw a baq and then " * 40)
    block = document.firstBlock()
    area = document.documentLayout().blockBoundingRect(block)
    lines = [Underline(place, 3, Line.WAVE) for place in range(2, block.length() - 3, 10)]

    def painted(clips):
        image = QImage(700, round(area.bottom()) + 10, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        for clip in clips:
            painter.setClipRect(clip)
            paint_underlines(painter, block, area, clip, lines, theme)
        painter.end()
        return image

    whole = QRectF(0, 0, 700, area.bottom() + 10)
    strips = [QRectF(0, top, 700, strip) for top in range(0, round(whole.height()), strip)]
    assert block.layout().lineCount() > 5
    assert painted(strips) == painted([whole])


def test_lines_beyond_what_is_painted_cost_nothing(live, theme, monkeypatch):
    document = live.document
    document.setPlainText("A qat saw a baq and then " * 200)
    block = document.firstBlock()
    area = document.documentLayout().blockBoundingRect(block)
    lines = [Underline(place, 3, Line.WAVE) for place in range(2, block.length() - 3, 10)]
    asked = []
    monkeypatch.setattr(
        underlines_module, "rows_of", lambda *place: asked.append(place) or rows_of(*place)
    )
    image = QImage(700, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    line = block.layout().lineAt(block.layout().lineCount() // 2)
    clip = QRectF(0, area.top() + line.y(), 700, line.height())
    paint_underlines(painter, block, area, clip, lines, theme)
    painter.end()
    assert 3 <= len(asked) <= 40
