# SPDX-License-Identifier: MIT
"""Comments and footnotes of Scrivener: in a file beside the text, or between braces in it."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, replace
from typing import Final

from novelist.domain import document as d
from novelist.domain.comments import commented
from novelist.domain.document import Mark
from novelist.domain.document_text import block_to_json
from novelist.importers.imported import ImportedComment, ImportedRemark
from novelist.importers.rtf.comments import mark_last_word
from novelist.importers.rtf.reader import NotRtfError, read_rich_text
from novelist.importers.xml_reading import parse_xml, text_of

_ANCHOR: Final = re.compile(r"scrivcmt://(.+)", re.IGNORECASE)
_PIECE: Final = re.compile(
    r"(\{\\Scrv_fn=|\{\\Scrv_annot(?:\s*\\color=\{[^{}]{0,80}\})?\s*\\text=|\\end_Scrv_(?:fn|annot)\})"
)
_NOTE: Final = "{\\Scrv_fn="
_BEGIN: Final = "{\\Scrv_"
_RAW_BEGIN: Final = re.compile(rb"(?<!\\)\{\\Scrv_(fn=|annot)")
_RAW_COLOUR: Final = re.compile(rb"(?<!\\)\\color=\{[^{}]{0,80}\}\s*(?=\\text=)")
_RAW_TEXT: Final = re.compile(rb"(\\\\Scrv_annot\s*)\\text=")
_RAW_END: Final = re.compile(rb"(?<!\\)\\end_Scrv_(fn|annot)\}")


@dataclass(frozen=True, slots=True)
class Annotation:
    """What stands beside a passage."""

    blocks: tuple[d.Block, ...]
    is_footnote: bool
    author: str = ""

    @property
    def text(self) -> str:
        """Its words."""
        return d.Document(self.blocks).plain_text.strip()


def read_annotations(data: bytes) -> dict[str, Annotation]:
    """The comments and footnotes of a ``content.comments``, by their names in capitals.

    Raises ``XmlError``.
    """
    return {
        each.get("ID", "").upper(): Annotation(
            _blocks(text_of(each)),
            each.get("Footnote", "").casefold() == "yes",
            each.get("Author", ""),
        )
        for each in parse_xml(data).iter("Comment")
    }


def _blocks(written: str) -> tuple[d.Block, ...]:
    try:
        found = read_rich_text(written.encode("utf-8", "replace")).blocks
    except NotRtfError:
        found = [d.paragraph(line) for line in written.split("\n")]
    return tuple(block for block in found if block.inlines)


def escaped(data: bytes) -> bytes:
    r"""The RTF with notes that stand in it as groups of its own written as words in braces."""
    if b"\\Scrv_" not in data:
        return data
    data = _RAW_BEGIN.sub(rb"\\{\\\\Scrv_\1", data)
    data = _RAW_TEXT.sub(rb"\1\\\\text=", _RAW_COLOUR.sub(b"", data))
    return _RAW_END.sub(rb"\\\\end_Scrv_\1\\}", data)


class Annotator:
    """Puts notes where they belong in the blocks of one text; ``comments`` are those made."""

    def __init__(self, known: dict[str, Annotation]) -> None:
        self.comments: list[ImportedComment] = []
        self._known = dict(known)
        self._used: set[str] = set()
        self._notes = 0

    @property
    def unplaced(self) -> list[Annotation]:
        """What is said of no passage."""
        return [note for key, note in self._known.items() if key not in self._used]

    def annotate(self, blocks: list[d.Block]) -> list[d.Block]:
        """The blocks with comments on their passages and footnotes as atoms."""
        found = self._inline(self._anchored(blocks))
        passages = {each.mark: each.text for each in commented(found)}
        for comment in self.comments:
            comment.passage = passages.get(comment.mark, "")
        return found

    # Notes beside the text.

    def _anchored(self, blocks: list[d.Block]) -> list[d.Block]:
        last = {
            key: (row, column)
            for row, block in enumerate(blocks)
            for column, inline in enumerate(block.inlines)
            if (key := _anchor(inline))
        }
        marks: dict[str, str] = {}
        for key in last:
            note = self._known.get(key)
            self._used.add(key)
            if note is not None and not note.is_footnote:
                marks[key] = self._comment(note)
        return [self._row(block, row, last, marks) for row, block in enumerate(blocks)]

    def _row(
        self, block: d.Block, row: int, last: dict[str, tuple[int, int]], marks: dict[str, str]
    ) -> d.Block:
        inlines: list[d.Inline] = []
        for column, inline in enumerate(block.inlines):
            key = _anchor(inline)
            if not key:
                inlines.append(inline)
                continue
            others = [mark for mark in inline.marks if mark.name != d.LINK]
            if key in marks:
                others.append(Mark(d.COMMENT, marks[key]))
            inlines.append(replace(inline, marks=d.canonical(others)))
            note = self._known.get(key)
            if note is not None and note.is_footnote and last[key] == (row, column):
                inlines.append(self._footnote(note.blocks))
        return d.normal(replace(block, inlines=tuple(inlines)))

    def _comment(self, note: Annotation) -> str:
        mark = secrets.token_hex(8)
        self.comments.append(ImportedComment(mark, "", [ImportedRemark(note.text, note.author)]))
        return mark

    def _footnote(self, blocks: tuple[d.Block, ...]) -> d.Atom:
        self._notes += 1
        values: d.JsonValue = [block_to_json(block) for block in blocks]
        return d.Atom(d.FOOTNOTE, {"id": f"s{self._notes}", "blocks": values})

    # Notes between braces.

    def _inline(self, blocks: list[d.Block]) -> list[d.Block]:
        if not any(_BEGIN in block.plain_text for block in blocks):
            return blocks
        return [self._without_braces(block) for block in blocks]

    def _without_braces(self, block: d.Block) -> d.Block:
        """A note ends where its paragraph does, if not before."""
        found: list[d.Inline] = []
        inside: list[d.Inline] | None = None
        is_note = False
        for inline in block.inlines:
            for piece in _pieces(inline):
                words = piece.text if isinstance(piece, d.Run) else ""
                if words.startswith(_BEGIN) and inside is None:
                    inside, is_note = [], words == _NOTE
                elif words.startswith("\\end_Scrv_") and inside is not None:
                    self._end(found, inside, is_note)
                    inside = None
                else:
                    (found if inside is None else inside).append(piece)
        if inside is not None:
            self._end(found, inside, is_note)
        return d.normal(replace(block, inlines=tuple(found)))

    def _end(self, found: list[d.Inline], inside: list[d.Inline], is_note: bool) -> None:
        block = d.normal(d.Block(inlines=tuple(inside)))
        if not block.inlines:
            return
        if is_note:
            found.append(self._footnote((block,)))
        else:
            mark_last_word(found, self._comment(Annotation((block,), False)))


def _anchor(inline: d.Inline) -> str:
    """The name of the note that the words lead to; "" where they lead to none."""
    address = next((mark.value for mark in inline.marks if mark.name == d.LINK), "")
    found = _ANCHOR.fullmatch(address)
    return found[1].upper() if found else ""


def _pieces(inline: d.Inline) -> list[d.Inline]:
    """A run with braces and what they hold apart."""
    if not isinstance(inline, d.Run) or "Scrv_" not in inline.text:
        return [inline]
    return [d.Run(piece, inline.marks) for piece in _PIECE.split(inline.text) if piece]
