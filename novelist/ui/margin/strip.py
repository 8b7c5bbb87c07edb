# SPDX-License-Identifier: MIT
"""The margin at the right of the page of one scene, outside of the text's own viewport."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from novelist.ui.editor.page_edit import SLACK, PageEdit, column_in
from novelist.ui.margin.painter import GAP, WIDTH, MarginPainter

_MOVES = frozenset(
    {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.ParentChange}
)
_BAR = 10  # the scroll bar
_WAIT = 120  # milliseconds after a change until it is painted


class MarginStrip(QWidget):
    """Lies beside the column and lets the mouse through; scrolling and typing never wait for it."""

    def __init__(self, edit: PageEdit, painter: MarginPainter) -> None:
        super().__init__(edit)
        self.setObjectName("margin_strip")
        self._edit, self._painter = edit, painter
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._later = QTimer(self, singleShot=True, interval=_WAIT)
        self._later.timeout.connect(self.update)
        edit.textChanged.connect(self._later.start)
        edit.verticalScrollBar().valueChanged.connect(self.update)
        edit.installEventFilter(self)
        edit.viewport().installEventFilter(self)
        self._place()

    def _place(self) -> None:
        """Stand between the column and the scroll bar."""
        edit = self._edit  # what it is told comes before the page has its new lines: reckon them
        column = column_in(edit.width(), edit.typesetting.column)
        left = (edit.width() - column) // 2 + column + SLACK
        width = min(edit.width() - left - _BAR, WIDTH)
        self.setGeometry(left, 0, max(width, 0), edit.height())
        self.setVisible(not edit.is_embedded and width > GAP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page."""
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Figures and ribbons."""
        painter = QPainter(self)
        self._painter.paint_page(self._edit, painter, GAP - SLACK, event.rect())
        painter.end()
