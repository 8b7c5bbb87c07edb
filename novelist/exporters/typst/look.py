# SPDX-License-Identifier: MIT
"""What the pages look like: the settings of a preset as measures, and as data of the template.

The text stands on whole lines, in Chinese also on whole characters: what is left of the paper
goes to the outer and the lower margin.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from novelist.domain.compiling.papers import PAPERS, fitting, inner_margin, paper_key
from novelist.domain.compiling.settings import CompileSettings, Emphasis, Page, RunningHead
from novelist.domain.enums import ExportFormat
from novelist.domain.languages import is_han
from novelist.exporters.typst.faces import body_faces, emphasis_faces
from novelist.exporters.typst.languages import language_data

POINT: Final = 72 / 25.4
"""Points of a millimetre."""

_SMALLEST, _LARGEST = 4.0, 40.0  # points of the type of any book


@dataclass(frozen=True, slots=True)
class Look:
    """The measures of the pages, in points."""

    settings: CompileSettings
    language: str
    width: float
    height: float
    inside: float
    outside: float
    top: float
    bottom: float
    size: float
    lead: float
    """From the foot of one line to that of the next."""

    @property
    def room(self) -> tuple[float, float]:
        """How much of a page is for the text, in width and height."""
        return self.width - self.inside - self.outside, self.height - self.top - self.bottom

    @property
    def is_submission(self) -> bool:
        """Whether it looks like a manuscript that is sent in."""
        return self.settings.page.running_head is RunningHead.SUBMISSION

    def data(self) -> dict[str, Any]:
        """What the template is told."""
        page, typography = self.settings.page, self.settings.typography
        han = is_han(self.language)
        measures = ("width", "height", "inside", "outside", "top", "bottom", "size", "lead")
        return {name: round(getattr(self, name), 3) for name in measures} | {
            "faces": body_faces(page.typeface, self.language),
            "kai": emphasis_faces(self.language),
            "han": han,
            "language": language_data(self.language),
            "mirrored": page.mirrored,
            "justified": page.justified,
            "hyphenated": page.hyphenated and not han,
            "indent": 2.0 if han else 0.0 if typography.paragraph_space else _indent(self),
            "space": typography.paragraph_space,
            "underlines": typography.emphasis is Emphasis.UNDERLINE,
            "head": page.running_head.value,
            "folio": page.page_numbers and not self.is_submission,
            "lines": page.line_numbers,
            "submission": self.is_submission,
        }


def settings_of(settings: CompileSettings | None, language: str) -> CompileSettings:
    """Those that were chosen, or those of a proof that is read on screen or printed at home."""
    if settings is not None:
        return settings
    page = Page(
        paper_key("", language),
        36,
        36,
        32,
        34,
        size=11.5,
        leading=1.4,
        running_head=RunningHead.TITLE_CHAPTER,
    )
    return CompileSettings(ExportFormat.PDF, page=page)


def look_of(settings: CompileSettings, language: str, pages: int) -> Look:
    """The look of a book of so many pages."""
    page = settings.page
    paper = PAPERS.get(page.paper, PAPERS["a4"])
    inside = page.inside or inner_margin(paper, pages)
    outside, top = page.outside or paper.outside, page.top or paper.top
    bottom = page.bottom or paper.bottom
    inside, outside = fitting(inside, outside, paper.width)
    top, bottom = fitting(top, bottom, paper.height)
    size = min(max(page.size, _SMALLEST), _LARGEST)
    lead = size * min(max(page.leading, 1.0), 4.0)
    room = (paper.width - inside - outside) * POINT, (paper.height - top - bottom) * POINT
    lines = int((room[1] - size) / lead) + 1 if room[1] > size else 1
    unused = max(0.0, room[1] - size - (lines - 1) * lead)
    beside = room[0] % size if is_han(language) and page.justified else 0.0
    return Look(
        settings=settings,
        language=language,
        width=paper.width * POINT,
        height=paper.height * POINT,
        inside=inside * POINT + (0.0 if paper.is_trim else beside / 2),
        outside=outside * POINT + (beside if paper.is_trim else beside / 2),
        top=top * POINT,
        bottom=bottom * POINT + unused - 0.01,  # so that rounding takes no line away
        size=size,
        lead=lead,
    )


def _indent(look: Look) -> float:
    """Of a paragraph, in sizes of the type: half an inch in what is sent in, else one line."""
    return 36 / look.size if look.is_submission else round(look.lead / look.size, 3)
