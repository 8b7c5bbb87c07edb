# SPDX-License-Identifier: MIT
"""Leads to the page "History", and does what is wished there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from novelist.domain.changes import Changes, Subject
from novelist.services import outline, texts
from novelist.ui.history.comparing import Comparing
from novelist.ui.history.deleted_scope import DeletedScope
from novelist.ui.history.naming import NamingSheet
from novelist.ui.history.novel_scope import NovelScope
from novelist.ui.history.page import HistoryPage
from novelist.ui.history.reading import Reading
from novelist.ui.history.scene_scope import SceneScope
from novelist.ui.history.side import DELETED, NOVEL, SCENE
from novelist.ui.history.surroundings import LIST, SHOW, Surroundings
from novelist.ui.labels import stand_in
from novelist.ui.save_state import SaveState
from novelist.ui.undo_offer import UndoOffer

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem
    from novelist.domain.library_place import LibraryPlace
    from novelist.services.journal.undo import Edit
    from novelist.ui.controller import Controller

HISTORY: Final = "history"
_SAVING_TAKES: Final = 1.0  # seconds; when it takes longer the history is not kept waiting


class HistoryController(QObject):
    """One for the life of the window; the page is made when it is first wanted."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        context = controller.context
        self.page = HistoryPage(context.theme, context.icons, controller.tasks)
        self.page.stage.show_pictures(controller.workspace.editor.documents.pictures)
        tasks, show_error = controller.tasks, controller.show_error
        self._reading = Reading(tasks, self.page.stage, show_error, self)
        self._titles: dict[int, str] = {}
        self._naming: NamingSheet | None = None
        self._shown = self._open_novel
        controller.window.add_page(HISTORY, self.page)
        around = self._surroundings()
        self.scene, self.novel = SceneScope(around, self), NovelScope(around, self)
        self.deleted = DeletedScope(around, self)
        self._connect()

    def _surroundings(self) -> Surroundings:
        controller, context = self._controller, self._controller.context
        return Surroundings(
            page=self.page,
            theme=context.theme,
            icons=context.icons,
            naming=self._naming_sheet,
            tasks=controller.tasks,
            reading=self._reading.tasks,
            comparing=Comparing(controller.tasks),
            notify=controller.window.notify,
            novel_id=lambda: controller.workspace.novel_id or 0,
            language=lambda: controller.workspace.novel.language,
            title_of=self._title_of,
            load_trash=self._load_trash,
            flush=controller.workspace.flush,
            done=self._done,
            show_scene=self.show_scene,
            again=self._again,
        )

    def _naming_sheet(self) -> NamingSheet:
        """Made when it is first wanted: the page is there sooner."""
        if self._naming is None:
            context = self._controller.context
            self._naming = NamingSheet(context.theme, context.icons, self._controller.window)
        return self._naming

    def _connect(self) -> None:
        side, stage = self.page.side, self.page.stage
        side.scope_changed.connect(self._on_side_scope_changed)
        side.name_requested.connect(self._on_name_requested)
        stage.empty.action_requested.connect(self._on_name_requested)
        stage.slider.valueChanged.connect(self._on_slider_value_changed)
        stage.primary.clicked.connect(self._on_primary_clicked)
        stage.second.clicked.connect(self._on_second_clicked)
        stage.passage_wanted.connect(self._on_passage_wanted)
        self.page.language_changed.connect(self._on_page_language_changed)
        self._reading.wanted.connect(self._on_reading_wanted)
        self.page.left.connect(self._controller.show_write)
        self._controller.context.bus.changed.connect(self._on_bus_changed)

    # -- showing -------------------------------------------------------------------------------

    def show(self) -> None:
        """Show the history of the scene that is open."""
        self.show_scene(self._controller.workspace.editor.current_item_id)

    def show_scene(self, item_id: int | None) -> None:
        """Show the history of a scene."""
        window, side = self._controller.window, self.page.side
        if window.current_page != HISTORY:
            window.show_page(HISTORY)
            self._controller.workspace.tell_counts()
        self.scene.item_id = item_id
        if side.scope == SCENE:
            self._start(SCENE)
        else:
            side.scopes.set_value(SCENE)
        side.versions.setFocus()

    @property
    def _open_novel(self) -> tuple[LibraryPlace, int | None]:
        """Which novel is open; its id alone is also that of one in another library."""
        return self._controller.context.library, self._controller.workspace.novel_id

    def _start(self, scope: str) -> None:
        self._forget()
        self._reading.tasks.cancel(LIST)  # it may be of the scope before
        self._reading.tasks.latest(SHOW, self._show(scope))

    @property
    def _is_stale(self) -> bool:
        """Whether what is shown is of a novel that was left: nothing may be done to it."""
        return self._open_novel != self._shown

    def _forget(self) -> None:
        """Until there is something to choose from again, nothing can be done to what was chosen."""
        is_other, self._shown = self._is_stale, self._open_novel
        for each in (self.scene, self.novel, self.deleted):
            each.forget()
            if is_other:
                each.forget_novel()

    async def _show(self, scope: str) -> None:
        workspace, stage = self._controller.workspace, self.page.stage
        if workspace.novel_id is None:
            return
        await self._settle()
        if workspace.novel_id is None:  # left meanwhile
            return
        stage.set_page(workspace.editor.page_settings, workspace.novel.language)
        if scope != DELETED:  # that lists it itself
            await self._load_trash()
        shows = {
            SCENE: lambda: self.scene.show(self.scene.item_id),
            NOVEL: self.novel.show,
            DELETED: self.deleted.show,
        }
        await shows[scope]()

    async def _settle(self) -> None:
        """Put what is typed on disk; while the disk takes nothing, what it holds is shown."""
        controller = self._controller
        if controller.tracker.state is not SaveState.PAUSED:
            saving = controller.tasks.start(controller.workspace.flush())
            await asyncio.wait([saving], timeout=_SAVING_TAKES)

    async def _load_trash(self) -> list[OutlineItem]:
        novel_id = self._controller.workspace.novel_id or 0
        items = await outline.load_trash(novel_id)
        words = await texts.load_beginnings(novel_id, items)
        self._titles = {
            item.id: item.title or stand_in(item.kind, words.get(item.id, ""), item.synopsis)
            for item in items
        }
        return items

    def _title_of(self, item_id: int) -> str:
        return self._titles.get(item_id) or self._controller.workspace.binder.title_of(item_id)

    def _again(self, scope: str, show: Callable[[], Coroutine[Any, Any, None]]) -> None:
        if self.page.side.scope == scope and not self._is_stale:
            self._reading.tasks.latest(LIST, show())

    def _done(self, edit: Edit, said: str) -> None:
        """An action is done: it can be undone from the toast, the menu, another day."""
        steps = self._controller.workspace.outline
        steps.remember(edit)
        undo = UndoOffer(edit.command_id, lambda: steps.undo_only(edit))
        self._controller.window.notify(said, undo)

    # -- slots ---------------------------------------------------------------------------------

    def _on_side_scope_changed(self, scope: str) -> None:
        self._start(scope)

    def _on_slider_value_changed(self) -> None:
        mark, scope = self.page.stage.slider.mark, self.page.side.scope
        if mark is not None and scope == SCENE:
            self.scene.move_to(mark.key)
        elif mark is not None and scope == NOVEL:
            self.novel.move_to(mark.key)

    def _on_primary_clicked(self) -> None:
        if self._is_stale:
            return
        restore = {
            SCENE: self.scene.restore,
            NOVEL: self.novel.restore,
            DELETED: self.deleted.restore,
        }
        self._controller.tasks.start(restore[self.page.side.scope]())

    def _on_second_clicked(self) -> None:
        if self._is_stale:
            return
        second = {SCENE: self.scene.copy, NOVEL: self.novel.second, DELETED: self.deleted.second}
        second[self.page.side.scope]()

    def _on_passage_wanted(self, passage: int) -> None:
        if self.page.side.scope == SCENE and not self._is_stale:
            self._controller.tasks.start(self.scene.bring_back(passage))

    def _on_name_requested(self) -> None:
        if self._is_stale:
            return
        ask = {SCENE: self.scene.ask_for_name, NOVEL: self.novel.ask_for_name}
        ask[self.page.side.scope]()

    def _on_page_language_changed(self) -> None:
        if self.page.isVisible():
            self._start(self.page.side.scope)

    def _on_reading_wanted(self) -> None:
        if self.page.isVisible() and not self._is_stale:
            self._start(self.page.side.scope)

    def _on_bus_changed(self, changes: Changes) -> None:
        """An undo, or another program, changed what is shown."""
        if not self.page.isVisible() or self._is_stale:
            return
        written, items = changes.ids(Subject.TEXT), changes.ids(Subject.ITEM)
        latest, scope = self._reading.tasks.latest, self.page.side.scope
        if scope == SCENE and self.scene.item_id in written:
            latest(LIST, self.scene.refresh())
        elif scope == NOVEL and (written or items):
            latest(LIST, self.novel.refresh())
        elif scope == DELETED and items:
            latest(LIST, self.deleted.show())
