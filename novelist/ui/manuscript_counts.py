# SPDX-License-Identifier: MIT
"""The counts that the status bar shows, kept up to date while one types."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from novelist.domain.enums import ItemKind
from novelist.domain.outline import in_manuscript, tree_order

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem


class ManuscriptCounts:
    """The items of one novel, with the words of the open one as they are typed."""

    def __init__(self) -> None:
        self._items: dict[int, OutlineItem] = {}
        self._live: tuple[int, int] | None = None
        self._belonging: set[int] | None = None  # ids; None: to be found anew
        self._others: int | None = None  # words of the manuscript but for the live item's

    @property
    def items(self) -> list[OutlineItem]:
        """Every item in tree order."""
        return [item for item, _ in tree_order(self._items.values())]

    def show(self, items: Iterable[OutlineItem]) -> None:
        """Count these items from now on."""
        self._items = {item.id: item for item in items}
        self._live = None
        self._others = self._belonging = None

    def update(self, ids: Iterable[int], found: Iterable[OutlineItem]) -> None:
        """Of ``ids``, those ``found`` and not deleted are as they are now; the others are gone."""
        for item_id in ids:
            self._items.pop(item_id, None)
        self._items |= {item.id: item for item in found if item.deleted_at is None}
        self._others = self._belonging = None

    def recount(self) -> None:
        """The words of some items are others now."""
        self._others = None

    def find(self, item_id: int) -> OutlineItem | None:
        """The item, or None when it is not in the outline (any more)."""
        return self._items.get(item_id)

    def texts_near(self, item_id: int) -> list[int]:
        """The other items with a text: those before it from the nearest, then those after it."""
        texts = [
            item.id for item in self.items if ItemKind(item.kind).has_text or item.id == item_id
        ]
        here = texts.index(item_id) if item_id in texts else 0
        return [*reversed(texts[:here]), *texts[here + 1 :]]

    def set_live(self, item_id: int, words: int) -> None:
        """The open item has so many words as it stands on the screen."""
        if self._live is None or self._live[0] != item_id:
            self._others = None
        self._live = (item_id, words)

    def ancestors(self, item_id: int) -> list[OutlineItem]:
        """What the item stands in, outermost first."""
        found: list[OutlineItem] = []
        item = self._items.get(item_id)
        while item is not None and item.parent_id is not None:
            item = self._items.get(item.parent_id)
            if item is not None:
                found.insert(0, item)
        return found

    def totals(self, item_id: int | None) -> tuple[int | None, int | None, int]:
        """Words of the item, of its chapter (None: it has none), and of the manuscript."""
        novel = self._words_in_all()
        item = None if item_id is None else self._items.get(item_id)
        if item is None:
            return None, None, novel
        above = self.ancestors(item.id)
        chapter = next((each for each in above if each.kind == ItemKind.CHAPTER), None)
        if chapter is None:
            return self._words(item), None, novel
        inside = self._inside()
        in_chapter = (
            self._words(each)
            for each in self._items.values()
            if each.parent_id == chapter.id and each.id in inside
        )
        return self._words(item), sum(in_chapter), novel

    def _words_in_all(self) -> int:
        live_id, live_words = self._live or (0, 0)
        inside = self._inside()
        if self._others is None:
            others = inside - {live_id}
            self._others = sum(self._items[item_id].words for item_id in others)
        return self._others + (live_words if live_id in inside else 0)

    def _inside(self) -> set[int]:
        """What belongs to the manuscript."""
        if self._belonging is None:
            self._belonging = {item.id for item, _ in in_manuscript(self._items.values())}
        return self._belonging

    def _words(self, item: OutlineItem) -> int:
        if self._live is not None and self._live[0] == item.id:
            return self._live[1]
        return item.words
