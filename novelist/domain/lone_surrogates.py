# SPDX-License-Identifier: MIT
"""Halves of characters: a document may hold them, no file and no column of a database can."""

from __future__ import annotations

import re
from typing import Final

_LONE: Final = re.compile("[\ud800-\udfff]")
_STAND_IN: Final = "\ufffd"


def without_lone_surrogates(text: str) -> str:
    """The text as it can be written: as long as before, with U+FFFD for each half character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _LONE.sub(_STAND_IN, text)
    return text
