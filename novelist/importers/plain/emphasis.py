# SPDX-License-Identifier: MIT
"""Emphasis as plain text writes it: ``_underscores_`` around what was printed in italics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from novelist.domain.document import EMPHASIS, LINE_BREAK, NO_MARKS, Atom, Inline, Marks, Run, marks

# It may run over the lines of a stanza and end inside a word, but begin there after digits only.
_EMPHASIS: Final = re.compile(r"(?<![^\W\d_])(?<!_)_(?=[^\s_])([^_]*)(?<=[^\s_])_(?!_)")
_MARKED: Final = marks(EMPHASIS)


def inlines(text: str, *, keep_emphasis: bool = True) -> tuple[Inline, ...]:
    """The runs of a paragraph; newlines become line breaks.

    Underscores that are not balanced stay as they are, and all do without ``keep_emphasis``.
    """
    if not keep_emphasis or "_" not in text:
        return tuple(_lines(text, NO_MARKS))
    found: list[Inline] = []
    position = 0
    for match in _EMPHASIS.finditer(text):
        found.extend(_lines(text[position : match.start()], NO_MARKS))
        found.extend(_lines(match[1], _MARKED))
        position = match.end()
    found.extend(_lines(text[position:], NO_MARKS))
    return tuple(found)


def _lines(text: str, given: Marks) -> Iterator[Inline]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield Atom(LINE_BREAK)
        if line:
            yield Run(line, given)
