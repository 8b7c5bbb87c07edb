# SPDX-License-Identifier: MIT
"""A scene of a yWriter project, with all that is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final
from xml.etree.ElementTree import Element

from novelist.domain.entities import EntityField
from novelist.domain.enums import ItemKind
from novelist.importers.imported import ImportedItem
from novelist.importers.leftovers import Leftovers
from novelist.importers.named_lines import joined
from novelist.importers.parts import Part
from novelist.importers.xml_reading import children, text_of
from novelist.importers.ywriter.fields import is_true, named_fields, number, words_of
from novelist.importers.ywriter.markup import read_scene_text
from novelist.importers.ywriter.world import names_by_id

STATUSES: Final = ("Outline", "Draft", "1st Edit", "2nd Edit", "Done")
"""Of the numbers 1 to 5, as yWriter calls them."""
_RATINGS: Final = ("Field1", "Field2", "Field3", "Field4")
_LISTS: Final = (("Characters", "CharID"), ("Locations", "LocID"), ("Items", "ItemID"))
_KNOWN: Final = frozenset(
    {
        "ID", "Title", "Desc", "Notes", "SceneContent", "BelongsToChID", "Status", "WordCount",
        "LetterCount", "Unused", "Field_SceneType", "Field_UseExporterTags", "ExportCondSpecific",
        "ExportWhenRTF", "RTFFile", "Tags", *_RATINGS, *(name for name, _ in _LISTS),
    }
)  # fmt: skip


class Purpose(IntEnum):
    """What yWriter keeps a chapter or scene for."""

    NORMAL = 0
    NOTES = 1
    TODO = 2
    UNUSED = 3


@dataclass(frozen=True, slots=True)
class Names:
    """What the numbers in a scene stand for."""

    people: Mapping[str, str]
    places: Mapping[str, str]
    things: Mapping[str, str]
    ratings: Mapping[str, str]


def read_names(root: Element) -> Names:
    """The names of a project."""
    return Names(
        names_by_id(root, "CHARACTERS/CHARACTER"),
        names_by_id(root, "LOCATIONS/LOCATION"),
        names_by_id(root, "ITEMS/ITEM"),
        {name: text_of(root.find(f"PROJECT/FieldTitle{name[-1]}")) or name for name in _RATINGS},
    )


def purpose_of(element: Element, *names: str) -> Purpose:
    """What a scene or chapter is for; ``names`` are the elements that may say so."""
    found = next((element.find(name) for name in names if element.find(name) is not None), None)
    written = text_of(found)
    if written in ("1", "2"):
        return Purpose(int(written))
    return Purpose.UNUSED if is_true(element, "Unused") else Purpose.NORMAL


def read_scene(element: Element, names: Names, leftovers: Leftovers) -> ImportedItem:
    """A scene, or a note where it is for notes or something to do."""
    purpose = purpose_of(element, "Fields/Field_SceneType")
    is_note = purpose in (Purpose.NOTES, Purpose.TODO)
    text = read_scene_text(_content(element, leftovers))
    status = number(element, "Status")
    return ImportedItem(
        ItemKind.NOTE if is_note else ItemKind.SCENE,
        words_of(element, "Title"),
        text.document,
        in_manuscript=purpose is Purpose.NORMAL,
        synopsis=words_of(element, "Desc"),
        notes=joined(words_of(element, "Notes")),
        status=STATUSES[status - 1] if 0 < status <= len(STATUSES) else "",
        comments=text.comments,
        fields=[EntityField(*each) for each in _fields(element, names) if each[1].strip()],
    )


def _content(element: Element, leftovers: Leftovers) -> str:
    """The text; older versions keep it in files of their own, which are not here."""
    content = words_of(element, "SceneContent")
    file = words_of(element, "RTFFile")
    if file and not content:
        leftovers.damage(Part.TEXT, words_of(element, "Title") or file)
    return content


def _fields(element: Element, names: Names) -> Iterator[tuple[str, str]]:
    yield "Tags", "; ".join(tag for tag in words_of(element, "Tags").split(";") if tag.strip())
    tables = (names.people, names.places, names.things)
    for (place, key), table in zip(_LISTS, tables, strict=True):
        keys = [text_of(each) for each in children(element.find(place), key)]
        found = [table.get(each) or each for each in keys]
        if place == "Characters" and found:
            yield "Viewpoint", found[0]
        yield place, ", ".join(found)
    for name in _RATINGS:
        rating = words_of(element, name)
        yield names.ratings[name], "" if rating in ("1", "0") else rating
    for name, value in named_fields(element, _KNOWN):
        yield name, "✓" if value == "-1" else value
