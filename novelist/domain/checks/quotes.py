# SPDX-License-Identifier: MIT
"""Quotation marks and brackets: each with its other half, all in one style."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from novelist.domain.checks.finding import Check, Finding

_PAIRS: Final = {
    "“": "”", "「": "」", "『": "』", "《": "》", "〈": "〉", "（": "）", "【": "】", "〔": "〕",
    "(": ")", "[": "]", "{": "}", "«": "»", "„": "“",
}  # fmt: skip
_SPEECH: Final = '“「『«„‘"'  # what a speech may begin each of its paragraphs with
_CLOSING: Final = {closing: opening for opening, closing in _PAIRS.items() if opening != "„"}
_MARKS: Final = re.compile("[" + re.escape("".join({*_PAIRS, *_PAIRS.values()})) + "]")
_NUMBER: Final = re.compile(r"\s*(?:\w{1,4}|[一二三四五六七八九十]{1,3})[)）]")  # 1) a) 一）
_SMILE: Final = re.compile(r"[:;=]['-]?$")
_STRAIGHT: Final = '"'
_SINGLE: Final = re.compile(r"(?<!\w)‘(?!em\b|t(?:is|was|were|will)\b|pon\b|cause\b|bout\b)(?=\w)")
_APOSTROPHE: Final = re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_])")


class QuoteStyle(StrEnum):
    """How a text writes speech."""

    CURLY = "curly"  # “ ”
    STRAIGHT = "straight"  # " "
    CORNER = "corner"  # 「 」
    ANGLED = "angled"  # « »


_OF_STYLE: Final = {
    QuoteStyle.CURLY: "“”",
    QuoteStyle.STRAIGHT: _STRAIGHT,
    QuoteStyle.CORNER: "「」",
    QuoteStyle.ANGLED: "«»",
}
_STYLE_MARKS: Final = re.compile('[“”"「」«»]')
_FEW: Final = 4  # marks of the usual style before another one is called a slip


@dataclass(frozen=True, slots=True)
class QuoteCounts:
    """How many marks of each style a text has, and apostrophes of both kinds."""

    styles: tuple[int, ...] = (0,) * len(QuoteStyle)
    straight_apostrophes: int = 0
    curly_apostrophes: int = 0

    @classmethod
    def of(cls, text: str) -> QuoteCounts:
        """The counts of a text."""
        styles = tuple(sum(map(text.count, _OF_STYLE[style])) for style in QuoteStyle)
        if "'" not in text and "’" not in text:
            return cls(styles)
        found = _APOSTROPHE.findall(text)
        return cls(styles, found.count("'"), found.count("’"))

    def __add__(self, other: QuoteCounts) -> QuoteCounts:
        return QuoteCounts(
            tuple(map(sum, zip(self.styles, other.styles, strict=True))),
            self.straight_apostrophes + other.straight_apostrophes,
            self.curly_apostrophes + other.curly_apostrophes,
        )

    @property
    def usual(self) -> QuoteStyle | None:
        """The style that the text keeps to; None where there are too few marks to tell."""
        most = max(self.styles)
        if most < _FEW or most <= sum(self.styles) - most:
            return None
        return list(QuoteStyle)[self.styles.index(most)]

    @property
    def usual_apostrophe(self) -> str | None:
        """The apostrophe that the text keeps to, or None."""
        straight, curly = self.straight_apostrophes, self.curly_apostrophes
        if max(straight, curly) < _FEW or straight == curly:
            return None
        return "'" if straight > curly else "’"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a paragraph; looked at only where its own marks do not agree."""

    following: str = ""
    """The next paragraph, or its beginning."""
    marks_before: Callable[[], str] = str
    """The paragraphs before it, or what ``only_marks`` leaves of them."""
    marks_after: Callable[[], str] = str

    def goes_on(self, mark: str) -> bool:
        """Whether the next paragraph begins with that mark: a speech in several paragraphs."""
        return mark in _SPEECH and self.following.lstrip()[:1] == mark

    def is_closed_later(self, opening: str) -> bool:
        """Whether the speech ends in a later paragraph before another one begins."""
        closing = _PAIRS[opening]
        after = (mark for mark in self.marks_after() if mark in (opening, closing))
        return opening in _SPEECH and next(after, "") == closing

    def was_opened_before(self, closing: str) -> bool:
        """Whether the speech began in an earlier paragraph and did not end there."""
        opening = _CLOSING[closing]
        before = (mark for mark in reversed(self.marks_before()) if mark in (opening, closing))
        return opening in _SPEECH and next(before, "") == opening


