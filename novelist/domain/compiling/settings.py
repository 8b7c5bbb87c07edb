# SPDX-License-Identifier: MIT
"""What a preset says: what goes in, how it is headed and parted, its type and its pages.

A preset is data: these classes have defaults for everything, and ``preset_text.py`` writes them
down. "" and 0 mean that the language of the novel decides, or the format.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from novelist.domain.document import BREAK_SYMBOL
from novelist.domain.enums import ExportFormat


class Extent(StrEnum):
    """How much of the manuscript goes in."""

    WHOLE = "whole"
    SELECTION = "selection"  # what is chosen in the binder
    FIRST_CHAPTERS = "first-chapters"
    FIRST_WORDS = "first-words"  # to the end of the paragraph in which they are reached


class Numbering(StrEnum):
    """How chapters are numbered."""

    LANGUAGE = "language"  # in digits, and in Chinese as 十一
    NONE = "none"
    DIGITS = "digits"
    WORDS = "words"
    ROMAN = "roman"
    CHINESE = "chinese"


class NotePlace(StrEnum):
    """Where footnotes stand."""

    FOOT = "foot"
    CHAPTER_END = "chapter-end"
    LEFT_OUT = "left-out"


class Quotes(StrEnum):
    """What becomes of quotation marks."""

    AS_TYPED = "as-typed"
    STRAIGHT = "straight"
    CURLY = "curly"


class Emphasis(StrEnum):
    """How emphasis is shown."""

    ITALIC = "italic"
    UNDERLINE = "underline"


class ChapterStart(StrEnum):
    """Where a chapter begins."""

    RIGHT_PAGE = "right-page"
    NEW_PAGE = "new-page"
    SAME_PAGE = "same-page"


class RunningHead(StrEnum):
    """What stands above the text of every page."""

    NONE = "none"
    AUTHOR_TITLE = "author-title"  # the author on the left page, the title on the right one
    TITLE_CHAPTER = "title-chapter"
    SUBMISSION = "submission"  # surname / word of the title / page


@dataclass(frozen=True, slots=True)
class Content:
    """What goes in. ``statuses`` and ``labels`` are names; none means every one."""

    extent: Extent = Extent.WHOLE
    amount: int = 3
    """Chapters or words, where the extent counts them."""
    left_out: bool = False
    """Also what is marked as not in the manuscript; notes and folders never are in it."""
    statuses: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    front: bool = True
    back: bool = True
    title_page: bool = True
    contents: bool = False
    synopsis: bool = False
    """The synopsis of the novel, before its text."""
    item_synopses: bool = False
    """Those of chapters and scenes, before theirs."""
    comments: bool = False
    versions: bool = True
    """The earlier versions of all texts, in the format that holds everything."""
    notes: NotePlace = NotePlace.FOOT


@dataclass(frozen=True, slots=True)
class Headings:
    """How chapters and parts are headed.

    A template has a line for each line of the heading; ``{number}`` and ``{title}`` stand in it,
    and any field of a manuscript. A line whose fields are all empty is left out. "" is what the
    language has: ``Chapter {number}`` over ``{title}``, ``第{number}章　{title}``.
    """

    numbering: Numbering = Numbering.LANGUAGE
    chapter: str = ""
    part: str = ""
    restart_by_part: bool = False
    capitals: bool = False
    scene_titles: bool = False
    scene_break: str = BREAK_SYMBOL
    """What stands between scenes; "" is an empty line."""


@dataclass(frozen=True, slots=True)
class Typography:
    """What becomes of the characters, and how paragraphs are told apart."""

    quotes: Quotes = Quotes.AS_TYPED
    dashes: bool = False
    """-- and --- become dashes, ... an ellipsis."""
    emphasis: Emphasis = Emphasis.ITALIC
    paragraph_space: bool = False
    """An empty line between paragraphs instead of an indent (beside it, in Chinese)."""


@dataclass(frozen=True, slots=True)
class Page:
    """The pages of formats that have pages; lengths in millimetres, sizes of type in points.

    Margins of 0 are those of the paper; the inner one then grows with the number of pages.
    """

    paper: str = ""
    """The key of one of ``papers.PAPERS``; "" is that of the language."""
    inside: float = 0.0
    outside: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    typeface: str = ""
    size: float = 11.0
    leading: float = 1.35
    """The distance of two lines, as a multiple of the size."""
    mirrored: bool = False
    justified: bool = True
    hyphenated: bool = True
    chapter_start: ChapterStart = ChapterStart.NEW_PAGE
    running_head: RunningHead = RunningHead.NONE
    page_numbers: bool = True
    drop_cap: bool = False
    line_numbers: bool = False


@dataclass(frozen=True, slots=True)
class CompileSettings:
    """All that a preset says."""

    format: ExportFormat = ExportFormat.DOCX
    per_chapter: bool = False
    content: Content = field(default_factory=Content)
    headings: Headings = field(default_factory=Headings)
    typography: Typography = field(default_factory=Typography)
    page: Page = field(default_factory=Page)
    end_mark: str = ""
    """What stands under the last line: END."""
    isbn: str = ""
    """The number of the edition, in formats that have a place for it."""


@dataclass(frozen=True, slots=True)
class Preset:
    """Settings under a name. ``key`` is that of a built-in one, "" of the writer's own."""

    name: str
    settings: CompileSettings
    key: str = ""
    id: int | None = None
