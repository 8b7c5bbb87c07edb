# SPDX-License-Identifier: MIT
"""Pictures from outside: files, and what other programs put on the clipboard."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QSize
from PySide6.QtGui import QImage, QPixmap

from novelist.domain.pictures import LARGEST, MOST_PIXELS, require_size
from novelist.errors import (
    PictureDamagedError,
    PictureTooManyPixelsError,
    SourceMissingError,
    SourceUnreadableError,
    UserError,
)
from novelist.ui.editor import clipboard
from novelist.ui.editor.pictures import decode, natural_size

SUFFIXES: Final = ("png", "jpg", "jpeg", "gif", "webp", "bmp")
_LIKE_PICTURES: Final = frozenset(  # these are taken up too, to say why they are not kept
    {*SUFFIXES, "svg", "svgz", "tif", "tiff", "heic", "heif", "avif", "ico", "jfif", "psd", "xcf"}
)
_UNSEEN: Final = {  # what begins a part that nobody sees, and what ends it
    "!--": "-->",
    "style": "/style",
    "script": "/script",
    "title": "/title",
    "xml": "/xml",
}
_FIRST_SIDE: Final = 1_200  # pixels; what is shown first


@dataclass(frozen=True)
class Picture:
    """A picture that can be shown: its file, how large it is, and itself, perhaps smaller."""

    data: bytes
    size: QSize
    image: QImage


def picture_files(source: QMimeData) -> list[Path]:
    """The files that are being dropped or pasted, where all of them look like pictures."""
    urls = source.urls() if source.hasUrls() else []
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    alike = [path for path in paths if path.suffix.lower().lstrip(".") in _LIKE_PICTURES]
    return alike if alike and len(alike) == len(urls) else []


def pasted_image(source: QMimeData) -> QImage | None:
    """The picture that another program offers, unless it offers words too."""
    if not source.hasImage() or source.hasFormat(clipboard.MIME_TYPE):
        return None
    if source.hasHtml() and shows_words(source.html()):
        return None
    offered = source.imageData()
    image = offered.toImage() if isinstance(offered, QPixmap) else offered
    return image if isinstance(image, QImage) and not image.isNull() else None


def shows_words(markup: str) -> bool:
    """Whether some HTML shows words, and not a picture alone.

    It is asked with every move of a drag, so no document is made of it: what stands behind a tag
    is looked at, up to the first word.
    """
    before, *pieces = markup.split("<")
    if unescape(before).strip():
        return True
    end = ""  # of the part that nobody sees
    for piece in pieces:
        if end or piece[:1] in "!sStTxX":
            end = _end_of_unseen(piece, end)
        words = piece.rpartition(">")[2]
        if words and not end and unescape(words).strip():
            return True
    return False


def _end_of_unseen(piece: str, end: str) -> str:
    """What ends the unseen part that a piece is in or begins; "" where it is none."""
    said = piece.lower()
    end = end or next((last for first, last in _UNSEEN.items() if said.startswith(first)), "")
    return "" if end in said else end


async def read_picture(path: Path) -> Picture:
    """The picture of a file. Raises ``PictureError``, or ``SourceError`` for what is no file."""
    return await prepare(await asyncio.to_thread(_read, path))


async def prepare(data: bytes) -> Picture:
    """A picture that can be shown. Raises ``PictureError``."""
    return await asyncio.to_thread(_prepare, data)


async def prepare_image(image: QImage) -> Picture:
    """A picture that another program offers, as a file. Raises ``PictureError``."""
    if image.width() * image.height() > MOST_PIXELS:
        raise PictureTooManyPixelsError
    return await prepare(await asyncio.to_thread(_as_file, image))


async def read_all(sources: Sequence[Path | QImage]) -> tuple[list[Picture], Exception | None]:
    """Those that can be shown, and what is wrong with the first of the others."""
    found, wrong = list[Picture](), None
    for source in sources:
        try:
            found.append(
                await (
                    prepare_image(source) if isinstance(source, QImage) else read_picture(source)
                )
            )
        except UserError as error:
            wrong = wrong or error
    return found, wrong


def _read(path: Path) -> bytes:
    try:
        require_size(path.stat().st_size)
        if not path.is_file():
            raise SourceUnreadableError(path)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)  # it may grow meanwhile, or be no usual file
    except FileNotFoundError as error:
        raise SourceMissingError(path) from error
    except OSError as error:
        raise SourceUnreadableError(path, error.strerror or "") from error
    require_size(len(data))
    return data


def _prepare(data: bytes) -> Picture:
    image = decode(data, _FIRST_SIDE)
    return Picture(data, natural_size(data), image)


def _as_file(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # a device is one of them
        raise PictureDamagedError
    return bytes(buffer.data().data())
