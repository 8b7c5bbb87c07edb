# SPDX-License-Identifier: MIT
"""What became of some blocks of a text, by its stored lines: for changes to thousands of texts.

A step of the journal that holds both forms of every text it changed would be twice as long as the
novel. This holds the lines that changed and the digests of the whole, so that the way there and
back is exact all the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from novelist.domain.common_ends import common_ends
from novelist.domain.counting import EACH, Counts, count
from novelist.domain.diff import removed_characters
from novelist.domain.document_text import digest, from_json_lines

_BETWEEN_WORDS: Final = re.compile(rf"[\s{EACH}]").match  # each Han character is a word of its own


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """One line of a text: which (the header is 0), and what it was and is."""

    number: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Rewriting:
    """Lines that changed, from the text with the digest ``before`` to the one with ``after``."""

    before: str
    after: str
    lines: tuple[ChangedLine, ...]

    @property
    def size(self) -> int:
        """How many characters it holds."""
        return sum(len(line.before) + len(line.after) for line in self.lines)

    def reversed(self) -> Rewriting:
        """The way back."""
        lines = tuple(ChangedLine(each.number, each.after, each.before) for each in self.lines)
        return Rewriting(self.after, self.before, lines)

    def applied_to(self, content: str) -> str | None:
        """The text with the lines changed, also where others of it were written in since.

        None where a line is not what it was.
        """
        lines = content.split("\n")
        places = self._places(lines)
        if places is None:
            return None
        for place, line in zip(places, self.lines, strict=True):
            lines[place] = line.after
        return "\n".join(lines)

    def _places(self, lines: Sequence[str]) -> list[int] | None:
        """Where the lines are now: at their numbers, or moved with what was written before them."""
        moved = 0
        places: list[int] = []
        for line in self.lines:
            place = _nearest(lines, line.before, line.number + moved, places[-1] if places else 0)
            if place is None:
                return None
            moved = place - line.number
            places.append(place)
        return places


def _nearest(lines: Sequence[str], wanted: str, expected: int, after: int) -> int | None:
    """Where a line stands, the nearest to where it should be of those after another."""
    for step in range(len(lines)):
        for place in (expected + step, expected - step):
            if after < place < len(lines) and lines[place] == wanted:
                return place
    return None


def rewriting_between(before: str, after: str, known_digest: str | None = None) -> Rewriting:
    """What leads from one text to another with as many blocks; ``known_digest`` is the first's."""
    pairs = zip_longest(before.split("\n"), after.split("\n"), fillvalue="")
    changed = (
        ChangedLine(number, old, new) for number, (old, new) in enumerate(pairs) if old != new
    )
    return Rewriting(known_digest or digest(before), digest(after), tuple(changed))


@dataclass(frozen=True, slots=True)
class Derived:
    """What is stored beside a text, and what the change took out of it."""

    plain_text: str
    counts: Counts
    digest: str
    removed: int


def derive(before: str, after: str, counts_before: Counts) -> Derived:
    """What derives from a text that another one became; only what changed is counted.

    Where ``counts_before`` cannot be those of the text before, everything is.
    """
    plain_text, plain_before, hashed = plain_text_of(after), plain_text_of(before), digest(after)
    gone, come = _windows(before, after)
    removed = removed_characters(gone, come)
    if counts_before.characters != len(plain_before) - plain_before.count("\n"):
        return Derived(plain_text, count(plain_text), hashed, removed)
    return Derived(plain_text, counts_before - count(gone) + count(come), hashed, removed)


def plain_text_of(content: str) -> str:
    """The plain text of JSON Lines: as ``from_json_lines`` gives it, without making a document.

    Raises ``DocumentFormatError`` as that does.
    """
    lines = content.removesuffix("\n").split("\n")[1:]
    try:
        return "\n".join(_plain_lines(lines))
    except (ValueError, TypeError, IndexError, KeyError, RecursionError):
        return from_json_lines(content).plain_text  # which says what is wrong


def _windows(before: str, after: str) -> tuple[str, str]:
    """What of the plain text went and came, in whole words, a line a place."""
    old, new = map(list, map(_plain_lines, _changed(before, after)))
    if len(old) != len(new):
        return "\n".join(old), "\n".join(new)
    pairs = [_window(was, is_now) for was, is_now in zip(old, new, strict=True)]
    return "\n".join(pair[0] for pair in pairs), "\n".join(pair[1] for pair in pairs)


def _window(old: str, new: str) -> tuple[str, str]:
    """What differs, from the end of the word before it to the beginning of the word after it."""
    start, suffix = common_ends(old, new)
    end = len(old) - suffix
    while start and not _BETWEEN_WORDS(old[start - 1]):
        start -= 1
    while end < len(old) and not _BETWEEN_WORDS(old[end]):
        end += 1
    return old[start:end], new[start : len(new) - len(old) + end]


def _changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that differ: pair by pair, or where blocks came or went all between both ends."""
    old, new = before.split("\n"), after.split("\n")
    if len(old) == len(new):
        pairs = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
        return [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    first, last = common_ends(old, new)
    kept = (old[first : len(old) - last], new[first : len(new) - last])
    return [line for line in kept[0] if line], [line for line in kept[1] if line]


def _plain_lines(lines: Sequence[str]) -> Iterator[str]:
    for block in json.loads(f"[{','.join(lines)}]"):
        inlines = block[1]
        if len(inlines) == 1 and isinstance(inlines[0], str):
            yield inlines[0]
        else:
            yield "".join(map(_plain, inlines))


def _plain(inline: str | list[str] | dict[str, str]) -> str:
    if isinstance(inline, str):
        return inline
    if isinstance(inline, list):
        return inline[0]
    return "\n" if inline["atom"] == "br" else ""
