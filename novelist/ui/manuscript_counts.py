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
        self._counted: dict[int, int] | None = None  # words of what belongs to the manuscript
        self._total = 0  # of these
        self._children: dict[int | None, list[int]] = {}

    @property
    def items(self) -> list[OutlineItem]:
        """Every item in tree order."""
        return [item for item, _ in tree_order(self._items.values())]

    def show(self, items: Iterable[OutlineItem]) -> None:
        """Count these items from now on."""
        self._items = {item.id: item for item in items}
        self._live = self._counted = None

    def update(self, ids: Iterable[int], found: Iterable[OutlineItem]) -> None:
        """Of ``ids``, those ``found`` and not deleted are as they are now; the others are gone."""
        for item_id in ids:
            self._items.pop(item_id, None)
        self._items |= {item.id: item for item in found if item.deleted_at is None}
        self._counted = None

    def recount(self, ids: Iterable[int]) -> None:
        """The words of these items are others now, and nothing else is."""
        for item_id in ids:
            if self._counted is not None and item_id in self._counted:
                words = self._items[item_id].words
                self._total += words - self._counted[item_id]
                self._counted[item_id] = words

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
        counted = self._known()
        texts = (each for each in self._children.get(chapter.id, ()) if each in counted)
        return self._words(item), sum(self._words(self._items[each]) for each in texts), novel

    def _words_in_all(self) -> int:
        counted = self._known()
        live_id, live_words = self._live or (0, 0)
        return self._total + (live_words - counted[live_id] if live_id in counted else 0)

    def _known(self) -> dict[int, int]:
        """The words of each item that belongs to the manuscript, as they were counted last."""
        if self._counted is None:
            inside = (item for item, _ in in_manuscript(self._items.values()))
            self._counted = {item.id: item.words for item in inside}
            self._total = sum(self._counted.values())
            self._children = {}
            for item in self._items.values():
                self._children.setdefault(item.parent_id, []).append(item.id)
        return self._counted

    def _words(self, item: OutlineItem) -> int:
        if self._live is not None and self._live[0] == item.id:
            return self._live[1]
        return item.words
