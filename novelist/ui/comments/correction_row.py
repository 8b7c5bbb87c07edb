# SPDX-License-Identifier: MIT
"""Below a comment that is written anew: which key keeps it; buttons to keep it, or give it up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from novelist.ui.comments.field import CommentField
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.enter_keys import control_enter_words
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel


class CorrectionRow(Retranslated, QWidget):
    """Tab leads from the field to the buttons, and the field is not left by that."""

    given_up = Signal()
    """The comment should say what it said before."""

    def __init__(self, theme: Theme, icons: Icons, field: CommentField, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self._hint = TextLabel(theme, "small", "text_3", self, wrap=True)
        self.cancel = Button(theme, icons, ButtonRole.QUIET, self, small=True)
        self.cancel.setObjectName("comment_cancel")
        self.save = Button(theme, icons, ButtonRole.BORDERED, self, small=True)
        self.save.setObjectName("comment_save")
        for button in (self.cancel, self.save):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a press leaves the keyboard there
        field.keep_for((self.cancel, self.save))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space("s"))
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.space("xs"))
        column.setSpacing(theme.space("xs"))
        column.addWidget(self._hint)
        column.addLayout(buttons)
        self.save.clicked.connect(field.done)
        self.cancel.clicked.connect(self.given_up)
        self.retranslate()
        self.hide()

    def follow_field(self) -> None:
        """The field stands elsewhere: Tab leads from it to here."""
        QWidget.setTabOrder(self._field.editor, self.cancel)
        QWidget.setTabOrder(self.cancel, self.save)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        said = self.tr("{keys} or Esc keeps what is written.")
        self._hint.setText(said.format(keys=control_enter_words()))
        self.cancel.setText(self.tr("Cancel"))
        self.save.setText(self.tr("Save"))
