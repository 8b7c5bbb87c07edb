# SPDX-License-Identifier: MIT
"""Fields: with a problem said below, for searching, and edited in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QLineEdit, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import frame, painting
from novelist.ui.widgets.text_label import TextLabel


class TextField(QLineEdit):
    """A field that can say what is wrong: a ``danger`` border and a sentence."""

    problem_changed = Signal(str)
    """The sentence to show under the field; "" when all is well."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problem = ""
        theme.theme_changed.connect(self.update)

    @property
    def problem(self) -> str:
        """What is wrong with the text; "" when nothing is."""
        return self._problem

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong; the typed text stays."""
        if sentence != self._problem:
            self._problem = sentence
            self.setAccessibleDescription(sentence)
            self.problem_changed.emit(sentence)
            self.update()

    def problem_label(self, parent: QWidget) -> TextLabel:
        """A label that shows the problem, to stand below the field."""
        label = TextLabel(self._theme, "small", "danger", parent, wrap=True)
        label.setVisible(bool(self._problem))
        self.problem_changed.connect(label.setText)
        self.problem_changed.connect(lambda sentence: label.setVisible(bool(sentence)))
        return label

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and over its border the danger one."""
        super().paintEvent(event)
        if self._problem:
            width = 2 if self.hasFocus() else 1
            with painting(self) as painter:
                radius = self._theme.radius("control")
                frame(painter, self.rect(), self._theme.colour("danger"), radius, width)


class SearchField(QLineEdit):
    """A field with the search icon; Esc or the cross at its end empty it."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._lens = QAction(self)
        self._cross = QAction(self)
        self.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)
        self._cross.setVisible(False)
        self.setTextMargins(-6, 0, -6, 0)  # the icons bring air of their own
        self._cross.triggered.connect(self.clear)
        self.textChanged.connect(self._on_text_changed)
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_words(self, placeholder: str, clear: str) -> None:
        """What is searched ("Search all novels"), and the name of the cross ("Clear")."""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._cross.setText(clear)
        self._cross.setToolTip(clear)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field; in an empty one it goes to the panel."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self, text: str) -> None:
        self._cross.setVisible(bool(text))

    def _on_theme_changed(self) -> None:
        self._lens.setIcon(self._icons.icon("search", "text_2"))
        self._cross.setIcon(self._icons.icon("x", "text_2"))


class InlineField(QLineEdit):
    """A value that is plain text at rest and a field under the mouse and with the focus.

    Enter or leaving commits (``editingFinished``), Esc brings the old text back.
    """

    inset = 8  # air between the frame and the text (see ``PropertyRow``)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._committed = ""
        self.setProperty("inline", True)
        self.editingFinished.connect(self._on_editing_finished)
        self.textEdited.connect(self._on_text_edited)

    def set_value(self, value: str) -> None:
        """Show a value; a text that is being typed is not touched."""
        self._committed = value
        if not (self.hasFocus() and self.isModified()):
            self.setText(value)
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up the change."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._committed:
            self.give_up()
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def give_up(self) -> None:
        """Bring back the text that was there before something was typed."""
        self.setText(self._committed)

    def setText(self, text: str | None) -> None:
        """Show a text, level with its label."""
        super().setText(text)
        self._keep_level(text or "")

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Keep the line level while characters are composed."""
        super().inputMethodEvent(event)
        self._keep_level(self.text() + event.preeditString())

    def _keep_level(self, text: str) -> None:
        """Undo that Qt sets a line higher by half of what fallback fonts add to its height.

        The title would stand above its label as soon as it has Chinese characters.
        """
        layout = QTextLayout(text, self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        added = line.height() - self.fontMetrics().height() if text else 0
        down = max(int(added) // 2, 0)
        self.setTextMargins(0, down, 0, -down)

    def _on_text_edited(self, text: str) -> None:
        self._keep_level(text)

    def _on_editing_finished(self) -> None:
        self.setModified(False)
        self._committed = self.text()
