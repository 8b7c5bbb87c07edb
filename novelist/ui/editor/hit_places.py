# SPDX-License-Identifier: MIT
"""Where words stand in a text on the screen, and putting others in their place there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from novelist.domain.common_ends import common_ends
from novelist.domain.finding import Finder, Span
from novelist.domain.new_words import NewWords
from novelist.ui.editor import blocks
from novelist.ui.editor.codec import blocks_from
from novelist.ui.editor.properties import LINE_SEPARATOR, OBJECT_CHARACTER, marks_of
from novelist.ui.editor.styles import character_format
from novelist.ui.utf16 import units


class HitPlace(NamedTuple):
    """Qt's positions of one place in a document."""

    start: int
    end: int


def searched_text(block: QTextBlock) -> str:
    """The text of a block as ``domain/passages`` has it."""
    return block.text().replace(LINE_SEPARATOR, "\n")


def spans_in(block: QTextBlock, finder: Finder) -> list[Span]:
    """What is found in a block, in code points. Raises ``PatternTooSlowError``."""
    text = searched_text(block)
    return finder.spans(text) if finder.may_be_in(text) else []


def places_in(document: QTextDocument, finder: Finder) -> Iterator[HitPlace]:
    """Every place in a document, in order. Raises ``PatternTooSlowError``."""
    for block in blocks_from(document.firstBlock()):
        for span in spans_in(block, finder):
            yield place_of(block, span)


def place_of(block: QTextBlock, span: Span) -> HitPlace:
    """Qt's positions of a span of a block."""
    text, first = block.text(), block.position()
    if len(text) == block.length() - 1:
        return HitPlace(first + span.start, first + span.end)
    start = first + units(text[: span.start])
    return HitPlace(start, start + units(text[span.start : span.end]))


def replace_places(
    document: QTextDocument, finder: Finder, words: NewWords, only: HitPlace | None = None
) -> int:
    """Put new words in the place of all, or ``only`` of one, as one step; how many.

    Marks stay on the letters that stay; footnotes and pictures are never replaced.
    """
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    count = 0
    for block in list(blocks_from(document.firstBlock())):
        text = searched_text(block)
        for span in reversed(spans_in(block, finder)):
            place = place_of(block, span)
            if only in (None, place):
                _replace(block, place, text[span.start : span.end], words(text, span))
                count += 1
    cursor.endEditBlock()
    return count


def _replace(block: QTextBlock, place: HitPlace, old: str, new: str) -> None:
    """Piece by piece between the objects, the last first, so that the places before stay."""
    olds, news = old.split(OBJECT_CHARACTER), new.split(OBJECT_CHARACTER)
    if len(olds) != len(news):
        news = ["".join(news), *[""] * (len(olds) - 1)]
    end = place.end
    for was, is_now in zip(reversed(olds), reversed(news), strict=True):
        start = end - units(was)
        _replace_piece(block, start, was, is_now)
        end = start - 1


def _replace_piece(block: QTextBlock, start: int, old: str, new: str) -> None:
    first, last = common_ends(old, new)
    gone, come = old[first : len(old) - last], new[first : len(new) - last]
    if not (gone or come):
        return
    cursor = QTextCursor(block)
    left = start + units(old[:first])
    beside = left + 1 if gone or left == block.position() else left
    cursor.setPosition(min(beside, block.position() + block.length() - 1))
    marks = marks_of(cursor.charFormat())
    cursor.setPosition(left)
    cursor.setPosition(left + units(gone), QTextCursor.MoveMode.KeepAnchor)
    style = character_format(marks, blocks.level_of(block))
    cursor.insertText(come.replace("\n", LINE_SEPARATOR), style)
