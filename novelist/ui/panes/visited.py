# SPDX-License-Identifier: MIT
"""The places one was at, to go back and forward through."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class Visit:
    """An item, and where the caret was when it was left."""

    item_id: int
    caret: int | None = None


class Visited:
    """Where one was, where one is, and where one was before going back."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []
        self._here = -1

    @property
    def here(self) -> Visit | None:
        """The place where one is."""
        return self._visits[self._here] if self._visits else None

    @property
    def can_go_back(self) -> bool:
        """Whether one was somewhere before."""
        return self._here > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one went back from somewhere."""
        return self._here < len(self._visits) - 1

    def visit(self, item_id: int) -> None:
        """Be at another item; what one had gone back from is forgotten."""
        if self.here is not None and self.here.item_id == item_id:
            return
        del self._visits[self._here + 1 :]
        self._visits.append(Visit(item_id))
        del self._visits[: max(len(self._visits) - _MOST, 0)]
        self._here = len(self._visits) - 1

    def leave(self, caret: int) -> None:
        """Note where the caret is, before one goes elsewhere."""
        if self._visits:
            self._visits[self._here] = replace(self._visits[self._here], caret=caret)

    def back(self) -> Visit | None:
        """Go to the place before; None where there is none."""
        return self._go(-1)

    def forward(self) -> Visit | None:
        """Go to the place one came back from; None where there is none."""
        return self._go(1)

    def forget(self, item_id: int) -> None:
        """An item is gone: nobody goes back to it."""
        before = [visit for visit in self._visits[: self._here + 1] if visit.item_id != item_id]
        after = [visit for visit in self._visits[self._here + 1 :] if visit.item_id != item_id]
        self._visits = _without_repeats([*before, *after])
        self._here = min(len(_without_repeats(before)), len(self._visits)) - 1
        if self._visits and self._here < 0:
            self._here = 0

    def _go(self, way: int) -> Visit | None:
        if not 0 <= self._here + way < len(self._visits):
            return None
        self._here += way
        return self._visits[self._here]


def _without_repeats(visits: list[Visit]) -> list[Visit]:
    """Visits of which no two neighbours are at the same item."""
    found: list[Visit] = []
    for visit in visits:
        if not found or found[-1].item_id != visit.item_id:
            found.append(visit)
    return found
