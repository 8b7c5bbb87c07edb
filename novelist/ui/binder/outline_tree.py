# SPDX-License-Identifier: MIT
"""Where every item of a novel stands, and what its words add up to; ids and dicts, no Qt.

The items are live objects: a service may change their parent or position before the binder
hears of it. So the tree keeps its own idea of the structure and is told when to follow.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from novelist.domain.enums import OUTSIDE_KINDS

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem


class OutlineTree:
    """Parents, ordered children and totals of the items of one novel, by id."""

    def __init__(self, items: Iterable[OutlineItem] = ()) -> None:
        self.items: dict[int, OutlineItem] = {item.id: item for item in items}
        self._parents: dict[int, int | None] = {}
        self._children: dict[int | None, list[int]] = {None: []}
        self._rows: dict[int, int] = {}
        self._totals: dict[int, int] = {}
        self._own: dict[int, int] = {}
        self._given: dict[int, int] = {}
        self._build()

    def __len__(self) -> int:
        return len(self.items)

    def __contains__(self, item_id: object) -> bool:
        return item_id in self.items

    def parent(self, item_id: int) -> int | None:
        """The id of the item it stands in, None at the top."""
        return self._parents[item_id]

    def children(self, parent_id: int | None) -> Sequence[int]:
        """The ids directly inside, in order."""
        return self._children.get(parent_id, ())

    def row(self, item_id: int) -> int:
        """Its place among its siblings."""
        return self._rows[item_id]

    def total(self, item_id: int) -> int:
        """Its own words and those of everything inside that belongs to the manuscript."""
        return self._totals[item_id]

    def ancestors(self, item_id: int) -> Iterator[int]:
        """The items it stands in, from the nearest to the top."""
        parent = self._parents[item_id]
        while parent is not None:
            yield parent
            parent = self._parents[parent]

    def subtree(self, item_id: int) -> list[int]:
        """The item and everything inside it, in tree order."""
        found, waiting = [], [item_id]
        while waiting:
            current = waiting.pop()
            found.append(current)
            waiting.extend(reversed(self.children(current)))
        return found

    def path(self, item_id: int) -> tuple[int, ...]:
        """The rows from the top down to the item; sorts ids in tree order."""
        rows = [self._rows[item_id], *(self._rows[above] for above in self.ancestors(item_id))]
        return tuple(reversed(rows))

    def root(self, item_id: int) -> int:
        """The item at the top that holds it, or itself."""
        return [item_id, *self.ancestors(item_id)][-1]

    def is_outside(self, item_id: int) -> bool:
        """Whether it belongs to notes and research rather than to the manuscript."""
        return self.items[self.root(item_id)].kind in OUTSIDE_KINDS

    def without_descendants(self, ids: Iterable[int]) -> list[int]:
        """The ids that do not stand inside another of them, in tree order."""
        chosen = {item_id for item_id in ids if item_id in self.items}
        tops = [found for found in chosen if chosen.isdisjoint(self.ancestors(found))]
        return sorted(tops, key=self.path)

    def in_order(self) -> list[int]:
        """Every id, in tree order."""
        return [found for root in self.children(None) for found in self.subtree(root)]

    def wanted_parent(self, item: OutlineItem) -> int | None:
        """Where the live item says it stands; the top, when that parent is not here."""
        return item.parent_id if item.parent_id in self.items else None

    def row_for(self, item: OutlineItem, parent_id: int | None) -> int:
        """Where the item belongs among the children of ``parent_id``."""
        siblings = self.children(parent_id)
        return bisect_left(siblings, (item.position, item.id), key=self._key)

    def insert(self, item: OutlineItem, parent_id: int | None, row: int) -> None:
        """Put a new item, without anything inside yet, at ``row``."""
        self.items[item.id] = item
        self._parents[item.id] = parent_id
        self._children[item.id] = []
        self._children[parent_id].insert(row, item.id)
        self._number_rows(parent_id, row)
        self._totals[item.id] = self._own[item.id] = self._given[item.id] = 0
        self.recount(item.id)

    def remove(self, item_id: int) -> None:
        """Take the item out, with everything inside it."""
        self._give(item_id, 0)
        parent_id = self._parents[item_id]
        row = self._rows[item_id]
        del self._children[parent_id][row]
        self._number_rows(parent_id, row)
        for gone in self.subtree(item_id):
            self._forget(gone)

    def move(self, item_id: int, parent_id: int | None, row: int) -> None:
        """Put the item at ``row``, counted after it was taken out of its old place."""
        self._give(item_id, 0)
        old = self._parents[item_id]
        old_row = self._rows[item_id]
        del self._children[old][old_row]
        self._number_rows(old, old_row)
        self._children[parent_id].insert(row, item_id)
        self._parents[item_id] = parent_id
        self._number_rows(parent_id, row)
        self._give(item_id, self._share(item_id))

    def recount(self, item_id: int) -> list[int]:
        """Follow a change of the item's words; the ids whose totals changed."""
        own = self.items[item_id].words
        self._totals[item_id] += own - self._own[item_id]
        changed = [item_id] if own != self._own[item_id] else []
        self._own[item_id] = own
        return changed + self._give(item_id, self._share(item_id))

    def moves_to_order(self, parent_id: int | None) -> list[tuple[int, int | None]]:
        """The fewest (id, id to follow or None) steps that sort the children as they should be."""
        current = list(self.children(parent_id))
        wanted = sorted(current, key=self._key)
        if current == wanted:
            return []
        place = {item_id: row for row, item_id in enumerate(wanted)}
        kept = _longest_rising([place[item_id] for item_id in current])
        before = [None, *wanted]
        return [(item_id, before[row]) for row, item_id in enumerate(wanted) if row not in kept]

    def _build(self) -> None:
        for item_id, item in self.items.items():
            parent = self.wanted_parent(item)
            self._parents[item_id] = parent
            self._children.setdefault(item_id, [])
            self._children.setdefault(parent, []).append(item_id)
        for parent, siblings in self._children.items():
            siblings.sort(key=self._key)
            self._number_rows(parent, 0)
        for item_id in reversed(self.in_order()):
            own = self._own[item_id] = self.items[item_id].words
            given = (self._given[child] for child in self._children[item_id])
            self._totals[item_id] = own + sum(given)
            self._given[item_id] = self._share(item_id)

    def _number_rows(self, parent_id: int | None, start: int) -> None:
        siblings = self._children[parent_id]
        for row in range(start, len(siblings)):
            self._rows[siblings[row]] = row

    def _key(self, item_id: int) -> tuple[int, int]:
        return self.items[item_id].position, item_id

    def _share(self, item_id: int) -> int:
        """What the item adds to the total of its parent."""
        item, parent_id = self.items[item_id], self._parents[item_id]
        if parent_id is not None and self.items[parent_id].kind in OUTSIDE_KINDS:
            return self._totals[item_id]
        counts = item.in_manuscript and item.kind not in OUTSIDE_KINDS
        return self._totals[item_id] if counts else 0

    def _give(self, item_id: int, share: int) -> list[int]:
        """Let the item add ``share`` to its parent from now on; the ids whose totals changed."""
        changed: list[int] = []
        current: int | None = item_id
        while current is not None:
            delta = share - self._given[current]
            self._given[current] = share
            current = self._parents[current]
            if delta == 0 or current is None:
                break
            self._totals[current] += delta
            changed.append(current)
            share = self._share(current)
        return changed

    def _forget(self, item_id: int) -> None:
        for table in (self.items, self._parents, self._rows, self._totals, self._own, self._given):
            table.pop(item_id, None)
        self._children.pop(item_id, None)


def _longest_rising(values: Sequence[int]) -> frozenset[int]:
    """The members of one longest rising subsequence of distinct values."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for value in values:
        place = bisect_left(tails, value)
        before[value] = tails[place - 1] if place else None
        tails[place : place + 1] = [value]
    kept: set[int] = set()
    current = tails[-1] if tails else None
    while current is not None:
        kept.add(current)
        current = before[current]
    return frozenset(kept)
