# SPDX-License-Identifier: MIT
"""A small novel to import, and a page whose reading and importing are watched."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from novelist.domain.document import EMPHASIS, Block, Document, Run, document_of, marks
from novelist.domain.enums import ItemKind
from novelist.errors import StorageFullError
from novelist.importers.base import (
    ImportedItem,
    ImportedNovel,
    ImportOptions,
    ImportWarning,
    WarningKind,
    read_source,
)
from novelist.ui.icons import Icons
from novelist.ui.importing.page import ImportPage
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme


def make_novel(language: str = "en") -> ImportedNovel:
    """One part of two chapters (5 + 4 words), a preface (2) and a note outside (3)."""
    tide = Document((Block(inlines=(Run("The tide "), Run("came", marks(EMPHASIS)))),))
    first = [
        ImportedItem(ItemKind.SCENE, "High water", tide),
        ImportedItem(ItemKind.SCENE, "", document_of("Nobody slept.")),
    ]
    second = [ImportedItem(ItemKind.SCENE, "Ebb", document_of("It went out again."))]
    chapters = [
        ImportedItem(ItemKind.CHAPTER, "One", children=first),
        ImportedItem(ItemKind.CHAPTER, "Two", children=second),
    ]
    return ImportedNovel(
        title="Neaps",
        author="Imogen Farrow",
        language=language,
        items=[
            ImportedItem(ItemKind.FRONT, "Preface", document_of("Read this.")),
            ImportedItem(ItemKind.PART, "Springs", children=chapters),
            ImportedItem(ItemKind.NOTE, "Contents", document_of("One, two, three"), [], False),
        ],
        warnings=[ImportWarning(WarningKind.CONTENTS)],
        encoding="utf-8",
    )


@dataclass
class Desk:
    """A page, and everything it asked for and said."""

    read: list[tuple[Path, ImportOptions]] = field(default_factory=list)
    made: list[ImportedNovel] = field(default_factory=list)
    imported: list[int] = field(default_factory=list)
    cancelled: list[bool] = field(default_factory=list)
    failures: list[BaseException] = field(default_factory=list)  # raised one by one by the reading
    full: bool = False  # the disk is full
    novel: Callable[[], ImportedNovel] = make_novel
    gates: list[asyncio.Event] = field(default_factory=list)  # readings that wait for the test
    stopped: list[bool] = field(default_factory=list)  # whether those were wanted in the end

    async def read_source(
        self,
        path: Path,
        options: ImportOptions,
        *,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> ImportedNovel:
        self.read.append((path, options))
        if gate := self.gates.pop(0) if self.gates else None:
            await asyncio.to_thread(progress, 0.5)
            await gate.wait()
            self.stopped.append(cancelled())
        if self.failures:
            raise self.failures.pop(0)
        return read_source(path, options) if path.exists() else self.novel()

    async def run(self, novel: ImportedNovel) -> int:
        if self.full:
            raise StorageFullError
        self.made.append(novel)
        return len(self.made)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def page(theme: Theme, icons: Icons, desk: Desk) -> Iterator[ImportPage]:
    """A shown page of the shelf; errors of its tasks fail the test."""
    errors: list[BaseException] = []
    tasks = Tasks(theme, errors.append)
    page = ImportPage(theme, icons, tasks, read=desk.read_source, run=desk.run)
    page.tasks = tasks  # type: ignore[attr-defined]  # for the tests to wait on
    page.imported.connect(desk.imported.append)
    page.cancelled.connect(lambda: desk.cancelled.append(True))
    page.resize(1280, 720)
    page.show()
    yield page
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    assert not errors
