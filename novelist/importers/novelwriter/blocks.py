# SPDX-License-Identifier: MIT
"""Lines of a document of novelWriter to blocks: paragraphs, headings, alignment, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from novelist.domain import document as d
from novelist.importers.leftovers import Leftovers
from novelist.importers.novelwriter.inline import FootnoteFinder, read_inlines
from novelist.importers.novelwriter.sections import heading_of
from novelist.importers.parts import Part

_SPACING: Final = re.compile(r"\[(new ?page|vspace)(?::[^\]]*)?\]", re.IGNORECASE)
_RULE: Final = re.compile(r"(?:[*#~=_•—–-][ \t]*){3,}|⁂|❦")
_HIGHEST: Final = 4


def read_blocks(
    lines: Iterable[str], footnote: FootnoteFinder, leftovers: Leftovers
) -> tuple[d.Block, ...]:
    """The blocks of a section; codes of spacing are noted as left out."""
    blocks: list[d.Block] = []
    for paragraph in _paragraphs(lines):
        heading = heading_of(paragraph[0])
        spacing = _SPACING.fullmatch(paragraph[0].strip())
        if heading is not None:
            blocks.append(heading_block(heading.level, heading.title, footnote))
        elif spacing is not None:
            leftovers.leave(Part.PAGE_BREAK if "page" in spacing[1].lower() else Part.SPACE)
        else:
            blocks.append(_paragraph(paragraph, footnote))
    return tuple(blocks)


def heading_block(level: int, title: str, footnote: FootnoteFinder, align: str = "") -> d.Block:
    """A heading in a text."""
    attrs: dict[str, d.JsonValue] = {"level": min(level, _HIGHEST)}
    return d.Block(
        d.HEADING, read_inlines(title, footnote), attrs | ({"align": align} if align else {})
    )


def _paragraphs(lines: Iterable[str]) -> Iterator[list[str]]:
    """Lines that belong together; headings and codes of spacing stand alone."""
    together: list[str] = []
    for line in lines:
        alone = heading_of(line) is not None or _SPACING.fullmatch(line.strip()) is not None
        if together and (alone or not line.strip()):
            yield together
            together = []
        if alone:
            yield [line]
        elif line.strip():
            together.append(line)
    if together:
        yield together


def _paragraph(lines: list[str], footnote: FootnoteFinder) -> d.Block:
    if len(lines) == 1 and _RULE.fullmatch(lines[0].strip()):
        return d.Block(d.SCENE_BREAK, (), {"symbol": lines[0].strip()})
    bare, aligns, is_quotation = [], [], False
    for line in lines:
        text, align, indented = _aligned(line)
        bare.append(text)
        aligns.append(align)
        is_quotation = is_quotation or indented
    align = next((each for each in aligns if each), "")
    attrs: dict[str, d.JsonValue] = {"align": align} if align else {}
    kind = d.QUOTATION if is_quotation else d.PARAGRAPH
    return d.Block(kind, read_inlines("\n".join(bare), footnote), attrs)


def _aligned(line: str) -> tuple[str, str, bool]:
    """A line without the signs at its ends: its text, its alignment, whether it is set in."""
    text, right, left, indented = line.rstrip(), False, False, False
    if text.startswith(">>"):
        text, right = text[2:].lstrip(" "), True
    elif text.startswith(">"):
        text, indented = text[1:].lstrip(" "), True
    if text.endswith("<<"):
        text, left = text[:-2].rstrip(), True
    elif text.endswith("<"):
        text, indented = text[:-1].rstrip(), True
    align = "center" if right and left else "right" if right else ""
    return text, align, indented
