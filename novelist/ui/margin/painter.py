# SPDX-License-Identifier: MIT
"""Paints the margin beside a page, and beside the scenes of the flowing manuscript."""

from __future__ import annotations

import bisect
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPolygonF, QTextBlock

from novelist.ui.editor.bookmarks import begins_in
from novelist.ui.editor.documents import LiveText
from novelist.ui.editor.page_edit import SLACK, PageEdit
from novelist.ui.theme import Theme

if TYPE_CHECKING:
    from novelist.ui.manuscript.view import ManuscriptView

GAP: Final = SLACK + 4  # between the column and what stands beside it
WIDTH: Final = 96
_RIBBON: Final = (8, 12)
_BESIDE: Final = 14  # from a ribbon to a figure

Places = Callable[[LiveText], list[tuple[int, int]]]
"""The milestones of a text: Qt's positions, and what is full there."""


class MarginPainter:
    """``places`` answers at once from what is known."""

    def __init__(self, theme: Theme, places: Places) -> None:
        self._theme, self._places = theme, places

    def paint_page(self, edit: PageEdit, painter: QPainter, left: int, area: QRect) -> None:
        """Beside the one text of a page; ``left`` is where the margin begins."""
        live = edit.live
        if live is None or edit.is_embedded:
            return
        top = edit.viewport().y()
        scroll = edit.verticalScrollBar().value()
        layout = live.document.documentLayout()
        first = max(layout.hitTest(QPointF(0, scroll), Qt.HitTestAccuracy.FuzzyHit), 0)
        block = live.document.findBlock(first)

        def line(block: QTextBlock, inside: int) -> QRect:
            return _line_of(block, inside).translated(left, top - scroll)

        self._paint_blocks(painter, live, block, line, area)

    def paint_flow(self, view: ManuscriptView, painter: QPainter, area: QRect) -> None:
        """Beside the scenes that are seen of the flowing manuscript."""
        flow = view.flow
        left = flow.left + flow.column + GAP
        if area.right() < left:
            return
        number = flow.heights.at(view.scrolled + max(area.top(), 0)) if flow.sections else 0
        for section in flow.sections[number:]:
            top = view.text_top(section)
            if top > area.bottom():
                return
            if section.live is None or not section.is_measured:
                continue
            shift = round(top - section.first_line)
            document = section.live.document
            point = QPointF(0, max(area.top() - shift, 0))
            hit = document.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)

            def line(block: QTextBlock, inside: int, shift: int = shift) -> QRect:
                return _line_of(block, inside).translated(left, shift)

            block = document.findBlock(max(hit, 0))
            self._paint_blocks(painter, section.live, block, line, area)

    def _paint_blocks(
        self,
        painter: QPainter,
        live: LiveText,
        block: QTextBlock,
        line: Callable[[QTextBlock, int], QRect],
        area: QRect,
    ) -> None:
        """What stands beside the blocks from one on, as far as they lie in ``area``."""
        figures = self._places(live)
        while block.isValid():
            if line(block, 0).top() > area.bottom():
                return
            ribbons = set()
            for inside in begins_in(block):
                ribbons.add(line(block, inside).top())
                self._paint_ribbon(painter, line(block, inside))
            first = bisect.bisect_left(figures, (block.position(), 0))
            for position, number in figures[first:]:
                inside = position - block.position()
                if inside >= block.length():
                    break
                room = line(block, inside)
                beside = _BESIDE if room.top() in ribbons else 0
                self._paint_figure(painter, room.translated(beside, 0), number)
            block = block.next()

    def _paint_ribbon(self, painter: QPainter, line: QRect) -> None:
        width, height = _RIBBON
        top = line.top() + (line.height() - height) / 2
        left = float(line.left())
        shape = [
            QPointF(left, top),
            QPointF(left + width, top),
            QPointF(left + width, top + height),
            QPointF(left + width / 2, top + height - width / 2),
            QPointF(left, top + height),
        ]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawPolygon(QPolygonF(shape))
        painter.restore()

    def _paint_figure(self, painter: QPainter, line: QRect, number: int) -> None:
        words = QLocale().toString(number)
        font = self._theme.figures_font("small")
        painter.setFont(font)
        painter.setPen(self._theme.colour("text_3"))
        left = line.left()
        room = QRect(left, line.top(), painter.window().right() - left, line.height())
        if QFontMetrics(font).horizontalAdvance(words) <= room.width():
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


def _line_of(block: QTextBlock, inside: int) -> QRect:
    """The line of a place in a block, in the document's own pixels; no width."""
    layout = block.layout()
    top = layout.position().y()
    line = layout.lineForTextPosition(inside)
    if not line.isValid():
        return QRect(0, round(top), 0, 24)
    return QRect(0, round(top + line.y()), 0, round(line.height()))
