# SPDX-License-Identifier: MIT
"""What an importer makes of a file: the outline and texts of a novel, not yet stored anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from novelist.domain.counting import ZERO, Counts, count_document
from novelist.domain.document import EMPTY, Document
from novelist.domain.entities import EntityField, EntityKind
from novelist.domain.enums import Hue, ImportFormat, ItemKind
from novelist.domain.novel_record import NovelDetails
from novelist.domain.writing_days import WrittenDays
from novelist.importers.parts import Part
from novelist.progress import Progress


class WarningKind(StrEnum):
    """What a person should know about an import. The words for people are elsewhere."""

    CONTENTS = "contents"  # the printed contents are kept outside the manuscript
    REPEATED = "repeated"  # lines that only repeat a title were left out
    NO_CHAPTERS = "no-chapters"  # no heading was found: one chapter holds the whole text
    AFTER_END = "after-end"  # what follows the end of the novel is kept outside the manuscript
    REPLACED = "replaced"  # bytes that the chosen encoding does not know became U+FFFD
    UNSURE_ENCODING = "unsure-encoding"  # the encoding is a guess: look at the text
    CONTROL = "control"  # control characters were taken out
    DIVIDED = "divided"  # lines longer than any paragraph were divided at the ends of sentences
    AS_WRITTEN = "as-written"  # paragraphs with too intricate markup keep it as plain text
    METADATA = "metadata"  # a line of the front matter was not understood
    LEFT = "left"  # a part of the file has no place here
    DAMAGED = "damaged"  # a part of the file could not be read
    CUT_OFF = "cut-off"  # the file ends before it should
    OPEN_ELSEWHERE = "open-elsewhere"  # another program has the project open


@dataclass(frozen=True, slots=True)
class ImportWarning:
    """One thing to know: how many of it there are, and the text in question where that helps.

    Of what is left out or damaged ``part`` says what it is, and ``text`` what it is called.
    """

    kind: WarningKind
    count: int = 1
    text: str = ""
    part: Part | None = None

    def __str__(self) -> str:
        if self.part is None:
            return f"{self.kind}: {self.text or self.count}"
        name = f" “{self.text}”" if self.text else ""
        return f"{self.kind}: {self.part}{name}{f' × {self.count}' if self.count > 1 else ''}"


def counted_warnings(counts: Mapping[WarningKind, int]) -> list[ImportWarning]:
    """A warning of each kind that happened."""
    return [ImportWarning(kind, count) for kind, count in counts.items() if count]


@dataclass(frozen=True, slots=True)
class ImportedChoice:
    """A status or label; ``colour`` is "#rrggbb", or "" where the file has none.

    ``hue`` is one of ours where the file names it.
    """

    name: str
    colour: str = ""
    hue: Hue | None = None


@dataclass(frozen=True, slots=True)
class ImportedRemark:
    """One thing that was said about a passage; ``made_at`` None where the file does not say."""

    text: str
    author: str = ""
    made_at: datetime | None = None
    edited_at: datetime | None = None


@dataclass(slots=True)
class ImportedComment:
    """A comment and the answers to it; ``mark`` is the value of its marks in the document."""

    mark: str
    passage: str
    remarks: list[ImportedRemark]
    is_resolved: bool = False
    resolved_at: datetime | None = None
    """When, where the file says it."""


@dataclass(slots=True)
class ImportedEntity:
    """Somebody or something of the story bible; names may be longer than a library holds."""

    kind: EntityKind
    name: str = ""
    aliases: list[str] = field(default_factory=list)
    summary: str = ""
    notes: str = ""
    fields: list[EntityField] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ImportedVersion:
    """What a text was at an earlier moment, which may have been given a ``title``."""

    document: Document
    made_at: datetime
    title: str = ""


@dataclass
class ImportedItem:
    """A part, chapter, scene, … to be made; only those whose kind has text have a document.

    ``status`` and ``label`` name one of the novel's, or are "". ``target`` is a number of words.
    """

    kind: ItemKind
    title: str = ""
    document: Document = EMPTY
    children: list[ImportedItem] = field(default_factory=list)
    in_manuscript: bool = True
    synopsis: str = ""
    notes: str = ""
    status: str = ""
    label: str = ""
    target: int | None = None
    comments: list[ImportedComment] = field(default_factory=list)
    is_trashed: bool = False
    fields: list[EntityField] = field(default_factory=list)
    versions: list[ImportedVersion] = field(default_factory=list)
    """Earlier ones of its text, in any order."""

    def walk(self) -> Iterator[ImportedItem]:
        """The item and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def walk_live(self) -> Iterator[ImportedItem]:
        """The same without what lies in the trash, and all in that."""
        if not self.is_trashed:
            yield self
            for child in self.children:
                yield from child.walk_live()


ImportedDetails = NovelDetails
"""What a file says of the whole novel beside its title; empty where it says nothing."""


@dataclass(slots=True)
class ImportedNovel:
    """A whole novel; ``encoding`` is the codec it was read with, or None where there is none."""

    title: str
    author: str = ""
    language: str = "en"
    items: list[ImportedItem] = field(default_factory=list)
    warnings: list[ImportWarning] = field(default_factory=list)
    encoding: str | None = None
    pictures: dict[str, bytes] = field(default_factory=dict)
    """The files of the pictures that its texts show, by digest."""
    details: ImportedDetails = field(default_factory=ImportedDetails)
    statuses: list[ImportedChoice] = field(default_factory=list)
    """In order; with none of them the novel gets those that every new one has."""
    labels: list[ImportedChoice] = field(default_factory=list)
    label_name: str = ""
    """What the file calls its labels, where people may name them."""
    entities: list[ImportedEntity] = field(default_factory=list)
    """The story bible, in order."""
    days: WrittenDays = field(default_factory=dict)
    """What was written on which day, as the other program counted it."""

    def walk(self) -> Iterator[ImportedItem]:
        """Every item in reading order."""
        for item in self.items:
            yield from item.walk()

    def of_kind(self, kind: ItemKind) -> list[ImportedItem]:
        """Every item of one kind in reading order."""
        return [item for item in self.walk() if item.kind is kind]

    def counts(self) -> Counts:
        """The length of the manuscript: what stands outside it is not counted, nor the trash."""
        live = (each for item in self.items for each in item.walk_live())
        return sum((count_document(item.document) for item in live if item.in_manuscript), ZERO)


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the person who imports decides; None lets the file decide."""

    format: ImportFormat | None = None
    encoding: str | None = None
    title: str | None = None
    language: str | None = None
    keep_emphasis: bool = True
    split_scenes: bool = True


class FileImporter(Protocol):
    """Reads a file or folder of one format that is no plain text.

    Raises the ``SourceError`` that says what is wrong with it; a piece that cannot be read is a
    warning. Files of strangers are hostile: what they ask for (memory, depth, other files) is
    bounded.
    """

    def __call__(self, path: Path, options: ImportOptions, progress: Progress) -> ImportedNovel:
        """The novel; its title is "" where neither the file nor the options name one."""
        ...


class Importer(Protocol):
    """Reads the decoded text of a file of one format."""

    def __call__(self, text: str, options: ImportOptions, progress: Progress) -> ImportedNovel:
        """The novel; its title is "" where neither the text nor the options name one."""
        ...
