# SPDX-License-Identifier: MIT
"""What stands on the title page: of a book, or of a manuscript that is sent in."""

from __future__ import annotations

from typing import Any

from novelist.domain.manuscript import Manuscript
from novelist.exporters.title_words import about_words, byline
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
            "words": writer.words(about_words(said("about-words"), manuscript.language)),
            "by": writer.words(byline(manuscript.author, manuscript.language)),
        }
    )
