# SPDX-License-Identifier: MIT
"""The title page of an office document: plain, or as agents ask for it."""

from __future__ import annotations

from novelist.domain.compiling.settings import CompileSettings, RunningHead
from novelist.domain.manuscript import Manuscript
from novelist.exporters.pandoc.blocks import Named
from novelist.exporters.pandoc.nodes import Node, node, para
from novelist.exporters.pandoc.words import Words
from novelist.exporters.title_words import about_words, byline

_TAB = (
    node("RawInline", "openxml", "<w:r><w:tab/></w:r>"),
    node("RawInline", "opendocument", "<text:tab/>"),
)  # each format takes its own


def title_page(
    manuscript: Manuscript, settings: CompileSettings, words: Words, named: Named
) -> list[Node]:
    """Title, subtitle and author; in a submission below the address and the number of words."""
    is_submission = settings.page.running_head is RunningHead.SUBMISSION
    author = manuscript.author
    author = byline(author, manuscript.language) if is_submission else author
    lines = {"Title": manuscript.title, "Subtitle": manuscript.field("subtitle"), "Author": author}
    made = _contact(manuscript, words, named) if is_submission else []
    return made + [
        named(style, [para([words.text(line)])]) for style, line in lines.items() if line
    ]


def _contact(manuscript: Manuscript, words: Words, named: Named) -> list[Node]:
    """How to reach the author at the left, how long the text is at the right."""
    address = (manuscript.field("contact") or "").splitlines()
    length = about_words(manuscript.field("about-words") or "", manuscript.language)
    if not length and not address:
        return []
    first = [words.text(address[0])] if address else []
    first += [*_TAB, words.text(length)] if length else []
    return [named("Contact", [para(first), *(para([words.text(line)]) for line in address[1:])])]
