# SPDX-License-Identifier: MIT
"""The end of the program: everything on disk, or a copy elsewhere and one question."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from novelist.errors import RescueFailedError
from novelist.services.library import library
from novelist.services.unsaved.rescue import UnsavedText, rescue_texts
from novelist.ui import errors
from novelist.ui.faults.sentences import together
from novelist.ui.widgets.question_sheet import Question, QuestionSheet

if TYPE_CHECKING:
    from novelist.ui.controller import Controller
    from novelist.ui.desk import Desk

_CLOSING_TAKES = 20.0  # seconds after which a copy is saved elsewhere instead


class Closing(QObject):
    """``close`` ends the program; what cannot be saved is copied first, and that is said once."""

    def __init__(self, controller: Controller, desk: Desk) -> None:
        super().__init__(controller)
        self._controller, self._desk = controller, desk
        self._window = controller.window
        self._copied: dict[int, UnsavedText] | None = None
        self._folder: Path | None = None
        self._was_asked = False
        self._sheet: QuestionSheet | None = None

    def forget(self) -> None:
        """Saving goes on, or another library is open: nothing was copied or asked yet."""
        self._copied, self._folder, self._was_asked = None, None, False
        if self._sheet is not None:
            self._sheet.close_sheet()

    async def copy_unsaved(self) -> None:
        """Write what is not on disk to another folder. Raises ``RescueFailedError``."""
        unsaved = self._controller.workspace.unsaved_texts()
        self._folder = await rescue_texts(unsaved)
        self._copied = unsaved

    def tell_of_copy(self) -> None:
        """Say where the copy is."""
        said = self.tr("A copy of your unsaved text is in {folder}")
        self._window.notify(said.format(folder=self._folder))

    async def close(self) -> bool:
        """Put everything on disk and close; False to stay, when something cannot be saved.

        What cannot be saved is first copied elsewhere, and whether to go is asked; who closes
        again has answered.
        """
        lead, failure = self._controller.lead, None
        if lead.has_ended:
            return True
        self._window.keep_geometry()
        try:
            async with asyncio.timeout(_CLOSING_TAKES), lead.turn():
                if self._can_save and not self._desk.has_typed:
                    await self._controller.save_all()
                    lead.end()
                    return True
        except Exception as error:  # noqa: BLE001 - whatever it is, nobody loses words by it
            errors.record(error)
            failure = error
        return await self._leave_behind(self._controller.storage.failure or failure)

    @property
    def _can_save(self) -> bool:
        storage = self._controller.storage
        return storage.failure is None or storage.waiting

    async def _leave_behind(self, failure: BaseException | None) -> bool:
        """Let go of a library that does not take what is typed, once that is copied elsewhere."""
        was_asked, unsaved = self._was_asked, self._controller.workspace.unsaved_texts()
        try:
            if unsaved and unsaved != self._copied:
                await self.copy_unsaved()
        except RescueFailedError as error:
            self._controller.show_error(error)
            return False
        if not was_asked and (unsaved or self._controller.storage.kept):
            self._ask(failure, len(unsaved))
            return False
        self._controller.lead.end()
        self._controller.tasks.cancel_all()
        library.abandon_library()
        return True

    def _ask(self, failure: BaseException | None, texts: int) -> None:
        if self._sheet is None:
            context = self._controller.context
            self._sheet = QuestionSheet(context.theme, context.icons, self._window, "closing_sheet")
            self._sheet.closed.connect(self._on_sheet_closed)
        self._was_asked = True
        self._sheet.ask(partial(self._question, failure, texts), self._go)

    def _go(self) -> None:
        self._was_asked = True
        self._window.close()

    def _on_sheet_closed(self) -> None:
        self._was_asked = False

    def _question(self, failure: BaseException | None, texts: int) -> Question:
        cause = "" if failure is None else errors.sentence(failure)
        if texts:
            missing = self.tr("%Ln texts could not be saved in the library.", "", texts)
            copy = self.tr(
                "A copy of your unsaved text is in {folder}. "
                "Novelist offers it to you once the library can be opened again."
            ).format(folder=self._folder)
            told = together(cause, missing, copy)
        else:
            told = together(cause, self.tr("What you did last could not be saved, and is lost."))
        return Question(
            self.tr("Close Novelist now?"),
            told,
            self.tr("Stay here"),
            self.tr("Close Novelist"),
            self.tr("Close"),
        )
