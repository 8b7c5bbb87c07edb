# SPDX-License-Identifier: MIT
"""What is looked for in a text, letter by letter, and where it stands.

Unlike a search of the library (``search_text.py``), which proposes items, this finds the very
characters that may be replaced. All offsets are code points of one paragraph, or of one field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import regex

from novelist.domain.finding.search_text import UNSPACED
from novelist.errors import PatternError, PatternFault, PatternTooSlowError

_LETTER: Final = rf"[^\W{UNSPACED}]|[\u0300-\u036f]"  # an accent that stands alone goes on a word
_NOT_AFTER: Final = rf"(?<!{_LETTER})"
_NOT_BEFORE: Final = rf"(?!{_LETTER})"
_IS_LETTER: Final = re.compile(_LETTER)
_APOSTROPHE: Final = re.compile(r"(?<=\w)['\u2019](?=\w)")
_LONGEST: Final = 2_000  # characters of an expression
_PATIENCE: Final = 0.5  # seconds for one text, after which an expression is given up
_FAULTS: Final = (
    ("missing )", PatternFault.NOT_CLOSED),
    ("missing ]", PatternFault.SET_NOT_CLOSED),
    ("unterminated character set", PatternFault.SET_NOT_CLOSED),
    ("unbalanced parenthesis", PatternFault.NOT_OPENED),
    ("nothing to repeat", PatternFault.NOTHING_TO_REPEAT),
    ("multiple repeat", PatternFault.NOTHING_TO_REPEAT),
    ("bad escape", PatternFault.BAD_ESCAPE),
    ("bad character range", PatternFault.BAD_RANGE),
    ("min repeat greater", PatternFault.BAD_RANGE),
    ("group", PatternFault.UNKNOWN_GROUP),
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is looked for. In writings without spaces a whole word means nothing."""

    text: str
    match_case: bool = False
    whole_word: bool = False
    is_expression: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether nothing but these very characters is found."""
        is_cased = not self.match_case and self.text.lower() != self.text.upper()
        return not (self.is_expression or is_cased or _APOSTROPHE.search(self.text))


Found = re.Match[str]  # with its groups; the matches of ``regex`` answer the same


class Span(NamedTuple):
    """A stretch of one text that matches; ``pattern`` says which of those looked for.

    A tuple of numbers: tens of thousands of them cost the collector of garbage nothing.
    """

    start: int
    end: int
    pattern: int = 0


class Finder:
    """Finds one pattern, or several at once; where two overlap, the first, then the longer.

    Making one raises ``PatternError`` for an expression that is none.
    """

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = tuple(patterns)
        self._seekers = tuple(map(_seeker, self.patterns))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return not any(pattern.text for pattern in self.patterns)

    @property
    def words(self) -> tuple[Pattern, ...]:
        """What a store can propose texts by: every pattern, unless one is an expression."""
        return () if any(each.is_expression for each in self.patterns) else self.patterns

    def may_be_in(self, text: str) -> bool:
        """False where it certainly is in no paragraph of a text, whatever is left out of it."""
        return any(seeker.may_be_in(text) for seeker in self._seekers)

    def spans(self, text: str) -> list[Span]:
        """Where it stands, in order and apart. Raises ``PatternTooSlowError``."""
        if len(self._seekers) == 1:
            return [Span(start, end) for start, end in self._seekers[0].spans(text)]
        found = [
            Span(start, end, number)
            for number, seeker in enumerate(self._seekers)
            for start, end in seeker.spans(text)
        ]
        return list(_apart(found))

    def match(self, text: str, span: Span) -> Found | None:
        """The groups of a span that was found in the text; None where it is not there."""
        found = self._seekers[span.pattern].match(text, span.start)
        return found if found is not None and found.end() == span.end else None

    def groups(self, pattern: int = 0) -> tuple[int, frozenset[str]]:
        """How many groups a pattern has, and their names."""
        return self._seekers[pattern].groups


def _apart(found: Iterable[Span]) -> Iterator[Span]:
    end = -1
    for span in sorted(found, key=lambda each: (each.start, -each.end, each.pattern)):
        if span.start >= end:
            yield span
            end = span.end


class _Words:
    """Words as they are typed."""

    groups = (0, frozenset[str]())

    def __init__(self, pattern: Pattern) -> None:
        text = pattern.text
        literal = "['\u2019]".join(map(re.escape, _APOSTROPHE.split(text))) or r"(?!)"
        flags = 0 if pattern.match_case else re.IGNORECASE
        self._exact = text if pattern.is_exact else ""
        self._anywhere = re.compile(literal, flags)
        before = _NOT_AFTER if pattern.whole_word and _IS_LETTER.match(text) else ""
        after = _NOT_BEFORE if pattern.whole_word and _IS_LETTER.match(text[-1:]) else ""
        self._seek = re.compile(before + literal + after, flags)

    def may_be_in(self, text: str) -> bool:
        return self._exact in text if self._exact else self._anywhere.search(text) is not None

    def spans(self, text: str) -> list[tuple[int, int]]:
        if self._exact and self._exact not in text:
            return []
        return [found.span() for found in self._seek.finditer(text)]

    def match(self, text: str, start: int) -> Found | None:
        return self._seek.match(text, start)


class _Expression:
    """A regular expression, which may take for ever and therefore has so long and no longer."""

    def __init__(self, pattern: Pattern) -> None:
        source = pattern.text
        if len(source) > _LONGEST:
            raise PatternError(PatternFault.TOO_LONG)
        self._seek = _compiled(source, pattern)
        self.groups = (self._seek.groups, frozenset(self._seek.groupindex))

    def may_be_in(self, text: str) -> bool:
        return True

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Nothing that is empty: there is nothing to be seen or replaced."""
        try:
            found = self._seek.finditer(text, timeout=_PATIENCE, concurrent=True)
            return [each.span() for each in found if each.end() > each.start()]
        except TimeoutError as error:
            raise PatternTooSlowError from error

    def match(self, text: str, start: int) -> Found | None:
        try:
            found: Found | None = self._seek.match(text, start, timeout=_PATIENCE, concurrent=True)
        except TimeoutError as error:
            raise PatternTooSlowError from error
        return found


def _compiled(source: str, pattern: Pattern) -> regex.Pattern[str]:
    flags = regex.VERSION0 | regex.MULTILINE | (0 if pattern.match_case else regex.IGNORECASE)
    try:
        compiled: regex.Pattern[str] = regex.compile(source, flags)
        if not pattern.whole_word:
            return compiled
        return regex.compile(f"{_NOT_AFTER}(?:{source}){_NOT_BEFORE}", flags)
    except (regex.error, ValueError, OverflowError, RecursionError) as error:
        raise PatternError(_fault(str(error)), getattr(error, "pos", None)) from error


def _fault(message: str) -> PatternFault:
    return next((fault for part, fault in _FAULTS if part in message), PatternFault.OTHER)


_Seeker = _Words | _Expression


def _seeker(pattern: Pattern) -> _Seeker:
    return _Expression(pattern) if pattern.is_expression and pattern.text else _Words(pattern)
