# SPDX-License-Identifier: MIT
"""People, places, things and notes of a project: each a note, in folders as in yWriter."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from novelist.domain.enums import ItemKind
from novelist.importers.imported import ImportedItem
from novelist.importers.named_lines import document_of_lines, named_lines
from novelist.importers.ywriter.fields import is_true, number, other_fields, words_of

_FOLDERS: Final = (  # where they are in the file, and what yWriter calls them
    ("CHARACTERS", "CHARACTER", "Characters"),
    ("LOCATIONS", "LOCATION", "Locations"),
    ("ITEMS", "ITEM", "Items"),
    ("PROJECTNOTES", "PROJECTNOTE", "Project notes"),
)
_FIRST: Final = ("FullName", "AKA", "Tags")
_AFTER: Final = ("Bio", "Goals")
_KNOWN: Final = frozenset({"ID", "Title", "Desc", "Notes", "SortOrder", "Major", *_FIRST, *_AFTER})


def read_world(root: Element) -> list[ImportedItem]:
    """A folder for each list that has anything in it."""
    folders = []
    for place, name, title in _FOLDERS:
        found = sorted(root.iterfind(f"{place}/{name}"), key=lambda each: number(each, "SortOrder"))
        notes = [_note(each) for each in found]
        if notes:
            folder = ImportedItem(ItemKind.FOLDER, title, children=notes, in_manuscript=False)
            folders.append(folder)
    return folders


def names_by_id(root: Element, path: str) -> dict[str, str]:
    """What people, places or things are called, by the number that scenes name them with."""
    return {words_of(each, "ID"): words_of(each, "Title") for each in root.iterfind(path)}


def _note(element: Element) -> ImportedItem:
    """A note whose text has first what is short, then the description, then what is long."""
    fields = [(name, words_of(element, name)) for name in _FIRST]
    if is_true(element, "Major"):
        fields.append(("Major", "✓"))
    lines = [
        *named_lines(fields),
        *words_of(element, "Desc").split("\n"),
        *named_lines((name, words_of(element, name)) for name in _AFTER),
        *named_lines(other_fields(element, _KNOWN)),
    ]
    return ImportedItem(
        ItemKind.NOTE,
        words_of(element, "Title"),
        document_of_lines(lines),
        in_manuscript=False,
        notes=words_of(element, "Notes"),
    )
