# SPDX-License-Identifier: MIT
"""Lengths of OpenDocument: "2.083in"."""

from __future__ import annotations

import re
from typing import Final

_LENGTH: Final = re.compile(r"(-?\d{1,9}(?:\.\d{0,9})?|-?\.\d{1,9})(in|cm|mm|pt|pc|px)")
_POINTS: Final = {
    "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0, "pc": 12.0, "px": 0.75,
}  # fmt: skip


def points(written: str) -> float:
    """A length in points; 0 for what is none."""
    found = _LENGTH.fullmatch(written.strip())
    return float(found[1]) * _POINTS[found[2]] if found else 0.0


def pixels(written: str) -> int:
    """A length in pixels of 1/96 of an inch."""
    return round(points(written) * 96 / 72)
