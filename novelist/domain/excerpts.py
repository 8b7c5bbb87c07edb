# SPDX-License-Identifier: MIT
"""The first words of a text, where they stand for a title that is missing."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from novelist.domain.document import Document

_ELLIPSIS: Final = "…"
_PARAGRAPHS: Final = 8
_ENOUGH: Final = 240  # characters


def beginning_of(document: Document) -> str:
    """How a text begins: as much of its first paragraphs as a name is made of."""
    said = (block.plain_text[:_ENOUGH] for block in islice(document, _PARAGRAPHS))
    return " ".join(said)[:_ENOUGH]


def shortened(text: str, length: int) -> str:
    """The text on one line; a longer one ends after a word, with an ellipsis.

    Where no word ends in its second half (Chinese, or a very long word) it ends where it must.
    """
    words = " ".join(text.split())
    if len(words) <= length:
        return words
    room = length - len(_ELLIPSIS)
    end = words.rfind(" ", room // 2, room + 1)
    return words[: end if end > 0 else room].rstrip(" ,;:，、；：—–-") + _ELLIPSIS
