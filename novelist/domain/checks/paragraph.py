# SPDX-License-Identifier: MIT
"""All checks of one paragraph."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from novelist.domain.checks.doubled import doubled_spaces, doubled_words
from novelist.domain.checks.finding import Check, Finding
from novelist.domain.checks.particles import particles
from novelist.domain.checks.quotes import QuoteCounts, Surroundings, mixed_quotes, unmatched
from novelist.domain.languages import primary

ALL: Final = frozenset(Check)
NOWHERE: Final = Surroundings()


def check_paragraph(
    text: str,
    language: str,
    *,
    around: Surroundings = NOWHERE,
    counts: QuoteCounts | None = None,
    wanted: Collection[Check] = ALL,
) -> list[Finding]:
    """What may be a slip, in order; of two that overlap the first, and the longer.

    ``counts`` are those of the text that the paragraph is in.
    """
    found = list(_found(text, language, around, counts, wanted))
    found.sort(key=lambda each: (each.start, -each.end))
    apart: list[Finding] = []
    for each in found:
        if not apart or each.start >= apart[-1].end:
            apart.append(each)
    return apart


def _found(
    text: str,
    language: str,
    around: Surroundings,
    counts: QuoteCounts | None,
    wanted: Collection[Check],
) -> Iterator[Finding]:
    if Check.DOUBLED_WORD in wanted:
        yield from doubled_words(text, language)
    if Check.DOUBLED_SPACE in wanted and "  " in text:
        yield from doubled_spaces(text)
    if Check.UNMATCHED in wanted:
        yield from unmatched(text, around)
    if Check.MIXED_QUOTES in wanted and counts is not None:
        yield from mixed_quotes(text, counts)
    if Check.PARTICLE in wanted and primary(language) == "zh":
        yield from particles(text)
