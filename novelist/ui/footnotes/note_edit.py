# SPDX-License-Identifier: MIT
"""Writing one footnote: a few lines with emphasis, kept as they are typed."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from novelist.domain.document import EMPHASIS, STRONG, Document, document_of
from novelist.ui.editor import codec, insertion, marking
from novelist.ui.editor.caret import CaretTextEdit
from novelist.ui.editor.styles import PageStyle
from novelist.ui.theme import Theme

_Standard = QKeySequence.StandardKey
_MARKS = ((_Standard.Bold, STRONG), (_Standard.Italic, EMPHASIS))
_Key = Qt.Key
_TABS = (_Key.Key_Tab, _Key.Key_Backtab)
_ENTER = (_Key.Key_Return, _Key.Key_Enter)


class NoteEdit(CaretTextEdit):
    """Says every change at once: what is typed here is never only here."""

    written = Signal(object)
    """The ``Document`` as it stands; not while an input method composes."""
    left = Signal()
    """The keyboard goes on to the list of notes."""
    finished = Signal()
    """The keyboard goes back to the text, after ``left``."""

    def __init__(self, theme: Theme, style: PageStyle, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._style = style
        self._shown: Document | None = None
        self.setObjectName("note_edit")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._on_text_changed)

    def show_note(self, said: Document) -> None:
        """Write in this note; one that is written in already stays as it is."""
        if said == self._shown:
            return
        self._shown = None
        self.document().clear()
        codec.fill(self.document(), said, self._style)
        self._shown = codec.read(self.document())
        self.moveCursor(self.textCursor().MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bold and italic by their keys; Esc and Ctrl+Enter go to the text, Tab to the list."""
        if event.key() in _TABS:
            self.left.emit()
            return
        if _is_end(event):
            self.left.emit()
            self.finished.emit()
            return
        for keys, mark in _MARKS:
            if event.matches(keys):
                marking.toggle_mark([self.textCursor()], mark)
                self._on_text_changed()
                return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words alone."""
        lines = [line for line in source.text().splitlines() if line.strip()]
        insertion.insert_document(self.textCursor(), document_of(*lines), self._style)

    def _on_text_changed(self) -> None:
        if self._shown is None or self.textCursor().block().layout().preeditAreaText():
            return
        now = codec.read(self.document())
        if now != self._shown:
            self._shown = now
            self.written.emit(now)


def _is_end(event: QKeyEvent) -> bool:
    """Whether one is done with the note."""
    with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    is_sent = event.key() in _ENTER and with_control
    is_escape = event.key() == _Key.Key_Escape
    return is_escape or is_sent or event.matches(_Standard.InsertLineSeparator)
