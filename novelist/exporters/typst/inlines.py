# SPDX-License-Identifier: MIT
"""Runs and atoms as the data that the template of the pages reads.

A run without marks is a string; everything else is an object: a run with marks has "t" and "m",
a break "br", a footnote "note", a picture "img".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeAlias

from novelist.domain import document as d
from novelist.domain.manuscript import Manuscript
from novelist.exporters.exported import Findings, WarningReason, text_of
from novelist.exporters.typst.languages import language_data
from novelist.exporters.typst.pictures import Pictures

Data: TypeAlias = "str | dict[str, Any]"

HAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_PLAIN: Final = frozenset(
    {d.STRONG, d.UNDERLINE, d.STRIKE, d.SMALL_CAPS, d.SUPERSCRIPT, d.SUBSCRIPT, d.HIGHLIGHT}
)
_VALUED: Final = frozenset({d.EMPHASIS, d.LINK, d.LANGUAGE, d.RUBY})
_SILENT: Final = frozenset({d.COMMENT, d.BOOKMARK})  # for the writer, not for the reader
_SAFE_LINK: Final = re.compile(r"(?i)(?:https?|mailto|ftp|tel):\S{1,2000}")
_LINE_ENDS: Final = re.compile("\r\n|[\t\n\r\x85\u2028\u2029]")

NoteWriter = Callable[[Iterable[d.Block]], list[dict[str, Any]]]


class InlineData:
    """Turns the inlines of one manuscript into data; ``notes`` does it for blocks of footnotes."""

    def __init__(
        self, manuscript: Manuscript, findings: Findings, pictures: Pictures, notes: NoteWriter
    ) -> None:
        self._manuscript, self._findings = manuscript, findings
        self._pictures, self._notes = pictures, notes
        self._is_in_note = False

    def words(self, text: str) -> str:
        """A text in one line of characters that can be written."""
        return _LINE_ENDS.sub(" ", self._findings.writable(text))

    def write(self, inlines: Iterable[d.Inline]) -> list[Data]:
        """Them in order."""
        return [self._inline(inline) for inline in inlines]

    def picture(self, holder: d.Atom | d.Block, *, is_block: bool) -> dict[str, Any] | None:
        """A picture by the name of its file; None where it cannot be shown."""
        found = self._pictures.of(holder, is_block=is_block)
        if found is None:
            self._findings.add(WarningReason.IMAGE_AS_TEXT, text_of(holder, "alt"))
            return None
        return found | {"alt": self.words(text_of(holder, "alt"))}

    def _inline(self, inline: d.Inline) -> Data:
        if isinstance(inline, d.Run):
            return self._marked(inline.text, inline.marks)
        if inline.kind == d.LINE_BREAK:
            return {"br": 1}
        if inline.kind == d.FOOTNOTE:
            return self._note(inline)
        if inline.kind == d.IMAGE:
            shown = self.picture(inline, is_block=False)
            return shown or self._marked(f"[{text_of(inline, 'alt')}]", inline.marks)
        if inline.kind == d.PLACEHOLDER:
            value = self._findings.placeholder(self._manuscript, inline)
            return self._marked(value, inline.marks)
        self._findings.add(WarningReason.UNKNOWN_ATOM, inline.kind)
        return self._marked(text_of(inline, "text") or f"[{inline.kind}]", inline.marks)

    def _note(self, atom: d.Atom) -> Data:
        """A footnote; one inside another stands in brackets."""
        blocks = self._findings.footnote_blocks(atom)
        if self._is_in_note:
            return self.words(f" [{' '.join(block.plain_text for block in blocks)}]")
        self._is_in_note = True
        try:
            return {"note": self._notes(blocks)}
        finally:
            self._is_in_note = False

    def _marked(self, text: str, marks: d.Marks) -> Data:
        words = self.words(text)
        made: dict[str, Any] = {}
        for mark in marks:
            if mark.name in _PLAIN:
                made[mark.name] = 1
            elif mark.name in _VALUED:
                value = self._value(mark, words)
                made |= {mark.name: value} if value else {}
            elif mark.name not in _SILENT:
                self._findings.add(WarningReason.UNKNOWN_MARK, mark.name)
        return {"t": words, "m": made} if made else words

    def _value(self, mark: d.Mark, words: str) -> object:
        """What the template is told of a mark; None where it is not shown."""
        if mark.name == d.EMPHASIS:
            return "han" if HAN.search(words) else "latin"
        if mark.name == d.LANGUAGE:
            return language_data(mark.value)
        value = self.words(mark.value)
        if mark.name == d.LINK and not _SAFE_LINK.fullmatch(value):
            self._findings.add(WarningReason.UNSAFE_LINK, mark.value)
            return None
        return value
