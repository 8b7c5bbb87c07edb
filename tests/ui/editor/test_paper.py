# SPDX-License-Identifier: MIT
"""The colours of the page are chosen apart from the window's, and all stays readable on them."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor

from novelist.ui.editor.paper import PAPERS, Paper, contrast
from novelist.ui.theme import THEME_NAMES, load_tokens


@pytest.fixture
def paper(theme):
    keeper = QObject()
    yield Paper(theme, keeper)
    keeper.deleteLater()


def test_as_the_window_it_is_the_window(theme, paper):
    for name in THEME_NAMES:
        theme.set_choice(name)
        assert all(
            paper.colour(token) == theme.colour(token) for token in load_tokens()["color"]["light"]
        )
        assert paper.name == name


@pytest.mark.parametrize("sheet", PAPERS[1:-1])
@pytest.mark.parametrize("name", THEME_NAMES)
def test_every_sheet_can_be_read_in_every_window(theme, paper, sheet, name):
    theme.set_choice(name)
    paper.choose(sheet)
    page = paper.colour("page")
    assert contrast(paper.colour("text"), page) > 7
    for quiet in ("text_2", "text_3", "accent", "spell"):
        assert contrast(paper.colour(quiet), page) > 3.5, quiet
    for ground in ("text_select", "find", "comment"):
        assert contrast(paper.colour("text"), paper.colour(ground)) > 4.5, ground


def test_a_sheet_stays_when_the_window_takes_another_theme(theme, paper):
    heard = []
    paper.theme_changed.connect(lambda: heard.append(paper.name))
    paper.choose("night")
    theme.set_choice("sepia")
    assert paper.colour("page") == QColor("#111010")
    assert len(heard) == 2
    paper.choose("night")
    assert len(heard) == 2  # nothing is another colour: nothing is painted anew


def test_colours_of_ones_own_and_what_is_none(paper, theme):
    paper.choose("own", "#102030", "#E0E0D0")
    assert (paper.colour("page"), paper.colour("text")) == (QColor("#102030"), QColor("#E0E0D0"))
    assert contrast(paper.colour("spell"), paper.colour("page")) > 3
    paper.choose("own", "no colour", "")
    assert paper.colour("page") == theme.colour("page")


def test_names_differ_so_that_nothing_painted_is_kept_for_another_paper(paper):
    names = set()
    for sheet in PAPERS[:-1]:
        paper.choose(sheet)
        names.add(paper.name)
    for ink in ("#000000", "#111111"):
        paper.choose("own", "#FFFFFF", ink)
        names.add(paper.name)
    assert len(names) == len(PAPERS) - 1 + 2
