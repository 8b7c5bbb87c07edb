# SPDX-License-Identifier: MIT
"""Painting the scenes that are not being written, and what stands over all of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextCursor,
)

from novelist.ui.editor.ornaments import paint_ornament
from novelist.ui.editor.page_edit import Veil
from novelist.ui.editor.picture_painting import room_of_block
from novelist.ui.editor.typesetting import Typesetting
from novelist.ui.editor.underlines import paint_underlines
from novelist.ui.manuscript.flow import Flow
from novelist.ui.manuscript.section import Section
from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import dot

_SYMBOL: Final = "\u2042"  # asterism
_GAP: Final = 32  # between the titles in the margin and the text
_DOT: Final = 8
_EDGE: Final = 16  # titles in the margin stay so far from the edge of the page
_Align = Qt.AlignmentFlag


class SectionPainter:
    """Paints sections of one flow where they are told to lie."""

    def __init__(self, flow: Flow, typesetting: Typesetting, theme: Theme) -> None:
        self._flow, self._typesetting, self._theme = flow, typesetting, theme

    def paint_head(self, painter: QPainter, number: int, top: int, *, is_active: bool) -> None:
        """What stands over the text of a section whose upper edge is at ``top``."""
        section = self._flow.sections[number]
        bottom = top + section.head
        if self._flow.shows_synopses and section.scene.synopsis:
            bottom = self._paint_synopsis(painter, section, bottom)
        if self._flow.title_height(section.scene):
            bottom -= self._flow.title_height(section.scene)
            self._paint_title_above(painter, section, bottom, is_active=is_active)
        if section.scene.heading:
            self._paint_heading(painter, section, bottom)
        elif number:
            area = QRect(self._flow.left, top, self._flow.column, bottom - top)
            painter.setFont(self._typesetting.font)
            painter.setPen(self._theme.colour("text_3"))
            painter.drawText(area, _Align.AlignCenter, _SYMBOL)
        if self._flow.shows_titles and self._flow.hangs_titles:
            self._paint_margin(painter, section, top + section.head, is_active=is_active)

    def finish(self, painter: QPainter, area: QRect, veil: Veil | None) -> None:
        """All is painted: dim it where one writes with nothing else to be seen."""
        if veil is not None:
            veil.paint_around(painter, area)
        painter.end()

    def paint_text(
        self, painter: QPainter, section: Section, top: int, area: QRect, selected: QTextCursor
    ) -> None:
        """The text of a section whose first line is at ``top``, as far as it lies in ``area``.

        ``selected`` is what is selected of it, perhaps nothing.
        """
        if section.live is None:
            return
        document, shift = section.live.document, top - section.first_line
        painter.save()
        painter.setClipRect(QRect(self._flow.left, top, self._flow.column + 2, section.text))
        painter.translate(self._flow.left, shift)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(area).translated(-self._flow.left, -shift)
        context.palette = self._palette()
        if selected.hasSelection():
            context.selections = [self._selection(selected)]
        document.documentLayout().draw(painter, context)
        self._paint_ornaments(painter, section, context.clip)
        painter.restore()

    def _selection(self, selected: QTextCursor) -> QAbstractTextDocumentLayout.Selection:
        result = QAbstractTextDocumentLayout.Selection()
        colours = QTextCharFormat()
        colours.setBackground(self._theme.colour("text_select"))
        result.cursor, result.format = selected, colours
        return result

    def _palette(self) -> QPalette:
        return self._theme.palette("page")

    def _paint_ornaments(self, painter: QPainter, section: Section, clip: QRectF) -> None:
        assert section.live is not None
        document = section.live.document
        layout = document.documentLayout()
        place = layout.hitTest(QPointF(0, clip.top()), Qt.HitTestAccuracy.FuzzyHit)
        block = document.findBlock(max(place, 0))
        block = block.previous() if block.previous().isValid() else block  # its picture reaches in
        while block.isValid():
            lines = room_of_block(block)
            if lines.top() > clip.bottom():
                return
            lines.setWidth(self._flow.column)
            paint_ornament(painter, block, lines, self._theme, section.live.pictures)
            underlined = section.live.underlines.of(block)
            if underlined:
                paint_underlines(painter, block, lines, clip, underlined, self._theme)
            block = block.next()

    # -- heads ---------------------------------------------------------------------------------

    def _paint_heading(self, painter: QPainter, section: Section, bottom: int) -> None:
        font = self._typesetting.title_font
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        metrics = QFontMetrics(font)
        height = metrics.height()
        area = QRect(
            self._flow.left,
            bottom - height - round(20 * self._flow.zoom),
            self._flow.column,
            height,
        )
        words = metrics.elidedText(section.scene.heading, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _Align.AlignLeft | _Align.AlignVCenter, words)

    def _paint_synopsis(self, painter: QPainter, section: Section, bottom: int) -> int:
        height = self._flow.synopsis_height(section.scene)
        top = bottom - height - _DOT
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour("text_2"))
        area = QRect(self._flow.left, top, self._flow.column, height)
        painter.drawText(area, Qt.TextFlag.TextWordWrap, section.scene.synopsis)
        return top - _DOT

    def _paint_margin(
        self, painter: QPainter, section: Section, top: int, *, is_active: bool
    ) -> None:
        """Title, dot and count, in the margin beside the first lines."""
        right = self._flow.left - _GAP
        line = self._line_height()
        has_dot = bool(section.scene.status)
        if has_dot:
            colour = self._theme.label_colour(section.scene.status)
            dot(painter, QPointF(right - _DOT / 2, top + line / 2), colour, _DOT)
        title = self._title_font(is_active=is_active)
        room = QRect(_EDGE, top, right - _EDGE - (_DOT * 2 if has_dot else 0), line)
        self._write(painter, section.scene.title, title, room, "text" if is_active else "text_2")
        room = QRect(_EDGE, top + line - 6, right - _EDGE, self._theme.type_style("small").line)
        self._write(painter, section.scene.count, self._theme.font("small"), room, "text_3")

    def _paint_title_above(
        self, painter: QPainter, section: Section, top: int, *, is_active: bool
    ) -> None:
        font = self._title_font(is_active=is_active)
        room = QRect(
            self._flow.left, top, self._flow.column, self._flow.title_height(section.scene) - 4
        )
        colour = "text" if is_active else "text_2"
        self._write(painter, section.scene.title, font, room, colour, _Align.AlignLeft)

    def _title_font(self, *, is_active: bool) -> QFont:
        return self._theme.font("strong" if is_active else "body")

    def _line_height(self) -> int:
        return round(self._typesetting.font.pixelSize() * 1.6)

    def _write(
        self,
        painter: QPainter,
        words: str,
        font: QFont,
        area: QRect,
        colour: str,
        side: Qt.AlignmentFlag = _Align.AlignRight,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        fitting = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, side | _Align.AlignVCenter, fitting)
