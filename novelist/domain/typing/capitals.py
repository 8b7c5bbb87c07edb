# SPDX-License-Identifier: MIT
"""A capital where a sentence begins, and one capital where a word began with two."""

from __future__ import annotations

import re
from typing import Final

from novelist.domain.typing.habits import Habits
from novelist.domain.typing.letters import is_letter

_SENTENCE_END: Final = re.compile(
    r"(?:(?P<stop>\.)[\"'”’»)\]]*|[!?])[ \u00a0\u202f\u3000]+[\"'“‘„‚«(\[¿¡\u00a0]*\Z"
)
_LAST_TOKEN: Final = re.compile(r"[\w.\u2019'-]*\Z")
_LAST_WORD: Final = re.compile(r"[^\W\d_]+\Z")


def with_letter(before: str, letter: str, habits: Habits) -> str:
    """The letter, or its capital where a sentence begins with it.

    Not where a question or an exclamation ends in quotation marks (“What?” he said), nor after an
    ellipsis, an abbreviation, or a single letter with a full stop.
    """
    capital = letter.upper()
    if len(capital) != 1 or capital == letter or not begins_sentence(before, habits):
        return before + letter
    return before + capital


def begins_sentence(before: str, habits: Habits) -> bool:
    """Whether what is typed next begins a sentence that follows another in its paragraph."""
    found = _SENTENCE_END.search(before[-60:])
    if found is None:
        return False
    if found["stop"] is None:
        return True
    head = before[-60:][: found.start()]
    return not (head.endswith((".", "…")) or _is_abbreviated(head, habits))


def _is_abbreviated(head: str, habits: Habits) -> bool:
    """Whether the full stop after these words belongs to the last of them."""
    found = _LAST_TOKEN.search(head)
    token = found[0].lower() if found is not None else ""
    if token.isdigit():
        return habits.ordinals
    parts = token.split(".")
    return token in habits.stops or (len(parts[-1]) == 1 and parts[-1].isalpha() and token != "i")


def with_one_capital(before: str) -> str:
    """The text before the caret; its last word has one capital where it had two: “THe”."""
    found = _LAST_WORD.search(before[-60:])
    if found is None or len(found[0]) < 3:
        return before
    word, start = found[0], len(before) - len(found[0])
    is_slip = word[:2].isupper() and word[2:].islower() and word[2:] != "s"
    if not is_slip or (start and (is_letter(before[start - 1]) or before[start - 1] in "'’-")):
        return before
    return before[: start + 1] + word[1].lower() + word[2:]
