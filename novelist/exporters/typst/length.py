# SPDX-License-Identifier: MIT
"""How many pages a book will have, before it is set: near enough to choose its inner margin."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from novelist.domain.compiling.settings import ChapterStart, CompileSettings
from novelist.domain.document import Atom, Inline
from novelist.domain.languages import is_han
from novelist.domain.manuscript import HEADED, ManuscriptItem
from novelist.exporters.typst.look import look_of

_LATIN: Final = 0.41  # of the size of the type: how wide a letter or a space is
_MANY: Final = 400  # pages that the first guess of the margins is made for
_OPENING: Final = 0.45  # of a page: the room over a chapter, and what stays empty at its end


def guessed_pages(items: Sequence[ManuscriptItem], settings: CompileSettings, language: str) -> int:
    """The number of pages, a tenth more or less."""
    pages = _MANY
    for _ in range(2):  # the margins follow from the pages, and the pages from the margins
        pages = _pages(items, settings, language, pages)
    return pages


def _pages(
    items: Sequence[ManuscriptItem], settings: CompileSettings, language: str, pages: int
) -> int:
    look = look_of(settings, language, pages)
    width, height = look.room
    letter = look.size * (1.0 if is_han(language) else _LATIN)
    in_line = max(1.0, width / letter)
    on_page = max(1, int((height - look.size) / look.lead) + 1)
    lines = sum(
        math.ceil((_length(block.inlines) + 0.3 * in_line) / in_line)
        for item in items
        for block in item.document
    )
    chapters = sum(1 for item in items if item.kind in HEADED)
    start = settings.page.chapter_start
    empty = {ChapterStart.RIGHT_PAGE: 0.5 + _OPENING, ChapterStart.NEW_PAGE: _OPENING}.get(
        start, 0.1
    )
    return max(1, round(lines / on_page + chapters * empty) + settings.content.title_page)


def _length(inlines: Sequence[Inline]) -> int:
    return sum(0 if isinstance(each, Atom) else len(each.text) for each in inlines)
