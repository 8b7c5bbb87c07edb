# SPDX-License-Identifier: MIT
"""What the names of styles, and the divisions of books, mean. All are in lower case."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from novelist.domain import document as d
from novelist.domain.enums import ItemKind

KINDS: Final[Mapping[str, str]] = {
    "z3998:letter": d.LETTER, **dict.fromkeys(("linegroup", "stanza", "z3998:verse"), d.VERSE),
    "verse": d.VERSE, "poem": d.VERSE, "poetry": d.VERSE, "letter": d.LETTER, "telegram": d.LETTER,
    "quote": d.QUOTATION, "intense quote": d.QUOTATION, "block text": d.QUOTATION,
    "quotations": d.QUOTATION, "block quotation": d.QUOTATION,
}  # fmt: skip
"""Kinds of block."""
ALIGNED: Final[Mapping[str, str]] = {
    "centered": "center", "right aligned": "right", "justified": "justify", "center": "center",
}  # fmt: skip
HEADING_IN_TEXT: Final = re.compile(r"heading in text ([1-4])")
BREAKS: Final = frozenset({"scene break", "separator", "horizontal line", "section break"})
"""What parts scenes."""
CONTENTS: Final = re.compile(r"toc(?: heading| [1-9])|contents heading")
"""Paragraphs of contents that a program made."""
CONTENTS_HEADING: Final = "TOC-Heading"
"""The class of a heading over them, as pandoc has it of the style of Word."""
TEXT_BREAK: Final = "text break"
"""A break inside a text; its words are the symbol."""
MATTER: Final[Mapping[str, ItemKind]] = {
    **dict.fromkeys(
        ("titlepage", "halftitlepage", "imprint", "copyright-page", "dedication", "epigraph",
         "foreword", "preface", "introduction", "frontmatter", "front"),
        ItemKind.FRONT,
    ),
    **dict.fromkeys(
        ("colophon", "afterword", "appendix", "acknowledgments", "endnotes", "rearnotes",
         "backmatter", "back", "glossary", "bibliography"),
        ItemKind.BACK,
    ),
}  # fmt: skip
"""Divisions of books."""
_MATTER_STYLES: Final[Mapping[str, ItemKind]] = {
    **{name.replace("-", " "): kind for name, kind in MATTER.items()},
    **dict.fromkeys(
        ("front matter", "copyright", "prelims", "献词", "献辞", "题献", "题记", "題記",
         "前言", "序", "序言", "自序", "代序", "引言", "导言", "導言", "扉页", "扉頁", "版权",
         "版权页", "版權頁"),
        ItemKind.FRONT,
    ),
    **dict.fromkeys(
        ("back matter", "acknowledgements", "about the author", "后记", "後記", "跋",
         "附录", "附錄", "致谢", "致謝", "鸣谢", "参考文献"),
        ItemKind.BACK,
    ),
}  # fmt: skip
_SHARED: Final = frozenset({"endnotes", "rearnotes", "glossary", "bibliography", "参考文献"})
"""What stands at the ends of chapters too."""
_ENDINGS: Final = re.compile(r"(?: (?:heading|title|text))?(?: char)?$|标题$")
_MOST_LETTERS: Final = 3  # of a symbol: "oOo"


def matter_of_style(name: str, *, is_heading: bool) -> ItemKind | None:
    """What paragraphs with a style belong to: "Preface Heading", "Front Matter", "献词"."""
    plain = _ENDINGS.sub("", name.casefold().replace("-", " "), count=1)
    return None if plain in _SHARED and not is_heading else _MATTER_STYLES.get(plain)


def text_break(symbol: str) -> d.Block:
    """A break inside a text, with its symbol where that is no usual one."""
    return d.Block(d.SCENE_BREAK, (), {"symbol": symbol} if symbol != d.BREAK_SYMBOL else {})


def is_symbol(words: str) -> bool:
    """Whether what stands in a break is its symbol, rather than words that somebody put there."""
    return sum(letter.isalpha() for letter in words) <= _MOST_LETTERS
