# SPDX-License-Identifier: MIT
"""Saving by itself: what is typed is handed to the store within a second.

The clock starts with the first unsaved key and further keys do not wind it up again, so that the
store is never more than a second behind, however fast one types. When the time has come a save
begins right behind a key, so that it is over before the next one wants to be painted.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from novelist.domain.document import Document
from novelist.errors import NovelistError
from novelist.ui.editor.documents import Documents, LiveText
from novelist.ui.editor.typing_gap import TypingGap
from novelist.ui.tasks import Tasks

SaveText: TypeAlias = Callable[[int, Document], Awaitable[object]]
"""Saves the text of an item and returns when it is on disk; raises ``NovelistError``."""

DUE: Final = 700  # milliseconds from the first unsaved key until a save is due
_PATIENCE: Final = 200  # milliseconds that a save that is due waits for a key to follow


class Autosave(QObject):
    """Saves the edited texts of ``Documents``. Each signal carries the item's id.

    A save that takes long (a full disk pauses the store) does not hold up the next one: the store
    keeps the newest text of each scene.
    """

    edited = Signal(int)  # something is typed that the store does not have
    saving = Signal(int)  # the newest text is with the store
    saved = Signal(int)  # the newest text is on disk
    failed = Signal(int, object)  # the error; the text stays unsaved

    def __init__(self, documents: Documents, save: SaveText, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._documents = documents
        self._save = save
        self._tasks = tasks
        self._given: dict[int, int] = {}  # the revision that is with the store, by item
        self._errors: dict[int, NovelistError] = {}
        self._clock = QTimer(self, singleShot=True, interval=DUE)
        self._gap = TypingGap(_PATIENCE, self)
        self._clock.timeout.connect(self._gap.wait)
        self._gap.came.connect(self.save_now)
        documents.text_edited.connect(self._on_documents_text_edited)

    def save_now(self) -> None:
        """Hand every unsaved text to the store at once, without what is still being composed."""
        for text in self._documents.dirty():
            if self._given.get(text.item_id) != text.revision:
                self._tasks.start(self._save_text(text))

    async def flush(self) -> None:
        """Return when everything typed so far is on disk.

        Raises what kept a text from being saved, after the others were; it stays unsaved.
        """
        self._stop_clocks()
        bug: Exception | None = None
        for text in self._documents.dirty():
            try:
                await self._save_text(text)
            except Exception as error:  # noqa: BLE001 - raised below; the other texts come first
                bug = bug or error
        if bug is not None:
            raise bug
        for text in self._documents.dirty():
            if text.item_id in self._errors:
                raise self._errors[text.item_id]

    def give_up(self) -> None:
        """What is not saved stands elsewhere, and its library is left: it is not saved any more."""
        self._stop_clocks()
        self._errors.clear()
        for text in self._documents.dirty():
            text.saved_revision = text.revision

    def _save_text(self, text: LiveText) -> Coroutine[Any, Any, None]:
        """Save one text as it is now, whatever becomes of it before the task runs."""
        self._given[text.item_id] = text.revision
        return self._hand_over(text, text.revision, text.snapshot())

    async def _hand_over(self, text: LiveText, revision: int, document: Document) -> None:
        item_id = text.item_id
        self.saving.emit(item_id)
        try:
            await self._save(item_id, document)
        except NovelistError as error:
            self._fail(text, revision, error)
        except BaseException:
            self._take_back(item_id, revision)
            raise
        else:
            self._succeed(text, revision)

    def _succeed(self, text: LiveText, revision: int) -> None:
        self._errors.pop(text.item_id, None)
        text.saved_revision = max(text.saved_revision, revision)
        if not text.is_dirty:
            self._documents.forget_closed()
            self.saved.emit(text.item_id)

    def _fail(self, text: LiveText, revision: int, error: NovelistError) -> None:
        self._take_back(text.item_id, revision)
        self._errors[text.item_id] = error
        self.failed.emit(text.item_id, error)

    def _take_back(self, item_id: int, revision: int) -> None:
        """The store does not have that revision after all."""
        if self._given.get(item_id) == revision:
            del self._given[item_id]

    def _on_documents_text_edited(self, item_id: int) -> None:
        self.edited.emit(item_id)
        if self._gap.is_awaited:
            self._gap.note_key()
        elif not self._clock.isActive():
            self._clock.start()

    def _stop_clocks(self) -> None:
        self._clock.stop()
        self._gap.stop()
