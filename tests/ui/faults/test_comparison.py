# SPDX-License-Identifier: MIT
"""Two texts compared in a sheet: set as the page sets them, with what differs marked."""

from __future__ import annotations

import pytest

from novelist.domain.document import document_of
from novelist.ui.editor.styles import PageStyle
from novelist.ui.faults.comparison import ComparisonView

OLD = document_of("The tide was impossible.", "Ines wrote it down.")
NEW = document_of("The tide was strange.", "Ines wrote it down.")


@pytest.fixture
def view(qtbot, theme):
    made = ComparisonView(theme)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    return made


def test_what_went_and_what_came_for_it_do_not_run_together(view):
    view.show_texts(OLD, NEW, "en")
    assert view.toPlainText() == "The tide was impossible\u2009strange.\nInes wrote it down."


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_compared_texts_have_the_indents_and_lines_of_the_page(view, theme, language):
    style = PageStyle.of(language)
    view.show_texts(OLD, NEW, language)
    blocks = [view.document().findBlockByNumber(number).blockFormat() for number in range(2)]
    assert blocks[1].textIndent() == style.indent > 0
    assert {block.lineHeight() for block in blocks} == {style.line}
    assert view.document().defaultFont().pixelSize() == theme.book_size(language)


@pytest.mark.parametrize("width", [400, 712, 900])
def test_compared_texts_are_no_wider_than_the_page_and_never_cut(view, width):
    view.show_texts(OLD, document_of("The tide was strange. " * 200), "en")
    view.resize(width, 400)
    drawn = view.document().documentLayout().documentSize().width()
    assert drawn <= min(view.viewport().width(), PageStyle.of("en").measure + 32)
    left = view.viewport().x()
    assert abs(left - (view.viewport().width() - drawn)) <= 16  # in the middle


def test_shown_texts_take_the_colours_of_a_new_theme(view, theme):
    view.show_texts(OLD, NEW, "en")
    theme.set_choice("dark")
    marked = view.document().begin().begin()
    grounds = set()
    while not marked.atEnd():
        grounds.add(marked.fragment().charFormat().background().color().name())
        marked += 1
    assert {theme.colour(name).name() for name in ("diff_add", "diff_del")} <= grounds
