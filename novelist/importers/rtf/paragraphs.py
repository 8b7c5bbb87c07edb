# SPDX-License-Identifier: MIT
"""How a paragraph of an RTF file is set, and what kind of block that makes."""

from __future__ import annotations

from typing import Final

from novelist.domain import document as d
from novelist.importers.rtf.state import Paragraph, State
from novelist.importers.rtf.styles import DEEPEST, Style

_ALIGNS: Final = {b"ql": "", b"qc": "center", b"qr": "right", b"qj": "justify"}
_QUOTED: Final = 500  # twentieths of a point that a quotation stands in, at least
_DEEPEST_LIST: Final = 8


def set_paragraph(state: State, name: bytes, number: int | None) -> None:
    """Take a control word that has to do with paragraphs; others mean nothing here."""
    if name in _ALIGNS:
        state.own().align = _ALIGNS[name]
    elif name in (b"li", b"lin"):
        state.own().left = number or 0
    elif name == b"fi":
        state.own().first = number or 0
    elif name == b"ilvl":
        state.own().list_depth = max(0, min(number or 0, _DEEPEST_LIST))
    elif name == b"outlinelevel":
        state.own().level = 0 if number is None or not 0 <= number < DEEPEST else number + 1


def block_kind(
    paragraph: Paragraph, style: Style, label: str | None
) -> tuple[str, dict[str, d.JsonValue]]:
    """The kind and the attributes; ``label`` is what stands before an item of a list."""
    attrs: dict[str, d.JsonValue] = {"align": paragraph.align} if paragraph.align else {}
    level = paragraph.level or style.heading
    if level:
        return d.HEADING, {"level": level, **attrs}
    if label is not None:
        return d.LIST_ITEM, _list_attrs(paragraph, label)
    if style.kind != d.PARAGRAPH:
        return style.kind, {}
    if paragraph.left >= _QUOTED and paragraph.first >= 0:
        return d.QUOTATION, {}
    return d.PARAGRAPH, attrs


def _list_attrs(paragraph: Paragraph, label: str) -> dict[str, d.JsonValue]:
    attrs: dict[str, d.JsonValue] = {}
    if any(character.isalnum() for character in label):
        attrs["ordered"] = True
    if paragraph.list_depth:
        attrs["depth"] = paragraph.list_depth
    return attrs
