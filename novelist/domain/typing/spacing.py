# SPDX-License-Identifier: MIT
"""Where a narrow gap is shown between Han characters and the letters or digits beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from novelist.domain.typing.letters import is_han_letter

_LATIN: Final = re.compile("[0-9A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff%\u2030°]+")


def gaps(text: str) -> Iterator[int]:
    """The offsets of the characters that a gap follows, in order."""
    for run in _LATIN.finditer(text):
        if run.start() and is_han_letter(text[run.start() - 1]):
            yield run.start() - 1
        if run.end() < len(text) and is_han_letter(text[run.end()]):
            yield run.end() - 1
