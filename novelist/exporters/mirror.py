# SPDX-License-Identifier: MIT
"""A novel as a folder of small files, for git: a Markdown file a text, and JSON with the rest.

Names hold the title and the number that the item has in its library, never its place: what is
moved keeps its name, and the same novel gives the same files.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from novelist.domain.enums import ExportFormat
from novelist.domain.manuscript import Manuscript, ManuscriptItem
from novelist.domain.markdown_dialect import PICTURE_FOLDER
from novelist.domain.novel_record import NovelRecord, RecordedItem
from novelist.domain.pictures import read_head
from novelist.errors import PictureError
from novelist.exporters.exported import ExportOptions
from novelist.exporters.file_names import safe_name
from novelist.exporters.json_novel import json_of
from novelist.exporters.markdown import EXTENSION, MarkdownExporter
from novelist.exporters.markdown_inlines import heading_text

RECORD: Final = "novel.json"
OUTLINE: Final = "outline.md"
_LONGEST: Final = 90  # bytes of a title in a name: paths on Windows are short
_OPTIONS: Final = ExportOptions(ExportFormat.MARKDOWN)


def folder_name(title: str, key: int) -> str:
    """What the folder of a novel is called."""
    return _named(title, "Novel", key)


def mirror_of(record: NovelRecord) -> dict[str, bytes]:
    """The files of a novel by their paths in its folder, with "/" between folders."""
    names = _names(record.items)
    files = {names[item.id]: _text_of(record, item) for item in record.items if item.id in names}
    files |= _pictures(record.pictures)
    files[OUTLINE] = _outline(record, names)
    files[RECORD] = json_of(record, names)
    return files


def _named(title: str, otherwise: str, key: int) -> str:
    return f"{safe_name(title, otherwise, longest=_LONGEST)} [{key}]"


def _names(items: Sequence[RecordedItem]) -> dict[int, str]:
    """The files of all items that have texts; one without a title is called after what holds it."""
    names: dict[int, str] = {}
    above: list[str] = []
    for item in items:
        del above[item.depth :]
        around = next((title for title in reversed(above) if title.strip()), "")
        above.append(item.title)
        if item.kind.has_text:
            title = item.title if item.title.strip() else around
            names[item.id] = _named(title, str(item.kind), item.id) + EXTENSION
    return names


def _text_of(record: NovelRecord, item: RecordedItem) -> bytes:
    text = ManuscriptItem(item.kind, item.title, item.document, in_manuscript=item.in_manuscript)
    alone = Manuscript(record.title, record.author, record.language, [text])
    return MarkdownExporter().export(alone, _OPTIONS)[0].data


def _pictures(pictures: Mapping[str, bytes]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for digest, data in pictures.items():
        try:
            files[f"{PICTURE_FOLDER}/{digest}.{read_head(data).kind}"] = data
        except PictureError:  # damaged in the library, which says so where it is shown
            files[f"{PICTURE_FOLDER}/{digest}"] = data
    return files


def _outline(record: NovelRecord, names: Mapping[int, str]) -> bytes:
    """All items in order, those with texts as links to their files."""
    lines = [f"# {heading_text(record.title)}", ""]
    for item in record.items:
        title = heading_text(item.title) or f"({item.kind})"
        shown = f"[{title}](<{names[item.id]}>)" if item.id in names else title
        lines.append(f"{'  ' * item.depth}- {shown}")
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")
