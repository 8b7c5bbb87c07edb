# SPDX-License-Identifier: MIT
"""Runs and atoms as inlines of pandoc's model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from novelist.domain import document as d
from novelist.domain.manuscript import Manuscript
from novelist.exporters.exported import Findings, WarningReason, number_of, text_of
from novelist.exporters.pandoc.addresses import sound_address
from novelist.exporters.pandoc.docx import DocxFinish
from novelist.exporters.pandoc.nodes import Node, attr, node
from novelist.exporters.pandoc.odt import OdtFinish
from novelist.exporters.pandoc.readings import with_reading
from novelist.exporters.pandoc.remarks import RemarkWriter
from novelist.exporters.pandoc.words import Words

# Outermost first; the language and the reading are nearest to the text.
_KINDS: Final[Mapping[str, str]] = {
    d.STRONG: "Strong", d.EMPHASIS: "Emph", d.UNDERLINE: "Underline", d.STRIKE: "Strikeout",
    d.SMALL_CAPS: "SmallCaps", d.SUPERSCRIPT: "Superscript", d.SUBSCRIPT: "Subscript",
}  # fmt: skip
_ORDER: Final = (d.LINK, d.HIGHLIGHT, *_KINDS, d.LANGUAGE, d.RUBY)
_SILENT: Final = frozenset({d.COMMENT, d.BOOKMARK})  # for the writer, not for the reader
_TONGUE: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")  # BCP 47
_DPI: Final = 96

NoteWriter = Callable[[Iterable[d.Block]], list[Node]]


class InlineWriter:
    """Writes the inlines of one manuscript; ``notes`` writes the blocks of footnotes.

    ``finish`` writes what pandoc would not, of an office document.
    """

    def __init__(
        self,
        manuscript: Manuscript,
        findings: Findings,
        notes: NoteWriter,
        remarks: RemarkWriter | None,
        finish: OdtFinish | DocxFinish | None,
    ) -> None:
        self._manuscript, self._findings, self._notes = manuscript, findings, notes
        self._words, self._remarks, self._finish = Words(findings), remarks, finish
        self._odt = finish if isinstance(finish, OdtFinish) else None
        self._is_in_note = False

    def write(self, block: d.Block) -> list[Node]:
        """Those of a block in order, with the comments that begin and end there."""
        written = [self._inline(inline) for inline in block.inlines]
        if self._remarks is not None:
            return self._remarks.around(block, written)
        return [made for nodes in written for made in nodes]

    def picture(self, holder: d.Atom | d.Block) -> Node | None:
        """A picture of the library by the name of its file; None where it is not there."""
        digest, alt = text_of(holder, "digest"), self._words.of(holder, "alt")
        file = self._manuscript.pictures.get(digest)
        if file is None:
            self._findings.add(WarningReason.IMAGE_AS_TEXT, alt)
            return None
        if self._odt is not None:
            self._odt.picture(alt)
        width = number_of(holder, "width", 0)
        size = {"width": f"{width / _DPI:.3f}in"} if width > 0 else {}
        words = [self._words.text(alt)] if alt else []
        return node("Image", attr(**size), words, [f"{digest}.{file.kind.value}", ""])

    def _inline(self, inline: d.Inline) -> list[Node]:
        if isinstance(inline, d.Run):
            return [self._marked(self._words.text(inline.text), inline.marks)]
        if inline.kind == d.LINE_BREAK:
            return [{"t": "LineBreak"}]
        if inline.kind == d.FOOTNOTE:
            return self._note(inline)
        if inline.kind == d.IMAGE:
            made = self.picture(inline) or self._words.text(f"[{text_of(inline, 'alt')}]")
            return [self._marked(made, inline.marks)]
        if inline.kind == d.PLACEHOLDER:
            value = self._findings.placeholder(self._manuscript, inline)
            return [self._marked(self._words.text(value), inline.marks)]
        self._findings.add(WarningReason.UNKNOWN_ATOM, inline.kind)
        words = text_of(inline, "text") or f"[{inline.kind}]"
        return [self._marked(self._words.text(words), inline.marks)]

    def _note(self, atom: d.Atom) -> list[Node]:
        """A footnote; one inside another, which no format has, stands in brackets."""
        blocks = self._findings.footnote_blocks(atom)
        if self._is_in_note:
            words = " ".join(block.plain_text for block in blocks)
            return [self._words.text(f" [{words}]")]
        self._is_in_note = True
        try:
            return [node("Note", self._notes(blocks))]
        finally:
            self._is_in_note = False

    def _marked(self, made: Node, marks: d.Marks) -> Node:
        given = {mark.name: mark.value for mark in marks}
        for name in given.keys() - set(_ORDER) - _SILENT:
            self._findings.add(WarningReason.UNKNOWN_MARK, name)
        for name in reversed(_ORDER):
            if name in given:
                made = self._with(made, name, given[name])
        return made

    def _with(self, made: Node, name: str, value: str) -> Node:
        value = self._words.written(value)
        if name in _KINDS:
            return node(_KINDS[name], [made])
        if name == d.LINK:
            if address := sound_address(value):
                return node("Link", attr(), [made], [address, ""])
            self._findings.add(WarningReason.UNSAFE_LINK, value)
            return made
        if name == d.HIGHLIGHT:
            return node("Span", attr(["mark"]), [made])
        if name == d.LANGUAGE:
            if _TONGUE.fullmatch(value):
                if self._finish is not None:
                    return self._finish.in_language(made, value)
                return node("Span", attr(lang=value), [made])
            self._findings.add(WarningReason.UNKNOWN_ATTRIBUTE, value)
            return made
        if self._odt is not None:
            return self._odt.with_reading(made, value)
        return with_reading(made, value)
