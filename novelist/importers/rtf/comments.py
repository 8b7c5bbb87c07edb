# SPDX-License-Identifier: MIT
"""The annotations of an RTF file: who said what when, about which passage."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime

from novelist.domain import document as d
from novelist.domain.comments import commented, marks_in
from novelist.domain.document import Mark
from novelist.importers.anchors import anchored
from novelist.importers.imported import ImportedComment, ImportedRemark

_MOST_OPEN = 30  # passages that overlap


class CommentReader:
    """Knows which passages are open, and gathers what is said of each.

    Marks are random: texts of several files may come together.
    """

    def __init__(self) -> None:
        self.comments: list[ImportedComment] = []
        self.author = ""
        self.made_at: datetime | None = None
        self._ranges: dict[str, str] = {}  # the mark of each name
        self._open: list[str] = []
        self._reference = ""

    @property
    def mark(self) -> Mark | None:
        """What runs are marked with here."""
        return Mark(d.COMMENT, " ".join(self._open)) if self._open else None

    def begin(self, name: str) -> None:
        """A passage begins."""
        if len(self._open) >= _MOST_OPEN:  # what is said of more is put at the word before it
            return
        mark = self._ranges[name] = self._new_mark()
        self._open.append(mark)

    def end(self, name: str) -> None:
        """The passage of that name ends."""
        mark = self._ranges.get(name, "")
        if mark in self._open:
            self._open.remove(mark)

    def refer(self, name: str) -> None:
        """What is said now is about the passage of that name."""
        self._reference = name

    def said(self, blocks: Iterable[d.Block]) -> str:
        """A comment is at its end; its mark where no passage has it yet, else ""."""
        text = "\n".join(block.plain_text for block in blocks).strip()
        known = self._ranges.pop(self._reference, "")
        if known in self._open:  # a passage that ends with what is said of it
            self._open.remove(known)
        mark = known or self._new_mark()
        remark = ImportedRemark(text, self.author, self.made_at)
        self.comments.append(ImportedComment(mark, "", [remark]))
        self.author, self.made_at, self._reference = "", None, ""
        return "" if known else mark

    def settle(self, blocks: list[d.Block], others: Iterable[str] = ()) -> None:
        """Give each comment its passage; marks of which nothing is said are taken away.

        But for those of ``others``, of which something is said elsewhere.
        """
        said = {comment.mark: comment for comment in self.comments}
        known = {*said, *others}
        for passage in commented(blocks):
            if passage.mark in said:
                said[passage.mark].passage = passage.text
        for index, block in enumerate(blocks):
            if any(mark.name == d.COMMENT for each in block.inlines for mark in each.marks):
                blocks[index] = d.normal(
                    replace(block, inlines=tuple(_kept(each, known) for each in block.inlines))
                )

    @staticmethod
    def _new_mark() -> str:
        return secrets.token_hex(8)


def mark_last_word(inlines: list[d.Inline], mark: str) -> None:
    """Let a comment without a passage be about the word before it."""
    place = len(inlines) - 1
    while place >= 0 and anchored(inlines[place]):  # words were deleted there
        place -= 1
    if place < 0 or not isinstance(run := inlines[place], d.Run):
        return
    words = run.text.rstrip()
    start = max(words.rfind(" "), words.rfind("\t")) + 1
    old = next((each.value for each in run.marks if each.name == d.COMMENT), "")
    marks = d.canonical([*run.marks, Mark(d.COMMENT, f"{old} {mark}".strip())])
    pieces = [d.Run(run.text[:start], run.marks), d.Run(words[start:], marks)]
    pieces.append(d.Run(run.text[len(words) :], run.marks))
    inlines[place : place + 1] = [piece for piece in pieces if piece.text]


def moment_of(number: int) -> datetime | None:
    """The moment that Word writes as a number: minutes, hours, day, month and year in bits."""
    minute, hour = number & 63, number >> 6 & 31
    day, month, year = number >> 11 & 31, number >> 16 & 15, 1900 + (number >> 20 & 511)
    try:
        return datetime(year, month, day, hour, minute, tzinfo=UTC)
    except ValueError:
        return None


def _kept(inline: d.Inline, known: Collection[str]) -> d.Inline:
    value = next((mark.value for mark in inline.marks if mark.name == d.COMMENT), "")
    value = " ".join(mark for mark in marks_in(value) if mark in known)
    others = [mark for mark in inline.marks if mark.name != d.COMMENT]
    marks = d.canonical([*others, Mark(d.COMMENT, value)] if value else others)
    return replace(inline, marks=marks)
