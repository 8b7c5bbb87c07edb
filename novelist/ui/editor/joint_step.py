# SPDX-License-Identifier: MIT
"""One action that changed several texts: one undo takes it back in all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from novelist.ui.editor.documents import LiveText


class JointStep:
    """Entered around the action, with the texts that it may change; undone from any of them.

    In a text that was edited since, or is no longer open, its part stays: only the newest step of a
    text can be taken back.
    """

    def __init__(self, texts: Iterable[LiveText]) -> None:
        self._before = {text: text.document.availableUndoSteps() for text in texts}
        self._after: dict[LiveText, int] = {}

    def __enter__(self) -> None:
        """Begin; what is changed until the end belongs to the step."""

    def __exit__(self, *_error: object) -> None:
        """The action is done: texts that it changed remember it."""
        for text, before in self._before.items():
            after = text.document.availableUndoSteps()
            if after != before:
                self._after[text] = after
        if len(self._after) > 1:
            for text in self._after:
                text.join(self)

    def is_newest(self, text: LiveText, steps: int) -> bool:
        """Whether it is the last thing done in a text that has so many steps (as Qt counts)."""
        return self._after.get(text) == steps

    def undo_others(self, undone: LiveText) -> None:
        """It was taken back in one text: take it back in the others."""
        for text, after in self._after.items():
            if text is not undone and text.document.availableUndoSteps() == after:
                text.undo(text.document.undo, jointly=False)

    def redo_others(self, redone: LiveText) -> None:
        """It was done again in one text: do it again in the others."""
        for text in self._after:
            is_before = text.document.availableUndoSteps() == self._before[text]
            if text is not redone and is_before and text.document.isRedoAvailable():
                text.redo(text.document.redo, jointly=False)

    def leave(self, text: LiveText) -> None:
        """That text is closed."""
        self._after.pop(text, None)
