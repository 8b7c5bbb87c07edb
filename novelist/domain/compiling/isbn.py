# SPDX-License-Identifier: MIT
"""International Standard Book Numbers (ISO 2108): ten or thirteen digits, the last a check."""

from __future__ import annotations

import re
from typing import Final

_TEN: Final = re.compile(r"[0-9]{9}[0-9X]")
_THIRTEEN: Final = re.compile(r"97[89][0-9]{10}")


def digits_of(text: str) -> str:
    """The digits of a number, with or without hyphens; "" for what is none."""
    digits = re.sub(r"[\s-]", "", text).upper()
    return digits if _is_right(digits) else ""


def is_isbn(text: str) -> bool:
    """Whether a text, with or without hyphens, is a number whose check digit is right."""
    return bool(digits_of(text))


def _is_right(digits: str) -> bool:
    if _THIRTEEN.fullmatch(digits):
        return (
            sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10
            == 0
        )
    if not _TEN.fullmatch(digits):
        return False
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(value * (10 - place) for place, value in enumerate(values)) % 11 == 0
