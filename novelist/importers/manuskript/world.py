# SPDX-License-Identifier: MIT
"""People, plots and the world of a project: each a note, in folders as in Manuskript."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final
from xml.etree.ElementTree import Element

from novelist.domain.enums import ItemKind
from novelist.importers.imported import ImportedItem
from novelist.importers.manuskript.references import References
from novelist.importers.named_lines import document_of_lines, named_lines
from novelist.importers.nodes import Fields, value_of

Replaced = Callable[[str], str]
"""The text with names for references."""

_DEEPEST: Final = 40
_PERSON: Final = frozenset({"name", "id", "notes", "phrase summary"})
_STEP: Final = ("meta", "summary")


def note(title: str, lines: Iterable[str], **about: str) -> ImportedItem:
    """A note outside the manuscript."""
    document = document_of_lines(lines)
    return ImportedItem(ItemKind.NOTE, title, document, in_manuscript=False, **about)  # type: ignore[arg-type]


def folder(title: str, notes: list[ImportedItem]) -> list[ImportedItem]:
    """A folder with notes; nothing where there are none."""
    if not notes:
        return []
    return [ImportedItem(ItemKind.FOLDER, title, children=notes, in_manuscript=False)]


def person(fields: Fields, replaced: Replaced) -> ImportedItem:
    """A character, with the fields that the writer added."""
    said = [(key, replaced(value)) for key, value in fields if key.casefold() not in _PERSON]
    made = note(value_of(fields, "Name"), named_lines(said))
    made.synopsis = replaced(value_of(fields, "Phrase Summary"))
    made.notes = replaced(value_of(fields, "Notes"))
    return made


def plots(root: Element, references: References) -> list[ImportedItem]:
    """A note a plot, with its steps."""
    return [note(each.get("name", ""), _plot(each, references)) for each in root.iterfind("plot")]


def _plot(element: Element, references: References) -> Iterator[str]:
    people = [each.strip() for each in element.get("characters", "").split(",") if each.strip()]
    said = {**element.attrib, "characters": ", ".join(references.name("C", x) for x in people)}
    shown = [(key, references.replaced(value)) for key, value in said.items()]
    yield from named_lines(each for each in shown if each[0] not in ("name", "ID"))
    for step in element.iterfind("step"):
        yield f"• {step.get('name', '')}"
        yield from named_lines(
            (key, references.replaced(value))
            for key, value in step.attrib.items()
            if key not in ("name", "ID")
        )


def places(root: Element, replaced: Replaced, depth: int = 0) -> list[ImportedItem]:
    """The world: what holds something is a folder, with a note for what is said of it."""
    made: list[ImportedItem] = []
    for element in root.iterfind("outline"):
        name = element.get("name", "")
        said = named_lines(
            (key, replaced(value))
            for key, value in element.attrib.items()
            if key not in ("name", "ID")
        )
        inside = places(element, replaced, depth + 1)
        if not inside:
            made.append(note(name, said))
        elif depth < _DEEPEST:
            made += folder(name, [*([note(name, said)] if said else []), *inside])
        else:
            made += [note(name, said), *inside]
    return made
