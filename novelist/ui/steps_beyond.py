# SPDX-License-Identifier: MIT
"""Fields in which undo and redo are those of the novel as long as nothing was typed in them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

Field = QLineEdit | QPlainTextEdit | QTextEdit

_BEYOND: Final = "steps_beyond"  # the property that says so
_KEYS: Final = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def lead_beyond(field: Field) -> None:
    """Let undo and redo be the novel's in this field while nothing in it is to be undone."""
    field.setProperty(_BEYOND, True)
    field.installEventFilter(_Keys(field))


def leads_beyond(field: Field) -> bool:
    """Whether undo and redo are the novel's in this field, and nothing in it is to be undone."""
    return bool(field.property(_BEYOND)) and not has_own_steps(field)


def has_own_steps(field: Field) -> bool:
    """Whether something that was done in the field can be undone or done again."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() or field.isRedoAvailable()
    document = field.document()
    return document.isUndoAvailable() or document.isRedoAvailable()


class _Keys(QObject):
    """Leaves the keys to the menu, which Qt's fields would take for themselves."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._field = field

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt: a key that the field may claim before the menu has it."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not leads_beyond(self._field) or not any(map(event.matches, _KEYS)):
            return False
        event.ignore()
        return True
