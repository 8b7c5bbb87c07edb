# SPDX-License-Identifier: MIT
"""The styles of an office document as rows, under the names that Word has for them.

Lengths are twentieths of a point, sizes half points; None is what the style it is based on has.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from novelist.exporters.pandoc.look import Look

NORMAL: Final = "Normal"
BODY: Final = "Body Text"
CENTRED: Final = "center"
RIGHT: Final = "right"
JUSTIFIED: Final = "both"

FRONT_MATTER: Final = "Front Matter"
BACK_MATTER: Final = "Back Matter"
"""What has no heading; with one its letters have the linked style "Front Matter Heading"."""

_Said: TypeAlias = dict[str, Any]
"""What several styles say alike."""

_SINGLE: Final = 240
_FIRST: Final = "First Paragraph"


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """One style of paragraphs."""

    name: str
    based_on: str = NORMAL
    next_style: str = ""
    align: str = ""
    first: int | None = None
    """How far the first line is indented."""
    inset: int = 0
    before: int | None = None
    after: int | None = None
    line: int | None = None
    line_rule: str = "auto"
    size: int = 0
    bold: bool = False
    italic: bool = False
    keeps: bool = False
    """Whether it stays on the page of what follows."""
    new_page: bool = False
    right_page: bool = False
    """Whether the page that it begins is a right one."""
    level: int = 0
    """Of a heading."""
    right_tab: int = 0
    identifier: str = ""
    is_linked: bool = False
    """Whether letters can have it too, as in a heading of another style."""


def letters_style(name: str) -> str:
    """What the half of a linked style is called that letters have."""
    return f"{name} Char"


def office_styles(look: Look) -> list[ParagraphStyle]:
    """All styles of paragraphs; the first is what the others are based on."""
    is_double = look.paragraph_space and not look.is_han
    body: _Said = {"first": 0 if is_double else look.indent}
    space = look.line if look.paragraph_space else None
    even = JUSTIFIED if look.justified else ""
    inset: _Said = {"inset": look.inset, "first": 0}
    single: _Said = {"line": _SINGLE, "before": 0, "after": 0}
    mid: _Said = {"first": 0, "align": CENTRED}
    large = 0 if look.one_size else look.size + 8
    breaks: _Said = {"keeps": True, **mid, "next_style": _FIRST}
    rows = [
        ParagraphStyle(NORMAL, "", line=look.line, line_rule=look.line_rule, before=0, after=0),
        ParagraphStyle(BODY, after=space, align=even, **body),
        ParagraphStyle(_FIRST, BODY, BODY, first=look.indent if look.is_han else 0),
        ParagraphStyle("Compact", BODY, first=0),
        ParagraphStyle("Title", before=look.title_above, after=240, size=large, **mid),
        *(ParagraphStyle(name, **mid) for name in ("Subtitle", "Author", "Date")),
        *(_heading(level, look) for level in range(1, 7)),
        ParagraphStyle("Block Text", align=even, **inset),
        ParagraphStyle("Verse", **inset),
        ParagraphStyle("Letter", **inset),
        ParagraphStyle("Scene Break", **breaks),
        ParagraphStyle("Text Break", **breaks),
        *(ParagraphStyle(name, BODY) for name in (FRONT_MATTER, BACK_MATTER)),
        *(
            ParagraphStyle(f"{name} Heading", "heading 1", _FIRST, is_linked=True)
            for name in (FRONT_MATTER, BACK_MATTER)
        ),
        ParagraphStyle("Centered", BODY, **mid),
        ParagraphStyle("Right Aligned", BODY, first=0, align=RIGHT),
        ParagraphStyle("Justified", BODY, align=JUSTIFIED),
        *(
            ParagraphStyle(f"Heading in Text {level}", keeps=True, first=0, bold=True)
            for level in range(1, 5)
        ),
        ParagraphStyle("Footnote Text", first=0, size=max(16, look.size - 4), **single),
        ParagraphStyle("Image Caption", italic=True, **mid, **single),
        ParagraphStyle("Captioned Figure", keeps=True, **mid),
        ParagraphStyle("Footer", **mid, **single),
    ]  # fmt: skip
    return rows + _of_a_preset(look, single) if look.has_preset else rows


def _heading(level: int, look: Look) -> ParagraphStyle:
    above = look.chapter_above[level - 1] if level <= 2 else 480
    if look.has_preset and level > max(look.page_levels, 1):
        above = look.size * 20
    return ParagraphStyle(
        f"heading {level}", next_style=_FIRST, keeps=True, new_page=level <= look.page_levels,
        right_page=look.right_pages and level <= look.page_levels,
        before=above, after=480 if level <= 2 else look.size * 20, first=0, align=CENTRED,
        level=level, size=look.size + 4 if level <= 2 and not look.one_size else 0,
        identifier=f"Heading{level}",
    )  # fmt: skip


def _of_a_preset(look: Look, single: _Said) -> list[ParagraphStyle]:
    """What only documents of a preset have: heads, a contact block, contents, comments."""
    tab: _Said = {"right_tab": look.text_width}
    entry: _Said = {"line": _SINGLE, "before": 0, "after": look.size * 4, **tab}
    return [
        ParagraphStyle("Header", first=0, **single),
        ParagraphStyle("Header Center", "Header", align=CENTRED),
        ParagraphStyle("Header Right", "Header", align=RIGHT),
        ParagraphStyle("Contact", first=0, **single, **tab),
        ParagraphStyle("TOC Heading", new_page=True, keeps=True, before=look.size * 20,
                       after=480, first=0, align=CENTRED),
        ParagraphStyle("toc 1", first=0, identifier="TOC1", **entry),
        ParagraphStyle("toc 2", inset=360, first=0, identifier="TOC2", **entry),
        ParagraphStyle("Page Start", new_page=True, first=0, **single),
        ParagraphStyle("annotation text", first=0, size=20, identifier="CommentText", **single),
    ]  # fmt: skip
