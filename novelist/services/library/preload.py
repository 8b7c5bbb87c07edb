# SPDX-License-Identifier: MIT
"""Start-up, step by step: open, settle what to show, load it. Each step is named and timed."""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from novelist.db.repositories.novels import NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.session import read_session
from novelist.domain.library_place import LibraryPlace
from novelist.errors import NotFoundError
from novelist.services.library.library import open_library
from novelist.services.library.precautions import Precautions
from novelist.services.novels import NovelCard, list_novels
from novelist.services.texts import LoadedText, load_text

if TYPE_CHECKING:
    from novelist.db.models import Label, Novel, OutlineItem, Status

log = logging.getLogger(__name__)


class Step(StrEnum):
    """What start-up is doing; words for people are in ``ui``."""

    OPEN_LIBRARY = "open_library"
    LOAD_SHELF = "load_shelf"
    LOAD_NOVEL = "load_novel"
    LOAD_SCENE = "load_scene"


@dataclass(frozen=True)
class LoadedNovel:
    """All that the workspace of a novel needs."""

    novel: Novel
    items: list[OutlineItem]
    statuses: list[Status]
    labels: list[Label]


@dataclass
class Preloaded:
    """What start-up brought; ``novel`` and ``text`` are None where there is none to show."""

    cards: list[NovelCard] = field(default_factory=list)
    novel: LoadedNovel | None = None
    text: LoadedText | None = None
    found: Precautions = field(default_factory=Precautions)
    milliseconds: dict[Step, float] = field(default_factory=dict)
    failed: Step | None = None  # the step that raised, whatever it was


@dataclass(frozen=True)
class Wanted:
    """What to open: the library, and the novel and item that were open last."""

    library: LibraryPlace
    create: bool
    novel_id: int | None = None
    item_id: int | None = None


async def preload(wanted: Wanted, result: Preloaded) -> AsyncIterator[Step]:
    """Yield each step before it is done, filling ``result``; a failing step raises its error."""
    yield Step.OPEN_LIBRARY
    with _timed(Step.OPEN_LIBRARY, result):
        result.found = await open_library(wanted.library, create=wanted.create)
    yield Step.LOAD_SHELF
    with _timed(Step.LOAD_SHELF, result):
        result.cards = await list_novels()
    if wanted.novel_id not in {card.id for card in result.cards} or wanted.novel_id is None:
        return
    yield Step.LOAD_NOVEL
    with _timed(Step.LOAD_NOVEL, result):
        result.novel = await load_novel(wanted.novel_id)
    if wanted.item_id is None:
        return
    yield Step.LOAD_SCENE
    with _timed(Step.LOAD_SCENE, result):
        try:
            result.text = await load_text(wanted.item_id)
        except NotFoundError:
            log.info("the scene that was open last is gone")


async def load_novel(novel_id: int) -> LoadedNovel:
    """A novel, its tree, statuses and labels, of one moment. Raises ``NotFoundError``."""
    async with read_session() as session:
        novels = NovelRepository(session)
        return LoadedNovel(
            await novels.get_live(novel_id),
            await OutlineRepository(session).list_for_novel(novel_id),
            await novels.list_statuses(novel_id),
            await novels.list_labels(novel_id),
        )


class _timed:  # noqa: N801 - reads as a verb where it is used
    """Notes how long a step took."""

    def __init__(self, step: Step, result: Preloaded) -> None:
        self._step = step
        self._result = result

    def __enter__(self) -> None:
        self._started = time.perf_counter()

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        taken = (time.perf_counter() - self._started) * 1000
        self._result.milliseconds[self._step] = taken
        if error is None:
            log.info("start-up: %s took %.0f ms", self._step, taken)
        else:
            self._result.failed = self._step
            log.error("start-up: %s failed after %.0f ms: %r", self._step, taken, error)
