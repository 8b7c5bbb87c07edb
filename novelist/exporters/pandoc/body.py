# SPDX-License-Identifier: MIT
"""The items of one file as blocks of pandoc's model: headings, breaks between scenes, texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from novelist.domain.document import PARAGRAPH, Block, Run
from novelist.domain.enums import ItemKind
from novelist.domain.manuscript import HEADED, ManuscriptItem
from novelist.exporters.division import with_breaks
from novelist.exporters.pandoc.blocks import BlockWriter
from novelist.exporters.pandoc.contents import Heading
from novelist.exporters.pandoc.matter import matter_of
from novelist.exporters.pandoc.nodes import Node, attr, node
from novelist.exporters.pandoc.office_styles import BACK_MATTER, FRONT_MATTER, letters_style
from novelist.exporters.pandoc.words import Words

CONTINUED: Final = "continued"
"""The class of what goes on in another file of a book; it has no heading."""

ABOVE: Final = frozenset({ItemKind.PART, ItemKind.FOLDER})
_MATTER: Final = {ItemKind.FRONT: FRONT_MATTER, ItemKind.BACK: BACK_MATTER}
_LARGEST: Final = 120_000
"""Bytes of words in one file of a book; with its marks that stays below 300 KB."""
_EACH: Final = 40  # bytes of marks that a run or a block may need


@dataclass(slots=True)
class Body:
    """Writes the items of one file; ``headings`` are those that were written."""

    writer: BlockWriter
    words: Words
    language: str
    scene_break: str
    has_parts: bool
    is_named: bool = False
    """Whether headings have names, by which contents and reading programs find them."""
    is_book: bool = False
    """Whether headings say what they are, and long chapters go on in another file."""
    has_styles: bool = False
    """Whether styles say which texts without a heading are front and back matter."""
    has_linked_styles: bool = False
    """Whether styles of letters say which headings are those of front and back matter."""
    headings: list[Heading] = field(default_factory=list)
    _matter: int = 0  # how much of it is before and after the novel
    _part: int | None = None  # how deep the part lies that is open
    _level: int = 0  # of the last heading but those of scenes

    def blocks(self, items: Iterable[ManuscriptItem]) -> Iterator[Node]:
        """Them in order."""
        written = 0
        for item, has_break in with_breaks(items):
            if has_break:
                yield self.writer.scene_break(self.scene_break)
            lines = item.heading_lines(self.language) if item.is_headed else ()
            if lines:
                yield self._heading(item, lines)
                written = 0 if item.kind in HEADED else written
            if not self.is_book:
                made = self.writer.document(item.document.blocks)
                is_bare = self.has_styles and item.kind in _MATTER and not lines
                yield from (
                    [self.writer.named(_MATTER[item.kind], made)] if is_bare and made else made
                )
                continue
            for piece, is_first in _pieces(item.document.blocks, written):
                if not is_first:
                    yield self._continuation()
                    written = 0
                written += sum(map(_size, piece))
                yield from self.writer.document(piece)

    def _heading(self, item: ManuscriptItem, lines: Sequence[str]) -> Node:
        level = self._level_of(item)
        written = [self.words.written(line) for line in lines]
        inlines: list[Node] = []
        for line in written:
            inlines += [{"t": "LineBreak"}] if inlines else []
            inlines.append(self.words.text(line))
        attributes = attr([item.kind.value], **(self._semantics(item) if self.is_book else {}))
        if self.has_linked_styles and item.kind in _MATTER:
            name = letters_style(f"{_MATTER[item.kind]} Heading")
            inlines = [node("Span", attr(custom_style=name), inlines)]
        if self.is_named:
            attributes[0] = f"heading_{len(self.headings) + 1}"
        if item.kind in _MATTER and not self.is_book:  # a bookmark, which readers know it by
            self._matter += 1
            attributes[0] = f"{item.kind}_{self._matter}"
        if self.is_named:
            self.headings.append(Heading(level, attributes[0], _in_one_line(written)))
        return node("Header", level, attributes, inlines)

    def _level_of(self, item: ManuscriptItem) -> int:
        """Chapters inside a part are below it; with a preset, those beside parts are not."""
        if not self.is_named:
            level = 2 if self.has_parts and item.kind not in ABOVE else 1
            return level + (item.kind not in HEADED)
        if item.kind not in HEADED:
            return self._level + 1
        if item.kind in ABOVE:
            self._part, self._level = item.depth, 1
        elif self._part is None or item.depth <= self._part:
            self._part, self._level = None, 1
        else:
            self._level = 2
        return self._level

    def _semantics(self, item: ManuscriptItem) -> dict[str, Any]:
        if item.kind not in HEADED:
            return {}
        matter = matter_of(item)
        found = {"epub:type": matter.type, "role": matter.role, "data-division": matter.division}
        return {name: value for name, value in found.items() if value}

    def _continuation(self) -> Node:
        return node("Header", max(1, self._level), attr([CONTINUED, "unlisted"]), [])


def _in_one_line(lines: Sequence[str]) -> str:
    return "  ".join(line.strip() for line in lines)


def _pieces(blocks: Sequence[Block], written: int) -> Iterator[tuple[Sequence[Block], bool]]:
    """The blocks in pieces that a file can hold, cut before paragraphs alone."""
    begin, size, is_first = 0, written, True
    for number, block in enumerate(blocks):
        own = _size(block)
        if size + own > _LARGEST and number > begin and block.kind == PARAGRAPH:
            yield blocks[begin:number], is_first
            begin, size, is_first = number, 0, False
        size += own
    yield blocks[begin:], is_first


def _size(block: Block) -> int:
    words = (
        len(each.text.encode("utf-8", "replace")) if isinstance(each, Run) else len(str(each.attrs))
        for each in block.inlines
    )
    return sum(words) + _EACH * (1 + len(block.inlines))
