# SPDX-License-Identifier: MIT
"""What a reader would stumble over in a paragraph, found by rules alone, without a dictionary."""

from novelist.domain.checks.finding import Check, Finding
from novelist.domain.checks.paragraph import check_paragraph
from novelist.domain.checks.quotes import QuoteCounts, QuoteStyle, Surroundings, only_marks

__all__ = [
    "Check",
    "Finding",
    "QuoteCounts",
    "QuoteStyle",
    "Surroundings",
    "check_paragraph",
    "only_marks",
]
