# SPDX-License-Identifier: MIT
"""Keeps the tab of frequent words as the texts are, while one writes, and finds their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer

from novelist.domain.changes import Changes, Subject
from novelist.domain.enums import ItemKind
from novelist.domain.languages import is_han
from novelist.domain.outline import in_manuscript
from novelist.services.finding.finding import Scope
from novelist.services.finding.frequency import measure_items
from novelist.ui.frequency.panel import CHAPTER, SCENE, FrequencyPanel
from novelist.ui.inspector.tab_shown import TabShown

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem
    from novelist.ui.controller import Controller

_AFTER: Final = 1_500  # milliseconds without a key after which it is counted anew
_SOON: Final = 50  # milliseconds after another scene is shown
_KEY: Final = "frequency"
_WIDER: Final = {CHAPTER: Scope.CHAPTER}


class FrequencyController(QObject):
    """One for the life of the window; counts nothing while nobody sees it, or while one types."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller, self._workspace = controller, controller.workspace
        self._tasks, context = controller.tasks, controller.context
        inspector, editor = self._workspace.inspector, self._workspace.editor
        self.panel = FrequencyPanel(context.theme, context.icons, inspector)
        inspector.add_tab(self.panel)
        self._tab = TabShown(controller, self.panel)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._count)
        self.panel.scope_chosen.connect(self._count)
        self.panel.refresh_requested.connect(self._on_panel_refresh_requested)
        self.panel.places_requested.connect(self.find)
        self.panel.list.left.connect(self._tab.leave)
        editor.documents.text_edited.connect(self._on_text_edited)
        editor.text_shown.connect(self._on_scene_shown)
        editor.scene_entered.connect(self._on_scene_shown)
        context.bus.changed.connect(self._on_bus_changed)
        context.language.changed.connect(self._name_tab)
        controller.window.actions_.connect_all({"frequency": self.show})
        self._name_tab()

    def show(self) -> None:
        """Show the tab, with the keyboard in its list."""
        self._tab.reveal()
        self.panel.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def find(self, words: str) -> None:
        """Show where a word stands: in the text where one scene is counted, else in a list."""
        commands = self._controller.commands
        whole = not is_han(self._workspace.novel.language)
        if self.panel.scope == SCENE:
            commands.scene_search.look_for(words, whole_word=whole)
        else:
            scope = _WIDER.get(self.panel.scope, Scope.NOVEL)
            commands.search.look_for(words, whole_word=whole, scope=scope)

    # -- counting ------------------------------------------------------------------------------

    def _count(self, *_: object) -> None:
        self._clock.stop()
        if self.panel.isVisible():
            self._tasks.latest(_KEY, self._measure(self.panel.scope))

    async def _measure(self, scope: str) -> None:
        workspace = self._workspace
        if workspace.novel_id is None:
            self.panel.show_frequency(None)
            return
        found = await measure_items(self._items_of(scope), workspace.novel.language)
        self.panel.show_frequency(found)

    def _items_of(self, scope: str) -> list[int]:
        current, items = self._workspace.editor.current_item_id, self._workspace.items
        if scope == SCENE:
            return [] if current is None else [current]
        if scope == CHAPTER:
            return _beside(current, items)
        return [item.id for item, _ in in_manuscript(items)]

    def _wait(self, milliseconds: int) -> None:
        """Count when nothing happened for so long; what is being counted is old by now."""
        self._tasks.cancel(_KEY)
        self._clock.start(milliseconds)

    # -- following -----------------------------------------------------------------------------

    def _on_panel_refresh_requested(self) -> None:
        """It is seen now: what was typed just before is counted once it is saved."""
        self._count()

    def _on_text_edited(self, _item_id: int) -> None:
        if self.panel.isVisible():
            self._wait(_AFTER)

    def _on_scene_shown(self, *_: object) -> None:
        if self.panel.isVisible():
            self._wait(_SOON)

    def _on_bus_changed(self, changes: Changes) -> None:
        """A text is on disk, or the outline is another; while one types it waits for the end."""
        written = changes.ids(Subject.TEXT) | changes.ids(Subject.ITEM)
        if written and self.panel.isVisible():
            self._wait(max(self._clock.remainingTime(), _SOON))

    def _name_tab(self, *_: object) -> None:
        self._workspace.inspector.set_tab_word(self.panel, self.tr("Words"))


def _beside(current: int | None, items: list[OutlineItem]) -> list[int]:
    """The scene and all that stands in the same chapter, however deep."""
    by_id = {item.id: item for item in items}
    if current not in by_id:
        return []
    chapter = next((i.id for i in _above(by_id, by_id[current]) if _is_chapter(i)), current)
    inside = (item for item in items if chapter in {each.id for each in _above(by_id, item)})
    return [item.id for item in inside]


def _above(by_id: dict[int, OutlineItem], item: OutlineItem) -> list[OutlineItem]:
    """The item and what it stands in, innermost first."""
    found = [item]
    while found[-1].parent_id in by_id:
        found.append(by_id[found[-1].parent_id])
    return found


def _is_chapter(item: OutlineItem) -> bool:
    return ItemKind(item.kind) is ItemKind.CHAPTER
