# SPDX-License-Identifier: MIT
"""One place in a paragraph that may be a slip."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Check(StrEnum):
    """The kinds of slips that are looked for; each can be switched off."""

    DOUBLED_WORD = "doubled_word"  # the the
    DOUBLED_SPACE = "doubled_space"
    UNMATCHED = "unmatched"  # a quotation mark or bracket without its other half
    MIXED_QUOTES = "mixed_quotes"  # another style of quotation marks than the rest of the text
    PARTICLE = "particle"  # 的 where 地 or 得 is likelier


class Finding(NamedTuple):
    """What was found, in code points; ``replacement`` mends it, None where nobody can tell how."""

    start: int
    end: int
    check: Check
    replacement: str | None = None
