# SPDX-License-Identifier: MIT
"""How much of the novel is shown at once, in how many places, and where the texts come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSignalBlocker, Qt

from novelist.services import texts
from novelist.ui.editor.header import EXTENTS
from novelist.ui.labels import count_label
from novelist.ui.manuscript.scenes import ALONE, SceneFinder
from novelist.ui.panes import memory
from novelist.ui.panes.pane import Pane, Tab
from novelist.ui.panes.panes import Panes
from novelist.ui.panes.visited import Visit, Visited

if TYPE_CHECKING:
    from novelist.domain.counting import Counts
    from novelist.services.texts import LoadedText
    from novelist.settings import NovelState
    from novelist.ui.actions import Actions
    from novelist.ui.context import Context
    from novelist.ui.manuscript.section import FlowScene
    from novelist.ui.manuscript_counts import ManuscriptCounts
    from novelist.ui.open_texts import OpenTexts
    from novelist.ui.workspace import Workspace

_HEADS: Final = ("scene_titles", "scene_synopses")


class ManuscriptController(QObject):
    """Shows one scene alone, its chapter or the whole manuscript, in one pane or in several.

    As long as one pane shows one scene alone, that is the page of the editor itself.
    """

    def __init__(
        self,
        workspace: Workspace,
        context: Context,
        counts: ManuscriptCounts,
        open_texts: OpenTexts,
    ) -> None:
        super().__init__(workspace)
        self._workspace, self._context = workspace, context
        self._counts, self._texts = counts, open_texts
        self._editor = workspace.editor
        self._finder = SceneFinder(counts, workspace.binder)
        self._made: Panes | None = None
        self._alone = Visited()  # as long as there are no panes
        self._coming: set[int] = set()  # texts of the open novel that are being loaded
        self._unreadable: set[int] = set()  # that were said to be damaged
        self._actions: Actions | None = None
        self._editor.header.extent_chosen.connect(self.choose)
        self._editor.counts_changed.connect(self._on_editor_counts_changed)
        self._editor.page_settings_changed.connect(self._on_editor_page_settings_changed)
        self._editor.scene_entered.connect(self._on_editor_scene_entered)
        workspace.binder.tab_requested.connect(self.open_in_tab)
        workspace.binder.beside_requested.connect(self.open_beside)

    # -- how much is shown ---------------------------------------------------------------------

    @property
    def extent(self) -> str:
        """How much the writer wants to see at once where she writes."""
        if self._made is not None and self._made.active.tab is not None:
            return self._made.active.tab.extent
        novel_id = self._workspace.novel_id
        return ALONE if novel_id is None else self._state_of(novel_id).extent

    def choose(self, extent: str, _checked: bool = True) -> None:
        """Show so much from now on; the caret stays where it is."""
        novel_id, item_id = self._workspace.novel_id, self._editor.current_item_id
        if novel_id is None or extent not in EXTENTS:
            return
        self._state_of(novel_id).extent = extent
        if self._made is not None and self._made.active.tab is not None:
            self._made.active.tab.extent = extent
        if item_id is not None:
            self._show(item_id)
        self._workspace.note_place()
        self._editor.focus_text()

    def make_room(self, item_id: int) -> None:
        """Before the text of an item is shown: let it stand where it is to be written."""
        if self._made is not None:
            pane = self._made.target()
            self._made.activate(pane)
            self._note_tab(pane, item_id)
        self._visited.visit(item_id)
        self._show(item_id, anew=False)

    def tell_names(self) -> None:
        """A scene is called something else now."""
        if self._made is not None:
            self._made.tell()

    def refresh(self) -> None:
        """The outline is another one now."""
        for pane in self._made.all if self._made is not None else ():
            pane.filled_with = ""
        if self._editor.edit.is_composing:  # it would be cut short
            return
        if self._made is not None:
            self._forget_gone(self._made)
            for pane in self._made.all:
                if pane is not self._made.active:
                    self._fill(pane)
            self._made.tell()
        item_id = self._editor.current_item_id
        if item_id is not None and self._counts.find(item_id) is not None:
            self._show(item_id)

    def restore(self) -> None:
        """Let the panes of the open novel stand as they were left."""
        novel_id, item_id = self._workspace.novel_id, self._editor.current_item_id
        if novel_id is None or item_id is None or self._editor.edit.is_composing:
            return
        left = self._state_of(novel_id).panes
        if left:
            panes = self._panes
            panes.active.tabs.clear()
            memory.restore(panes, left, self._is_there)
            self._note_tab(panes.active, item_id)
        self.refresh()

    def keep(self) -> None:
        """Note how the panes stand, to be there again at the next start."""
        novel_id = self._workspace.novel_id
        if novel_id is not None and self._made is not None:
            self._state_of(novel_id).panes = memory.kept(self._made)

    def leave(self) -> None:
        """The novel is left."""
        self._alone = Visited()
        self._coming, self._unreadable = set(), set()
        if self._made is not None:
            self._made.clear()

    def _show(self, item_id: int, *, anew: bool = True) -> None:
        """Let the text that is written in flow with what is to be seen around it.

        Not ``anew``: what flows already is as it should be, if the text is part of it.
        """
        self._show_extent()
        is_flowing = self._editor.flow is not None
        if self.extent == ALONE and not (self._made is not None and self._made.needs_bar):
            self._editor.end_flow()
            return
        panes = self._panes
        if panes.active.tab is None:
            self._note_tab(panes.active, item_id)
        pane = panes.active
        if is_flowing:
            self._editor.switch_flow(pane.view)
            if anew or pane.filled_with != self.extent or pane.view.flow.find(item_id) is None:
                self._fill(pane, item_id)
        else:
            self._editor.begin_flow(pane.view, self._scenes(item_id, self.extent), panes.area)
            pane.filled_with = self.extent
        panes.tell()

    def _show_extent(self) -> None:
        with QSignalBlocker(self._editor.header.extent):  # nobody chose it there
            self._editor.header.extent.set_value(self.extent)
        if self._actions is not None:
            self._actions[f"extent_{self.extent}"].setChecked(True)

    # -- panes ---------------------------------------------------------------------------------

    @property
    def _panes(self) -> Panes:
        if self._made is None:
            extent = self.extent
            self._made = panes = Panes(self._editor, self._context.theme, self._context.icons)
            binder = self._workspace.binder
            panes.name_with(binder.title_of, binder.has_title)
            panes.active.visited = self._alone
            panes.texts_needed.connect(self._on_texts_needed)
            panes.shown.connect(self._on_panes_shown)
            panes.entered.connect(self._on_panes_entered)
            panes.emptied.connect(self._on_panes_emptied)
            item_id = self._editor.current_item_id
            if item_id is not None:
                panes.active.tabs = [Tab(item_id, extent)]
                panes.active.current = 0
            self._show_heads_in(panes.active)
        return self._made

    @property
    def _visited(self) -> Visited:
        return self._alone if self._made is None else self._made.active.visited

    def _note_tab(self, pane: Pane, item_id: int) -> None:
        """The current tab of a pane shows this item from now on."""
        if pane.tab is None:
            pane.tabs, pane.current = [Tab(item_id, self.extent)], 0
        else:
            pane.tab.item_id = item_id

    def _fill(self, pane: Pane, item_id: int | None = None) -> None:
        """Let a pane show its tab, or this item as the tab says."""
        if pane.tab is not None:
            wanted = pane.tab.item_id if item_id is None else item_id
            pane.view.show_scenes(self._scenes(wanted, pane.tab.extent))
            pane.filled_with = pane.tab.extent

    def split(self, way: Qt.Orientation) -> None:
        """Show the open scene a second time, beside or below."""
        self._begin_panes()
        if self._made is not None:
            self._made.split(self._made.active, way)

    def _begin_panes(self) -> None:
        """Let the open scene stand in a pane, that others can come beside."""
        item_id = self._editor.current_item_id
        if item_id is None:
            return
        panes = self._panes
        self._note_tab(panes.active, item_id)
        if self._editor.flow is None:
            scenes = self._scenes(item_id, self.extent)
            self._editor.begin_flow(panes.active.view, scenes, panes.area)

    def open_window(self) -> None:
        """Show the open scene in a window of its own."""
        self._begin_panes()
        if self._made is not None:
            self._made.open_window()

    def open_in_tab(self, item_id: int) -> None:
        """Open an item in a tab of its own."""
        if self._editor.current_item_id is None:
            self._workspace.show_item(item_id)
        else:
            self._panes.add_tab(Tab(item_id, ALONE))

    def open_beside(self, item_id: int) -> None:
        """Open an item in a pane of its own, to the right."""
        self.split(Qt.Orientation.Horizontal)
        self._workspace.show_item(item_id)

    def close(self) -> None:
        """Close the tab that is written in, and with its last tab the pane."""
        if self._made is not None:
            self._made.close_tab(self._made.active, self._made.active.current)

    def go(self, way: int) -> None:
        """Back to the place one was at before, or forward again."""
        self._visited.leave(self._editor.caret)
        visit = self._visited.back() if way < 0 else self._visited.forward()
        if visit is not None:
            self._workspace.tasks.start(self._return(visit))

    async def _return(self, visit: Visit) -> None:
        await self._workspace.open_item(visit.item_id, focus=True)
        if visit.caret is not None and self._editor.current_item_id == visit.item_id:
            self._editor.edit.set_caret_position(visit.caret)

    def _on_panes_shown(self, pane: Pane) -> None:
        if pane.tab is None:
            return
        self._show_heads_in(pane)
        if pane is self._panes.active:
            self._workspace.show_item(pane.tab.item_id)
        else:
            self._fill(pane)

    def _on_panes_entered(self, pane: Pane) -> None:
        self._show_extent()

    def _on_panes_emptied(self) -> None:
        item_id = self._editor.current_item_id
        if item_id is not None and self._workspace.novel_id is not None:
            self._show(item_id)

    def _on_editor_scene_entered(self, item_id: int) -> None:
        """The caret went over a border: the tab and the places visited go along."""
        if self._made is not None:
            self._note_tab(self._made.active, item_id)
            self._made.tell()
        self._visited.visit(item_id)

    def _forget_gone(self, panes: Panes) -> None:
        items = {tab.item_id for pane in panes.all for tab in pane.tabs}
        for item_id in items:
            if self._counts.find(item_id) is None:
                panes.forget(item_id)

    # -- commands ------------------------------------------------------------------------------

    def connect_actions(self, actions: Actions, keep: Callable[[str, object], None]) -> None:
        """Let the commands of the window do what they say; ``keep`` remembers a setting."""
        self._actions = actions
        for extent in EXTENTS:
            actions[f"extent_{extent}"].triggered.connect(partial(self.choose, extent))
        for name in _HEADS:
            actions[name].setChecked(bool(getattr(self._context.settings, name)))
            actions[name].toggled.connect(partial(self._choose_head, keep, name))
        handlers: dict[str, Callable[[], None]] = {
            "split_right": lambda: self.split(Qt.Orientation.Horizontal),
            "split_below": lambda: self.split(Qt.Orientation.Vertical),
            "new_window": self.open_window,
            "next_pane": lambda: self._panes.step(1),
            "new_tab": self._open_tab_here,
            "next_tab": lambda: self._panes.step_tab(1),
            "previous_tab": lambda: self._panes.step_tab(-1),
            "close_tab": self.close,
            "reopen_tab": lambda: self._panes.reopen_tab(self._is_there),
            "go_back": lambda: self.go(-1),
            "go_forward": lambda: self.go(1),
        }
        actions.connect_all(handlers)

    def _open_tab_here(self) -> None:
        item_id = self._editor.current_item_id
        if item_id is not None:
            self.open_in_tab(item_id)

    def _is_there(self, item_id: int) -> bool:
        return self._counts.find(item_id) is not None

    def _choose_head(self, keep: Callable[[str, object], None], name: str, wanted: bool) -> None:
        keep(name, wanted)
        for pane in self._made.all if self._made is not None else ():
            self._show_heads_in(pane)

    def _show_heads_in(self, pane: Pane) -> None:
        settings = self._context.settings
        pane.view.show_heads(titles=settings.scene_titles, synopses=settings.scene_synopses)

    # -- texts ---------------------------------------------------------------------------------

    def _state_of(self, novel_id: int) -> NovelState:
        return self._context.state.novel(self._context.library, novel_id)

    def _scenes(self, item_id: int, extent: str) -> list[FlowScene]:
        return self._finder.around(item_id, extent, self._workspace.novel.language)

    def _on_texts_needed(self, item_ids: list[int]) -> None:
        self._give_up(self._unreadable.intersection(item_ids))
        wanted = set(item_ids) - self._coming - self._unreadable
        if wanted:
            self._coming |= wanted
            self._workspace.tasks.start(self._bring(sorted(wanted), self._coming))

    async def _bring(self, item_ids: list[int], coming: set[int]) -> None:
        """Load texts and show them; ``coming`` is no longer ours where the novel was left."""
        found: list[LoadedText] = []
        try:
            loaded = await texts.load_texts(item_ids)
            found = loaded.readable
        finally:
            coming.difference_update(item_ids)
            if coming is self._coming:
                self._show_texts(found)
                self._give_up(set(item_ids).difference(text.body.item_id for text in found))
        if loaded.damage and coming is self._coming:
            self._unreadable |= set(loaded.damage)
            raise next(iter(loaded.damage.values()))

    def _show_texts(self, loaded: list[LoadedText]) -> None:
        documents, style = self._editor.documents, self._editor.edit.style_of_page
        for text in loaded:
            item_id = text.body.item_id
            if self._counts.find(item_id) is None:
                continue
            if item_id not in documents:
                self._texts.open(text.body)
            live = documents.open(item_id, text.document, style)
            for pane in self._made.all if self._made is not None else ():
                pane.view.put(item_id, live)

    def _give_up(self, item_ids: set[int]) -> None:
        """These texts cannot be had: nobody waits for them."""
        for pane in self._made.all if self._made is not None and item_ids else ():
            pane.view.give_up(item_ids)

    def _on_editor_page_settings_changed(self, _settings: object) -> None:
        for pane in self._made.all if self._made is not None else ():
            pane.view.set_again()

    def _on_editor_counts_changed(self, item_id: int, counts: Counts) -> None:
        if self._made is None:
            return
        count = count_label(counts.words, self._workspace.novel.language)
        for pane in self._made.all:
            section = pane.view.flow.find(item_id)
            if section is not None:
                pane.view.note_scene(replace(section.scene, count=count))
