# SPDX-License-Identifier: MIT
"""Comments of office documents: where each begins and ends, and what it says."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from novelist.domain.document import COMMENT, Atom, Block, Run
from novelist.importers.imported import ImportedComment, ImportedItem, ImportedRemark


class CommentRanges:
    """The comments that are open at the place that is read, and all that were found."""

    def __init__(self) -> None:
        self._marks: dict[str, str] = {}  # by the file's own number
        self._open: list[str] = []
        self._said: dict[str, ImportedRemark] = {}

    @property
    def value(self) -> str:
        """The value of the mark of what stands here; "" where no comment is open."""
        return " ".join(self._open)

    def begin(self, values: Mapping[str, str], words: str) -> None:
        """A comment begins; ``values`` are those of pandoc's span."""
        mark = self._marks.setdefault(values.get("id", ""), secrets.token_hex(8))
        self._said[mark] = ImportedRemark(
            words, values.get("author", ""), _moment(values.get("date", ""))
        )
        if mark not in self._open:
            self._open.append(mark)

    def end(self, number: str) -> None:
        """A comment ends."""
        mark = self._marks.get(number, "")
        if mark in self._open:
            self._open.remove(mark)

    def place(self, items: Sequence[ImportedItem]) -> None:
        """Give each item the comments whose passages begin in it."""
        left = dict(self._said)
        every = [each for item in items for each in item.walk()]
        for item in every:
            for mark, passage in _passages(item).items():
                if mark in left:
                    item.comments.append(ImportedComment(mark, passage, [left.pop(mark)]))
        for remark in left.values():  # of a place without letters: what was said is not lost
            target = next((item for item in every if item.kind.has_text), None)
            if target is not None:
                target.notes = f"{target.notes}\n{_said(remark)}".strip()


def _passages(item: ImportedItem) -> dict[str, str]:
    """What is commented in an item, by the mark, in order."""
    found: dict[str, str] = {}
    for block in item.document:
        for mark, words in _commented(block):
            found[mark] = found.get(mark, "") + words
    return found


def _commented(block: Block) -> list[tuple[str, str]]:
    return [
        (mark, inline.text if isinstance(inline, Run) else "")
        for inline in block.inlines
        for each in inline.marks
        if each.name == COMMENT and isinstance(inline, Run | Atom)
        for mark in each.value.split(" ")
    ]


def _said(remark: ImportedRemark) -> str:
    return f"{remark.author}: {remark.text}" if remark.author else remark.text


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
