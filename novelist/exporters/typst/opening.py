# SPDX-License-Identifier: MIT
"""How a chapter opens: a first letter through several lines, first words in small capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from novelist.exporters.typst.blocks import BlockData
from novelist.exporters.typst.inlines import HAN, Data

_CAP: Final = re.compile(r"[\"'“‘«„¿¡—–(\[]{0,3}[^\W_]")
_WORD: Final = re.compile(r"\S*\s*")
_PHRASE: Final = re.compile(r"[,.;:!?—–…”’)]")
_FEW: Final = 4  # words in small capitals
_BESIDE: Final = 90  # words that may stand beside a large letter
_KEPT: Final = ("sc", "sup", "sub", "ruby")  # marks that small capitals would spoil


def opened(blocks: list[BlockData], *, drop_cap: bool, small_caps: bool) -> None:
    """Open the text with its first paragraph, where it is one of plain prose."""
    if not blocks or blocks[0]["k"] != "p" or blocks[0].keys() & {"align", "hanging"}:
        return
    words = list(_words(blocks[0]["i"]))
    if not words or HAN.search(_text(words[0])):
        return
    cap = _CAP.match(_text(words[0])) if drop_cap else None
    if cap is not None:
        words[0] = _without(words[0], cap.end())
    if small_caps or cap is not None:
        _set_small(words)
    words = [word for word in words if not isinstance(word, str) or word]
    if cap is None:
        blocks[0]["i"] = words
        return
    blocks[0] |= {"cap": cap[0], "words": words[:_BESIDE], "i": words[_BESIDE:]}


def _words(inlines: list[Data]) -> Iterator[Data]:
    """The inlines, runs word by word with the spaces after them."""
    for inline in inlines:
        if isinstance(inline, str):
            yield from filter(None, _WORD.findall(inline))
        elif "t" in inline:
            yield from (inline | {"t": word} for word in _WORD.findall(inline["t"]) if word)
        else:
            yield inline


def _text(inline: Data) -> str:
    return inline if isinstance(inline, str) else str(inline.get("t", ""))


def _without(inline: Data, length: int) -> Data:
    if isinstance(inline, str):
        return inline[length:]
    return inline | {"t": inline["t"][length:]}


def _set_small(words: list[Data]) -> None:
    """The first few in small capitals, no further than the phrase goes."""
    for place, word in enumerate(words[:_FEW]):
        if not isinstance(word, str) and ("t" not in word or word["m"].keys() & set(_KEPT)):
            return
        ends = _PHRASE.search(_text(word))
        words[place] = _small(word)
        if ends and place:
            return


def _small(word: Data) -> dict[str, Any]:
    if isinstance(word, str):
        return {"t": word, "m": {"sc": 1}}
    return word | {"m": word["m"] | {"sc": 1}}
