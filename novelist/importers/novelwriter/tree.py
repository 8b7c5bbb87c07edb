# SPDX-License-Identifier: MIT
"""The flat list of a project as a tree: by parent, then by order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from novelist.importers.novelwriter.project import Entry

_DEEPEST: Final = 40  # folders in folders; what is deeper stands in the last of them
_ROOTS: Final = frozenset({"ROOT", "TRASH"})


class Tree:
    """Every entry once; those whose parents lead to no root are ``lost``."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._inside: dict[str, list[Entry]] = defaultdict(list)
        known: dict[str, Entry] = {}
        for entry in entries:
            if known.setdefault(entry.handle, entry) is entry and entry.handle:
                self._inside[entry.parent].append(entry)
        for inside in self._inside.values():
            inside.sort(key=lambda each: each.order)
        self.roots = sorted(
            (each for each in known.values() if each.kind in _ROOTS), key=lambda each: each.order
        )
        reached = {each.handle for root in self.roots for each, _ in self.below(root)}
        reached |= {root.handle for root in self.roots}
        self.lost = [each for handle, each in known.items() if handle not in reached]

    def has_children(self, entry: Entry) -> bool:
        """Whether anything stands in it."""
        return bool(self._inside.get(entry.handle))

    def below(self, root: Entry) -> Iterator[tuple[Entry, int]]:
        """All that stands in a root, in reading order, each with its depth there from 0."""
        seen = {root.handle}
        waiting = [(each, 0) for each in reversed(self._inside.get(root.handle, ()))]
        while waiting:
            entry, depth = waiting.pop()
            if entry.handle in seen or entry.kind in _ROOTS:
                continue
            seen.add(entry.handle)
            yield entry, min(depth, _DEEPEST)
            inside = self._inside.get(entry.handle, ())
            waiting += [(each, depth + 1) for each in reversed(inside)]
