# SPDX-License-Identifier: MIT
"""What was written since the program was started."""

from __future__ import annotations

from collections.abc import Callable

from novelist.domain.counting import ZERO, Counts


class SessionProgress:
    """Adds up what each save changed: words typed count, words cut are taken off again.

    Imports, moves and deletions of whole scenes are not writing and are not counted.
    """

    def __init__(self) -> None:
        self._written: dict[int, Counts] = {}
        self._listeners: list[Callable[[int], None]] = []

    def record(self, novel_id: int, before: Counts, after: Counts) -> None:
        """A scene of the novel went from one count to another."""
        if before == after:
            return
        self._written[novel_id] = self.written(novel_id) + (after - before)
        for listener in list(self._listeners):
            listener(novel_id)

    def written(self, novel_id: int) -> Counts:
        """The net change of this session; negative after more was cut than typed."""
        return self._written.get(novel_id, ZERO)

    def subscribe(self, listener: Callable[[int], None]) -> Callable[[], None]:
        """Hear of each change with the novel's id; the result unsubscribes."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)
