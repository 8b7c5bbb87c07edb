# SPDX-License-Identifier: MIT
"""The sections of a book: what begins with a heading, or on a page of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from novelist.domain.compiling.settings import ChapterStart
from novelist.domain.enums import ItemKind
from novelist.domain.languages import is_han
from novelist.domain.manuscript import HEADED, Manuscript, ManuscriptItem
from novelist.exporters.division import with_breaks
from novelist.exporters.typst.blocks import BlockData, BlockWriter
from novelist.exporters.typst.look import Look
from novelist.exporters.typst.opening import opened

_ABOVE: Final = frozenset({ItemKind.PART, ItemKind.FOLDER})
_BESIDE: Final = frozenset({ItemKind.FRONT, ItemKind.BACK})
_RUNNING: Final = 0.8  # of the width that a running head may take
_LATIN: Final = 0.45  # of the size: how wide a letter is
_FEW: Final = 12  # blocks of a page that is no chapter
_IMPRINT: Final = ("copyright", "imprint", "版权", "版權")
_UNTITLED: Final = frozenset({"dedication", "epigraph", "献词", "獻詞", "题记", "題記"})
_PREFACES: Final = frozenset(
    {"preface", "foreword", "introduction", "序言", "前言", "自序", "代序", "引言", "序"}
)


@dataclass(slots=True)
class Section:
    """A chapter, a part, a preface … with the text under it."""

    kind: ItemKind
    depth: int
    title: str = ""
    lines: tuple[str, ...] = ()
    level: int = 1
    blocks: list[BlockData] = field(default_factory=list)


def sections_of(
    manuscript: Manuscript, items: Iterable[ManuscriptItem], writer: BlockWriter, look: Look
) -> list[dict[str, Any]]:
    """Them in order, as the template reads them."""
    found: list[Section] = []
    part: ManuscriptItem | None = None
    for item, has_break in with_breaks(items):
        if not found or _begins(found[-1], item):
            part = item if item.kind in _ABOVE else part
            is_inside = part is not None and part is not item and item.depth > part.depth
            found.append(_begun(item, manuscript.language, is_inside, writer))
        elif item.is_headed:
            lines = [writer.words(line) for line in item.heading_lines(manuscript.language)]
            found[-1].blocks += [{"k": "h", "level": 1, "i": [line]} for line in lines]
        if has_break:
            found[-1].blocks.append(writer.scene_break(manuscript.scene_break))
        inside = found[-1].blocks
        after_text = bool(inside) and inside[-1]["k"] not in ("h", "break")
        inside += writer.blocks(item.document.blocks, after_text=after_text)
    if found:
        _set_off_end(found[-1].blocks)
    _level(found)
    return [_data(section, place, look) for place, section in enumerate(found)]


def _level(sections: Iterable[Section]) -> None:
    """Give headings levels without gaps, which readers of screens go by."""
    before = 0
    for section in sections:
        if section.lines:
            before = section.level = min(section.level, before + 1)
        for block in section.blocks:
            if block["k"] == "h":
                before = block["level"] = min(section.level + block["level"], before + 1)


def _set_off_end(blocks: list[BlockData]) -> None:
    """An empty line over a centred paragraph that ends the book: THE END."""
    if len(blocks) > 1 and blocks[-1].get("align") == "center" and blocks[-2]["k"] == "p":
        blocks.insert(-1, {"k": "break", "t": ""})


def _begins(last: Section, item: ManuscriptItem) -> bool:
    if item.kind in HEADED:
        return True
    return last.kind in _BESIDE and item.depth <= last.depth


def _begun(item: ManuscriptItem, language: str, is_inside: bool, writer: BlockWriter) -> Section:
    lines = item.heading_lines(language) if item.is_headed else ()
    if item.headings is None and len(lines) == 1 and item.number is not None:
        lines = tuple(lines[0].split("  ", 1))  # the number stands over the title
    lines = tuple(filter(None, (writer.words(line).strip() for line in lines)))
    level = 2 if is_inside else 1
    title = writer.words(item.title).strip()
    begun = Section(item.kind, item.depth, title, lines, level)
    if _is_imprint(begun) or (item.kind is ItemKind.FRONT and title.casefold() in _UNTITLED):
        begun.lines = ()  # no book prints "Dedication" over its dedication
    return begun


def _data(section: Section, place: int, look: Look) -> dict[str, Any]:
    page = look.settings.page
    han = is_han(look.language)
    has_number = section.kind not in _BESIDE or bool(section.lines)
    if section.kind is ItemKind.CHAPTER and not look.is_submission:
        opened(
            section.blocks, drop_cap=page.drop_cap and not han, small_caps=not han and page.mirrored
        )
    return {
        "kind": section.kind.value,
        "level": section.level,
        "title": ("　" if han else "  ").join(section.lines),
        "lines": _folded(section.lines, look) if han else section.lines,
        "run": _run(section, look),
        "folio": has_number,
        "drop_folio": has_number and section.kind not in _ABOVE,  # where it opens
        "place": _place(section),
        "start": _start(section, place, page.chapter_start),
        "before_contents": _is_before_contents(section),
        "blocks": section.blocks,
    }


def _place(section: Section) -> str:
    """Where a page without a heading begins: an imprint stands at the foot, a dedication lower."""
    if section.kind not in _BESIDE or section.lines or len(section.blocks) > _FEW:
        return "top"
    return "foot" if _is_imprint(section) else "sunk"


def _is_imprint(section: Section) -> bool:
    title = section.title.casefold()
    return section.kind is ItemKind.FRONT and any(word in title for word in _IMPRINT)


def _start(section: Section, place: int, start: ChapterStart) -> str:
    if _is_imprint(section):
        return "page"  # on the back of the title
    if start is ChapterStart.SAME_PAGE and (section.kind in _ABOVE or place == 0):
        return "page"
    return {"right-page": "right", "new-page": "page", "same-page": "same"}[start.value]


def _is_before_contents(section: Section) -> bool:
    return section.kind is ItemKind.FRONT and section.title.casefold() not in _PREFACES


def _run(section: Section, look: Look) -> str:
    """Its title as a running head: no more than one line takes."""
    if section.kind is ItemKind.FRONT and not section.lines:
        return ""
    title = section.title or " ".join(section.lines)
    wide = 1.0 if is_han(look.language) else _LATIN
    most = max(8, int(look.room[0] * _RUNNING / (look.size * 0.9 * wide)))
    if len(title) <= most:
        return title
    cut = title[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" 　,;，；、") + "…"


def _folded(lines: tuple[str, ...], look: Look) -> tuple[str, ...]:
    """Lines of a Chinese heading, divided at the spaces in them where they are too long."""
    most = look.room[0] / (look.size * 1.4)
    folded: list[str] = []
    for line in lines:
        folded += line.split() if len(line) > most else [line]
    return tuple(filter(None, (line.strip() for line in folded)))
