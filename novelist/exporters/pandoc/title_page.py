# SPDX-License-Identifier: MIT
"""The title page of an office document: plain, or as agents ask for it."""

from __future__ import annotations

from novelist.domain.compiling.settings import CompileSettings, RunningHead
from novelist.domain.languages import is_han, primary
from novelist.domain.manuscript import Manuscript
from novelist.exporters.pandoc.blocks import Named
from novelist.exporters.pandoc.nodes import Node, node, para
from novelist.exporters.pandoc.words import Words

_TAB = (
    node("RawInline", "openxml", "<w:r><w:tab/></w:r>"),
    node("RawInline", "opendocument", "<text:tab/>"),
)  # each format takes its own


def title_page(
    manuscript: Manuscript, settings: CompileSettings, words: Words, named: Named
) -> list[Node]:
    """Title, subtitle and author; in a submission below the address and the number of words."""
    is_submission = settings.page.running_head is RunningHead.SUBMISSION
    author = _byline(manuscript) if is_submission else manuscript.author
    lines = {"Title": manuscript.title, "Subtitle": manuscript.field("subtitle"), "Author": author}
    made = _contact(manuscript, words, named) if is_submission else []
    return made + [
        named(style, [para([words.text(line)])]) for style, line in lines.items() if line
    ]


def _contact(manuscript: Manuscript, words: Words, named: Named) -> list[Node]:
    """How to reach the author at the left, how long the text is at the right."""
    address = (manuscript.field("contact") or "").splitlines()
    length = _length(manuscript)
    if not length and not address:
        return []
    first = [words.text(address[0])] if address else []
    first += [*_TAB, words.text(length)] if length else []
    return [named("Contact", [para(first), *(para([words.text(line)]) for line in address[1:])])]


def _length(manuscript: Manuscript) -> str:
    """The words are those of the book, so they follow its language."""
    number = manuscript.field("about-words") or ""
    if not number or not number[-1].isdecimal():
        return number
    if is_han(manuscript.language):
        return f"约 {number} 字"
    return f"about {number} words" if primary(manuscript.language) == "en" else number


def _byline(manuscript: Manuscript) -> str:
    author = manuscript.author
    if not author:
        return ""
    if is_han(manuscript.language):
        return f"{author}　著"
    return f"by {author}" if primary(manuscript.language) == "en" else author
