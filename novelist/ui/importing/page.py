# SPDX-License-Identifier: MIT
"""The page "Import a manuscript": choose a file, check what it becomes, import it.

Several files are taken one after another; each becomes a novel. Files are read and never written.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from novelist.errors import NovelistError, ReadingCancelledError
from novelist.importers.base import ImportedNovel, ImportOptions, decode_preview
from novelist.importers.formats import ARCHIVE, SUFFIXES, format_of
from novelist.services.exporting.written_files import write_text
from novelist.services.library.restoring import libraries_among
from novelist.ui import errors
from novelist.ui.cancellable import Cancellable
from novelist.ui.documents_folder import documents_folder
from novelist.ui.icons import Icons
from novelist.ui.importing.check_view import CheckView
from novelist.ui.importing.counts import ImportCounts
from novelist.ui.importing.done_view import DoneView
from novelist.ui.importing.file_panel import Source
from novelist.ui.importing.footer import ImportFooter
from novelist.ui.importing.notices import encoding_label
from novelist.ui.importing.outcome import Outcome, outcome_of
from novelist.ui.importing.plan import ImportPlan
from novelist.ui.importing.report import MadeNovel
from novelist.ui.importing.steps import ImportHeader, Step
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.enter_keys import on_control_enter
from novelist.ui.widgets.progress_line import ProgressLine
from novelist.ui.widgets.retranslated import Retranslated

LIBRARY: Final = ".novelist"
_PATTERNS: Final = " ".join(f"*{suffix}" for suffix in (*SUFFIXES, ARCHIVE, LIBRARY))


class ReadSource(Protocol):
    """Reads a file without blocking the window."""

    async def __call__(
        self,
        path: Path,
        options: ImportOptions,
        *,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> ImportedNovel:
        """The novel in the file; ``progress`` is called from another thread."""
        ...


RunImport = Callable[[ImportedNovel], Awaitable[int]]
"""Makes the novel and returns its id."""


class ImportPage(Retranslated, QWidget):
    """Takes files by ``start``; says ``imported`` or ``cancelled`` when it is done."""

    bible_requested = Signal(int)  # show the story bible of that novel
    compile_requested = Signal(int)  # show what that novel can become
    imported = Signal(int)  # the novel to open, of those that were made
    cancelled = Signal()  # the page is left, and no novel is to be opened
    said = Signal(str)  # something to be known in passing
    libraries_chosen = Signal(list)  # names of files, libraries among them: not read here

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        tasks: Tasks,
        *,
        read: ReadSource,
        run: RunImport,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import_page")
        self._tasks = tasks
        self._read_source = read
        self._run_import = run
        self._author = ""
        self._folder = documents_folder()
        self._files: list[Path] = []
        self._at = 0
        self._made: list[MadeNovel] = []
        self._reading: Cancellable | None = None
        self._importing = False
        self._used = ImportOptions()
        self._counter = ImportCounts(self)
        theme.lay_ground(self, "page")
        self._build(theme, icons)
        self._lay_out(theme)
        self._connect()
        self.retranslate()
        self.start()

    def _build(self, theme: Theme, icons: Icons) -> None:
        self.header = ImportHeader(theme, icons, self)
        self.progress = ProgressLine(theme, icons, self)
        self.choose = EmptyState(theme, icons, "upload", self, action_icon="file-text")
        self.choose.action.setObjectName("import_choose")
        self.check = CheckView(theme, icons, self)
        self.done = DoneView(theme, icons, self)
        self.pages = QStackedWidget(self)
        for page in (self.choose, self.check, self.done):
            self.pages.addWidget(page)
        self.footer = ImportFooter(theme, icons, self.progress.cancel, self)

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.pages, self.footer):
            column.addWidget(widget)
        column.setStretchFactor(self.pages, 1)

    def _connect(self) -> None:
        self.choose.action_requested.connect(self.choose_files)
        self.done.more_requested.connect(self.start)
        self.done.save_requested.connect(self._on_done_save_requested)
        self.done.open_requested.connect(self.imported)
        self.done.bible_requested.connect(self.bible_requested)
        self.check.plan_changed.connect(self._refresh)
        self.check.file.reading_changed.connect(self._on_file_reading_changed)
        self.check.file.encoding_tried.connect(self._on_file_encoding_tried)
        self.check.other_file_requested.connect(self.choose_files)
        self.footer.import_requested.connect(self.import_now)
        self.footer.skip_requested.connect(self._on_footer_skip_requested)
        self.progress.cancel_requested.connect(self._on_progress_cancel_requested)
        self.footer.cancel_requested.connect(self.leave)
        on_control_enter(self, self.import_now)

    # What is asked of it.

    def start(self, paths: Sequence[Path] = (), *, author: str = "") -> None:
        """Take these files one after another; without any, ask for some.

        ``author`` is the name to fill in where a file gives none.
        """
        self._stop_reading()
        self._files, self._at, self._made = list(paths), 0, []
        self._author = author or self._author
        if self._files:
            self._folder = self._files[0].parent
            self._begin_file()
        else:
            self._show(Step.FILE, self.choose)
            self._take_focus()

    def choose_files(self) -> QFileDialog:
        """Ask for files in the system's own dialog."""
        dialog = QFileDialog(self, self.tr("Choose a manuscript"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        names = self.tr("Manuscripts and projects ({patterns})"), self.tr("All files ({patterns})")
        patterns = (_PATTERNS, "*")
        dialog.setNameFilters([n.format(patterns=p) for n, p in zip(names, patterns, strict=True)])
        dialog.setDirectory(str(self._files[0].parent if self._files else self._folder))
        dialog.filesSelected.connect(self._on_dialog_files_selected)
        dialog.open()
        return dialog

    def import_now(self) -> None:
        """Make the novel as it is shown."""
        novel = self.check.result()
        if novel is not None and self._can_import():
            self._tasks.start(self._import(novel))

    def leave(self) -> None:
        """Give up what has not been imported; what has been is told, and left after that."""
        if self._importing:
            return
        self._stop_reading()
        if self._made and self.header.step is not Step.DONE:
            self._show_done()
        else:
            self.cancelled.emit()

    # Reading.

    def _begin_file(self) -> None:
        path = self._files[self._at]
        self._used = ImportOptions()
        self.check.show_source(Source(path, self._at + 1, len(self._files)), self._author)
        self._show(Step.CHECK, self.check)
        self._take_focus()  # else Qt gives it to the next field, as if it were to be filled in
        self._read(path, self._used)

    def _read(self, path: Path, options: ImportOptions) -> None:
        self._stop_reading()
        self._reading = Cancellable(self)
        self._reading.progressed.connect(self.progress.set_share)
        self.progress.begin()
        self._tasks.start(self._read_file(self._reading, path, options))
        self._refresh()

    async def _read_file(self, reading: Cancellable, path: Path, options: ImportOptions) -> None:
        try:
            novel = await self._read_source(
                path, options, progress=reading.report, cancelled=reading.is_stopped
            )
            plan = await asyncio.to_thread(ImportPlan, novel)
        except ReadingCancelledError:
            return
        except NovelistError as error:
            errors.record(error)
            if self._reading is reading:
                self._show_failure(error, options)
        else:
            if self._reading is reading:
                self._show_plan(plan, options)
        finally:
            self._end_reading(reading)

    def _end_reading(self, reading: Cancellable) -> None:
        if self._reading is reading:
            self._reading = None
            self.progress.end()
            self._refresh()
        reading.deleteLater()

    def _stop_reading(self) -> None:
        reading, self._reading = self._reading, None
        if reading is not None:
            reading.stop()
            self.progress.end()

    def _show_plan(self, plan: ImportPlan, options: ImportOptions) -> None:
        self._used = options
        self.check.show_plan(plan)
        if not self.check.file.isAncestorOf(self.focusWidget()):  # there, something is being set
            self._take_focus()

    def _show_failure(self, error: NovelistError, options: ImportOptions) -> None:
        if self.check.plan is None:
            self.check.show_failure(errors.sentence(error))
            return
        self.check.file.set_options(self._used)
        encoding = encoding_label(options.encoding or "")
        self.check.show_failure(
            self.tr(
                "The file cannot be read as {encoding}. It stays as it was read before."
            ).format(encoding=encoding)
        )

    # Importing.

    async def _import(self, novel: ImportedNovel) -> None:
        self._set_importing(True)
        try:
            novel_id = await self._run_import(novel)
        except NovelistError as error:
            errors.record(error)
            self.check.show_failure(errors.sentence(error))
        else:
            self._made.append(await self._made_of(novel_id, novel))
            self._go_on()
        finally:
            self._set_importing(False)

    async def _made_of(self, novel_id: int, novel: ImportedNovel) -> MadeNovel:
        """What to say of a novel that has come in as the plan had it."""
        plan, path, outcome = self.check.plan, self._files[self._at], Outcome()
        if plan is not None:
            outcome = await asyncio.to_thread(outcome_of, plan, format_of(path))
        return MadeNovel(
            novel_id,
            novel.title,
            plan.words if plan else 0,
            novel.language,
            path.name,
            tuple(novel.warnings),
            outcome,
            len(novel.days),
        )

    def _go_on(self) -> None:
        """The next file; after the last, the end."""
        self._at += 1
        if self._at < len(self._files):
            self._begin_file()
        elif self._made:
            self._show_done()
        else:
            self.cancelled.emit()

    def _show_done(self) -> None:
        self._show(Step.DONE, self.done)
        self.done.show_novels(self._made)

    def _set_importing(self, importing: bool) -> None:
        self._importing = importing
        self._name_stop()
        self.check.setEnabled(not importing)
        if importing:
            self.progress.begin()
        elif self._reading is None:
            self.progress.end()
        self._refresh()

    # Showing.

    def _show(self, step: Step, page: QWidget) -> None:
        self.header.set_step(step)
        self.pages.setCurrentWidget(page)
        self._refresh()

    def _can_import(self) -> bool:
        plan = self.check.plan
        chosen = plan is not None and any((*plan.tally().values(), *plan.entities().values()))
        checking = self.header.step is Step.CHECK  # what is done is not done twice
        return checking and chosen and self._reading is None and not self._importing

    def _refresh(self) -> None:
        plan = self.check.plan
        words = plan.words if plan is not None else 0
        checking = self.header.step is Step.CHECK
        self.footer.setVisible(self.header.step is not Step.DONE)
        self.footer.go.setVisible(checking and (plan is not None or self._reading is not None))
        self.footer.go.setEnabled(self._can_import())
        self.footer.cancel.setEnabled(not self._importing)
        self.footer.set_queue(more=checking and self._at + 1 < len(self._files))
        self.footer.skip.setEnabled(not self._importing)
        self.footer.set_words(
            words,
            self.check.file.language,
            otherwise=self._counter.brief(plan) if plan is not None else "",
            importing=self._importing,
        )

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setAccessibleName(self.tr("Import a manuscript"))
        self._name_stop()
        self.choose.set_words(
            self.tr("Bring in what you have written."),
            self.tr(
                "Manuscripts, and projects of other programs. Choose files, or drop them here."
            ),
            self.tr("Choose files…"),
        )

    def _name_stop(self) -> None:
        """A reading can be stopped; an import is all or nothing, and short."""
        self.progress.cancel.setText("" if self._importing else self.tr("Stop reading"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the progress line under the header."""
        super().resizeEvent(event)
        self.progress.setGeometry(0, self.header.height(), self.width(), self.progress.height())
        self.progress.raise_()

    def showEvent(self, event: QShowEvent) -> None:
        """The keys go to what can be chosen next."""
        super().showEvent(event)
        self._take_focus()

    def _take_focus(self) -> None:
        if self.isVisible():
            first = {
                Step.FILE: self.choose.action,
                Step.CHECK: self.check.made.tree,
                Step.DONE: self.done,
            }
            first[self.header.step].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the page; F5 compiles what was made, as it compiles an open novel."""
        done = self.header.step is Step.DONE
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_F5 and done and self.done.novel_id is not None:
            self.compile_requested.emit(self.done.novel_id)
        else:
            super().keyPressEvent(event)

    # Slots.

    def _on_done_save_requested(self, report: str) -> None:
        dialog = QFileDialog(self, self.tr("Save report"), str(self._files[0].parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        # Never the name of the manuscript itself, which may end in .txt too.
        name = self.tr("{name} (import report)").format(name=self._files[0].stem)
        dialog.selectFile(f"{name}.txt")
        dialog.fileSelected.connect(
            lambda name: self._tasks.start(self._save_report(Path(name), report))
        )
        dialog.open()

    async def _save_report(self, path: Path, report: str) -> None:
        await write_text(path, report)
        self.said.emit(self.tr("The report is saved as “{name}”.").format(name=path.name))

    def _on_dialog_files_selected(self, names: list[str]) -> None:
        self._tasks.start(self._take([Path(name) for name in names]))

    async def _take(self, files: list[Path]) -> None:
        if await libraries_among(files):
            self.libraries_chosen.emit([str(path) for path in files])
        else:
            self.start(files)

    def _on_file_reading_changed(self) -> None:
        self._read(self._files[self._at], self.check.file.options())

    def _on_file_encoding_tried(self, encoding: str) -> None:
        if encoding:
            self._tasks.latest("tried", self._try_encoding(encoding))
        else:
            self.check.end_trial()

    async def _try_encoding(self, encoding: str) -> None:
        lines = await asyncio.to_thread(decode_preview, self._files[self._at], encoding)
        if self.check.file.encoding.is_open:
            self.check.preview.show_decoded(encoding_label(encoding), lines)

    def _on_footer_skip_requested(self) -> None:
        self._stop_reading()
        self._go_on()

    def _on_progress_cancel_requested(self) -> None:
        self._stop_reading()
        if self.check.plan is None:
            self.leave()
        else:
            self.check.file.set_options(self._used)
            self._refresh()
