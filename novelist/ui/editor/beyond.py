# SPDX-License-Identifier: MIT
"""What the editor of one text knows of a larger one that it is part of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor

from novelist.domain.document import Document


class Beyond(Protocol):
    """What lies beyond the edges of a text that is part of a larger one: a selection may reach."""

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key that leads over an edge, or works on what is selected there."""

    def compose(self, event: QInputMethodEvent) -> bool:
        """Keep what an input method gives for the text that the caret is on its way to."""

    def has_selection(self) -> bool:
        """Whether the selection reaches into another text."""

    def when_ready(self, action: Callable[[], None]) -> None:
        """Do that once the texts of all that is selected are loaded, perhaps at once."""

    def selected(self) -> Document:
        """All that is selected, in order; only when it is ready."""

    def change(self, change: Callable[[Sequence[QTextCursor]], object]) -> None:
        """Let all that is selected in all texts be changed, as one step."""

    def remove_selection(self) -> None:
        """Remove what is selected in all texts; the caret is where it began."""

    def select_all(self) -> bool:
        """Select more than this text, where all of it is selected already."""
