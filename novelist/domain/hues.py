# SPDX-License-Identifier: MIT
"""Which of the seven hues of labels a colour of another program is nearest to."""

from __future__ import annotations

import colorsys
import re
from typing import Final

from novelist.domain.enums import Hue

_COLOUR: Final = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")
_GREY: Final = 0.15  # of saturation; less looks grey
_ANGLES: Final = {  # on the colour circle, in degrees
    Hue.CLAY: 14, Hue.OCHRE: 45, Hue.MOSS: 100, Hue.TEAL: 178, Hue.INDIGO: 232, Hue.PLUM: 315,
}  # fmt: skip


def nearest_hue(colour: str) -> Hue | None:
    """The hue nearest to "#rrggbb"; None for what is no such colour."""
    found = _COLOUR.fullmatch(colour)
    if found is None:
        return None
    red, green, blue = (int(part, 16) / 255 for part in found.groups())
    angle, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _GREY or value < _GREY:
        return Hue.SLATE
    return min(_ANGLES, key=lambda hue: _apart(angle * 360, _ANGLES[hue]))


def _apart(one: float, other: float) -> float:
    """How far two angles are apart, the shorter way round."""
    return abs((one - other + 180) % 360 - 180)
