# SPDX-License-Identifier: MIT
"""The blocks of a text as our Markdown (``docs/file-format.md``, 3.3)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from novelist.domain import document as d
from novelist.domain.document_text import HEADER, from_json_lines, to_json_lines
from novelist.domain.markdown_dialect import (
    BREAK_CLASS,
    EMPTY_CLASS,
    FIRST_TEXT_HEADING,
    THEMATIC_BREAK,
)
from novelist.errors import DocumentFormatError
from novelist.exporters.exported import Findings, WarningReason
from novelist.exporters.markdown_inlines import (
    Line,
    attribute_list,
    attributes_of,
    is_name,
    short_picture,
)

_LABEL: Final = re.compile(r"[A-Za-z0-9_-]+")
_NOTE_INDENT: Final = "    "
_DEEPEST_HEADING: Final = 6


class TextWriter:
    """Writes the text of one item, with its footnotes at the end."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._labels: set[str] = set()
        self._notes: list[tuple[str, Sequence[d.Block]]] = []
        self._list_indents: list[str] = []
        self._short: Mapping[str, Callable[[d.Block], str | None]] = {
            d.PARAGRAPH: self._paragraph,
            d.HEADING: self._heading,
            d.SCENE_BREAK: self._scene_break,
            d.QUOTATION: self._quotation,
            d.VERSE: self._verse,
            d.LIST_ITEM: self._list_item,
            d.IMAGE_BLOCK: _image,
        }

    def write(self, document: d.Document) -> str:
        """All blocks and then the footnotes, parted by blank lines."""
        written: list[str] = []
        before: d.Block | None = None
        for block in map(d.normal, document.blocks):
            if before and _share_division(before, block):
                # Both stand in one division: the end of the first one makes room.
                written[-1] = written[-1].removesuffix("\n:::")
                written.append(f"{self._inside(block)}\n:::")
            elif before and block.kind == before.kind == d.QUOTATION:
                written[-1] += f"\n>\n{self._block(block)}"
            else:
                written.append(self._block(block))
            before = block
        return "\n\n".join([*written, *self._written_notes()])

    def _block(self, block: d.Block) -> str:
        """The short form of a block, or else the division that serves every kind."""
        if block.kind != d.LIST_ITEM:
            self._list_indents.clear()
        short = self._short.get(block.kind)
        text = short(block) if short else None
        if text is not None:
            return text
        self._list_indents.clear()
        if not is_name(block.kind):
            self._findings.add(WarningReason.UNKNOWN_BLOCK, block.kind)
            return self._inside(block)
        return f"::: {block.kind}\n{self._inside(block)}\n:::"

    def _inside(self, block: d.Block, attrs: Mapping[str, d.JsonValue] | None = None) -> str:
        """The attributes of a block on a line of their own, and its text."""
        items = attributes_of(block.attrs if attrs is None else attrs, self._findings)
        if not block.inlines:
            return attribute_list([f".{EMPTY_CLASS}", *items])
        text = self._line(block)
        return "\n".join(line for line in (attribute_list(items), text) if line)

    def _line(self, block: d.Block, *, in_heading: bool = False, in_verse: bool = False) -> str:
        """The inlines of a block."""
        return Line(
            block.inlines,
            self._findings,
            notes=self._label,
            in_heading=in_heading,
            in_verse=in_verse,
        ).write()

    # Short forms; None where the short form cannot say it

    def _paragraph(self, block: d.Block) -> str:
        return self._inside(block)

    def _heading(self, block: d.Block) -> str | None:
        level = block.attrs.get("level")
        if type(level) is not int or not 1 <= level <= 4:
            return None
        signs = min(FIRST_TEXT_HEADING + level - 1, _DEEPEST_HEADING)
        implied = signs - FIRST_TEXT_HEADING + 1 == level
        attrs = {k: v for k, v in block.attrs.items() if not (implied and k == "level")}
        items = attributes_of(attrs, self._findings)
        text = self._line(block, in_heading=True)
        line = f"{'#' * signs} {text}".rstrip(" ")
        return "\n".join(part for part in (attribute_list(items), line) if part)

    def _quotation(self, block: d.Block) -> str:
        return _prefixed(self._inside(block), "> ")

    def _verse(self, block: d.Block) -> str | None:
        if not block.inlines:
            return None
        text = self._line(block, in_verse=True)
        items = attributes_of(block.attrs, self._findings)
        lines = _prefixed(text, "| ")
        return "\n".join(part for part in (attribute_list(items), lines) if part)

    def _list_item(self, block: d.Block) -> str | None:
        depth = block.attrs.get("depth", 0)
        ordered = block.attrs.get("ordered", None)
        if type(depth) is not int or not 0 <= depth <= len(self._list_indents):
            return None
        if (ordered is not None and ordered is not True) or block.attrs.get("depth") == 0:
            return None
        sign = "1. " if ordered else "- "
        indent = "".join(self._list_indents[:depth])
        self._list_indents[depth:] = [" " * len(sign)]
        rest = {k: v for k, v in block.attrs.items() if k not in ("depth", "ordered")}
        first, *others = self._inside(block, rest).split("\n")
        space = indent + " " * len(sign)
        return "\n".join([f"{indent}{sign}{first}", *(space + line for line in others)])

    def _scene_break(self, block: d.Block) -> str | None:
        if block.inlines:
            return None
        items = attributes_of(block.attrs, self._findings)
        return f"{attribute_list([f'.{BREAK_CLASS}', *items])}\n{THEMATIC_BREAK}"

    # Footnotes

    def _label(self, atom: d.Atom) -> str | None:
        """The label of a footnote whose text is plain paragraphs, to be written at the end."""
        label, value = atom.attrs.get("id"), atom.attrs.get("blocks")
        if atom.marks or set(atom.attrs) != {"id", "blocks"}:
            return None
        if not isinstance(label, str) or not _LABEL.fullmatch(label):
            return None
        if label.casefold() in self._labels:
            return None
        blocks = _plain_paragraphs(value)
        if not blocks:
            return None
        self._labels.add(label.casefold())
        self._notes.append((label, blocks))
        return label

    def _written_notes(self) -> list[str]:
        notes, self._notes = self._notes, []
        return [f"[^{label}]: {self._note_text(blocks)}" for label, blocks in notes]

    def _note_text(self, blocks: Sequence[d.Block]) -> str:
        text = "\n\n".join(Line(block.inlines, self._findings).write() for block in blocks)
        return _prefixed(text, _NOTE_INDENT).removeprefix(_NOTE_INDENT)


