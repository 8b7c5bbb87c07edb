# SPDX-License-Identifier: MIT
"""What waits for texts that are still being loaded."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from novelist.ui.manuscript.flow import Flow
from novelist.ui.manuscript.section import Section


class Waiting:
    """Actions, each with the items whose texts it needs; they are done in their order."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._actions: list[tuple[frozenset[int], Callable[[], None]]] = []

    def __bool__(self) -> bool:
        return bool(self._actions)

    @property
    def items(self) -> frozenset[int]:
        """The items whose texts are waited for."""
        return frozenset[int]().union(*(items for items, _ in self._actions))

    def add(self, sections: Iterable[Section], action: Callable[[], None]) -> list[int]:
        """Do that when all these texts are loaded; the items that are missing, none: it is done."""
        missing = [section.item_id for section in sections if section.live is None]
        if missing:
            self._actions.append((frozenset(missing), action))
        else:
            action()
        return missing

    def serve(self) -> None:
        """Do what can be done by now; what waits for a scene that is gone is never done."""
        waiting, self._actions = self._actions, []
        for items, action in waiting:
            sections = [self._flow.find(item_id) for item_id in items]
            if all(section is not None and section.live is not None for section in sections):
                action()
            elif all(section is not None for section in sections):
                self._actions.append((items, action))

    def give_up(self, item_ids: Collection[int]) -> bool:
        """Never do what waits for one of these; whether something did."""
        before = len(self._actions)
        self._actions = [each for each in self._actions if each[0].isdisjoint(item_ids)]
        return len(self._actions) < before
