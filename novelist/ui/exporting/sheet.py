# SPDX-License-Identifier: MIT
"""The sheet "Export": chooses how and where, writes, and says where the novel is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from novelist.domain.enums import ExportFormat
from novelist.domain.languages import is_han
from novelist.errors import CompilingStoppedError, NovelistError
from novelist.ui import errors
from novelist.ui.cancellable import Cancellable
from novelist.ui.documents_folder import documents_folder
from novelist.ui.exporting.destination import is_taken
from novelist.ui.exporting.form import ExportForm, ExportSubject
from novelist.ui.exporting.outcome import Exported, OutcomeView
from novelist.ui.icons import Icons
from novelist.ui.reveal import reveal
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme
from novelist.ui.widgets.banner import Banner, BannerKind
from novelist.ui.widgets.button import ButtonRole
from novelist.ui.widgets.fitting_area import FittingArea
from novelist.ui.widgets.progress_line import ProgressLine
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sheet import Sheet

_SIZE: Final = QSize(560, 200)

RunExport = Callable[[Path, ExportFormat, bool, Cancellable], Awaitable[Exported]]
"""Writes the novel to a file, or one file a chapter into a folder, until it is not wanted."""


class ExportSheet(Retranslated, Sheet):
    """``open_for`` shows it for one novel; it remembers the format and the folder."""

    folder_changed = Signal(object)  # Path: where the writer wants her exports from now on

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        tasks: Tasks,
        window: QWidget,
        *,
        export: RunExport,
        folder: Path | None = None,
        show_file: Callable[[Path], None] = reveal,
    ) -> None:
        super().__init__(theme, icons, window, size=_SIZE)
        self.setObjectName("export_sheet")
        self._tasks = tasks
        self._export = export
        self._folder = documents_folder(folder)
        self._show_file = show_file
        self._subject = ExportSubject("", "en", 0)
        self._exported: Exported | None = None
        self._work: Cancellable | None = None  # what is being written
        self._build(theme, icons)
        self._connect()
        self.retranslate()

    def _build(self, theme: Theme, icons: Icons) -> None:
        self.body.setSpacing(8)
        self.progress = ProgressLine(theme, icons, self)
        self._question = Banner(theme, icons, BannerKind.WARNING, "triangle-alert", self)
        self._question.setObjectName("export_question")
        self._replace = self._question.add_button()
        self._replace.setObjectName("export_replace")
        self._rename = self._question.add_button()
        self._rename.setObjectName("export_rename")
        self._failure = Banner(theme, icons, BannerKind.DANGER, "triangle-alert", self)
        self._failure.setObjectName("export_failure")
        self.form = ExportForm(theme, icons, self)
        self.outcome = OutcomeView(theme, icons, self)
        self._area = FittingArea(self.form, self)
        for widget in (self.progress, self._question, self._failure, self._area, self.outcome):
            self.body.addWidget(widget)
        for banner in (self._question, self._failure):
            banner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.body.addStretch(1)
        self._cancel = self.add_button()
        self._cancel.setObjectName("export_cancel")
        self._reveal = self.add_button()
        self._reveal.setObjectName("export_reveal")
        self._go = self.add_button(ButtonRole.PRIMARY)
        self._go.setObjectName("export_go")
        self._done = self.add_button(ButtonRole.PRIMARY)
        self._done.setObjectName("export_done")

    def _connect(self) -> None:
        self.form.changed.connect(self._on_form_changed)
        self._go.clicked.connect(self.export_now)
        self._replace.clicked.connect(self._start)
        self._rename.clicked.connect(self._on_rename_clicked)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self._done.clicked.connect(self.close_sheet)
        self._reveal.clicked.connect(self._on_reveal_clicked)

    # What is asked of it.

    def open_for(self, subject: ExportSubject, export: RunExport | None = None) -> None:
        """Open it for a novel; ``export`` writes that one from now on."""
        self._export = export or self._export
        self._subject = subject
        self._exported = None
        self.form.show_subject(subject, self._folder)
        self._question.hide()
        self._failure.hide()
        self.retranslate()
        self._refresh()
        self.open_sheet(self._go)

    def export_now(self) -> None:
        """Write it as it is chosen; asks before something else is replaced."""
        if self._work is not None:
            return
        if not self.form.check_place():
            self.form.place.setFocus(Qt.FocusReason.OtherFocusReason)
        elif is_taken(self.form.output, per_chapter=self.form.per_chapter):
            self._ask()
        else:
            self._start()

    def close_sheet(self) -> None:
        """Close it, unless it is writing."""
        if self._work is None:
            super().close_sheet()

    def _ask(self) -> None:
        self._failure.hide()
        self._question.show()
        self.retranslate()
        self._place()
        self._replace.setFocus(Qt.FocusReason.TabFocusReason)

    def _start(self) -> None:
        self._question.hide()
        self._tasks.start(self._write())

    async def _write(self) -> None:
        output, work = self.form.output, Cancellable(self)
        work.progressed.connect(self.progress.set_share)
        self._set_work(work)
        try:
            self._exported = await self._export(
                output, self.form.format, self.form.per_chapter, work
            )
        except CompilingStoppedError:
            self._failure.hide()
        except NovelistError as error:
            errors.record(error)
            self._failure.set_words(errors.sentence(error))
            self._failure.show()
        else:
            self._failure.hide()
            self.outcome.show_outcome(self._exported)
            self._remember(output.parent)
        finally:
            work.stop()  # whoever was cancelled leaves no thread at work
            work.deleteLater()
            self._set_work(None)

    def _remember(self, folder: Path) -> None:
        if folder != self._folder:
            self._folder = folder
            self.folder_changed.emit(folder)

    def _set_work(self, work: Cancellable | None) -> None:
        self._work = work
        if work is not None:
            self.progress.begin()
        else:
            self.progress.end()
        self._refresh()

    # Showing.

    def _refresh(self) -> None:
        done = self._exported is not None
        self._area.setVisible(not done)
        self.form.setEnabled(self._work is None)
        self.outcome.setVisible(done)
        self._cancel.setVisible(not done)
        self._go.setVisible(not done)
        self._go.setEnabled(self._work is None)
        self._reveal.setVisible(done)
        self._done.setVisible(done)
        self._place()
        if done and self.isVisible():
            self._done.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        title = self.tr("Export “{title}”").format(title=self._subject.title)
        self.set_words(title, self.tr("Close"))
        self._cancel.setText(self.tr("Cancel"))
        self._reveal.setText(self.tr("Show in folder"))
        self._done.setText(self.tr("Done"))
        if is_han(self._subject.language):
            words = self.tr("Export %Ln characters", "Han characters", self._subject.words)
        else:
            words = self.tr("Export %Ln words", "", self._subject.words)
        self._go.setText(words)
        self._replace.setText(self.tr("Replace"))
        self._rename.setText(self.tr("Choose another name"))
        taken = self.tr("“{name}” is there already.").format(name=self.form.output.name)
        self._question.set_words(taken)

    # Slots.

    def _on_cancel_clicked(self) -> None:
        if self._work is not None:
            self._work.stop()
        else:
            self.close_sheet()

    def _on_form_changed(self) -> None:
        self._question.hide()
        self._failure.hide()

    def _on_rename_clicked(self) -> None:
        self._question.hide()
        self.form.select_name()

    def _on_reveal_clicked(self) -> None:
        if self._exported is not None:
            self._show_file(self._exported.path)
