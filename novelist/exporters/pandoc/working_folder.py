# SPDX-License-Identifier: MIT
"""The folder in which pandoc works: pictures, looks and templates, laid out once for an export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from novelist.domain.compiling.settings import CompileSettings
from novelist.domain.enums import ExportFormat
from novelist.domain.manuscript import Manuscript
from novelist.exporters.exported import Findings
from novelist.exporters.pandoc.look import look_of, plain_look
from novelist.exporters.pandoc.reference import reference_document
from novelist.exporters.pandoc.reference_odt import reference_text
from novelist.exporters.pandoc.running_heads import PLAIN, heads_of
from novelist.exporters.pandoc.style_sheet import style_sheet
from novelist.exporters.pandoc.words import Words

COVER: Final = "cover-digest"
"""The field that names the picture of the cover."""

_WRITERS: Final[Mapping[ExportFormat, str]] = {
    ExportFormat.DOCX: "docx", ExportFormat.ODT: "odt", ExportFormat.EPUB: "epub3",
}  # fmt: skip
_SHEET: Final = "book.css"
_TEMPLATE: Final = "template.xml"
_W: Final = "http://schemas.openxmlformats.org"
_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns"
# A document without the title that pandoc would print: a preset has a title page of its own.
_TEMPLATES: Final[Mapping[ExportFormat, str]] = {
    ExportFormat.DOCX: '<?xml version="1.0" encoding="UTF-8"?>\n<w:document '
    f'xmlns:w="{_W}/wordprocessingml/2006/main" '
    f'xmlns:r="{_W}/officeDocument/2006/relationships" '
    f'xmlns:m="{_W}/officeDocument/2006/math" '
    f'xmlns:a="{_W}/drawingml/2006/main" xmlns:pic="{_W}/drawingml/2006/picture" '
    f'xmlns:wp="{_W}/drawingml/2006/wordprocessingDrawing" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml">'
    "<w:body>$body$$sectpr$</w:body></w:document>",
    ExportFormat.ODT: '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content '
    + " ".join(
        f'xmlns:{name}="{_OASIS}:{space}:1.0"'
        for name, space in {
            "office": "office", "style": "style", "text": "text", "table": "table",
            "draw": "drawing", "fo": "xsl-fo-compatible", "svg": "svg-compatible",
        }.items()
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'office:version="1.3"><office:automatic-styles>$automatic-styles$</office:automatic-styles>'
    "<office:body><office:text>$body$</office:text></office:body></office:document-content>",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class WorkingFolder:
    """What the files of one export share."""

    folder: Path
    format: ExportFormat
    manuscript: Manuscript
    settings: CompileSettings | None
    is_whole: bool = True
    """Whether the novel is one file, with all that stands before its text."""

    @property
    def has_title_page(self) -> bool:
        """Whether a preset wants one, and the file is a book of its own."""
        return self.is_whole and self.settings is not None and self.settings.content.title_page

    @property
    def has_contents(self) -> bool:
        """Whether a preset wants contents to be read, and there is more than a chapter."""
        return self.is_whole and self.settings is not None and self.settings.content.contents

    @property
    def has_cover(self) -> bool:
        """Whether the manuscript names a picture for its cover that is there."""
        return self.is_whole and self.manuscript.field(COVER) in self.manuscript.pictures

    def lay_out(self) -> None:
        """Put the files into the folder that the arguments and the model name."""
        for digest, picture in self.manuscript.pictures.items():
            (self.folder / f"{digest}.{picture.kind.value}").write_bytes(picture.data)
        if self.format is ExportFormat.EPUB:
            sheet = style_sheet(self.settings, self.manuscript.language)
            (self.folder / _SHEET).write_text(sheet, encoding="utf-8")
            return
        if self.settings is not None:
            (self.folder / _TEMPLATE).write_text(_TEMPLATES[self.format], encoding="utf-8")
        for levels in (1, 2):
            (self.folder / self._reference_name(levels)).write_bytes(self._reference(levels))

    def arguments(self, levels: int) -> list[str]:
        """What pandoc is told of a file with so many levels of chapters and parts."""
        arguments = ["--from", "json", "--to", _WRITERS[self.format]]
        arguments += ["--standalone", "--output", "-"]
        if self.format is ExportFormat.EPUB:
            return arguments + self._of_a_book(str(levels))
        arguments += ["--reference-doc", self._reference_name(levels)]
        if self.settings is not None:
            arguments += ["--template", _TEMPLATE]
        return arguments

    def _of_a_book(self, level: str) -> list[str]:
        arguments = ["--css", _SHEET, "--split-level", level, "--toc-depth", level]
        if self.settings is None:
            return arguments
        if self.has_contents:
            arguments.append("--toc")
        if self.has_cover:
            picture = self.manuscript.field(COVER) or ""
            name = f"{picture}.{self.manuscript.pictures[picture].kind.value}"
            arguments += ["--epub-cover-image", name]
        title_page = str(self.has_title_page).lower()
        return [*arguments, f"--epub-title-page={title_page}"]

    def _reference_name(self, levels: int) -> str:
        return f"reference-{levels}.{self.format}"

    def _reference(self, levels: int) -> bytes:
        """The document whose styles a file takes."""
        words = Words(Findings())  # the same words are found in the file itself
        if self.settings is None:
            look = plain_look(words.written(self.manuscript.language))
            heads = PLAIN
        else:
            look = look_of(self.settings, self.manuscript, levels, words)
            heads = heads_of(self.settings.page, self.manuscript, levels, words)
        make = reference_document if self.format is ExportFormat.DOCX else reference_text
        return make(look, heads)
