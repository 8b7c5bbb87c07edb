# SPDX-License-Identifier: MIT
"""Documents outside the manuscript: people, places, plots, the archive, each as a note."""

from __future__ import annotations

from novelist.domain import document as d
from novelist.domain.enums import ItemKind
from novelist.importers.imported import ImportedItem
from novelist.importers.leftovers import Leftovers
from novelist.importers.novelwriter.blocks import read_blocks
from novelist.importers.novelwriter.project import Entry
from novelist.importers.novelwriter.sections import read_sections


def read_note(entry: Entry, text: str, leftovers: Leftovers) -> ImportedItem:
    """A note with the whole document: headings and tags stand in its text."""
    sections, footnotes = read_sections(_spaced(text), 0, keep_references=True)
    section = sections[0]
    blocks = read_blocks(section.lines, footnotes.find, leftovers)
    if blocks and blocks[0].kind == d.HEADING and blocks[0].plain_text == entry.name:
        blocks = blocks[1:]
    return ImportedItem(
        ItemKind.NOTE,
        entry.name,
        d.Document(blocks),
        in_manuscript=False,
        synopsis="\n".join(section.synopsis),
        notes="\n".join([*section.said, *footnotes.unused()]),
        status=entry.status,
        label=entry.label,
    )


def _spaced(text: str) -> str:
    """Each reference is a paragraph of its own."""
    return "\n".join(f"\n{line}\n" if line.startswith("@") else line for line in text.split("\n"))
