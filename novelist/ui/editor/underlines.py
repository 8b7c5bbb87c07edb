# SPDX-License-Identifier: MIT
"""Lines under the words of a text: what is misspelt, what may be a slip.

They are painted over the page and are no formats of it: a format that comes, goes or moves makes
Qt break its paragraph, and the next one, into lines anew. What is typed moves the lines behind it
along; what should be underlined otherwise is found out later, off the path of the key.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import count, islice, takewhile
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
    QTextBlock,
    QTextDocument,
)

from novelist.domain.comparing.common_ends import common_ends
from novelist.ui.editor.codec import blocks_from
from novelist.ui.editor.colouring import Layers
from novelist.ui.editor.rows import origin_of, rows_of, span_between
from novelist.ui.theme import Theme
from novelist.ui.utf16 import units

_BELOW: Final = 0.19  # of the size of the letters, under their line
_HEIGHT: Final = 4  # pixels, of any of them
_TILE: Final = 60  # pixels that are drawn once; a multiple of what comes again
_STEP: Final = 2  # pixels between two turns of a wave
_TURNS: Final = range(-_STEP, _TILE + 2 * _STEP, _STEP)
_SWING: Final = 0.7  # pixels up and down
_PEN: Final = 1.1
_GAP: Final = 3  # pixels from one dot to the next
_DOT: Final = 1.5
_SPARE: Final = 500  # blocks that are gone and still known
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

    def __len__(self) -> int:
        """How many blocks it knows something of."""
        return len(self._known)

    def of(self, block: QTextBlock) -> tuple[Underline, ...]:
        """What is underlined in a block."""
        known = self._known.get(block.userState())
        return () if known is None else known.lines

    def put(self, block: QTextBlock, lines: Iterable[Underline]) -> bool:
        """Underline this in a block, and nothing else; whether that is otherwise than before."""
        found, before = tuple(sorted(lines)), self.of(block)
        if found == before:
            return False
        self._keep(block, block.text(), found)
        if block.layout().lineCount():  # what was never laid out is not on the screen
            self._repaint(block, set(found).symmetric_difference(before))
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
            self._forget_gone()
            state = next(self._states)
            block.setUserState(state)
        self._known[state] = _Known(text, lines)

    def _forget_gone(self) -> None:
        """Blocks that are not in the text any more left what was known of them."""
        if len(self._known) > 2 * self._document.blockCount() + _SPARE:
            there = {block.userState() for block in blocks_from(self._document.firstBlock())}
            self._known = {state: self._known[state] for state in there & self._known.keys()}

    def _repaint(self, block: QTextBlock, changed: Collection[Underline]) -> None:
        area = self._document.documentLayout().blockBoundingRect(block)
        layout, top = block.layout(), block.layout().position().y()
        first = layout.lineForTextPosition(min(each.start for each in changed))
        last = layout.lineForTextPosition(max(each.end for each in changed))
        if first.isValid() and last.isValid():
            area.setTop(top + first.y())
            area.setBottom(top + last.y() + last.height() + _HEIGHT)
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
    start = units(text[:before])
    end = units(known.text[: len(known.text) - behind])
    shift = units(text) - units(known.text)
    for position, length, line in known.lines:  # a paragraph in another language has hundreds
        if position + length < start:
            yield Underline(position, length, line)
        elif position > end:
            yield Underline(position + shift, length, line)


def paint_underlines(
    painter: QPainter,
    block: QTextBlock,
    area: QRectF,
    clip: QRectF,
    lines: Sequence[Underline],
    theme: Theme,
) -> None:
    """Draw the lines under the words of a block whose lines of text lie in ``area``, as far as
    ``clip`` reaches: where a word stands on its line is the dearest part of a key.

    ``lines`` in the order of the text.
    """
    layout, shift = block.layout(), origin_of(block, area)
    seen = clip.translated(-shift)
    start, end = span_between(layout, seen.top() - _HEIGHT, seen.bottom())
    below = QFontInfo(block.document().defaultFont()).pixelSize() * _BELOW
    ratio = painter.device().devicePixelRatioF()
    tiles = {line: _tile(line, theme.colour(line).rgba(), ratio) for line in Line}
    first = bisect_left(lines, start, key=lambda each: each.end)
    for each in takewhile(lambda each: each.start < end, islice(lines, first, None)):
        for row in rows_of(layout, max(each.start, start), min(each.end, end)):
            left, right = row.edges
            top = row.line.y() + row.line.ascent() + below
            place = QRectF(left, top, right - left, _HEIGHT)
            painter.drawTiledPixmap(place.translated(shift).toRect(), tiles[each.line])


@lru_cache(maxsize=32)
def _tile(line: Line, colour: int, ratio: float) -> QPixmap:
    """Some of a line, to be put side by side: drawing each turn anew takes far longer.

    ``colour`` as ``QColor.rgba`` has it, ``ratio`` the pixels of the device to one of ours.
    """
    tile = QPixmap(round(_TILE * ratio), round(_HEIGHT * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if line is Line.WAVE:
        painter.setPen(QPen(QColor.fromRgba(colour), _PEN))
        turns = (QPointF(x, _HEIGHT / 2 + _SWING * (x // _STEP % 2 or -1)) for x in _TURNS)
        painter.drawPolyline(QPolygonF(list(turns)))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor.fromRgba(colour))
        for x in range(0, _TILE, _GAP):
            painter.drawEllipse(QRectF(x + 0.5, (_HEIGHT - _DOT) / 2, _DOT, _DOT))
    painter.end()
    return tile
