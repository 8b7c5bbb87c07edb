# SPDX-License-Identifier: MIT
"""The first lines of a text whose styles say that they are its title and author."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from novelist.importers.document_novel import Properties
from novelist.importers.odt.styles import Role

_BYLINE: Final = re.compile(r"(?:by\b|作者[：:]?|文[／/])\s*", re.IGNORECASE)
_LINES: Final = frozenset({Role.TITLE, Role.SUBTITLE, Role.AUTHOR})


@dataclass(slots=True)
class FrontPage:
    """Takes the lines before the text; ``is_open`` until that begins."""

    is_open: bool = True
    _lines: dict[Role, list[str]] = field(default_factory=dict)

    def takes(self, role: Role, words: str) -> bool:
        """Whether a line is one of these, and is taken."""
        if not (self.is_open and role in _LINES):
            return False
        if words:
            self._lines.setdefault(role, []).append(words)
        return True

    def over(self, properties: Properties) -> Properties:
        """What the text says of itself: its lines are what people see, and go before the rest."""
        author = _BYLINE.sub("", self._said(Role.AUTHOR), count=1)
        return replace(
            properties,
            title=self._said(Role.TITLE) or properties.title,
            subtitle=self._said(Role.SUBTITLE) or properties.subtitle,
            author=author or properties.author,
        )

    def _said(self, role: Role) -> str:
        return " ".join(self._lines.get(role, ()))
