# SPDX-License-Identifier: MIT
"""A picture of another program as a text of ours names it: by its digest, with its size."""

from __future__ import annotations

from typing import Final

from novelist.domain.document import JsonValue
from novelist.domain.pictures import LARGEST, picture_digest, read_head
from novelist.errors import PictureError

_WIDEST: Final = 592  # pixels of a picture that does not say how wide it is shown


def picture_attrs(data: bytes) -> dict[str, JsonValue] | None:
    """``digest``, ``width`` and ``height``; None for what is no picture that is kept."""
    if len(data) > LARGEST:
        return None
    try:
        head = read_head(data)
    except PictureError:
        return None
    scale = min(1.0, _WIDEST / head.width)
    size = {"width": round(head.width * scale), "height": max(1, round(head.height * scale))}
    return {"digest": picture_digest(data), **size}
