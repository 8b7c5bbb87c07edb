# SPDX-License-Identifier: MIT
"""The stretches of a document that can be searched: its blocks, and those of its footnotes.

In the text of a passage each atom is one character, as in the editor: a line break is a newline,
any other atom U+FFFC. What is found therefore runs across marks, and never hides an atom.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from novelist.domain.document import FOOTNOTE, LINE_BREAK, Atom, Block, Document, Run
from novelist.domain.document_text import block_from_json
from novelist.domain.finding.finding import Finder, Span
from novelist.errors import DocumentFormatError

OBJECT: Final = "\ufffc"


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """Which passage: a block, or block ``inner`` of the footnote at ``note`` in it."""

    block: int = 0
    note: int = -1
    inner: int = 0

    @property
    def is_note(self) -> bool:
        """Whether it stands in a footnote."""
        return self.note >= 0


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch with what was found in it, in order."""

    address: Address
    text: str
    spans: tuple[Span, ...]


def passages(document: Document, finder: Finder) -> Iterator[Passage]:
    """The stretches where it stands. Raises ``PatternTooSlowError``."""
    for number, block in enumerate(document.blocks):
        yield from _found(Address(number), passage_text(block), finder)
        for offset, atom in footnotes(block):
            for inner, text in enumerate(_note_texts(atom)):
                if text is not None:
                    yield from _found(Address(number, offset, inner), text, finder)


def passage_text(block: Block) -> str:
    """The characters of a block, one for each atom."""
    if len(block.inlines) == 1 and isinstance(block.inlines[0], Run):
        return block.inlines[0].text
    return "".join(
        inline.text if isinstance(inline, Run) else "\n" if inline.kind == LINE_BREAK else OBJECT
        for inline in block.inlines
    )


def footnotes(block: Block) -> Iterator[tuple[int, Atom]]:
    """The footnotes of a block and where each stands."""
    offset = 0
    for inline in block.inlines:
        if isinstance(inline, Run):
            offset += len(inline.text)
            continue
        if inline.kind == FOOTNOTE:
            yield offset, inline
        offset += 1


def note_block(atom: Atom, inner: int) -> Block | None:
    """A block of a footnote; None where a newer version wrote something else there."""
    blocks = atom.attrs.get("blocks")
    if not isinstance(blocks, list):
        return None
    try:
        return block_from_json(blocks[inner])
    except DocumentFormatError:
        return None


def _note_texts(atom: Atom) -> Iterator[str | None]:
    blocks = atom.attrs.get("blocks")
    for inner in range(len(blocks) if isinstance(blocks, list) else 0):
        block = note_block(atom, inner)
        yield None if block is None else passage_text(block)


def _found(address: Address, text: str, finder: Finder) -> Iterator[Passage]:
    spans = finder.spans(text)
    if spans:
        yield Passage(address, text, tuple(spans))
