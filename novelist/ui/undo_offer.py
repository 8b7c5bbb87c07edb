# SPDX-License-Identifier: MIT
"""The “Undo” of a message: it is no use any more once its step is taken back in another way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class UndoOffer:
    """What a message offers to take back: ``step`` is its row in the journal.

    Unless it ``lasts``, it can be taken back only as long as nothing was done after it.
    """

    step: int
    act: Callable[[], None]
    lasts: bool = False

    def __call__(self) -> None:
        """Take it back."""
        self.act()
