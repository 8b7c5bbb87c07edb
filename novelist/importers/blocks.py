# SPDX-License-Identifier: MIT
"""What several formats do to a block that was read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from novelist.domain import document as d


def without_leading_space(block: d.Block) -> d.Block:
    """The block without the space that stands behind a number or label at its beginning."""
    first = block.inlines[0] if block.inlines else None
    if not isinstance(first, d.Run):
        return block
    return d.normal(
        replace(block, inlines=(replace(first, text=first.text.lstrip()), *block.inlines[1:]))
    )


def row_of(cells: Sequence[Sequence[d.Inline]], kind: str = d.PARAGRAPH) -> Iterator[d.Block]:
    """A row of a table, which has no place in a novel, as a block; none where it is empty."""
    if any(cells):
        inlines = [each for cell in cells for each in (*cell, d.Run(" | "))][:-1]
        yield d.normal(d.Block(kind, tuple(inlines)))


def without_room(
    inlines: Iterable[d.Inline], kinds: Collection[str] = (d.FOOTNOTE, d.IMAGE)
) -> Iterator[d.Block]:
    """A block of what a title or a break has no room for; none where there is nothing."""
    atoms = tuple(
        d.Atom(each.kind, each.attrs)
        for each in inlines
        if isinstance(each, d.Atom) and each.kind in kinds
    )
    if atoms:
        yield d.Block(inlines=atoms)
