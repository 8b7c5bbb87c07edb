# SPDX-License-Identifier: MIT
"""Fields of the writer's own: rows of a name and a value, added, moved and removed."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from novelist.domain.entities import LONGEST_FIELD_NAME, EntityField
from novelist.ui.bible.note_area import NoteArea
from novelist.ui.bible.selecting import select_in_field, select_in_text
from novelist.ui.binding import ValueWidget
from novelist.ui.icons import Icons
from novelist.ui.shown_words import show_words
from novelist.ui.steps_beyond import lead_beyond
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole, IconButton
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_field import InlineField

_TOP: Final = 5  # pixels over a value, whose line is then that of its name
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FieldRow(Retranslated, QWidget):
    """One field."""

    changed = Signal()
    left = Signal()
    move_requested = Signal(int)
    remove_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, column: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = InlineField(self)
        self.name.setProperty("label", True)
        self.name.setMaxLength(LONGEST_FIELD_NAME)
        gap = theme.space("xs")
        self.name.setFixedWidth(InlineField.inset + column - gap - NoteArea.inset)
        self.value = NoteArea(theme, "text", self)
        self.value.set_air(NoteArea.inset, _TOP)
        lead_beyond(self.name)
        lead_beyond(self.value.editor)
        self.remove = IconButton(theme, icons, "x", self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._preedits: dict[QObject, str] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.name, 0, top)
        row.addWidget(self.value, 1, top)
        beside = QVBoxLayout()  # level with the name, however many lines the value has
        beside.setContentsMargins(0, (theme.size("row") - self.remove.height()) // 2, 0, 0)
        beside.addWidget(self.remove)
        beside.addStretch(1)
        row.addLayout(beside)
        self.stops: tuple[QWidget, ...] = (self.name, self.value.editor, self.remove)
        for each in self.stops:
            each.installEventFilter(self)
        self.name.textChanged.connect(self.changed)
        self.value.editor.textChanged.connect(self.changed)
        self.remove.clicked.connect(self.remove_requested)
        self.retranslate()

    @property
    def field(self) -> EntityField:
        """What stands in it, without an unfinished composition."""
        return EntityField(self.name.text(), self.value.editor.toPlainText())

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in it."""
        field = self.field
        return not (field.name.strip() or field.value.strip())

    def show_field(self, field: EntityField) -> None:
        """Show another field; what an input method has not done with stays."""
        if field.name != self.name.text() and not self._preedits.get(self.name):
            caret = self.name.cursorPosition()
            self.name.setModified(False)
            self.name.set_value(field.name)
            self.name.setCursorPosition(min(caret, len(field.name)))
        editor = self.value.editor
        if field.value != editor.toPlainText() and not self._preedits.get(editor):
            show_words(editor, field.value)

    def begin(self, field: EntityField) -> None:
        """Show a field from the start: nothing of another can be brought back."""
        self.name.set_value(field.name)
        self.value.editor.setPlainText(field.value)

    def finish_composition(self) -> None:
        """Take over what an input method has not committed yet."""
        for widget, words in list(self._preedits.items()):
            if words and isinstance(widget, QWidget):
                event = QInputMethodEvent()
                event.setCommitString(words)
                self._preedits[widget] = ""
                widget.event(event)

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.name.setPlaceholderText(self.tr("Field"))
        self.name.setAccessibleName(self.tr("Name of the field"))
        self.value.set_words(self.tr("Value of the field"), "")
        self.remove.set_name(self.tr("Remove this field"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: compositions, the focus, and the keys of a row."""
        if isinstance(event, QInputMethodEvent):
            self._preedits[watched] = event.preeditString()
        elif event.type() == QEvent.Type.FocusOut:
            self.finish_composition()
            self.left.emit()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(watched, event)
        return False

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _STEPS:
            self.move_requested.emit(_STEPS[Qt.Key(key)])
        elif watched is self.name and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.value.setFocus(Qt.FocusReason.TabFocusReason)
        elif key == Qt.Key.Key_Backspace and isinstance(watched, QLineEdit) and self._is_empty:
            self.remove_requested.emit()
        else:
            return False
        return True

    @property
    def _is_empty(self) -> bool:
        return self.field == EntityField("", "") and not any(self._preedits.values())


class FieldRows(Retranslated, ValueWidget):
    """Holds a tuple of ``EntityField``; a row in which nothing is written is none."""

    left = Signal()
    """The keyboard left a field."""
    caret_moved = Signal(QWidget)
    """In this text."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget, *, column: int) -> None:
        """``column``: pixels from where the names begin to where the values do."""
        super().__init__(parent)
        self.setObjectName("own_fields")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme, self._icons, self._name_column = theme, icons, column
        self.rows: list[FieldRow] = []
        """From above downwards."""
        self._before: QWidget | None = None
        self._is_showing = False
        self.add = Button(theme, icons, ButtonRole.LINK, self, icon="plus")
        self.add.setObjectName("add_field")
        self.add.clicked.connect(self.add_row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        whole.addLayout(self._column)
        whole.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def value(self) -> tuple[EntityField, ...]:
        """The fields as they stand."""
        return tuple(row.field for row in self.rows if not row.is_blank)

    def set_value(self, value: tuple[EntityField, ...]) -> None:
        """Show other fields; those that are the same keep their caret."""
        if value == self.value():
            return
        self._is_showing = True
        try:
            for row in [row for row in self.rows if row.is_blank]:
                self._drop(row)
            for row in self.rows[len(value) :]:
                self._drop(row)
            for row, field in zip(self.rows, value, strict=False):
                row.show_field(field)
            for field in value[len(self.rows) :]:
                self._append(field)
            self._chain()
        finally:
            self._is_showing = False

    def select(self, number: int, start: int, end: int, *, in_name: bool) -> None:
        """Select characters of a name or a value, with the keyboard there."""
        if number < len(self.rows):
            row = self.rows[number]
            if in_name:
                select_in_field(row.name, start, end)
            else:
                select_in_text(row.value.editor, start, end)

    def clear(self) -> None:
        """Forget all rows, with what can be taken back in them."""
        for row in list(self.rows):
            self._drop(row)

    def finish_composition(self) -> None:
        """Take over what an input method has not committed yet."""
        for row in self.rows:
            row.finish_composition()

    def stand_after(self, widget: QWidget) -> None:
        """Tab goes from there to the first field."""
        self._before = widget
        self._chain()

    def add_row(self) -> None:
        """One more field, with the keyboard in its name."""
        blank = next((row for row in self.rows if row.is_blank), None)
        row = blank or self._append(EntityField("", ""))
        self._chain()
        row.name.setFocus(Qt.FocusReason.TabFocusReason)

    def step(self, row: FieldRow, by: int) -> None:
        """Let a field change places with its neighbour."""
        number = self.rows.index(row) + by
        if 0 <= number < len(self.rows):
            self.rows.remove(row)
            self.rows.insert(number, row)
            self._column.removeWidget(row)
            self._column.insertWidget(number, row)
            self._chain()
            self.value_changed.emit()

    def remove(self, row: FieldRow) -> None:
        """Remove a field; the keyboard goes to the one that takes its place."""
        number = self.rows.index(row)
        self._drop(row)
        self._chain()
        stop = self.rows[min(number, len(self.rows) - 1)].remove if self.rows else self.add
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        self.value_changed.emit()

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.setAccessibleName(self.tr("Fields"))
        self.add.setText(self.tr("Add a field"))

    def _append(self, field: EntityField) -> FieldRow:
        row = FieldRow(self._theme, self._icons, self._name_column, self)
        row.begin(field)
        row.changed.connect(self._on_row_changed)
        row.left.connect(self.left)
        row.move_requested.connect(partial(self.step, row))
        row.remove_requested.connect(partial(self.remove, row))
        row.value.editor.cursorPositionChanged.connect(
            partial(self.caret_moved.emit, row.value.editor)
        )
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()
        return row

    def _drop(self, row: FieldRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.blockSignals(True)
        row.hide()
        row.deleteLater()

    def _chain(self) -> None:
        """Tab goes from field to field, whenever they were made."""
        stops = [stop for row in self.rows for stop in row.stops]
        before = self._before
        for stop in (*stops, self.add):
            if before is not None:
                QWidget.setTabOrder(before, stop)
            before = stop

    def _on_row_changed(self) -> None:
        if not self._is_showing:
            self.value_changed.emit()
