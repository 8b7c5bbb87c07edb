# SPDX-License-Identifier: MIT
"""The ``.scrivx`` of a Scrivener project: its binder, and what the project sets for all items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from xml.etree.ElementTree import Element

from novelist.importers.imported import ImportedChoice
from novelist.importers.leftovers import Leftovers
from novelist.importers.parts import Part
from novelist.importers.settling import choice_name, one_line, target_of
from novelist.importers.xml_reading import XmlError, child_text, children, parse_xml, text_of

_NONE: Final = "-1"
_WORDS: Final = "Words"
_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})\b")
_OWN_COLLECTIONS: Final = ("Binder", "RecentSearch", "SearchResults")


@dataclass(slots=True)
class BinderItem:
    """A row of the binder; ``key`` names its files.

    ``kind`` is Scrivener's: Text, Folder, DraftFolder, Image, PDF, ….
    """

    key: str
    kind: str
    title: str
    label: str = ""
    status: str = ""
    section_type: str = ""
    section_type_of_children: str = ""
    is_included: bool = False
    icon: str = ""
    extension: str = ""
    keywords: list[str] = field(default_factory=list)
    fields: list[tuple[str, str]] = field(default_factory=list)
    target: int | None = None
    children: list[BinderItem] = field(default_factory=list)

    def walk(self) -> Iterator[BinderItem]:
        """The item and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class LevelTypes:
    """The section types that items have by their depth in the draft, where they say none."""

    folders: list[str] = field(default_factory=list)
    containers: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Project:
    """What a project says of itself; section types are given by their titles."""

    items: list[BinderItem]
    title: str = ""
    author: str = ""
    statuses: dict[str, ImportedChoice] = field(default_factory=dict)
    labels: dict[str, ImportedChoice] = field(default_factory=dict)
    section_types: dict[str, str] = field(default_factory=dict)
    levels: LevelTypes = field(default_factory=LevelTypes)
    target: int | None = None
    deadline: date | None = None
    template_folder: str = ""
    label_name: str = ""
    recent_history: Element | None = None
    """What was written on the last day."""


def read_project(data: bytes, leftovers: Leftovers) -> Project:
    """What the bytes of a ``.scrivx`` say; what has no place here is noted in ``leftovers``.

    Raises ``XmlError``.
    """
    root = parse_xml(data.lstrip(b"\xef\xbb\xbf \r\n\t"))
    if root.tag != "ScrivenerProject" or root.find("Binder") is None:
        raise XmlError("no project of Scrivener")
    reader = _ProjectReader(root, leftovers)
    return reader.project()


