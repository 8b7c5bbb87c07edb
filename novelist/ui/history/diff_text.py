# SPDX-License-Identifier: MIT
"""A comparison as a QTextDocument: what went struck out, what came on a ground of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtGui import QTextCharFormat, QTextCursor

from novelist.domain.comparing.diff import Change, Diff, End, Span, Whole
from novelist.domain.document import Block, Inline, Run
from novelist.ui.editor.codec import write_inlines
from novelist.ui.editor.styles import PageStyle, character_format, heading_level
from novelist.ui.history.shown_text import PassageRange, ShownText
from novelist.ui.theme import Theme

_PILCROW: Final = "¶"
_GAP: Final = "\u2009"  # between what went and what came for it


class Side(Enum):
    """Which of two versions is shown."""

    BOTH = "both"
    THEN = "then"
    NOW = "now"


class DiffText(ShownText):
    """Writes a comparison; ``passages`` says where each is."""

    def __init__(self, diff: Diff, style: PageStyle, theme: Theme, side: Side = Side.BOTH) -> None:
        super().__init__()
        self._diff, self._style, self._theme, self._side = diff, style, theme, side

    def write(self, cursor: QTextCursor) -> Iterator[int]:
        """A block a step."""
        self.passages.clear()
        self._cursor = cursor
        self._previous: str | None = None
        self._is_begun = False
        for line in _lines(self._shown(self._diff.spans), in_one=self._side is Side.BOTH):
            self._write_line(line)
            yield cursor.position()

    def _shown(self, spans: Iterable[Span]) -> Iterator[Span]:
        hidden = {Side.THEN: Change.ADDED, Side.NOW: Change.REMOVED}.get(self._side)
        return (span for span in spans if span.change is not hidden)

    def _write_line(self, line: _Line) -> None:
        block = line.block
        block_format = self._style.block_format(block.kind, block.attrs, self._previous)
        base = character_format((), heading_level(block.kind, block.attrs))
        if self._is_begun:
            self._cursor.insertBlock(block_format, base)
        else:
            self._cursor.setBlockFormat(block_format)
            self._cursor.setBlockCharFormat(base)
        self._is_begun, self._previous = True, block.kind
        for piece in line.pieces:
            self._write_piece(piece, block)

    def _write_piece(self, piece: _Piece, block: Block) -> None:
        start = self._cursor.position()
        write_inlines(self._cursor, Block(block.kind, piece.inlines, block.attrs))
        if piece.change is Change.SAME:
            return
        self._colour(start, self._cursor.position(), piece.change)
        last = self.passages[-1] if self.passages else None
        if last is not None and last.passage == piece.passage:
            last.end = self._cursor.position()
        else:
            self.passages.append(PassageRange(piece.passage, start, self._cursor.position()))

    def _colour(self, start: int, end: int, change: Change) -> None:
        gone = change is Change.REMOVED
        dress = QTextCharFormat()
        dress.setBackground(self._theme.colour("diff_del" if gone else "diff_add"))
        dress.setForeground(self._theme.colour("diff_del_text" if gone else "diff_add_text"))
        if gone and self._side is Side.BOTH:
            dress.setFontStrikeOut(True)
        cursor = QTextCursor(self._cursor)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(dress)


@dataclass
class _Piece:
    """Inlines with one fate."""

    change: Change
    passage: int
    inlines: tuple[Inline, ...]


@dataclass
class _Line:
    """One shown block."""

    block: Block
    pieces: list[_Piece]


def _lines(spans: Iterable[Span], *, in_one: bool) -> Iterator[_Line]:
    """The blocks to be shown.

    ``in_one`` shows both versions: the end of a block that only one of them has is then a sign,
    unless all of the block is that version's.
    """
    pieces: list[_Piece] = []
    for span in spans:
        for part in span.parts:
            if isinstance(part, Whole):
                yield _Line(part.block, [*pieces, _Piece(span.change, -1, part.block.inlines)])
                pieces = []
            elif isinstance(part, End):
                if in_one and not _is_all(span.change, pieces):
                    pieces.append(_Piece(span.change, span.passage, (Run(_PILCROW),)))
                    if span.change is Change.REMOVED:
                        continue
                yield _Line(part.block, pieces)
                pieces = []
            else:
                if pieces and pieces[-1].change is Change.REMOVED and span.change is Change.ADDED:
                    pieces.append(_Piece(Change.SAME, -1, (Run(_GAP),)))
                pieces.append(_Piece(span.change, span.passage, (part,)))
    if pieces:
        yield _Line(Block(), pieces)


def _is_all(change: Change, pieces: Iterable[_Piece]) -> bool:
    """Whether a block ends as all of it is: kept, or come, or gone."""
    return change is Change.SAME or all(piece.change is change for piece in pieces)
