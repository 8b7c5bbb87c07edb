# SPDX-License-Identifier: MIT
"""How much of the novel is shown at once: which scenes flow, and where their texts come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from novelist.domain.enums import ItemKind
from novelist.domain.outline import in_manuscript
from novelist.services import texts
from novelist.ui.editor.header import EXTENTS
from novelist.ui.labels import count_label
from novelist.ui.manuscript.section import FlowScene
from novelist.ui.manuscript.view import ManuscriptView

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem
    from novelist.domain.counting import Counts
    from novelist.ui.actions import Actions
    from novelist.ui.context import Context
    from novelist.ui.manuscript_counts import ManuscriptCounts
    from novelist.ui.open_texts import OpenTexts
    from novelist.ui.workspace import Workspace

ALONE: Final = EXTENTS[0]
_CHAPTER: Final = EXTENTS[1]
_HEADS: Final = ("scene_titles", "scene_synopses")


class ManuscriptController(QObject):
    """Shows one scene alone, its chapter, or the whole manuscript in the editor of a workspace."""

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
        self._view: ManuscriptView | None = None
        self._coming: set[int] = set()  # texts that are being loaded
        self._actions: Actions | None = None
        self._editor.header.extent_chosen.connect(self.choose)
        self._editor.counts_changed.connect(self._on_editor_counts_changed)

    @property
    def extent(self) -> str:
        """How much the writer wants to see of this novel at once."""
        novel_id = self._workspace.novel_id
        if novel_id is None:
            return ALONE
        return self._context.state.novel(self._context.library, novel_id).extent

    def connect_actions(self, actions: Actions, keep: Callable[[str, object], None]) -> None:
        """Let the commands of the window do what they say; ``keep`` remembers a setting."""
        self._actions = actions
        for extent in EXTENTS:
            actions[f"extent_{extent}"].triggered.connect(partial(self.choose, extent))
        for name in _HEADS:
            actions[name].setChecked(bool(getattr(self._context.settings, name)))
            actions[name].triggered.connect(partial(self._choose_head, keep, name))

    def _choose_head(self, keep: Callable[[str, object], None], name: str, wanted: bool) -> None:
        keep(name, wanted)
        self.show_heads()

    def choose(self, extent: str, _checked: bool = True) -> None:
        """Show so much from now on; the caret stays where it is."""
        novel_id = self._workspace.novel_id
        if novel_id is None or extent not in EXTENTS:
            return
        self._context.state.novel(self._context.library, novel_id).extent = extent
        self.make_room(self._editor.current_item_id)
        self._workspace.note_place()
        self._editor.focus_text()

    def make_room(self, item_id: int | None) -> None:
        """Before the text of an item is shown: let it flow with others, or stand alone."""
        self._show_extent()
        scenes = [] if item_id is None else self._scenes(item_id)
        if item_id is None or self.extent == ALONE or item_id not in {s.item_id for s in scenes}:
            self._editor.end_flow()
        elif self._editor.flow is not None:
            self._editor.flow.show_scenes(scenes)
        else:
            self._editor.begin_flow(self._made(), scenes)

    def refresh(self) -> None:
        """The outline is another one now."""
        if not self._editor.edit.is_composing:  # else it would be cut short
            self.make_room(self._editor.current_item_id)

    def _show_extent(self) -> None:
        self._editor.header.extent.set_value(self.extent)
        if self._actions is not None:
            self._actions[f"extent_{self.extent}"].setChecked(True)

    def show_heads(self) -> None:
        """Show between the scenes what the writer wants there."""
        if self._view is not None:
            settings = self._context.settings
            self._view.show_heads(titles=settings.scene_titles, synopses=settings.scene_synopses)

    def _made(self) -> ManuscriptView:
        if self._view is None:
            self._view = ManuscriptView(
                self._context.theme, self._editor.documents, self._editor.edit
            )
            self._view.texts_needed.connect(self._on_texts_needed)
            self._view.scene_left.connect(self._editor.scene_left)
            self._view.scene_entered.connect(self._editor.scene_entered)
            self._view.moved.connect(self._editor.place_changed)
            self.show_heads()
        return self._view

    # -- which scenes --------------------------------------------------------------------------

    def _scenes(self, item_id: int) -> list[FlowScene]:
        """The scenes that flow with an item: of its chapter, or of the whole manuscript."""
        items = [item for item, _ in in_manuscript(self._counts.items)]
        if self.extent == _CHAPTER:
            chapter = self._chapter_of(item_id)
            items = [item for item in items if self._chapter_of(item.id) == chapter]
        headed: set[int] = set()
        return [self._scene(item, headed) for item in items if ItemKind(item.kind).has_text]

    def _chapter_of(self, item_id: int) -> int | None:
        """What the item stands in: its chapter, or its part, or nothing."""
        above = self._counts.ancestors(item_id)
        return above[-1].id if above else None

    def _scene(self, item: OutlineItem, headed: set[int]) -> FlowScene:
        chapter, language = self._chapter_of(item.id), self._workspace.novel.language
        binder = self._workspace.binder
        begins = chapter is not None and chapter not in headed
        if chapter is not None:
            headed.add(chapter)
        return FlowScene(
            item.id,
            binder.title_of(item.id) if item.title else "",
            heading=binder.title_of(chapter) if begins and chapter is not None else "",
            synopsis=item.synopsis,
            count=count_label(item.words, language),
            characters=item.characters,
            status=binder.model.hue_of(item) or "",
        )

    # -- their texts ---------------------------------------------------------------------------

    def _on_texts_needed(self, item_ids: list[int]) -> None:
        wanted = [item_id for item_id in item_ids if item_id not in self._coming]
        if wanted:
            self._coming.update(wanted)
            self._workspace.tasks.start(self._bring(wanted))

    async def _bring(self, item_ids: list[int]) -> None:
        try:
            loaded = await texts.load_texts(item_ids)
        finally:
            self._coming.difference_update(item_ids)
        flow = self._editor.flow
        if flow is None:
            return
        for text in loaded:
            item_id = text.body.item_id
            if self._counts.find(item_id) is None:
                continue
            documents = self._editor.documents
            if item_id not in documents:
                self._texts.open(text.body)
            style = self._editor.edit.style_of_page
            flow.put(item_id, documents.open(item_id, text.document, style, shown=False))

    def _on_editor_counts_changed(self, item_id: int, counts: Counts) -> None:
        section = None if self._editor.flow is None else self._editor.flow.flow.find(item_id)
        if self._editor.flow is not None and section is not None:
            count = count_label(counts.words, self._workspace.novel.language)
            self._editor.flow.note_scene(replace(section.scene, count=count))