def _plain_paragraphs(value: d.JsonValue) -> Sequence[d.Block] | None:
    """The blocks of a footnote, if all are paragraphs of words that are read back the same."""
    if not isinstance(value, list):
        return None
    stored = "\n".join([HEADER, *map(_json_line, value), ""])
    try:
        document = from_json_lines(stored)
    except DocumentFormatError:
        return None
    blocks = tuple(d.normal(block) for block in document.blocks)
    plain = all(
        block.kind == d.PARAGRAPH and block.inlines and not block.attrs and not _has_note(block)
        for block in blocks
    )
    return blocks if plain and to_json_lines(d.Document(blocks)) == stored else None


def _json_line(value: d.JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _has_note(block: d.Block) -> bool:
    return any(isinstance(each, d.Atom) and each.kind == d.FOOTNOTE for each in block.inlines)


def _image(block: d.Block) -> str | None:
    caption = block.attrs.get("caption", "")
    if block.inlines or not isinstance(caption, str) or ("caption" in block.attrs and not caption):
        return None
    return short_picture(block.attrs, caption) or None


def _share_division(before: d.Block, block: d.Block) -> bool:
    return before.kind == block.kind == d.LETTER


def _prefixed(text: str, prefix: str) -> str:
    """Every line after the prefix, without spaces at the end of an empty one."""
    return "\n".join(f"{prefix}{line}".rstrip(" ") for line in text.split("\n"))
