# SPDX-License-Identifier: MIT
"""Below a field that is written in: which key sends it, and a button that does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from novelist.ui.comments.field import CommentField
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel

_KEYS = QKeySequence("Ctrl+Return")


class SendRow(Retranslated, QWidget):
    """Shown while the keyboard, or a word, is in its field."""

    def __init__(self, theme: Theme, icons: Icons, field: CommentField, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self._hint = TextLabel(theme, "small", "text_3", self)
        self.send = Button(theme, icons, ButtonRole.BORDERED, self, small=True)
        self.send.setObjectName("comment_send")
        self.send.setFocusPolicy(
            Qt.FocusPolicy.TabFocus
        )  # a press leaves the keyboard in the field
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space("s"))
        row.addWidget(self._hint, 1)
        row.addWidget(self.send)
        self.send.clicked.connect(field.done)
        field.used.connect(self._follow)
        field.typed.connect(self._follow)
        field.grew.connect(self._follow)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        keys = _KEYS.toString(QKeySequence.SequenceFormat.NativeText)
        self._hint.setText(self.tr("{keys} sends it.").format(keys=keys))
        self.send.setText(self.tr("Send"))

    def _follow(self) -> None:
        is_used = self._field.editor.hasFocus() or bool(self._field.text.strip())
        if is_used is self.isHidden():
            self.setVisible(is_used)
            self._field.grew.emit()
