# SPDX-License-Identifier: MIT
"""Counts what the sheet asks for: which scenes, and everything typed in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from novelist.domain.enums import ItemKind
from novelist.domain.outline import in_manuscript
from novelist.services.frequency import measure_items
from novelist.ui.frequency.sheet import FrequencySheet

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem
    from novelist.ui.controller import Controller


class FrequencyController(QObject):
    """Made when it is first wanted."""

    places_requested = Signal(str)
    """Show where this word or phrase stands in the novel."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        context = controller.context
        self.sheet = FrequencySheet(context.theme, context.icons, controller.window)
        self.sheet.scope_chosen.connect(self._on_sheet_scope_chosen)
        self.sheet.places_requested.connect(self._on_sheet_places_requested)

    def show(self) -> None:
        """Open the sheet and count."""
        self.sheet.open_sheet(self.sheet.list)
        self._count()

    def _count(self) -> None:
        self._controller.tasks.latest("frequency", self._measure(self.sheet.scope))

    async def _measure(self, scope: str) -> None:
        workspace = self._controller.workspace
        if workspace.novel_id is None:
            return
        language = workspace.novel.language
        self.sheet.show_frequency(None)
        await workspace.flush()
        found = await measure_items(self._items_of(scope), language)
        self.sheet.show_frequency(found)

    def _items_of(self, scope: str) -> list[int]:
        workspace = self._controller.workspace
        current, items = workspace.editor.current_item_id, workspace.items
        if scope == "scene":
            return [] if current is None else [current]
        if scope == "chapter":
            return _beside(current, items)
        return [item.id for item, _ in in_manuscript(items)]

    def _on_sheet_scope_chosen(self, _scope: str) -> None:
        self._count()

    def _on_sheet_places_requested(self, text: str) -> None:
        self.sheet.close_sheet()
        self.places_requested.emit(text)


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
