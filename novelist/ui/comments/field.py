# SPDX-License-Identifier: MIT
"""Where a remark is written: a field that grows, and is kept while it is typed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill, frame, painting
from novelist.ui.widgets.text_area import PlainText

_DONE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BORDER = 2


class CommentField(QWidget):
    """Plain text in a border. Esc and Ctrl+Enter are done with it; nothing typed is dropped."""

    typed = Signal()
    used = Signal()
    """The keyboard came, or went."""
    left = Signal()
    """The keyboard is elsewhere now."""
    done = Signal()
    """Esc or Ctrl+Enter: the keyboard should go back to the text."""
    grew = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.editor = PlainText(theme, "text", self)
        self.editor.setObjectName(name)
        column = QVBoxLayout(self)
        side = theme.space("s")
        column.setContentsMargins(side, 5, side, 5)
        column.addWidget(self.editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.editor)
        self._beside: tuple[QWidget, ...] = ()
        self.editor.installEventFilter(self)
        self.editor.textChanged.connect(self.typed)
        self.editor.document().documentLayout().documentSizeChanged.connect(self.grew)
        theme.theme_changed.connect(self.update)

    @property
    def text(self) -> str:
        """What is written in it."""
        return self.editor.toPlainText()

    def show_text(self, text: str) -> None:
        """Begin with other words; nobody typed them."""
        self.editor.blockSignals(True)
        self.editor.setPlainText(text)
        self.editor.blockSignals(False)
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)
        self.grew.emit()

    def keep_for(self, beside: Iterable[QWidget]) -> None:
        """The keyboard may go to these too before the field is left."""
        self._beside = tuple(beside)
        for widget in self._beside:
            widget.installEventFilter(self)

    def set_words(self, name: str, hint: str) -> None:
        """What it is called, and what belongs in it."""
        self.editor.setAccessibleName(name)
        self.editor.hint = hint
        self.editor.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: tell when the keyboard goes, and of the keys that end it."""
        is_left = QApplication.focusWidget() not in (self.editor, *self._beside)
        if event.type() == QEvent.Type.FocusOut and is_left:
            self.left.emit()
        if watched is not self.editor:
            return False
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
            self.used.emit()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        is_sent = event.key() in _DONE and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or is_sent:
            self.done.emit()
            return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the ground and the border, which is thicker with the keyboard in it."""
        focused = self.editor.hasFocus()
        radius = self._theme.radius("control")
        with painting(self) as painter:
            fill(painter, self.rect(), self._theme.colour("raised"), radius)
            colour = self._theme.colour("focus" if focused else "line_control")
            frame(painter, self.rect(), colour, radius, _BORDER if focused else 1)
