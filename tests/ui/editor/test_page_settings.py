# SPDX-License-Identifier: MIT
"""How the page is set: the writer's choices, and the text that they never touch."""

from __future__ import annotations

from dataclasses import replace

import pytest

from novelist.domain.document import document_of
from novelist.settings import Settings
from novelist.ui.editor.page import PageSettings, page_settings


def lines_of(page):
    block = page.edit.document().firstBlock().next()
    return block.blockFormat()


def test_the_column_holds_as_many_letters_at_every_size(page):
    page.show(document_of("one", "two"))
    usual = page.edit.typesetting.column / page.edit.typesetting.font.pixelSize()
    page.edit.set_settings(PageSettings(zoom=1.5))
    large = page.edit.typesetting.column / page.edit.typesetting.font.pixelSize()
    assert large == pytest.approx(usual, rel=0.05)


def test_line_height_width_and_space_are_the_writers_choice(page):
    page.show(document_of("one", "two"))
    before, column = lines_of(page).lineHeight(), page.edit.typesetting.column
    assert lines_of(page).textIndent() > 0
    page.edit.set_settings(PageSettings(leading=150, width=80, spaced=True))
    assert lines_of(page).lineHeight() == pytest.approx(before * 1.5, abs=1)
    assert lines_of(page).textIndent() == 0
    assert lines_of(page).bottomMargin() > 0
    assert page.edit.typesetting.column == pytest.approx(column * 0.8, abs=1)


def test_another_setting_changes_neither_text_nor_history(page):
    page.show(document_of("one", "two"))
    before = page.edit.live.snapshot()
    page.edit.set_settings(PageSettings(leading=120, spaced=True))
    assert page.edit.live.snapshot() == before
    assert not page.edit.live.is_dirty


def test_settings_that_make_no_sense_are_kept_within_bounds():
    odd = replace(Settings(), leading=5, line_width=9_000, zoom=37)
    page = page_settings(odd, PageSettings())
    assert page.leading >= 80
    assert page.width <= 160
    assert page.zoom >= 0.7
