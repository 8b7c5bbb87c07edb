# SPDX-License-Identifier: MIT
"""How many connections are open and in use, counted by events: a NullPool cannot be asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, Pool, QueuePool, event


@dataclass(frozen=True, slots=True)
class PoolStatus:
    """The connections of one engine; ``size`` and ``overflow`` are None for a pool without."""

    kind: str
    open: int
    in_use: int
    size: int | None = None
    overflow: int | None = None


class PoolCounts:
    """Watches the pool of one engine."""

    def __init__(self, engine: Engine) -> None:
        self._pool: Pool = engine.pool
        self._open = 0
        self._in_use = 0
        for name, by in (("connect", 1), ("close", -1), ("close_detached", -1)):
            event.listen(engine, name, self._counting("_open", by))
        for name, by in (("checkout", 1), ("checkin", -1), ("detach", -1)):
            event.listen(engine, name, self._counting("_in_use", by))

    def status(self) -> PoolStatus:
        """How it stands now."""
        pool = self._pool
        size, overflow = (
            (pool.size(), pool.overflow()) if isinstance(pool, QueuePool) else (None, None)
        )
        return PoolStatus(type(pool).__name__, self._open, self._in_use, size, overflow)

    def _counting(self, name: str, by: int) -> Any:  # noqa: ANN401 - a listener of any event
        def count(*_arguments: object) -> None:
            setattr(self, name, getattr(self, name) + by)

        return count
