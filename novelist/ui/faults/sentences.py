# SPDX-License-Identifier: MIT
"""Sentences one after the other: with a space between them, but not in Chinese."""

from __future__ import annotations

import re
from typing import Final

# A file name in quotation marks may hold full stops of its own.
_SENTENCE: Final = re.compile(r"(?:“[^”]*”|[^“])+?(?:\.(?=\s|$)|。|$)\s*")


def together(*sentences: str) -> str:
    """All that say something, in this order."""
    said = ""
    for sentence in filter(None, sentences):
        said += sentence if not said or said.endswith("。") else f" {sentence}"
    return said


def apart(said: str) -> list[str]:
    """The single sentences; what cannot be taken apart is one."""
    found = _SENTENCE.findall(said)
    return [each.strip() for each in found] if found and "".join(found) == said else [said]
