# SPDX-License-Identifier: MIT
"""One file of pages: its data, given to the template, and set once more where it is thicker."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from novelist import paths
from novelist.domain.compiling.settings import CompileSettings
from novelist.domain.manuscript import Manuscript, ManuscriptItem
from novelist.errors import DocumentNotWrittenError
from novelist.exporters.exported import ExportedFile, Findings, WarningReason
from novelist.exporters.typst.blocks import BlockWriter
from novelist.exporters.typst.faces import missing_faces
from novelist.exporters.typst.length import guessed_pages
from novelist.exporters.typst.look import Look, look_of
from novelist.exporters.typst.pictures import Pictures
from novelist.exporters.typst.sections import sections_of
from novelist.exporters.typst.title_page import title_page
from novelist.progress import Progress
from novelist.typesetting import Typeset, TypesettingError, set_pages


class Book:
    """A manuscript, or a chapter of it, to be set as pages."""

    def __init__(
        self,
        manuscript: Manuscript,
        items: Sequence[ManuscriptItem],
        title: str,
        settings: CompileSettings,
        *,
        is_whole: bool,
    ) -> None:
        self._manuscript, self._items, self._title = manuscript, items, title
        self._settings, self._is_whole = settings, is_whole

    def file(self, name: str, progress: Progress | None = None) -> ExportedFile:
        """It as PDF. Raises ``DocumentNotWrittenError``."""
        look = self._look(guessed_pages(self._items, self._settings, self._manuscript.language))
        made, findings = self._set(look, progress)
        again = self._look(made.pages)
        if again.inside != look.inside:  # another number of pages asks for another gutter
            made, findings = self._set(again, progress)
        return ExportedFile(name, made.data, findings.warnings())

    def _look(self, pages: int) -> Look:
        return look_of(self._settings, self._manuscript.language, pages)

    def _set(self, look: Look, progress: Progress | None) -> tuple[Typeset, Findings]:
        findings = Findings()
        pictures = Pictures(self._manuscript.pictures, look.room, look.size)
        data = self._data(look, findings, pictures)
        with tempfile.TemporaryDirectory(prefix="novelist-") as place:
            folder = Path(place)
            for template in (paths.resources() / "typesetting").glob("*.typ"):
                shutil.copyfile(template, folder / template.name)
            for name, picture in pictures.used.items():
                (folder / name).write_bytes(picture)
            text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
            (folder / "book.json").write_text(text, encoding="utf-8")
            fonts = [paths.resources() / "fonts"]
            try:
                made = set_pages(
                    folder, fonts=fonts, pictures=list(pictures.used), progress=progress
                )
            except TypesettingError as error:
                raise DocumentNotWrittenError(str(error)) from error
        for name in sorted(made.damaged):
            findings.add(WarningReason.IMAGE_AS_TEXT, name)
        for name in missing_faces(look.settings.page.typeface, look.language, made.families):
            findings.add(WarningReason.MISSING_TYPEFACE, findings.writable(name))
        return made, findings

    def _data(self, look: Look, findings: Findings, pictures: Pictures) -> dict[str, Any]:
        """Everything that the template reads."""
        manuscript, content = self._manuscript, self._settings.content
        writer = BlockWriter(manuscript, findings, pictures)
        whole = self._is_whole
        sections = sections_of(manuscript, self._items, writer, look)
        return {
            "title": writer.words(self._title or manuscript.title),
            "book": writer.words(manuscript.title),
            "author": writer.words(manuscript.author),
            "surname": writer.words(manuscript.field("surname") or manuscript.author),
            "keyword": writer.words(manuscript.field("keyword") or manuscript.title),
            "look": look.data(),
            "title_page": title_page(manuscript, look, writer)
            if whole and content.title_page
            else None,
            "contents": whole and content.contents,
            "sections": sections,
            "deepest": max((section["level"] for section in sections), default=1),
        }
