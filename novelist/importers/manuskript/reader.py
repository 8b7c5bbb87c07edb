# SPDX-License-Identifier: MIT
"""A project of Manuskript: its ``.msk`` (an archive, or beside a folder), or the folder."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from novelist.domain.document import Document
from novelist.domain.entities import EntityKind
from novelist.errors import SourceDamagedError, SourceEmptyError
from novelist.importers.container import Container, open_container
from novelist.importers.imported import (
    ImportedChoice,
    ImportedDetails,
    ImportedEntity,
    ImportedNovel,
    ImportedVersion,
    ImportOptions,
)
from novelist.importers.leftovers import Leftovers
from novelist.importers.manuskript import old_tables, world
from novelist.importers.manuskript.fields import read_fields
from novelist.importers.manuskript.nodes import nodes_of_files, nodes_of_xml
from novelist.importers.manuskript.references import References
from novelist.importers.manuskript.revisions import read_revisions
from novelist.importers.manuskript.texts import read_text
from novelist.importers.named_lines import joined, named_lines
from novelist.importers.node_outline import NodeWords, OutlineReader
from novelist.importers.nodes import Fields, Node, value_of
from novelist.importers.parts import Part
from novelist.importers.projects import open_project, text_in
from novelist.importers.settling import distinct, language_tag
from novelist.importers.xml_reading import XmlError, parse_xml
from novelist.progress import Progress

_MAIN: Final = "MANUSKRIPT"
_OLD: Final = "outline.xml"
_INFOS: Final = frozenset({"title", "subtitle", "serie", "volume", "genre", "author"})
_NAMED: Final = {"license": Part.LICENCE, "email": Part.MAIL}
_READ: Final = re.compile(
    r"MANUSKRIPT|(?:infos|summary|status|labels|settings)\.txt|plots\.xml|world\.(?:opml|xml)|"
    r"revisions\.xml|characters/.*\.txt|outline/.*\.(?:md|txt|t2t|html)|(?:.*/)?\.[^/]*|"
    r"(?:flatModel|perso|labels|status|outline)\.xml"
)


def read_manuskript(path: Path, options: ImportOptions, progress: Progress) -> ImportedNovel:
    """The novel of a project; people, plots and the world are its story bible."""
    files = _files_of(path)
    reader = _Reader(files, progress)
    novel = reader.read()
    if not (novel.items or novel.entities):
        raise SourceEmptyError(path)
    return novel


def _files_of(path: Path) -> Container:
    if path.is_file() and not zipfile.is_zipfile(path):
        return open_container(path.with_suffix(""))
    files = open_container(path)
    if files.find(_MAIN) or files.find(_OLD):
        return files
    return open_project(path, _MAIN)[0]


class _Reader:
    """Reads one project; what differs between the formats is asked of ``_is_old``."""

    def __init__(self, files: Container, progress: Progress) -> None:
        self._files = files
        self._progress = progress
        self._leftovers = Leftovers()
        self._is_old = files.find(_MAIN) is None
        self._infos, self._summary = self._about()
        self._people = self._read_people()
        self._nodes = self._outline()
        self._taken = 0  # of the versions
        self._revisions = read_revisions(self._xml("revisions.xml"))
        self._plots, self._world = self._xml("plots.xml"), self._xml("world.opml")
        self._references = self._name_all()

    def read(self) -> ImportedNovel:
        statuses, labels = self._choices("status"), self._choices("labels")
        words = NodeWords(
            self._document,
            self._references.replaced,
            partial(self._references.name, "C"),
            partial(_chosen, [each.name for each in statuses]),
            partial(_chosen, [each.name for each in labels]),
            self._versions,
        )
        outline = OutlineReader(self._progress, words)
        items = outline.read(self._nodes)
        self._name_leftovers()
        return ImportedNovel(
            value_of(self._infos, "Title"),
            value_of(self._infos, "Author"),
            self._language(),
            items,
            self._leftovers.warnings(),
            details=self._details(),
            statuses=distinct(statuses),
            labels=distinct(labels),
            entities=self._bible(),
        )

    def _document(self, node: Node) -> Document:
        text = self._references.replaced(node.text)
        return read_text(text, node.value("type").replace("folder", "md"), self._progress)

    # -- files -------------------------------------------------------------------------------------

    def _xml(self, name: str) -> Element:
        """The root of a file; an empty element where there is none, or it cannot be read."""
        if self._files.find(name) is None:
            return Element("none")
        try:
            return parse_xml(self._files.read(name))
        except (XmlError, SourceDamagedError):
            self._leftovers.damage(Part.FILE, name)
            return Element("none")

    def _fields(self, name: str) -> Fields:
        if self._files.find(name) is None:
            return []
        return read_fields(text_in(self._files, name, self._leftovers))[0]

    def _about(self) -> tuple[Fields, Fields]:
        if self._is_old:
            return old_tables.about(self._xml("flatModel.xml"))
        return self._fields("infos.txt"), self._fields("summary.txt")

    def _read_people(self) -> list[Fields]:
        if self._is_old:
            return old_tables.people(self._xml("perso.xml"))
        names = [each for each in self._files.names if each.startswith("characters/")]
        return [self._fields(name) for name in sorted(names, key=_number_first)]

    def _versions(self, node: Node) -> list[ImportedVersion]:
        """The earlier versions of a text, each with its moment in seconds since 1970."""
        found = []
        for moment, text in self._revisions.pop(node.value("ID"), []):
            document = read_text(self._references.replaced(text), "md", self._progress)
            found.append(ImportedVersion(document, moment))
        self._taken += len(found)
        return found

    def _outline(self) -> list[Node]:
        if self._is_old:
            return nodes_of_xml(self._xml(_OLD))
        return nodes_of_files(self._files, self._leftovers)

    def _choices(self, name: str) -> list[ImportedChoice]:
        """Statuses or labels in their order."""
        if self._is_old:
            rows = old_tables.rows_of(self._xml(f"{name}.xml"))
            return [ImportedChoice(row[0]) for row in rows if row and row[0]]
        if self._files.find(f"{name}.txt") is None:
            return []
        lines = text_in(self._files, f"{name}.txt", self._leftovers).split("\n")
        if name == "status":
            return [ImportedChoice(line.strip()) for line in lines if line.strip()]
        found = (line.rpartition(":") for line in lines if ":" in line)
        return [ImportedChoice(key.strip(), colour.strip()) for key, _, colour in found]

    def _language(self) -> str:
        """Of the dictionary that the writer chose."""
        if self._files.find("settings.txt") is None:
            return language_tag("")
        try:
            settings = json.loads(text_in(self._files, "settings.txt", self._leftovers))
        except (ValueError, RecursionError):
            self._leftovers.damage(Part.SETTINGS)
            return language_tag("")
        said = settings.get("dict") if isinstance(settings, dict) else None
        return language_tag(said if isinstance(said, str) else "")

    # -- what they say -----------------------------------------------------------------------------

    def _name_all(self) -> References:
        texts = [node for top in self._nodes for node in top.walk()]
        return References(
            {
                "C": {value_of(each, "ID"): value_of(each, "Name") for each in self._people},
                "T": {node.value("ID"): node.value("title") for node in texts},
                "P": {e.get("ID", ""): e.get("name", "") for e in self._plots.iterfind("plot")},
                "W": {e.get("ID", ""): e.get("name", "") for e in self._world.iter("outline")},
            }
        )

    def _bible(self) -> list[ImportedEntity]:
        replaced = self._references.replaced
        people = [world.person(each, replaced) for each in self._people]
        if self._is_old:
            plots = self._old("plots.xml", EntityKind.THREAD)
            return [*people, *plots, *self._old("world.xml", EntityKind.PLACE)]
        body = self._world.find("body")
        places = [] if body is None else world.places(body, replaced)
        return [*people, *places, *world.plots(self._plots, self._references)]

    def _old(self, name: str, kind: EntityKind) -> list[ImportedEntity]:
        """The rows of a table of format 0."""
        rows = old_tables.rows_of(self._xml(name))
        return [world.row(kind, row) for row in rows if row]

    def _details(self) -> ImportedDetails:
        said = self._summary
        volume = value_of(self._infos, "Volume")
        situation = "\n".join(named_lines([("Situation", value_of(said, "Situation"))]))
        texts = (value_of(said, name) for name in ("Paragraph", "Page", "Full"))
        return ImportedDetails(
            subtitle=value_of(self._infos, "Subtitle"),
            genre=value_of(self._infos, "Genre"),
            series=value_of(self._infos, "Serie"),
            series_index=int(volume) if volume.isdecimal() and len(volume) < 6 else None,
            logline=value_of(said, "Sentence"),
            synopsis=joined(situation, *texts),
        )

    def _name_leftovers(self) -> None:
        for key, value in self._infos:
            if key.casefold() not in _INFOS and value:
                part = _NAMED.get(key.casefold(), Part.UNKNOWN)
                said = f"{key}: {value[:60]}" if part is Part.UNKNOWN else value[:60]
                self._leftovers.leave(part, said)
        there = sum(1 for _ in self._xml("revisions.xml").iter("revision"))
        self._leftovers.leave(Part.SNAPSHOT, count=there - self._taken)
        for name in self._files.names:
            if not _READ.fullmatch(name):
                self._leftovers.leave(Part.FILE, name)


def _number_first(name: str) -> tuple[int, str]:
    found = re.match(r"characters/(\d{1,9})-", name)
    return (int(found[1]) if found else 10**9, name)


def _chosen(names: Sequence[str], written: str) -> str:
    """The name with that number, from 1; "" for none."""
    number = int(written) if written.isdecimal() and len(written) < 6 else 0
    return names[number - 1] if 0 < number <= len(names) else ""
