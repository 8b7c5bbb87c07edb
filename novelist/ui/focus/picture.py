# SPDX-License-Identifier: MIT
"""Reads the picture behind the page: any format that Qt reads, of any size that is no danger."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

LARGEST_FILE: Final = 100 * 1024 * 1024  # bytes
LARGEST_SIDE: Final = 20_000  # pixels
MOST_PIXELS: Final = 120_000_000


class PictureFault(StrEnum):
    """Why a picture cannot be shown."""

    MISSING = "missing"
    LARGE = "large"
    UNREADABLE = "unreadable"


class PictureError(Exception):
    """There is no picture that could be shown."""

    def __init__(self, fault: PictureFault) -> None:
        super().__init__(fault)
        self.fault = fault


def read_picture(path: Path, room: QSize) -> QImage:
    """The picture, just large enough to cover ``room``. Raises ``PictureError``.

    What the file says of its size is looked at before anything is decoded.
    """
    try:
        length = path.stat().st_size
    except OSError as error:
        raise PictureError(PictureFault.MISSING) from error
    if not path.is_file():
        raise PictureError(PictureFault.MISSING)
    if length > LARGEST_FILE:
        raise PictureError(PictureFault.LARGE)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    _refuse_large(size)
    if size.isValid():
        reader.setScaledSize(
            size.scaled(_lying(room, size), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        )
    image = reader.read()
    if image.isNull():
        raise PictureError(PictureFault.UNREADABLE)
    _refuse_large(image.size())
    return image


def _lying(room: QSize, size: QSize) -> QSize:
    """A picture is never made larger than it is."""
    return room if size.width() > room.width() and size.height() > room.height() else size


def _refuse_large(size: QSize) -> None:
    if not size.isValid():
        return
    too_long = max(size.width(), size.height()) > LARGEST_SIDE
    if too_long or size.width() * size.height() > MOST_PIXELS:
        raise PictureError(PictureFault.LARGE)
