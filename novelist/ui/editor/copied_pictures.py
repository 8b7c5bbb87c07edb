# SPDX-License-Identifier: MIT
"""Pictures on the clipboard, beside the text that shows them: it may be pasted elsewhere."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QMimeData

from novelist.domain.document import IMAGE, IMAGE_BLOCK, Atom, Document
from novelist.domain.pictures import LARGEST, picture_digest

MIME_TYPE: Final = "application/x-novelist-pictures"
_MOST: Final = LARGEST  # bytes of all together
_HEAD: Final = struct.Struct(">32sQ")  # the digest, and how long the file is

FileOf = Callable[[str], bytes | None]


def put_pictures(data: QMimeData, document: Document, file_of: FileOf) -> None:
    """Add the files of what a document shows, as far as they are at hand and not too large."""
    parts: list[bytes] = []
    room = _MOST
    for digest in shown(document):
        file = file_of(digest)
        if file is not None and len(file) <= room:
            room -= len(file)
            parts += [_HEAD.pack(digest.encode(), len(file)), file]
    if parts:
        data.setData(MIME_TYPE, b"".join(parts))


def raw_pictures(source: QMimeData) -> bytes:
    """What came with a text, for ``pictures_in``; nothing where it is more than is ever put."""
    if not source.hasFormat(MIME_TYPE):
        return b""
    found = source.data(MIME_TYPE)
    return bytes(found.data()) if found.size() <= 2 * _MOST else b""


def pictures_in(raw: bytes) -> dict[str, bytes]:
    """The files in there, by digest; those that are not what they say are left out. For a thread.

    One after the other, each behind its digest and its length: text would take ten times as long.
    """
    found: dict[str, bytes] = {}
    place = 0
    while place + _HEAD.size <= len(raw):
        digest, length = _HEAD.unpack_from(raw, place)
        place += _HEAD.size + length
        file = raw[place - length : place]
        if picture_digest(file).encode() == digest:
            found[digest.decode()] = file
    return found


def shown(document: Document) -> list[str]:
    """The digests of the pictures in a document, each once."""
    holders = [block.attrs for block in document if block.kind == IMAGE_BLOCK]
    holders += [
        inline.attrs
        for block in document
        for inline in block.inlines
        if isinstance(inline, Atom) and inline.kind == IMAGE
    ]
    digests = (attrs.get("digest") for attrs in holders)
    return list(dict.fromkeys(digest for digest in digests if isinstance(digest, str)))
