# SPDX-License-Identifier: MIT
"""Our Markdown (``docs/file-format.md``, section 3): what it writes, the importer reads back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from novelist.domain import document as d
from novelist.domain.enums import ItemKind
from novelist.domain.manuscript import Manuscript, ManuscriptItem
from novelist.domain.markdown_dialect import (
    DEPTH_KEY,
    DIALECT_KEY,
    DIALECT_VERSION,
    EXCLUDED_CLASS,
    ITEM_CLASSES,
    ITEM_LEVELS,
    THEMATIC_BREAK,
)
from novelist.exporters.division import divide
from novelist.exporters.exported import ExportedFile, ExportOptions, Findings
from novelist.exporters.file_names import numbered_names, safe_name
from novelist.exporters.markdown_blocks import TextWriter
from novelist.exporters.markdown_inlines import (
    attribute,
    attribute_list,
    heading_text,
    json_text,
)

EXTENSION: Final = ".md"
_HOLDERS: Final = frozenset({ItemKind.PART, ItemKind.CHAPTER, ItemKind.FOLDER})
_OUTSIDE: Final = frozenset({ItemKind.NOTE, ItemKind.FOLDER})  # never in the manuscript


class MarkdownExporter:
    """Writes Markdown."""

    extension = EXTENSION

    def export(self, manuscript: Manuscript, options: ExportOptions) -> list[ExportedFile]:
        """One file, or one for each chapter; each can be read back by itself."""
        if not options.per_chapter:
            name = safe_name(manuscript.title, "novel") + EXTENSION
            return [_file(name, manuscript, manuscript.items)]
        pieces = divide(manuscript.items)
        names = numbered_names([each.title(manuscript.language) for each in pieces], EXTENSION)
        return [
            _file(name, manuscript, piece.items) for name, piece in zip(names, pieces, strict=True)
        ]


def _file(name: str, manuscript: Manuscript, items: Iterable[ManuscriptItem]) -> ExportedFile:
    findings = Findings()
    parts = [_front_matter(manuscript), *_Outline(findings).write(items)]
    text = findings.writable("\n\n".join(part for part in parts if part) + "\n")
    return ExportedFile(name, text.encode(), findings.warnings())


def _front_matter(manuscript: Manuscript) -> str:
    values = {
        "title": manuscript.title,
        "author": manuscript.author,
        "language": manuscript.language,
    }
    lines = [f"{key}: {json_text(value)}" for key, value in values.items()]
    return "\n".join(["---", f"{DIALECT_KEY}: {DIALECT_VERSION}", *lines, "---"])


class _Outline:
    """Writes items one after the other, knowing which of them are still open."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._open: list[ManuscriptItem] = []
        self._before: ManuscriptItem | None = None
        self._is_first = True

    def write(self, items: Iterable[ManuscriptItem]) -> list[str]:
        """The headings and texts of the items, to be parted by blank lines."""
        parts: list[str] = []
        for item in items:
            parts += [self._opening(item), TextWriter(self._findings).write(item.document)]
            self._remember(item)
        return parts

    def _opening(self, item: ManuscriptItem) -> str:
        """What begins an item: nothing, a thematic break or a heading."""
        if item.kind is ItemKind.SCENE and self._needs_no_heading(item):
            if self._is_first or (self._before and self._before.kind is not ItemKind.SCENE):
                return ""
            return THEMATIC_BREAK
        items = [f".{ITEM_CLASSES[item.kind]}"] if item.kind in ITEM_CLASSES else []
        if not item.in_manuscript and item.kind not in _OUTSIDE:
            items.append(f".{EXCLUDED_CLASS}")
        if item.depth != self._usual_depth(item.kind):
            items.append(attribute(DEPTH_KEY, item.depth))
        signs = "#" * ITEM_LEVELS.get(item.kind, 1)
        return " ".join(
            part for part in (signs, heading_text(_title(item)), attribute_list(items)) if part
        )

    def _needs_no_heading(self, item: ManuscriptItem) -> bool:
        """Whether a scene is understood without a heading of its own."""
        plain = not _title(item) and item.in_manuscript and len(item.document) > 0
        if not plain or item.depth != self._usual_depth(item.kind):
            return False
        if item.document.blocks[0].kind == d.SCENE_BREAK:
            return False
        if self._is_first or self._before is None:
            return self._is_first
        if self._before.kind in (ItemKind.PART, ItemKind.CHAPTER):
            return not len(self._before.document)
        return self._before.kind is ItemKind.SCENE and len(self._before.document) > 0

    def _usual_depth(self, kind: ItemKind) -> int:
        """Where the reader puts an item that does not say its depth."""
        holders = {
            ItemKind.CHAPTER: (ItemKind.PART,),
            ItemKind.SCENE: (ItemKind.CHAPTER, ItemKind.PART),
        }.get(kind, ())
        for holder in holders:
            for item in reversed(self._open):
                if item.kind is holder:
                    return item.depth + 1
        return 0

    def _remember(self, item: ManuscriptItem) -> None:
        while self._open and self._open[-1].depth >= item.depth:
            self._open.pop()
        if item.kind in _HOLDERS:
            self._open.append(item)
        self._before, self._is_first = item, False


def _title(item: ManuscriptItem) -> str:
    """What its heading says: the bare title, unless a preset composed something else."""
    return item.title if item.headings is None else "  ".join(item.headings)
