# SPDX-License-Identifier: MIT
"""People, places and things of a project, and its notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from novelist.domain.entities import EntityField, EntityKind
from novelist.domain.enums import ItemKind
from novelist.importers.imported import ImportedEntity, ImportedItem
from novelist.importers.named_lines import document_of_lines, named_lines
from novelist.importers.ywriter.fields import field_name, is_true, named_fields, number, words_of

_BIBLE: Final = (
    ("CHARACTERS/CHARACTER", EntityKind.CHARACTER),
    ("LOCATIONS/LOCATION", EntityKind.PLACE),
    ("ITEMS/ITEM", EntityKind.THING),
)
_LONG: Final = ("Bio", "Goals")
_NAMES: Final = ("FullName", "AKA")
_KNOWN: Final = frozenset(
    {"ID", "Title", "Desc", "Notes", "SortOrder", "Major", "Tags", *_NAMES, *_LONG}
)
_SEPARATOR: Final = re.compile(r"[;,，、；\n]")  # between other names


def read_bible(root: Element) -> list[ImportedEntity]:
    """People, places and things in their order."""
    return [_entity(each, kind) for path, kind in _BIBLE for each in _in_order(root.iterfind(path))]


def read_notes(root: Element) -> list[ImportedItem]:
    """The notes of the project, in a folder where there are any."""
    notes = [_note(each) for each in _in_order(root.iterfind("PROJECTNOTES/PROJECTNOTE"))]
    folder = ImportedItem(ItemKind.FOLDER, "Project notes", children=notes, in_manuscript=False)
    return [folder] if notes else []


def names_by_id(root: Element, path: str) -> dict[str, str]:
    """What people, places or things are called, by the number that scenes name them with."""
    return {words_of(each, "ID"): words_of(each, "Title") for each in root.iterfind(path)}


def _in_order(elements: Iterator[Element]) -> list[Element]:
    return sorted(elements, key=lambda each: number(each, "SortOrder"))


def _entity(element: Element, kind: EntityKind) -> ImportedEntity:
    name = words_of(element, "Title")
    also = _SEPARATOR.split(words_of(element, "AKA"))
    names = (each.strip() for each in (words_of(element, "FullName"), *also))
    said = [
        ("Tags", words_of(element, "Tags")),
        ("Major", "✓" if is_true(element, "Major") else ""),
        *((field_name(each), words_of(element, each)) for each in _LONG),
        *named_fields(element, _KNOWN),
    ]
    return ImportedEntity(
        kind,
        name,
        [each for each in dict.fromkeys(names) if each not in ("", name)],
        words_of(element, "Desc"),
        words_of(element, "Notes"),
        [EntityField(key, value) for key, value in said if value.strip()],
    )


def _note(element: Element) -> ImportedItem:
    """A note whose text is its description."""
    lines = [
        *named_lines((field_name(each), words_of(element, each)) for each in (*_NAMES, "Tags")),
        *words_of(element, "Desc").split("\n"),
        *named_lines((field_name(name), words_of(element, name)) for name in _LONG),
        *named_lines(named_fields(element, _KNOWN)),
    ]
    return ImportedItem(
        ItemKind.NOTE,
        words_of(element, "Title"),
        document_of_lines(lines),
        in_manuscript=False,
        notes=words_of(element, "Notes"),
    )
