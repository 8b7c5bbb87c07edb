# SPDX-License-Identifier: MIT
"""Words of a title page that a book has in its own language, whoever sets its pages."""

from __future__ import annotations

import re
from typing import Final

from novelist.domain.languages import is_han, primary

_NUMBER: Final = re.compile(r"[\d,.\s]+")


def byline(author: str, language: str) -> str:
    """``by Ada Farrow``; in a language whose words are not known here the name alone."""
    if not author:
        return ""
    if is_han(language):
        return f"{author}　著"
    return f"by {author}" if primary(language) == "en" else author


def about_words(words: str, language: str) -> str:
    """A number with what it counts: ``about 98,000 words``; what is no number as it is."""
    if not _NUMBER.fullmatch(words):
        return words
    if is_han(language):
        return f"约 {words.strip()} 字"
    return f"about {words.strip()} words" if primary(language) == "en" else words
