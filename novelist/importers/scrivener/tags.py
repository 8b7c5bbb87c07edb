# SPDX-License-Identifier: MIT
"""What Scrivener writes between ``<$`` and ``>``: styles are taken away, placeholders stay ones."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from novelist.domain import document as d

_STYLE: Final = re.compile(r"<!?\$Scr[A-Za-z]*(?:_[A-Za-z]+)?(?:::-?\d+)?>")
_HEADING: Final = re.compile(r"<\$Scr_H::(\d)>")
_PLACEHOLDER: Final = re.compile(r"(<\$[A-Za-z]+\d*>)")
_NAMES: Final = {"projecttitle": "title", "author": "author", "fullname": "author", "wc": "words"}
_DIGITS: Final = "0123456789"
_INTERNAL: Final = re.compile(r"(?:scrivlnk|x-scrivener-item|scrivener):", re.IGNORECASE)
_DEEPEST: Final = 4


def without_tags(blocks: list[d.Block]) -> tuple[list[d.Block], int]:
    """The blocks without the tags of styles; how many links lead to other items, and are words.

    A placeholder that is known here becomes one; others stay as they are written.
    """
    found, links = [], 0
    for block in blocks:
        changed, count = _without_links(block)
        found.append(_without_tags(changed) if "<" in changed.plain_text else changed)
        links += count
    return found, links


def _without_tags(block: d.Block) -> d.Block:
    heading = _HEADING.search(block.plain_text)
    inlines = [piece for inline in block.inlines for piece in _pieces(inline)]
    block = replace(block, inlines=tuple(inlines))
    if heading is not None and block.kind == d.PARAGRAPH:
        level = min(max(int(heading[1]), 1), _DEEPEST)
        block = replace(block, kind=d.HEADING, attrs={**block.attrs, "level": level})
    return d.normal(block)


def _pieces(inline: d.Inline) -> list[d.Inline]:
    if not isinstance(inline, d.Run):
        return [inline]
    words = _STYLE.sub("", inline.text)
    return [_piece(piece, inline.marks) for piece in _PLACEHOLDER.split(words) if piece]


def _piece(text: str, marks: d.Marks) -> d.Inline:
    name = text[2:-1].lower().rstrip(_DIGITS) if text.startswith("<$") else ""
    if name in _NAMES:
        return d.Atom(d.PLACEHOLDER, {"name": _NAMES[name]}, marks)
    return d.Run(text, marks)


def _without_links(block: d.Block) -> tuple[d.Block, int]:
    """The block without links to other items of the project."""
    count = 0
    inlines: list[d.Inline] = []
    for inline in block.inlines:
        kept = tuple(
            mark for mark in inline.marks if mark.name != d.LINK or not _INTERNAL.match(mark.value)
        )
        count += len(kept) < len(inline.marks)
        inlines.append(replace(inline, marks=kept))
    return (d.normal(replace(block, inlines=tuple(inlines))), count) if count else (block, 0)
