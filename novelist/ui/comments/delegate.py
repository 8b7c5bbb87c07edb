# SPDX-License-Identifier: MIT
"""How a thread is painted in the list: its passage, what was said first, by whom and when."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from novelist.domain.excerpts import shortened
from novelist.ui.comments.labels import CommentWords
from novelist.ui.comments.model import CARD, Card
from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill, frame, text_line
from novelist.ui.widgets.wrapped_text import wrapped_text

GAP: Final = 8  # below each card
PADDING: Final = 12
BAR: Final = 2  # beside a quotation
INDENT: Final = 8  # of a quotation, behind its bar
QUOTE_LINE: Final = 20
QUOTE_SIZE: Final = 14
_QUOTE_LINES: Final = 2
_BELOW_QUOTE: Final = 6
_SAID: Final = 220  # characters of a comment that is not chosen
_KEPT: Final = 4000  # heights
_Index = QModelIndex | QPersistentModelIndex


class CommentDelegate(QStyledItemDelegate):
    """The chosen thread has a widget of its own over its row; ``open_height`` is how high."""

    def __init__(self, theme: Theme, words: CommentWords, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.language = "en"
        self.open_thread: int | None = None
        self.open_height = 0
        self.width = 270
        self._heights: dict[int, tuple[Card, int, int]] = {}  # by thread, at a width

    @property
    def quote_font(self) -> QFont:
        """The face of quotations."""
        return self._theme.book_font(self.language, QUOTE_SIZE)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its words at the width of the list."""
        width = self.width
        card: Card = index.model().card(index)  # type: ignore[attr-defined]  # it is ours
        thread_id = card.thread.id
        if thread_id == self.open_thread:
            return QSize(width, self.open_height + GAP)
        known = self._heights.get(thread_id)
        if known is None or known[0] is not card or known[1] != width:
            known = self._heights[thread_id] = (card, width, self._height(card, width))
        return QSize(width, known[2])

    def forget_heights(self) -> None:
        """The type changed."""
        self._heights.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The card."""
        card: Card = index.data(CARD)
        if card.thread.id == self.open_thread:
            return
        rect = option.rect.adjusted(0, 0, 0, -GAP)
        radius = self._theme.radius("card")
        hovered = option.state & QStyle.StateFlag.State_MouseOver
        painter.save()
        fill(painter, rect, self._theme.colour("hover" if hovered else "side"), radius)
        frame(painter, rect, self._theme.colour("line"), radius)
        self._paint_words(painter, card, rect.adjusted(PADDING, PADDING, -PADDING, -PADDING))
        painter.restore()

    def _paint_words(self, painter: QPainter, card: Card, area: QRect) -> None:
        small = self._theme.type_style("small").line
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("text_3"))
        if card.scene:
            text_line(painter, QRect(area.left(), area.top(), area.width(), small), card.scene)
            area.setTop(area.top() + small + 4)
        area.setTop(area.top() + self._paint_quote(painter, card, area) + _BELOW_QUOTE)
        said = self._said(card, area.width())
        painter.setPen(self._theme.colour("text_2" if card.thread.is_resolved else "text"))
        said.draw(painter, QPointF(area.topLeft()))
        area.setTop(area.top() + said.lineCount() * self._theme.type_style("body").line + 4)
        self._paint_meta(painter, card, QRect(area.left(), area.top(), area.width(), small))

    def _paint_quote(self, painter: QPainter, card: Card, area: QRect) -> int:
        """The passage beside its bar; how high it is."""
        layout, lines = self._quote(card, area.width())
        height = lines * QUOTE_LINE
        is_open = not (card.is_lost or card.thread.is_resolved)
        bar: QColor = self._theme.colour("comment_line" if is_open else "line_button")
        painter.fillRect(QRect(area.left(), area.top() + 1, BAR, height - 2), bar)
        painter.setPen(self._theme.colour("text_2"))
        painter.save()
        painter.setClipRect(QRect(area.left(), area.top(), area.width(), height))
        layout.draw(painter, QPointF(area.left() + BAR + INDENT, area.top()))
        painter.restore()
        return height

    def _paint_meta(self, painter: QPainter, card: Card, line: QRect) -> None:
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("text_3"))
        replies = self._words.replies(card.thread)
        width = painter.fontMetrics().horizontalAdvance(replies)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, replies)
        said = self._words.lost() if card.is_lost else self._words.meta(card.thread.remarks[0])
        if card.is_lost:
            painter.setPen(self._theme.colour("warning"))
        text_line(painter, line.adjusted(0, 0, -width - (8 if width else 0), 0), said)

    def _height(self, card: Card, width: int) -> int:
        inner = width - 2 * PADDING
        small = self._theme.type_style("small").line
        head = small + 4 if card.scene else 0
        _, lines = self._quote(card, inner)
        said = self._said(card, inner).lineCount() * self._theme.type_style("body").line
        return 2 * PADDING + head + lines * QUOTE_LINE + _BELOW_QUOTE + said + 4 + small + GAP

    def _quote(self, card: Card, width: int) -> tuple[QTextLayout, int]:
        layout = wrapped_text(card.quote, self.quote_font, width - BAR - INDENT, QUOTE_LINE)
        return layout, max(min(layout.lineCount(), _QUOTE_LINES), 1)

    def _said(self, card: Card, width: int) -> QTextLayout:
        words = shortened(card.thread.remarks[0].text, _SAID)
        line = self._theme.type_style("body").line
        return wrapped_text(words, self._theme.font("body"), width, line)
