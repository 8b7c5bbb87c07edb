# SPDX-License-Identifier: MIT
"""Blocks of a text as blocks of pandoc's model, with the styles that say what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from novelist.domain import document as d
from novelist.domain.manuscript import Manuscript
from novelist.exporters.exported import Findings, WarningReason, number_of, text_of
from novelist.exporters.nested_lists import NestedList, nested_lists
from novelist.exporters.pandoc.docx import DocxFinish
from novelist.exporters.pandoc.inlines import InlineWriter
from novelist.exporters.pandoc.nodes import Node, attr, node, para, styled
from novelist.exporters.pandoc.odt import OdtFinish
from novelist.exporters.pandoc.remarks import RemarkWriter
from novelist.exporters.pandoc.words import Words

Named = Callable[[str, Sequence[Node]], Node]
"""Gives blocks a style of an office document, or the class of a book."""

SCENE_BREAK: Final = "Scene Break"
TEXT_BREAK: Final = "Text Break"
HEADING: Final = "Heading in Text"
QUOTED: Final = "Block Text"
EMPTY_LINE: Final = "\u00a0"
_STYLES: Final[Mapping[str, str]] = {d.VERSE: "Verse", d.LETTER: "Letter"}
_ALIGNED: Final[Mapping[str, str]] = {
    "center": "Centered", "right": "Right Aligned", "justify": "Justified",
}  # fmt: skip


class BlockWriter:
    """Writes the texts of one manuscript."""

    def __init__(
        self,
        manuscript: Manuscript,
        findings: Findings,
        named: Named,
        remarks: RemarkWriter | None = None,
        finish: OdtFinish | DocxFinish | None = None,
    ) -> None:
        self._findings, self.named, self._words = findings, named, Words(findings)
        self._remarks = remarks
        self._odt = finish if isinstance(finish, OdtFinish) else None
        self._inlines = InlineWriter(manuscript, findings, self.blocks, remarks, finish)

    def document(self, blocks: Sequence[d.Block]) -> list[Node]:
        """The text of an item, with its comments where those are shown."""
        if self._remarks is not None:
            self._remarks.place(blocks)
        return self.blocks(blocks)

    def blocks(self, blocks: Iterable[d.Block]) -> list[Node]:
        """Them in order; neighbours of a kind that belong together stand in one node."""
        made: list[Node] = []
        for kind, group in groupby(blocks, key=lambda block: block.kind):
            if kind == d.LIST_ITEM:
                made += map(self._list, nested_lists(list(group)))
            elif kind == d.QUOTATION:
                made.append(node("BlockQuote", [self._quoted(each) for each in group]))
            else:
                made += [each for block in group for each in self._block(block)]
        return made

    def scene_break(self, symbol: str = d.BREAK_SYMBOL, name: str = SCENE_BREAK) -> Node:
        """What stands between two scenes."""
        return self.named(name, [para([self._words.text(symbol or EMPTY_LINE)])])

    def _block(self, block: d.Block) -> Iterator[Node]:
        if block.kind == d.HEADING:
            level = max(1, min(number_of(block, "level", 1), 4))
            yield self._in_style(block, f"{HEADING} {level}")
        elif block.kind == d.SCENE_BREAK:
            yield self.scene_break(text_of(block, "symbol") or d.BREAK_SYMBOL, TEXT_BREAK)
            if block.inlines:
                yield self._paragraph(block)
        elif block.kind == d.IMAGE_BLOCK:
            yield self._image(block)
        elif block.kind in _STYLES:
            yield self._in_style(block, _STYLES[block.kind])
        else:
            if block.kind != d.PARAGRAPH:
                self._findings.add(WarningReason.UNKNOWN_BLOCK, block.kind)
            yield self._paragraph(block)

    def _plain(self, block: d.Block) -> Node:
        return para(self._inlines.write(block))

    def _in_style(self, block: d.Block, style: str) -> Node:
        """A paragraph that is more than that, wherever it stands."""
        align = text_of(block, "align")
        if self._odt is not None and align in _ALIGNED:
            return styled(self._odt.aligned(style, align), [self._plain(block)])
        is_heading = block.kind == d.HEADING
        return self.named(style, [self._plain(block) if is_heading else self._paragraph(block)])

    def _quoted(self, block: d.Block) -> Node:
        is_aligned = text_of(block, "align") in _ALIGNED
        is_odt = self._odt is not None and is_aligned
        return self._in_style(block, QUOTED) if is_odt else self._paragraph(block)

    def _paragraph(self, block: d.Block) -> Node:
        made, align = self._plain(block), _ALIGNED.get(text_of(block, "align"))
        return self.named(align, [made]) if align else made

    def _image(self, block: d.Block) -> Node:
        picture = self._inlines.picture(block)
        caption = text_of(block, "caption")
        words = [self._words.text(caption)] if caption else []
        if picture is None:
            return para([self._words.text(f"[{text_of(block, 'alt')}]"), *words])
        if not words:
            return para([picture])
        return node("Figure", attr(), [None, [node("Plain", words)]], [node("Plain", [picture])])

    def _list(self, given: NestedList) -> Node:
        entries = [
            [node("Plain", self._inlines.write(item)), *map(self._list, inner)]
            for item, inner in given.entries
        ]
        if not given.is_ordered:
            return {"t": "BulletList", "c": entries}
        return node("OrderedList", [1, {"t": "Decimal"}, {"t": "Period"}], entries)
