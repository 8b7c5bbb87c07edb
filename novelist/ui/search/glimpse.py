# SPDX-License-Identifier: MIT
"""The words around a place, on one line: before it, itself, what is to stand there, after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from novelist.domain.finding.finding import Span
from novelist.domain.finding.passages import OBJECT

_BEFORE: Final = 60  # characters at most; the row shows as many as fit
_AFTER: Final = 160
_SENTENCE: Final = re.compile("[.!?…][\"'”’)]*\\s+|[。！？…]+[”’」』）]*")
_SPACES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A place and what is around it; ``new`` is None where nothing takes its place."""

    before: str
    old: str
    new: str | None
    after: str
    is_chosen: bool = True

    @property
    def words(self) -> str:
        """All of it as it would be read out."""
        middle = self.old if self.new is None else f"{self.old} → {self.new}"
        return f"{self.before}{middle}{self.after}"


def glimpse_of(text: str, span: Span, new: str | None, *, is_chosen: bool = True) -> Glimpse:
    """The sentence that a place stands in, or as much of it as belongs on a line."""
    start = max(0, span.start - _BEFORE)
    before = text[start : span.start]
    ends = [found.end() for found in _SENTENCE.finditer(before)]
    if ends:
        before = before[ends[-1] :]
    elif start:
        before = "…" + (before.partition(" ")[2] or before)
    after = text[span.end : span.end + _AFTER]
    if span.end + _AFTER < len(text):
        after += "…"
    shown = None if new is None else _on_a_line(new)
    old = _on_a_line(text[span.start : span.end])
    return Glimpse(_on_a_line(before), old, shown, _on_a_line(after), is_chosen)


def _on_a_line(text: str) -> str:
    return _SPACES.sub(" ", text.replace(OBJECT, ""))
