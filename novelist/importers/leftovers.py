# SPDX-License-Identifier: MIT
"""What a project holds and a novel has no place for, counted; and what could not be read."""

from __future__ import annotations

from typing import Final

from novelist.importers.imported import ImportWarning, WarningKind
from novelist.importers.parts import Part

_MOST: Final = 500  # names that are told apart: a hostile file has as many as it likes
_OTHERS: Final = (Part.OTHERS, "")


class Leftovers:
    """Collects what is left out and what is damaged, so that nothing goes in silence."""

    def __init__(self) -> None:
        self._left: dict[tuple[Part, str], int] = {}
        self._damaged: dict[tuple[Part, str], None] = {}

    def leave(self, part: Part, name: str = "", count: int = 1) -> None:
        """Such a part has no place here; nothing where ``count`` is 0."""
        if count:
            key = (part, name)
            key = key if key in self._left or len(self._left) < _MOST else _OTHERS
            self._left[key] = self._left.get(key, 0) + count

    def damage(self, part: Part, name: str = "") -> None:
        """Such a part could not be read."""
        self._damaged[(part, name) if len(self._damaged) < _MOST else _OTHERS] = None

    def warnings(self) -> list[ImportWarning]:
        """One warning a part and name, in the order in which they were met."""
        left = [
            ImportWarning(WarningKind.LEFT, count, name, part)
            for (part, name), count in self._left.items()
        ]
        damaged = [
            ImportWarning(WarningKind.DAMAGED, 1, name, part) for part, name in self._damaged
        ]
        return [*damaged, *left]
