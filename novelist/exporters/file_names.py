# SPDX-License-Identifier: MIT
"""File names made of titles: safe on every platform, in order, and each one only once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

LONGEST: Final = 150
"""Bytes of UTF-8 in a name without its extension: 255 is the limit, 143 on encrypted folders."""

_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*]+')
_SPACES: Final = re.compile(r"\s+")
_DEVICES: Final = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"}
)
_JOINER: Final = "\u200d"
_EDGES: Final = " .-~_"


def safe_name(title: str, otherwise: str = "", *, longest: int = LONGEST) -> str:
    """The title as a file name without extension; ``otherwise`` where nothing is left of it.

    No separators, controls, device names, leading or trailing dots and spaces; at most
    ``longest`` bytes, cut between two characters that a reader sees.
    """
    spaced = _SPACES.sub(" ", unicodedata.normalize("NFC", title))
    kept = "".join(char for char in spaced if _is_printable(char))
    name = _SPACES.sub(" ", _FORBIDDEN.sub(" ", kept)).strip(_EDGES)
    name = _shortened(name, longest).strip(_EDGES)
    # Windows takes the part before the first dot, without spaces, for the name of a device.
    if name.split(".", 1)[0].strip().upper() in _DEVICES:
        name = f"_{name}"
    return name or otherwise


def _is_printable(char: str) -> bool:
    """Neither a control, a direction mark, a surrogate nor unassigned; emoji stay whole."""
    return char == _JOINER or not unicodedata.category(char).startswith("C")


def _shortened(name: str, longest: int) -> str:
    if len(name.encode()) <= longest:
        return name
    end = len(name.encode()[:longest].decode(errors="ignore"))
    while end > 0 and _continues(name, end):
        end -= 1
    return name[:end]


def _continues(name: str, place: int) -> bool:
    """Whether the character at ``place`` belongs to the one before it."""
    char = name[place]
    joined = char == _JOINER or name[place - 1] == _JOINER
    return joined or unicodedata.category(char).startswith("M") or "🏻" <= char <= "🏿"


def numbered_names(titles: Sequence[str], extension: str) -> list[str]:
    """``01 Loomings.md``, …: names that sort in the order of the titles."""
    width = max(2, len(str(len(titles))))
    return [
        f"{number:0{width}d} {safe_name(title)}".rstrip() + extension
        for number, title in enumerate(titles, 1)
    ]
