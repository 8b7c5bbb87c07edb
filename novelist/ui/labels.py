# SPDX-License-Identifier: MIT
"""Words for the closed lists of the domain, in the language of the interface."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject

from novelist.domain.checks import Check
from novelist.domain.entities import EntityKind
from novelist.domain.enums import ExportFormat, ImportFormat, ItemKind
from novelist.domain.excerpts import shortened
from novelist.domain.languages import is_han
from novelist.ui.words import QT_TRANSLATE_NOOP

STAND_IN_LENGTH: Final = 60
"""Characters that an untitled scene is called by, at most."""

_KINDS: dict[str, str] = {
    ItemKind.PART: QT_TRANSLATE_NOOP("labels", "Part"),
    ItemKind.CHAPTER: QT_TRANSLATE_NOOP("labels", "Chapter"),
    ItemKind.SCENE: QT_TRANSLATE_NOOP("labels", "Scene"),
    ItemKind.FOLDER: QT_TRANSLATE_NOOP("labels", "Folder"),
    ItemKind.NOTE: QT_TRANSLATE_NOOP("labels", "Note"),
    ItemKind.FRONT: QT_TRANSLATE_NOOP("labels", "Front matter"),
    ItemKind.BACK: QT_TRANSLATE_NOOP("labels", "Back matter"),
}

_UNTITLED: dict[str, str] = {
    ItemKind.PART: QT_TRANSLATE_NOOP("labels", "Untitled part"),
    ItemKind.CHAPTER: QT_TRANSLATE_NOOP("labels", "Untitled chapter"),
    ItemKind.SCENE: QT_TRANSLATE_NOOP("labels", "Untitled scene"),
    ItemKind.FOLDER: QT_TRANSLATE_NOOP("labels", "Untitled folder"),
    ItemKind.NOTE: QT_TRANSLATE_NOOP("labels", "Untitled note"),
    ItemKind.FRONT: QT_TRANSLATE_NOOP("labels", "Front matter"),
    ItemKind.BACK: QT_TRANSLATE_NOOP("labels", "Back matter"),
}

_FIELDS: dict[str, str] = {
    "title": QT_TRANSLATE_NOOP("labels", "Title"),
    "synopsis": QT_TRANSLATE_NOOP("labels", "Synopsis"),
    "notes": QT_TRANSLATE_NOOP("labels", "Notes"),
    "subtitle": QT_TRANSLATE_NOOP("labels", "Subtitle"),
    "author": QT_TRANSLATE_NOOP("labels", "Author"),
    "language": QT_TRANSLATE_NOOP("labels", "Language"),
    "genre": QT_TRANSLATE_NOOP("labels", "Genre"),
    "series": QT_TRANSLATE_NOOP("labels", "Series"),
    "series_index": QT_TRANSLATE_NOOP("labels", "Number in the series"),
    "logline": QT_TRANSLATE_NOOP("labels", "Logline"),
    "target": QT_TRANSLATE_NOOP("labels", "Target"),
    "target_unit": QT_TRANSLATE_NOOP("labels", "Unit of the target"),
    "deadline": QT_TRANSLATE_NOOP("labels", "Deadline"),
}

_BIBLE = QT_TRANSLATE_NOOP("labels", "Bible")

_ENTITY_FIELDS: dict[str, str] = {
    "kind": QT_TRANSLATE_NOOP("labels", "Kind"),
    "name": QT_TRANSLATE_NOOP("labels", "Name"),
    "aliases": QT_TRANSLATE_NOOP("labels", "Other name"),
    "summary": QT_TRANSLATE_NOOP("labels", "Summary"),
    "notes": QT_TRANSLATE_NOOP("labels", "Notes"),
    "fields": QT_TRANSLATE_NOOP("labels", "Fields"),
}

_CHECKS: dict[str, str] = {
    Check.DOUBLED_WORD: QT_TRANSLATE_NOOP("labels", "Doubled words"),
    Check.DOUBLED_SPACE: QT_TRANSLATE_NOOP("labels", "Doubled spaces"),
    Check.UNMATCHED: QT_TRANSLATE_NOOP(
        "labels", "Quotation marks and brackets without their other half"
    ),
    Check.MIXED_QUOTES: QT_TRANSLATE_NOOP("labels", "Quotation marks of two styles"),
    Check.PARTICLE: QT_TRANSLATE_NOOP("labels", "的 where 地 or 得 is likelier"),
}

_ENTITIES: dict[str, str] = {
    EntityKind.CHARACTER: QT_TRANSLATE_NOOP("labels", "Character"),
    EntityKind.PLACE: QT_TRANSLATE_NOOP("labels", "Place"),
    EntityKind.THING: QT_TRANSLATE_NOOP("labels", "Thing"),
    EntityKind.GROUP: QT_TRANSLATE_NOOP("labels", "Group"),
    EntityKind.THREAD: QT_TRANSLATE_NOOP("labels", "Thread"),
    EntityKind.OTHER: QT_TRANSLATE_NOOP("labels", "Other"),
}

_ENTITY_HEADINGS: dict[str, str] = {
    EntityKind.CHARACTER: QT_TRANSLATE_NOOP("labels", "Characters"),
    EntityKind.PLACE: QT_TRANSLATE_NOOP("labels", "Places"),
    EntityKind.THING: QT_TRANSLATE_NOOP("labels", "Things"),
    EntityKind.GROUP: QT_TRANSLATE_NOOP("labels", "Groups"),
    EntityKind.THREAD: QT_TRANSLATE_NOOP("labels", "Threads"),
    EntityKind.OTHER: QT_TRANSLATE_NOOP("labels", "Others"),
}

_UNNAMED: dict[str, str] = {
    EntityKind.CHARACTER: QT_TRANSLATE_NOOP("labels", "Unnamed character"),
    EntityKind.PLACE: QT_TRANSLATE_NOOP("labels", "Unnamed place"),
    EntityKind.THING: QT_TRANSLATE_NOOP("labels", "Unnamed thing"),
    EntityKind.GROUP: QT_TRANSLATE_NOOP("labels", "Unnamed group"),
    EntityKind.THREAD: QT_TRANSLATE_NOOP("labels", "Unnamed thread"),
    EntityKind.OTHER: QT_TRANSLATE_NOOP("labels", "Unnamed entry"),
}

_EXPORT_FORMATS: dict[str, str] = {
    ExportFormat.MARKDOWN: QT_TRANSLATE_NOOP("labels", "Markdown"),
    ExportFormat.TEXT: QT_TRANSLATE_NOOP("labels", "Plain text"),
    ExportFormat.HTML: QT_TRANSLATE_NOOP("labels", "Web page"),
    ExportFormat.DOCX: QT_TRANSLATE_NOOP("labels", "Word document"),
    ExportFormat.ODT: QT_TRANSLATE_NOOP("labels", "LibreOffice document"),
    ExportFormat.EPUB: QT_TRANSLATE_NOOP("labels", "EPUB"),
    ExportFormat.PDF: QT_TRANSLATE_NOOP("labels", "PDF"),
    ExportFormat.JSON: QT_TRANSLATE_NOOP("labels", "JSON of the whole novel"),
}

_IMPORT_FORMATS: dict[str, str] = {
    ImportFormat.TEXT: QT_TRANSLATE_NOOP("labels", "Plain text"),
    ImportFormat.MARKDOWN: QT_TRANSLATE_NOOP("labels", "Markdown"),
    ImportFormat.NOVELWRITER: QT_TRANSLATE_NOOP("labels", "novelWriter project"),
    ImportFormat.YWRITER: QT_TRANSLATE_NOOP("labels", "yWriter project"),
    ImportFormat.MANUSKRIPT: QT_TRANSLATE_NOOP("labels", "Manuskript project"),
    ImportFormat.OPML: QT_TRANSLATE_NOOP("labels", "OPML outline"),
    ImportFormat.DOCX: QT_TRANSLATE_NOOP("labels", "Word document"),
    ImportFormat.ODT: QT_TRANSLATE_NOOP("labels", "LibreOffice document"),
    ImportFormat.EPUB: QT_TRANSLATE_NOOP("labels", "EPUB"),
    ImportFormat.RTF: QT_TRANSLATE_NOOP("labels", "Rich text"),
    ImportFormat.HTML: QT_TRANSLATE_NOOP("labels", "Web page"),
    ImportFormat.SCRIVENER: QT_TRANSLATE_NOOP("labels", "Scrivener project"),
    ImportFormat.JSON: QT_TRANSLATE_NOOP("labels", "JSON of the whole novel"),
    ImportFormat.CSV: QT_TRANSLATE_NOOP("labels", "CSV outline"),
}


def _translate(text: str) -> str:
    return QCoreApplication.translate("labels", text)


def kind_label(kind: str) -> str:
    """“Scene”, “Chapter”, …"""
    return _translate(_KINDS[kind])


def untitled_label(kind: str) -> str:
    """What stands for the title of an item that has none."""
    return _translate(_UNTITLED[kind])


def stand_in(kind: str, beginning: str, synopsis: str) -> str:
    """What an item without a title is called: a scene by its first words, or its synopsis."""
    said = shortened(beginning or synopsis, STAND_IN_LENGTH)
    return said if said and kind == ItemKind.SCENE else untitled_label(kind)


def field_label(name: str) -> str:
    """What a column that a person writes is called: “Synopsis”, “Logline”, …"""
    return _translate(_FIELDS[name]) if name in _FIELDS else name


def entity_field_label(name: str) -> str:
    """What a column of an entity is called: “Name”, “Summary”, …"""
    return _translate(_ENTITY_FIELDS[name])


def bible_label() -> str:
    """The story bible, above a list of what is in it."""
    return _translate(_BIBLE)


def check_label(check: str) -> str:
    """The name of a kind of slip (a ``Check``)."""
    return _translate(_CHECKS[check])


def entity_kind_label(kind: str) -> str:
    """“Character”, “Place”, …"""
    return _translate(_ENTITIES[kind])


def entity_heading(kind: str) -> str:
    """“Characters”, “Places”, …, above a list of them."""
    return _translate(_ENTITY_HEADINGS[kind])


def unnamed_label(kind: str) -> str:
    """What stands for the name of an entity that has none."""
    return _translate(_UNNAMED[kind])


def export_format_label(format_: str) -> str:
    """The name of a format a novel can be written in."""
    return _translate(_EXPORT_FORMATS[format_])


def import_format_label(format_: str) -> str:
    """The name of a format a novel can be read from."""
    return _translate(_IMPORT_FORMATS[format_])


def count_label(words: int, language: str) -> str:
    """A count with its unit: “1,284 words”, or “1,284 字” for a novel in Chinese."""
    return _minus(words) + _Counts().said(abs(words), language)


def brief_count_label(words: int, language: str) -> str:
    """A count whose unit stands beside it already; Chinese says “字” again."""
    return _minus(words) + _Counts().briefly(abs(words), language)


def _minus(number: int) -> str:
    """The sign of a number: Qt fills in none that is below zero."""
    return "\N{MINUS SIGN}" if number < 0 else ""


class _Counts(QObject):
    """Only ``QObject.tr`` is collected with its plurals."""

    def said(self, words: int, language: str) -> str:
        if is_han(language):
            return self.tr("%Ln characters", "Han characters", words)
        return self.tr("%Ln words", "", words)

    def briefly(self, words: int, language: str) -> str:
        if is_han(language):
            return self.tr("%Ln", "Han characters, briefly", words)
        return self.tr("%Ln", "words, briefly", words)
