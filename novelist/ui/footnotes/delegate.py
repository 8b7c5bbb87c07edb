# SPDX-License-Identifier: MIT
"""How a footnote is painted in the strip, and where it is written in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from novelist.domain.document import Document
from novelist.ui.editor.notes import Note
from novelist.ui.footnotes.model import NOTE
from novelist.ui.footnotes.note_edit import NoteEdit
from novelist.ui.footnotes.note_style import LINE, SIZE, NoteStyle
from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill
from novelist.ui.widgets.wrapped_text import wrapped_text

_INSET: Final = 16  # how far the ground of a row reaches beyond its words
_NUMBER: Final = 24  # the width of the column of numbers
_AIR: Final = 4
_Index = QModelIndex | QPersistentModelIndex


class NoteDelegate(QStyledItemDelegate):
    """``write(number, document)`` is told of every change."""

    finished = Signal()
    """A note is written: one wants to go on in the text."""

    def __init__(
        self, theme: Theme, write: Callable[[int, Document], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme, self._write = theme, write
        self.language = "en"
        self.empty = ""

    @property
    def font(self) -> QFont:
        """The face of the notes."""
        return self._theme.book_font(self.language, SIZE)

    def text_rect(self, row: QRect) -> QRect:
        """Where a note's words stand in its row."""
        return row.adjusted(_INSET + _NUMBER, _AIR, -_INSET, -_AIR)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as the words at the width of the list."""
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else 400
        words = str(index.data() or self.empty)
        inside = self.text_rect(QRect(0, 0, width, 0)).width()
        lines = wrapped_text(words, self.font, inside, LINE).lineCount()
        return QSize(width, max(lines, 1) * LINE + 2 * _AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The number in the accent, the words beside it."""
        note: Note = index.data(NOTE)
        row = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            fill(painter, row, self._theme.colour("selected"), self._theme.radius("control"))
        painter.save()
        painter.setFont(self._theme.figures_font("small"))
        painter.setPen(self._theme.colour("accent"))
        number = QRect(row.left() + _INSET, row.top() + _AIR, _NUMBER, LINE)
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, str(note.number))
        words = str(index.data())
        painter.setPen(self._theme.colour("text" if words else "text_3"))
        area = self.text_rect(row)
        layout = wrapped_text(words or self.empty, self.font, area.width(), LINE)
        layout.draw(painter, area.topLeft())
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """A field over the words."""
        number = index.data(NOTE).number
        editor = NoteEdit(self._theme, NoteStyle(), parent)
        editor.document().setDefaultFont(self.font)
        editor.written.connect(lambda said: self._write(number, said))
        editor.left.connect(lambda: self.closeEditor.emit(editor))
        editor.finished.connect(self.finished)
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Show what the note says; not while it is that already."""
        if isinstance(editor, NoteEdit):
            editor.show_note(index.data(NOTE).document)

    def setModelData(self, editor: QWidget, model: object, index: _Index) -> None:
        """Nothing is left to be done: every change was told."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        """Over the words and no larger."""
        editor.setGeometry(self.text_rect(option.rect))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys are the field's own; it ends when the keyboard goes elsewhere."""
        if event.type() == QEvent.Type.KeyPress:
            return False
        return super().eventFilter(watched, event)
