# SPDX-License-Identifier: MIT
"""Blocks of a text as the data that the template of the pages reads.

Each has a kind "k". Paragraphs say in "flush" that they are not indented; one that opens a chapter
with a large letter has that in "cap", and in "words" what may stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any, Final

from novelist.domain import document as d
from novelist.domain.manuscript import Manuscript
from novelist.exporters.exported import Findings, WarningReason, number_of, text_of
from novelist.exporters.nested_lists import NestedList, nested_lists
from novelist.exporters.typst.inlines import Data, InlineData
from novelist.exporters.typst.pictures import Pictures

BlockData = dict[str, Any]

_GROUPED: Final = frozenset({d.QUOTATION, d.VERSE, d.LETTER})
_ALIGNED: Final = frozenset({"center", "right", "justify"})
_NO_BREAK: Final = "\u00a0"


class BlockWriter:
    """Turns the texts of one manuscript into data."""

    def __init__(self, manuscript: Manuscript, findings: Findings, pictures: Pictures) -> None:
        self._findings = findings
        self._inlines = InlineData(manuscript, findings, pictures, self.blocks)

    def words(self, text: str) -> str:
        """A text in one line of characters that can be written."""
        return self._inlines.words(text)

    def blocks(self, blocks: Iterable[d.Block], *, after_text: bool = False) -> list[BlockData]:
        """Them in order; neighbours of a kind that belong together stand in one group."""
        made: list[BlockData] = []
        for kind, group in groupby(blocks, key=lambda block: block.kind):
            if kind == d.LIST_ITEM:
                made += map(self._list, nested_lists(list(group)))
            elif kind in _GROUPED:
                made.append({"k": kind, "b": [self._inner(block) for block in group]})
            else:
                for block in group:
                    made += self._block(block, is_first=not made and not after_text)
                    if len(made) > 1 and made[-2]["k"] in ("h", "break"):
                        made[-1]["flush"] = 1
        return made

    def scene_break(self, symbol: str) -> BlockData:
        """What stands between two scenes."""
        return {"k": "break", "t": self.words(symbol)}

    def _block(self, block: d.Block, *, is_first: bool) -> list[BlockData]:
        if block.kind == d.HEADING:
            level = max(1, min(number_of(block, "level", 1), 4))
            return [{"k": "h", "level": level, "i": self._inlines.write(block.inlines)}]
        if block.kind == d.SCENE_BREAK:
            rest = [self._paragraph(block) | {"flush": 1}] if block.inlines else []
            return [self.scene_break(text_of(block, "symbol") or d.BREAK_SYMBOL), *rest]
        if block.kind == d.IMAGE_BLOCK:
            return [self._image(block)]
        if block.kind != d.PARAGRAPH:
            self._findings.add(WarningReason.UNKNOWN_BLOCK, block.kind)
        made = self._paragraph(block)
        return [made | {"flush": 1} if is_first else made]

    def _paragraph(self, block: d.Block) -> BlockData:
        made: BlockData = {"k": "p", "i": _trimmed(self._inlines.write(block.inlines))}
        align, indent = text_of(block, "align"), text_of(block, "indent")
        made |= {"align": align} if align in _ALIGNED else {}
        return (
            made
            | ({"flush": 1} if indent == "none" else {})
            | ({"hanging": 1} if indent == "hanging" else {})
        )

    def _inner(self, block: d.Block) -> BlockData:
        """One block of a quotation, a letter or a poem, in which spaces that begin a line stay."""
        if block.kind != d.VERSE:
            return self._paragraph(block)
        made: list[Data] = []
        for inline in self._inlines.write(block.inlines):
            begins = not made or made[-1] == {"br": 1}
            made.append(_held(inline) if begins else inline)
        return {"k": "p", "i": made}

    def _image(self, block: d.Block) -> BlockData:
        picture = self._inlines.picture(block, is_block=True)
        caption = self.words(text_of(block, "caption"))
        words: list[Data] = [caption, *self._inlines.write(block.inlines)]
        words = [each for each in words if each]
        if picture is None:
            alt = self.words(f"[{text_of(block, 'alt')}] ")
            return {"k": "p", "i": [alt, *words], "align": "center"}
        return {"k": "image", "i": words} | picture

    def _list(self, given: NestedList) -> BlockData:
        entries = [
            {"i": self._inlines.write(item.inlines), "b": [self._list(each) for each in inner]}
            for item, inner in given.entries
        ]
        return {"k": "list", "ordered": given.is_ordered, "b": entries}


def _trimmed(inlines: list[Data]) -> list[Data]:
    """Without the spaces that stand before the first word: the page has its own indent."""
    if not inlines:
        return inlines
    first = inlines[0]
    if isinstance(first, str):
        return [first.lstrip(), *inlines[1:]]
    return [first | {"t": first["t"].lstrip()}, *inlines[1:]] if "t" in first else inlines


def _held(inline: Data) -> Data:
    """With spaces at its beginning that a line does not drop."""
    if isinstance(inline, str):
        kept = inline.lstrip(" ")
        return _NO_BREAK * (len(inline) - len(kept)) + kept
    if "t" not in inline:
        return inline
    return inline | {"t": _held(inline["t"])}
