# SPDX-License-Identifier: MIT
"""A sheet over a window, and everything it asked for and said."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from novelist.domain.enums import ExportFormat
from novelist.errors import CompilingStoppedError, NovelistError
from novelist.exporters.base import ExportWarning
from novelist.ui.cancellable import Cancellable
from novelist.ui.exporting.sheet import ExportSheet
from novelist.ui.icons import Icons
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme


@dataclass
class Written:
    """What an export gives back."""

    path: Path
    warnings: tuple[ExportWarning, ...] = ()


@dataclass
class Desk:
    """Writes a line in place of a novel."""

    asked: list[tuple[Path, ExportFormat, bool]] = field(default_factory=list)
    shown: list[Path] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)
    warnings: tuple[ExportWarning, ...] = ()
    failure: NovelistError | None = None
    gate: asyncio.Event | None = None  # writing waits for the test
    began: asyncio.Event = field(default_factory=asyncio.Event)
    tasks: Tasks | None = None
    work: Cancellable | None = None

    async def export(
        self, output: Path, form: ExportFormat, per_chapter: bool, work: Cancellable
    ) -> Written:
        self.work = work
        self.asked.append((output, form, per_chapter))
        self.began.set()
        if self.gate is not None:
            await self.gate.wait()
            if work.is_stopped():
                raise CompilingStoppedError
        if self.failure is not None:
            raise self.failure
        return Written(output, self.warnings)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def sheet(theme: Theme, icons: Icons, desk: Desk, tmp_path: Path) -> Iterator[ExportSheet]:
    """A closed sheet whose folder is empty; errors of its tasks fail the test."""
    errors: list[BaseException] = []
    window = QWidget()
    window.resize(1000, 800)
    window.show()
    desk.tasks = Tasks(theme, errors.append)
    sheet = ExportSheet(
        theme,
        icons,
        desk.tasks,
        window,
        export=desk.export,
        folder=tmp_path,
        show_file=desk.shown.append,
    )
    sheet.folder_changed.connect(desk.folders.append)
    yield sheet
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    assert not errors
