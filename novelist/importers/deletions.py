# SPDX-License-Identifier: MIT
"""Words that were deleted under track changes: each kept as a comment at its place."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from novelist.domain import document as d
from novelist.domain.languages import is_han
from novelist.importers.anchors import Anchors, anchored
from novelist.importers.imported import ImportedComment, ImportedRemark

_SAID: Final = "Deleted: {words}"
_SAID_IN_CHINESE: Final = "删去：{words}"
_LONGEST: Final = 10_000  # characters of one comment


@dataclass(slots=True)
class _Deletion:
    words: str
    author: str
    made_at: datetime | None


class Deletions:
    """Collects them while a document is read; ``anchors`` lays them on the words beside them.

    A reader calls ``take`` where words were deleted, ``anchors.settle`` with all inlines of each
    block, and gives ``found`` to ``place_comments`` at the end.
    """

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors
        self._found: dict[str, _Deletion] = {}  # by mark

    def take(
        self, into: list[d.Inline], words: str, author: str = "", made_at: datetime | None = None
    ) -> None:
        """Note words that stood behind ``into``, the inlines of the block that is read.

        What one person deleted in one piece is one deletion, over several runs or paragraphs.
        """
        if not words.strip():
            return
        before = self._before(into)
        if before is not None and (before.author, before.made_at) == (author, made_at):
            before.words = f"{before.words}{'' if into else chr(10)}{words}"[:_LONGEST]
            return
        mark = secrets.token_hex(8)
        self._found[mark] = _Deletion(words[:_LONGEST], author, made_at)
        into.append(self._anchors.at(mark))

    @property
    def marks(self) -> Iterable[str]:
        """What stands at the words that they were laid on."""
        return self._found.keys()

    def found(self, language: str) -> list[ImportedComment]:
        """A comment each, said in the language of the novel."""
        said = _SAID_IN_CHINESE if is_han(language) else _SAID
        return [
            ImportedComment(
                mark,
                "",
                [ImportedRemark(said.format(words=one.words.strip()), one.author, one.made_at)],
            )
            for mark, one in self._found.items()
        ]

    def _before(self, into: Sequence[d.Inline]) -> _Deletion | None:
        """The deletion that this one goes on with."""
        waiting = self._anchors.waiting
        mark = anchored(into[-1]) if into else waiting[-1] if waiting else ""
        return self._found.get(mark)
