# SPDX-License-Identifier: MIT
"""A comment that is being made: its passage, and the field with the keyboard in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from novelist.ui.comments.composer import Composer, Remarking
from novelist.ui.comments.delegate import PADDING
from novelist.ui.comments.field import CommentField
from novelist.ui.comments.model import quoted
from novelist.ui.comments.remark_view import Quote
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill, frame, painting
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel


class DraftCard(Retranslated, QWidget):
    """Above the list from the key that begins a comment until its field is left."""

    text_requested = Signal()
    shown = Signal()
    """It is here now, or gone."""

    def __init__(self, theme: Theme, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("comment_draft")
        self._theme = theme
        self._quote = Quote(theme, self)
        self.field = CommentField(theme, "comment_new", self)
        self.composer = Composer(self.field, tasks, self)
        self._hint = TextLabel(theme, "small", "text_3", self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[PADDING] * 4)
        column.setSpacing(theme.space("s"))
        for widget in (self._quote, self.field, self._hint):
            column.addWidget(widget)
        self.field.done.connect(self.text_requested)
        self._quote.clicked.connect(self.text_requested)
        self.retranslate()
        self.hide()

    def begin(self, passage: str, language: str, remarking: Remarking) -> None:
        """Write a comment on this passage; the keyboard is here from now on."""
        self._quote.show_passage(quoted(passage), language, is_open=True)
        self.composer.begin(remarking)
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.field.set_words(self.tr("Comment"), self.tr("Write the comment."))
        keys = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        said = self.tr("{keys} or Esc goes back to the text. What is written stays.")
        self._hint.setText(said.format(keys=keys))

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: a comment is being made."""
        super().showEvent(event)
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: it is made, or left."""
        super().hideEvent(event)
        self.shown.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: a card that stands out."""
        radius = self._theme.radius("card")
        with painting(self) as painter:
            fill(painter, self.rect(), self._theme.colour("raised"), radius)
            frame(painter, self.rect(), self._theme.colour("line_button"), radius)
