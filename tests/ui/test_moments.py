# SPDX-License-Identifier: MIT
"""Days and times in the middle of a sentence, at its beginning and where there is little room."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from novelist.ui.moments import (
    dated_label,
    day_within,
    moment_label,
    moment_within,
    short_label,
)

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("day", "label", "within", "short"),
    [
        (21, "Today, 09:05", "today at 09:05", "09:05"),
        (20, "Yesterday, 09:05", "yesterday at 09:05", "Yesterday"),
        (18, "18 November, 09:05", "on 18 November at 09:05", "18 November"),
    ],
)
def test_a_moment_is_said_as_its_place_asks(qapp, monkeypatch, day, label, within, short):
    monkeypatch.setattr("novelist.ui.moments.time_label", lambda moment: f"{moment:%H:%M}")
    moment = datetime(2026, 11, day, 9, 5).astimezone()
    assert moment_label(moment, TODAY) == label
    assert moment_within(moment, TODAY) == within
    assert short_label(moment, TODAY) == short
    assert day_within(moment.date(), TODAY) == within.removesuffix(" at 09:05")
    assert dated_label(moment) == f"{day} November 2026, 09:05"
