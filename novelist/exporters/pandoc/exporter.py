# SPDX-License-Identifier: MIT
"""The files of a manuscript in a format that pandoc writes."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Sequence
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
        if not options.per_chapter:
            name = safe_name(manuscript.title, "novel") + self.extension
            return [self._file(name, manuscript, manuscript.items, manuscript.title)]
        pieces = divide(manuscript.items)
        titles = [piece.title(manuscript.language) for piece in pieces]
        return [
            self._file(name, manuscript, piece.items, title)
            for name, piece, title in zip(
                numbered_names(titles, self.extension), pieces, titles, strict=True
            )
        ]

    def _file(
        self, name: str, manuscript: Manuscript, items: Sequence[ManuscriptItem], title: str
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
            "lang": manuscript.language,
        }
        model = json.dumps(document(blocks, meta), ensure_ascii=False).encode()
        with tempfile.TemporaryDirectory(prefix="novelist-") as folder:
            arguments = self._arguments(Path(folder), manuscript, has_parts)
            try:
                data = run_pandoc(arguments, model, folder=Path(folder))
            except PandocError as error:
                raise DocumentNotWrittenError(str(error)) from error
        return ExportedFile(name, data, findings.warnings())

    def _arguments(self, folder: Path, manuscript: Manuscript, has_parts: bool) -> list[str]:
        """What pandoc is told; the files that it names are put into the folder."""
        for digest, picture in manuscript.pictures.items():
            (folder / f"{digest}.{picture.kind.value}").write_bytes(picture.data)
        arguments = ["--from", "json", "--to", self._format.value, "--standalone", "--output", "-"]
        if self._format is ExportFormat.DOCX:
            (folder / _REFERENCE).write_bytes(reference_document(manuscript.language))
            arguments += ["--reference-doc", _REFERENCE]
        if self._format is ExportFormat.EPUB:
            (folder / _SHEET).write_text(STYLE_SHEET, encoding="utf-8")
            level = "2" if has_parts else "1"
            arguments[3] = "epub3"
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
