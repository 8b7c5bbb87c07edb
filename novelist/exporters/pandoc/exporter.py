# SPDX-License-Identifier: MIT
"""The files of a manuscript in a format that pandoc writes."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from novelist.domain.enums import ExportFormat, ItemKind
from novelist.domain.manuscript import HEADED, Manuscript, ManuscriptItem
from novelist.errors import DocumentNotWrittenError
from novelist.exporters.division import divide, with_breaks
from novelist.exporters.exported import ExportedFile, ExportOptions, Findings
from novelist.exporters.file_names import numbered_names, safe_name
from novelist.exporters.pandoc.blocks import BlockWriter, Named
from novelist.exporters.pandoc.nodes import Node, attr, classed, document, node, styled, text
from novelist.exporters.pandoc.reference import reference_document
from novelist.exporters.pandoc.style_sheet import STYLE_SHEET
from novelist.pandoc import PandocError, run_pandoc

_ABOVE: Final = frozenset({ItemKind.PART, ItemKind.FOLDER})
_WRITERS: Final[Mapping[ExportFormat, str]] = {
    ExportFormat.DOCX: "docx", ExportFormat.ODT: "odt", ExportFormat.EPUB: "epub3",
}  # fmt: skip
_REFERENCE: Final = "reference.docx"
_SHEET: Final = "book.css"


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
        with tempfile.TemporaryDirectory(prefix="novelist-") as name:
            folder = Path(name)
            self._furnish(folder, manuscript)
            return [
                self._file(name, manuscript, items, title, folder)
                for name, items, title in self._pieces(manuscript, options)
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

    def _file(
        self,
        name: str,
        manuscript: Manuscript,
        items: Sequence[ManuscriptItem],
        title: str,
        folder: Path,
    ) -> ExportedFile:
        findings = Findings()
        named: Named = _as_class if self._format is ExportFormat.EPUB else styled
        writer = BlockWriter(manuscript, findings, named)
        has_parts = any(item.kind in _ABOVE for item in items)
        blocks = list(
            _blocks(items, manuscript.language, writer, findings, has_parts, manuscript.scene_break)
        )
        meta = {
            "title": findings.writable(title or manuscript.title),
            "author": findings.writable(manuscript.author),
            "lang": findings.writable(manuscript.language),
        }
        model = json.dumps(document(blocks, meta), ensure_ascii=False).encode()
        try:
            data = run_pandoc(self._arguments(has_parts), model, folder=folder)
        except PandocError as error:
            raise DocumentNotWrittenError(str(error)) from error
        return ExportedFile(name, data, findings.warnings())

    def _furnish(self, folder: Path, manuscript: Manuscript) -> None:
        """Put the files into the folder that the arguments and the model name."""
        for digest, picture in manuscript.pictures.items():
            (folder / f"{digest}.{picture.kind.value}").write_bytes(picture.data)
        if self._format is ExportFormat.DOCX:
            language = Findings().writable(manuscript.language)
            (folder / _REFERENCE).write_bytes(reference_document(language))
        if self._format is ExportFormat.EPUB:
            (folder / _SHEET).write_text(STYLE_SHEET, encoding="utf-8")

    def _arguments(self, has_parts: bool) -> list[str]:
        """What pandoc is told."""
        arguments = ["--from", "json", "--to", _WRITERS[self._format]]
        arguments += ["--standalone", "--output", "-"]
        if self._format is ExportFormat.DOCX:
            arguments += ["--reference-doc", _REFERENCE]
        if self._format is ExportFormat.EPUB:
            level = "2" if has_parts else "1"
            arguments += ["--css", _SHEET, "--split-level", level, "--toc-depth", level]
        return arguments


def _blocks(
    items: Iterable[ManuscriptItem],
    language: str,
    writer: BlockWriter,
    findings: Findings,
    has_parts: bool,
    symbol: str,
) -> Iterable[Node]:
    for item, has_break in with_breaks(items):
        if has_break:
            yield writer.scene_break(symbol)
        lines = item.heading_lines(language) if item.is_headed else ()
        if lines:
            level = 2 if has_parts and item.kind not in _ABOVE else 1
            inlines: list[Node] = []
            for line in lines:
                inlines += [{"t": "LineBreak"}] if inlines else []
                inlines.append(text(findings.writable(line)))
            level += item.kind not in HEADED
            yield node("Header", level, attr([item.kind.value]), inlines)
        yield from writer.blocks(item.document.blocks)


def _as_class(name: str, blocks: Sequence[Node]) -> Node:
    """The class of a book for the name of a style: "Scene Break" is scene-break."""
    return classed(name.casefold().replace(" ", "-"), blocks)
