# SPDX-License-Identifier: MIT
"""Brings the window to life: loads the library, leads from page to page, closes without loss.

Imported after the first paint, in a thread: it pulls in the services and the store.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from novelist import paths
from novelist.domain.changes import Action, Changes, Subject
from novelist.domain.library_place import LibraryPlace
from novelist.errors import NovelistError
from novelist.services import novels
from novelist.services.library import library
from novelist.services.library.precautions import was_never_here
from novelist.services.library.preload import Preloaded, Wanted, load_novel, preload
from novelist.ui import errors
from novelist.ui.aloud.controller import AloudController
from novelist.ui.backups.controller import BackupsController
from novelist.ui.closing import Closing
from novelist.ui.commands import Commands
from novelist.ui.conflicts.controller import ConflictsController
from novelist.ui.context import Context
from novelist.ui.desk import Desk
from novelist.ui.faults.controller import FaultsController
from novelist.ui.history.thinner import HistoryThinner
from novelist.ui.importing.controller import ImportController
from novelist.ui.lead import Lead
from novelist.ui.main_window import OPENING, MainWindow
from novelist.ui.margin.controller import MarginController
from novelist.ui.minimap.controller import MinimapController
from novelist.ui.new_library import NewLibrary
from novelist.ui.shelf.controller import ShelfController
from novelist.ui.shelf.panel import ShelfPanel
from novelist.ui.workspace import Workspace

if TYPE_CHECKING:
    from novelist.services.library.first_look import FirstLook
    from novelist.ui.history.controller import HistoryController
    from novelist.ui.importing.page import ImportPage

log = logging.getLogger(__name__)

_IN_NOVEL: Final = ("write", "bible", "search", "history", "compile")
"""Pages of the novel that is open."""


class Controller(QObject):
    """One for the life of the window."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self.window = window
        self.context: Context = window.context
        self._desk = desk
        self.tasks, self.tracker, self.show_error = desk.tasks, desk.tracker, desk.show_error
        self.typing = desk.typing
        self.storage = library.Storage(None, 0, False)
        self.closing = Closing(self, desk)
        self.lead = Lead(self, self.show_error)
        self._importing = ImportController(self)
        self._history: HistoryController | None = None
        self._unsubscribe: list[Callable[[], None]] = []

    async def build(self) -> None:
        """Make what the window still lacks, in several turns: somebody may be typing already."""
        context, window = self.context, self.window
        self.workspace = Workspace(context, self._desk, window.notify)
        await self.workspace.build()
        self.shelf_panel = ShelfPanel(context.theme, context.icons, parent=window)
        self.shelf = ShelfController(context, self.shelf_panel, self.tasks, window.notify)
        await asyncio.sleep(0)
        self.faults = FaultsController(self)
        self.banner = self.faults.banner
        self.conflicts = ConflictsController(self)
        self.shelf_panel.set_start_card_visible(not context.settings.start_card_dismissed)
        window.add_page("shelf", self.shelf_panel)
        await asyncio.sleep(0)
        self._connect()
        self.backups = BackupsController(self)
        HistoryThinner(self)
        self.commands = Commands(self)
        self.margin = MarginController(self)
        self.minimap = MinimapController(self)
        self.aloud = AloudController(self)

    def _connect(self) -> None:
        window = self.window
        window.rail.page_requested.connect(self._on_rail_page_requested)
        window.files_dropped.connect(self.start_import)
        self.context.bus.changed.connect(self._on_bus_changed)
        window.opening.retry_requested.connect(self._on_opening_retry_requested)
        window.opening.open_other_requested.connect(self.ask_for_library)
        window.opening.new_requested.connect(NewLibrary(self).ask)
        window.opening.backups_requested.connect(self._on_backups_requested)
        self.shelf.open_requested.connect(self._on_shelf_open_requested)
        self.shelf.import_requested.connect(self.start_import)
        self.shelf.sample_requested.connect(self._on_shelf_sample_requested)
        self.shelf_panel.start_card_dismissed.connect(self._on_start_card_dismissed)
        self.workspace.counts_changed.connect(self._on_workspace_counts_changed)
        self.workspace.session_changed.connect(self._on_workspace_session_changed)

    # -- the library ---------------------------------------------------------------------------

    async def open(self, path: LibraryPlace) -> None:
        """Open the library and show what was open last; say why where that cannot be."""
        async with self.lead.turn():
            await self._open(path)

    async def _open(self, path: LibraryPlace) -> None:
        self.context.library = path
        self.window.opening.wait(path.name)
        self.workspace.questions.clear()
        self.faults.begin()
        if self._desk.first is None:
            self.window.show_page(OPENING)
        result = Preloaded()
        try:
            own = paths.default_library()
            first_start = path == own and await was_never_here(own)
            async for _step in preload(self._wanted(path, create=first_start), result):
                await asyncio.sleep(0)
            await self._settle_first(result)
            self._listen()
            if first_start:
                await self._open_novel(await self._create_sample())
            else:
                await self._show(result)
            self.window.opening.clear()
            self.faults.look(result.found)
        except Exception as error:  # noqa: BLE001 - the window stays: something may be typed already
            errors.record(error)
            self._stay_outside(error)
            with suppress(NovelistError):  # the error above is the one to tell
                await self._close_library()

    def _stay_outside(self, error: BaseException) -> None:
        """Say why there is no library; what was typed at first can still be looked at."""
        self.window.opening.show_error(error)
        self.window.rail.set_library_available(False)
        self.window.rail.set_write_available(self._desk.first is not None)
        self.window.show_page(OPENING)

    async def _settle_first(self, result: Preloaded) -> None:
        """Let the scene go that was shown at first sight, unless the library has it too.

        What was typed into it is first copied elsewhere. Raises ``RescueFailedError``.
        """
        first = self._desk.first
        if first is None or self._holds(result, first):
            return
        if self.workspace.unsaved_texts():
            await self.closing.copy_unsaved()
            self.closing.tell_of_copy()
        self._desk.let_first_go()

    def _holds(self, result: Preloaded, first: FirstLook) -> bool:
        """Whether what was loaded is what was shown at first sight."""
        return (
            self.context.library == first.library
            and result.novel is not None
            and result.text is not None
            and result.novel.novel.id == first.novel_id
            and result.text.body.item_id == first.item_id
            and first.item_id in {item.id for item in result.novel.items}
        )

    def _wanted(self, path: LibraryPlace, *, create: bool) -> Wanted:
        novel_id, item = self.context.state.left_open(path)
        first = self._desk.first
        if first is not None and first.library == path:
            novel_id, item = first.novel_id, first.item_id
        return Wanted(path, create, novel_id, item)

    async def _show(self, result: Preloaded) -> None:
        self.shelf.show(result.cards)
        if result.novel is None:
            self.show_shelf()
            return
        goes_on = self._desk.first is not None
        await self.workspace.open(result.novel, result.text)
        if goes_on and self.window.current_page == "write":
            self.workspace.tell_counts()
            self.commands.enable_novel(True)
        else:
            self.show_write()

    def _listen(self) -> None:
        self.closing.forget()
        self._unsubscribe = [
            library.subscribe(self.context.bus.publish),
            library.watch_storage(self._on_storage_changed),
        ]
        self.commands.enable_library(True)
        self.window.rail.set_library_available(True)
        self.backups.keeper.begin()

    @property
    def is_open(self) -> bool:
        """Whether the library is open."""
        return bool(self._unsubscribe)

    async def while_closed(self, act: Callable[[], Awaitable[object]]) -> bool:
        """Close the library, do something to its file, open what is there then; was it done?"""
        async with self.lead.turn():
            path = self.context.library
            done = False
            try:
                await self._let_go()
                await act()
                done = True
            except (NovelistError, OSError) as error:
                self.show_error(error)
            await self._open(path)
            return done

    async def _let_go(self) -> None:
        """Leave the library; one that takes nothing any more, once what is unsaved is copied."""
        if self.storage.failure is None:
            await self._leave_library(back_up=False)
            return
        if self.workspace.unsaved_texts():
            await self.closing.copy_unsaved()
            self.closing.tell_of_copy()
        await self.faults.let_go()
        self.workspace.editor.autosave.give_up()
        self.workspace.abandon_novel()
        self.commands.details.forget()
        await asyncio.sleep(0)  # the saves that these gave up end
        self.backups.keeper.stop()
        library.abandon_library()
        await self._close_library()
        self.storage = library.Storage(None, 0, False)
        self.tracker.forget()

    async def switch_library(self, path: LibraryPlace, *, create: bool = False) -> None:
        """Close this library and open another; where that cannot be, say why and come back."""
        async with self.lead.turn():
            before = self.context.library
            await self._leave_library()
            try:
                if create and isinstance(path, Path):
                    await library.make_folder(path)
                await library.open_library(path, create=create)
                await library.close_library()
            except NovelistError as error:
                self.show_error(error)
                await self._open(before)
                return
            if isinstance(path, Path):  # an address is forgotten with its password
                own = path == paths.default_library()
                self.context.settings.library = "" if own else str(path)
            self.context.state.open_novel = None
            await self.context.keep_settings()
            await self._open(path)

    async def _leave_library(self, *, back_up: bool = True) -> None:
        """Put everything on disk and close the library."""
        await self.commands.details.settle()
        await self._leave_novel()
        if self._unsubscribe:  # it is open; otherwise what was typed at first waits for it
            await self.tasks.finish()
            if back_up:
                await self.backups.keeper.finish()
        self.backups.keeper.stop()
        await self._close_library()

    async def _close_library(self) -> None:
        self.commands.enable_library(False)
        await library.close_library()
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._unsubscribe = []

    def ask_for_library(self) -> None:
        """Let the user choose another library file."""
        dialog = QFileDialog(self.window, self.tr("Open a library"))
        dialog.setObjectName("open_library_dialog")
        dialog.setNameFilter(self.tr("Novelist libraries ({pattern})").format(pattern="*.novelist"))
        dialog.setDirectory(str((self.context.library_file or paths.default_library()).parent))
        dialog.fileSelected.connect(self._on_library_chosen)
        dialog.open()

    # -- pages ---------------------------------------------------------------------------------

    def show_shelf(self) -> None:
        """Go to the shelf; the open novel stays open behind it. Without a library: nowhere."""
        if not self.is_open:
            return
        self.workspace.save_now()
        self.shelf.refresh_if_stale()
        self.shelf_panel.show_page("shelf")
        self.window.show_page("shelf")
        self.say_library()

    def say_library(self) -> None:
        """Say in the status bar which library is open, in place of counts of a novel."""
        self.window.status.show_library(self.context.library.name)

    def show_write(self) -> None:
        """Show the page that one writes on, with the keyboard in the text."""
        self.window.show_page("write")
        self.window.rail.set_write_available(True)
        self.workspace.tell_counts()
        self.workspace.editor.focus_text()

    async def open_novel(self, novel_id: int) -> None:
        """Open a novel where it was left; the one that is open stays when that cannot be."""
        async with self.lead.turn():
            await self._open_novel(novel_id)

    async def _open_novel(self, novel_id: int) -> None:
        is_other = self.workspace.novel_id != novel_id
        if is_other:
            loaded = await load_novel(novel_id)
            await self.workspace.close_novel()
            self.context.state.open_novel = novel_id
            self.context.state.open_library = str(self.context.library)
            await self.workspace.open(loaded)
        self.show_write()
        if is_other:
            await novels.mark_opened(novel_id)
        await self.context.keep_state()

    async def _leave_novel(self) -> None:
        await self.workspace.close_novel()
        self.window.rail.set_write_available(False)

    async def _leave_thrown_away(self) -> None:
        """The open novel went to the trash: what was typed goes along, then it is left."""
        async with self.lead.turn():
            await self._leave_novel()
        self.context.state.open_novel = None
        self.show_shelf()

    def start_import(self, files: list[str]) -> None:
        """Show the import page with these files, or let it ask for some."""
        self._importing.start(files)

    async def _create_sample(self) -> int:
        from novelist.services.importing.sample import create_sample  # noqa: PLC0415 - once in a lifetime

        return await create_sample("zh" if self.context.language.name == "zh_CN" else "en")

    @property
    def history(self) -> HistoryController:
        """The page "History", made when it is first wanted."""
        from novelist.ui.history.controller import HistoryController  # noqa: PLC0415 - when wanted

        if self._history is None:
            self._history = HistoryController(self)
        return self._history

    @property
    def importing(self) -> ImportPage | None:
        """The import page, once it was wanted."""
        return self._importing.page

    # -- trouble, and the end ------------------------------------------------------------------

    async def close(self) -> bool:
        """Put everything on disk and close; False to stay (see ``Closing``)."""
        return await self.closing.close()

    async def save_all(self) -> None:
        """Put everything on disk, the library closed, layout and choices too."""
        if self._unsubscribe:
            await self._leave_library()
        await self.tasks.finish()
        await self.faults.finish()
        await self.context.keep_state()
        await self.context.keep_settings()

    def _on_storage_changed(self, storage: library.Storage) -> None:
        if self.storage.failure is not None and storage.failure is None:
            self.closing.forget()
        self.storage = storage
        self.tracker.set_paused(storage.failure is not None, storage.kept)
        self.faults.show_storage(storage)

    # -- slots ---------------------------------------------------------------------------------

    def _on_bus_changed(self, changes: Changes) -> None:
        if self.workspace.novel_id in changes.ids(Subject.NOVEL, Action.DELETED):
            self.lead.start(self._leave_thrown_away())

    def _on_rail_page_requested(self, page: str) -> None:
        if page == "write":
            self.show_write()
            return
        if not self.is_open:
            return
        of_novel = {
            "bible": self.commands.show_bible,
            "search": self.commands.show_search,
            "history": self.commands.show_history,
            "compile": self.commands.show_compile,
        }
        if page in of_novel:
            of_novel[page]()
            return
        self.show_shelf()
        self.shelf_panel.show_page(page)
        self.window.rail.set_current(page)

    def _on_workspace_counts_changed(
        self, scene: int | None, chapter: int | None, novel: int, language: str, kind: str
    ) -> None:
        if self.window.current_page in _IN_NOVEL:  # elsewhere the library stands there
            self.window.status.show_counts(scene, chapter, novel, language, kind)

    def _on_workspace_session_changed(self, words: int, language: str) -> None:
        if self.window.current_page in _IN_NOVEL:
            self.window.status.show_session(words, language)

    def _on_shelf_open_requested(self, novel_id: int) -> None:
        self.lead.start(self.open_novel(novel_id))

    def _on_shelf_sample_requested(self) -> None:
        self.lead.start(self._open_sample())

    async def _open_sample(self) -> None:
        await self.open_novel(await self._create_sample())

    def _on_start_card_dismissed(self) -> None:
        self.context.settings.start_card_dismissed = True
        self.tasks.start(self.context.keep_settings())

    def _on_opening_retry_requested(self) -> None:
        self.lead.start(self.open(self.context.library))

    def _on_backups_requested(self) -> None:
        self.backups.show()

    def _on_library_chosen(self, name: str) -> None:
        self.lead.start(self.switch_library(Path(name)))
