# SPDX-License-Identifier: MIT
"""The forms of a name and what each becomes: proposed, and the writer's to change or add to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from novelist.domain.finding.renaming import NameForm
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.retranslated import Retranslated


@dataclass(slots=True)
class _Row:
    """One line: the old form beside its box, or in a field where the writer added it."""

    box: QCheckBox
    old: QLineEdit | None
    new: QLineEdit
    is_touched: bool = False

    @property
    def words(self) -> str:
        """The old form."""
        return self.box.property("form") if self.old is None else self.old.text().strip()


class FormsList(Retranslated, QWidget):
    """Says ``changed`` when another form is wanted, or becomes another."""

    changed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("name_forms")
        self._theme = theme
        self._rows: list[_Row] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.space("s"))
        self._grid.setVerticalSpacing(theme.space("xs"))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.add = Button(theme, icons, ButtonRole.LINK, self, icon="plus", small=True)
        self.add.setObjectName("name_add")
        self.add.clicked.connect(self._on_add_clicked)
        self.retranslate()
        self._lay_out()

    def propose(self, forms: Iterable[NameForm]) -> None:
        """Show these forms, and those that were added; what was changed by hand stays changed."""
        known = {row.words: row for row in self._rows if row.old is None}
        added = [row for row in self._rows if row.old is not None]
        rows = []
        for form in forms:
            row = known.pop(form.old, None) or self._row(form.old)
            if not row.is_touched and row.new.text() != form.new:
                row.new.setText(form.new)
            rows.append(row)
        for row in known.values():
            _remove(row)
        self._rows = [*rows, *added]
        self._lay_out()

    @property
    def forms(self) -> list[NameForm]:
        """Those that are wanted."""
        found = [
            NameForm(row.words, row.new.text().strip())
            for row in self._rows
            if row.box.isChecked() and row.words and row.new.text().strip()
        ]
        return sorted(found, key=lambda form: -len(form.old))

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.add.setText(self.tr("Add another name"))
        for row in self._rows:
            self._name(row)

    def _row(self, form: str | None) -> _Row:
        box, new = QCheckBox(self), QLineEdit(self)
        old = None if form is not None else QLineEdit(self)
        box.setChecked(True)
        box.setProperty("form", form)
        box.setText(form or "")
        row = _Row(box, old, new)
        box.toggled.connect(lambda _checked: self.changed.emit())
        new.textEdited.connect(lambda _text: self._on_new_edited(row))
        if old is not None:
            old.textEdited.connect(lambda _text: self.changed.emit())
        self._name(row)
        return row

    def _name(self, row: _Row) -> None:
        row.new.setAccessibleName(self.tr("What “{form}” becomes").format(form=row.words))
        if row.old is not None:
            row.old.setAccessibleName(self.tr("Another name"))
            row.old.setPlaceholderText(self.tr("Another name"))
            row.box.setAccessibleName(self.tr("Another name"))

    def _lay_out(self) -> None:
        for number, row in enumerate(self._rows):
            self._grid.addWidget(row.box, number, 0)
            if row.old is not None:
                self._grid.addWidget(row.old, number, 0)
                row.box.hide()
            self._grid.addWidget(row.new, number, 1)
        left = Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(self.add, len(self._rows), 0, 1, 2, left)
        self._order_stops()

    def _order_stops(self) -> None:
        """Tab goes through the lines, each from its old form to its new one."""
        stops: list[QWidget] = [self]
        for row in self._rows:
            stops += [row.box if row.old is None else row.old, row.new]
        for before, after in pairwise([*stops, self.add]):
            QWidget.setTabOrder(before, after)

    def _on_new_edited(self, row: _Row) -> None:
        row.is_touched = True
        self.changed.emit()

    def _on_add_clicked(self) -> None:
        row = self._row(None)
        self._rows.append(row)
        self._lay_out()
        assert row.old is not None
        for field in (row.old, row.new):
            field.show()  # the layout would do it later: what is hidden takes no keyboard
        row.old.setFocus()


def _remove(row: _Row) -> None:
    for widget in (row.box, row.old, row.new):
        if widget is not None:
            widget.hide()
            widget.deleteLater()
