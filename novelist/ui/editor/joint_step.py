# SPDX-License-Identifier: MIT
"""One action that changed several texts: one undo takes it back in all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from novelist.ui.editor.documents import LiveText


class JointStep:
    """Made after the action, with the texts that it changed; undone from any of them.

    In a text that was edited since, or is no longer open, its part stays: only the newest step of a
    text can be taken back.
    """

    def __init__(self, texts: Iterable[LiveText]) -> None:
        self._depths = {text: text.document.availableUndoSteps() for text in texts}
        for text in self._depths:
            text.join(self)

    def depth(self, text: LiveText) -> int:
        """How many steps the text had when the action was done."""
        return self._depths[text]

    def undo_others(self, undone: LiveText) -> None:
        """It was taken back in one text: take it back in the others."""
        for text, depth in self._depths.items():
            if text is not undone and text.document.availableUndoSteps() == depth:
                text.undo(text.document.undo, jointly=False)

    def redo_others(self, redone: LiveText) -> None:
        """It was done again in one text: do it again in the others."""
        for text, depth in self._depths.items():
            before = text.document.availableUndoSteps() + 1
            if text is not redone and before == depth and text.document.isRedoAvailable():
                text.redo(text.document.redo, jointly=False)
