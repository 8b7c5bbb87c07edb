# SPDX-License-Identifier: MIT
"""Texts that are hard on an editor: very long, wide, right to left, full of odd characters."""

from __future__ import annotations

from typing import Final

from novelist.domain.document import (
    COMMENT,
    FOOTNOTE,
    Atom,
    Block,
    Document,
    Mark,
    Run,
    document_of,
)

ODD: Final = "a\x00b\ud800c\udc00d\u2028e\u2029f\rg\r\nh\ufeffi\ufffcj\ufdd0k\ufdd1l\x0bm\x85n"
"""What Qt, a clipboard, UTF-8 or a database would change on its way."""
WIDE: Final = "😀 𠮷野家 e\u0301 👨\u200d👩\u200d👧 🇫🇷 \U0010ffff"
HEBREW: Final = "שלום עולם, ab 12 😀 "
ARABIC: Final = "مرحبا بالعالم 𠮷 (cd) "


def notes(count: int = 300, a_paragraph: int = 30) -> Document:
    """So many footnotes, so many in each paragraph."""

    def words(first: int) -> list[Run | Atom]:
        return [
            part
            for number in range(first, first + a_paragraph)
            for part in (Run("𠮷 word "), note(number))
        ]

    firsts = range(0, count, a_paragraph)
    return Document(tuple(Block("p", tuple(words(first))) for first in firsts))


def note(number: int) -> Atom:
    return Atom(FOOTNOTE, {"id": f"n{number}", "blocks": [["p", [f"It says {number} 😀."]]]})


def comments(count: int = 500, paragraphs: int = 1) -> Document:
    """So many commented passages; each says its own number."""
    blocks = []
    for first in range(0, count, count // paragraphs):
        runs = []
        for number in range(first, first + count // paragraphs):
            runs += [Run("twenty letters 😀 "), Run(f"said {number}", mark(number))]
        blocks.append(Block("p", tuple(runs)))
    return Document(tuple(blocks))


def mark(number: int) -> tuple[Mark, ...]:
    return (Mark(COMMENT, f"{number:016x}"),)


TEXTS: Final = {
    "4,000 paragraphs": document_of(*["The tide came in over the flats 😀."] * 4000),
    "100,000 characters": document_of("The tide came in 😀. " * 5000),
    "100,000 Han": document_of("雾港的灯𠮷。" * 16_700),
    "500 comments": comments(500, 5),
    "500 comments in one paragraph": comments(),
    "300 footnotes": notes(),
    "right to left": document_of(*[(HEBREW + ARABIC) * 20] * 20),
    "wide": document_of(*[WIDE * 10] * 50),
    "odd": Document((Block("p", (Run(ODD),)), Block("quote", (Run(ODD * 20),)), Block())),
}
