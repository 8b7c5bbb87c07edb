# SPDX-License-Identifier: MIT
"""Several lines of plain text that grow as they are written: text at rest, a field when used."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill, frame, painting

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class PlainText(QTextEdit):
    """Plain text in even lines, as high as its text; Tab goes to the next field."""

    def __init__(self, theme: Theme, colour: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colour = colour
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        theme.theme_changed.connect(self.dress)
        self.dress()

    def setPlainText(self, text: str) -> None:
        """Qt: show another text, in even lines; the old one cannot be brought back."""
        super().setPlainText(text)
        self._even_lines()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Qt: paste the words alone."""
        self.insertPlainText(source.text())

    def sizeHint(self) -> QSize:
        """As high as the text, one line at least."""
        line = self._theme.type_style("body").line
        return QSize(200, max(round(self.document().size().height()), line))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the text, or while there is none what belongs here."""
        super().paintEvent(event)
        if self.document().isEmpty() and self.placeholderText() == "" and self.hint:
            painter = QPainter(self.viewport())
            painter.setPen(self._theme.colour("text_3"))
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
            painter.drawText(self.viewport().rect().adjusted(0, 2, 0, 0), flags, self.hint)
            painter.end()

    hint = ""
    """What belongs here; unlike Qt's placeholder it is set in the even lines of the text."""

    def _even_lines(self) -> None:
        """Give every line the height of the type style, without a step of undo."""
        line = QTextBlockFormat()
        line.setLineHeight(self._theme.type_style("body").line, _FIXED)
        document = self.document()
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(line)
        document.setUndoRedoEnabled(True)

    def _on_size_changed(self) -> None:
        self.updateGeometry()

    def dress(self) -> None:
        """Wear the font and the colours of the theme.

        Qt forgets the colours where a field is given to another parent.
        """
        self.setFont(self._theme.font("body"))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, self._theme.colour(self._colour))
        palette.setColor(QPalette.ColorRole.Highlight, self._theme.colour("text_select"))
        palette.setColor(QPalette.ColorRole.HighlightedText, self._theme.colour("text"))
        self.setPalette(palette)
        self._even_lines()


class TextArea(QWidget):
    """A ``PlainText`` whose border appears under the mouse and with the focus."""

    def __init__(self, theme: Theme, colour: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.editor = PlainText(theme, colour, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space("s"), 4, theme.space("s"), 4)
        column.addWidget(self.editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusProxy(self.editor)
        self.editor.installEventFilter(self)
        theme.theme_changed.connect(self.update)

    def set_words(self, name: str, hint: str) -> None:
        """What it is called, and what belongs in it."""
        self.editor.setAccessibleName(name)
        self.editor.hint = hint
        self.editor.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: follow the focus of the editor; Esc leaves it."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.editor.clearFocus()
            return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: nothing at rest, else a field."""
        focused = self.editor.hasFocus()
        if not (focused or self.underMouse()):
            return
        radius = self._theme.radius("control")
        with painting(self) as painter:
            fill(painter, self.rect(), self._theme.colour("raised"), radius)
            colour = self._theme.colour("focus" if focused else "line_control")
            frame(painter, self.rect(), colour, radius, 2 if focused else 1)
