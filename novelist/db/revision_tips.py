# SPDX-License-Identifier: MIT
"""What one open library remembers of the versions that it wrote last, so that a save reads none."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from novelist.domain.revision_codec import Base

TIPS: Final = "novelist.tips"  # the key of the ``Tips`` in ``session.info``
_REMEMBERED: Final = 32  # texts; as many as the editor keeps open
_REST: Final = 30 * 60.0  # seconds without a save after which a new sitting begins


@dataclass(frozen=True, slots=True)
class Tip:
    """The newest version of a text."""

    id: int
    base: Base


class Tips:
    """The newest versions of the texts that are worked on, once they are committed.

    ``alone`` is False on a server: another program may have written a newer one meanwhile.
    """

    def __init__(self, *, alone: bool = True, clock: Callable[[], float] = time.monotonic) -> None:
        self._alone = alone
        self._clock = clock
        self._tips: OrderedDict[int, Tip] = OrderedDict()
        self._sitting, self._last = secrets.token_hex(8), clock()

    def take(self, item_id: int) -> Tip | None:
        """The newest version, if it is known; it is not until ``keep`` says so again."""
        return self._tips.pop(item_id, None)

    def keep(self, item_id: int, tip: Tip) -> None:
        """That version is on disk."""
        if self._alone:
            self._tips[item_id] = tip
            while len(self._tips) > _REMEMBERED:
                self._tips.popitem(last=False)

    def sitting(self) -> str:
        """The name of the stretch of work that this moment belongs to."""
        now = self._clock()
        if now - self._last > _REST:
            self._sitting = secrets.token_hex(8)
        self._last = now
        return self._sitting
