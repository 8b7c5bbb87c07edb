# SPDX-License-Identifier: MIT
"""What blocks and marks look like on the page: Qt formats derived from the model's meaning.

Heights are in pixels at the book size: the layout itself multiplies them by the zoom (``zoom.py``).
It does not do so with indents and side margins, which therefore hold the zoom. Colours are not
part of any format: they come from the palette, the highlighter and the page ornaments, so that a
theme can change without touching a text or its history.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from novelist.domain import document as d
from novelist.domain.document import JsonValue, Marks
from novelist.domain.languages import is_han
from novelist.ui.editor import properties
from novelist.ui.editor.picture_size import room_of

VOID_KINDS: Final = frozenset({d.SCENE_BREAK, d.IMAGE_BLOCK})
"""Blocks that are one thing and hold no typed text."""

_INDENTED_KINDS: Final = frozenset({d.PARAGRAPH, d.QUOTATION, d.LETTER})
_OPENING_KINDS: Final = frozenset({d.SCENE_BREAK, d.HEADING, d.IMAGE_BLOCK})
_SET_OFF_KINDS: Final = frozenset({d.QUOTATION, d.LETTER, d.VERSE})
_ALIGNMENTS: Final = {
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute,
}
_HEADING_STEPS: Final = (2, 1, 0, 0)  # Qt's size steps: 1.5, 1.2, 1 and 1 times the text
_GAP: Final = 0.2  # of the size of the text
_HEADING_LINES: Final = (40, 34, 0, 0)  # 0: the line of the text


def heading_level(kind: str, attrs: Mapping[str, JsonValue]) -> int:
    """1 to 4 for a heading (whatever a foreign level says), 0 for every other block."""
    if kind != d.HEADING:
        return 0
    level = attrs.get("level", 1)
    return min(max(level, 1), 4) if type(level) is int else 1


def list_depth(attrs: Mapping[str, JsonValue]) -> int:
    """How deep a list item stands, 0 to 8."""
    depth = attrs.get("depth", 0)
    return min(max(depth, 0), 8) if type(depth) is int else 0


@lru_cache(4096)
def character_format(marks: Marks, level: int = 0) -> QTextCharFormat:
    """The format of characters with these marks in a heading of ``level`` (0: other blocks)."""
    result = QTextCharFormat()
    if level:
        result.setProperty(QTextFormat.Property.FontSizeAdjustment, _HEADING_STEPS[level - 1])
        result.setFontWeight(QFont.Weight.DemiBold if level < 4 else QFont.Weight.Medium)
        result.setFontItalic(level == 4)
    for mark in marks:
        _dress(result, mark.name, level)
    if marks:
        result.setProperty(properties.MARKS, properties.marks_key(marks))
    return result


def _dress(target: QTextCharFormat, name: str, level: int) -> None:
    alignment = QTextCharFormat.VerticalAlignment
    if name == d.EMPHASIS:
        target.setFontItalic(level != 4)
    elif name == d.STRONG:
        target.setFontWeight(QFont.Weight.Bold)
    elif name == d.UNDERLINE:
        target.setFontUnderline(True)
    elif name == d.LINK:
        target.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    elif name == d.STRIKE:
        target.setFontStrikeOut(True)
    elif name == d.SMALL_CAPS:
        if not level:
            # Otherwise Qt may take the small letters from the font of the application, which a
            # font made from a format still holds when it is resolved. A step of size lets it go.
            target.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
        target.setFontCapitalization(QFont.Capitalization.SmallCaps)
    elif name == d.SUPERSCRIPT:
        target.setVerticalAlignment(alignment.AlignSuperScript)
    elif name == d.SUBSCRIPT:
        target.setVerticalAlignment(alignment.AlignSubScript)


def atom_format(
    kind: str, attrs: Mapping[str, JsonValue], marks: Marks, level: int = 0
) -> QTextCharFormat:
    """The format of the object character that stands for an atom."""
    result = QTextCharFormat(character_format(marks, level))
    if kind != d.LINE_BREAK:
        result.setObjectType(properties.ATOM_OBJECT)
    result.setProperty(properties.ATOM, properties.atom_key(kind, attrs))
    return result


@dataclass(frozen=True)
class PageStyle:
    """How the page of one language is set, at one zoom.

    ``leading`` and ``width`` are percent of the usual; ``spaced`` parts paragraphs by space
    instead of an indent.
    """

    han: bool = False
    scale: float = 1.0
    leading: int = 100
    width: int = 100
    spaced: bool = False

    @classmethod
    def of(cls, language: str, scale: float = 1.0) -> PageStyle:
        """The page of a novel in ``language`` (a BCP 47 tag)."""
        return cls(is_han(language), scale)

    @property
    def em(self) -> float:
        """The size of the text in pixels, before a face's own correction."""
        return (19 if self.han else 18) * self.scale

    @property
    def line(self) -> int:
        """The height of a line in pixels, before the zoom."""
        return round((32 if self.han else 29) * self.leading / 100)

    @property
    def measure(self) -> int:
        """The width of the column in pixels: 34 Han characters, or about 68 letters."""
        return round((646 if self.han else 592) * self.scale * self.width / 100)

    @property
    def picture_room(self) -> int:
        """The widest picture in pixels, before the zoom."""
        return round((646 if self.han else 592) * self.width / 100)

    @property
    def indent(self) -> int:
        """The first-line indent in pixels."""
        return round(self.em * (2 if self.han else 1.5))

    @property
    def gap(self) -> float:
        """The gap between Han and Latin letters in pixels, where it is wanted."""
        return round(self.em * _GAP, 1)

    def block_format(
        self, kind: str, attrs: Mapping[str, JsonValue], previous: str | None
    ) -> QTextBlockFormat:
        """The format of a block after one of the kind ``previous`` (None: the first block)."""
        key = properties.block_key(kind, attrs)
        is_apart = previous is not None and _is_set_off(kind, previous)
        return _block_format(self, key, self.is_indented(kind, attrs, previous), is_apart)

    def is_indented(self, kind: str, attrs: Mapping[str, JsonValue], previous: str | None) -> bool:
        """Whether the first line stands in, as books in this language do it."""
        if self.spaced or kind not in _INDENTED_KINDS:
            return False
        if attrs.get("indent") in ("none", "hanging"):
            return False
        if attrs.get("align") in ("center", "right"):
            return False
        if self.han or previous is None:
            return self.han
        return previous not in _OPENING_KINDS and not _is_set_off(kind, previous)


