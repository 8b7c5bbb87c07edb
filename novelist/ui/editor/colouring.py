# SPDX-License-Identifier: MIT
"""What is laid over the letters of a text: colours and underlines that are no part of it.

A ``Layer`` says what one block gets: marks, misspelt words, hits of a search, dialogue. One list of
layers serves all open texts; each text has a ``Colouring`` that Qt asks block by block.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument

from novelist.domain.document import HIGHLIGHT, LINK
from novelist.ui.editor.marked_letters import MarkedLetters, marked_letters
from novelist.ui.editor.properties import marks_from
from novelist.ui.theme import Theme

_HIGHLIGHTED: Final = f'"{HIGHLIGHT}"'
_LINKED: Final = f'"{LINK}"'


class Part(NamedTuple):
    """Some characters of a block (Qt's positions inside it) and what is laid over them."""

    start: int
    length: int
    format: QTextCharFormat

    @property
    def end(self) -> int:
        """The position behind it."""
        return self.start + self.length


class Layer(Protocol):
    """One kind of colouring; asked for a block whenever it was edited or is refreshed.

    It answers at once from what it knows: it stands on the path of every key.
    """

    def parts(self, block: QTextBlock) -> Iterable[Part]:
        """What is laid over the block, in any order."""


class Layers(QObject):
    """The layers of all open texts, the lowest first."""

    changed = Signal()
    """A layer came or went, or paints otherwise: texts on the screen are to ``follow``."""
    block_changed = Signal(QTextDocument, int)
    """One block (its number) of one document is to be asked for again."""
    underlined = Signal(QTextDocument, QRectF)
    """Other words of a document are underlined; where, as its layout has it."""
    repainted = Signal()
    """Some block looks otherwise: whoever paints texts without an editor is to paint again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._layers: list[Layer] = []
        self.block_changed.connect(self.repainted)
        self.revision = 0

    def __iter__(self) -> Iterator[Layer]:
        return iter(self._layers)

    def add(self, layer: Layer, *, below: bool = False) -> None:
        """Lay one more over the texts; ``below`` all others, which win where they disagree."""
        self._layers.insert(0 if below else len(self._layers), layer)
        self.refresh()

    def remove(self, layer: Layer) -> None:
        """Take a layer away again."""
        self._layers.remove(layer)
        self.refresh()

    def refresh(self) -> None:
        """A layer paints otherwise from now on: all blocks are to be asked for again."""
        self.revision += 1
        self.changed.emit()


class Colouring(QSyntaxHighlighter):
    """Lays the layers over one document, one block at a time."""

    def __init__(self, document: QTextDocument, layers: Layers, theme: Theme) -> None:
        self._letters = MarkedLetters(document)  # hears of an edit before the blocks are coloured
        super().__init__(document)
        self._layers = layers
        self._theme = theme
        self._painted = (theme.name, layers.revision)
        layers.block_changed.connect(self._on_layers_block_changed)

    def highlightBlock(self, text: str) -> None:
        """Colour the block that Qt asks for."""
        block = self.currentBlock()
        parts = [part for layer in self._layers for part in layer.parts(block)]
        for start, length, given in merged(parts):
            self.setFormat(start, length, given)

    def follow(self) -> None:
        """Paint as theme and layers have it now, if that is otherwise than before."""
        wanted = (self._theme.name, self._layers.revision)
        if self._painted != wanted:
            self._painted = wanted
            self.rehighlight()

    def _on_layers_block_changed(self, document: QTextDocument, number: int) -> None:
        if document is self.document():
            self.rehighlightBlock(document.findBlockByNumber(number))


class MarkLayer:
    """The colours of the text's own marks: highlighted words and links."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def parts(self, block: QTextBlock) -> Iterator[Part]:
        """Highlights and links of the block."""
        for start, length, key in marked_letters(block):
            if _HIGHLIGHTED in key or _LINKED in key:
                yield Part(start, length, self._colours(key))

    def _colours(self, key: str) -> QTextCharFormat:
        names = {mark.name for mark in marks_from(key)}
        result = QTextCharFormat()
        if HIGHLIGHT in names:
            result.setBackground(self._theme.colour("find"))
        if LINK in names:
            result.setForeground(self._theme.colour("accent"))
        return result


def merged(parts: Iterable[Part]) -> list[Part]:
    """The parts by their places; those that overlap are cut at each other's edges.

    The later one wins where two disagree.
    """
    found: list[Part] = []
    group: list[tuple[int, Part]] = []
    end = 0
    for each in sorted(enumerate(parts), key=_start):
        start, length, _ = each[1]
        if not length:
            continue
        if start >= end and group:
            found += _cut(group) if len(group) > 1 else (group[0][1],)
            group = []
        group.append(each)
        end = max(end, start + length)
    return [*found, *_cut(group)]


def _start(each: tuple[int, Part]) -> int:
    return each[1].start


def _cut(group: list[tuple[int, Part]]) -> Iterator[Part]:
    """Parts that overlap, numbered by their rank."""
    parts = [part for _, part in sorted(group, key=itemgetter(0))]
    edges: dict[int, set[int]] = {}
    for number, part in enumerate(parts):
        for edge in (part.start, part.end):
            edges.setdefault(edge, set()).add(number)
    covering: set[int] = set()
    made: dict[tuple[int, ...], QTextCharFormat] = {}  # layers give the same few formats
    for start, end in itertools.pairwise(sorted(edges)):
        covering ^= edges[start]
        if covering:
            formats = [parts[number].format for number in sorted(covering)]
            key = tuple(map(id, formats))
            if key not in made:
                made[key] = _together(formats)
            yield Part(start, end - start, made[key])


def _together(formats: list[QTextCharFormat]) -> QTextCharFormat:
    if len(formats) == 1:
        return formats[0]
    result = QTextCharFormat()
    for each in formats:
        result.merge(each)
    return result
