# SPDX-License-Identifier: MIT
"""Which scenes flow together, and what is said of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from novelist.domain.enums import ItemKind
from novelist.domain.outline import in_manuscript
from novelist.ui.editor.header import EXTENTS
from novelist.ui.labels import count_label
from novelist.ui.manuscript.section import FlowScene

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem
    from novelist.ui.binder.panel import BinderPanel
    from novelist.ui.manuscript_counts import ManuscriptCounts

ALONE, CHAPTER, NOVEL = EXTENTS


class SceneFinder:
    """Finds the scenes of the open novel that flow with one of its items."""

    def __init__(self, counts: ManuscriptCounts, binder: BinderPanel) -> None:
        self._counts, self._binder = counts, binder

    def around(self, item_id: int, extent: str, language: str) -> list[FlowScene]:
        """The scene alone, those of its chapter, or those of the whole manuscript.

        What is not part of the manuscript is always alone.
        """
        item = self._counts.find(item_id)
        if item is None:
            return []
        items = [] if extent == ALONE else self._inside(item_id, extent)
        if item_id not in {each.id for each in items}:
            return [self._scene(item, "", language)]
        headed: set[int] = set()
        return [self._scene(each, self._heading(each.id, headed), language) for each in items]

    def _inside(self, item_id: int, extent: str) -> list[OutlineItem]:
        items = [item for item, _ in in_manuscript(self._counts.items)]
        if extent == CHAPTER:
            chapter = self._chapter_of(item_id)
            items = [item for item in items if self._chapter_of(item.id) == chapter]
        return [item for item in items if ItemKind(item.kind).has_text]

    def _chapter_of(self, item_id: int) -> int | None:
        """What the item stands in: its chapter, or its part, or nothing."""
        above = self._counts.ancestors(item_id)
        return above[-1].id if above else None

    def _heading(self, item_id: int, headed: set[int]) -> str:
        """The chapter that begins with this item; those that were named are in ``headed``."""
        chapter = self._chapter_of(item_id)
        if chapter is None or chapter in headed:
            return ""
        headed.add(chapter)
        return self._binder.title_of(chapter)

    def _scene(self, item: OutlineItem, heading: str, language: str) -> FlowScene:
        return FlowScene(
            item.id,
            self._binder.title_of(item.id) if item.title else "",
            heading=heading,
            synopsis=item.synopsis,
            count=count_label(item.words, language),
            characters=item.characters,
            status=self._binder.model.hue_of(item) or "",
        )