def only_marks(text: str) -> str:
    """The quotation marks and brackets of a text."""
    return "".join(_MARKS.findall(text))


def unmatched(text: str, around: Surroundings) -> Iterator[Finding]:
    """Marks without their other half; a speech may go on over several paragraphs."""
    skipped = _NUMBER.match(text)
    open_marks: list[tuple[int, str]] = []
    for found in _MARKS.finditer(text, skipped.end() if skipped else 0):
        mark, place = found[0], found.start()
        if open_marks and mark == _PAIRS.get(open_marks[-1][1]):
            open_marks.pop()
        elif mark in _PAIRS:
            open_marks.append((place, mark))
        elif not (mark in ")(" and _SMILE.search(text, 0, place)):
            yield from _close(open_marks, mark, place, around)
    for place, mark in open_marks:
        if not (around.goes_on(mark) or around.is_closed_later(mark)):
            yield Finding(place, place + 1, Check.UNMATCHED)
    if text.count(_STRAIGHT) % 2 and not around.goes_on(_STRAIGHT):
        place = text.rindex(_STRAIGHT)
        yield Finding(place, place + 1, Check.UNMATCHED)
    yield from _unmatched_single(text, around)


def _close(
    open_marks: list[tuple[int, str]], mark: str, place: int, around: Surroundings
) -> Iterator[Finding]:
    """A closing mark that does not fit the last one: what stands open in between has no end."""
    opening = _CLOSING[mark]
    if opening not in (each for _, each in open_marks):
        if not around.was_opened_before(mark):
            yield Finding(place, place + 1, Check.UNMATCHED)
        return
    while open_marks:
        begun, each = open_marks.pop()
        if each == opening:
            return
        yield Finding(begun, begun + 1, Check.UNMATCHED)


def _unmatched_single(text: str, around: Surroundings) -> Iterator[Finding]:
    """A single opening mark after which there is no closing one at all: ’ is an apostrophe too."""
    for found in _SINGLE.finditer(text) if "‘" in text else ():
        if "’" not in text[found.end() :] and not around.goes_on("‘"):
            yield Finding(found.start(), found.end(), Check.UNMATCHED)


def mixed_quotes(text: str, counts: QuoteCounts) -> Iterator[Finding]:
    """Marks of another style than the text keeps to, each with the one that it should be."""
    usual = counts.usual
    if usual is not None and sum(counts.styles) > counts.styles[list(QuoteStyle).index(usual)]:
        wanted, number = _OF_STYLE[usual], 0
        for found in _STYLE_MARKS.finditer(text):
            is_second = number % 2 if found[0] == _STRAIGHT else found[0] in "”」»"
            number += found[0] == _STRAIGHT
            if found[0] not in wanted:
                replacement = wanted[-1] if is_second else wanted[0]
                yield Finding(found.start(), found.end(), Check.MIXED_QUOTES, replacement)
    apostrophe = counts.usual_apostrophe
    if apostrophe is not None and counts.straight_apostrophes and counts.curly_apostrophes:
        for found in _APOSTROPHE.finditer(text):
            if found[0] != apostrophe:
                yield Finding(found.start(), found.end(), Check.MIXED_QUOTES, apostrophe)
