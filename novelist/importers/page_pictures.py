# SPDX-License-Identifier: MIT
"""The pictures of a web page: files in its folder or below, and those written into the page.

Nothing else of the disk is read, and nothing of the web: no absolute paths, no way up, no link
that leads out of the folder. What is a picture is told by its content.
"""

from __future__ import annotations

import base64
import binascii
import stat
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final
from urllib.parse import unquote, urlsplit

from novelist.domain.document import JsonValue
from novelist.domain.pictures import LARGEST
from novelist.importers.picture_files import picture_attrs

LARGEST_PICTURES: Final = 256 * 1024 * 1024
"""Bytes of all pictures of a page."""
_MOST: Final = 2_000  # files that are looked at
_DATA: Final = "data:image/"
_BASE64: Final = ";base64"


class PagePictures:
    """Finds pictures by their addresses in the page ``source``; ``found`` are their files."""

    def __init__(self, source: Path) -> None:
        self._folder = source.parent
        self._looked_at: dict[str, dict[str, JsonValue] | None] = {}
        self._size = 0
        self.found: dict[str, bytes] = {}

    def find(self, address: str) -> dict[str, JsonValue] | None:
        """How a text names it; None where it is not there, no picture, or one too many."""
        if address not in self._looked_at:
            if len(self._looked_at) >= _MOST:
                return None
            self._looked_at[address] = self._kept(self._data(address))
        return self._looked_at[address]

    def _kept(self, data: bytes) -> dict[str, JsonValue] | None:
        attrs = picture_attrs(data) if data else None
        if attrs is None or self._size + len(data) > LARGEST_PICTURES:
            return None
        digest = str(attrs["digest"])
        self._size += len(data) if digest not in self.found else 0
        self.found[digest] = data
        return attrs

    def _data(self, address: str) -> bytes:
        if address[: len(_DATA)].lower() == _DATA:
            return _written(address)
        try:
            path = self._path(address)
            return _read(path) if path is not None else b""
        except (OSError, ValueError, RuntimeError):  # no path of this system, or it ends nowhere
            return b""

    def _path(self, address: str) -> Path | None:
        """The file that an address names in the folder of the page; None for all others."""
        parts = urlsplit(address.strip())
        name = unquote(parts.path)
        if parts.scheme or parts.netloc or "\\" in name or "\0" in name:
            return None
        inside = PurePosixPath(name)
        if inside.is_absolute() or PureWindowsPath(name).drive or ".." in inside.parts:
            return None
        path = (self._folder / inside).resolve(strict=True)
        return path if path.is_relative_to(self._folder.resolve()) else None


def _read(path: Path) -> bytes:
    """The bytes of a file; none of what is no file, or larger than any picture."""
    state = path.stat()
    if not stat.S_ISREG(state.st_mode) or state.st_size > LARGEST:
        return b""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _written(address: str) -> bytes:
    """The bytes of a picture that is a part of its address."""
    head, comma, body = address.partition(",")
    if not (comma and head.lower().endswith(_BASE64)) or len(body) > LARGEST * 2:
        return b""
    try:
        return base64.b64decode("".join(unquote(body).split()), validate=True)
    except (binascii.Error, ValueError):
        return b""
