# SPDX-License-Identifier: MIT
"""The commented passages of an open text, known block by block: a key costs one block at most."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock

from novelist.domain.comments import Commented
from novelist.ui.comments.marking import comments_on, plain
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
        self._known: list[Passage] | None = None
        self._document.contentsChange.connect(self._on_document_contents_change)

    def all(self) -> list[Passage]:
        """The passages in the order in which they begin."""
        self._read()
        if self._known is None:
            found: dict[str, list[tuple[int, str]]] = {}
            for number, pieces in enumerate(self._blocks):
                if pieces:
                    self._collect(found, self._document.findBlockByNumber(number), pieces)
            self._known = [
                Passage(mark, said[0][0], "\n".join(text for _, text in said))
                for mark, said in found.items()
            ]
        return self._known

    def commented(self) -> list[Commented]:
        """The same as a text in the store tells of itself."""
        return [Commented(each.mark, each.text) for each in self.all()]

    def find(self, mark: str) -> Passage | None:
        """The passage with this mark."""
        return next((each for each in self.all() if each.mark == mark), None)

    def blocks_of(self, marks: Collection[str]) -> list[int]:
        """The numbers of the blocks where passages with these marks stand."""
        self._read()
        return [
            number
            for number, pieces in enumerate(self._blocks)
            if pieces and any(piece[0] in marks for piece in pieces)
        ]

    def _read(self) -> None:
        for number, pieces in enumerate(self._blocks):
            if pieces is None:
                self._known = None
                self._blocks[number] = _pieces(self._document.findBlockByNumber(number))

    def _collect(
        self,
        found: dict[str, list[tuple[int, str]]],
        block: QTextBlock,
        pieces: tuple[_Piece, ...],
    ) -> None:
        units = block.text().encode("utf-16-le", "surrogatepass")
        inside: dict[str, tuple[int, str]] = {}
        for mark, start, length in pieces:
            raw = units[2 * start : 2 * (start + length)]
            text = plain(raw.decode("utf-16-le", "surrogatepass"))
            first, before = inside.get(mark, (block.position() + start, ""))
            inside[mark] = (first, before + text)
        for mark, said in inside.items():
            found.setdefault(mark, []).append(said)

    def _on_document_contents_change(self, position: int, _removed: int, added: int) -> None:
        """Forget what the changed blocks held, and keep the list as long as the text."""
        document, blocks = self._document, self._blocks
        first = document.findBlock(position).blockNumber()
        end = min(position + added, max(document.characterCount() - 1, 0))
        last = document.findBlock(end).blockNumber()
        grown = document.blockCount() - len(blocks)
        if first < 0 or last < first or last - grown < first - 1:
            self._blocks = [None] * document.blockCount()
        else:
            blocks[first : last - grown + 1] = [None] * (last - first + 1)
        self._known = None


def _pieces(block: QTextBlock) -> tuple[_Piece, ...]:
    return tuple(
        (mark, part.start, part.length)
        for part in block.textFormats()
        for mark in comments_on(part.format)
    )
