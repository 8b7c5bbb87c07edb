# SPDX-License-Identifier: MIT
"""What counts as the same words in a search, where they stand, and a glimpse of what is around.

Case, accents and full-width forms do not matter, nor what kind of quotes or dashes are used.
Words match from their first letter on, the last one as far as it is typed. Writings without spaces
match anywhere. An index may find too much (``divided`` says what it holds); ``Query`` decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

SPLITTING: Final = 1  # raised whenever ``divided`` changes: what was indexed before is then stale

UNSPACED: Final = (  # Han, kana, hangul: every character is a word of its own
    "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_LETTER: Final = rf"[^\W_{UNSPACED}]"
_WORD: Final = re.compile(rf"[{UNSPACED}]|{_LETTER}+")
_UNSPACED_RUN: Final = re.compile(f"[{UNSPACED}]+")
_ACCENT: Final = re.compile("[\u0300-\u036f]")
_RARE: Final = re.compile("[\U00010000-\U0010ffff]")  # newer than what SQLite knows as letters
_AROUND: Final = 40  # characters of a snippet before and after what was found
_PLACES: Final = 3


def fold(text: str) -> str:
    """The text with everything taken away that does not matter."""
    if text.isascii():
        return text.lower()
    spelled = _ACCENT.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", spelled).casefold()


def divided(text: str) -> str:
    """The text, folded, with a space between any two words: what an index is given."""
    folded = fold(text)
    if folded.isascii():
        return folded
    return _RARE.sub(_spell, _UNSPACED_RUN.sub(_spread, folded))


def _spread(run: re.Match[str]) -> str:
    return f" {' '.join(run[0])} "


def _spell(rare: re.Match[str]) -> str:
    return f" x{ord(rare[0]):x} "


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text on one line; ``start`` and ``end`` mark in it what was found."""

    text: str
    start: int
    end: int


class Query:
    """What is looked for."""

    def __init__(self, text: str) -> None:
        self.text = text.strip()
        self.words: tuple[str, ...] = tuple(_WORD.findall(divided(self.text)))
        self._folded = fold(self.text)
        self._pattern = _pattern(self._folded)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return not self.text

    @property
    def ends_open(self) -> bool:
        """Whether the last word may go on: "whal" finds "whale"."""
        return bool(self.words) and re.search(rf"{_LETTER}\Z", self._folded) is not None

    def may_be_in(self, text: str) -> bool:
        """False where it certainly is not: quick, and blind to where paragraphs end."""
        return self._pattern.search(fold(text)) is not None

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where in the text it stands, as offsets of code points; never across paragraphs."""
        start = 0
        for line in text.split("\n"):
            folded = fold(line)
            found = [match.span() for match in self._pattern.finditer(folded)]
            if found:
                at = _offsets(line, len(folded))
                yield from ((start + at[first], start + at[last]) for first, last in found)
            start += len(line) + 1

    def snippets(self, text: str, limit: int = _PLACES) -> list[Snippet]:
        """The first places in the text, each with what is around it."""
        if not self.may_be_in(text):
            return []
        found: list[Snippet] = []
        for first, last in self.places(text):
            found.append(_snippet(text, first, last))
            if len(found) == limit:
                break
        return found


def _pattern(folded: str) -> re.Pattern[str]:
    """Words in this order, with nothing but marks and spaces between them."""
    spans = [match.span() for match in _WORD.finditer(folded)]
    if not spans:
        return re.compile(re.escape(folded) or r"(?!)")
    first = folded[spans[0][0]]
    parts = [rf"(?<!{_LETTER})" if re.match(_LETTER, first) else ""]
    for number, (start, end) in enumerate(spans):
        if number:
            parts.append("" if start == spans[number - 1][1] else r"[\W_]*")
        parts.append(re.escape(folded[start:end]))
        if number + 1 < len(spans) and re.match(_LETTER, folded[end - 1]):
            parts.append(rf"(?!{_LETTER})")
    return re.compile("".join(parts))


def _offsets(line: str, folded_length: int) -> list[int]:
    """For each offset of the folded line, and its end, the offset in the line itself."""
    lengths = [len(fold(character)) for character in line]
    if folded_length == len(line) and all(length == 1 for length in lengths):
        return list(range(len(line) + 1))
    at = [index for index, length in enumerate(lengths) for _ in range(length)]
    missing = folded_length + 1 - len(at)  # composed differently beside each other: very rare
    return at + [len(line)] * max(missing, 1)


def _snippet(text: str, first: int, last: int) -> Snippet:
    before, after = text[max(0, first - _AROUND) : first], text[last : last + _AROUND]
    before, after = before.rpartition("\n")[2], after.partition("\n")[0]
    if first - len(before) > 0 and len(before) == _AROUND:
        before = "…" + _from_a_word(before)
    if len(after) == _AROUND:
        after = _to_a_word(after) + "…"
    return Snippet(before + text[first:last] + after, len(before), len(before) + last - first)


def _from_a_word(text: str) -> str:
    """Without the part of a word at its beginning, where there are spaces."""
    return text.partition(" ")[2] or text


def _to_a_word(text: str) -> str:
    return text.rpartition(" ")[0] or text
