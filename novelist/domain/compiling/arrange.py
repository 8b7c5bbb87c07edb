# SPDX-License-Identifier: MIT
"""From a novel and a preset to the manuscript that every exporter takes.

All that is a matter of the book and not of a format is done here: what goes in, how it is headed,
its characters, where its notes stand, what its fields say. Pure and total.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final

from novelist.domain.compiling.book import Book
from novelist.domain.compiling.book_fields import book_fields
from novelist.domain.compiling.choosing import Candidate, choose
from novelist.domain.compiling.cover import cover_of
from novelist.domain.compiling.heading import chapter_template, heading_lines, part_template
from novelist.domain.compiling.notes import with_notes_placed
from novelist.domain.compiling.papers import paper_key
from novelist.domain.compiling.settings import CompileSettings
from novelist.domain.compiling.typography import typeset
from novelist.domain.counting import ZERO, Counts, count_document
from novelist.domain.document import EMPHASIS, Block, Document, Run, paragraph
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.domain.languages import is_han
from novelist.domain.manuscript import Manuscript, ManuscriptItem
from novelist.domain.numbering import carries_number
from novelist.domain.outline import in_manuscript, number_chapters_in_order
from novelist.errors import NothingToCompileError


@dataclass(frozen=True, slots=True)
class Arranged:
    """A manuscript, how it is to be laid out, and how much it is.

    The settings have no more choices of the language in them, and nothing that is done already.
    """

    manuscript: Manuscript
    settings: CompileSettings
    counts: Counts


_COVERED: Final = frozenset(ExportFormat) - {
    ExportFormat.MARKDOWN, ExportFormat.HTML, ExportFormat.JSON,
}  # fmt: skip
"""Formats in which a cover is no page of the text: EPUB has a place for it, the others none."""
_HAN_ENDS: Final = {"END": "（全文完）"}
_SYNOPSIS: Final = ("Synopsis", "故事梗概")


def arrange(book: Book, settings: CompileSettings, selected: Collection[int] = ()) -> Arranged:
    """The manuscript of a book as a preset wants it.

    Raises ``NothingToCompileError`` where nothing is let in.
    """
    chosen = choose(book.candidates, settings.content, selected)
    cover = cover_of(book.candidates) if settings.format in _COVERED else None
    if cover is not None:
        chosen = [each for each in chosen if each[0].id != cover[0]]
    is_everything = settings.format is ExportFormat.JSON  # whatever is let into a book
    if not is_everything and not any(ItemKind(row.kind).has_text for row, _ in chosen):
        raise NothingToCompileError
    counts = sum((row.counts or count_document(row.document) for row, _ in chosen), ZERO)
    fields = book_fields(book, counts) | {"isbn": settings.isbn}
    if cover is not None:
        fields["cover-digest"] = cover[1]
    numbers = _Numbers(book, settings)
    items = [_item(row, depth, numbers.of(row), book, settings, fields) for row, depth in chosen]
    if settings.content.synopsis and book.synopsis.strip():
        items.insert(0, _synopsis_of(book))
    items = with_notes_placed(items, settings.content.notes)
    items = [
        replace(item, document=typeset(item.document, settings.typography, book.language))
        for item in items
    ]
    if settings.end_mark:
        items = _with_end(items, _end_mark(settings.end_mark, book.language))
    manuscript = Manuscript(
        title=book.title,
        author=book.author,
        language=book.language,
        items=items,
        pictures=book.pictures,
        scene_break=settings.headings.scene_break,
        fields=fields,
        threads=book.threads if settings.content.comments else {},
    )
    page = replace(settings.page, paper=paper_key(settings.page.paper, book.language))
    return Arranged(manuscript, replace(settings, page=page, end_mark=""), counts)


class _Numbers:
    """The numbers of chapters and parts, counted in the whole novel and not in what goes in."""

    def __init__(self, book: Book, settings: CompileSettings) -> None:
        ordered = [row for row, _ in in_manuscript(book.candidates)]
        restart = settings.headings.restart_by_part
        self._numbers = number_chapters_in_order(ordered, restart_by_part=restart)
        parts = (row for row in ordered if row.kind == ItemKind.PART)
        counted = (row for row in parts if not carries_number(row.title))
        self._numbers.update({row.id: number for number, row in enumerate(counted, 1)})

    def of(self, row: Candidate) -> int | None:
        """The number of a chapter or a part; None where it has none."""
        return self._numbers.get(row.id)


def _item(
    row: Candidate,
    depth: int,
    number: int | None,
    book: Book,
    settings: CompileSettings,
    fields: Mapping[str, str],
) -> ManuscriptItem:
    kind, headings = ItemKind(row.kind), settings.headings
    templates = {
        ItemKind.CHAPTER: headings.chapter or chapter_template(book.language),
        ItemKind.PART: headings.part or part_template(book.language),
    }
    lines: tuple[str, ...] = (row.title.strip(),) if row.title.strip() else ()
    if kind in templates:
        lines = heading_lines(templates[kind], number, row.title, headings, book.language, fields)
    elif kind is ItemKind.SCENE and not headings.scene_titles:
        lines = ()
    document = row.document
    if settings.content.item_synopses and row.synopsis.strip():
        document = Document((*_paragraphs(row.synopsis, EMPHASIS), *document.blocks))
    title = row.title if lines or kind is not ItemKind.SCENE else ""
    return ManuscriptItem(kind, title, document, depth, number, headings=lines)


def _synopsis_of(book: Book) -> ManuscriptItem:
    title = _SYNOPSIS[is_han(book.language)]
    document = Document(tuple(_paragraphs(book.synopsis)))
    return ManuscriptItem(ItemKind.FRONT, title, document, headings=(title,))


def _paragraphs(text: str, *mark_names: str) -> list[Block]:
    """The lines of a plain text that hold anything."""
    return [paragraph(line.strip(), *mark_names) for line in text.splitlines() if line.strip()]


def _end_mark(mark: str, language: str) -> str:
    """What stands at the end: END is （全文完） in Chinese."""
    return _HAN_ENDS.get(mark, mark) if is_han(language) else mark


def _with_end(items: list[ManuscriptItem], mark: str) -> list[ManuscriptItem]:
    """The last text with the mark under it."""
    end = Block(inlines=(Run(mark),), attrs={"align": "center"})
    last = max(index for index, item in enumerate(items) if item.kind.has_text)
    document = Document((*items[last].document.blocks, end))
    return [*items[:last], replace(items[last], document=document), *items[last + 1 :]]
