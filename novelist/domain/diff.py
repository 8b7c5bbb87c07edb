# SPDX-License-Identifier: MIT
"""What differs between two versions of a text."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from novelist.domain.counting import EACH
from novelist.domain.revision_codec import common_ends

WORD: Final = re.compile(rf"[{EACH}]|(?:(?![{EACH}])\w)+")


def removed_characters(before: str, after: str) -> int:
    """About how many characters of words ``before`` held and ``after`` does not; moved ones stay.

    Works for plain texts and for JSON Lines alike.
    """
    old, new = before.encode(), after.encode()
    prefix, suffix = common_ends(old, new)
    gone, come = old[prefix : len(old) - suffix], new[prefix : len(new) - suffix]
    missing = _words(gone)
    if missing:
        missing -= _words(come)
    return sum(len(word) * number for word, number in missing.items())


def _words(part: bytes) -> Counter[str]:
    return Counter(WORD.findall(part.decode(errors="ignore")))
