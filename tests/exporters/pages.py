# SPDX-License-Identifier: MIT
"""Reads pages of PDF files: their words with places, and what the file says of itself."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from functools import cached_property

import pypdfium2
from pypdfium2 import raw

from novelist.domain.compiling.settings import CompileSettings, Content, Page
from novelist.domain.enums import ExportFormat
from novelist.exporters.base import ExportOptions, export

POINT = 72 / 25.4


@dataclass(frozen=True)
class Line:
    """Letters that stand beside each other; ``y`` is that of their feet, from below."""

    text: str
    left: float
    right: float
    y: float


class Pages:
    """The pages of one file."""

    def __init__(self, data):
        self.data = data
        self.document = pypdfium2.PdfDocument(data)

    def __len__(self):
        return len(self.document)

    def size(self, number):
        return self.document[number].get_size()

    def text(self, number):
        return self.document[number].get_textpage().get_text_bounded().replace("\r\n", "\n")

    @cached_property
    def texts(self):
        return [self.text(number) for number in range(len(self))]

    def lines(self, number):
        """The lines of a page from above; letters of one height belong to one."""
        page = self.document[number].get_textpage()
        rows = {}
        for place in range(page.count_chars()):
            letter = page.get_text_range(place, 1)
            if not letter.strip():
                continue
            left, _bottom, right, _top = page.get_charbox(place, loose=True)
            x, y = ctypes.c_double(), ctypes.c_double()
            raw.FPDFText_GetCharOrigin(page, place, ctypes.byref(x), ctypes.byref(y))
            rows.setdefault(round(y.value), []).append((left, right, letter))
        made = []
        for y, letters in sorted(rows.items(), reverse=True):
            letters.sort()
            text = "".join(letter for _, _, letter in letters)
            made.append(Line(text, letters[0][0], max(right for _, right, _ in letters), y))
        return made

    def is_empty(self, number):
        """Whether nothing at all stands there."""
        return not self.text(number).strip()

    @property
    def outline(self):
        """What the bookmarks say, with the numbers of their pages."""
        return [(m.level, m.get_title(), m.get_dest().get_index()) for m in self.document.get_toc()]

    @property
    def fonts(self):
        """The names of the typefaces, and whether each is in the file."""
        found = {}
        for page in self.document:
            for letters in page.get_objects([raw.FPDF_PAGEOBJ_TEXT], max_depth=15):
                font = raw.FPDFTextObj_GetFont(letters)
                name = ctypes.create_string_buffer(200)
                raw.FPDFFont_GetBaseFontName(font, name, 200)
                found[name.value.decode()] = bool(raw.FPDFFont_GetIsEmbedded(font))
        return found

    @property
    def is_tagged(self):
        return bool(raw.FPDFCatalog_IsTagged(self.document))

    @property
    def language(self):
        length = raw.FPDFCatalog_GetLanguage(self.document, None, 0)
        buffer = (ctypes.c_ushort * (length // 2))()
        raw.FPDFCatalog_GetLanguage(self.document, buffer, length)
        return bytes(buffer).decode("utf-16-le").rstrip("\0")


def file_of(manuscript, settings=None, **options):
    (file,) = export(manuscript, ExportOptions(ExportFormat.PDF, settings=settings, **options))
    return file


def pages_of(manuscript, settings=None):
    return Pages(file_of(manuscript, settings).data)


def settings_with(content=None, **page):
    """Settings of a book; ``page`` as ``Page`` has it."""
    return CompileSettings(
        ExportFormat.PDF,
        content=content or Content(title_page=False),
        page=Page(**page),
    )
