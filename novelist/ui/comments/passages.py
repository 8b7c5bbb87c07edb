# SPDX-License-Identifier: MIT
"""The commented passages of an open text, known block by block: a key costs one block at most."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock

from novelist.domain.comments import Commented
from novelist.ui.comments.marking import plain
from novelist.ui.editor.commented import comments_on
from novelist.ui.editor.documents import LiveText

_Piece: TypeAlias = tuple[str, int, int]  # mark, position in its block, length


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: its mark, where it begins, and what it says."""

    mark: str
    position: int
    text: str


class Passages(QObject):
    """Those of one text. Nothing is read while one types: what changed is read when asked."""

    def __init__(self, live: LiveText) -> None:
        super().__init__(live)
        self._document = live.document
        self._blocks: list[tuple[_Piece, ...] | None] = [None] * self._document.blockCount()
        self._stale: set[int] = set(range(len(self._blocks)))
        self._said: list[Commented] | None = None
        self._document.contentsChange.connect(self._on_document_contents_change)

    def commented(self) -> list[Commented]:
        """What a text in the store tells of itself; the same list while nothing of it changed."""
        self._read()
        if self._said is None:
            found: dict[str, list[str]] = {}
            for number, pieces in enumerate(self._blocks):
                if pieces:
                    block = self._document.findBlockByNumber(number)
                    for mark, words in _words_in(block, pieces).items():
                        found.setdefault(mark, []).append(words)
            self._said = [Commented(mark, "\n".join(words)) for mark, words in found.items()]
        return self._said

    def all(self) -> list[Passage]:
        """The passages in the order in which they begin."""
        return [found for each in self.commented() if (found := self.find(each.mark)) is not None]

    def find(self, mark: str) -> Passage | None:
        """The passage with this mark."""
        number = next(iter(self.blocks_of({mark})), None)
        text = next((each.text for each in self.commented() if each.mark == mark), None)
        if number is None or text is None:
            return None
        start = next(piece[1] for piece in self._blocks[number] or () if piece[0] == mark)
        return Passage(mark, self._document.findBlockByNumber(number).position() + start, text)

    def blocks_of(self, marks: Collection[str]) -> list[int]:
        """The numbers of the blocks where passages with these marks stand."""
        self._read()
        return [
            number
            for number, pieces in enumerate(self._blocks)
            if pieces and any(piece[0] in marks for piece in pieces)
        ]

    def _read(self) -> None:
        for number in self._stale:
            pieces = _pieces(self._document.findBlockByNumber(number))
            self._blocks[number] = pieces
            if pieces:
                self._said = None
        self._stale.clear()

    def _on_document_contents_change(self, position: int, _removed: int, added: int) -> None:
        """Forget what the changed blocks held, and keep the list as long as the text."""
        document, blocks = self._document, self._blocks
        first = document.findBlock(position).blockNumber()
        end = min(position + added, max(document.characterCount() - 1, 0))
        last = document.findBlock(end).blockNumber()
        grown = document.blockCount() - len(blocks)
        if first < 0 or last < first or last - grown < first - 1:
            first, last, grown = 0, document.blockCount() - 1, document.blockCount() - len(blocks)
        if any(blocks[first : last - grown + 1]):
            self._said = None
        if grown:
            blocks[first : last - grown + 1] = [None] * (last - first + 1)
            moved = {n + grown for n in self._stale if n > last - grown}
            self._stale = {n for n in self._stale if n < first} | moved
        self._stale.update(range(first, last + 1))


def _pieces(block: QTextBlock) -> tuple[_Piece, ...]:
    return tuple(
        (mark, part.start, part.length)
        for part in block.textFormats()
        for mark in comments_on(part.format)
    )


def _words_in(block: QTextBlock, pieces: tuple[_Piece, ...]) -> dict[str, str]:
    units = block.text().encode("utf-16-le", "surrogatepass")
    found: dict[str, str] = {}
    for mark, start, length in pieces:
        raw = units[2 * start : 2 * (start + length)]
        found[mark] = found.get(mark, "") + plain(raw.decode("utf-16-le", "surrogatepass"))
    return found
