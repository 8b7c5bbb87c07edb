# SPDX-License-Identifier: MIT
"""A project of Scrivener: its folder, an archive of it, or the ``.scrivx`` in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final

from novelist.errors import SourceDamagedError, SourceEmptyError
from novelist.importers.imported import (
    ImportedDetails,
    ImportedNovel,
    ImportOptions,
    ImportWarning,
    WarningKind,
)
from novelist.importers.leftovers import Leftovers
from novelist.importers.plain.reader import guess_language
from novelist.importers.plain.title_page import title_from_name
from novelist.importers.scrivener.files import MAIN_ENDING, ProjectFiles
from novelist.importers.scrivener.outline import OutlineReader
from novelist.importers.scrivener.project import Project, read_project
from novelist.importers.scrivener.texts import TextReader
from novelist.importers.scrivener.writing_history import read_history
from novelist.importers.watch import Watch
from novelist.importers.xml_reading import XmlError, parse_xml, text_of
from novelist.progress import Progress

_COMPILING: Final = "Settings/compile.xml"
_UNNAMED: Final = ("project", "binder")  # what Scrivener calls the main file by itself
_SAMPLE: Final = 60_000  # characters that are looked at for the language
_PLACEHOLDER: Final = re.compile(r"<\$")


def read_scrivener(path: Path, options: ImportOptions, progress: Progress) -> ImportedNovel:
    """The novel of a project: the draft is its manuscript, sheets of people and places its
    story bible, the rest are folders of notes.

    Raises the ``SourceError`` that says what is wrong with it.
    """
    leftovers = Leftovers()
    files = ProjectFiles(path, leftovers)
    try:
        project = read_project(files.files.read(files.main), leftovers)
    except XmlError as error:
        raise SourceDamagedError(path, str(error)) from error
    if not project.items:
        raise SourceEmptyError(path)
    progress(0.0)
    counter = _Counter(progress, sum(1 for item in project.items for _ in item.walk()))
    texts = TextReader(files, leftovers, counter.within)
    outline = OutlineReader(project, texts, leftovers, counter.done)
    items = outline.items()
    files.leave_others()
    days = read_history(files.writing_history(), project.recent_history, leftovers)
    compiled = _compiled(files)
    novel = ImportedNovel(
        project.title or compiled.get("Title", "") or _name_of(path, files.main),
        project.author or compiled.get("Author", ""),
        items=items,
        warnings=_warnings(files, texts, leftovers),
        pictures=texts.pictures,
        details=ImportedDetails(target=project.target, deadline=project.deadline),
        statuses=list(project.statuses.values()),
        labels=list(project.labels.values()),
        label_name=project.label_name,
        entities=outline.entities,
        days=days,
    )
    novel.language = _language(novel, project)
    return novel


class _Counter:
    """Tells how much is done after each item, and now and then inside a long one."""

    def __init__(self, progress: Progress, whole: int) -> None:
        self._progress = progress
        self._whole = max(whole, 1)
        self._count = 0
        self._watch = Watch(progress)

    def done(self) -> None:
        """One more item."""
        self._count += 1
        self._progress(self._share)

    def within(self, _: float) -> None:
        """Somewhere in the text of an item."""
        self._watch.step(self._share)

    @property
    def _share(self) -> float:
        return min(self._count / self._whole, 1.0)


def _warnings(files: ProjectFiles, texts: TextReader, leftovers: Leftovers) -> list[ImportWarning]:
    """What to know; of what happened in several texts the sum."""
    summed: dict[tuple[WarningKind, str], ImportWarning] = {}
    if files.is_open_elsewhere:
        summed[WarningKind.OPEN_ELSEWHERE, ""] = ImportWarning(WarningKind.OPEN_ELSEWHERE)
    for warning in texts.warnings:
        key = (warning.kind, warning.text)
        before = summed.get(key)
        summed[key] = (
            warning if before is None else replace(before, count=before.count + warning.count)
        )
    return [*summed.values(), *leftovers.warnings()]


def _compiled(files: ProjectFiles) -> Mapping[str, str]:
    """What the settings of compiling call the book; placeholders name nothing."""
    data = files.files.find(_COMPILING)
    try:
        root = parse_xml(files.read(data)) if data else None
    except XmlError:  # settings of another program: the novel does not need them
        return {}
    if root is None:
        return {}
    values = {each.get("Key", ""): text_of(each) for each in root.iter("Value")}
    return {key: value for key, value in values.items() if not _PLACEHOLDER.search(value)}


def _name_of(path: Path, main: str) -> str:
    """The name of the project: of its main file, else of its folder or archive."""
    stem = PurePosixPath(main).stem
    if stem.casefold() not in _UNNAMED:
        return title_from_name(stem)
    holder = path.parent if path.suffix.lower() == MAIN_ENDING else path
    return title_from_name(holder.name.split(".scriv")[0].removesuffix(".zip"))


def _language(novel: ImportedNovel, project: Project) -> str:
    """By the words of the manuscript; of one without any, by the titles of the binder."""
    words, length = [], 0
    for item in novel.walk():
        text = item.document.plain_text if item.in_manuscript else ""
        words.append(text)
        length += len(text)
        if length > _SAMPLE:
            break
    written = "\n".join(words)
    return guess_language(written if written.strip() else _titles(project))


def _titles(project: Project) -> str:
    return " ".join(each.title for item in project.items for each in item.walk())
