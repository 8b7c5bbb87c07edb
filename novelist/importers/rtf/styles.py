# SPDX-License-Identifier: MIT
"""What the styles of an RTF file mean, by the names that word processors give them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from novelist.domain import document as d

_HEADING: Final = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|rubrik|kop|nagłówek|заголовок|标题|標題|見出し|제목)"
    r"\s*([1-9])",
    re.IGNORECASE,
)
_KINDS: Final = (
    (re.compile(r"quot|block ?text|引用|引文|zitat|citation", re.IGNORECASE), d.QUOTATION),
    (re.compile(r"verse|poem|poetry|stanza|诗|詩", re.IGNORECASE), d.VERSE),
    (re.compile(r"\bletter\b|书信|書信", re.IGNORECASE), d.LETTER),
)
_TITLE: Final = re.compile(r"title|titel|标题|標題|书名|書名", re.IGNORECASE)
DEEPEST: Final = 9
"""Levels of headings."""


@dataclass(slots=True)
class Style:
    """A style of paragraphs; ``level`` is that of a heading from 1, or 0."""

    name: str = ""
    level: int = 0

    @property
    def heading(self) -> int:
        """The level of heading that it makes; 0 for none."""
        found = _HEADING.fullmatch(self.name.strip())
        return int(found[1]) if found else self.level

    @property
    def kind(self) -> str:
        """The kind of block that it makes, where it is no heading."""
        for pattern, kind in _KINDS:
            if pattern.search(self.name):
                return kind
        return d.PARAGRAPH

    @property
    def is_title(self) -> bool:
        """Whether it is that of the title of the book."""
        return _TITLE.fullmatch(self.name.strip()) is not None
