# SPDX-License-Identifier: MIT
"""Takes what is typed into a field to the store: while it is typed, and when the field is left."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from novelist.errors import NotFoundError
from novelist.services.comments import Edit, remove_comment, write_comment
from novelist.ui.comments.field import CommentField
from novelist.ui.tasks import Tasks

INITIATOR: Final = "comments"
_AFTER: Final = 700  # milliseconds without a key


class Remarking:
    """One remark while it is written: new, made by its first words, or one that is there."""

    def __init__(
        self,
        item_id: int,
        make: Callable[[str], Awaitable[int]] | None = None,
        comment_id: int | None = None,
        said: str = "",
    ) -> None:
        self.item_id = item_id
        self.comment_id, self.said = comment_id, said
        self._began = said
        self._make = make
        self._is_new = comment_id is None
        self._turn = asyncio.Lock()

    async def save(self, text: str) -> None:
        """Let the store say this; a remark that says nothing is not made, or is left as it was.

        Blank lines before and after the words are not part of what it says.
        Where what it is about is gone for ever that is said once (``NotFoundError``): the words
        stay in their field, and nothing else is held up by what nobody can save.
        """
        async with self._turn:
            text = text.strip()
            if not text or text == self.said.strip():
                return
            try:
                await self._put(text)
            except NotFoundError:
                self.said = text
                raise
            self.said = text

    async def _put(self, text: str) -> None:
        if self.comment_id is None:
            assert self._make is not None
            self.comment_id = await self._make(text)
        else:
            await write_comment(
                self.comment_id,
                text,
                expected=self.said,
                is_new=self._is_new,
                initiator=INITIATOR,
            )

    async def give_back(self, typed: str) -> Edit | None:
        """Let it say again what it said at first, as a step that can be taken back.

        What was ``typed`` is in the store before, so that undo finds it there; None: it never said
        anything else.
        """
        await self.save(typed)
        async with self._turn:
            if self.comment_id is None or self.said.strip() == self._began.strip():
                return None
            edit = await write_comment(
                self.comment_id,
                self._began,
                expected=self.said,
                goes_on=False,
                initiator=INITIATOR,
            )
            self.said = self._began
            return edit

    async def finish(self, text: str) -> None:
        """The field is left: a new remark of which nothing is left goes again."""
        if text.strip():
            await self.save(text)
        elif self._is_new and self.comment_id is not None:
            await remove_comment(self.comment_id, initiator=INITIATOR)
            self.said = text


class Composer(QObject):
    """One field and what is written in it at present."""

    changed = Signal()
    """Something was typed, or got to the store."""
    finished = Signal()
    """What was written is in the store, and the field may be used for something else."""

    given_back = Signal(object)
    """The ``Edit`` by which a comment says again what it said before it was written anew."""

    def __init__(self, field: CommentField, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self.field, self._tasks = field, tasks
        self._remarking: Remarking | None = None
        self.last: Remarking | None = None
        """What was finished last."""
        self._leaving: dict[Remarking, str] = {}  # on their way to the store
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_AFTER)
        self._clock.timeout.connect(self._on_clock_timeout)
        field.typed.connect(self._on_field_typed)
        field.left.connect(self.finish)

    def begin(self, remarking: Remarking | None) -> None:
        """Write this now, or nothing; what was written before goes to the store."""
        self.finish()
        self._remarking = remarking
        self.field.show_text("" if remarking is None else remarking.said)

    def forget(self) -> None:
        """Write nothing, and save nothing of what was typed: its library is left."""
        self._clock.stop()
        self._remarking = None
        self._leaving.clear()
        self.field.show_text("")

    @property
    def remarking(self) -> Remarking | None:
        """What is written now."""
        return self._remarking

    @property
    def is_writing(self) -> bool:
        """Whether words stand in the field."""
        return self._remarking is not None and bool(self.field.text.strip())

    @property
    def unsaved(self) -> list[tuple[int, str]]:
        """The items and the words that are not in the store yet."""
        found = dict(self._leaving)
        if self._remarking is not None:
            found[self._remarking] = self.field.text
        return [
            (each.item_id, text)
            for each, text in found.items()
            if text.strip() and text.strip() != each.said.strip()
        ]

    def finish(self) -> None:
        """Let the store have it. What is typed meanwhile stays in the field."""
        self._clock.stop()
        remarking = self._remarking
        if remarking is not None:
            self._leaving[remarking] = self.field.text
            self._tasks.start(self._finish(remarking))

    def give_up(self) -> None:
        """Write no more, and let the comment say what it said before."""
        self._clock.stop()
        remarking, self._remarking = self._remarking, None
        if remarking is not None:
            self._leaving[remarking] = typed = self.field.text
            self._tasks.start(self._give_back(remarking, typed))
            self.finished.emit()

    async def _give_back(self, remarking: Remarking, typed: str) -> None:
        edit = await remarking.give_back(typed)
        self._leaving.pop(remarking, None)
        self.changed.emit()
        if edit is not None:
            self.given_back.emit(edit)

    async def settle(self) -> None:
        """Return when what is typed is in the store; it may go on being written."""
        self._clock.stop()
        for remarking in list(self._leaving):
            await self._finish(remarking)
        if self._remarking is not None:
            await self._remarking.save(self.field.text)
        self.changed.emit()

    async def _finish(self, remarking: Remarking) -> None:
        text = self._leaving.get(remarking)
        if text is None:
            return
        await remarking.finish(text)
        if self._leaving.get(remarking) == text:
            del self._leaving[remarking]
        self.changed.emit()
        if self._remarking is remarking and self.field.text == text:
            self._remarking, self.last = None, remarking
            self.finished.emit()

    def _on_field_typed(self) -> None:
        block = self.field.editor.textCursor().block()
        if not block.layout().preeditAreaText():  # an input method is not done with its word
            self._clock.start()
            self.changed.emit()

    def _on_clock_timeout(self) -> None:
        self._tasks.start(self.settle())
