# SPDX-License-Identifier: MIT
"""A project of novelWriter: its folder, its archive, or its ``nwProject.nwx``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from novelist.domain.entities import EntityKind
from novelist.domain.enums import ItemKind
from novelist.errors import SourceDamagedError, SourceEmptyError
from novelist.importers.imported import (
    ImportedDetails,
    ImportedEntity,
    ImportedItem,
    ImportedNovel,
    ImportOptions,
    ImportWarning,
    WarningKind,
)
from novelist.importers.leftovers import Leftovers
from novelist.importers.novelwriter.bible import KINDS, read_entities
from novelist.importers.novelwriter.manuscript import Manuscript
from novelist.importers.novelwriter.notes import read_note
from novelist.importers.novelwriter.project import Entry, Project, read_project
from novelist.importers.novelwriter.sections import head_of, replaced
from novelist.importers.novelwriter.sessions import FILES as SESSIONS
from novelist.importers.novelwriter.sessions import read_sessions
from novelist.importers.novelwriter.tree import Tree
from novelist.importers.parts import Part
from novelist.importers.projects import open_project, text_in
from novelist.importers.settling import all_of, language_tag
from novelist.importers.xml_reading import XmlError
from novelist.progress import Progress

MAIN_FILE: Final = "nwProject.nwx"
_LOCK: Final = "nwProject.lock"
_DOCUMENT: Final = re.compile(
    r"(?:content/)?([0-9a-f]{13})\.nwd|data_([0-9a-f])/([0-9a-f]{12})_main\.nwd"
)
_WORD_LIST: Final = "meta/userdict.json"
# What the program makes anew, or only keeps for itself.
_MADE: Final = re.compile(
    r"nwProject\.(?:nwx|lock|bak)|ToC\.(?:txt|json)|(?:cache|meta)/(?!userdict).*|.*\.bak|"
    r"(?:.*/)?\.[^/]*"
)
_USUAL_ROOTS: Final = frozenset(
    {"characters", "plot", "plots", "locations", "world", "objects", "entities"}
)  # what such roots are called unless somebody says more
_MOST_NAMED: Final = 30  # files that are no part of the project, each by its name


def read_novelwriter(path: Path, options: ImportOptions, progress: Progress) -> ImportedNovel:
    """The novel of a project; people, places and plots are its story bible."""
    return _Reader(path, progress).read()


class _Reader:
    """Reads one project."""

    def __init__(self, path: Path, progress: Progress) -> None:
        self._path = path
        self._progress = progress
        self._leftovers = Leftovers()
        self._files, self._main = open_project(path, MAIN_FILE)
        self._documents = self._find_documents()
        self._project = self._read_main()
        self._read = 0
        self._bible: list[ImportedEntity] = []

    def read(self) -> ImportedNovel:
        tree = Tree(self._project.entries)
        if not self._project.entries and not self._documents:
            raise SourceEmptyError(self._path)
        items: list[ImportedItem] = []
        for root in tree.roots:
            items += self._root(root, tree)
        items += [each for entry in tree.lost for each in self._lost(entry)]
        known = {entry.handle for entry in self._project.entries}
        items += [self._unlisted(handle) for handle in self._documents if handle not in known]
        self._name_others()
        return self._novel(items)

    def _novel(self, items: list[ImportedItem]) -> ImportedNovel:
        project = self._project
        days = read_sessions(self._files, self._leftovers)
        locked = [ImportWarning(WarningKind.OPEN_ELSEWHERE)] if self._files.find(_LOCK) else []
        return ImportedNovel(
            project.title,
            project.author,
            language_tag(project.language),
            items,
            [*locked, *self._leftovers.warnings()],
            details=ImportedDetails(target=project.target, deadline=project.deadline),
            statuses=project.statuses,
            labels=project.labels,
            entities=self._bible,
            days=days,
        )

    # -- files -------------------------------------------------------------------------------------

    def _find_documents(self) -> dict[str, str]:
        """The paths of the texts by handle."""
        found: dict[str, str] = {}
        for name in self._files.names:
            if match := _DOCUMENT.fullmatch(name):
                found[match[1] or match[2] + match[3]] = name
        return found

    def _read_main(self) -> Project:
        data = self._files.read(self._main)
        try:
            return read_project(data, self._leftovers)
        except XmlError as error:
            raise SourceDamagedError(self._path, str(error)) from error

    def _text(self, entry: Entry) -> str:
        """The text of a document without what its first lines say of it."""
        self._read += 1
        self._progress(min(1.0, self._read / (len(self._documents) + 1)))
        name = self._documents.get(entry.handle)
        if name is None:
            if entry.kind == "FILE":
                self._leftovers.damage(Part.TEXT, entry.name)
            return ""
        text = head_of(text_in(self._files, name, self._leftovers))[1]
        return replaced(text, self._project.replacements)

    def _name_others(self) -> None:
        """Say what the project holds beside its texts."""
        named = 0
        for name in self._files.names:
            if name in SESSIONS:
                continue
            if name != self._main and not _MADE.fullmatch(name) and not _DOCUMENT.fullmatch(name):
                named += 1
                part = Part.WORD_LIST if name == _WORD_LIST else Part.FILE
                shown = named <= _MOST_NAMED
                self._leftovers.leave(
                    part if shown else Part.OTHERS, name if shown and part is Part.FILE else ""
                )

    # -- items -------------------------------------------------------------------------------------

    def _root(self, root: Entry, tree: Tree) -> list[ImportedItem]:
        if root.type == "NOVEL":
            return self._novel_root(root, tree)
        if root.type == "TRASH":
            return self._trash(root, tree)
        if root.type in KINDS:
            self._add_entities(root, tree)
            return []
        return [self._folder(root, tree)]

    def _add_entities(self, root: Entry, tree: Tree) -> None:
        """The documents of a root of people, places and the like; folders are said in a field."""
        kind = KINDS[root.type]
        alike = sum(1 for each in tree.roots if each.type == root.type)
        is_usual = root.name.casefold() in _USUAL_ROOTS and alike == 1
        path = [] if is_usual and kind is not EntityKind.OTHER else [root.name]
        top = len(path)
        for entry, depth in tree.below(root):
            del path[top + depth :]
            if entry.kind == "FILE":
                text, folder = self._text(entry), " / ".join(path)
                self._bible += read_entities(entry, text, kind, folder, self._leftovers)
            if entry.kind == "FOLDER" and not tree.has_children(entry):
                self._leftovers.leave(Part.FOLDER, entry.name)
            elif tree.has_children(entry):
                path.append(entry.name)

    def _novel_root(self, root: Entry, tree: Tree) -> list[ImportedItem]:
        manuscript = Manuscript(self._leftovers)
        for entry, depth in tree.below(root):
            if entry.kind == "FOLDER":
                self._leftovers.leave(Part.FOLDER, entry.name)
            elif entry.is_note:
                note = read_note(entry, self._text(entry), self._leftovers)
                manuscript.add_note(note, inside=depth > 0)
            else:
                manuscript.add(entry, self._text(entry))
        first = next(each for each in tree.roots if each.type == "NOVEL")
        return manuscript.items if root is first else self._further(root, manuscript.items)

    def _further(self, root: Entry, items: list[ImportedItem]) -> list[ImportedItem]:
        """A second novel of the project is a part, unless it has parts of its own."""
        if any(item.kind is ItemKind.PART for item in items):
            self._leftovers.leave(Part.ROOT, root.name)
            return items
        inside = (ItemKind.CHAPTER, ItemKind.SCENE, ItemKind.NOTE)
        children = [item for item in items if item.kind in inside]
        part = ImportedItem(ItemKind.PART, root.name, children=children, status=root.status)
        return [*(item for item in items if item.kind not in inside), part]

    def _trash(self, root: Entry, tree: Tree) -> list[ImportedItem]:
        """Each document on its own, with what its headings make of it."""
        gone: list[ImportedItem] = []
        for entry, _ in tree.below(root):
            if entry.kind == "FOLDER":
                self._leftovers.leave(Part.FOLDER, entry.name)
            elif entry.is_note:
                gone.append(read_note(entry, self._text(entry), self._leftovers))
            else:
                manuscript = Manuscript(self._leftovers, has_front=False)
                manuscript.add(entry, self._text(entry))
                gone += manuscript.items
        for item in gone:
            item.is_trashed = True
        return gone

    def _folder(self, root: Entry, tree: Tree) -> ImportedItem:
        """All of a root as notes; a document that holds others is a folder with its text in it."""
        top = ImportedItem(ItemKind.FOLDER, root.name, in_manuscript=False)
        open_at = [top]
        for entry, depth in tree.below(root):
            del open_at[depth + 1 :]
            holder = open_at[-1]
            if entry.kind == "FOLDER" or tree.has_children(entry):
                folder = ImportedItem(ItemKind.FOLDER, entry.name, in_manuscript=False)
                holder.children.append(folder)
                open_at.append(folder)
                holder = folder
            if entry.kind == "FILE":
                holder.children.append(read_note(entry, self._text(entry), self._leftovers))
        return top

    def _lost(self, entry: Entry) -> list[ImportedItem]:
        """A document whose place is not known is a note at the end."""
        if entry.kind != "FILE":
            self._leftovers.damage(Part.TEXT, entry.name)
            return []
        return all_of([read_note(entry, self._text(entry), self._leftovers)], in_manuscript=False)

    def _unlisted(self, handle: str) -> ImportedItem:
        """A text that the project does not list is a note at the end."""
        name = self._documents[handle]
        about = head_of(text_in(self._files, name, self._leftovers))[0]
        self._leftovers.damage(Part.UNLISTED, about.get("name", name))
        entry = Entry(handle, "", 0, "FILE", "ARCHIVE", "NOTE", about.get("name", handle))
        return read_note(entry, self._text(entry), self._leftovers)
