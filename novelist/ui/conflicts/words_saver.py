# SPDX-License-Identifier: MIT
"""Saving what was typed about an item or a novel: over nobody else's words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from novelist.services.unsaved.conflicts import save_keeping_both
from novelist.ui.conflicts.questions import Questions

if TYPE_CHECKING:
    from novelist.db.models import Novel, OutlineItem


class WordsSaver(QObject):
    """Where somebody else saved other words first, both are kept and it is asked which stays."""

    def __init__(self, questions: Questions, parent: QObject) -> None:
        super().__init__(parent)
        self._questions = questions

    async def save(
        self, live: OutlineItem | Novel, save: Callable[[], Awaitable[None]], title: str
    ) -> None:
        """Let ``save`` save the live object; ``title`` is what it is called."""
        beside = self.tr("{title}, another version").format(title=title)
        kept = await save_keeping_both(save, live, title=beside)
        if kept is not None:
            self._questions.ask(kept)
