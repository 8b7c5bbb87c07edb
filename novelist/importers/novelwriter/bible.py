# SPDX-License-Identifier: MIT
"""Documents of people, places, plots and the like as entities; references as fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from novelist.domain.entities import EntityField, EntityKind
from novelist.importers.imported import ImportedEntity
from novelist.importers.leftovers import Leftovers
from novelist.importers.named_lines import joined
from novelist.importers.novelwriter.blocks import read_blocks
from novelist.importers.novelwriter.project import Entry
from novelist.importers.novelwriter.sections import Section, read_sections

KINDS: Final = {
    "CHARACTER": EntityKind.CHARACTER,
    "PLOT": EntityKind.THREAD,
    "WORLD": EntityKind.PLACE,
    "OBJECT": EntityKind.THING,
    "ENTITY": EntityKind.GROUP,
    "TIMELINE": EntityKind.OTHER,
    "CUSTOM": EntityKind.OTHER,
}
"""What the documents of a root are, by its class; those of other roots are notes."""
_DEEPEST: Final = 4
_TAG: Final = "tag"
_FIELDS: Final = {
    "pov": "POV", "focus": "Focus", "char": "Characters", "plot": "Plots", "time": "Time",
    "location": "Locations", "object": "Objects", "entity": "Entities", "custom": "Custom",
    "mention": "Mentions", "story": "Story", "tag": "Tag",
}  # fmt: skip


def fields_of(references: Iterable[tuple[str, str]]) -> list[EntityField]:
    """References as fields with the names that novelWriter shows; others keep their own."""
    return [EntityField(_FIELDS.get(key, f"@{key}"), value) for key, value in references if value]


def read_entities(
    entry: Entry, text: str, kind: EntityKind, folder: str, leftovers: Leftovers
) -> list[ImportedEntity]:
    """The entities of a document: one for each section with a tag, at least one.

    ``folder`` is where the document stands; what no tag is above belongs to the first.
    """
    sections, footnotes = read_sections(text, _DEEPEST)
    groups: list[list[Section]] = [[]]
    for section in sections:
        if _is_tagged(section) and any(map(_is_tagged, groups[-1])):
            groups.append([])
        groups[-1].append(section)
    made = [_entity(entry, group, kind, leftovers, is_only=len(groups) == 1) for group in groups]
    made[-1].notes = joined(made[-1].notes, "\n".join(footnotes.unused()))
    for entity in made:
        about = (("Importance", entry.label), ("Status", entry.status), ("Folder", folder))
        entity.fields += [EntityField(name, value) for name, value in about if value]
        if len(made) > 1 and entry.name not in (entity.name, *entity.aliases):
            entity.fields.append(EntityField("Document", entry.name))
    return made


def _entity(
    entry: Entry,
    sections: Sequence[Section],
    kind: EntityKind,
    leftovers: Leftovers,
    *,
    is_only: bool,
) -> ImportedEntity:
    references = [each for section in sections for each in section.references]
    tags = [part.strip() for key, value in references if key == _TAG for part in value.split("|")]
    titled = [each for each in sections if each.title]
    head = next((each.title for each in titled if _is_tagged(each)), "")
    head = head or next((each.title for each in titled), "")
    name = (entry.name if is_only else head) or head or entry.name or next(iter(tags), "")
    aliases = [each for each in dict.fromkeys((head, *tags)) if each not in ("", name)]
    notes = (_words(section, {name, *aliases, entry.name}, leftovers) for section in sections)
    return ImportedEntity(
        kind,
        name,
        aliases,
        "\n".join(line for section in sections for line in section.synopsis),
        joined(*notes),
        fields_of(each for each in references if each[0] != _TAG),
    )


def _is_tagged(section: Section) -> bool:
    return any(key == _TAG for key, _ in section.references)


def _words(section: Section, known: set[str], leftovers: Leftovers) -> str:
    """The text of a section under its title, and then what is said about it."""
    blocks = read_blocks(section.lines, lambda _key: None, leftovers)
    title = "" if section.title in known else section.title
    text = "\n".join(block.plain_text for block in blocks)
    return joined(title, text, "\n".join(section.said))
