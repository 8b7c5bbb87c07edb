# SPDX-License-Identifier: MIT
"""The head of the history where there is little room."""

from __future__ import annotations

import pytest

from novelist.ui.history.head_line import HeadLine

WHEN = "Yesterday, 11:45 AM, compared with now"


@pytest.mark.parametrize(("room", "whole"), [(600, ("title", "when")), (420, ("when",)), (200, ())])
def test_the_title_is_cut_before_the_moment(qtbot, theme, room, whole):
    line = HeadLine(theme)
    qtbot.addWidget(line)
    line.resize(room, 40)
    line.say("What the harbourmaster said", WHEN)
    shown = {"title": line.title, "when": line.subtitle}
    fits = [name for name, part in shown.items() if part.width() >= part.sizeHint().width()]
    assert tuple(fits) == whole
    assert line.title.width() >= min(line.title.sizeHint().width(), 96)
