# SPDX-License-Identifier: MIT
"""Pictures from outside: files, and what other programs put on the clipboard."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
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
from novelist.ui.editor.paste import document_from_html
from novelist.ui.editor.pictures import decode, natural_size

SUFFIXES: Final = ("png", "jpg", "jpeg", "gif", "webp", "bmp")
_LIKE_PICTURES: Final = frozenset(  # these are taken up too, to say why they are not kept
    {*SUFFIXES, "svg", "svgz", "tif", "tiff", "heic", "heif", "avif", "ico", "jfif", "psd", "xcf"}
)
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
    html = source.html() if source.hasHtml() else ""
    if html and (len(html) > clipboard.LONGEST or document_from_html(html).plain_text.strip()):
        return None
    offered = source.imageData()
    image = offered.toImage() if isinstance(offered, QPixmap) else offered
    return image if isinstance(image, QImage) and not image.isNull() else None


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
