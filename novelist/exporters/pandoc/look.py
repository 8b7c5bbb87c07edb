# SPDX-License-Identifier: MIT
"""How the pages of an office document look: what a preset says of them, in the units of Word.

Lengths are twentieths of a point, sizes of type half points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from novelist.domain.compiling.papers import INCH, PAPERS, Paper, fitting, paper_key
from novelist.domain.compiling.settings import ChapterStart, CompileSettings, Page, RunningHead
from novelist.domain.languages import primary
from novelist.domain.manuscript import Manuscript
from novelist.exporters.pandoc.words import Words

_TWIPS: Final = 1440 / INCH  # of a millimetre
_FACE: Final = "Times New Roman"
_EAST: Final = "SimSun"


@dataclass(frozen=True, slots=True)
class Look:
    """Pages and type; the defaults are those of a document without a preset."""

    language: str
    width: int
    height: int
    inside: int = 1440
    outside: int = 1440
    top: int = 1440
    bottom: int = 1440
    typeface: str = _FACE
    east: str = _EAST
    size: int = 24
    line: int = 480
    line_rule: str = "auto"
    indent: int = 720
    inset: int = 720
    justified: bool = False
    hyphenated: bool = False
    mirrored: bool = False
    line_numbers: bool = False
    paragraph_space: bool = False
    one_size: bool = False
    """Whether titles are no larger than the text, as in a submission."""
    page_levels: int = 2
    """How many levels of headings begin a page."""
    right_pages: bool = False
    """Whether these are right ones."""
    chapter_above: tuple[int, int] = (2400, 1800)
    """What is free above a heading of the first and of the second level."""
    title_above: int = 4800
    has_preset: bool = False

    @property
    def is_han(self) -> bool:
        """Whether its paragraphs are set as Chinese ones are."""
        return primary(self.language) == "zh"

    @property
    def text_width(self) -> int:
        """From one margin to the other."""
        return self.width - self.inside - self.outside


def plain_look(language: str) -> Look:
    """That of a document without a preset: 12 point, double-spaced, a page a chapter."""
    paper = PAPERS[paper_key("", language)]
    indent = 480 if primary(language) == "zh" else 720
    return Look(language, _twips(paper.width), _twips(paper.height), indent=indent)


def look_of(settings: CompileSettings, manuscript: Manuscript, levels: int, words: Words) -> Look:
    """What a preset wants; ``levels`` of headings begin a page where chapters do."""
    page, language = settings.page, words.written(manuscript.language)
    typeface = words.written(page.typeface)
    paper = PAPERS[paper_key(page.paper, language)]
    width, height = _twips(paper.width), _twips(paper.height)
    inside, outside = _margins(page, paper, ("inside", "outside"), paper.width)
    top, bottom = _margins(page, paper, ("top", "bottom"), paper.height)
    size = round(page.size * 2)
    is_submission = page.running_head is RunningHead.SUBMISSION
    has_pages = page.chapter_start is not ChapterStart.SAME_PAGE
    is_han = primary(language) == "zh"
    third = max(0, height // 3 - top)
    contact = len((manuscript.field("contact") or "").splitlines()) if is_submission else 0
    narrow = paper.is_trim and not is_submission
    return Look(
        language, width, height,
        inside=inside, outside=outside, top=top, bottom=bottom,
        typeface=typeface or _FACE, east=(is_han and typeface) or _EAST,
        size=size, line=round(page.leading * size * 10), line_rule="atLeast",
        indent=size * 20 if is_han else size * 15 if narrow else 720,
        inset=size * 20 if narrow else 720,
        justified=page.justified, hyphenated=page.hyphenated and not is_han,
        mirrored=page.mirrored, line_numbers=page.line_numbers,
        paragraph_space=settings.typography.paragraph_space, one_size=is_submission,
        page_levels=levels if has_pages else 0,
        right_pages=page.chapter_start is ChapterStart.RIGHT_PAGE,
        chapter_above=(third, third) if has_pages else (size * 40, size * 30),
        title_above=max(size * 20, third - contact * size * 12), has_preset=True,
    )  # fmt: skip


def _margins(page: Page, paper: Paper, sides: tuple[str, str], whole: float) -> tuple[int, int]:
    """Those of two sides that face each other."""
    first, second = (getattr(page, side) or getattr(paper, side) for side in sides)
    first, second = fitting(first, second, whole)
    return _twips(first), _twips(second)


def _twips(millimetres: float) -> int:
    return round(millimetres * _TWIPS)
