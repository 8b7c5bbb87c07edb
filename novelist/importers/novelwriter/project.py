# SPDX-License-Identifier: MIT
"""``nwProject.nwx``: what a project is called, its choices, and the list of its documents.

Formats 1.4 and 1.5 say in attributes what 1.0 to 1.3 say in elements.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from xml.etree.ElementTree import Element

from novelist.importers.imported import ImportedChoice
from novelist.importers.leftovers import Leftovers
from novelist.importers.novelwriter.colours import colour_of
from novelist.importers.parts import Part
from novelist.importers.settling import one_line, target_of
from novelist.importers.xml_reading import child_text, children, parse_xml, text_of

_TRUE: Final = frozenset({"yes", "true", "1", "on"})
_STATUS_CLASSES: Final = frozenset({"NOVEL", "ARCHIVE", "TEMPLATE", "TRASH", "NO_CLASS"})
_LEVELS: Final = {
    "H1": 1, "PARTITION": 1, "H2": 2, "CHAPTER": 2, "UNNUMBERED": 2, "H3": 3, "H4": 3, "SCENE": 3,
}  # fmt: skip
_LONGEST_REPLACEMENT: Final = 200
# What only matters while novelWriter has the project open.
_STATE: Final = frozenset(
    {
        "doBackup", "backup", "language", "spellChecking", "spellCheck", "spellLang", "lastHandle",
        "lastEdited", "lastViewed", "lastNovel", "lastOutline", "lastWordCount", "novelWordCount",
        "notesWordCount", "autoOutline", "targetSkipRoots", "projectTarget",
        "autoReplace", "status", "importance",
    }
)  # fmt: skip
_NAMED: Final = {"dailyTarget": Part.DAILY_TARGET}
_PROJECT: Final = frozenset({"name", "title", "author", "backup", "saveCount", "autoCount",
                             "editTime"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the list: a root, a folder or a document."""

    handle: str
    parent: str
    order: int
    kind: str  # ROOT, FOLDER, FILE, TRASH
    type: str  # NOVEL, CHARACTER, … TRASH
    layout: str  # DOCUMENT, NOTE; older ones: TITLE, PAGE, PARTITION, CHAPTER, …
    name: str
    status: str = ""
    label: str = ""
    is_active: bool = True
    level: int = 0  # of its first heading, as the project says

    @property
    def is_note(self) -> bool:
        """Whether its text never belongs to a manuscript."""
        return self.layout == "NOTE"


@dataclass(slots=True)
class Project:
    """All that the file says."""

    title: str = ""
    author: str = ""
    language: str = ""
    target: int | None = None
    deadline: date | None = None
    replacements: dict[str, str] = field(default_factory=dict)
    statuses: list[ImportedChoice] = field(default_factory=list)
    labels: list[ImportedChoice] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


def read_project(data: bytes, leftovers: Leftovers) -> Project:
    """The project in the bytes of its main file. Raises ``XmlError``."""
    root = parse_xml(data)
    about, settings = root.find("project"), root.find("settings")
    project = Project()
    if about is not None:
        authors = (text_of(each) for each in about.iterfind("author"))
        project.author = ", ".join(author for author in authors if author)
        project.title = child_text(about, "title") or child_text(about, "name")
        if child_text(about, "name") not in ("", project.title):
            leftovers.leave(Part.PROJECT_NAME, one_line(child_text(about, "name")))
        _leave_unknown(about, _PROJECT, leftovers)
    if settings is not None:
        _read_settings(project, settings, leftovers)
    keys = _choices(project, settings)
    for element in children(root.find("content"), "item"):
        project.entries.append(_entry(element, keys))
    return project


def _leave_unknown(element: Element, known: frozenset[str], leftovers: Leftovers) -> None:
    for child in element:
        if child.tag not in known and (text_of(child) or len(child)):
            leftovers.leave(_NAMED.get(child.tag, Part.UNKNOWN), _name_of(child.tag))


def _name_of(tag: str) -> str:
    """What tells it apart from others: its name in the file, where nothing else is known."""
    return "" if tag in _NAMED else tag


def _read_settings(project: Project, settings: Element, leftovers: Leftovers) -> None:
    spelling = settings.find("spellChecking")
    told = (child_text(settings, "language"), child_text(settings, "spellLang"), text_of(spelling))
    project.language = next((each for each in told if each not in ("", "None")), "")
    target = settings.find("projectTarget")
    if target is not None:
        project.target = target_of(text_of(target))
        with contextlib.suppress(ValueError):  # "None" is no day
            project.deadline = date.fromisoformat(target.get("date", "")[:10])
    replacing = settings.find("autoReplace")
    for entry in () if replacing is None else replacing:
        key, value = entry.get("key") or entry.tag, "".join(entry.itertext())
        if len(value) > _LONGEST_REPLACEMENT:
            leftovers.leave(Part.REPLACEMENT, f"<{key}>")
        elif re.fullmatch(r"[^<>\n]+", key):
            project.replacements[f"<{key}>"] = value
    _leave_unknown(settings, _STATE, leftovers)


def _choices(project: Project, settings: Element | None) -> dict[str, str]:
    """Fills in statuses and labels; their names by key."""
    keys: dict[str, str] = {}
    for place, found in (("status", project.statuses), ("importance", project.labels)):
        for entry in children(settings.find(place) if settings is not None else None, "entry"):
            name = one_line(text_of(entry))
            found.append(ImportedChoice(name, colour_of(entry)))
            keys[entry.get("key", "")] = name
    keys.pop("", None)
    return keys


def _entry(element: Element, keys: dict[str, str]) -> Entry:
    name = element.find("name")
    about = {} if name is None else name.attrib

    def said(key: str) -> str:
        return element.get(key) or child_text(element, key)

    of_status = said("class") in _STATUS_CLASSES or said("layout") not in ("NOTE", "")
    old = child_text(element, "status") or child_text(element, "import")
    status = keys.get(about.get("status", ""), old if of_status else "")
    label = keys.get(about.get("import", ""), "" if of_status else old)
    active = about.get("active") or about.get("exported") or child_text(element, "exported")
    return Entry(
        handle=element.get("handle", ""),
        parent=element.get("parent", ""),
        order=_number(element.get("order", "")),
        kind=said("type").upper(),
        type=said("class").upper(),
        layout=said("layout").upper(),
        name=one_line(text_of(name)),
        status=status if of_status else "",
        label="" if of_status else label,
        is_active=(active or "yes").lower() in _TRUE,
        level=_level(element, said("layout")),
    )


def _level(element: Element, layout: str) -> int:
    meta = element.find("meta")
    heading = "" if meta is None else meta.get("heading", "")
    return _LEVELS.get(heading) or _LEVELS.get(layout.upper(), 0)


def _number(written: str) -> int:
    digits = written.strip()
    return int(digits) if digits.isdecimal() and len(digits) < 9 else 0
