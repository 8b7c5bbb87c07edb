# SPDX-License-Identifier: MIT
"""A text of OpenDocument as a novel."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from novelist.errors import SourceDamagedError
from novelist.importers.anchors import Anchors
from novelist.importers.comment_ranges import CommentRanges
from novelist.importers.deletions import Deletions
from novelist.importers.document_novel import Found, novel_of
from novelist.importers.imported import ImportedNovel, ImportOptions
from novelist.importers.leftovers import Leftovers
from novelist.importers.odt.annotations import Annotations
from novelist.importers.odt.blocks import BlockReader
from novelist.importers.odt.changes import Changes
from novelist.importers.odt.frames import FrameReader
from novelist.importers.odt.habits import habits_of
from novelist.importers.odt.inlines import InlineReader
from novelist.importers.odt.names import q
from novelist.importers.odt.package import Package
from novelist.importers.odt.properties import properties_of
from novelist.importers.odt.speech import spoken
from novelist.importers.odt.styles import Styles
from novelist.importers.outline import Event
from novelist.importers.parts import Part
from novelist.importers.watch import Watch
from novelist.progress import Progress, between

_HEADS: Final = {Part.HEADER: "header", Part.FOOTER: "footer"}
_PARSED: Final = 0.5  # the share of the work that is done when the file is parsed


def read_odt(path: Path, options: ImportOptions, progress: Progress) -> ImportedNovel:
    """The novel in an ODT or FODT file.

    Raises the ``SourceError`` that says what is wrong with it.
    """
    leftovers = Leftovers()
    package = Package(path, leftovers)
    progress(_PARSED)
    try:
        return _novel(path, package, leftovers, options, progress)
    except RecursionError as error:
        raise SourceDamagedError(path, "nested too deep") from error


def _novel(
    path: Path,
    package: Package,
    leftovers: Leftovers,
    options: ImportOptions,
    progress: Progress,
) -> ImportedNovel:
    watch = Watch(between(progress, _PARSED))
    body = next(package.content.iter(q("office:text")), None)
    if body is None:
        raise SourceDamagedError(path, "no text in it")
    styles = Styles((package.styles, package.content))
    properties, habits = properties_of(package.meta, leftovers), habits_of(body, styles)
    properties = replace(properties, language=habits.language or properties.language)
    anchors, comments = Anchors(), CommentRanges()
    deletions = Deletions(anchors)
    changes = Changes(body, deletions)
    reader = BlockReader(
        styles,
        habits,
        leftovers,
        partial(
            InlineReader,
            styles,
            FrameReader(package, leftovers),
            Annotations(body, comments, anchors),
            changes,
            anchors,
            leftovers,
            usual={properties.language},
        ),
    )
    events: list[Event] = []
    for event in reader.read(body):
        watch.step()
        events.append(event)
    changes.leave(leftovers)
    _leave_heads(package.styles, leftovers)
    about = reader.front.over(properties)
    found = Found(about, comments, deletions, leftovers, package.pictures)
    novel = novel_of(path, events, found, options)
    if not about.language and styles.language.partition("-")[0] == novel.language:
        novel.language = styles.language
    return novel


def _leave_heads(root: Element, leftovers: Leftovers) -> None:
    """Name what stands above and below all pages, but for their numbers."""
    for page in root.iter(q("style:master-page")):
        for part, name in _HEADS.items():
            said = (spoken(each) for each in page if each.tag.startswith(q(f"style:{name}")))
            words = "".join(said)
            leftovers.leave(part, count=int(any(letter.isalpha() for letter in words)))
