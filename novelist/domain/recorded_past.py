# SPDX-License-Identifier: MIT
"""What a text was before: its paragraphs, each once, and the versions that were made of them.

A version is written as the numbers of its paragraphs, ``0-12,40,14-30``: most of a version is a
stretch of the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

Span = tuple[int, int]
"""The numbers of the first and the last of some paragraphs that follow each other."""

_SPAN: Final = re.compile(r"([0-9]{1,9})(?:-([0-9]{1,9}))?")


@dataclass(frozen=True, slots=True)
class RecordedVersion:
    """What a text was at a moment, which may have been given a name."""

    made_at: datetime
    spans: tuple[Span, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class RecordedPast:
    """The versions of a text, oldest first; ``paragraphs`` are lines of its stored form."""

    paragraphs: tuple[str, ...]
    versions: tuple[RecordedVersion, ...]


class PastMaker:
    """Takes the versions of a text one after the other."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._versions: list[RecordedVersion] = []

    def add(self, paragraphs: Iterable[str], made_at: datetime, name: str = "") -> None:
        """The next version, of these paragraphs."""
        numbers = (self._numbers.setdefault(each, len(self._numbers)) for each in paragraphs)
        self._versions.append(RecordedVersion(made_at, tuple(_spans(numbers)), name))

    def made(self) -> RecordedPast | None:
        """The past; None where no version was added."""
        if not self._versions:
            return None
        return RecordedPast(tuple(self._numbers), tuple(self._versions))


def written(spans: Sequence[Span]) -> str:
    """The spans as a file has them."""
    return ",".join(f"{first}-{last}" if last > first else f"{first}" for first, last in spans)


def spans_of(text: str, paragraphs: int) -> list[Span] | None:
    """The spans that a file has, None where they are not spans of so many paragraphs."""
    spans = []
    for part in text.split(",") if text else ():
        found = _SPAN.fullmatch(part)
        first = int(found[1]) if found else 0
        last = int(found[2] or found[1]) if found else -1
        if not first <= last < paragraphs:
            return None
        spans.append((first, last))
    return spans


def _spans(numbers: Iterable[int]) -> Iterator[Span]:
    first = last = -1
    for number in numbers:
        if first >= 0 and number == last + 1:
            last = number
            continue
        if first >= 0:
            yield first, last
        first = last = number
    if first >= 0:
        yield first, last
