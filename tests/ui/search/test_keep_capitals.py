# SPDX-License-Identifier: MIT
"""Capitals are kept of plain words; an expression is replaced as it is typed."""

from __future__ import annotations

from novelist.services.finding.finding import Scope
from novelist.ui.search.side import SearchSide


def test_it_is_off_while_an_expression_is_looked_for_and_comes_back_behind_it(qtbot, theme, icons):
    side = SearchSide(theme, icons)
    qtbot.addWidget(side)
    expression = side.wanted.switches["expression"]
    expression.click()
    assert (side.keep.isChecked(), side.keep.isEnabled()) == (False, False)
    assert "as you type" in side.keep.toolTip()
    assert "capitals" in side.options
    expression.click()
    assert (side.keep.isChecked(), side.keep.isEnabled()) == (True, True)


def test_a_choice_that_was_remembered_with_an_expression_stays(qtbot, theme, icons):
    side = SearchSide(theme, icons)
    qtbot.addWidget(side)
    side.set_options(Scope.NOVEL, ["expression", "capitals"])
    assert (side.keep.isChecked(), side.options) == (False, ["expression", "capitals"])
