# SPDX-License-Identifier: MIT
"""Tables of words as text, a line each: what is typed, an arrow, what comes in its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_SEPARATOR: Final = re.compile(r"\s*(?:\t|→|->|=>|=)\s*")
_COMMENT: Final = "#"
LONGEST_KEY: Final = 40
LONGEST_WORDS: Final = 500


def parse_words(text: str) -> dict[str, str]:
    """The table in a text; lines that are none, or far too long, are left out.

    A line is divided by a tab or by one of ``→ -> => =``.
    """
    found: dict[str, str] = {}
    for line in text.lstrip("\ufeff").splitlines():
        parts = _SEPARATOR.split(line.strip(), maxsplit=1)
        if len(parts) == 2 and not line.lstrip().startswith(_COMMENT):
            key, words = clean_key(parts[0]), clean_words(parts[1])
            if key and words:
                found[key] = words
    return found


def format_words(table: Mapping[str, str]) -> str:
    """The table as text, in the order of what is typed."""
    return "".join(f"{key}\t{table[key]}\n" for key in sorted(table, key=str.casefold))


def clean_key(typed: str) -> str:
    """What can be looked for: one line, not too long, with straight apostrophes."""
    key = " ".join(typed.replace("’", "'").split())
    return key if len(key) <= LONGEST_KEY else ""


def clean_words(words: str) -> str:
    """What can be put there: one line, not too long."""
    clean = " ".join(words.split())
    return clean if len(clean) <= LONGEST_WORDS else ""
