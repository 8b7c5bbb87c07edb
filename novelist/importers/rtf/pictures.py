# SPDX-License-Identifier: MIT
"""The pictures inside an RTF file: PNG and JPEG are kept, other kinds are named."""

from __future__ import annotations

import re
from binascii import unhexlify
from collections.abc import Mapping
from typing import Final

from novelist.domain.document import JsonValue
from novelist.domain.pictures import picture_digest, read_head, require_size
from novelist.errors import PictureError

_KEPT: Final = frozenset((b"pngblip", b"jpegblip"))
_OTHERS: Final = {
    b"emfblip": "EMF", b"wmetafile": "WMF", b"macpict": "PICT", b"dibitmap": "BMP",
    b"wbitmap": "BMP", b"pmmetafile": "MET",
}  # fmt: skip
_NO_DIGIT: Final = re.compile(rb"[^0-9a-fA-F]+")
_WIDEST: Final = 592  # pixels on the page
_TWIPS: Final = 15  # in a pixel
_LARGEST_NUMBER: Final = 1_000_000


class PictureBuffer:
    """Gathers what an RTF file says of one picture."""

    def __init__(self) -> None:
        self.kind = ""  # as people call it, of one that is not kept
        self._is_kept = False
        self._digits: list[bytes] = []
        self._binary: list[bytes] = []
        self._numbers: dict[bytes, int] = {}

    def word(self, name: bytes, number: int | None) -> None:
        """A control word of the picture."""
        if name in _KEPT or name in _OTHERS:
            self.kind = _OTHERS.get(name, "")
            self._is_kept = name in _KEPT
        elif number is not None:
            self._numbers[name] = max(-_LARGEST_NUMBER, min(number, _LARGEST_NUMBER))

    def digits(self, data: bytes) -> None:
        """A piece of the file in hexadecimal."""
        self._digits.append(data)

    def binary(self, data: bytes) -> None:
        """A piece of the file."""
        self._binary.append(data)

    def read(self) -> tuple[bytes, Mapping[str, JsonValue]] | None:
        """The file and the attributes of its atom; None for what is no picture that is kept.

        Raises ``PictureError``.
        """
        if not self._is_kept:
            return None
        digits = _NO_DIGIT.sub(b"", b"".join(self._digits))
        data = b"".join(self._binary) or unhexlify(digits[: len(digits) // 2 * 2])
        require_size(len(data))
        head = read_head(data)
        width = self._shown(b"picwgoal", b"picscalex") or head.width
        height = self._shown(b"pichgoal", b"picscaley") or head.height
        scale = min(1.0, _WIDEST / width)
        return data, {
            "digest": picture_digest(data),
            "width": max(1, round(width * scale)),
            "height": max(1, min(round(height * scale), _LARGEST_NUMBER)),
        }

    def _shown(self, goal: bytes, scale: bytes) -> float:
        """How large it is meant to be, in pixels; 0 where the file does not say."""
        percent = self._numbers.get(scale, 100)
        size = self._numbers.get(goal, 0) / _TWIPS * (percent if percent > 0 else 100) / 100
        return size if size >= 1 else 0.0


__all__ = ["PictureBuffer", "PictureError"]