class _ProjectReader:
    """Reads one project."""

    def __init__(self, root: Element, leftovers: Leftovers) -> None:
        self._root = root
        self._leftovers = leftovers
        self._keywords = _keywords(root.find("Keywords"))
        self._fields = {
            each.get("ID", ""): _Field(each)
            for path in ("CustomMetaDataSettings/MetaDataField", "CustomMetaDataSettings/Field")
            for each in root.iterfind(path)
        }

    def project(self) -> Project:
        root = self._root
        types = {
            each.get("ID", "").upper(): text_of(each)
            for each in root.iterfind("SectionTypes/TypeDefinitions/Type")
        }
        levels = root.find("SectionTypes/LevelTypes")
        project = Project(
            [self._item(each) for each in children(root.find("Binder"), "BinderItem")],
            title=child_text(root, "ProjectProperties/ProjectTitle"),
            author=child_text(root, "ProjectProperties/FullName")
            or child_text(root, "ProjectProperties/Author")
            or root.get("Author", "").strip(),
            statuses=_choices(root.iterfind("StatusSettings/StatusItems/Status")),
            labels=_choices(root.iterfind("LabelSettings/Labels/Label")),
            label_name=one_line(child_text(root, "LabelSettings/Title")),
            section_types=types,
            levels=LevelTypes(
                _types(levels, "Folders"), _types(levels, "Containers"), _types(levels, "Files")
            ),
            template_folder=child_text(root, "TemplateFolderUUID").upper(),
            recent_history=root.find("RecentWritingHistory"),
        )
        self._read_targets(project)
        self._leave_others()
        return project

    def _item(self, element: Element) -> BinderItem:
        meta = element.find("MetaData")
        meta = Element("MetaData") if meta is None else meta
        section = meta.find("SectionType")
        return BinderItem(
            key=(element.get("UUID") or element.get("ID") or "").upper(),
            kind=element.get("Type", "Text"),
            title=child_text(element, "Title"),
            label=child_text(meta, "LabelID"),
            status=child_text(meta, "StatusID"),
            section_type=text_of(section).upper(),
            section_type_of_children=(
                "" if section is None else section.get("ChildDefault", "").upper()
            ),
            is_included=child_text(meta, "IncludeInCompile").casefold() == "yes",
            icon=child_text(meta, "IconFileName"),
            extension=child_text(meta, "FileExtension"),
            keywords=self._keywords_of(element, meta),
            fields=self._fields_of(meta),
            target=self._target_of(element.find("TextSettings/Target")),
            children=[
                self._item(each) for each in children(element.find("Children"), "BinderItem")
            ],
        )

    def _keywords_of(self, element: Element, meta: Element) -> list[str]:
        numbers = [
            text_of(each)
            for holder in (element, meta)
            for each in holder.iterfind("Keywords/KeywordID")
        ]
        return [self._keywords.get(number, number) for number in dict.fromkeys(numbers)]

    def _fields_of(self, meta: Element) -> list[tuple[str, str]]:
        found = []
        for each in meta.iterfind("CustomMetaData/MetaDataItem"):
            key, value = child_text(each, "FieldID"), child_text(each, "Value")
            own = self._fields.get(key)
            found.append((own.title, own.options.get(value, value)) if own else (key, value))
        return [(name, value) for name, value in found if value]

    def _target_of(self, element: Element | None) -> int | None:
        if element is None or not (number := target_of(text_of(element))):
            return None
        if element.get("Type", _WORDS) != _WORDS:
            self._leftovers.leave(Part.CHARACTER_TARGET)
            return None
        return number

    def _read_targets(self, project: Project) -> None:
        draft = self._root.find("ProjectTargets/DraftTarget")
        project.target = self._target_of(draft)
        if draft is not None and draft.get("IgnoreDeadline", "No") != "Yes" and project.target:
            project.deadline = _day(draft.get("Deadline", ""))
        session = self._root.find("ProjectTargets/SessionTarget")
        if session is not None and target_of(text_of(session)):
            self._leftovers.leave(Part.SESSION_TARGET)

    def _leave_others(self) -> None:
        """What people make in a project and a novel has no place for."""
        for each in self._root.iterfind("Collections/Collection"):
            if each.get("Type") not in _OWN_COLLECTIONS:
                self._leftovers.leave(Part.COLLECTION, child_text(each, "Title"))
        marks = len(self._root.findall("ProjectBookmarks/Bookmark"))
        self._leftovers.leave(Part.BOOKMARKS, count=marks)


class _Field:
    """A field of metadata that people make; the values of a list are told by their titles."""

    def __init__(self, element: Element) -> None:
        title = child_text(element, "Title") or element.get("Title", "")
        self.title: str = title or element.get("ID", "")
        self.options = {
            each.get("ID", ""): text_of(each)
            for path in ("ListOptions/Option", "ListOptions/ListOption")
            for each in element.iterfind(path)
        }


def _keywords(element: Element | None) -> dict[str, str]:
    """The titles of keywords by their numbers, those inside others too."""
    if element is None:
        return {}
    return {each.get("ID", ""): child_text(each, "Title") for each in element.iter("Keyword")}


def _choices(elements: Iterator[Element]) -> dict[str, ImportedChoice]:
    """Statuses or labels by their numbers, but not the one that means none."""
    return {
        each.get("ID", ""): ImportedChoice(
            choice_name(text_of(each)), _colour(each.get("Color", ""))
        )
        for each in elements
        if each.get("ID", _NONE) != _NONE and text_of(each)
    }


def _colour(written: str) -> str:
    """Red, green and blue from 0 to 1, as "#rrggbb"."""
    try:
        parts = [min(max(float(part), 0.0), 1.0) for part in written.split()]
        return (
            "#" + "".join(f"{round(part * 255):02x}" for part in parts) if len(parts) == 3 else ""
        )
    except ValueError:  # no numbers, or none that is one
        return ""


def _types(levels: Element | None, name: str) -> list[str]:
    found = None if levels is None else levels.find(name)
    return [text_of(each).upper() for each in children(found, "Type")]


def _day(written: str) -> date | None:
    found = _DAY.match(written)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:  # no such day
        return None
