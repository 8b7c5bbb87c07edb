# SPDX-License-Identifier: MIT
"""What stands above and below the pages of an office document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeAlias

from novelist.domain.compiling.settings import Page, RunningHead
from novelist.domain.manuscript import Manuscript
from novelist.exporters.pandoc.office_styles import CENTRED, RIGHT
from novelist.exporters.pandoc.words import Words


class Field(Enum):
    """What the program fills in that shows the pages."""

    PAGE = "page"
    CHAPTER = "chapter"


Line: TypeAlias = tuple[str | Field, ...]


@dataclass(frozen=True, slots=True)
class Heads:
    """The lines of right and left pages; the first page has none."""

    right: Line = ()
    left: Line | None = None
    """None where left pages have that of right ones."""
    align: str = CENTRED
    has_foot: bool = True
    """Whether the number of the page stands below."""
    level: int = 1
    """Of the headings that are names of chapters."""
    title: str = ""


PLAIN: Final = Heads()


def heads_of(page: Page, manuscript: Manuscript, level: int, words: Words) -> Heads:
    """What a preset wants."""
    title, author = words.written(manuscript.title), words.written(manuscript.author)
    if page.running_head is RunningHead.SUBMISSION:
        named = (manuscript.field("surname") or author, manuscript.field("keyword") or title)
        line: list[str | Field] = [words.written(name) for name in named if name]
        line += [Field.PAGE] if page.page_numbers else []
        parted = tuple(each for word in line for each in (" / ", word))[1:]
        return Heads(parted, align=RIGHT, has_foot=False, level=level, title=title)
    pairs: dict[RunningHead, tuple[Line, Line]] = {
        RunningHead.AUTHOR_TITLE: ((author or title,), (title,)),
        RunningHead.TITLE_CHAPTER: ((title,), (Field.CHAPTER,)),
    }
    left, right = pairs.get(page.running_head, (None, ()))
    return Heads(right, left, has_foot=page.page_numbers, level=level, title=title)
