# SPDX-License-Identifier: MIT
"""The documents of a NOVEL root, one after another, to parts, chapters and scenes.

As in novelWriter the levels of the headings make the outline, and nothing else does.
"""

from __future__ import annotations

from typing import Final

from novelist.domain import document as d
from novelist.domain.enums import ItemKind
from novelist.importers.imported import ImportedItem
from novelist.importers.leftovers import Leftovers
from novelist.importers.named_lines import joined
from novelist.importers.novelwriter.bible import fields_of
from novelist.importers.novelwriter.blocks import heading_block, read_blocks
from novelist.importers.novelwriter.project import Entry
from novelist.importers.novelwriter.sections import Footnotes, Section, read_sections

_PART, _CHAPTER, _SCENE = 1, 2, 3
_TITLE_PAGES: Final = frozenset({"TITLE"})  # what older formats said of a document
_UNNUMBERED: Final = frozenset({"UNNUMBERED"})


class Manuscript:
    """Takes documents in order; ``items`` are those at the top.

    With ``has_front``, what stands before the first part or chapter is front matter.
    """

    def __init__(self, leftovers: Leftovers, *, has_front: bool = True) -> None:
        self.items: list[ImportedItem] = []
        self._leftovers = leftovers
        self._has_front = has_front
        self._part: ImportedItem | None = None
        self._chapter: ImportedItem | None = None

    def add(self, entry: Entry, text: str) -> None:
        """The next document."""
        sections, footnotes = read_sections(text, _SCENE)
        if not text.strip():  # it is known by what the project says of it
            sections = [Section(entry.level, entry.name)]
        made = [self._add_section(entry, each, footnotes) for each in sections]
        items = [item for item in made if item is not None]
        if items:
            named = any(entry.name == section.title for section in sections)
            titled = any(entry.name == item.title for item in items)
            name = "" if named or titled or not entry.name else f"%%~name: {entry.name}"
            items[0].notes = joined(items[0].notes, name)
            items[-1].notes = joined(items[-1].notes, "\n".join(footnotes.unused()))

    def add_note(self, note: ImportedItem, *, inside: bool) -> None:
        """A note at its place: ``inside`` the chapter before it, or at the top."""
        holder = (self._chapter or self._part) if inside else None
        (holder.children if holder is not None else self.items).append(note)

    def _add_section(
        self, entry: Entry, section: Section, footnotes: Footnotes
    ) -> ImportedItem | None:
        blocks = read_blocks(section.lines, footnotes.find, self._leftovers)
        item = ImportedItem(
            self._kind(entry, section),
            section.title,
            in_manuscript=entry.is_active,
            synopsis="\n".join(section.synopsis),
            notes="\n".join(section.said),
            status=entry.status,
            fields=fields_of(section.references),
        )
        says = blocks or item.notes or item.synopsis or item.fields
        if section.level == 0 and not (says or entry.name):
            return None
        item.title = item.title or entry.name
        if item.kind is ItemKind.FRONT:
            self._add_front(item, entry, section, blocks)
        elif item.kind is ItemKind.SCENE:
            item.document = d.Document(blocks)
            self._holder().append(item)
        else:
            self._open(item, blocks)
        if section.is_marked or entry.layout in _UNNUMBERED:
            self._note_mark(item, section)
        return item

    def _kind(self, entry: Entry, section: Section) -> ItemKind:
        if section.level == _PART:
            is_title = section.is_marked or entry.layout in _TITLE_PAGES
            return ItemKind.FRONT if is_title else ItemKind.PART
        if section.level == _CHAPTER:
            return ItemKind.CHAPTER
        if section.level == 0 and self._has_front and self._part is self._chapter is None:
            return ItemKind.FRONT
        return ItemKind.SCENE

    def _add_front(
        self, item: ImportedItem, entry: Entry, section: Section, blocks: tuple[d.Block, ...]
    ) -> None:
        """Front matter; the title of a title page stands in its text."""
        if section.level:
            title = heading_block(section.level, section.title, lambda _key: None, "center")
            blocks = (title, *blocks)
            item.title = entry.name or section.title
        item.document = d.Document(blocks)
        before = self.items[-1] if self.items else None
        if section.level and before is not None and before.title == entry.name:
            self._prepend(before, item)
        self.items.append(item)

    def _prepend(self, before: ImportedItem, item: ImportedItem) -> None:
        """What stands above the title of a title page is on that page."""
        if before.kind is ItemKind.FRONT and before.status == item.status:
            self.items.pop()
            item.document = d.Document((*before.document.blocks, *item.document.blocks))
            item.notes = joined(before.notes, item.notes)
            item.synopsis = joined(before.synopsis, item.synopsis)
            item.fields = [*before.fields, *item.fields]

    def _holder(self) -> list[ImportedItem]:
        holder = self._chapter or self._part
        return self.items if holder is None else holder.children

    def _open(self, item: ImportedItem, blocks: tuple[d.Block, ...]) -> None:
        """A part or chapter; the text under its heading is a scene without a title."""
        if item.kind is ItemKind.PART:
            self._part, self._chapter = item, None
            self.items.append(item)
        else:
            self._chapter = item
            (self.items if self._part is None else self._part.children).append(item)
        if blocks:
            text = ImportedItem(ItemKind.SCENE, document=d.Document(blocks), status=item.status)
            text.in_manuscript = item.in_manuscript
            item.children.append(text)

    def _note_mark(self, item: ImportedItem, section: Section) -> None:
        """There is no chapter without a number here: the heading is kept as it was written."""
        if item.kind in (ItemKind.CHAPTER, ItemKind.SCENE):
            item.notes = joined(f"{'#' * section.level}! {section.title}", item.notes)
