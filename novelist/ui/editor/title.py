# SPDX-License-Identifier: MIT
"""The scene's title: one line of display type above the text, which scrolls with it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from novelist.ui.editor.caret import CaretTextEdit
from novelist.ui.theme import Theme
from novelist.ui.widgets.retranslated import Retranslated

_LONGEST: Final = 300
_LEAVING_KEYS: Final = frozenset(
    {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Tab}
)


class TitleEdit(Retranslated, CaretTextEdit):
    """Holds one line; Enter, Down and Tab leave it for the text."""

    title_edited = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._untitled = ""
        self.setObjectName("scene_title")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(self.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setViewportMargins(0, 0, 0, 0)
        self.document().setDocumentMargin(0)
        self._shown_title = ""
        self.textChanged.connect(self._on_text_changed)
        self.retranslate()

    @property
    def title(self) -> str:
        """The title as it stands, without an unfinished composition."""
        return self.toPlainText()

    def set_title(self, title: str, untitled: str = "") -> None:
        """Show the title of an item; ``untitled`` stands there while it has none."""
        self.set_untitled(untitled)
        if title != self._shown_title or title != self.title:
            self._shown_title = title
            self.setPlainText(" ".join(title.split()) if "\n" in title else title)

    def set_untitled(self, untitled: str) -> None:
        """What stands there while there is no title."""
        self._untitled = untitled
        self.viewport().update()

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.setAccessibleName(self.tr("Title"))

    def minimumSizeHint(self) -> QSize:
        """The page gives it its size."""
        return QSize(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave for the text, or type."""
        if event.key() in _LEAVING_KEYS:
            self.left.emit()
        elif not event.text().isprintable() or len(self.title) < _LONGEST:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste one line of plain text."""
        words = " ".join(source.text().split())
        self.textCursor().insertText(words[: max(0, _LONGEST - len(self.title))])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The title, or in a quiet colour what stands for one that is missing."""
        super().paintEvent(event)
        if self._untitled and self.document().isEmpty() and not self._preedit():
            painter = QPainter(self.viewport())
            painter.setFont(self.font())
            painter.setPen(self._theme.colour("text_3"))
            area = QRect(0, 0, self.viewport().width(), self.cursorRect().height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._untitled)
            painter.end()

    def select_all_and_focus(self) -> None:
        """Begin to rename: the whole title is selected."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def _preedit(self) -> str:
        return self.document().firstBlock().layout().preeditAreaText()

    def _on_text_changed(self) -> None:
        if not self._preedit() and self.title != self._shown_title:
            self._shown_title = self.title
            self.title_edited.emit(self.title)
