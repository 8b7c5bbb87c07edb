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

from novelist.domain.comparing.common_ends import common_ends
from novelist.domain.comparing.diff import removed_characters
from novelist.domain.counting import EACH, Counts, count
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


def derive(
    before: str, after: str, counts_before: Counts, known_digest: str | None = None
) -> Derived:
    """What derives from a text that another one became; only what changed is counted.

    Where ``counts_before`` cannot be those of the text before, everything is. ``known_digest`` is
    that of the text after.
    """
    old, new = _lines(before), _lines(after)
    plain_old = _plain_blocks(before, old)
    if len(old) == len(new):
        plain_new, (gone, come) = _with_changed(plain_old, old, new, after)
    else:
        plain_new = _plain_blocks(after, new)
        gone, come = _between_ends(plain_old, plain_new)
    plain_text, hashed = "\n".join(plain_new), known_digest or digest(after)
    removed = removed_characters(gone, come)
    if counts_before.characters != sum(len(line) - line.count("\n") for line in plain_old):
        return Derived(plain_text, count(plain_text), hashed, removed)
    return Derived(plain_text, counts_before - count(gone) + count(come), hashed, removed)


def plain_text_of(content: str) -> str:
    """The plain text of JSON Lines: as ``from_json_lines`` gives it, without making a document.

    Raises ``DocumentFormatError`` as that does.
    """
    return "\n".join(_plain_blocks(content, _lines(content)))


def _lines(content: str) -> list[str]:
    """The stored lines of the blocks."""
    return content.removesuffix("\n").split("\n")[1:]


def _plain_blocks(
    content: str, lines: Sequence[str], numbers: Sequence[int] | None = None
) -> list[str]:
    """The plain text of each of the lines of ``content``, or of those with these numbers."""
    numbers = range(len(lines)) if numbers is None else numbers
    try:
        return list(_plain_lines([lines[number] for number in numbers]))
    except (ValueError, TypeError, IndexError, KeyError, RecursionError):
        document = from_json_lines(content)  # which says what is wrong
        return [document.blocks[number].plain_text for number in numbers]


def _with_changed(
    plain: Sequence[str], old: Sequence[str], new: Sequence[str], after: str
) -> tuple[list[str], tuple[str, str]]:
    """The plain blocks with those that changed; and of these what went and came, a line a place."""
    changed = [number for number, line in enumerate(new) if line != old[number]]
    found = _plain_blocks(after, new, changed)
    result, gone, come = list(plain), [], []
    for number, line in zip(changed, found, strict=True):
        pair = _window(result[number], line)
        gone.append(pair[0])
        come.append(pair[1])
        result[number] = line
    return result, ("\n".join(gone), "\n".join(come))


def _between_ends(old: list[str], new: list[str]) -> tuple[str, str]:
    """What differs where blocks came or went: all between both ends."""
    first, last = common_ends(old, new)
    return "\n".join(old[first : len(old) - last]), "\n".join(new[first : len(new) - last])


def _window(old: str, new: str) -> tuple[str, str]:
    """What differs, from the end of the word before it to the beginning of the word after it."""
    start, suffix = common_ends(old, new)
    end = len(old) - suffix
    while start and not _BETWEEN_WORDS(old[start - 1]):
        start -= 1
    while end < len(old) and not _BETWEEN_WORDS(old[end]):
        end += 1
    return old[start:end], new[start : len(new) - len(old) + end]


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
