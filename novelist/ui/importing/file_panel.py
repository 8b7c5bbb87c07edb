# SPDX-License-Identifier: MIT
"""The left column: the file, the names the novel gets, and how the file is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from novelist.domain.enums import ImportFormat
from novelist.domain.languages import primary
from novelist.importers.base import ImportOptions
from novelist.importers.formats import OUTLINED, PROJECTS, format_of
from novelist.ui.icons import Icons
from novelist.ui.importing.encoding_field import EncodingField
from novelist.ui.importing.mapping_panel import MappingPanel
from novelist.ui.importing.plan import ImportPlan
from novelist.ui.labels import import_format_label
from novelist.ui.theme import Theme
from novelist.ui.widgets.elided_label import ElidedLabel
from novelist.ui.widgets.fitting_area import FittingArea
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel

_SIDE: Final = 24
_LANGUAGES: Final = (("en", "English"), ("zh", "中文"))  # each in itself


@dataclass(frozen=True)
class Source:
    """The file at hand, and its place in the queue."""

    path: Path
    number: int = 1
    count: int = 1

    @property
    def size(self) -> int | None:
        """Its size in bytes; None for a project, which has other files, or where none is told."""
        try:
            return None if self.format in PROJECTS else self.path.stat().st_size
        except OSError:
            return None

    @cached_property
    def format(self) -> ImportFormat:
        """What its beginning or its name says it is; the file is looked at once."""
        return format_of(self.path)


class FilePanel(Retranslated, QWidget):
    """What can be set before an import; tells when the file must be read anew."""

    reading_changed = Signal()  # the encoding or the options of reading are others now
    language_changed = Signal(str)
    encoding_tried = Signal(str)  # an encoding is under the mouse or the arrow keys; "" for none

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._source: Source | None = None
        theme.lay_ground(self, "side")
        self._make_head()
        self._make_fields()
        self._make_options()
        self.mapping = MappingPanel(theme, icons, self)
        self._lay_out()
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.retranslate()

    def _make_head(self) -> None:
        self._icon = QLabel(self)
        self._name = ElidedLabel(self._theme, "strong", "text", self)
        self._name.setObjectName("import_file")
        self._kind = ElidedLabel(self._theme, "small", "text_2", self)
        self._place = TextLabel(self._theme, "small", "text_2", self)
        self._place.setObjectName("import_queue")

    def _make_fields(self) -> None:
        self.title = QLineEdit(self)
        self.author = QLineEdit(self)
        self._language = QComboBox(self)
        for tag, name in _LANGUAGES:
            self._language.addItem(name, tag)
        self.encoding = EncodingField(self)
        self._titles: dict[QWidget, TextLabel] = {
            field: TextLabel(self._theme, "small", "text_2", self)
            for field in (self.title, self.author, self._language, self.encoding)
        }
        names = ("import_title", "import_author", "import_language", "import_encoding")
        for (field, label), name in zip(self._titles.items(), names, strict=True):
            field.setObjectName(name)
            label.setBuddy(field)
        self._language.activated.connect(self._on_language_activated)
        self.encoding.chosen.connect(self._on_encoding_chosen)
        self.encoding.tried.connect(self.encoding_tried)

    def _make_options(self) -> None:
        self._options = QWidget(self)
        self._options_title = TextLabel(self._theme, "strong", "text_2", self)
        self._emphasis = QCheckBox(self, objectName="import_keep_emphasis")  # type: ignore[call-overload]  # Qt properties as keywords
        self._scenes = QCheckBox(self, objectName="import_split_scenes")  # type: ignore[call-overload]  # Qt properties as keywords
        for box in (self._emphasis, self._scenes):
            box.setChecked(True)
            box.toggled.connect(self._on_option_toggled)
        column = QVBoxLayout(self._options)
        column.setContentsMargins(0, 0, 0, 20)
        column.setSpacing(8)
        for widget in (self._options_title, self._emphasis, self._scenes):
            column.addWidget(widget)

    def _lay_out(self) -> None:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(_SIDE, 20, _SIDE, 24)
        column.setSpacing(0)
        column.addLayout(self._head_row())
        column.addSpacing(16)
        for field, label in self._titles.items():
            column.addWidget(label)
            column.addSpacing(4)
            column.addWidget(field)
            column.addSpacing(12)
        column.addSpacing(8)
        column.addWidget(self._options)
        column.addWidget(self.mapping)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(FittingArea(page, self))

    def _head_row(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._name, self._kind, self._place):
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    # What it shows and holds.

    def show_source(self, source: Source, author: str = "") -> None:
        """Show another file and forget what was set for the one before."""
        self._source = source
        self.title.setText("")  # unlike clear() it counts as untouched
        self.author.setText(author)
        self.encoding.forget()
        self._show_encoding("")
        self.set_options(ImportOptions())
        self.setEnabled(True)
        self.mapping.show_plan(None, source.format)
        self.title.setPlaceholderText(source.path.stem)
        self.retranslate()

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what was read; what the writer has typed meanwhile stays."""
        novel = plan.novel
        if self._source is not None:
            self.mapping.show_plan(plan, self._source.format)
        if not self.title.isModified():
            self.title.setText(novel.title)
            self.title.setCursorPosition(0)
        if not self.author.isModified() and novel.author:
            self.author.setText(novel.author)
        self._show_language(novel.language)
        self._show_encoding(novel.encoding or "")

    def options(self) -> ImportOptions:
        """How the file is to be read."""
        return ImportOptions(
            encoding=self.encoding.choice or None,
            keep_emphasis=self._emphasis.isChecked(),
            split_scenes=self._scenes.isChecked(),
        )

    def set_options(self, options: ImportOptions) -> None:
        """Show how the file was really read."""
        self.encoding.set_choice(options.encoding or "")
        for box, checked in (
            (self._emphasis, options.keep_emphasis),
            (self._scenes, options.split_scenes),
        ):
            with QSignalBlocker(box):
                box.setChecked(checked)

    @property
    def novel_title(self) -> str:
        """What the novel will be called: the title typed, or the name of the file."""
        return self.title.text().strip() or self.title.placeholderText()

    @property
    def language(self) -> str:
        """The language of the novel."""
        return str(self._language.currentData())

    # Words.

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        words = {
            self.title: self.tr("Becomes"),
            self.author: self.tr("Author"),
            self._language: self.tr("Language"),
            self.encoding: self.tr("Encoding"),
        }
        for field, name in words.items():
            self._titles[field].setText(name)
            field.setAccessibleName(name)
        self._options_title.setText(self.tr("Reading the file"))
        self._emphasis.setText(self.tr("Keep emphasis"))
        self._scenes.setText(self.tr("Split scenes at * * *"))
        self.encoding.retranslate()
        if self._source is not None:
            self._name_source(self._source)

    def _name_source(self, source: Source) -> None:
        self._name.setText(source.path.name)
        kind, size = import_format_label(source.format), source.size
        if size is not None:
            written = QLocale().formattedDataSize(size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
            kind = self.tr("{kind}, {size}").format(kind=kind, size=written)
        self._kind.setText(kind)
        self._options.setVisible(source.format not in OUTLINED)  # these say it themselves
        self._emphasis.setVisible(source.format is ImportFormat.TEXT)  # others mark it clearly
        place = self.tr("File {number} of {count}")
        self._place.setText(place.format(number=source.number, count=source.count))
        self._place.setVisible(source.count > 1)

    def _show_encoding(self, codec: str) -> None:
        """Only what is text has an encoding, and only once it has been read."""
        self.encoding.show_used(codec)
        for widget in (self._titles[self.encoding], self.encoding):
            widget.setVisible(bool(codec))

    def _show_language(self, language: str) -> None:
        place = next((at for at, (tag, _) in enumerate(_LANGUAGES) if tag == primary(language)), -1)
        if place >= 0:
            self._language.setItemData(place, language)
        else:
            self._language.addItem(QLocale(language).nativeLanguageName(), language)
            place = self._language.count() - 1
        self._language.setCurrentIndex(place)

    # Slots.

    def _on_language_activated(self) -> None:
        self.language_changed.emit(self.language)

    def _on_encoding_chosen(self) -> None:
        self.reading_changed.emit()

    def _on_option_toggled(self) -> None:
        self.reading_changed.emit()

    def _on_theme_changed(self) -> None:
        self._icon.setPixmap(self._icons.pixmap("file-text", "text_2", 20))
