# SPDX-License-Identifier: MIT
"""How the words of a footnote are set, to be read and to be written in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from novelist.domain.document import JsonValue
from novelist.ui.editor.styles import PageStyle

SIZE: Final = 16
LINE: Final = 24


class NoteStyle(PageStyle):
    """Smaller than the page and at the margin in every language, as the strip paints a note."""

    @property
    def em(self) -> float:
        """The size of the words in pixels."""
        return SIZE

    @property
    def line(self) -> int:
        """The height of a line in pixels."""
        return LINE

    def is_indented(self, kind: str, attrs: Mapping[str, JsonValue], previous: str | None) -> bool:
        """Never: the number stands beside the first line."""
        return False
