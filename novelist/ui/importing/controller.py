# SPDX-License-Identifier: MIT
"""Leads to the page "Import a manuscript", and back to where one came from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from novelist.services.library.restoring import libraries_among

if TYPE_CHECKING:
    from novelist.importers.imported import ImportedNovel
    from novelist.ui.controller import Controller
    from novelist.ui.importing.page import ImportPage

IMPORT = "import"


class ImportController(QObject):
    """One for the life of the window; its page is made when it is first wanted."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        self._came_from = ""
        self.page: ImportPage | None = None
        """The page, once it was wanted."""

    def start(self, files: list[str]) -> None:
        """Show the import page with these files, or let it ask for some."""
        controller = self._controller
        if not controller.is_open:
            controller.window.notify(self.tr("No library is open."))
        elif files:
            controller.tasks.start(self._take([Path(name) for name in files]))
        else:
            self._show([])

    async def _take(self, chosen: list[Path]) -> None:
        libraries = await libraries_among(chosen)
        manuscripts = [path for path in chosen if path not in libraries]
        if libraries and not manuscripts:
            self._controller.backups.show_library(libraries.pop(0))
        if libraries:
            said = self.tr("“{name}” is a library: drop it by itself.")
            self._controller.window.notify(said.format(name=libraries[0].name))
        if manuscripts:
            self._show(manuscripts)

    def _show(self, files: list[Path]) -> None:
        controller, window = self._controller, self._controller.window
        if self.page is None:
            self.page = self._make_page()
            window.add_page(IMPORT, self.page)
        if window.current_page != IMPORT:
            self._came_from = window.current_page
        self.page.start(files, author=controller.context.settings.author)
        window.show_page(IMPORT)
        controller.say_library()

    def _make_page(self) -> ImportPage:
        """Made when it is first wanted: start-up need not load what reads manuscripts."""
        from novelist.services.importing.importing import import_novel, read_manuscript  # noqa: PLC0415
        from novelist.ui.importing.page import ImportPage  # noqa: PLC0415

        async def run(imported: ImportedNovel) -> int:
            return (await import_novel(imported)).novel_id

        controller, context = self._controller, self._controller.context
        tasks = controller.tasks
        page = ImportPage(context.theme, context.icons, tasks, read=read_manuscript, run=run)
        page.imported.connect(self._on_page_imported)
        page.bible_requested.connect(self._on_page_bible_requested)
        page.compile_requested.connect(self._on_page_compile_requested)
        page.cancelled.connect(self.go_back)
        page.said.connect(controller.window.notify)
        page.libraries_chosen.connect(self.start)
        return page

    def go_back(self) -> None:
        """Show the page from which one came here."""
        controller = self._controller
        commands = controller.commands
        ways: dict[str, Callable[[], None]] = {
            "write": controller.show_write,
            "reading": commands.show_reading,
            "bible": commands.show_bible,
            "search": commands.show_search,
            "history": commands.show_history,
            "compile": commands.show_compile,
        }
        if controller.workspace.novel_id is not None and self._came_from in ways:
            ways[self._came_from]()
        else:
            controller.show_shelf()

    async def _open(self, novel_id: int, show: Callable[[], None]) -> None:
        await self._controller.open_novel(novel_id)
        show()

    def _on_page_imported(self, novel_id: int) -> None:
        self._controller.lead.start(self._controller.open_novel(novel_id))

    def _on_page_bible_requested(self, novel_id: int) -> None:
        controller = self._controller
        controller.lead.start(self._open(novel_id, controller.commands.show_bible))

    def _on_page_compile_requested(self, novel_id: int) -> None:
        controller = self._controller
        controller.lead.start(self._open(novel_id, controller.commands.show_compile))
