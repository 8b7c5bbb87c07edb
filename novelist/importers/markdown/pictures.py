# SPDX-License-Identifier: MIT
"""The pictures that a Markdown file shows and that lie beside it, as files of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from novelist.domain import document as d
from novelist.domain.document import JsonValue
from novelist.domain.markdown_dialect import PICTURE_FOLDER, picture_folder
from novelist.domain.pictures import (
    LARGEST,
    PictureKind,
    picture_digest,
    read_head,
)
from novelist.errors import PictureError
from novelist.importers.imported import ImportedItem, ImportedNovel
from novelist.importers.picture_files import picture_attrs

_MOST: Final = 2_000  # files that are looked at


class _Gatherer:
    """Reads each file once; what is not there, or no picture, stays as the text has it."""

    def __init__(self, source: Path) -> None:
        self._source = source
        self._read: dict[Path, bytes | None] = {}
        self.found: dict[str, bytes] = {}

    def item(self, item: ImportedItem) -> None:
        item.document = d.Document(tuple(self._block(block) for block in item.document))
        for child in item.children:
            self.item(child)

    def _block(self, block: d.Block) -> d.Block:
        if block.kind == d.IMAGE_BLOCK:
            return replace(block, attrs=self._attrs(block.attrs))
        if not any(
            isinstance(inline, d.Atom) and inline.kind == d.IMAGE for inline in block.inlines
        ):
            return block
        return replace(block, inlines=tuple(self._inline(inline) for inline in block.inlines))

    def _inline(self, inline: d.Inline) -> d.Inline:
        if isinstance(inline, d.Atom) and inline.kind == d.IMAGE:
            return replace(inline, attrs=self._attrs(inline.attrs))
        return inline

    def _attrs(self, attrs: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
        digest, address = attrs.get("digest"), attrs.get("src")
        if isinstance(digest, str):
            self._find_named(digest)
        elif isinstance(address, str):
            return self._kept(attrs, address)
        return attrs

    def _find_named(self, digest: str) -> None:
        """One of ours: it lies in a folder beside the text, under its digest."""
        if digest in self.found or not digest.isalnum():
            return
        for folder in (picture_folder(self._source.stem), PICTURE_FOLDER):
            for kind in PictureKind:
                data = self._file(self._source.parent / folder / f"{digest}.{kind.value}")
                if data is not None and picture_digest(data) == digest:
                    self.found[digest] = data
                    return

    def _kept(self, attrs: Mapping[str, JsonValue], address: str) -> Mapping[str, JsonValue]:
        """Of another program: a path below the folder of the text."""
        folder = self._source.parent.resolve()
        try:
            path = (folder / address).resolve()
            data = self._file(path) if path.is_relative_to(folder) else None
        except (OSError, ValueError):  # an address on the web, or no path at all
            data = None
        if data is None:
            return attrs
        own = picture_attrs(data) or {}
        self.found[str(own["digest"])] = data
        others = {name: value for name, value in attrs.items() if name != "src"}
        return {**own, **others}

    def _file(self, path: Path) -> bytes | None:
        if path not in self._read:
            self._read[path] = _read(path) if len(self._read) < _MOST else None
        return self._read[path]


def gather_pictures(novel: ImportedNovel, source: Path) -> None:
    """Read the pictures that lie beside the file ``source``, and let the texts name them."""
    gatherer = _Gatherer(source)
    for item in novel.items:
        gatherer.item(item)
    novel.pictures = gatherer.found


def _read(path: Path) -> bytes | None:
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        data = path.read_bytes()
        read_head(data)
    except (OSError, PictureError):
        return None
    return data
