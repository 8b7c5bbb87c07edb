# SPDX-License-Identifier: MIT
"""Brings trouble to the window: banners, emergency copies, found words, checks, crash reports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from novelist import paths
from novelist.services.library import library, precautions
from novelist.services.unsaved.rescue import rescue_texts
from novelist.ui.faults.column import BannerColumn
from novelist.ui.faults.keeper import EmergencyKeeper
from novelist.ui.faults.notice import NoticeBanner
from novelist.ui.faults.notices import PROBLEMS, Notices
from novelist.ui.reveal import reveal
from novelist.ui.storage_banner import Copied, StorageBanner, Way

if TYPE_CHECKING:
    from novelist.services.library.library import Storage
    from novelist.services.library.precautions import Precautions
    from novelist.services.unsaved.found_words import FoundText
    from novelist.ui.controller import Controller
    from novelist.ui.faults.check_sheet import CheckSheet
    from novelist.ui.faults.found_sheet import FoundSheet


class FaultsController(QObject):
    """One for the life of the window."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller, self._tasks = controller, controller.tasks
        context, window = controller.context, controller.window
        self._context, self._window = context, window
        workspace = controller.workspace
        self.banner = StorageBanner(context)
        self.notice = NoticeBanner(context)
        self.column = BannerColumn(context.theme, window, workspace.editor)
        self.column.add(self.banner)
        self.column.add(self.notice)
        unsaved = partial(workspace.unsaved_texts, composing=True)
        self.keeper = EmergencyKeeper(controller.tracker, workspace.editor.documents, unsaved, self)
        self._notices = Notices(self)
        self._found: FoundSheet | None = None
        self._check: CheckSheet | None = None
        self._connect()

    def _connect(self) -> None:
        opening = self._window.opening
        self._window.page_changed.connect(self._on_window_page_changed)
        self.banner.requested.connect(self._on_banner_requested)
        self.keeper.changed.connect(self._on_keeper_changed)
        opening.salvage_requested.connect(self._on_opening_salvage_requested)
        opening.set_aside_requested.connect(self._on_opening_set_aside_requested)

    @property
    def _library(self) -> Path:
        """The library file; one's own where the library is on a server."""
        return self._context.library_file or paths.default_library()

    # -- a library, from its opening to its end ------------------------------------------------

    def begin(self) -> None:
        """Another library is about to be opened."""
        self.notice.clear()
        self.keeper.begin(str(self._context.library))

    def look(self, before: Precautions) -> None:
        """The library is open and can be written in: look it over, and for words that were lost."""
        self._tasks.start(self._look(self._library, before))

    async def _look(self, path: Path, before: Precautions) -> None:
        await self._offer_found_words()
        if self._context.library_file is None:
            return
        found = await precautions.look_closer(path, before)
        if path == self._library:
            for notice in self._notices.of(path, before, found, self):
                self.notice.say(notice)

    async def finish(self) -> None:
        """The library is left: an emergency copy stays where something is not saved."""
        await self.keeper.finish()

    async def let_go(self) -> None:
        """The library is left with words that it does not take: they wait in the copy."""
        await self.keeper.let_go()
        self.banner.clear()

    def accepts_place(self, path: Path) -> bool:
        """Whether the warning about the place of this library was taken away before."""
        return str(path) in self._context.settings.places_accepted

    def accept_place(self, path: Path) -> None:
        """Warn of the place of this library no more."""
        self._context.settings.places_accepted.append(str(path))
        self._tasks.start(self._context.keep_settings())

    # -- the store takes nothing ---------------------------------------------------------------

    def show_storage(self, storage: Storage) -> None:
        """The library stopped taking what is written, or goes on."""
        if storage.failure is None:
            self.banner.clear()
            return
        self.banner.show_error(
            storage.failure,
            kept=storage.kept,
            deleted=self._context.library_file is not None and not self._library.exists(),
            final=storage.final,
        )
        self.keeper.hurry()
        self._on_keeper_changed()

    def _on_keeper_changed(self) -> None:
        path = self.keeper.path
        if path is not None:
            self.banner.show_copy(Copied.ELSEWHERE, self.keeper.count)
        else:
            self.banner.show_copy(Copied.NOWHERE if self.keeper.failed else Copied.NOWHERE_YET)

    def _on_banner_requested(self, way: Way) -> None:
        act: dict[Way, Callable[[], object]] = {
            Way.RETRY: library.retry_storage,
            Way.WRITE_BACK: lambda: self._tasks.start(self._write_back()),
            Way.REOPEN: self._reopen,
            Way.BACKUPS: self._controller.backups.show,
            Way.SALVAGE: self._on_opening_salvage_requested,
            Way.COPY: self._choose_folder,
            Way.SHOW: self._show_copy,
        }
        act[way]()

    async def _write_back(self) -> None:
        try:
            await library.write_back()
        except FileExistsError:
            library.retry_storage()

    def _reopen(self) -> None:
        """Open the file that took the library's place; unsaved words are offered then."""
        self._controller.lead.start(self._keep_and_reopen())

    async def _keep_and_reopen(self) -> None:
        path = self._library
        moment = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
        kept = path.with_name(f"{path.stem} {moment}.novelist")
        await library.copy_open_library(kept)

        async def set_aside() -> None:
            """The log is that of the file that was open, and all of it is in what was kept."""
            await precautions.set_log_aside(path)

        await self._controller.while_closed(set_aside)
        told = self.tr("The library that was open is kept as {name}")
        self._window.notify(told.format(name=kept.name))

    def _on_window_page_changed(self, page: str) -> None:
        self.banner.set_leading(page == "write")  # every other page has a primary button

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Save a copy of the unsaved text in"))
        dialog.setObjectName("copy_dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.open()

    def _on_folder_chosen(self, name: str) -> None:
        self._tasks.start(self._save_copy(Path(name)))

    async def _save_copy(self, folder: Path) -> None:
        unsaved = self._controller.workspace.unsaved_texts()
        if not unsaved:
            self._window.notify(self.tr("Everything is saved already"))
            return
        where = await rescue_texts(unsaved, folder)
        self._window.notify(
            self.tr("A copy of your unsaved text is in {folder}").format(folder=where)
        )

    def _show_copy(self) -> None:
        if self.keeper.path is not None:
            reveal(self.keeper.path)

    # -- found words ---------------------------------------------------------------------------

    async def _offer_found_words(self) -> None:
        from novelist.services.unsaved.found_words import find_words  # noqa: PLC0415 - rarely any

        found = await find_words(str(self._library), but=self.keeper.path)
        if found:
            self._found_sheet().offer(found)

    def _found_sheet(self) -> FoundSheet:
        from novelist.ui.faults.found_sheet import FoundSheet  # noqa: PLC0415 - when wanted

        if self._found is None:
            self._found = FoundSheet(self._context.theme, self._context.icons, self._window)
            self._found.put_in_requested.connect(self._on_found_put_in_requested)
            self._found.keep_requested.connect(self._on_found_keep_requested)
            self._found.discard_requested.connect(self._on_found_discard_requested)
        return self._found

    def _on_found_put_in_requested(self, found: FoundText) -> None:
        self._tasks.start(self._put_in(found))

    def _on_found_keep_requested(self, found: FoundText) -> None:
        self._tasks.start(self._keep_as_scene(found))

    def _on_found_discard_requested(self, found: FoundText) -> None:
        self._tasks.start(self._settle(found))

    async def _put_in(self, found: FoundText) -> None:
        from novelist.services.unsaved.found_words import put_in  # noqa: PLC0415 - when wanted

        await put_in(found)
        await self._settle(found)
        said = self.tr("The words are in the scene")
        if found.kept.is_of_novel:
            said = self.tr("The words are in the novel")
        elif found.kept.entity_id is not None:
            said = self.tr("The words are in the bible")
        self._window.notify(said)

    async def _keep_as_scene(self, found: FoundText) -> None:
        from novelist.services.unsaved.found_words import (  # noqa: PLC0415 - when wanted
            keep_as_entity,
            keep_as_novel,
            keep_as_scene,
        )

        if found.kept.entity_id is not None:
            await keep_as_entity(found, title=self.tr("Found words"))
            await self._settle(found)
            self._controller.shelf.refresh_if_stale()
            self._window.notify(self.tr("The words are in an entry of their own"))
            return

        if found.kept.is_of_novel:
            await keep_as_novel(found, title=self.tr("Found words"))
            await self._settle(found)
            self._controller.shelf.refresh_if_stale()
            self._window.notify(self.tr("The words are in a novel of their own"))
            return
        title = self.tr("{title}, found words").format(title=found.kept.title).lstrip(", ，")
        await keep_as_scene(found, title=title)
        await self._settle(found)
        self._controller.shelf.refresh_if_stale()
        self._window.notify(self.tr("The words are in a scene of their own"))

    async def _settle(self, found: FoundText) -> None:
        """Forget the copy once the last of its texts is decided upon."""
        from novelist.services.unsaved import emergency  # noqa: PLC0415 - when wanted

        sheet = self._found_sheet()
        sheet.settle(found)
        if not sheet.holds(found.copy):
            await emergency.forget(found.copy)

    # -- looking over and salvage --------------------------------------------------------------

    def check_library(self) -> None:
        """Look the library over, page by page."""
        self._check_sheet().check(self._library)

    def _check_sheet(self) -> CheckSheet:
        from novelist.ui.faults.check_sheet import CheckSheet  # noqa: PLC0415 - when wanted

        if self._check is None:
            self._check = CheckSheet(
                self._context.theme, self._context.icons, self._tasks, self._window
            )
            self._check.backups_requested.connect(self._controller.backups.show)
            self._check.open_requested.connect(self._on_check_open_requested)
            self._check.checked.connect(self._on_check_checked)
        return self._check

    def _on_check_checked(self, path: Path, is_sound: bool) -> None:
        if path != self._library:
            return
        self.notice.take_away(PROBLEMS)
        if not is_sound:
            self.notice.say(self._notices.found_by_check(self))

    def _on_check_open_requested(self, path: Path) -> None:
        self._controller.lead.start(self._controller.switch_library(path))

    def _on_opening_salvage_requested(self) -> None:
        self._check_sheet().offer_salvage(self._library)

    def _on_opening_set_aside_requested(self) -> None:
        self._controller.lead.start(self._set_log_aside())

    async def _set_log_aside(self) -> None:
        aside = await precautions.set_log_aside(self._library)
        await self._controller.open(self._library)
        self._window.notify(self.tr("The file is kept as {name}").format(name=aside.name))

    # -- after a crash -------------------------------------------------------------------------

    def show_crash(self, report: str) -> None:
        """Show what a run before this one left behind."""
        from novelist.ui.faults.crash_sheet import CrashSheet  # noqa: PLC0415 - rarely any

        self._crash = CrashSheet(self._context.theme, self._context.icons, self._window, report)
        self._crash.show_report()
