# SPDX-License-Identifier: MIT
"""The files of a manuscript in a format that pandoc writes."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from novelist.domain.compiling.settings import ChapterStart, CompileSettings, RunningHead
from novelist.domain.enums import ExportFormat
from novelist.domain.manuscript import Manuscript, ManuscriptItem
from novelist.domain.pictures import PictureKind
from novelist.errors import DocumentNotWrittenError
from novelist.exporters.division import divide
from novelist.exporters.exported import ExportedFile, ExportOptions, Findings
from novelist.exporters.file_names import numbered_names, safe_name
from novelist.exporters.pandoc.blocks import BlockWriter, Named
from novelist.exporters.pandoc.body import ABOVE, Body
from novelist.exporters.pandoc.contents import contents, contents_title
from novelist.exporters.pandoc.docx import DocxFinish
from novelist.exporters.pandoc.epub import finished
from novelist.exporters.pandoc.epub_metadata import BookFacts, facts_of
from novelist.exporters.pandoc.nodes import Node, classed, document, node, styled
from novelist.exporters.pandoc.odt import OdtFinish
from novelist.exporters.pandoc.reference_odt import style_name
from novelist.exporters.pandoc.remarks import RemarkWriter
from novelist.exporters.pandoc.title_page import title_page
from novelist.exporters.pandoc.words import Words
from novelist.exporters.pandoc.working_folder import WorkingFolder
from novelist.pandoc import PandocError, run_pandoc
from novelist.progress import Progress

_PAGE_START: Final = (
    node("RawBlock", "openxml", '<w:p><w:pPr><w:pStyle w:val="PageStart"/></w:pPr></w:p>'),
    node("RawBlock", "opendocument", '<text:p text:style-name="Page_20_Start"/>'),
)

_FINISHES: Final[Mapping[ExportFormat, type[OdtFinish | DocxFinish]]] = {
    ExportFormat.ODT: OdtFinish, ExportFormat.DOCX: DocxFinish,
}  # fmt: skip


class PandocExporter:
    """Writes DOCX, ODT or EPUB.

    Raises ``PandocMissingError`` where the program is not there, ``DocumentNotWrittenError`` where
    it fails.
    """

    def __init__(self, format: ExportFormat) -> None:
        self._format = format
        self.extension = f".{format}"

    def export(self, manuscript: Manuscript, options: ExportOptions) -> list[ExportedFile]:
        """One file, or one for each chapter."""
        settings = options.settings
        if settings is not None and self._format is ExportFormat.EPUB:
            manuscript = _with_known_pictures(manuscript)
        with tempfile.TemporaryDirectory(prefix="novelist-") as name:
            working = WorkingFolder(
                Path(name), self._format, manuscript, settings, is_whole=not options.per_chapter
            )
            working.lay_out()
            pieces = list(self._pieces(manuscript, options))
            return [
                _File(working, replace(manuscript, items=items), title).written(
                    file_name, options.progress_of(before, len(pieces))
                )
                for before, (file_name, items, title) in enumerate(pieces)
            ]

    def _pieces(
        self, manuscript: Manuscript, options: ExportOptions
    ) -> Iterator[tuple[str, Sequence[ManuscriptItem], str]]:
        """The name, the items and the title of each file."""
        if not options.per_chapter:
            name = safe_name(manuscript.title, "novel") + self.extension
            yield name, manuscript.items, manuscript.title
            return
        pieces = divide(manuscript.items)
        titles = [piece.title(manuscript.language) for piece in pieces]
        names = numbered_names(titles, self.extension)
        for name, piece, title in zip(names, pieces, titles, strict=True):
            yield name, piece.items, title


class _File:
    """Writes one file: the manuscript has the items of it alone."""

    def __init__(self, working: WorkingFolder, manuscript: Manuscript, title: str) -> None:
        self._working, self._manuscript, self._title = working, manuscript, title
        self._findings = Findings()
        self._words = Words(self._findings)
        make = _FINISHES.get(working.format)
        self._finish = make() if make is not None else None
        self._is_odt = working.format is ExportFormat.ODT
        self._is_book = working.format is ExportFormat.EPUB
        self._levels = 2 if any(item.kind in ABOVE for item in manuscript.items) else 1

    def written(self, name: str, progress: Progress) -> ExportedFile:
        """It under its name; ``progress`` is told how much of it is done."""
        settings, title = self._working.settings, self._title or self._manuscript.title
        facts = None
        if self._is_book and settings is not None:
            facts = facts_of(self._manuscript, title, self._findings, self._working.has_cover)
        model = document(self._blocks(), self._meta(title, facts))
        given = json.dumps(model, ensure_ascii=False).encode()
        arguments = self._working.arguments(self._levels)
        try:
            data = run_pandoc(arguments, given, progress=progress, folder=self._working.folder)
        except PandocError as error:
            raise DocumentNotWrittenError(str(error)) from error
        data = finished(data, facts) if facts is not None else data
        data = self._finish.finished(data) if self._finish is not None else data
        return ExportedFile(name, data, self._findings.warnings())

    def _meta(self, title: str, facts: BookFacts | None) -> Mapping[str, str]:
        if facts is not None:
            return {
                "title": facts.title, "subtitle": facts.subtitle, "author": facts.author,
                "lang": facts.language, "identifier": facts.identifier,
                "toc-title": contents_title(facts.language),
            }  # fmt: skip
        found = {"title": title, "author": self._manuscript.author,
                 "lang": self._manuscript.language}  # fmt: skip
        return {key: self._words.written(value) for key, value in found.items()}

    def _blocks(self) -> list[Node]:
        manuscript, settings = self._manuscript, self._working.settings
        has_preset, named = settings is not None, self._named()
        remarks = None
        if manuscript.threads and not self._is_book:
            remarks = RemarkWriter(manuscript.threads, self._words, self._is_odt)
        body = Body(
            BlockWriter(manuscript, self._findings, named, remarks, self._finish),
            self._words, manuscript.language, manuscript.scene_break,
            has_parts=self._levels == 2, is_named=has_preset, is_book=has_preset and self._is_book,
            has_styles=not self._is_book,
            has_linked_styles=self._working.format is ExportFormat.DOCX,
        )  # fmt: skip
        blocks = list(body.blocks(manuscript.items))
        if settings is None or self._is_book or not blocks:
            return blocks
        front = self._front(settings, body, named, blocks)
        if settings.page.chapter_start is not ChapterStart.RIGHT_PAGE or self._finish is None:
            return [*front, *blocks]
        return self._finish.on_right_pages(front, blocks, self._levels)

    def _named(self) -> Named:
        """How styles are called in the format."""
        if self._is_book:
            return _as_class
        return _as_odt if self._is_odt else styled

    def _front(
        self, settings: CompileSettings, body: Body, named: Named, blocks: Sequence[Node]
    ) -> list[Node]:
        """What stands before the text, and a new page where the text does not begin one."""
        made: list[Node] = []
        working, page = self._working, settings.page
        if working.has_title_page:
            made += title_page(self._manuscript, settings, self._words, named)
        if working.has_contents:
            made += contents(body.headings, self._manuscript.language)
        is_story = page.running_head is RunningHead.SUBMISSION and not working.has_contents
        has_pages = page.chapter_start is not ChapterStart.SAME_PAGE
        if not made or (is_story and not has_pages):
            return made  # a story begins below its title
        begins_page = blocks[0]["t"] == "Header" and blocks[0]["c"][0] <= self._levels
        return made if has_pages and begins_page else [*made, *_PAGE_START]


def _with_known_pictures(manuscript: Manuscript) -> Manuscript:
    """Without pictures of a kind that reading programs need not know."""
    known = {
        digest: picture
        for digest, picture in manuscript.pictures.items()
        if picture.kind is not PictureKind.BMP
    }
    return replace(manuscript, pictures=known)


def _as_class(name: str, blocks: Sequence[Node]) -> Node:
    """The class of a book for the name of a style: "Scene Break" is scene-break."""
    return classed(name.casefold().replace(" ", "-"), blocks)


def _as_odt(name: str, blocks: Sequence[Node]) -> Node:
    return styled(style_name(name), blocks)
