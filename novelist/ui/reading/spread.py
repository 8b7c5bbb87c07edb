# SPDX-License-Identifier: MIT
"""One page or two beside each other, turned by keys, mouse and wheel."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from novelist.ui.editor.ornaments import paint_ornament
from novelist.ui.editor.picture_painting import is_picture, room_of_block
from novelist.ui.editor.pictures import Pictures
from novelist.ui.reading.chapter_text import ChapterText, Place
from novelist.ui.reading.paging import NOTE_GAP, Page
from novelist.ui.reading.paper import Paper
from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill, frame, painting, vertical_line

_SIDE: Final = 56  # pixels beside the lines of a page
_TOP: Final = 48
_FOOT: Final = 56
_EDGE: Final = 24  # around the paper
_NARROWER: Final = 0.8  # lines may be, where two pages stand beside each other then
_TAIL: Final = 4  # pixels that letters of the last line may hang below it
_RULE: Final = 0.25  # of the width, over the notes
_NOTCH: Final = 120
_AT_ONCE: Final = 0.02  # seconds of work before a page is painted for the first time

_NEXT: Final = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space})
_BACK: Final = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace})


class Spread(QWidget):
    """Shows the pages of one ``ChapterText``; others are asked for by ``chapter_wanted``."""

    chapter_wanted = Signal(int)
    """The chapter after (1) or before (-1) this one is to be shown."""
    ends_wanted = Signal(int)
    """The beginning (-1) or the end (1) of all that is read is to be shown."""
    turned = Signal()
    """Other pages are seen, or more of them are known."""
    resized = Signal()
    """Pages have another size now."""
    write_requested = Signal(object)
    """Somebody wants to write at this ``Place``."""
    size_requested = Signal(int)
    """Steps the text should grow, or shrink below 0."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures: Pictures | None = None
        self._paper: Paper | None = None
        self._text: ChapterText | None = None
        self._anchor: int | None = 0  # the character that is to be seen; None: the last page
        self._goal: int | Place | None = 0
        self._is_found = False
        self._page = 0
        self._measure = 600
        self._wheel = 0
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._work)
        self.setObjectName("reading_spread")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    # -- what is shown -------------------------------------------------------------------------

    def set_paper(self, paper: Paper, pictures: Pictures) -> None:
        """Paint on this paper."""
        self._paper, self._pictures = paper, pictures
        self.update()

    def set_measure(self, measure: int) -> None:
        """How wide the lines of a page should be."""
        self._measure = measure

    @property
    def columns(self) -> int:
        """How many pages stand beside each other."""
        least = round(self._measure * _NARROWER) + 2 * _SIDE
        return 2 if self.width() >= 2 * (least + _EDGE) else 1

    @property
    def page_size(self) -> tuple[int, int]:
        """Width and height of the text on a page."""
        sheet = self._sheet(0)
        return max(sheet.width() - 2 * _SIDE, 80), max(sheet.height() - _TOP - _FOOT, 80)

    @property
    def text(self) -> ChapterText | None:
        """The chapter that is read."""
        return self._text

    @property
    def page(self) -> int:
        """The number of the left page, from 0."""
        return self._page

    @property
    def pages(self) -> list[Page]:
        """The pages of the chapter that are known by now."""
        return [] if self._text is None else self._text.paging.pages

    @property
    def position(self) -> int:
        """The first character that is seen."""
        return self.pages[self._page].position if self._page < len(self.pages) else 0

    @property
    def anchor(self) -> int | None:
        """The character that stays in sight whatever the size; None: the end of the chapter."""
        return self._anchor

    def show_text(self, text: ChapterText, anchor: int | Place | None) -> None:
        """Show a chapter where this place is; None: its last page."""
        former, self._text = self._text, text
        if former is not None and former is not text:
            former.deleteLater()
        self._page = 0
        until = time.monotonic() + _AT_ONCE
        while text.work() and time.monotonic() < until:
            pass
        self._goal = anchor
        self._anchor = anchor if isinstance(anchor, int) else 0
        self._find()
        self._timer.start()

    def show_nothing(self) -> None:
        """Forget the chapter."""
        self._timer.stop()
        former, self._text = self._text, None
        if former is not None:
            former.deleteLater()
        self.update()

    def _work(self) -> None:
        if self._text is None:
            return
        was_known = self._is_found
        more = self._text.work()
        if not was_known:
            self._find()
        elif not more:
            self.turned.emit()
        if more:
            self._timer.start()

    def _find(self) -> None:
        """Show the page with the goal as soon as it is known."""
        text = self._text
        assert text is not None
        if self._goal is None:
            number = len(self.pages) - 1 if text.is_whole else None
            self._anchor = None
        else:
            if isinstance(self._goal, Place):
                self._anchor = text.position_of(self._goal) if self.pages or text.is_whole else 0
            number = text.paging.page_of(self._anchor or 0)
        self._is_found = number is not None
        if number is not None:
            self._page = number - number % self.columns
            if self._anchor is None:
                self._anchor = self.position
        self.update()
        self.turned.emit()

    # -- turning -------------------------------------------------------------------------------

    def turn(self, way: int) -> None:
        """Show the next pages (1) or those before (-1), perhaps of another chapter."""
        target = self._page + way * self.columns
        text = self._text
        if text is None:
            return
        if target < 0:
            self.chapter_wanted.emit(-1)
        elif target < len(self.pages):
            self._show_page(target)
        elif text.is_whole:
            self.chapter_wanted.emit(1)

    def _show_page(self, number: int) -> None:
        self._page = number
        self._anchor = self._goal = self.position
        self._is_found = True
        self.update()
        self.turned.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages are turned; Enter goes writing; + and - change the size."""
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Space and shift:
            self.turn(-1)
        elif key in _NEXT and not control:
            self.turn(1)
        elif key in _BACK and not control:
            self.turn(-1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to_end(1 if key == Qt.Key.Key_End else -1, whole=bool(control))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.size_requested.emit(-1 if key == Qt.Key.Key_Minus else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._write_at(self.position)
        else:
            super().keyPressEvent(event)

    def _go_to_end(self, way: int, *, whole: bool) -> None:
        if whole:
            self.ends_wanted.emit(way)
        elif self._text is not None and self.pages:
            last = len(self.pages) - 1
            self._show_page(0 if way < 0 else last - last % self.columns)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A notch turns; with Ctrl it changes the size."""
        self._wheel += event.angleDelta().y()
        while abs(self._wheel) >= _NOTCH:
            way = -1 if self._wheel > 0 else 1
            self._wheel += way * _NOTCH
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.size_requested.emit(-way)
            else:
                self.turn(way)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The right half turns on, the left half back."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.turn(1 if event.position().x() >= self.width() / 2 else -1)
            event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages have another size."""
        super().resizeEvent(event)
        self.resized.emit()

    def _write_at(self, position: int) -> None:
        place = None if self._text is None else self._text.place_at(position)
        if place is not None:
            self.write_requested.emit(place)

    # -- painting ------------------------------------------------------------------------------

    def _sheet(self, column: int) -> QRect:
        """The paper of one page."""
        count = self.columns
        room = self.width() - 2 * _EDGE
        wide = min(self._measure + 2 * _SIDE, room // count)
        left = (self.width() - wide * count) // 2 + column * wide
        return QRect(left, _EDGE, wide, max(self.height() - 2 * _EDGE, 120))

    def page_area(self, column: int) -> QRect:
        """Where the text of one page stands."""
        return self._sheet(column).adjusted(_SIDE, _TOP, -_SIDE, -_FOOT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The papers, and what stands on them."""
        if self._paper is None:
            return
        with painting(self) as painter:
            fill(painter, self.rect(), self._paper.ground)
            whole = self._sheet(0).united(self._sheet(self.columns - 1))
            fill(painter, whole, self._paper.page)
            frame(painter, whole, self._paper.line, 0)
            for column in range(self.columns):
                sheet = self._sheet(column)
                if column:
                    line = self._paper.line
                    vertical_line(painter, sheet.top(), sheet.bottom(), sheet.left(), line)
                number = self._page + column
                if self._is_found and number < len(self.pages):
                    self._paint_page(painter, self.page_area(column), number)

    def _paint_page(self, painter: QPainter, area: QRect, number: int) -> None:
        assert self._text is not None
        assert self._paper is not None
        page, text = self.pages[number], self._text
        top = QPoint(area.topLeft())
        bottom = min(page.bottom, page.top + area.height())  # one line may be higher: a picture
        self._paint_part(painter, text.document, top, page.top, bottom)
        heights = self._note_height(page)
        if page.notes:
            y = area.bottom() + 1 - heights
            painter.setPen(self._paper.line)
            painter.drawLine(
                area.left(), y - NOTE_GAP // 2, area.left() + round(area.width() * _RULE),
                y - NOTE_GAP // 2,
            )  # fmt: skip
            self._paint_notes(painter, page, QPoint(area.left(), y))
        painter.setFont(self._theme.figures_font("small"))
        painter.setPen(self._paper.quiet)
        foot = QRect(area.left(), area.bottom() + 1, area.width(), _FOOT)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def _note_height(self, page: Page) -> int:
        assert self._text is not None
        lines = self._text.note_lines
        return round(
            sum(lines[p.note][p.last - 1][1] - lines[p.note][p.first][0] for p in page.notes)
        )

    def _paint_notes(self, painter: QPainter, page: Page, at: QPoint) -> None:
        assert self._text is not None
        for part in page.notes:
            lines = self._text.note_lines[part.note]
            top, bottom = lines[part.first][0], lines[part.last - 1][1]
            self._paint_part(painter, self._text.notes[part.note], at, top, bottom)
            at = at + QPoint(0, round(bottom - top))

    def _paint_part(
        self, painter: QPainter, document: QTextDocument, at: QPoint, top: float, bottom: float
    ) -> None:
        """The lines of a document between two heights."""
        assert self._paper is not None
        width = document.textWidth()
        painter.save()
        painter.setClipRect(QRectF(at.x() - 2, at.y(), width + 4, bottom - top + _TAIL))
        painter.translate(QPointF(at.x(), at.y() - top))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(-2, top, width + 4, bottom - top)
        context.palette = QPalette(self._theme.palette("page"))
        context.palette.setColor(QPalette.ColorRole.Text, self._paper.text)
        document.documentLayout().draw(painter, context)
        self._paint_ornaments(painter, document, context.clip)
        painter.restore()

    def _paint_ornaments(self, painter: QPainter, document: QTextDocument, clip: QRectF) -> None:
        layout = document.documentLayout()
        place = layout.hitTest(QPointF(0, clip.top() + 1), Qt.HitTestAccuracy.FuzzyHit)
        block = document.findBlock(max(place, 0))
        while block.isValid():
            room = room_of_block(block)
            if room.top() >= clip.bottom():
                return
            room.setWidth(document.textWidth())
            if is_picture(block):  # one that is higher than the page is made smaller
                room.setBottom(min(room.bottom(), clip.bottom()))
            paint_ornament(painter, block, room, self._theme, self._pictures)
            block = block.next()
