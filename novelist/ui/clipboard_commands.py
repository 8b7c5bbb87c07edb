# SPDX-License-Identifier: MIT
"""Cut, copy, paste and select all, of whichever text has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from novelist.ui.editor.text_edit import ManuscriptEdit

if TYPE_CHECKING:
    from novelist.ui.actions import Actions

Field = QLineEdit | QPlainTextEdit | QTextEdit


class ClipboardCommands(QObject):
    """The commands of the menu "Edit"; their keys belong to the texts themselves."""

    def __init__(self, actions: Actions) -> None:
        super().__init__(actions)
        self._actions = actions
        self._last: QWidget | None = None
        actions.connect_all(
            {
                "cut": self.cut,
                "copy": self.copy,
                "paste": self.paste,
                "paste_plain": self.paste_plain,
                "select_all": self.select_all,
            }
        )
        actions.menu("edit").aboutToShow.connect(self.refresh)
        QApplication.clipboard().dataChanged.connect(self.refresh)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, QApplication.focusWidget())

    # -- what they do --------------------------------------------------------------------------

    def cut(self) -> None:
        """Move what is selected to the clipboard."""
        if (field := self._field) is not None:
            field.cut()

    def copy(self) -> None:
        """Copy what is selected to the clipboard."""
        if (field := self._field) is not None:
            field.copy()

    def paste(self) -> None:
        """Paste what is in the clipboard, with its formatting where the text has any."""
        if (field := self._field) is not None:
            field.paste()

    def paste_plain(self) -> None:
        """Paste the words of the clipboard alone."""
        field = self._field
        if isinstance(field, ManuscriptEdit):
            field.paste_plain()
        elif isinstance(field, QTextEdit):
            field.insertPlainText(QApplication.clipboard().text())
        elif field is not None:
            field.paste()

    def select_all(self) -> None:
        """Select all of the text."""
        if (field := self._field) is not None:
            field.selectAll()

    # -- when they can be chosen ---------------------------------------------------------------

    def refresh(self) -> None:
        """Let only that be chosen which has something to work on."""
        field = self._field
        may_write = field is not None and not field.isReadOnly()
        selects = field is not None and _has_selection(field) and _shows(field)
        can_paste = may_write and field is not None and _can_paste(field)
        self._actions.enable(("cut",), selects and may_write)
        self._actions.enable(("copy",), selects)
        self._actions.enable(("paste", "paste_plain"), can_paste)
        self._actions.enable(("select_all",), field is not None and _has_text(field))

    @property
    def _field(self) -> Field | None:
        """What has the keyboard, or had it before a menu took it."""
        last = self._last
        usable = isinstance(last, Field) and isValid(last) and last.isVisible()
        return last if usable and isinstance(last, Field) else None

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not isinstance(now, QMenu | QMenuBar):
            self._last = now
            self.refresh()


def _shows(field: Field) -> bool:
    """Whether what is in it may be seen: a password may not be copied."""
    return not isinstance(field, QLineEdit) or field.echoMode() is QLineEdit.EchoMode.Normal


def _has_selection(field: Field) -> bool:
    if isinstance(field, QLineEdit):
        return field.hasSelectedText()
    beyond = isinstance(field, ManuscriptEdit) and field.selects_beyond
    return beyond or field.textCursor().hasSelection()


def _has_text(field: Field) -> bool:
    if isinstance(field, QLineEdit):
        return bool(field.text())
    document = field.document()
    return document is not None and not document.isEmpty()


def _can_paste(field: Field) -> bool:
    if isinstance(field, QLineEdit):
        return bool(QApplication.clipboard().text(QClipboard.Mode.Clipboard))
    return field.canPaste()
