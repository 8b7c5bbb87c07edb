# SPDX-License-Identifier: MIT
"""What was done to a text by more than writing in it: undo is asked of whoever knows that."""

from __future__ import annotations

from typing import Protocol


class TextPast(Protocol):
    """Knows what happened to a text that has nothing of its own to take back, or to do again."""

    def undo_beyond(self) -> bool:
        """Take that back; False where there is nothing of the kind."""

    def redo_beyond(self) -> bool:
        """Do it again; False where there is nothing of the kind."""
