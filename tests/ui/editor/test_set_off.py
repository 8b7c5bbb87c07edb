# SPDX-License-Identifier: MIT
"""Letters, quotations and verse: set off from the prose, and told from each other at a glance."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from novelist.domain import document as d
from novelist.domain.document import Block, Document, Run
from novelist.ui.editor.formatting import Formatting
from novelist.ui.editor.ornaments import paint_ornament
from novelist.ui.editor.picture_painting import room_of_block

CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def document(*kinds):
    return Document(tuple(Block(kind, (Run(f"Words {n}."),)) for n, kind in enumerate(kinds)))


def block(page, number):
    return page.edit.document().findBlockByNumber(number)


def gaps_between(page):
    """The pixels between the lines of each block and the one before."""
    layout = page.edit.document().documentLayout()
    layout.documentSize()
    tops = [block(page, n).layout().position().y() for n in range(len(page.kinds))]
    line = page.edit.style_of_page.line
    return [round(below - above - line) for above, below in pairwise(tops)]


def indents(page):
    return [block(page, n).blockFormat().textIndent() > 0 for n in range(len(page.kinds))]


def left_of(page, number):
    """Where the letters of a block begin."""
    return block(page, number).layout().lineAt(0).cursorToX(0)[0]


def rule_beside(page):
    """The numbers of the blocks with a rule beside all of their first line's lower half."""
    image = page.edit.viewport().grab().toImage()
    wanted = page.edit.paper.colour("line_button")
    found = []
    for number in range(len(page.kinds)):
        page.put_caret(number, 0)
        line = page.edit.cursorRect()
        rows = range(line.center().y(), line.bottom())
        edge = round(page.edit.style_of_page.em * 2)
        if any(all(image.pixelColor(x, y) == wanted for y in rows) for x in range(edge)):
            found.append(number)
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_rule_tells_a_letter_from_a_quotation(page, language):
    page.language = language
    page.show(document("p", d.LETTER, d.LETTER, "p", d.QUOTATION, d.VERSE))
    assert rule_beside(page) == [1, 2]


def test_the_rule_comes_and_goes_with_the_key(page, theme, icons):
    _keys = Formatting(page.edit, theme, icons)
    page.show(document("p", "p", "p"))
    page.put_caret(1, 0)
    QTest.keyClick(page.edit, Key.Key_7, CONTROL)
    assert rule_beside(page) == [1]
    page.put_caret(1, 0)
    QTest.keyClick(page.edit, Key.Key_5, CONTROL)
    assert rule_beside(page) == []
    assert page.kinds == ["p", d.QUOTATION, "p"]


def test_the_rule_of_a_letter_has_no_holes_where_space_parts_paragraphs(page):
    page.edit.set_settings(replace(page.edit.settings, spaced=True))
    page.show(document(d.LETTER, d.LETTER))
    page.put_caret(0, 0)
    top = page.edit.cursorRect().center().y()
    page.put_caret(1, 0)
    bottom = page.edit.cursorRect().center().y()
    image, wanted = page.edit.viewport().grab().toImage(), page.edit.paper.colour("line_button")
    x = round(page.edit.style_of_page.em)
    assert all(image.pixelColor(x, y) == wanted for y in range(top, bottom))


def test_the_rule_has_no_seams_where_a_page_begins_between_two_pixels(page, theme):
    page.show(document(d.LETTER, d.LETTER, d.LETTER))
    image = QImage(100, 300, QImage.Format.Format_RGB32)
    image.fill(theme.colour("page"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(0, 0.4)
    for number in range(3):
        paint_ornament(painter, block(page, number), room_of_block(block(page, number)), theme)
    painter.end()
    x = round(page.edit.style_of_page.em)
    shades = {image.pixelColor(x, y).name() for y in range(300)}
    assert shades == {theme.colour("page").name(), theme.colour("line_button").name()}


@pytest.mark.parametrize("kind", [d.LETTER, d.QUOTATION])
def test_space_sets_it_off_and_none_parts_its_paragraphs(page, kind):
    page.show(document("p", kind, kind, "p", "p"))
    half = round(page.edit.style_of_page.line / 2)
    assert gaps_between(page) == [half, 0, half, 0]


def test_space_follows_what_is_written(page):
    page.show(document("p", d.LETTER, "p"))
    page.put_caret(1, 0)
    page.edit.set_kind(d.PARAGRAPH)
    assert gaps_between(page) == [0, 0]
    page.edit.undo()
    half = round(page.edit.style_of_page.line / 2)
    assert gaps_between(page) == [half, half]


def test_what_begins_a_letter_and_what_follows_it_is_not_indented_in_english(page):
    page.show(document("p", "p", d.LETTER, d.LETTER, "p", "p"))
    assert indents(page) == [False, True, False, True, False, True]


def test_a_chinese_stanza_begins_further_in_than_paragraphs(page):
    page.language = "zh"
    page.show(document("p", d.VERSE, "p"))
    assert left_of(page, 1) > left_of(page, 0) == left_of(page, 2) > 0
