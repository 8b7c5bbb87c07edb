# SPDX-License-Identifier: MIT
"""What stands on the title page: of a book, or of a manuscript that is sent in."""

from __future__ import annotations

import re
from typing import Any

from novelist.domain.languages import is_han, primary
from novelist.domain.manuscript import Manuscript
from novelist.exporters.typst.blocks import BlockWriter
from novelist.exporters.typst.look import Look


def title_page(manuscript: Manuscript, look: Look, writer: BlockWriter) -> dict[str, Any]:
    """Its lines; empty ones are left out by the template."""

    def said(name: str) -> str:
        return manuscript.field(name) or ""

    lines = {
        "title": writer.words(manuscript.title),
        "subtitle": writer.words(said("subtitle")),
        "author": writer.words(manuscript.author),
        "series": writer.words(" ".join(filter(None, (said("series"), said("series-index"))))),
    }
    if not look.is_submission:
        return {"kind": "book"} | lines
    return (
        {"kind": "submission"}
        | lines
        | {
            "contact": [writer.words(line) for line in said("contact").splitlines()],
            "words": writer.words(_about(said("about-words"), manuscript.language)),
            "by": writer.words(_byline(manuscript.author, manuscript.language)),
        }
    )


def _about(words: str, language: str) -> str:
    """The words that go with a number: about 98,000 words."""
    if not re.fullmatch(r"[\d,.\s]+", words):
        return words
    if is_han(language):
        return f"约 {words.strip()} 字"
    return f"about {words.strip()} words" if primary(language) == "en" else words


def _byline(author: str, language: str) -> str:
    if not author:
        return ""
    if is_han(language):
        return f"{author}　著"
    return f"by {author}" if primary(language) == "en" else author
