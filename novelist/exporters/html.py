# SPDX-License-Identifier: MIT
"""HTML: one self-contained page, or one for each chapter with an index; all text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final
from urllib.parse import quote

from novelist.domain.enums import ItemKind
from novelist.domain.manuscript import HEADED, Manuscript, ManuscriptItem
from novelist.exporters.division import Piece, divide, with_breaks
from novelist.exporters.exported import ExportedFile, ExportOptions, Findings
from novelist.exporters.file_names import numbered_names, safe_name
from novelist.exporters.html_blocks import BlockWriter, scene_break
from novelist.exporters.html_style import STYLE

EXTENSION: Final = ".html"
INDEX: Final = "index.html"
_HEADING_LEVELS: Final = (2, 3, 4)  # by depth; the title of the novel is h1

_END: Final = ManuscriptItem(ItemKind.BACK, depth=-(2**31))


class HtmlExporter:
    """Writes HTML."""

    extension = EXTENSION

    def export(self, manuscript: Manuscript, options: ExportOptions) -> list[ExportedFile]:
        """One page; or an index and a page for each chapter, linked to its neighbours."""
        if not options.per_chapter:
            return [_whole(manuscript, options)]
        pieces = divide(manuscript.items)
        titles = [piece.title(manuscript.language) for piece in pieces]
        names = numbered_names(titles, EXTENSION)
        pages = [
            _chapter(manuscript, piece, place, list(zip(names, titles, strict=True)))
            for place, piece in enumerate(pieces)
        ]
        return [_index(manuscript, pieces, names), *pages]


def _whole(manuscript: Manuscript, options: ExportOptions) -> ExportedFile:
    page = _Page(manuscript)
    wanted = options.settings.content if options.settings is not None else None
    body = ["<main>", page.sections(manuscript.items), "</main>"]
    if wanted is None or wanted.contents:
        entries = (
            (item.depth, item.heading(manuscript.language), f"#{anchor}")
            for item, anchor in _headings(manuscript.items)
        )
        body.insert(0, _contents(entries))
    if wanted is None or wanted.title_page:
        body.insert(0, _title_block(manuscript))
    name = safe_name(manuscript.title, "novel") + EXTENSION
    return page.file(name, manuscript.title, body)


def _chapter(
    manuscript: Manuscript, piece: Piece, place: int, pages: Sequence[tuple[str, str]]
) -> ExportedFile:
    page = _Page(manuscript)
    neighbours = _neighbours(pages, place, manuscript.title)
    body = [neighbours, "<main>", page.sections(piece.items), "</main>", neighbours]
    name, title = pages[place]
    whole_title = " – ".join(part for part in (title, manuscript.title) if part.strip())
    return page.file(name, whole_title, body)


def _index(manuscript: Manuscript, pieces: Sequence[Piece], names: Sequence[str]) -> ExportedFile:
    entries = [
        (item.depth, item.heading(manuscript.language), quote(name))
        for piece, name in zip(pieces, names, strict=True)
        for item in _entries(piece)
    ]
    page = _Page(manuscript)
    body = [_title_block(manuscript), _contents(entries)]
    return page.file(INDEX, manuscript.title, body)


def _entries(piece: Piece) -> list[ManuscriptItem]:
    """What the index names of a page: its headings, or else its first text."""
    return [item for item in piece.items if item.is_headed] or [piece.items[0]]


def _headings(items: Iterable[ManuscriptItem]) -> list[tuple[ManuscriptItem, str]]:
    """Every item with a heading, and its anchor in the page."""
    return [(item, _anchor(place)) for place, item in enumerate(items, 1) if item.is_headed]


def _anchor(place: int) -> str:
    return f"item-{place}"


def _title_block(manuscript: Manuscript) -> str:
    author = f'\n<p class="author">{escape(manuscript.author)}</p>' if manuscript.author else ""
    return f"<header>\n<h1>{escape(manuscript.title)}</h1>{author}\n</header>"


def _contents(entries: Iterable[tuple[int, str, str]]) -> str:
    """A list of links: depth, words, address."""
    shapes = ("<li>", '<li class="inner">')
    lines = [
        f'{shapes[depth > 0]}<a href="{escape(address)}">{escape(words) or "*"}</a></li>'
        for depth, words, address in entries
    ]
    return "\n".join(['<nav role="doc-toc">', "<ol>", *lines, "</ol>", "</nav>"]) if lines else ""


def _neighbours(pages: Sequence[tuple[str, str]], place: int, novel: str) -> str:
    """Links to the page before, the index and the page after."""
    links = []
    if place > 0:
        links.append(("prev", *pages[place - 1], "← {}"))
    links.append(("index", INDEX, novel, "{}"))
    if place + 1 < len(pages):
        links.append(("next", *pages[place + 1], "{} →"))
    anchors = [
        f'<a rel="{relation}" href="{escape(quote(name))}">{escape(shape.format(title or "*"))}</a>'
        for relation, name, title, shape in links
    ]
    return "\n".join(['<nav class="neighbours">', *anchors, "</nav>"])


class _Page:
    """One page being written."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._findings = Findings()
        self._blocks = BlockWriter(manuscript, self._findings)

    def file(self, name: str, title: str, body: Sequence[str]) -> ExportedFile:
        """The finished page."""
        language = escape(self._manuscript.language)
        author = escape(self._manuscript.author)
        head = [
            "<!DOCTYPE html>",
            f'<html lang="{language}">' if language else "<html>",
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="generator" content="Novelist">',
            f'<meta name="author" content="{author}">' if author else "",
            f"<title>{escape(' '.join(title.split())) or '*'}</title>",
            f"<style>\n{STYLE}</style>",
            "</head>",
            "<body>",
        ]
        lines = [line for line in (*head, *body, "</body>", "</html>", "") if line]
        text = self._findings.writable("\n".join(lines) + "\n")
        return ExportedFile(name, text.encode(), self._findings.warnings())

    def sections(self, items: Iterable[ManuscriptItem]) -> str:
        """The items as nested sections, with footnotes where each chapter ends."""
        lines: list[str] = []
        open_items: list[ManuscriptItem] = []
        for place, (item, has_break) in enumerate(with_breaks(items), 1):
            lines += self._closing(open_items, item)
            lines += [scene_break(self._manuscript.scene_break)] if has_break else []
            lines += self._opening(item, place)
            lines += self._blocks.blocks(item.document.blocks, self._level(item) + 1)
            open_items.append(item)
        return "\n".join([*lines, *self._closing(open_items, _END)])

    def _closing(self, open_items: list[ManuscriptItem], following: ManuscriptItem) -> list[str]:
        """The ends of the sections that ``following`` is not inside of, with their footnotes."""
        lines: list[str] = []
        while open_items and open_items[-1].depth >= following.depth:
            if open_items.pop().kind in HEADED:
                lines += self._blocks.take_notes()
            lines.append("</section>")
        if following.kind in HEADED:
            lines += self._blocks.take_notes()
        return lines

    def _opening(self, item: ManuscriptItem, place: int) -> list[str]:
        lines = [escape(line) for line in item.heading_lines(self._manuscript.language)]
        opening = f'<section class="{item.kind.value}" id="{_anchor(place)}">'
        if not item.is_headed or not lines:
            return [opening]
        level = self._level(item)
        return [opening, f"<h{level}>{'<br>'.join(lines)}</h{level}>"]

    def _level(self, item: ManuscriptItem) -> int:
        depth = item.depth if item.is_headed else item.depth - 1
        return _HEADING_LEVELS[max(0, min(depth, len(_HEADING_LEVELS) - 1))]
