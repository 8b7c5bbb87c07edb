# SPDX-License-Identifier: MIT
"""What can be chosen before an export: format, one file or many, and where it goes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from novelist.domain.enums import ExportFormat
from novelist.ui.exporting.choice_row import ChoiceRow
from novelist.ui.exporting.destination import (
    adapted_output,
    completed_output,
    default_output,
    format_told_by,
)
from novelist.ui.exporting.output_dialog import output_dialog
from novelist.ui.icons import Icons
from novelist.ui.labels import count_label, export_format_label
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.segmented import Segmented
from novelist.ui.widgets.text_field import TextField
from novelist.ui.widgets.text_label import TextLabel

_ONE: Final = "one"
_CHAPTERS: Final = "chapters"


@dataclass(frozen=True, slots=True)
class ExportSubject:
    """The novel to be exported; ``left_out`` scenes do not belong to its manuscript."""

    title: str
    language: str
    words: int
    left_out: int = 0


class ExportForm(Retranslated, QWidget):
    """Holds a whole choice at every moment: ``format``, ``per_chapter`` and ``output``."""

    changed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._subject = ExportSubject("", "en", 0)
        self._make_formats(theme)
        self._make_rest(theme, icons)
        self._lay_out()
        self.retranslate()

    def _make_formats(self, theme: Theme) -> None:
        self._heading = TextLabel(theme, "strong", "text", self)
        self._group = QButtonGroup(self)
        self._rows = {form: ChoiceRow(theme, self) for form in ExportFormat}
        for form, row in self._rows.items():
            row.button.setObjectName(f"export_{form}")
            self._group.addButton(row.button)
        self._rows[ExportFormat.MARKDOWN].button.setChecked(True)
        self._group.buttonToggled.connect(self._on_group_button_toggled)

    def _make_rest(self, theme: Theme, icons: Icons) -> None:
        self._files_heading = TextLabel(theme, "strong", "text", self)
        self._files = Segmented(theme, self)
        self._files.setObjectName("export_files")
        self._files.set_segments(((_ONE, ""), (_CHAPTERS, "")))
        self._files.value_changed.connect(self._on_files_value_changed)
        self._content_heading = TextLabel(theme, "strong", "text", self)
        self._content = TextLabel(theme, "body", "text_2", self, wrap=True)
        self._content.setObjectName("export_content")
        self._place_heading = TextLabel(theme, "strong", "text", self)
        self.place = TextField(theme, self)
        self.place.setObjectName("export_place")
        self._problem = self.place.problem_label(self)
        self._problem.setObjectName("export_problem")
        self._warning = TextLabel(theme, "small", "warning", self, wrap=True)
        self._warning.setObjectName("export_warning")
        self._choose = Button(theme, icons, parent=self)
        self._choose.setObjectName("export_choose")
        self.place.textEdited.connect(self._on_place_text_edited)
        self._choose.clicked.connect(self.choose_place)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        for row in self._rows.values():
            column.addWidget(row)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.place, 1)
        place.addWidget(self._choose)
        for heading, below in (
            (self._files_heading, self._files),
            (self._content_heading, self._content),
            (self._place_heading, place),
        ):
            column.addSpacing(12)
            column.addWidget(heading)
            if isinstance(below, QWidget):
                column.addWidget(below, 0, _alignment(below))
            else:
                column.addLayout(below)
        column.addWidget(self._problem)
        column.addWidget(self._warning)

    # What it holds.

    def show_subject(self, subject: ExportSubject, folder: Path) -> None:
        """Begin with another novel, to be written into that folder."""
        self._subject = subject
        output = default_output(folder, subject.title, self.format, per_chapter=self.per_chapter)
        self._set_output(output)
        self.retranslate()

    @property
    def format(self) -> ExportFormat:
        """The format chosen."""
        return next(form for form, row in self._rows.items() if row.button.isChecked())

    @property
    def per_chapter(self) -> bool:
        """Whether each chapter becomes a file of its own."""
        return self._files.value() == _CHAPTERS

    @property
    def output(self) -> Path:
        """The file to write, or the folder to write the files into."""
        typed = self._typed_output()
        return typed if self.per_chapter else completed_output(typed, self.format)

    def _typed_output(self) -> Path:
        return Path(self.place.text().strip()).expanduser()

    def check_place(self) -> bool:
        """Whether something can be written there; says under the field what is wrong."""
        problem = ""
        if not self.place.text().strip():
            problem = self.tr("Say where the file should go.")
        elif not self.output.is_absolute() or not self.output.parent.is_dir():
            problem = self.tr("This folder is not there. Choose another one.")
        elif not self.per_chapter and (self._typed_output().is_dir() or self.output.is_dir()):
            problem = self.tr("This is a folder. Add a name for the file.")
        self.place.set_problem(problem)
        return not problem

    def choose_place(self) -> QFileDialog:
        """Ask for the place in the system's own dialog."""
        dialog = output_dialog(
            self, self.tr("Export to"), self.output, self.format, per_chapter=self.per_chapter
        )
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # the sheet asks itself
        dialog.fileSelected.connect(self._on_dialog_file_selected)
        dialog.open()
        return dialog

    def select_name(self) -> None:
        """Let the writer type another name: the name without its extension is selected."""
        text, name = self.place.text(), self.output.name
        length = len(name) if self.per_chapter else len(self.output.stem)
        self.place.setFocus(Qt.FocusReason.TabFocusReason)
        self.place.setSelection(text.rfind(name), length)

    # Words.

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._heading.setText(self.tr("Format"))
        lines = {
            ExportFormat.MARKDOWN: self.tr("For other writing programs, and to keep."),
            ExportFormat.TEXT: self.tr("The words alone. Every program can read them."),
            ExportFormat.HTML: self.tr("To read in a browser, to print, or to send to readers."),
            ExportFormat.DOCX: self.tr("For editors and agents: double-spaced, a page a chapter."),
            ExportFormat.ODT: self.tr("To go on with in LibreOffice."),
            ExportFormat.EPUB: self.tr("A book for reading programs and devices."),
            ExportFormat.PDF: self.tr("Pages as in a book, to print or to proofread."),
            ExportFormat.JSON: self.tr("Everything, comments and Trash too, for programs."),
        }
        for form, row in self._rows.items():
            row.set_words(export_format_label(form), lines[form])
        self._files_heading.setText(self.tr("Files"))
        self._files.set_segments(
            ((_ONE, self.tr("One file")), (_CHAPTERS, self.tr("One file per chapter")))
        )
        self._files.setAccessibleName(self.tr("Files"))
        self._content_heading.setText(self.tr("What goes in"))
        self._content.setText(self._content_text())
        self._place_heading.setText(self.tr("Folder") if self.per_chapter else self.tr("File"))
        self.place.setAccessibleName(self._place_heading.text())
        self._choose.setText(self.tr("Choose…"))
        self._warn_of_name()

    def _content_text(self) -> str:
        words = count_label(self._subject.words, self._subject.language)
        whole = self.tr("The whole manuscript, {words}.").format(words=words)
        if not self._subject.left_out:
            return whole
        rest = self.tr("%Ln scenes are not in the manuscript.", "", self._subject.left_out)
        return self.tr("{first} {second}", "two sentences").format(first=whole, second=rest)

    def _adapt(self) -> None:
        if self.place.text().strip():
            form, many = self.format, self.per_chapter
            self._set_output(adapted_output(self.output, form, per_chapter=many))
        self.retranslate()
        self.changed.emit()

    def _set_output(self, output: Path) -> None:
        self.place.setText(str(output))
        self.place.set_problem("")
        self._warn_of_name()

    # Slots.

    def _on_group_button_toggled(self, _button: QWidget, checked: bool) -> None:
        if checked:
            self._adapt()

    def _on_files_value_changed(self) -> None:
        self._adapt()

    def _warn_of_name(self) -> None:
        """A name that promises another format is used, but not without a word."""
        told = None if self.per_chapter else format_told_by(self.output)
        is_other = told is not None and told is not self.format
        self._warning.setVisible(is_other)
        if told is not None and is_other:
            sentence = self.tr("The name ends like {other}, but {chosen} will be in the file.")
            other, chosen = export_format_label(told), export_format_label(self.format)
            self._warning.setText(sentence.format(other=f"“{other}”", chosen=f"“{chosen}”"))

    def _on_place_text_edited(self) -> None:
        self.place.set_problem("")
        self._warn_of_name()
        self.changed.emit()

    def _on_dialog_file_selected(self, name: str) -> None:
        output = Path(name)
        if self.per_chapter:
            output = default_output(output, self._subject.title, self.format, per_chapter=True)
        self._set_output(output)
        self.changed.emit()


def _alignment(widget: QWidget) -> Qt.AlignmentFlag:
    """Segments keep their own width; text takes the line."""
    return Qt.AlignmentFlag.AlignLeft if isinstance(widget, Segmented) else Qt.AlignmentFlag(0)
