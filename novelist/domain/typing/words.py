# SPDX-License-Identifier: MIT
"""Words that are finished: corrected, written out, or given the apostrophe they begin with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from typing import Final

from novelist.domain.typing.habits import APOSTROPHE
from novelist.domain.typing.letters import begins_word, is_in_word

LONGEST: Final = 60
"""Characters before the caret that are looked at, at most."""
_MOST_WORDS: Final = 3  # of one correction
_WORD: Final = re.compile(r"[^\W_][\w’']*")
_DIGITS: Final = re.compile(r"(?<![^\W\d_])(\d\d)s?\Z")
_OPENING: Final = "‘"


def expanded(before: str, typed: str, table: Mapping[str, str]) -> str:
    """With the writer's abbreviation written out, the longest that stands there."""
    start = len(before) - len(_last_run(before))
    if typed and _is_key_on_its_way(before + typed, start, table):
        return before
    for place in range(start, len(before)):
        if before[place:] in table and begins_word(before, place):
            return before[:place] + table[before[place:]]
    return before


def _last_run(before: str) -> str:
    """What was typed since the last space."""
    parts = before[-LONGEST:].split()
    return parts[-1] if parts and not before[-1:].isspace() else ""


def _is_key_on_its_way(text: str, start: int, table: Mapping[str, str]) -> bool:
    """Whether the character that seems to end a word is part of an abbreviation: “hm;”."""
    return any(
        text[place:] in table and begins_word(text, place) for place in range(start, len(text) - 1)
    )


def corrected(before: str, typed: str, table: Mapping[str, str], apostrophe: str) -> str:
    """With the last words corrected: at most three, the most that the table knows.

    A single letter before a full stop is an abbreviation on its way: “i.e.”.
    """
    recent = before[-LONGEST:]
    words = list(_WORD.finditer(recent))[-_MOST_WORDS:]
    if not words or words[-1].end() != len(recent):
        return before
    cut = len(before) - len(recent)
    for word in words:
        wrong = recent[word.start() :].replace(APOSTROPHE, "'")
        right = table.get(wrong) or table.get(wrong.lower())
        is_abbreviation = len(wrong) == 1 and typed == "."
        if right and not is_abbreviation and begins_word(before, cut + word.start()):
            right = _in_case_of(wrong, right) if wrong not in table else right
            return before[: cut + word.start()] + right.replace("'", apostrophe)
    return before


def _in_case_of(wrong: str, right: str) -> str:
    if wrong.isupper() and len(wrong) > 1:
        return right.upper()
    return right[:1].upper() + right[1:] if wrong[:1].isupper() else right


def elided(before: str, elisions: Set[str]) -> str:
    """With an apostrophe where an opening mark stands before what is left of a word: ’tis, ’90s."""
    start = before.rfind(_OPENING, max(0, len(before) - LONGEST))
    if start < 0 or (start and is_in_word(before[start - 1])):
        return before
    rest = before[start + 1 :]
    if rest in elisions or _is_decade(before[:start], rest):
        return before[:start] + APOSTROPHE + rest
    return before


def _is_decade(head: str, rest: str) -> bool:
    """“the ’90s”, and “the summer of ’69” inside a sentence; “‘42 is the answer” is a speech."""
    if _DIGITS.fullmatch(rest) is None:
        return False
    return rest.endswith("s") or (head.endswith(" ") and head.rstrip(" ")[-1:].isalpha())
