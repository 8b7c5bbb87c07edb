# SPDX-License-Identifier: MIT
"""Colours of other programs come as the hue that looks most like them."""

from __future__ import annotations

import pytest

from novelist.domain.enums import Hue
from novelist.domain.hues import nearest_hue


@pytest.mark.parametrize(
    ("colour", "hue"),
    [
        ("#ff0000", Hue.CLAY), ("#ff7700", Hue.CLAY), ("#ffcc00", Hue.OCHRE), ("#00aa00", Hue.MOSS),
        ("#00b0b0", Hue.TEAL), ("#0000ff", Hue.INDIGO), ("#c000a0", Hue.PLUM),
        ("#808080", Hue.SLATE), ("#FFFFFF", Hue.SLATE), ("#000000", Hue.SLATE),
    ],
)  # fmt: skip
def test_the_nearest(colour, hue):
    assert nearest_hue(colour) is hue


@pytest.mark.parametrize("colour", ["", "red", "#12345", "#gggggg", "#1234567"])
def test_what_is_no_colour(colour):
    assert nearest_hue(colour) is None
