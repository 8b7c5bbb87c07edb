# SPDX-License-Identifier: MIT
"""The pictures of a book: which can be set, and how large they stand on the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from novelist.domain.document import Atom, Block
from novelist.domain.pictures import PictureFile, PictureKind, read_head
from novelist.errors import PictureError
from novelist.exporters.exported import number_of, text_of

_POINTS: Final = 0.75  # of a pixel: 96 of them are an inch
_TALLEST: Final = 0.85  # of the height of the text
_LINE: Final = 3.0  # sizes of the type that a picture inside a line may be high


class Pictures:
    """Those of one manuscript, on pages with so much room for text, in points."""

    def __init__(
        self, files: Mapping[str, PictureFile], room: tuple[float, float], size: float
    ) -> None:
        self._files, self._room, self._size = files, room, size
        self.used: dict[str, bytes] = {}
        """The bytes of what is shown, by the name of the file."""

    def of(self, holder: Atom | Block, *, is_block: bool) -> dict[str, Any] | None:
        """Its file, width and height; None where it is absent or not of a kind that is shown."""
        digest = text_of(holder, "digest")
        file = self._files.get(digest)
        if file is None or file.kind is PictureKind.BMP:
            return None
        try:
            head = read_head(file.data)
        except PictureError:
            return None
        asked = number_of(holder, "width", 0)
        width = (asked if asked > 0 else head.width) * _POINTS
        height = width * head.height / head.width
        tallest = self._room[1] * _TALLEST if is_block else self._size * _LINE
        scale = min(1.0, self._room[0] / width, tallest / height)
        name = f"picture-{len(self.used)}.{file.kind.value}"
        name = next((key for key, data in self.used.items() if data is file.data), name)
        self.used[name] = file.data
        return {"img": name, "w": round(width * scale, 2), "h": round(height * scale, 2)}
