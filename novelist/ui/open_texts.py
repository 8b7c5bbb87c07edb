# SPDX-License-Identifier: MIT
"""The texts that are being written, and how they get to disk: over nobody else's work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from novelist.domain.document import Document
from novelist.errors import ConflictError
from novelist.services.progress import SessionProgress
from novelist.services.texts import OpenText, SavedText
from novelist.services.unsaved import conflicts
from novelist.services.unsaved.conflicts import About
from novelist.ui.conflicts.questions import Questions
from novelist.ui.desk import EDITOR

if TYPE_CHECKING:
    from novelist.db.models import SceneBody

_TRIES: Final = 5  # somebody else may save again between two of them


class OpenTexts(QObject):
    """The open texts of one novel, by item; ``save`` is what the editor saves with."""

    saved = Signal(int, object)  # item, the Document that is on disk now

    def __init__(
        self,
        newest: Callable[[int], Document | None],
        title_of: Callable[[int], str],
        questions: Questions,
        parent: QObject,
    ) -> None:
        """``newest`` is what the editor shows of an item at this moment."""
        super().__init__(parent)
        self.progress = SessionProgress()
        self._newest, self._title_of, self._questions = newest, title_of, questions
        self._novel_id = 0
        self._texts: dict[int, OpenText] = {}
        self._keeping = asyncio.Lock()

    def __contains__(self, item_id: int) -> bool:
        return item_id in self._texts

    def show(self, novel_id: int) -> None:
        """Begin with another novel."""
        self._novel_id = novel_id
        self._texts.clear()

    def open(self, body: SceneBody, shown: str | None = None) -> None:
        """A text was loaded to be written; ``shown`` is the digest of what is written in."""
        self._texts[body.item_id] = OpenText(body, shown)

    def is_known(self, item_id: int) -> bool:
        """Whether what the library holds is what the editor shows, or gave it to keep."""
        return self._texts[item_id].is_known

    def accept(self, item_id: int) -> None:
        """What the library holds now is shown: the next save may take its place."""
        self._texts[item_id].accept()

    async def save(self, item_id: int, document: Document) -> None:
        """Save a text; returns after it is on disk."""
        try:
            saved = await self._texts[item_id].save(document, initiator=EDITOR)
        except ConflictError:
            async with self._keeping:
                saved = await self._save_beside(item_id, document)
        self.progress.record(saved.novel_id, saved.before, saved.after)
        self.saved.emit(item_id, document)

    async def _save_beside(self, item_id: int, document: Document) -> SavedText:
        """Save a text that was rewritten elsewhere while it was written here: both are kept."""
        text, newest = self._texts[item_id], self._newest
        kept = self._questions.find(f"{About.TEXT.value} {item_id}")
        title = self.tr("{title}, another version").format(title=self._title_of(item_id))
        for _ in range(_TRIES):
            try:  # another save may have settled it meanwhile
                saved = await text.save(newest(item_id) or document, initiator=EDITOR)
            except ConflictError as error:
                failure = error
                kept = await conflicts.keep_stored_text(
                    self._novel_id, body=text.body, title=title, before=kept
                )
                text.accept()
            else:
                if kept is not None:  # not before both are on disk
                    self._questions.ask(kept)
                return saved
        raise failure
