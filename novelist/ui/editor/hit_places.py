# SPDX-License-Identifier: MIT
"""Where words stand in a text on the screen, and putting others in their place there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from novelist.domain.comparing.common_ends import common_ends
from novelist.domain.finding.finding import Finder, Span
from novelist.domain.finding.new_words import NewWords
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
    """The text of a block as ``domain/finding/passages`` has it."""
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


def replace_place(
    document: QTextDocument, finder: Finder, words: NewWords, place: HitPlace
) -> bool:
    """Put new words in a place that was found, as one step; whether it is one still.

    Marks stay on the letters that stay; footnotes and pictures are never replaced.
    """
    block = document.findBlock(place.start)
    text = searched_text(block)
    span = next((each for each in spans_in(block, finder) if place_of(block, each) == place), None)
    if span is None:
        return False
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _replace(block, place, text[span.start : span.end], words(text, span))
    cursor.endEditBlock()
    return True


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
