# SPDX-License-Identifier: MIT
"""Leads to the page "Compile": keeps its presets, shows what they give, writes the book."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from novelist.domain.changes import Changes, Subject
from novelist.domain.compiling.book import Book
from novelist.domain.compiling.settings import Extent
from novelist.errors import CompilingStoppedError, NothingToCompileError, NovelistError
from novelist.exporters.base import EXPORTERS
from novelist.services.exporting.compiling import Preview, compile_novel, load_book, preview_novel
from novelist.ui import errors
from novelist.ui.cancellable import Cancellable
from novelist.ui.compile.leafing import Leafing
from novelist.ui.compile.page import CompilePage
from novelist.ui.compile.preset_desk import PresetDesk
from novelist.ui.documents_folder import documents_folder
from novelist.ui.exporting.destination import default_output, format_told_by, is_taken
from novelist.ui.exporting.notices import Notices
from novelist.ui.exporting.output_dialog import output_dialog
from novelist.ui.labels import count_label
from novelist.ui.reveal import reveal

if TYPE_CHECKING:
    from novelist.ui.controller import Controller

COMPILE: Final = "compile"
_REST: Final = 400  # milliseconds without another change before a preview is made
_OF_BOOK: Final = frozenset(
    {Subject.NOVEL, Subject.ITEM, Subject.TEXT, Subject.STATUS, Subject.LABEL, Subject.COMMENT}
)


class CompileController(QObject):
    """One for the life of the window; made when it is first wanted."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        context = controller.context
        self.page = CompilePage(context.theme, context.icons)
        self._notices = Notices(self)
        self.desk = PresetDesk(controller, self.page, self)
        self.leafing = Leafing(controller.tasks, self.page.preview, self)
        self._book: Book | None = None
        self._novel_id: int | None = None
        self._changes = 0  # of the novel: what was read before one of them is old
        self._work = Cancellable(self)  # what is being made
        self._writing = self._previewing = False
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        controller.window.add_page(COMPILE, self.page)
        self._connect()

    def _connect(self) -> None:
        page = self.page
        self.desk.changed.connect(self._refresh_soon)
        self.desk.chosen.connect(self._on_desk_chosen)
        self.desk.shared.connect(self._say_written)
        page.form.contact_edited.connect(self._on_form_contact_edited)
        page.preview.go.clicked.connect(self.ask_where)
        page.preview.progress.cancel_requested.connect(self.stop)
        page.left.connect(self._controller.show_write)
        self._soon.timeout.connect(self._on_soon_timeout)
        self._controller.context.bus.changed.connect(self._on_bus_changed)
        self._controller.window.page_changed.connect(self._on_window_page_changed)

    # -- coming and going ----------------------------------------------------------------------

    def show(self) -> None:
        """Show what the open novel can become."""
        window, workspace = self._controller.window, self._controller.workspace
        if workspace.novel_id is None:
            return
        window.show_page(COMPILE)
        if window.current_page != COMPILE:  # one is locked in
            return
        workspace.tell_counts()
        if self._novel_id != workspace.novel_id:
            self._novel_id = workspace.novel_id
            self._forget_book()
            self.leafing.show_nothing()
        self._controller.tasks.latest("compile_open", self._open())
        self.page.side.presets.setFocus()

    async def _open(self) -> None:
        self.page.form.show_contact(self._controller.context.settings.contact)
        await self.desk.open()
        self._soon.start(0)

    # -- preview -------------------------------------------------------------------------------

    def _refresh_soon(self) -> None:
        if not self._writing:
            self.stop()
            self._soon.start(_REST)

    async def _preview(self) -> None:
        work = self._begin_work()
        preview = self.page.preview
        preview.progress.begin()
        self._previewing = True
        preview.problem.hide()
        try:
            book = await self._loaded()
            found = await preview_novel(
                book,
                self.desk.settings,
                selected=self._selected(),
                progress=work.report,
                stopped=work.is_stopped,
            )
        except asyncio.CancelledError:
            work.stop()
            raise
        except CompilingStoppedError:
            return
        except NovelistError as error:
            errors.record(error)
            self._show_problem(errors.sentence(error))
            preview.go.setEnabled(not isinstance(error, NothingToCompileError))
            return
        finally:
            if self._work is work:
                preview.progress.end()
                self._previewing = False
        self._show_preview(found)

    def _show_preview(self, found: Preview) -> None:
        preview = self.page.preview
        language = self._controller.workspace.novel.language
        said = [count_label(found.counts.words, language)]
        if not found.is_whole:
            said.append(self.tr("only the beginning is shown"))
        if found.files > 1 and found.is_whole:
            said.append(self.tr("%Ln files", "", found.files))
        said += [self._notices.sentence(warning) for warning in found.warnings[:2]]
        preview.said.setText(" · ".join(said))
        preview.said.setToolTip("\n".join(map(self._notices.sentence, found.warnings)))
        preview.problem.hide()
        preview.go.setEnabled(True)
        if found.pages:
            self.leafing.show_pdf(found.pages, is_whole=found.is_whole)
        else:
            self.leafing.show_nothing()
            preview.show_text(found.text)

    def _show_problem(self, sentence: str) -> None:
        self.leafing.show_nothing()
        self.page.preview.said.setText("")
        self._say_problem(sentence)

    def _say_problem(self, sentence: str) -> None:
        self.page.preview.problem.set_words(sentence)
        self.page.preview.problem.show()

    async def _loaded(self) -> Book:
        """The open novel with what was typed until now."""
        workspace = self._controller.workspace
        await workspace.flush()
        novel_id = workspace.novel.id
        if self._novel_id != novel_id:
            self._novel_id = novel_id
            self._forget_book()
        while (book := self._book) is None:
            changes = self._changes
            found = await load_book(novel_id)
            if changes == self._changes:
                self._book = found
                self._show_names(found)
        return replace(book, contact=self._controller.context.settings.contact)

    def _forget_book(self) -> None:
        self._book = None
        self._changes += 1

    def _show_names(self, book: Book) -> None:
        rows = book.candidates
        statuses = tuple(dict.fromkeys(row.status for row in rows if row.status))
        labels = tuple(dict.fromkeys(row.label for row in rows if row.label))
        self.page.form.show_names(statuses, labels)

    def _selected(self) -> list[int]:
        return list(self._controller.workspace.binder.selected_ids())

    def _begin_work(self) -> Cancellable:
        """What is made from now on, in the place of what was."""
        self._work.stop()
        self._work.deleteLater()
        self._work = Cancellable(self)
        self._work.progressed.connect(self.page.preview.progress.set_share)
        return self._work

    @property
    def is_making(self) -> bool:
        """Whether a preview or a file is being made, or will be in a moment."""
        return self._writing or self._soon.isActive() or self._previewing

    def stop(self) -> None:
        """Make no more of what is being made."""
        self._work.stop()
        self.page.preview.progress.end()

    # -- writing -------------------------------------------------------------------------------

    def ask_where(self) -> QFileDialog:
        """Ask for the file, or for the folder of the files."""
        settings, novel = self.desk.settings, self._controller.workspace.novel
        form, many = settings.format, settings.per_chapter
        folder = documents_folder(self._controller.context.settings.export_folder)
        first = default_output(folder, novel.title, form, per_chapter=many)
        dialog = output_dialog(self.page, self.tr("Compile to"), first, form, per_chapter=many)
        dialog.fileSelected.connect(self._on_dialog_file_selected)
        dialog.open()
        return dialog

    def write(self, output: Path) -> None:
        """Write the book there; what is there already was asked about."""
        self._controller.tasks.start(self._write(output))

    def _ask_to_replace(self, output: Path) -> None:
        """The dialog asked about the name that was chosen, and this is another one."""
        words = self.tr("“{name}” is there already.").format(name=output.name)
        self._controller.window.notify(words, lambda: self.write(output), self.tr("Replace"))

    async def _write(self, output: Path) -> None:
        if self._writing:
            return
        was_previewing = self.is_making
        self._soon.stop()
        self.stop()
        work = self._begin_work()
        self._set_writing(True)
        try:
            book = await self._loaded()
            result = await compile_novel(
                book,
                self.desk.settings,
                output=output,
                selected=self._selected(),
                progress=work.report,
                stopped=work.is_stopped,
            )
        except asyncio.CancelledError:
            work.stop()
            raise
        except CompilingStoppedError:
            self._controller.window.notify(self.tr("Stopped. Nothing was written."))
        except NovelistError as error:
            errors.record(error)
            self._say_problem(errors.sentence(error))
        else:
            self._controller.commands.choose("export_folder", str(result.path.parent))
            self._say_written(result.path)
        finally:
            self._set_writing(False)
            if was_previewing:
                self._soon.start(_REST)

    def _say_written(self, path: Path) -> None:
        words = self.tr("“{name}” was written.").format(name=path.name)
        label = self.tr("Show in folder")
        self._controller.window.notify(words, lambda: reveal(path), label)

    def _set_writing(self, writing: bool) -> None:
        self._writing = writing
        page = self.page
        page.set_busy(writing)
        if writing:
            page.preview.problem.hide()
            page.preview.progress.begin()
        else:
            page.preview.progress.end()

    # -- slots ---------------------------------------------------------------------------------

    def _on_desk_chosen(self) -> None:
        self.leafing.face(self.desk.settings.page.mirrored)

    def _on_form_contact_edited(self, contact: str) -> None:
        self._controller.commands.choose("contact", contact)
        self._refresh_soon()

    def _on_soon_timeout(self) -> None:
        if self._controller.window.current_page == COMPILE:
            self._controller.tasks.latest("compile_preview", self._preview())

    def _on_dialog_file_selected(self, name: str) -> None:
        chosen, settings = Path(name), self.desk.settings
        form, many, output = settings.format, settings.per_chapter, chosen
        if many:
            title = self._controller.workspace.novel.title
            output = default_output(chosen, title, form, per_chapter=True)
        elif format_told_by(chosen) is not form:
            output = chosen.with_name(chosen.name + EXPORTERS[form].extension)
        if output != chosen and is_taken(output, per_chapter=many):
            self._ask_to_replace(output)
        else:
            self.write(output)

    def _on_bus_changed(self, changes: Changes) -> None:
        if any(entry.subject in _OF_BOOK for entry in changes.entries):
            self._forget_book()
            if self._controller.window.current_page == COMPILE:
                self._refresh_soon()

    def _on_window_page_changed(self, name: str) -> None:
        if name != COMPILE and not self._writing:
            self._soon.stop()
            self.stop()
            self.leafing.show_nothing()
        elif name == COMPILE and self.desk.settings.content.extent is Extent.SELECTION:
            self._refresh_soon()
