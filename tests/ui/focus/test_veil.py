# SPDX-License-Identifier: MIT
"""What is dimmed and what stays bright, as it is painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from novelist.domain.document import document_of
from novelist.ui.focus.units import Unit, bright_range
from novelist.ui.focus.veil import Veil

THREE = ("One came in. Two went out.", "“Is it?” he said.", "“It is.” She left.", "Nobody spoke.")


@pytest.fixture
def veil(page, theme):
    theme.set_reduced_motion(True)
    result = Veil(page.edit, theme, page.edit)
    page.edit.veil = result
    return result


def bright(page, unit):
    start, end = bright_range(page.edit.textCursor(), unit, "en")
    return page.edit.document().toPlainText()[start:end]


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        (Unit.SENTENCE, "Two went out."),
        (Unit.LINE, "One came in. Two went out."),
        (Unit.PARAGRAPH, "One came in. Two went out."),
        (Unit.DIALOGUE, "One came in. Two went out."),
    ],
)
def test_what_is_at_the_caret_stays_bright(page, unit, said):
    page.show(document_of(*THREE))
    page.put_caret(0, 14)
    assert bright(page, unit) == said


def test_a_conversation_is_the_paragraphs_around_in_which_somebody_speaks(page):
    page.show(document_of(*THREE))
    page.put_caret(2, 3)
    assert bright(page, Unit.DIALOGUE) == "\n".join(THREE[1:3])


def test_what_is_selected_stays_bright_too(page):
    page.show(document_of(*THREE))
    page.select((1, 3), (3, 2))
    assert bright(page, Unit.PARAGRAPH) == "\n".join((THREE[1][3:], THREE[2], THREE[3]))


def darkest(page, block):
    """The darkest ink of a paragraph on the screen."""
    edit = page.edit
    rect = (
        edit.document().documentLayout().blockBoundingRect(edit.document().findBlockByNumber(block))
    )
    image = edit.viewport().grab(rect.toAlignedRect()).toImage()
    lights = [
        image.pixelColor(x, y).lightness()
        for x in range(image.width())
        for y in range(image.height())
    ]
    return min(lights)


def test_everything_but_the_paragraph_is_painted_dimmed_and_follows_the_caret(page, veil, theme):
    page.show(document_of(*THREE))
    page.put_caret(0, 3)
    veil.dim(Unit.PARAGRAPH)
    dim = theme.colour("text_dim").lightness()
    assert darkest(page, 0) < 60
    assert abs(darkest(page, 1) - dim) < 16
    QTest.keyClick(page.edit, Qt.Key.Key_Down)
    assert abs(darkest(page, 0) - dim) < 16
    assert darkest(page, 1) < 60


def test_an_empty_page_looks_the_same_under_the_veil(page, veil, theme):
    page.show(document_of("", "", ""))
    page.put_caret(2, 0)
    veil.dim(Unit.LINE)
    image = page.edit.viewport().grab().toImage()
    assert image.pixelColor(300, 500) == theme.colour("page")


def test_with_nothing_dimmed_nothing_is_painted_over_the_text(page, veil):
    page.show(document_of(*THREE))
    page.put_caret(0, 3)
    veil.dim(Unit.PARAGRAPH)
    veil.dim(Unit.OFF)
    assert not veil.is_visible
    assert darkest(page, 1) < 60


def test_it_comes_slowly_where_motion_is_wanted(page, veil, theme, monkeypatch):
    monkeypatch.setattr(theme, "duration", lambda _name: 200)
    page.show(document_of(*THREE))
    veil.dim(Unit.PARAGRAPH)
    assert not veil.is_visible
