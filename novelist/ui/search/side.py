# SPDX-License-Identifier: MIT
"""The left of the page: what is looked for, what takes its place, and where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from novelist.domain.finding.finding import Pattern
from novelist.domain.finding.renaming import forms_of
from novelist.services.finding.finding import Field, Scope
from novelist.ui.icons import Icons
from novelist.ui.search.forms_list import FormsList
from novelist.ui.search.keep_capitals import KeepCapitals
from novelist.ui.search.pattern_field import CASE, EXPRESSION, WORD, PatternField
from novelist.ui.theme import Theme
from novelist.ui.widgets.fitting_area import FittingArea
from novelist.ui.widgets.panel_header import PanelHeader
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.segmented import Segmented
from novelist.ui.widgets.text_field import TextField
from novelist.ui.widgets.text_label import TextLabel

WIDTH: Final = 320
_ROW: Final = 32  # pixels of a row where the font is as large as we drew it
KEEP: Final = "capitals"
KEEP_NAME: Final = "old_name"
WORDS, NAME = "words", "name"  # what is looked for
_ALSO: Final = (Field.TITLE, Field.SYNOPSIS, Field.NOTES, Field.COMMENTS, Field.BIBLE)
_OPTIONS: Final = (CASE, WORD, EXPRESSION, *_ALSO, KEEP, KEEP_NAME)


class SearchSide(Retranslated, QWidget):
    """Fields and choices; says when they are others."""

    wanted_changed = Signal()
    """Other words, another place: what was found is to be found anew."""
    new_words_changed = Signal()
    """What takes their place is another."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.lay_ground(self, "side")
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.header = PanelHeader(theme, icons, self)
        self.wanted = PatternField(theme, icons, self)
        self.wanted.setObjectName("search_find")
        self.new = TextField(theme, self)
        self.new.setObjectName("search_replace")
        self._fields: tuple[TextField, ...] = (self.wanted, self.new)
        self.kinds = Segmented(theme, self)
        self.kinds.setObjectName("search_kind")
        self.forms = FormsList(theme, icons, self)
        self._labels = [TextLabel(theme, "small", "text_2", self) for _ in range(2)]
        self._heads = [self._head() for _ in range(3)]
        self.scopes = {scope: self._radio(scope) for scope in Scope}
        self.also = {field: self._box(field) for field in _ALSO}
        self.keep = KeepCapitals(self.wanted, self)
        self.keep.setObjectName(f"search_{KEEP}")
        self.keep_name = self._box(KEEP_NAME)
        self._note = TextLabel(theme, "small", "text_2", self, wrap=True)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.forms.hide()
        self.keep_name.hide()
        self.set_options(Scope.NOVEL, [*_ALSO, KEEP])

    # -- what is chosen ------------------------------------------------------------------------

    @property
    def renames(self) -> bool:
        """Whether a person is renamed, with every form of the name."""
        return self.kinds.value() == NAME

    @property
    def keeps_names(self) -> bool:
        """Whether who is renamed keeps the old name among the other ones."""
        return self.renames and self.keep_name.isChecked()

    @property
    def scope(self) -> Scope:
        """Where is looked."""
        return next(scope for scope, button in self.scopes.items() if button.isChecked())

    @property
    def fields(self) -> frozenset[Field]:
        """What is looked through."""
        return frozenset({Field.TEXT, *(f for f, box in self.also.items() if box.isChecked())})

    @property
    def options(self) -> list[str]:
        """Everything that is switched on, to be remembered."""
        boxes: dict[str, QAbstractButton] = {**self.wanted.switches}
        boxes |= {field.value: box for field, box in self.also.items()}
        boxes[KEEP_NAME] = self.keep_name
        chosen = {name for name, box in boxes.items() if box.isChecked()}
        chosen |= {KEEP} if self.keep.is_chosen else set()
        return [name for name in _OPTIONS if name in chosen]

    def set_options(self, scope: Scope, options: list[str]) -> None:
        """Choose what was remembered; tells nobody."""
        chosen = set(options)
        before = self.blockSignals(True)
        self.scopes[scope].setChecked(True)
        self.wanted.set_switches(chosen)
        for field, box in self.also.items():
            box.setChecked(field in chosen)
        self.keep.choose(KEEP in chosen)
        self.keep_name.setChecked(KEEP_NAME in chosen)
        self.blockSignals(before)

    def take_over(self, pattern: Pattern, new: str, *, keep: bool, scope: Scope) -> None:
        """Choose what was wanted elsewhere, in the text alone; tells nobody."""
        before = self.blockSignals(True)
        self.kinds.set_value(WORDS)
        chosen = {
            CASE: pattern.match_case,
            WORD: pattern.whole_word,
            EXPRESSION: pattern.is_expression,
        }
        self.set_options(scope, [name for name, is_chosen in chosen.items() if is_chosen])
        self.keep.choose(keep)
        self.wanted.setText(pattern.text)
        self.new.setText(new)
        self.blockSignals(before)

    def look_also_in(self, fields: Iterable[Field]) -> None:
        """Look through these too."""
        before = self.blockSignals(True)
        for field in fields:
            self.also[field].setChecked(True)
        self.blockSignals(before)
        self.wanted_changed.emit()

    def offer_scopes(self, *, scene: bool) -> None:
        """Whether a scene is open to look in."""
        for scope in (Scope.SCENE, Scope.CHAPTER):
            self.scopes[scope].setEnabled(scene)
        if not scene and self.scope in (Scope.SCENE, Scope.CHAPTER):
            self.scopes[Scope.NOVEL].setChecked(True)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab comes to."""
        return [
            *self.kinds.stops,
            *self.wanted.stops,
            self.new,
            self.forms,
            *self.scopes.values(),
            *self.also.values(),
            self.keep,
            self.keep_name,
        ]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes to the field."""
        self.wanted.setFocus(event.reason())
        self.wanted.selectAll()

    # -- inside --------------------------------------------------------------------------------

    def _head(self) -> TextLabel:
        label = TextLabel(self._theme, "small", "text_2", self)
        font = label.font()
        font.setWeight(font.Weight.DemiBold)
        label.setFont(font)
        self._theme.theme_changed.connect(lambda: self._embolden(label))
        return label

    def _embolden(self, label: TextLabel) -> None:
        font = label.font()
        font.setWeight(font.Weight.DemiBold)
        label.setFont(font)

    def _radio(self, scope: Scope) -> QRadioButton:
        button = QRadioButton(self)
        button.setObjectName(f"search_in_{scope}")
        return button

    def _box(self, name: str) -> QCheckBox:
        box = QCheckBox(self)
        box.setObjectName(f"search_{name}")
        return box

    def _lay_out(self) -> None:
        space, page = self._theme.space, QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(space("l"), space("xs"), space("l"), space("l"))
        column.setSpacing(space("xs"))
        kinds = QHBoxLayout()
        kinds.addWidget(self.kinds)
        kinds.addStretch(1)
        column.addLayout(kinds)
        column.addSpacing(space("s"))
        for label, field in zip(self._labels, self._fields, strict=True):
            column.addWidget(label)
            column.addWidget(field)
            column.addWidget(field.problem_label(page))
            column.addSpacing(space("s"))
        column.addWidget(self.forms)
        sections = (self.scopes.values(), self.also.values(), [self.keep, self.keep_name])
        self._choices = QButtonGroup(self)
        for head, widgets in zip(self._heads, sections, strict=True):
            column.addSpacing(space("s"))
            column.addWidget(head)
            for widget in widgets:
                widget.setMinimumHeight(self._theme.size("row") - space("xs"))
                column.addWidget(widget)
        for button in self.scopes.values():
            self._choices.addButton(button)
        column.addSpacing(space("l"))
        column.addWidget(self._note)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(FittingArea(page, self), 1)

    def _connect(self) -> None:
        self.wanted.pattern_changed.connect(self._on_wanted_pattern_changed)
        self.kinds.value_changed.connect(self._on_kinds_value_changed)
        self.forms.changed.connect(self.wanted_changed)
        self._choices.buttonToggled.connect(self._on_scope_toggled)
        for box in self.also.values():
            box.toggled.connect(self._on_box_toggled)
        self.keep.toggled.connect(self._on_new_words_changed)
        self.keep_name.toggled.connect(self.new_words_changed)
        self.new.textChanged.connect(self._on_new_words_changed)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.header.set_title(self.tr("Find and replace"))
        kinds = {WORDS: self.tr("Words"), NAME: self.tr("Name of a person")}
        self.kinds.set_segments(kinds.items())
        words = self.tr("Find"), self.tr("Replace with")
        if self.renames:
            words = self.tr("Name"), self.tr("New name")
        for label, field, said in zip(self._labels, self._fields, words, strict=True):
            label.setText(said)
            field.setAccessibleName(said)
        heads = self.tr("Where"), self.tr("Also look in"), self.tr("Keep")
        for head, said in zip(self._heads, heads, strict=True):
            head.setText(said)
        self.scopes[Scope.SCENE].setText(self.tr("This scene"))
        self.scopes[Scope.CHAPTER].setText(self.tr("This chapter"))
        self.scopes[Scope.NOVEL].setText(self.tr("Whole novel"))
        self.scopes[Scope.LIBRARY].setText(self.tr("All novels"))
        self.also[Field.TITLE].setText(self.tr("Titles"))
        self.also[Field.SYNOPSIS].setText(self.tr("Synopses"))
        self.also[Field.NOTES].setText(self.tr("Notes"))
        self.also[Field.COMMENTS].setText(self.tr("Comments"))
        self.also[Field.BIBLE].setText(self.tr("Bible and fields"))
        self.keep.setText(self.tr("Capitals as they are in the text"))
        self.keep.retranslate()
        self.keep_name.setText(self.tr("The old name in the bible"))
        self.keep_name.setToolTip(self.tr("Who is renamed there has it among the other names."))
        self._note.setText(
            self.tr(
                "A version of every changed scene is kept first."
                " One undo takes the whole replacement back."
            )
        )

    def _on_theme_changed(self) -> None:
        """As wide as its words need, which grow with the font."""
        self.setFixedWidth(round(WIDTH * self._theme.size("row") / _ROW))

    def _on_kinds_value_changed(self, _kind: str) -> None:
        self.forms.setVisible(self.renames)
        self.wanted.show_switches(not self.renames)
        self.keep.setVisible(not self.renames)
        self.keep_name.setVisible(self.renames)
        self.retranslate()
        self._propose()
        self.wanted_changed.emit()

    def _on_wanted_pattern_changed(self) -> None:
        self._propose()
        self.wanted_changed.emit()

    def _propose(self) -> None:
        """The forms that this name has, and becomes."""
        if self.renames:
            self.forms.propose(forms_of(self.wanted.text(), self.new.text()))

    def _on_scope_toggled(self, _button: object, checked: bool) -> None:
        if checked:
            self.wanted_changed.emit()

    def _on_box_toggled(self, _checked: bool) -> None:
        self.wanted_changed.emit()

    def _on_new_words_changed(self, *_: object) -> None:
        if self.renames:
            self._propose()
            self.wanted_changed.emit()
        else:
            self.new_words_changed.emit()
