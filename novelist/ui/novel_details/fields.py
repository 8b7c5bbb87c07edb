# SPDX-License-Identifier: MIT
"""What a novel is called and is to become: fields that are bound to the live novel."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from novelist.domain.enums import TargetUnit
from novelist.ui.binding import BindingGroup, Convert, Saver
from novelist.ui.inspector.target import target_from, target_text
from novelist.ui.novel_details.choice_box import ChoiceBox
from novelist.ui.novel_details.values import day_from, day_text, place_from, place_text
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme
from novelist.ui.widgets.framed_area import FramedArea
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sided_sheet import RING_ROOM
from novelist.ui.widgets.text_field import TextField
from novelist.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from novelist.db.models import Novel

_LENGTHS: Final = {"title": 500, "subtitle": 500, "author": 300, "genre": 200, "series": 300}
_PARSED: Final[dict[str, tuple[Convert, Convert]]] = {
    "series_index": (place_from, place_text),
    "target": (target_from, target_text),
    "deadline": (day_from, day_text),
}
_WIDTHS: Final = {"series_index": 72, "target": 136, "deadline": 136}
_BESIDE: Final = {"series": ("series_index",), "target": ("target_unit",)}
_ROWS: Final = (
    "title", "subtitle", "author", "language", "genre", "series", "logline", "target", "deadline",
)  # fmt: skip
_EXAMPLE: Final = "2027-01-31"  # year first, in every language
_LANGUAGES: Final = (  # each in itself
    ("en", "English"), ("en-GB", "British English"), ("fr", "Français"), ("es", "Español"),
    ("zh", "中文"),
)  # fmt: skip


class DetailsPage(Retranslated, QWidget):
    """Whatever is typed is set at once and saved soon (``ui/binding.py``)."""

    edited = Signal()

    def __init__(self, theme: Theme, tasks: Tasks, save: Saver, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("novel_details_fields")
        self._theme = theme
        self._group = BindingGroup(save, tasks, self)
        self._group.edited.connect(self._on_group_edited)
        self._fields: dict[str, QWidget] = {}
        self._labels: dict[str, TextLabel] = {}
        self._heading = TextLabel(theme, "strong", "text", self)
        self._make_fields()
        self._lay_out()
        self.retranslate()

    def show_novel(self, novel: Novel | None) -> None:
        """Save what was typed, and show another novel."""
        self._group.rebind(novel)

    def forget(self) -> None:
        """Show no novel, and save nothing of what was typed: its library is left."""
        self._group.forget()

    @property
    def has_unsaved(self) -> bool:
        """Whether something typed is not on its way to the disk yet, or did not get there."""
        return self._group.has_unsaved

    def reflect(self) -> None:
        """Show what others changed; what is being typed stays."""
        self._group.reflect()

    async def settle(self) -> None:
        """Save now, and wait until the disk has it; raises what kept it from getting there."""
        await self._group.settle()

    def field(self, name: str) -> QWidget:
        """The field of a column."""
        return self._fields[name]

    def focus_title(self) -> None:
        """Let the title be written, all of it selected."""
        title = self._fields["title"]
        assert isinstance(title, TextField)
        title.setFocus(Qt.FocusReason.OtherFocusReason)
        title.selectAll()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        words = self._words()
        self._heading.setText(self.tr("Novel"))
        for name, label in self._labels.items():
            label.setText(words[name])
        for name, field in self._fields.items():
            if isinstance(field, ChoiceBox):
                field.set_name(words[name])
            field.setAccessibleName(words[name])
        self._placeholder("title", self.tr("Untitled novel"))
        self._placeholder("series_index", self.tr("No."))
        self._placeholder("deadline", _EXAMPLE)
        logline = self._fields["logline"]
        if isinstance(logline, FramedArea):
            logline.set_words(words["logline"], self.tr("The whole story in one sentence."))
        unit = self._fields["target_unit"]
        if isinstance(unit, ChoiceBox):
            unit.set_choices(
                (
                    (TargetUnit.WORDS, self.tr("words")),
                    (TargetUnit.CHARACTERS, self.tr("characters")),
                )
            )

    def _make_fields(self) -> None:
        for name in (*_ROWS, *(each for names in _BESIDE.values() for each in names)):
            field = self._make(name)
            field.setObjectName(f"novel_{name}")
            self._fields[name] = field
            if isinstance(field, FramedArea):
                self._group.bind(field.editor, name)
            elif name in _PARSED:
                read, show = _PARSED[name]
                bound = self._group.bind(field, name, to_value=read, to_widget=show)
                bound.validity_changed.connect(partial(self._on_validity_changed, name))
            else:
                self._group.bind(field, name)

    def _make(self, name: str) -> QWidget:
        if name == "language":
            language = ChoiceBox(self, name=lambda tag: QLocale(tag).nativeLanguageName() or tag)
            language.set_choices(_LANGUAGES)
            return language
        if name == "target_unit":
            return ChoiceBox(self)
        if name == "logline":
            return FramedArea(self._theme, "text", self)
        field = TextField(self._theme, self)
        field.setMaxLength(_LENGTHS.get(name, 40))
        if name in _WIDTHS:
            field.setFixedWidth(_WIDTHS[name])
        return field

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(RING_ROOM, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.space("l"))
        grid.setVerticalSpacing(self._theme.space("s"))
        grid.setColumnMinimumWidth(0, self._theme.size("label_column"))
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._heading, 0, 0, 1, 2)
        grid.setRowMinimumHeight(0, self._theme.size("row"))
        for place, name in enumerate(_ROWS, 1):
            label = TextLabel(self._theme, "body", "text_2", self)
            label.setBuddy(self._fields[name])
            label.setMinimumHeight(self._theme.size("field"))
            self._labels[name] = label
            grid.addWidget(label, 2 * place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(self._line(name), 2 * place, 1)
            for each in (name, *_BESIDE.get(name, ())):
                field = self._fields[each]
                if each in _PARSED and isinstance(field, TextField):
                    grid.addWidget(field.problem_label(self), 2 * place + 1, 1)
        grid.setRowStretch(2 * len(_ROWS) + 2, 1)

    def _line(self, name: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._theme.space("s"))
        names = (name, *_BESIDE.get(name, ()))
        for each in names:
            line.addWidget(self._fields[each])
        if name in _WIDTHS or name == "language":
            line.addStretch(1)
        return line

    def _placeholder(self, name: str, words: str) -> None:
        field = self._fields[name]
        assert isinstance(field, TextField)
        field.setPlaceholderText(words)

    def _words(self) -> dict[str, str]:
        return {
            "title": self.tr("Title"),
            "subtitle": self.tr("Subtitle"),
            "author": self.tr("Author"),
            "language": self.tr("Language"),
            "genre": self.tr("Genre"),
            "series": self.tr("Series"),
            "series_index": self.tr("Number in the series"),
            "logline": self.tr("Logline"),
            "target": self.tr("Target"),
            "target_unit": self.tr("Unit of the target"),
            "deadline": self.tr("Deadline"),
        }

    def _on_group_edited(self) -> None:
        self.edited.emit()

    def _on_validity_changed(self, name: str, valid: bool) -> None:
        problems = {
            "series_index": self.tr("Write a whole number above 0, or nothing."),
            "target": self.tr("Write a number above 0, or nothing for no target."),
            "deadline": self.tr("Write year, month and day, like 2027-01-31."),
        }
        field = self._fields[name]
        assert isinstance(field, TextField)
        field.set_problem("" if valid else problems[name])
