# SPDX-License-Identifier: MIT
"""The files of a manuscript as pages in PDF."""

from __future__ import annotations

from typing import Final

from novelist.domain.manuscript import Manuscript
from novelist.exporters.division import divide
from novelist.exporters.exported import ExportedFile, ExportOptions
from novelist.exporters.file_names import numbered_names, safe_name
from novelist.exporters.typst.book import Book
from novelist.exporters.typst.look import settings_of

EXTENSION: Final = ".pdf"


class TypstExporter:
    """Writes PDF. Raises ``DocumentNotWrittenError`` where the pages cannot be set."""

    extension = EXTENSION

    def export(self, manuscript: Manuscript, options: ExportOptions) -> list[ExportedFile]:
        """One file, or one for each chapter."""
        settings = settings_of(options.settings, manuscript.language)
        if not options.per_chapter:
            name = safe_name(manuscript.title, "novel") + EXTENSION
            whole = Book(manuscript, manuscript.items, manuscript.title, settings, is_whole=True)
            return [whole.file(name, options.progress)]
        pieces = divide(manuscript.items)
        titles = [piece.title(manuscript.language) for piece in pieces]
        names = numbered_names(titles, EXTENSION)
        return [
            Book(manuscript, piece.items, title, settings, is_whole=False).file(
                name, options.progress_of(before, len(pieces))
            )
            for before, (name, piece, title) in enumerate(zip(names, pieces, titles, strict=True))
        ]
