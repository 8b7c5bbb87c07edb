# SPDX-License-Identifier: MIT
"""A novel that Novelist wrote as JSON (``docs/file-format.md``, section 4)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from novelist.domain.enums import Hue, TargetUnit
from novelist.domain.novel_json import HEADER, VERSION
from novelist.domain.pictures import picture_digest, read_head, require_size
from novelist.errors import (
    PictureError,
    SourceDamagedError,
    SourceEmptyError,
    UnknownFormatError,
)
from novelist.importers.imported import (
    ImportedChoice,
    ImportedDetails,
    ImportedNovel,
    ImportOptions,
    WarningKind,
    counted_warnings,
)
from novelist.importers.json_novel.bible import read_entities
from novelist.importers.json_novel.days import read_days
from novelist.importers.json_novel.outline import LARGEST_TARGET, OutlineReader
from novelist.importers.json_novel.values import Fields, parsed
from novelist.importers.leftovers import Leftovers
from novelist.importers.markdown.pictures import gather_pictures
from novelist.importers.parts import Part
from novelist.importers.source import read_file
from novelist.progress import Progress, between

LARGEST: Final = 512 * 1024 * 1024
"""Bytes; nearly all of so large a file are pictures."""
_MOST_PIECES: Final = 10_000_000  # values: each takes memory, however short it is
_MOST_CHOICES: Final = 1_000
_CHOICES: Final = {"statuses": Part.STATUSES, "labels": Part.LABELS}
_READ: Final = 0.5  # the share of the work that is done when the file is parsed
_LARGEST_INDEX: Final = 1_000_000
_SUBTITLE, _GENRE, _SERIES, _COVER = 500, 200, 300, 20


def read_json_novel(path: Path, options: ImportOptions, progress: Progress) -> ImportedNovel:
    """Everything of a novel; what is not as it should be is left out and named."""
    leftovers = Leftovers()
    value, replaced = _root_of(path)
    root = Fields(value, "novel", leftovers)
    root.number(HEADER, VERSION)
    progress(_READ)
    outline = OutlineReader(path, leftovers, between(progress, _READ))
    novel = ImportedNovel(
        root.text("title"),
        root.text("author"),
        root.text("language"),
        outline.read(root.list("outline")),
        details=_details(Fields(root.object("details"), "details", leftovers)),
        statuses=_choices(root.list("statuses"), "statuses", leftovers),
        labels=_choices(root.list("labels"), "labels", leftovers),
        entities=read_entities(root.list("entities"), leftovers),
        days=read_days(root.list("days"), leftovers),
    )
    if not (novel.items or novel.entities):
        raise SourceEmptyError(path)
    if outline.has_files:
        gather_pictures(novel, path)
    novel.pictures |= _pictures(root.object("pictures"), leftovers)
    root.leave_others()
    odd = counted_warnings({WarningKind.REPLACED: max(0, replaced)})
    novel.warnings = [*odd, *leftovers.warnings()]
    return novel


def _root_of(path: Path) -> tuple[Mapping[str, Any], int]:
    data = read_file(path, LARGEST)
    if sum(data.count(sign) for sign in (b"[", b"{", b",")) > _MOST_PIECES:
        raise SourceDamagedError(path, "more values than a novel has")
    try:
        root, replaced = parsed(data)
    except ValueError as error:
        raise SourceDamagedError(path, str(error)) from error
    version = root.get(HEADER) if isinstance(root, dict) else None
    if type(version) is not int or not 1 <= version <= VERSION:
        raise UnknownFormatError(path, path.suffix)
    return dict(root), replaced


def _details(fields: Fields) -> ImportedDetails:
    details = ImportedDetails(
        subtitle=fields.text("subtitle", _SUBTITLE),
        genre=fields.text("genre", _GENRE),
        series=fields.text("series", _SERIES),
        series_index=fields.number("series_index", _LARGEST_INDEX),
        logline=fields.text("logline"),
        synopsis=fields.text("synopsis"),
        target=fields.number("target", LARGEST_TARGET) or None,
        deadline=fields.day("deadline"),
        cover=fields.text("cover", _COVER),
    )
    if fields.text("target_unit") == TargetUnit.CHARACTERS:
        details.target_unit = TargetUnit.CHARACTERS
    fields.leave_others()
    return details


def _choices(values: Sequence[Any], name: str, leftovers: Leftovers) -> list[ImportedChoice]:
    leftovers.leave(_CHOICES[name], count=max(0, len(values) - _MOST_CHOICES))
    every = [Fields(value, name, leftovers) for value in values[:_MOST_CHOICES]]
    return [ImportedChoice(each.text("name"), hue=_hue(each.text("hue"))) for each in every]


def _hue(name: str) -> Hue | None:
    return Hue(name) if name in set(Hue) else None


def _pictures(values: Mapping[str, Any], leftovers: Leftovers) -> dict[str, bytes]:
    """The files whose digests are theirs, and which are pictures."""
    found: dict[str, bytes] = {}
    for digest, written in values.items():
        try:
            data = base64.b64decode(written, validate=True) if isinstance(written, str) else b""
            require_size(len(data))
            read_head(data)
        except (binascii.Error, ValueError, PictureError):
            data = b""
        if picture_digest(data) == digest and data:
            found[digest] = data
        else:
            leftovers.damage(Part.PICTURE, digest[:32])
    return found
