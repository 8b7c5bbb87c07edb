# SPDX-License-Identifier: MIT
"""The words of an item: its text with notes and pictures, its synopsis, its notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from novelist.domain import document as d
from novelist.importers.imported import ImportedComment, ImportedVersion, ImportWarning
from novelist.importers.leftovers import Leftovers
from novelist.importers.named_lines import joined
from novelist.importers.parts import Part
from novelist.importers.picture_files import picture_attrs
from novelist.importers.projects import decoded
from novelist.importers.rtf.novel import warnings_of
from novelist.importers.rtf.reader import NotRtfError, RichText, read_rich_text
from novelist.importers.scrivener.annotations import (
    Annotation,
    Annotator,
    escaped,
    read_annotations,
)
from novelist.importers.scrivener.files import ProjectFiles
from novelist.importers.scrivener.project import BinderItem
from novelist.importers.scrivener.tags import without_tags
from novelist.importers.xml_reading import XmlError
from novelist.progress import Progress

LARGEST_PICTURES: Final = 256 * 1024 * 1024
"""Bytes of all pictures of a project."""
_RTF: Final = b"{\\rtf"


@dataclass(slots=True)
class ItemText:
    """The text of an item; ``said`` is what no passage of it is named for."""

    document: d.Document = d.EMPTY
    comments: list[ImportedComment] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


class TextReader:
    """Reads the words of items one after another; ``pictures`` are those that texts show."""

    def __init__(self, files: ProjectFiles, leftovers: Leftovers, step: Progress) -> None:
        self.pictures: dict[str, bytes] = {}
        self.warnings: list[ImportWarning] = []
        self._files = files
        self._leftovers = leftovers
        self._step = step
        self._size = 0

    def text(self, item: BinderItem) -> ItemText:
        """The text of an item; empty where it has none."""
        data = self._files.text(item.key)[1]
        if not data.strip():
            return ItemText()
        if not data.lstrip().startswith(_RTF):
            lines = decoded(data, Part.TEXT, item.title, self._leftovers).split("\n")
            return ItemText(_document([d.paragraph(line) for line in lines]))
        rich = self._rich(Part.TEXT, item.title, escaped(data))
        annotator = Annotator(self._annotations(item))
        blocks, links = without_tags(annotator.annotate(rich.blocks))
        self._leftovers.leave(Part.DOCUMENT_LINK, count=links)
        said = [_said(each) for each in annotator.unplaced]
        deleted = rich.deletions.found("")
        return ItemText(_document(blocks), [*rich.comments, *deleted, *annotator.comments], said)

    def versions(self, item: BinderItem) -> list[ImportedVersion]:
        """Earlier versions of an item's text; their notes and comments are not kept."""
        found = []
        for moment, title, data in self._files.snapshots(item.key):
            rich = self._rich(Part.SNAPSHOT, item.title, escaped(data))
            blocks, _ = without_tags(rich.blocks)
            found.append(ImportedVersion(_document(blocks), moment, title))
        return found

    def synopsis(self, item: BinderItem) -> str:
        """The words of an item's index card."""
        data = self._files.synopsis(item.key)
        return decoded(data, Part.SYNOPSIS, item.title, self._leftovers).strip()

    def notes(self, item: BinderItem, said: list[str]) -> str:
        """The notes of an item, with comments and footnotes without a place."""
        data, words = self._files.notes(item.key), ""
        if data.strip():
            rich = self._rich(Part.NOTES, item.title, data)
            words = d.Document(tuple(rich.blocks)).plain_text.strip()
        return joined(words, "\n".join(said))

    def picture(self, item: BinderItem) -> d.Document | None:
        """An item that is a picture, as a text; None where it cannot be kept."""
        data = self._files.picture(item.key, item.extension)
        attrs = picture_attrs(data) if data else None
        if attrs is None or not self._keep({str(attrs["digest"]): data}):
            return None
        return d.Document((d.Block(d.IMAGE_BLOCK, (), attrs),))

    def leave_card_picture(self, item: BinderItem) -> None:
        """Name the picture of an item's index card, which has no place here."""
        if self._files.picture_of_synopsis(item.key):
            self._leftovers.leave(Part.CARD_PICTURE, item.title)

    def _rich(self, part: Part, name: str, data: bytes) -> RichText:
        try:
            rich = read_rich_text(data, self._step)
        except NotRtfError:
            self._leftovers.damage(part, name)
            return RichText()
        if not self._keep(rich.pictures):
            self._leftovers.leave(Part.PICTURE, count=len(rich.pictures))
        self.warnings += warnings_of(rich, self._leftovers)
        return rich

    def _keep(self, pictures: dict[str, bytes]) -> bool:
        new = {key: data for key, data in pictures.items() if key not in self.pictures}
        size = sum(map(len, new.values()))
        if self._size + size > LARGEST_PICTURES:
            return False
        self._size += size
        self.pictures |= new
        return True

    def _annotations(self, item: BinderItem) -> dict[str, Annotation]:
        data = self._files.comments(item.key)
        try:
            return read_annotations(data) if data.strip() else {}
        except XmlError:
            self._leftovers.damage(Part.COMMENTS, item.title)
            return {}


def _said(annotation: Annotation) -> str:
    kind = "Footnote" if annotation.is_footnote else "Comment"
    return f"{kind}: {annotation.text}"


def _document(blocks: list[d.Block]) -> d.Document:
    """The blocks without blank ones at the ends, and without those that only part paragraphs.

    Where blank lines stand between nearly all paragraphs they are how the text was set.
    """
    kept = list(blocks)
    while kept and _is_blank(kept[-1]):
        kept.pop()
    while kept and _is_blank(kept[0]):
        kept.pop(0)
    blank = [_is_blank(block) for block in kept]
    written = blank.count(False)
    parted = sum(1 for place in range(1, len(kept) - 1) if blank[place] and not blank[place - 1])
    if written < _FEWEST or parted * 10 < (written - 1) * 9:
        return d.Document(tuple(kept))
    return d.Document(
        tuple(
            block
            for place, block in enumerate(kept)
            if not blank[place] or (place and blank[place - 1])
        )
    )


_FEWEST: Final = 3  # paragraphs that tell how a text is set


def _is_blank(block: d.Block) -> bool:
    return block.kind not in (d.IMAGE_BLOCK, d.SCENE_BREAK) and not any(
        isinstance(inline, d.Atom) or inline.text.strip() for inline in block.inlines
    )
