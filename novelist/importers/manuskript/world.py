# SPDX-License-Identifier: MIT
"""People, plots and the world of a project, as the story bible has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final
from xml.etree.ElementTree import Element

from novelist.domain.entities import EntityField, EntityKind
from novelist.importers.imported import ImportedEntity
from novelist.importers.manuskript.references import References
from novelist.importers.named_lines import named_lines
from novelist.importers.nodes import Fields, value_of

Replaced = Callable[[str], str]
"""The text with names for references."""

_DEEPEST: Final = 40
_PERSON: Final = frozenset({"name", "id", "notes", "phrase summary"})
_PART_OF: Final = "Part of"  # of what holds something of the world
_KINDS: Final = (  # what the top of a branch of the world says that it holds
    (
        re.compile(
            r"cultur|people|nation|race|religion|organi|group|faction|famil|kultur|völker|"
            r"peuple|pueblo|文化|民族|宗教|组织|势力",
            re.IGNORECASE,
        ),
        EntityKind.GROUP,
    ),
    (re.compile(r"object|item|thing|artefact|artifact|物品|道具", re.IGNORECASE), EntityKind.THING),
)


def row(kind: EntityKind, cells: Sequence[str]) -> ImportedEntity:
    """A row of a table of format 0, named by its first cell."""
    return ImportedEntity(kind, cells[0], notes="\n".join(each for each in cells[1:] if each))


def person(fields: Fields, replaced: Replaced) -> ImportedEntity:
    """A character, with the fields that the writer added."""
    said = [(key, replaced(value)) for key, value in fields if key.casefold() not in _PERSON]
    return ImportedEntity(
        EntityKind.CHARACTER,
        value_of(fields, "Name"),
        summary=replaced(value_of(fields, "Phrase Summary")),
        notes=replaced(value_of(fields, "Notes")),
        fields=_fields(said),
    )


def plots(root: Element, references: References) -> list[ImportedEntity]:
    """A storyline a plot; its steps are its notes."""
    return [_plot(each, references) for each in root.iterfind("plot")]


def _plot(element: Element, references: References) -> ImportedEntity:
    people = [each.strip() for each in element.get("characters", "").split(",") if each.strip()]
    said = {**element.attrib, "characters": ", ".join(references.name("C", x) for x in people)}
    shown = [(key, references.replaced(value)) for key, value in said.items()]
    return ImportedEntity(
        EntityKind.THREAD,
        element.get("name", ""),
        summary=references.replaced(element.get("summary", "")),
        notes="\n".join(_steps(element, references)),
        fields=_fields(each for each in shown if each[0] not in ("name", "ID", "summary")),
    )


def _steps(element: Element, references: References) -> Iterator[str]:
    for step in element.iterfind("step"):
        yield f"• {step.get('name', '')}"
        yield from named_lines(
            (key, references.replaced(value))
            for key, value in step.attrib.items()
            if key not in ("name", "ID")
        )


def places(root: Element, replaced: Replaced) -> list[ImportedEntity]:
    """The world: each says in a field what holds it; what only holds others is none itself."""
    made: list[ImportedEntity] = []
    for element in root.iterfind("outline"):
        kinds = (kind for said, kind in _KINDS if said.search(element.get("name", "")))
        _add(made, element, next(kinds, EntityKind.PLACE), (), replaced)
    return made


def _add(
    made: list[ImportedEntity],
    element: Element,
    kind: EntityKind,
    above: tuple[str, ...],
    replaced: Replaced,
) -> None:
    name, inside = element.get("name", ""), element.findall("outline")
    said = [
        (key, replaced(value)) for key, value in element.attrib.items() if key not in ("name", "ID")
    ]
    if not inside or any(value.strip() for _, value in said):
        fields = _fields([*said, (_PART_OF, " / ".join(above))])
        made.append(ImportedEntity(kind, name, fields=fields))
    for child in inside:
        _add(made, child, kind, (*above, name)[:_DEEPEST], replaced)


def _fields(said: Iterable[tuple[str, str]]) -> list[EntityField]:
    return [EntityField(name, value) for name, value in said if value.strip()]
