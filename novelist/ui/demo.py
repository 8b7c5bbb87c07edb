# SPDX-License-Identifier: MIT
"""Drives the real window through the main job by keys, and leaves pictures of every step.

Used where no display can be reached, and by whoever wants to see what Novelist looks like.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from novelist.domain.enums import ExportFormat, ItemKind
from novelist.errors import DemoFailedError, DestinationError
from novelist.services.exporting.exporting import export_novel
from novelist.services.importing.sample import create_sample

if TYPE_CHECKING:
    from novelist.ui.controller import Controller
    from novelist.ui.main_window import MainWindow

_SIZES = (QSize(1280, 800), QSize(1920, 1080))
_PATIENCE = 20.0  # seconds
_LOOKS = (("light", "en"), ("dark", "en"), ("sepia", "en"), ("light", "zh_CN"), ("dark", "zh_CN"))


@dataclass
class Demo:
    """One run; ``steps`` is what the report says."""

    window: MainWindow
    controller: Controller
    output: Path
    steps: list[dict[str, Any]] = field(default_factory=list)

    async def run(self) -> None:
        """Write, arrange, look, take out; then the same screens in every look."""
        await self._write()
        await self._arrange()
        await self._take_out()
        await self._look_around()
        report = json.dumps({"steps": self.steps}, ensure_ascii=False, indent=1)
        await asyncio.to_thread((self.output / "report.json").write_text, report, "utf-8")

    async def _write(self) -> None:
        workspace = self.controller.workspace
        self.window.activateWindow()
        await self._until(lambda: workspace.editor.current_item_id is not None, "a scene opens")
        workspace.editor.focus_text()
        page = workspace.editor.edit
        QTest.keyClick(page, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(page, Qt.Key.Key_Return)
        QTest.keyClicks(page, "She wrote it down before it could change its mind.")
        await self._until(lambda: not workspace.editor.documents.dirty(), "the text is saved")
        self._note("written", words=workspace.items[0].words)

    async def _arrange(self) -> None:
        workspace = self.controller.workspace
        chapter = next(item for item in workspace.items if item.kind == ItemKind.CHAPTER)
        before = [item.id for item in workspace.items]
        workspace.binder.show_item(chapter.id)
        workspace.binder.tree.setFocus()
        QTest.keyClick(workspace.binder.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        await self._until(lambda: [i.id for i in workspace.items] != before, "the chapter moves")
        workspace.outline.undo()
        await self._until(lambda: [i.id for i in workspace.items] == before, "it moves back")
        self._note("arranged and undone")

    async def _take_out(self) -> None:
        novel_id = self.controller.workspace.novel_id
        if novel_id is None:
            raise DemoFailedError("no novel is open")
        for format_, name in (
            (ExportFormat.MARKDOWN, "novel.md"),
            (ExportFormat.HTML, "novel.html"),
        ):
            result = await export_novel(novel_id, output=self.output / name, format=format_)
            self._note("exported", file=name, words=result.counts.words)

    async def _look_around(self) -> None:
        chinese = await create_sample("zh")
        english = self.controller.workspace.novel_id
        for theme, language in _LOOKS:
            self.window.context.theme.set_choice(theme)
            self.window.context.language.choose(language)
            novel = chinese if language == "zh_CN" else english
            if novel is not None:
                await self.controller.open_novel(novel)
            item = self.controller.workspace.editor.current_item_id
            if item is not None:
                self.controller.workspace.binder.show_item(item)
            await self._picture("workspace", theme, language)
            self.controller.show_shelf()
            await self._picture("shelf", theme, language)
            await self._sheets(theme, language)

    async def _sheets(self, theme: str, language: str) -> None:
        commands = self.controller.commands
        commands.show_preferences()
        await self._picture("preferences", theme, language)
        QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Escape)
        self.controller.start_import([str(self.output / "novel.md")])
        await self._picture("import", theme, language)
        if self.controller.importing is not None:
            self.controller.importing.leave()

    async def _picture(self, name: str, theme: str, language: str) -> None:
        for size in _SIZES:
            self.window.resize(size)
            image = await self._settled()
            file = self.output / f"{name}-{theme}-{language}-{size.width()}.png"
            if not image.save(str(file)):
                raise DestinationError(file, "the picture was not written")
            self._note("picture", file=file.name)

    async def _settled(self) -> QImage:
        """The window when everything that was started has ended and nothing in it moves."""
        seen = [QImage()]

        def is_still() -> bool:
            seen.append(self.window.grab().toImage())
            return seen.pop(0) == seen[0] and self.controller.tasks.running == 0

        await self._until(is_still, "the window comes to rest")
        return seen[0]

    async def _until(self, condition: Callable[[], object], what: str) -> None:
        loop = asyncio.get_running_loop()
        ends = loop.time() + _PATIENCE
        while not condition():
            if loop.time() > ends:
                raise DemoFailedError(what)
            await asyncio.sleep(0.02)

    def _note(self, step: str, **facts: object) -> None:
        self.steps.append({"step": step, **facts})
