# SPDX-License-Identifier: MIT
"""Sheets about people and places: what stands in folders that the project says are of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from novelist.domain import document as d
from novelist.domain.entities import EntityField, EntityKind
from novelist.importers.imported import ImportedEntity, ImportedItem
from novelist.importers.named_lines import joined
from novelist.importers.scrivener.project import BinderItem

_ICONS: Final = (("characters", EntityKind.CHARACTER), ("locations", EntityKind.PLACE))
"""How the icons begin that Scrivener gives to sheets, and to the folders that they go to."""


def sheet_kind(item: BinderItem) -> EntityKind | None:
    """What an item of the binder is a sheet about, or holds sheets about."""
    icon = item.icon.casefold()
    return next((kind for name, kind in _ICONS if icon.startswith(name)), None)


def entity_of(note: ImportedItem, kind: EntityKind, folders: Sequence[str]) -> ImportedEntity:
    """All the words of a note, which stands in these folders, as an entity."""
    said = (("Status", note.status), ("Label", note.label), ("Folder", " / ".join(folders)))
    fields = [*note.fields, *(EntityField(name, value) for name, value in said if value)]
    words = joined(note.document.plain_text, note.notes)
    return ImportedEntity(kind, note.title, [], note.synopsis, words, fields)


def holds_more(note: ImportedItem) -> bool:
    """Whether a note has what no entity can hold: pictures, footnotes, comments."""
    blocks = note.document.blocks
    return bool(note.comments) or any(
        block.kind == d.IMAGE_BLOCK
        or any(isinstance(each, d.Atom) and each.kind != d.LINE_BREAK for each in block.inlines)
        for block in blocks
    )
