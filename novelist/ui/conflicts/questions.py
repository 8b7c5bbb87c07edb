# SPDX-License-Identifier: MIT
"""Which versions stand beside each other and were not chosen between yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from novelist.services.unsaved.conflicts import KeptBeside


class Questions(QObject):
    """One question of a thing at most; an answer that never comes loses nothing."""

    asked = Signal(str)  # the name of a question that was not there before
    settled = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._open: dict[str, KeptBeside] = {}

    def find(self, name: str) -> KeptBeside | None:
        """Where both versions are, while it is asked."""
        return self._open.get(name)

    def ask(self, kept: KeptBeside) -> None:
        """Ask which of the two is to stay; what was asked of the same thing before, no more."""
        is_new = kept.name not in self._open
        self._open[kept.name] = kept
        if is_new:
            self.asked.emit(kept.name)

    def settle(self, name: str) -> None:
        """It was answered, or there are no two any more."""
        if self._open.pop(name, None) is not None:
            self.settled.emit(name)

    def settle_about(self, gone: frozenset[int]) -> None:
        """Items are in the trash: where a version was one of them, only one is left."""
        for name, kept in list(self._open.items()):
            if kept.other_id in gone:
                self.settle(name)

    def clear(self) -> None:
        """Another library: its numbers mean other things."""
        for name in list(self._open):
            self.settle(name)
