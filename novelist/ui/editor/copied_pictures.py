# SPDX-License-Identifier: MIT
"""Pictures on the clipboard, beside the text that shows them: it may be pasted elsewhere."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QMimeData

from novelist.domain.document import IMAGE, IMAGE_BLOCK, Atom, Document
from novelist.domain.pictures import LARGEST, picture_digest

MIME_TYPE: Final = "application/x-novelist-pictures+json"
_MOST: Final = LARGEST  # bytes of all together

FileOf = Callable[[str], bytes | None]


def put_pictures(data: QMimeData, document: Document, file_of: FileOf) -> None:
    """Add the files of what a document shows, as far as they are at hand and not too large."""
    found: dict[str, str] = {}
    room = _MOST
    for digest in shown(document):
        file = file_of(digest)
        if file is not None and len(file) <= room:
            room -= len(file)
            found[digest] = b64encode(file).decode()
    if found:
        data.setData(MIME_TYPE, json.dumps(found).encode())


def pictures_in(source: QMimeData) -> dict[str, bytes]:
    """The files that came with a text, by digest; those that are not what they say are left out."""
    if not source.hasFormat(MIME_TYPE):
        return {}
    raw = bytes(source.data(MIME_TYPE).data())
    if len(raw) > 2 * _MOST:
        return {}
    try:
        given = json.loads(raw)
        files = {digest: b64decode(file) for digest, file in given.items()}
    except (ValueError, AttributeError, TypeError):
        return {}
    return {digest: file for digest, file in files.items() if picture_digest(file) == digest}


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
