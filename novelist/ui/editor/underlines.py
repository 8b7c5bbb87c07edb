# SPDX-License-Identifier: MIT
"""Lines under the words of a text: what is misspelt, what may be a slip.

They are painted over the page and are no formats of it: a format that comes, goes or moves makes
Qt break its paragraph, and the next one, into lines anew. What is typed moves the lines behind it
along; what should be underlined otherwise is found out later, off the path of the key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import count
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QPen,
    QPolygonF,
    QTextBlock,
    QTextDocument,
    QTextLayout,
    QTextLine,
)

from novelist.domain.common_ends import common_ends
from novelist.ui.editor.colouring import Layers
from novelist.ui.theme import Theme

_BELOW: Final = 0.19  # of the size of the letters, under their line
_HEIGHT: Final = 1.2  # pixels of a wave, up and down
_STEP: Final = 2.0  # pixels between its turns
_PEN: Final = 1.1
_DOT: Final = 1.6
_FAR: Final = float(2**24)  # beyond any text


class Line(StrEnum):
    """How a word is underlined; the value names the colour in the theme."""

    WAVE = "spell"
    DOTS = "warning"


class Underline(NamedTuple):
    """Some characters of a block (Qt's positions inside it) and the line under them."""

    start: int
    length: int
    line: Line

    @property
    def end(self) -> int:
        """The position behind it."""
        return self.start + self.length


class Underliner(Protocol):
    """Who says what is underlined in a block, from what it knows at this moment."""

    def underlines(self, block: QTextBlock) -> Iterable[Underline]:
        """The lines under the block, in any order."""


class _Known(NamedTuple):
    text: str
    lines: tuple[Underline, ...]


class Underlines(QObject):
    """The lines under the words of one document, as they were found when it was last asked for."""

    def __init__(self, document: QTextDocument, layers: Layers) -> None:
        super().__init__(document)
        self._layers = layers
        self._document = document
        self._known: dict[int, _Known] = {}  # by the state of the block, which stays with it
        self._states = count()
        document.contentsChange.connect(self._on_document_contents_change)

    def of(self, block: QTextBlock) -> tuple[Underline, ...]:
        """What is underlined in a block."""
        known = self._known.get(block.userState())
        return () if known is None else known.lines

    def put(self, block: QTextBlock, lines: Iterable[Underline]) -> bool:
        """Underline this in a block, and nothing else; whether that is otherwise than before."""
        found = tuple(sorted(lines))
        if found == self.of(block):
            return False
        self._keep(block, block.text(), found)
        if block.layout().lineCount():  # what was never laid out is not on the screen
            self._repaint(block)
        return True

    def clear(self) -> None:
        """Underline nothing."""
        if self._known:
            self._known.clear()
            self._layers.underlined.emit(self._document, QRectF(0, 0, _FAR, _FAR))

    def _keep(self, block: QTextBlock, text: str, lines: tuple[Underline, ...]) -> None:
        state = block.userState()
        if not lines:
            self._known.pop(state, None)
            return
        if state < 0:
            state = next(self._states)
            block.setUserState(state)
        self._known[state] = _Known(text, lines)

    def _repaint(self, block: QTextBlock) -> None:
        area = self._document.documentLayout().blockBoundingRect(block)
        self._layers.underlined.emit(self._document, area)

    def _on_document_contents_change(self, position: int, removed: int, added: int) -> None:
        block = self._document.findBlock(position)
        known = self._known.get(block.userState()) if block.isValid() else None
        if known is None:
            return
        text = block.text()
        if text != known.text:
            self._keep(block, text, tuple(_moved(known, text)))


def _moved(known: _Known, text: str) -> Iterator[Underline]:
    """The lines where they are in another text of the block; words that it changes lose theirs.

    What Qt says of an edit may be wider than that (a composition, a paragraph that was split).
    """
    before, behind = common_ends(known.text, text)
    start = _width(text[:before])
    end = _width(known.text[: len(known.text) - behind])
    shift = _width(text) - _width(known.text)
    for each in known.lines:
        if each.end < start:
            yield each
        elif each.start > end:
            yield each._replace(start=each.start + shift)


def _width(text: str) -> int:
    """How many of Qt's positions a text takes."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def paint_underlines(
    painter: QPainter, block: QTextBlock, area: QRectF, lines: Iterable[Underline], theme: Theme
) -> None:
    """Draw the lines under the words of a block whose lines of text lie in ``area``."""
    layout = block.layout()
    top = block.document().documentLayout().blockBoundingRect(block).top()
    shift = QPointF(area.left(), area.top() - top + layout.position().y())
    below = block.document().defaultFont().pixelSize() * _BELOW
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for each in lines:
        for row, start, end in _rows(layout, each):
            left, right = sorted(float(row.cursorToX(place)[0]) for place in (start, end))  # type: ignore[index]  # PySide's stub says float
            at = shift + QPointF(left, row.y() + row.ascent() + below)
            _DRAW[each.line](painter, at, right - left, theme)
    painter.restore()


def _rows(layout: QTextLayout, each: Underline) -> Iterator[tuple[QTextLine, int, int]]:
    """The lines of text that it is under, and from where to where."""
    row = layout.lineForTextPosition(each.start)
    while row.isValid() and row.textStart() < each.end:
        last = row.textStart() + row.textLength()
        yield row, max(each.start, row.textStart()), min(each.end, last)
        number = row.lineNumber() + 1
        if number >= layout.lineCount():
            return
        row = layout.lineAt(number)


def _draw_wave(painter: QPainter, at: QPointF, width: float, theme: Theme) -> None:
    turns = [
        QPointF(at.x() + step * _STEP, at.y() + (_HEIGHT if step % 2 else -_HEIGHT) / 2)
        for step in range(int(width / _STEP) + 1)
    ]
    painter.setPen(QPen(theme.colour(Line.WAVE), _PEN))
    painter.drawPolyline(QPolygonF(turns))


def _draw_dots(painter: QPainter, at: QPointF, width: float, theme: Theme) -> None:
    pen = QPen(theme.colour(Line.DOTS), _DOT, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 2])
    painter.setPen(pen)
    painter.drawLine(at, at + QPointF(width, 0))


_DRAW: Final = {Line.WAVE: _draw_wave, Line.DOTS: _draw_dots}
