# SPDX-License-Identifier: MIT
"""The tables of format 0: XML with rows and columns, without names."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from novelist.importers.nodes import Fields
from novelist.importers.xml_reading import children

_PERSON: Final = (
    "Name", "ID", "Importance", "Motivation", "Goal", "Conflict", "Epiphany", "Phrase Summary",
    "Paragraph Summary", "Full Summary", "Notes",
)  # fmt: skip
_INFOS: Final = ("Title", "Subtitle", "Serie", "Volume", "Genre", "License", "Author", "Email")
_SUMMARY: Final = ("Situation", "Sentence", "Paragraph", "Page", "Full")


def rows_of(element: Element | None) -> list[list[str]]:
    """The cells of a table, row by row, without what stands in cells."""
    data = element.find("data") if element is not None else None
    return [
        [(cell.text or "").strip() for cell in children(row, "col")]
        for row in children(data if data is not None else element, "row")
    ]


def people(element: Element | None) -> list[Fields]:
    """The characters, with the names that format 1 gives their fields."""
    found = []
    for row in rows_of(element):
        named = list(zip(_PERSON, row, strict=False))
        found.append([*named, *((f"{n}", v) for n, v in enumerate(row[len(_PERSON) :]) if v)])
    return found


def about(element: Element | None) -> tuple[Fields, Fields]:
    """What is said of the novel, and its summaries."""
    rows = [*rows_of(element), [], []]
    return (
        list(zip(_INFOS, rows[0], strict=False)),
        list(zip(_SUMMARY, rows[1], strict=False)),
    )
