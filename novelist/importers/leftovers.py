# SPDX-License-Identifier: MIT
"""What a project holds and a novel has no place for: counted by the name it has there."""

from __future__ import annotations

from typing import Final

from novelist.importers.imported import ImportWarning, WarningKind

_MOST: Final = 500  # names that are told apart: a hostile file has as many as it likes
_OTHERS: Final = "…"


class Leftovers:
    """Collects what is left out and what is damaged, so that nothing goes in silence."""

    def __init__(self) -> None:
        self._left: dict[str, int] = {}
        self._damaged: dict[str, None] = {}

    def leave(self, name: str, count: int = 1) -> None:
        """Something of that name has no place here; nothing where ``count`` is 0."""
        if count:
            name = name if name in self._left or len(self._left) < _MOST else _OTHERS
            self._left[name] = self._left.get(name, 0) + count

    def damage(self, name: str) -> None:
        """The piece of that name could not be read."""
        self._damaged[name if len(self._damaged) < _MOST else _OTHERS] = None

    def warnings(self) -> list[ImportWarning]:
        """One warning a name, in the order in which they were met."""
        left = [
            ImportWarning(WarningKind.LEFT, count, name if count == 1 else f"{name} × {count}")
            for name, count in self._left.items()
        ]
        damaged = [ImportWarning(WarningKind.DAMAGED, text=name) for name in self._damaged]
        return [*damaged, *left]
