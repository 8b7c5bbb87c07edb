# SPDX-License-Identifier: MIT
"""Which letters of a block carry marks, for all who colour and paint them.

To read that of Qt takes milliseconds where hundreds of marks stand in one paragraph. Of such a
paragraph it is remembered, and what is typed there moves what is known of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from novelist.ui.editor.properties import MARKS

_MANY: Final = 40  # stretches; fewer are read faster than they are remembered
_FEW: Final = 4  # characters put in at once that are looked at one by one


class Stretch(NamedTuple):
    """Some letters of a block with the same marks."""

    start: int
    """Qt's position inside the block."""
    length: int
    key: str
    """The property text of the marks; ``properties.marks_from`` reads it."""


def marked_letters(block: QTextBlock) -> list[Stretch]:
    """The letters of a block that have marks, in order; not to be changed."""
    known = _known.get(block.document())
    return _read(block) if known is None else known.of(block)


class MarkedLetters(QObject):
    """Remembers the block of one document that has many of them.

    To be made before whatever colours the document: it has to hear of an edit first.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._block: QTextBlock | None = None
        self._length = 0
        self._stretches: list[Stretch] = []
        document.contentsChange.connect(self._on_document_contents_change)
        _known[document] = self

    def of(self, block: QTextBlock) -> list[Stretch]:
        """Those of a block."""
        if self._block is not None and self._block == block and block.length() == self._length:
            return self._stretches
        found = _read(block)
        if len(found) > _MANY:
            self._block, self._length, self._stretches = block, block.length(), found
        return found

    def forget(self) -> None:
        """The document holds another text."""
        self._block, self._stretches = None, []

    def _on_document_contents_change(self, position: int, removed: int, added: int) -> None:
        block = self._block
        if block is None:
            return
        start = position - block.position() if block.isValid() else -1
        length, self._length = self._length, block.length()
        is_inside = start >= 0 and start + removed < length
        if not is_inside or added > _FEW or self._length != length - removed + added:
            self._forget_where_touched(start, removed, added, length)
            return
        moved = list(_without(self._stretches, start, removed, added))
        moved += self._put_in(position, start, added)
        self._stretches = _joined(sorted(moved))

    def _forget_where_touched(self, start: int, removed: int, added: int, length: int) -> None:
        """An edit elsewhere in the text leaves what is known as it is."""
        is_before = start < 0 and start + max(removed, added) < 0
        if not (start >= length or is_before) or self._length != length:
            self.forget()

    def _put_in(self, position: int, start: int, added: int) -> Iterator[Stretch]:
        cursor = QTextCursor(self._document)
        for offset in range(added):
            cursor.setPosition(position + offset + 1)
            key = cursor.charFormat().property(MARKS)
            if key:
                yield Stretch(start + offset, 1, key)


_known: WeakKeyDictionary[QTextDocument, MarkedLetters] = WeakKeyDictionary()


def _read(block: QTextBlock) -> list[Stretch]:
    return _joined(
        [
            Stretch(piece.start, piece.length, key)
            for piece in block.textFormats()
            if (key := piece.format.property(MARKS))
        ]
    )


def _without(known: list[Stretch], start: int, removed: int, added: int) -> Iterator[Stretch]:
    """What is left when characters went and others came in their place: cut, and moved."""
    end, shift = start + removed, added - removed
    for stretch in known:
        first, length, key = stretch
        last = first + length
        if last <= start:
            yield stretch
        elif first >= end:
            yield Stretch(first + shift, length, key)
        else:
            if first < start:
                yield Stretch(first, start - first, key)
            if last > end:
                yield Stretch(start + added, last - end, key)


def _joined(found: list[Stretch]) -> list[Stretch]:
    """Neighbours with the same marks are one stretch."""
    joined: list[Stretch] = []
    for stretch in found:
        last = joined[-1] if joined else None
        if last and last.key == stretch.key and last.start + last.length == stretch.start:
            joined[-1] = Stretch(last.start, last.length + stretch.length, stretch.key)
        else:
            joined.append(stretch)
    return joined
