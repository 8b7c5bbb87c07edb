# SPDX-License-Identifier: MIT
"""Novel details are opened from shelf, menu, binder and inspector; what they ask for is done."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from novelist.domain.changes import Changes, Subject
from novelist.domain.edit import is_about_choices
from novelist.domain.enums import ChoiceKind, Hue
from novelist.errors import DuplicateTitleError
from novelist.services import choices, novels, outline
from novelist.services.library.preload import load_novel
from novelist.services.writing_days import list_writing_days
from novelist.ui import errors
from novelist.ui.save_state import SaveState
from novelist.ui.undo_steps import UndoSteps

if TYPE_CHECKING:
    from novelist.db.models import Novel
    from novelist.services.journal.undo import Edit
    from novelist.ui.controller import Controller
    from novelist.ui.novel_details.sheet import NovelDetailsSheet

NOVEL: Final = "novel"
INITIATOR: Final = "novel_details"
_LISTS: Final = {Subject.STATUS, Subject.LABEL}


class NovelDetailsController(QObject):
    """One sheet, made when it is first wanted; beside it the choosers that show the lists."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        self._tasks = controller.tasks
        self._sheet: NovelDetailsSheet | None = None
        self._novel: Novel | None = None
        self._on_shelf = False
        self._language = ""
        self.steps = UndoSteps(self._tasks, INITIATOR, self._after_step, self, self.settle)
        controller.shelf_panel.details_requested.connect(self.show_on_shelf)
        controller.workspace.binder.details_requested.connect(self.show)
        controller.workspace.inspector.details_requested.connect(self.show)
        controller.context.bus.changed.connect(self._on_bus_changed)

    # -- opening -------------------------------------------------------------------------------

    def show(self, page: str = NOVEL) -> None:
        """Show the novel that is open: its fields, or one of its lists."""
        novel_id = self._controller.workspace.novel_id
        if novel_id is not None:
            self._tasks.latest(INITIATOR, self._open(novel_id, page, on_shelf=False))

    def show_on_shelf(self, novel_id: int) -> None:
        """Show a novel of the shelf; what is changed is undone there."""
        self._tasks.latest(INITIATOR, self._open(novel_id, NOVEL, on_shelf=True))

    async def settle(self) -> None:
        """Wait until what was typed is on disk; raises what kept it from getting there."""
        if self._sheet is not None:
            await self._sheet.details.settle()

    def forget(self) -> None:
        """The library is left with what was typed and not saved: that waits elsewhere."""
        self._novel = None
        if self._sheet is not None:
            self._sheet.details.forget()
            self._sheet.close_sheet()

    async def _open(self, novel_id: int, page: str, *, on_shelf: bool) -> None:
        novel = await novels.get_novel(novel_id)
        days = await list_writing_days(novel_id)
        if self._sheet is None:
            self._sheet = self._make_sheet()
        await self.settle()
        self._novel, self._on_shelf, self._language = novel, on_shelf, novel.language
        self.steps.show(novel_id)
        self.steps.follow()
        await self._show_lists()
        self._sheet.show_days(days, novel.language)
        self._sheet.open_for(novel, page)

    def _make_sheet(self) -> NovelDetailsSheet:
        from novelist.ui.novel_details.sheet import NovelDetailsSheet  # noqa: PLC0415 - when wanted

        context = self._controller.context
        sheet = NovelDetailsSheet(
            context.theme, context.icons, self._tasks, self._controller.window, self._save
        )
        sheet.closed.connect(self._on_sheet_closed)
        sheet.details.edited.connect(partial(self._say, SaveState.EDITED))
        for page in sheet.lists.values():
            page.create_requested.connect(self._on_create_requested)
            page.rename_requested.connect(self._on_rename_requested)
            page.recolour_requested.connect(self._on_recolour_requested)
            page.move_requested.connect(self._on_move_requested)
            page.remove_requested.connect(self._on_remove_requested)
            page.list.undo_requested.connect(self._on_undo_requested)
            page.list.redo_requested.connect(self._on_redo_requested)
        return sheet

    async def _save(self, novel: Novel) -> None:
        save = partial(novels.save_novel, novel, on_shelf=self._on_shelf, initiator=INITIATOR)
        self._say(SaveState.SAVING)
        try:
            await self._controller.workspace.words.save(novel, save, novel.title)
        except BaseException:
            self._say(SaveState.EDITED)
            raise
        unsaved = self._sheet is not None and self._sheet.details.has_unsaved
        self._say(SaveState.EDITED if unsaved else SaveState.SAVED)

    def _say(self, state: SaveState) -> None:
        """How far what was typed of the details is on its way to the disk."""
        self._controller.tracker.set_source(INITIATOR, state)

    # -- the lists -----------------------------------------------------------------------------

    def _on_create_requested(self, kind: str, name: str) -> None:
        self._change(ChoiceKind(kind), partial(choices.create_choice, name=name), made=True)

    def _on_rename_requested(self, kind: str, choice_id: int, name: str) -> None:
        act = partial(choices.rename_choice, choice_id=choice_id, name=name)
        self._change(ChoiceKind(kind), act)

    def _on_recolour_requested(self, kind: str, choice_id: int, hue: str) -> None:
        act = partial(choices.recolour_choice, choice_id=choice_id, hue=Hue(hue))
        self._change(ChoiceKind(kind), act)

    def _on_move_requested(self, kind: str, choice_id: int, index: int) -> None:
        act = partial(choices.move_choice, choice_id=choice_id, index=index)
        self._change(ChoiceKind(kind), act)

    def _on_remove_requested(self, kind: str, choice_id: int) -> None:
        self._change(ChoiceKind(kind), partial(choices.remove_choice, choice_id=choice_id))

    def _change(
        self,
        kind: ChoiceKind,
        act: Callable[..., Coroutine[Any, Any, Edit]],
        *,
        made: bool = False,
    ) -> None:
        if self._novel is not None:
            self._tasks.start(self._do(self._novel.id, kind, act, made=made))

    async def _do(
        self,
        novel_id: int,
        kind: ChoiceKind,
        act: Callable[..., Coroutine[Any, Any, Edit]],
        *,
        made: bool,
    ) -> None:
        """Run an action of the list, show what came of it, or say below the field why not."""
        assert self._sheet is not None
        page = self._sheet.lists[kind]
        await self._controller.workspace.flush()
        try:
            edit = await act(novel_id, kind, initiator=INITIATOR)
        except DuplicateTitleError as error:
            page.say_problem(errors.sentence(error))
            return
        self.steps.remember(edit)
        await self._show_lists()
        if made:
            page.start_new()

    async def _show_lists(self) -> None:
        novel, sheet = self._novel, self._sheet
        if novel is None or sheet is None:
            return
        for kind, page in sheet.lists.items():
            load = outline.list_statuses if kind is ChoiceKind.STATUS else outline.list_labels
            found, carried = await load(novel.id), await choices.count_carriers(novel.id, kind)
            if novel is self._novel:
                page.show_choices(found, carried)

    # -- undo ----------------------------------------------------------------------------------

    def _on_undo_requested(self) -> None:
        step = self.steps.next_undo
        if step is not None and is_about_choices(step.action):
            self.steps.undo()

    def _on_redo_requested(self) -> None:
        step = self.steps.next_redo
        if step is not None and is_about_choices(step.action):
            self.steps.redo()

    async def _after_step(self, _edit: Edit) -> None:
        """Show what was undone or done again."""
        await self._show_lists()

    # -- following the store -------------------------------------------------------------------

    def _on_bus_changed(self, changes: Changes) -> None:
        open_id = self._controller.workspace.novel_id
        subjects = {e.subject for e in changes.entries if e.novel_id == open_id is not None}
        if subjects & _LISTS:
            self._tasks.latest("inspector_lists", self._show_choices())
        if self._sheet is None or self._novel is None or not self._sheet.isVisible():
            return
        here = {e.subject for e in changes.entries if e.novel_id == self._novel.id}
        if Subject.NOVEL in here:
            self._sheet.details.reflect()
        if here & _LISTS and changes.initiator != INITIATOR:
            self._tasks.latest("novel_lists", self._show_lists())
        if here and changes.initiator != INITIATOR:
            self.steps.follow()

    async def _show_choices(self) -> None:
        """Let the inspector offer the statuses and labels that there are now."""
        workspace = self._controller.workspace
        novel_id = workspace.novel_id
        if novel_id is None:
            return
        statuses = await outline.list_statuses(novel_id)
        labels = await outline.list_labels(novel_id)
        if novel_id == workspace.novel_id:
            workspace.inspector.show_choices(statuses, labels, workspace.novel.language)

    def _on_sheet_closed(self) -> None:
        novel, self._novel = self._novel, None
        is_open = novel is not None and novel.id == self._controller.workspace.novel_id
        if novel is not None and is_open and novel.language != self._language:
            self._controller.lead.start(self._show_anew(novel.id))

    async def _show_anew(self, novel_id: int) -> None:
        """Numbers, type and counts are those of another language now."""
        async with self._controller.lead.turn():
            await self._tasks.finish()
            if self._controller.workspace.novel_id == novel_id:
                loaded = await load_novel(novel_id)
                await self._controller.workspace.close_novel()
                await self._controller.workspace.open(loaded)
