# SPDX-License-Identifier: MIT
"""Pictures of a text: their digests, and what the first bytes of a file say of one.

Nothing is decoded here, and little is read: a hostile file costs no more than any other.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import Final

from novelist.errors import (
    PictureDamagedError,
    PictureTooLargeError,
    PictureTooManyPixelsError,
    PictureUnknownError,
)

LARGEST: Final = 40 * 1024 * 1024
"""Bytes of a picture that is kept; a photograph of 40 megapixels has some 20."""

LONGEST_SIDE: Final = 20_000
MOST_PIXELS: Final = 60_000_000  # Qt decodes up to 256 MB
_NAMED: Final = re.compile(r'"digest":"([0-9a-f]{32})"')
_MOST_SEGMENTS: Final = 4_000  # of a JPEG: each takes up to 64 KB, few files have a hundred
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # JPEG: they hold the size


class PictureKind(StrEnum):
    """A format that Novelist keeps, by the ending of its files."""

    PNG = "png"
    JPEG = "jpg"
    GIF = "gif"
    WEBP = "webp"
    BMP = "bmp"

    @property
    def media_type(self) -> str:
        """Its name on the web."""
        return "image/jpeg" if self is PictureKind.JPEG else f"image/{self.value}"


@dataclass(frozen=True, slots=True)
class PictureHead:
    """What a file says of its picture: the format, and the size in pixels."""

    kind: PictureKind
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture as it is kept."""

    kind: PictureKind
    data: bytes


def picture_digest(data: bytes) -> str:
    """What a text calls a picture: BLAKE2b of 16 bytes over the file, in hexadecimal."""
    return blake2b(data, digest_size=16).hexdigest()


def named_pictures(content: str) -> set[str]:
    """The digests of all pictures that a text names (``docs/file-format.md``, section 1)."""
    return set(_NAMED.findall(content))


def named_in(contents: Iterable[str]) -> set[str]:
    """The digests of all pictures that some texts name."""
    return {digest for content in contents for digest in named_pictures(content)}


def read_head(data: bytes) -> PictureHead:
    """What a file says of its picture; it may be no more than the beginning of the file.

    Raises:
        PictureUnknownError: it is no picture of a kind that is kept.
        PictureDamagedError: it ends before it says how large it is.
        PictureTooManyPixelsError: it would take more memory than any picture is worth.
    """
    kind = _kind_of(data)
    try:
        width, height = _READERS[kind](data)
    except (struct.error, IndexError, StopIteration) as error:
        raise PictureDamagedError from error
    if width < 1 or height < 1:
        raise PictureDamagedError
    if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS:
        raise PictureTooManyPixelsError
    return PictureHead(kind, width, height)


def require_size(length: int) -> None:
    """Raise ``PictureTooLargeError`` for a file of more bytes than are kept."""
    if length > LARGEST:
        raise PictureTooLargeError


def _kind_of(data: bytes) -> PictureKind:
    for kind, mark in _MARKS.items():
        if data.startswith(mark):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return PictureKind.WEBP
    raise PictureUnknownError


def _png(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _gif(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height


def _bmp(data: bytes) -> tuple[int, int]:
    (length,) = struct.unpack_from("<I", data, 14)
    width, height = struct.unpack_from("<hh" if length == 12 else "<ii", data, 18)
    return width, abs(height)


def _jpeg(data: bytes) -> tuple[int, int]:
    return next(
        struct.unpack_from(">HH", data, place + 5)[::-1]
        for place in _segments(data)
        if data[place + 1] in _FRAMES
    )


def _segments(data: bytes) -> Iterator[int]:
    """Where the parts of a JPEG file begin, up to the picture itself; so many and no more."""
    place = 2
    for _ in range(_MOST_SEGMENTS):
        if data[place] != 0xFF or data[place + 1] == 0xDA:
            return
        if data[place + 1] == 0xFF:  # filling
            place += 1
            continue
        yield place
        (length,) = struct.unpack_from(">H", data, place + 2)
        place += 2 + max(length, 2)


def _webp(data: bytes) -> tuple[int, int]:
    form = data[12:16]
    if form == b"VP8X":
        return _number(data, 24) + 1, _number(data, 27) + 1
    if form == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack_from("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF


def _number(data: bytes, place: int) -> int:
    """Three bytes, the lowest first."""
    return int(data[place] | data[place + 1] << 8 | data[place + 2] << 16)


_MARKS: Final = {
    PictureKind.PNG: b"\x89PNG\r\n\x1a\n",
    PictureKind.JPEG: b"\xff\xd8\xff",
    PictureKind.GIF: b"GIF8",
    PictureKind.BMP: b"BM",
}
_READERS: Final[Mapping[PictureKind, Callable[[bytes], tuple[int, int]]]] = {
    PictureKind.PNG: _png,
    PictureKind.JPEG: _jpeg,
    PictureKind.GIF: _gif,
    PictureKind.WEBP: _webp,
    PictureKind.BMP: _bmp,
}
