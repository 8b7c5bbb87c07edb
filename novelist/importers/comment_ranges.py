# SPDX-License-Identifier: MIT
"""Comments of office documents: where each begins and ends, and what it says."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from novelist.importers.imported import ImportedComment, ImportedRemark

MOST_OPEN: Final = 30
"""Passages that overlap; the comments on more have none."""


class CommentRanges:
    """The comments that are open at the place that is read, and all that were found."""

    def __init__(self) -> None:
        self._marks: dict[str, str] = {}  # by the file's own number
        self._open: list[str] = []
        self._said: dict[str, ImportedComment] = {}

    @property
    def value(self) -> str:
        """The value of the mark of what stands here; "" where no comment is open."""
        return " ".join(self._open)

    def begin(self, values: Mapping[str, str], words: str, *, is_resolved: bool = False) -> None:
        """A comment begins; ``values`` are its ``id``, ``author`` and ``date``."""
        mark = self._marks.setdefault(values.get("id", ""), secrets.token_hex(8))
        self._said[mark] = ImportedComment(mark, "", [_remark(values, words)], is_resolved)
        if mark not in self._open and len(self._open) < MOST_OPEN:
            self._open.append(mark)

    def answer(self, number: str, values: Mapping[str, str], words: str) -> None:
        """Something is said to the comment of that number, which has begun."""
        self._said[self._marks[number]].remarks.append(_remark(values, words))

    def end(self, number: str) -> str:
        """A comment ends; its mark, or "" where none had begun."""
        mark = self._marks.get(number, "")
        if mark in self._open:
            self._open.remove(mark)
        return mark

    def found(self) -> list[ImportedComment]:
        """All comments, whose passages the texts tell."""
        return list(self._said.values())


def _remark(values: Mapping[str, str], words: str) -> ImportedRemark:
    return ImportedRemark(words, values.get("author", ""), moment(values.get("date", "")))


def moment(text: str) -> datetime | None:
    """The moment that a document writes, in UTC; None where it writes none."""
    try:
        found = datetime.fromisoformat(text)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):  # which is one in UTC before the first year
        return None
