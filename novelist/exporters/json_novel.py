# SPDX-License-Identifier: MIT
"""A whole novel as JSON (``docs/file-format.md``, section 4), laid out for people and for git.

Objects have a line a key and texts a line a paragraph, so a difference of lines says what changed.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from itertools import chain, islice
from typing import Final, TypeAlias

from novelist.domain.comments import Placed, Remark
from novelist.domain.document_text import block_to_json
from novelist.domain.entities import Entity, EntityField
from novelist.domain.manuscript import Manuscript
from novelist.domain.novel_json import EXTENSION, HEADER, VERSION
from novelist.domain.novel_record import NovelDetails, NovelRecord, RecordedItem
from novelist.domain.recorded_past import RecordedPast, written
from novelist.domain.writing_days import WrittenDay
from novelist.exporters.exported import ExportedFile, ExportOptions
from novelist.exporters.file_names import safe_name

Value: TypeAlias = object
"""What JSON can hold."""

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_STRETCH: Final = 1000  # pieces, each at most a paragraph or a picture
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class JsonExporter:
    """Writes everything of a novel; of a bare manuscript, what that has."""

    extension = EXTENSION

    def export(self, manuscript: Manuscript, options: ExportOptions) -> list[ExportedFile]:
        """One file, however the others are divided: a part of it would be no novel."""
        record = manuscript.record or record_of(manuscript)
        name = safe_name(manuscript.title, "novel") + EXTENSION
        return [ExportedFile(name, json_of(record))]


def record_of(manuscript: Manuscript) -> NovelRecord:
    """What is known of the novel where only its manuscript is."""
    items = [
        RecordedItem(
            item.kind, item.depth, item.title, item.document, in_manuscript=item.in_manuscript
        )
        for item in manuscript.items
    ]
    pictures = {digest: file.data for digest, file in manuscript.pictures.items()}
    return NovelRecord(
        manuscript.title, manuscript.author, manuscript.language, items=items, pictures=pictures
    )


def json_of(record: NovelRecord, files: Mapping[int, str] | None = None) -> bytes:
    """The file. Items whose ids ``files`` has name that file instead of holding their text.

    With ``files`` the pictures are files too, and none is held.
    """
    outline = [_item(each, (files or {}).get(each.id, "")) for each in record.items]
    value: dict[str, Value] = {
        HEADER: VERSION,
        "title": record.title,
        "author": record.author,
        "language": record.language,
        "details": _details(record.details),
        "statuses": [{"name": each.name, "hue": each.hue} for each in record.statuses],
        "labels": [{"name": each.name, "hue": each.hue} for each in record.labels],
    }
    if record.entities:
        value["entities"] = [_entity(each) for each in record.entities]
    if record.days:
        value["days"] = [_day(day, each) for day, each in record.days.items()]
    value["outline"] = outline
    if files is None:
        value["pictures"] = {
            digest: base64.b64encode(data).decode()
            for digest, data in sorted(record.pictures.items())
        }
    return b"".join(_in_stretches(chain(_laid_out(value, "\n"), "\n")))


def _details(details: NovelDetails) -> dict[str, Value]:
    usual = NovelDetails()
    said = {each.name: getattr(details, each.name) for each in fields(details)}
    return {
        name: str(value) if name in ("deadline", "target_unit") else value
        for name, value in said.items()
        if value != getattr(usual, name)
    }


def _item(item: RecordedItem, file: str) -> dict[str, Value]:
    """What differs from the usual; kind and depth always."""
    said: dict[str, Value] = {
        "title": item.title,
        "synopsis": item.synopsis,
        "notes": item.notes,
        "status": item.status,
        "label": item.label,
        "target": item.target,
        "file": file,
        "text": [] if file else [block_to_json(block) for block in item.document],
        "comments": [_comment(each) for each in item.comments],
        "fields": _pairs(item.fields),
        "past": [] if item.past is None else _past(item.past),
    }
    value: dict[str, Value] = {"kind": str(item.kind), "depth": item.depth}
    value |= {name: each for name, each in said.items() if each not in ("", None, [])}
    if not item.in_manuscript:
        value["in_manuscript"] = False
    if item.is_trashed:
        value["in_trash"] = True
    return value


def _entity(entity: Entity) -> dict[str, Value]:
    """What it says; kind and name always."""
    said: dict[str, Value] = {
        "aliases": list(entity.aliases),
        "summary": entity.summary,
        "notes": entity.notes,
        "fields": _pairs(entity.fields),
    }
    value: dict[str, Value] = {"kind": str(entity.kind), "name": entity.name}
    return value | {name: each for name, each in said.items() if each not in ("", [])}


def _day(day: date, written: WrittenDay) -> list[Value]:
    """The day and its words; and its seconds where they are known."""
    said: list[Value] = [day.isoformat(), written.words]
    return said if written.seconds is None else [*said, written.seconds]


def _past(past: RecordedPast) -> dict[str, Value]:
    """The paragraphs of all versions, and each version as numbers of them."""
    versions: list[Value] = []
    for version in past.versions:
        value: dict[str, Value] = {"made_at": version.made_at.isoformat()}
        if version.name:
            value["name"] = version.name
        versions.append({**value, "text": written(version.spans)})
    return {"paragraphs": [json.loads(each) for each in past.paragraphs], "versions": versions}


def _pairs(fields: Sequence[EntityField]) -> list[Value]:
    return [[each.name, each.value] for each in fields]


def _comment(placed: Placed) -> dict[str, Value]:
    thread = placed.thread
    value: dict[str, Value] = {"mark": thread.mark, "passage": thread.passage}
    if thread.resolved_at is not None:
        value["resolved_at"] = thread.resolved_at.isoformat()
    return {**value, "remarks": [_remark(each) for each in thread.remarks]}


def _remark(remark: Remark) -> dict[str, Value]:
    value: dict[str, Value] = {
        "text": remark.text,
        "author": remark.author,
        "made_at": remark.made_at.isoformat(),
    }
    if remark.edited_at is not None:
        value["edited_at"] = remark.edited_at.isoformat()
    return value


def _in_stretches(pieces: Iterable[str]) -> Iterator[bytes]:
    """The bytes, some pieces at a time: one call for a whole novel would hold up the window."""
    while some := list(islice(pieces, _STRETCH)):
        # A lone surrogate cannot be stored as UTF-8; JSON can name it.
        text = _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", "".join(some))
        yield text.encode()


def _laid_out(value: Value, newline: str) -> Iterator[str]:
    """The JSON in pieces: objects and the lists in them a line an entry, all else in one line."""
    inside = f"{newline} "
    if isinstance(value, dict) and value:
        for number, (name, each) in enumerate(value.items()):
            yield f"{'{' if not number else ','}{inside}{_ENCODER.encode(name)}: "
            yield from _laid_out(each, inside)
        yield f"{newline}}}"
    elif isinstance(value, list) and value:
        for number, each in enumerate(value):
            yield f"{'[' if not number else ','}{inside}"
            if isinstance(each, dict):
                yield from _laid_out(each, inside)
            else:
                yield _ENCODER.encode(each)
        yield f"{newline}]"
    else:
        yield _ENCODER.encode(value)
