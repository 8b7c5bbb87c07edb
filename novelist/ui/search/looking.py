# SPDX-License-Identifier: MIT
"""One search after the other: the newest replaces the one before it, and fills the list."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from novelist.domain.finding.finding import Finder
from novelist.errors import PatternTooSlowError
from novelist.services.finding.finding import Field, Scope, Where, find
from novelist.ui.search.stage import SearchStage
from novelist.ui.tasks import Tasks

_PAUSE: Final = 0.12  # seconds without a key after which it is looked for
_KEY: Final = "search"


class Looking(QObject):
    """Looks in a thread and shows each step; what was shown stays until the first of the new."""

    ended = Signal()
    """All that was looked for is shown."""

    def __init__(
        self, stage: SearchStage, tasks: Tasks, flush: Callable[[], Awaitable[None]]
    ) -> None:
        """``flush`` puts on disk what is being typed."""
        super().__init__(stage)
        self._stage, self._tasks, self._flush = stage, tasks, flush
        self._running: asyncio.Task[None] | None = None
        stage.progress.cancel_requested.connect(self.stop)

    def look(
        self,
        finder: Finder,
        sought: str,
        where: Where,
        fail: Callable[[PatternTooSlowError], None],
        *,
        at_once: bool = False,
    ) -> None:
        """Look anew; ``sought`` says what for, ``fail`` hears of what takes too long."""
        search = self._look(finder, sought, where, fail, 0.0 if at_once else _PAUSE)
        self._running = self._tasks.latest(_KEY, search)

    def stop(self) -> None:
        """Look no further; what was found stays."""
        if self._running is not None:
            self._running.cancel()

    def clear(self) -> None:
        """Nothing is looked for any more."""
        self.stop()
        self._stage.view.results.clear()
        self._stage.show_nothing()

    async def _look(
        self,
        finder: Finder,
        sought: str,
        where: Where,
        fail: Callable[[PatternTooSlowError], None],
        pause: float,
    ) -> None:
        await asyncio.sleep(pause)
        stage, results = self._stage, self._stage.view.results
        same = finder.patterns, where.scope, where.novel_id
        stage.begin()
        try:
            await self._flush()
            is_first = True
            async with aclosing(find(finder, where)) as steps:
                async for step in steps:
                    if is_first and (step.found or step.looked_at == step.total):
                        results.clear(many_novels=where.scope is Scope.LIBRARY, sought=same)
                        is_first = False
                    results.add(step.found)
                    stage.progress.set_share(step.looked_at / max(step.total, 1))
            if is_first:
                results.clear(sought=same)
            elsewhere = {} if results.count else await _elsewhere(finder, where)
            if not results.count:
                stage.show_none(sought, where.scope, elsewhere)
        except PatternTooSlowError as error:
            stage.show_elsewhere({})
            fail(error)
            return
        finally:
            stage.end()
        self.ended.emit()
        if results.count:
            elsewhere = await _elsewhere(finder, where)
        stage.show_elsewhere(elsewhere if results.count else {})


async def _elsewhere(finder: Finder, where: Where) -> dict[Field, int]:
    """How often it stands where nobody wants to look; 0 for an expression that takes too long."""
    counts: Counter[Field] = Counter()
    others = frozenset(Field) - where.fields
    if not others:
        return counts
    try:
        async with aclosing(find(finder, replace(where, fields=others))) as steps:
            async for step in steps:
                for part in (part for found in step.found for part in found.parts):
                    counts[part.field] += part.count
    except PatternTooSlowError:
        return {}
    return counts
