# SPDX-License-Identifier: MIT
"""Asks which of two versions is to stay: a banner first, which waits, then a sheet with both."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from novelist.domain.changes import Action, Changes, Subject
from novelist.errors import NotFoundError
from novelist.services.unsaved import conflicts
from novelist.services.unsaved.conflicts import About, KeptBeside
from novelist.ui.faults.notice import Notice
from novelist.ui.undo_offer import UndoOffer

if TYPE_CHECKING:
    from novelist.domain.edit import Edit
    from novelist.ui.conflicts.sheet import Choice, ConflictSheet
    from novelist.ui.controller import Controller

INITIATOR: Final = "conflicts"


class ConflictsController(QObject):
    """One for the life of the window."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        self._tasks, self._context = controller.tasks, controller.context
        self._workspace, self._notice = controller.workspace, controller.faults.notice
        self._questions = controller.workspace.questions
        self._sheet: ConflictSheet | None = None
        self._shown: KeptBeside | None = None
        self._questions.asked.connect(self._on_questions_asked)
        self._questions.settled.connect(self._notice.take_away)
        self._context.bus.changed.connect(self._on_bus_changed)

    # -- the banner ----------------------------------------------------------------------------

    def _on_questions_asked(self, name: str) -> None:
        kept = self._questions.find(name)
        if kept is None:
            return
        title = self._title_of(kept)
        self._notice.say(
            Notice(
                name,
                lambda: self.tr("“{title}” was changed elsewhere while you wrote.").format(
                    title=title
                ),
                partial(self._details_of, kept),
                lambda: self.tr("Keep both versions"),
                partial(self._questions.settle, name),
                lambda: self.tr("Compare…"),
                partial(self._compare, name),
            )
        )

    def _details_of(self, kept: KeptBeside) -> str:
        if kept.about is About.TEXT:
            return self.tr(
                "Nothing is lost: your words are here, the other version is in a scene after it."
            )
        if kept.about is About.ITEM:
            return self.tr(
                "Nothing is lost: title, synopsis and notes are as you wrote them, "
                "and what was written elsewhere is in a note after it."
            )
        return self.tr(
            "Nothing is lost: the details are as you wrote them, "
            "and what was written elsewhere is in a note at the end of the novel."
        )

    def _title_of(self, kept: KeptBeside) -> str:
        if kept.about is not About.NOVEL:
            return self._workspace.binder.title_of(kept.key)
        return self._workspace.novel.title if self._workspace.novel_id == kept.key else ""

    # -- the sheet -----------------------------------------------------------------------------

    def _compare(self, name: str) -> None:
        self._tasks.latest(INITIATOR, self._show(name))

    async def _show(self, name: str) -> None:
        kept = self._questions.find(name)
        if kept is None:
            return
        await self._workspace.flush()
        try:
            both = await conflicts.compare_kept(kept)
        except NotFoundError:  # one of them is gone for ever
            self._questions.settle(name)
            return
        sheet, self._shown = self._sheet_of_window(), kept
        title = self._title_of(kept) or both.title
        language = self._workspace.novel.language if self._workspace.novel_id else "en"
        is_text = kept.about is About.TEXT
        sheet.comparison.settings = self._controller.workspace.editor.page_settings
        sheet.show_versions(both, title, language, is_text=is_text)

    def _sheet_of_window(self) -> ConflictSheet:
        from novelist.ui.conflicts.sheet import ConflictSheet  # noqa: PLC0415 - rarely any

        if self._sheet is None:
            context = self._context
            self._sheet = ConflictSheet(context.theme, context.icons, self._controller.window)
            self._sheet.chosen.connect(self._on_sheet_chosen)
            self._sheet.closed.connect(self._on_sheet_closed)
        return self._sheet

    def _on_sheet_closed(self) -> None:
        """Nobody chose: both are kept."""
        kept, self._shown = self._shown, None
        if kept is not None:
            self._questions.settle(kept.name)

    def _on_sheet_chosen(self, choice: Choice) -> None:
        kept, self._shown = self._shown, None
        assert self._sheet is not None
        self._sheet.close_sheet()
        if kept is not None:
            self._tasks.start(self._choose(kept, choice))

    async def _choose(self, kept: KeptBeside, choice: Choice) -> None:
        from novelist.ui.conflicts.sheet import Choice  # noqa: PLC0415 - it was shown

        if choice is Choice.KEEP_BOTH:
            self._questions.settle(kept.name)
            return
        await self._workspace.flush()
        kept = self._questions.find(kept.name) or kept  # the other one may have changed again
        if choice is Choice.TAKE_OTHER:
            edit = await conflicts.take_other(kept, initiator=INITIATOR)
            words = self.tr("The other version is in its place now")
        else:
            edit = await conflicts.keep_only_mine(kept, initiator=INITIATOR)
            words = self.tr("Yours stays, the other version is in the trash")
        self._questions.settle(kept.name)
        self._offer_undo(words, edit)

    def _offer_undo(self, words: str, edit: Edit) -> None:
        outline = self._workspace.outline
        if edit.novel_id != self._workspace.novel_id:
            self._controller.window.notify(words)
            return
        outline.remember(edit)
        undo = UndoOffer(edit.command_id, lambda: outline.undo_only(edit))
        self._controller.window.notify(words, undo)

    # -- following the store -------------------------------------------------------------------

    def _on_bus_changed(self, changes: Changes) -> None:
        for entry in changes.entries:
            if entry.subject is Subject.ITEM and entry.action is Action.DELETED:
                self._questions.settle_about(entry.ids)
