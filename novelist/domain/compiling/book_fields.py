# SPDX-License-Identifier: MIT
"""What the placeholders of a book and of its headings stand for."""

from __future__ import annotations

import re
from typing import Final

from novelist.domain.compiling.book import Book
from novelist.domain.counting import Counts
from novelist.domain.typing.letters import has_han

_SHORT: Final = 20_000  # words under which a story is counted by hundreds, as agents ask
_SMALL: Final = frozenset({"a", "an", "the", "of", "and", "in", "on", "at", "to", "for", "le", "la",
                           "les", "un", "une", "el", "los", "las"})  # fmt: skip
_WORD: Final = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


def book_fields(book: Book, counts: Counts) -> dict[str, str]:
    """Every field by its name; a placeholder in a text and ``{name}`` in a template mean it."""
    return {
        "title": book.title,
        "subtitle": book.subtitle,
        "author": book.author,
        "surname": surname_of(book.author),
        "keyword": keyword_of(book.title),
        "language": book.language,
        "series": book.series,
        "series-index": "" if book.series_index is None else str(book.series_index),
        "contact": book.contact,
        "year": str(book.year) if book.year else "",
        "uuid": book.uuid,
        "modified": book.modified,
        "words": f"{counts.words:,}",
        "characters": f"{counts.characters_no_spaces:,}",
        "about-words": f"{rounded(counts.words):,}",
    }


def rounded(words: int) -> int:
    """A count as a title page gives it: a novel to the nearest thousand, a story to a hundred."""
    step = 100 if words < _SHORT else 1000
    return max(step, (words + step // 2) // step * step)


def surname_of(author: str) -> str:
    """The name that stands at the head of a page: the last word, and a Chinese name whole."""
    names = author.replace(",", " ").split()
    if not names or has_han(author):
        return author.strip()
    return author.split(",")[0].strip() if "," in author else names[-1]


def keyword_of(title: str) -> str:
    """A word of the title for the head of a page, in capitals; a Chinese title whole."""
    words = _WORD.findall(title)
    if has_han(title) or not words:
        return title.strip()
    telling = [word for word in words if word.casefold() not in _SMALL]
    first: str = (telling or words)[0]
    return first.upper()
