# SPDX-License-Identifier: MIT
"""A project of yWriter: its one file."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from novelist.domain.enums import ItemKind
from novelist.domain.writing_days import WrittenDays
from novelist.errors import SourceDamagedError, SourceEmptyError, UnknownFormatError
from novelist.importers.imported import (
    ImportedChoice,
    ImportedDetails,
    ImportedEntity,
    ImportedItem,
    ImportedNovel,
    ImportOptions,
)
from novelist.importers.leftovers import Leftovers
from novelist.importers.named_lines import document_of_lines, joined, named_lines
from novelist.importers.parts import Part
from novelist.importers.settling import language_tag, target_of
from novelist.importers.source import read_file
from novelist.importers.xml_reading import XmlError, child_text, children, parse_xml, text_of
from novelist.importers.ywriter.fields import (
    day,
    is_true,
    named_fields,
    number,
    other_fields,
    words_of,
)
from novelist.importers.ywriter.scenes import (
    STATUSES,
    Purpose,
    purpose_of,
    read_names,
    read_scene,
)
from novelist.importers.ywriter.word_count_log import read_word_count_log
from novelist.importers.ywriter.world import read_bible, read_notes
from novelist.progress import Progress

_ROOT: Final = re.compile(r"YWRITER\d+")
_NO_CHARACTERS: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")  # XML may not hold them
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")  # how UTF-16 begins, where 0 is part of a letter
_CHAPTER: Final = frozenset(
    {"ID", "Title", "Desc", "SortOrder", "SectionStart", "Type", "ChapterType", "Unused", "Scenes",
     "Field_IsTrash"}
)  # fmt: skip
_READ: Final = frozenset(
    {"PROJECT", "LOCATIONS", "ITEMS", "CHARACTERS", "PROJECTNOTES", "PROJECTVARS", "SCENES",
     "CHAPTERS", "WCLog"}
)  # fmt: skip
_PROJECT: Final = re.compile(
    r"Ver|Title|AuthorName|Bio|Desc|FieldTitle\d|LastFullBackup|WordTarget|WordTargetEndDate|"
    r"WordTargetStartDate|WordCountStart|End\w+ChID|LastViewedScID|MRU\w+|HtmlUnicode|"
    r"LatexSingleQuotes|LatexSuppressChapterTitles|Field_LanguageCode|Field_CountryCode|"
    r"SaveSummaryReport|UsesSmartQuotes"
)
_DEADLINE: Final = re.compile(r"DeadlineDate\d")
_LONGEST: Final = 60  # characters of a value that is named


def read_ywriter(path: Path, options: ImportOptions, progress: Progress) -> ImportedNovel:
    """The novel of a project; people, places and things are its story bible."""
    return _Reader(path, _root_of(path), progress).read()


def _root_of(path: Path) -> Element:
    data = read_file(path)
    try:
        root = parse_xml(data if data.startswith(_WIDE) else _NO_CHARACTERS.sub(b"", data))
    except XmlError as error:
        raise SourceDamagedError(path, str(error)) from error
    if not _ROOT.fullmatch(root.tag):
        raise UnknownFormatError(path, root.tag)
    return root


class _Reader:
    """Reads one project."""

    def __init__(self, path: Path, root: Element, progress: Progress) -> None:
        self._path = path
        self._root = root
        self._progress = progress
        self._leftovers = Leftovers()
        self._names = read_names(root)
        self._scenes = {words_of(each, "ID"): each for each in root.iterfind("SCENES/SCENE")}
        self._count = len(self._scenes)
        self._inside = self._scenes_by_chapter()
        self._part: ImportedItem | None = None
        self._items: list[ImportedItem] = []
        self._bible: list[ImportedEntity] = []
        self._days: WrittenDays = {}

    def read(self) -> ImportedNovel:
        chapters = self._root.iterfind("CHAPTERS/CHAPTER")
        for chapter in sorted(chapters, key=lambda each: number(each, "SortOrder")):
            self._add_chapter(chapter)
        for key in list(self._scenes):  # of no chapter
            self._items += [_as_note(each) for each in self._take([key])]
        self._items += read_notes(self._root)
        self._bible = read_bible(self._root)
        self._days = read_word_count_log(self._root, self._leftovers)
        about = self._root.find("PROJECT")
        about = Element("PROJECT") if about is None else about
        self._add_biography(about)
        self._name_leftovers(about)
        if not (self._items or self._bible):
            raise SourceEmptyError(self._path)
        return self._novel(about)

    def _novel(self, about: Element) -> ImportedNovel:
        details = ImportedDetails(
            synopsis=words_of(about, "Desc"), target=target_of(child_text(about, "WordTarget"))
        )
        end = day(about, "WordTargetEndDate")
        if end:
            try:
                details.deadline = date.fromisoformat(end)
            except ValueError:
                self._leftovers.leave(Part.DEADLINE, end)
        return ImportedNovel(
            words_of(about, "Title"),
            words_of(about, "AuthorName"),
            self._language(about),
            self._items,
            self._leftovers.warnings(),
            details=details,
            statuses=[ImportedChoice(name) for name in STATUSES],
            entities=self._bible,
            days=self._days,
        )

    def _language(self, about: Element) -> str:
        """As other programs around yWriter write it: in fields, or in variables."""
        said = {words_of(v, "Title"): words_of(v, "Desc") for v in self._variables()}
        language = child_text(about, "Fields/Field_LanguageCode") or said.get("Language", "")
        country = child_text(about, "Fields/Field_CountryCode") or said.get("Country", "")
        both = f"{language}-{country}" if country.casefold() not in ("", "none") else language
        return language_tag(both)

    def _variables(self) -> list[Element]:
        return list(self._root.iterfind("PROJECTVARS/PROJECTVAR"))

    # -- chapters and scenes -----------------------------------------------------------------------

    def _scenes_by_chapter(self) -> dict[str, list[str]]:
        """The numbers of the scenes of each chapter: first those it lists, then what names it."""
        inside: dict[str, list[str]] = {}
        for chapter in self._root.iterfind("CHAPTERS/CHAPTER"):
            listed = [text_of(each) for each in children(chapter.find("Scenes"), "ScID")]
            inside[words_of(chapter, "ID")] = listed
        named = {key for listed in inside.values() for key in listed}
        for key, scene in self._scenes.items():
            if key not in named:
                inside.setdefault(words_of(scene, "BelongsToChID"), []).append(key)
        return inside

    def _take(self, keys: list[str]) -> list[ImportedItem]:
        """The scenes of these numbers, each of them once."""
        found = [self._scenes.pop(key) for key in keys if key in self._scenes]
        made = []
        for element in found:
            made.append(read_scene(element, self._names, self._leftovers))
            self._progress(1 - len(self._scenes) / (self._count + 1))
        return made

    def _add_chapter(self, element: Element) -> None:
        purpose = purpose_of(element, "ChapterType", "Type")
        scenes = self._take(self._inside.get(words_of(element, "ID"), []))
        is_trash = is_true(element, "Fields/Field_IsTrash")
        is_note = purpose in (Purpose.NOTES, Purpose.TODO) and not is_trash
        is_part = is_true(element, "SectionStart") and not is_trash and purpose is Purpose.NORMAL
        kind = ItemKind.FOLDER if is_note else ItemKind.PART if is_part else ItemKind.CHAPTER
        item = ImportedItem(
            kind,
            words_of(element, "Title"),
            children=[_as_note(each) for each in scenes] if is_note else scenes,
            in_manuscript=purpose is Purpose.NORMAL and not is_trash,
            synopsis=words_of(element, "Desc"),
            notes="\n".join(named_lines(named_fields(element, _CHAPTER))),
            is_trashed=is_trash,
        )
        if purpose is Purpose.UNUSED:
            for scene in scenes:
                scene.in_manuscript = False
        self._place(item)

    def _place(self, item: ImportedItem) -> None:
        """Chapters stand in the part before them; all else at the top."""
        if item.kind is ItemKind.PART:
            self._part = item
        if item.kind is ItemKind.CHAPTER and self._part is not None and not item.is_trashed:
            self._part.children.append(item)
        elif item.children or not item.is_trashed:
            self._items.append(item)

    # -- what else there is ------------------------------------------------------------------------

    def _add_biography(self, about: Element) -> None:
        """What the author says of themselves is a note under their name."""
        if words_of(about, "Bio"):
            note = ImportedItem(ItemKind.NOTE, words_of(about, "AuthorName"), in_manuscript=False)
            note.document = document_of_lines(words_of(about, "Bio").split("\n"))
            self._items.append(note)

    def _name_leftovers(self, about: Element) -> None:
        for name, value in other_fields(about, ()):
            if not _PROJECT.fullmatch(name):
                is_day = _DEADLINE.fullmatch(name) is not None
                said = value[:_LONGEST] if is_day else f"{name}: {value[:_LONGEST]}"
                self._leftovers.leave(Part.DEADLINE if is_day else Part.UNKNOWN, said)
        for variable in self._variables():
            title = words_of(variable, "Title")
            if title not in ("Language", "Country") and not title.lstrip("/").startswith("lang="):
                self._leftovers.leave(Part.VARIABLE, title)
        for child in self._root:
            if child.tag not in _READ and (len(child) or text_of(child)):
                self._leftovers.leave(Part.UNKNOWN, child.tag, max(1, len(child)))


def _as_note(item: ImportedItem) -> ImportedItem:
    """The same outside the manuscript; a folder holds notes alone."""
    item.kind, item.in_manuscript = ItemKind.NOTE, False
    item.notes = joined(item.notes)
    return item
