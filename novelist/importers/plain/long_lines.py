# SPDX-License-Identifier: MIT
"""Texts that lost their line ends: what no reader and no editor takes for one paragraph."""

from __future__ import annotations

import re
from typing import Final

LONGEST_LINE: Final = 1_000_000
"""Characters; the longest paragraphs in print have some hundred thousand."""

_ENOUGH: Final = 1_000  # characters of a paragraph that may end with the next sentence
_TOO_MUCH: Final = 20_000
# Cut where a letter or a quotation mark follows, so that no rule of Markdown takes the first sign
# of the new line for its own; without such a place, anywhere.
_PIECE: Final = re.compile(
    rf".{{{_ENOUGH},{_TOO_MUCH}}}?"
    r"(?:[.!?…][”’\"'»)]*[ \t]+(?=[“‘\"'«]?[^\W\d_])"
    r"|[。！？…]+[”’」』）]*[ \u3000]*(?=[“‘「『]?[^\W\d_]))"
    rf"|.{{1,{_TOO_MUCH}}}[ \t](?=[^\W\d_])|.{{1,{_TOO_MUCH}}}"
)


def divide_long_lines(text: str) -> tuple[str, int]:
    """The text with overlong lines made paragraphs where sentences end, and how many there were.

    Nothing but line ends comes in, and nothing goes.
    """
    if len(text) <= LONGEST_LINE:
        return text, 0
    lines = text.split("\n")
    long = [index for index, line in enumerate(lines) if len(line) > LONGEST_LINE]
    for index in long:
        lines[index] = "\n\n".join(_PIECE.findall(lines[index]))
    return "\n".join(lines), len(long)
