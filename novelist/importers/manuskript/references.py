# SPDX-License-Identifier: MIT
"""References ``{C:id:name}`` to people, texts, plots and places, replaced by what they name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_REFERENCE: Final = re.compile(r"\{([CTPW]):(\d{1,9})(?::([^{}\n]*))?\}")


class References:
    """Knows what every number of a project is called, by its letter."""

    def __init__(self, names: Mapping[str, Mapping[str, str]]) -> None:
        self._names = names

    def name(self, letter: str, number: str) -> str:
        """What that number is called; the number where nothing has it."""
        return self._names.get(letter, {}).get(number) or number

    def replaced(self, text: str) -> str:
        """The text with names for references; one that names nothing stays."""
        return _REFERENCE.sub(self._replacement, text) if "{" in text else text

    def _replacement(self, found: re.Match[str]) -> str:
        return found[3] or self._names.get(found[1], {}).get(found[2]) or found[0]
