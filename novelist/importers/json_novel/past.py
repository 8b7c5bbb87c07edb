# SPDX-License-Identifier: MIT
"""The earlier versions of texts in a JSON file: paragraphs, and numbers of them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from typing import Any, Final

from novelist.domain.document import Block, Document
from novelist.domain.document_text import to_json_lines
from novelist.domain.recorded_past import spans_of
from novelist.importers.imported import ImportedVersion
from novelist.importers.json_novel.texts import document_of
from novelist.importers.json_novel.values import Fields
from novelist.importers.leftovers import Leftovers
from novelist.importers.parts import Part

_MOST: Final = 20_000_000  # paragraphs in all versions of a file: few of them are written twice
_LONGEST: Final = 4_000_000_000  # characters of the same: each is compared with the one before
_ROOM_OF_ONE: Final = 40  # paragraphs that a version costs by itself: it is a row to write
_LONGEST_NAME: Final = 300


class PastReader:
    """Reads those of one item after the other; what is more than a library takes is named."""

    def __init__(self, leftovers: Leftovers) -> None:
        self._leftovers = leftovers
        self._room, self._characters = _MOST, _LONGEST

    def read(self, value: Mapping[str, Any], name: str) -> list[ImportedVersion]:
        """The versions of one text, in their order; a damaged one is left out."""
        fields = Fields(value, "past", self._leftovers)
        paragraphs = [
            document_of([each], name, self._leftovers) for each in fields.list("paragraphs")
        ]
        sizes = [0, *accumulate(len(to_json_lines(each)) for each in paragraphs)]
        blocks = [each.blocks for each in paragraphs]
        versions = [self._version(each, blocks, sizes, name) for each in fields.list("versions")]
        fields.leave_others()
        return [each for each in versions if each is not None]

    def _version(
        self,
        value: Any,  # noqa: ANN401 - JSON
        blocks: list[tuple[Block, ...]],
        sizes: list[int],
        name: str,
    ) -> ImportedVersion | None:
        fields = Fields(value, "versions", self._leftovers)
        made_at, title = fields.moment("made_at"), fields.text("name", _LONGEST_NAME)
        spans = spans_of(fields.text("text"), len(blocks))
        fields.leave_others()
        if not (isinstance(value, dict) and isinstance(value.get("text"), str)):
            spans = None  # "" is a text without paragraphs
        if made_at is None or spans is None:
            self._leftovers.damage(Part.SNAPSHOT, name)
            return None
        self._room -= _ROOM_OF_ONE + sum(last - first + 1 for first, last in spans)
        self._characters -= sum(sizes[last + 1] - sizes[first] for first, last in spans)
        if self._room < 0 or self._characters < 0:
            self._leftovers.leave(Part.SNAPSHOT, name)
            return None
        found = (each for first, last in spans for each in blocks[first : last + 1])
        return ImportedVersion(Document(tuple(b for part in found for b in part)), made_at, title)
