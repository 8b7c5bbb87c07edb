# SPDX-License-Identifier: MIT
"""What the parts of a book are, by their kinds and titles, in the words of EPUB and DPUB-ARIA.

EPUB 3 Structural Semantics Vocabulary 1.1; Digital Publishing WAI-ARIA Module 1.1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from novelist.domain.enums import ItemKind
from novelist.domain.manuscript import ManuscriptItem

_NAMED: Final[Mapping[str, tuple[str, ...]]] = {
    "dedication": ("dedication", "献词", "献辞", "题献"),
    "epigraph": ("epigraph", "题记", "題記"),
    "preface": ("preface", "author's note", "前言", "自序", "代序"),
    "foreword": ("foreword", "序言", "序"),
    "introduction": ("introduction", "引言", "导言", "導言"),
    "prologue": ("prologue", "prolog", "prelude", "楔子", "序章", "序幕", "引子", "序曲"),
    "epilogue": ("epilogue", "epilog", "coda", "尾声", "尾聲", "终章", "終章", "终曲"),
    "afterword": ("afterword", "后记", "後記", "跋", "完本感言"),
    "acknowledgments": ("acknowledgements", "acknowledgments", "致谢", "致謝", "鸣谢"),
    "appendix": ("appendix", "附录", "附錄"),
    "colophon": ("colophon",),
    "copyright-page": ("copyright", "版权", "版权页", "版權"),
    "contributors": ("about the author", "关于作者", "作者简介", "關於作者"),
}
_WITHOUT_ROLE: Final = frozenset({"copyright-page", "contributors"})
_KINDS: Final[Mapping[ItemKind, str]] = {ItemKind.PART: "part", ItemKind.CHAPTER: "chapter"}
_DIVISIONS: Final[Mapping[ItemKind, str]] = {
    ItemKind.FRONT: "frontmatter", ItemKind.BACK: "backmatter",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Matter:
    """What a part is; "" where the vocabularies have no word for it."""

    division: str
    """"frontmatter", "bodymatter" or "backmatter"."""
    type: str = ""

    @property
    def role(self) -> str:
        """What tells it to those who do not see it."""
        return f"doc-{self.type}" if self.type and self.type not in _WITHOUT_ROLE else ""


def matter_of(item: ManuscriptItem) -> Matter:
    """What an item with a heading is; its title says it where it is a name of books."""
    division = _DIVISIONS.get(item.kind, "bodymatter")
    return Matter(division, _named(item.title) or _KINDS.get(item.kind, ""))


def _named(title: str) -> str:
    """The word for a title such as "The Prologue: Rain" or 楔子　雨."""
    words = title.strip().casefold().replace("’", "'").removeprefix("the ")
    for kind, names in _NAMED.items():
        if any(words.startswith(name) and not words[len(name) :][:1].isalnum() for name in names):
            return kind
    return ""
