# SPDX-License-Identifier: MIT
"""Runs and paragraphs of an RTF file to blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from novelist.domain import document as d
from novelist.domain.document import JsonValue, Mark
from novelist.importers.blocks import without_leading_space

_BREAK: Final = "\n"
MOST_PARAGRAPHS: Final = 1_000_000


class TooManyParagraphsError(ValueError):
    """More than any text has; each takes memory, however short it is."""


class BlockBuilder:
    """Takes words and things in order; ``blocks`` are the paragraphs that are ended."""

    def __init__(self) -> None:
        self.blocks: list[d.Block] = []
        self.inlines: list[d.Inline] = []

    def text(self, text: str, marks: d.Marks) -> None:
        """Words; a newline among them breaks the line."""
        for number, line in enumerate(text.split(_BREAK)):
            if number:
                self.inlines.append(d.Atom(d.LINE_BREAK, {}, marks))
            if line:
                self.inlines.append(d.Run(line, marks))

    def atom(self, kind: str, attrs: Mapping[str, JsonValue], marks: d.Marks) -> None:
        """A footnote, a picture."""
        self.inlines.append(d.Atom(kind, attrs, marks))

    def end(self, kind: str, attrs: Mapping[str, JsonValue]) -> None:
        """The end of a paragraph. One that is nothing but a picture is a picture."""
        if len(self.blocks) >= MOST_PARAGRAPHS:
            raise TooManyParagraphsError
        block = d.normal(d.Block(kind, tuple(self.inlines), attrs))
        self.inlines = []
        if kind == d.LIST_ITEM:
            block = without_leading_space(block)
        if kind == d.HEADING:
            block = replace(block, inlines=_light(block.inlines))
        alone = block.inlines[0] if len(block.inlines) == 1 else None
        if isinstance(alone, d.Atom) and alone.kind == d.IMAGE and kind == d.PARAGRAPH:
            block = d.Block(d.IMAGE_BLOCK, (), alone.attrs)
        self.blocks.append(block)


def _light(inlines: tuple[d.Inline, ...]) -> tuple[d.Inline, ...]:
    """The words of a heading that is bold as a whole, without that mark."""
    strong = Mark(d.STRONG)
    if not all(strong in inline.marks for inline in inlines):
        return inlines
    return tuple(
        replace(inline, marks=tuple(mark for mark in inline.marks if mark != strong))
        for inline in inlines
    )