def _is_set_off(kind: str, previous: str) -> bool:
    """Whether a quotation, a letter or a stanza begins, or has ended, at a block of that kind."""
    return kind != previous and not _SET_OFF_KINDS.isdisjoint((kind, previous))


@lru_cache(2048)
def _block_format(style: PageStyle, key: str, indented: bool, apart: bool) -> QTextBlockFormat:
    result = QTextBlockFormat()
    if key:
        result.setProperty(properties.BLOCK, key)
    kind, attrs = properties.block_meaning(result)
    level = heading_level(kind, attrs)
    line = _HEADING_LINES[level - 1] if level else 0
    result.setLineHeight(line or style.line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    if kind == d.IMAGE_BLOCK:
        _make_room_for_picture(result, style, attrs)
    if indented:
        result.setTextIndent(style.indent)
    _set_sides(result, style, kind, attrs)
    _set_space(result, style, kind, apart=apart)
    _set_alignment(result, style, kind, attrs)
    return result


def _set_alignment(
    target: QTextBlockFormat, style: PageStyle, kind: str, attrs: Mapping[str, JsonValue]
) -> None:
    """None at all where lines are to end evenly: see ``justifying.py``."""
    align = attrs.get("align")
    if isinstance(align, str) and align in _ALIGNMENTS:
        target.setAlignment(_ALIGNMENTS[align])
    elif kind == d.SCENE_BREAK:
        target.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    elif align != "justify" and not (style.han and kind in _INDENTED_KINDS):
        target.setAlignment(Qt.AlignmentFlag.AlignLeft)


def _make_room_for_picture(
    target: QTextBlockFormat, style: PageStyle, attrs: Mapping[str, JsonValue]
) -> None:
    room = room_of(attrs, style.picture_room, style.em / style.scale)
    target.setLineHeight(room.total, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    target.setProperty(properties.CAPTION_ROOM, room.caption)


def _set_sides(
    target: QTextBlockFormat, style: PageStyle, kind: str, attrs: Mapping[str, JsonValue]
) -> None:
    if kind in (d.QUOTATION, d.LETTER):
        target.setLeftMargin(style.em * 2)
        target.setRightMargin(style.em * 2)
    if kind == d.VERSE:  # else a Chinese stanza would begin where paragraphs do
        target.setLeftMargin(style.em * 2 + style.indent)
    if kind == d.LIST_ITEM:
        target.setLeftMargin(style.em * 1.5 * (list_depth(attrs) + 1))
    if attrs.get("indent") == "hanging":
        target.setLeftMargin(target.leftMargin() + style.indent)
        target.setTextIndent(-style.indent)


def _set_space(target: QTextBlockFormat, style: PageStyle, kind: str, *, apart: bool) -> None:
    half = round(style.line / 2)
    if apart:
        target.setTopMargin(half)
    if kind in VOID_KINDS:
        target.setTopMargin(half)
        target.setBottomMargin(half)
    elif kind == d.HEADING:
        target.setTopMargin(half)
    elif kind == d.VERSE:
        target.setTopMargin(half)
        target.setBottomMargin(half)
    elif style.spaced and kind in _INDENTED_KINDS:
        target.setBottomMargin(half)
