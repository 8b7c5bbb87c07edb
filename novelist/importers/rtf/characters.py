# SPDX-License-Identifier: MIT
"""Control words and symbols that are nothing but characters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[bytes, str]] = {
    b"tab": "\t",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"emspace": "\u2003",
    b"enspace": "\u2002",
    b"qmspace": "\u2005",
    b"zwj": "\u200d",
    b"zwnj": "\u200c",
    b"zwbo": "\u200b",
    b"zwnbo": "\u2060",
    b"ltrmark": "\u200e",
    b"rtlmark": "\u200f",
}

SYMBOLS: Final[Mapping[bytes, str]] = {
    b"~": "\u00a0",
    b"-": "\u00ad",
    b"_": "\u2011",
}
LITERAL: Final = b"\\{}"
"""Symbols that stand for themselves, as bytes of the code page: the second half of a character
may be one."""
