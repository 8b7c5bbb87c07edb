# SPDX-License-Identifier: MIT
"""What is stored of a document beside it, made anew only where the document changed.

While somebody writes, one paragraph of hundreds changes between two saves. The JSON Lines, the
plain text and the counts of all others are those of the save before.
"""

from __future__ import annotations

from dataclasses import dataclass

from novelist.domain.comparing.common_ends import common_ends
from novelist.domain.counting import ZERO, Counts, count
from novelist.domain.document import EMPTY, Document
from novelist.domain.document_text import joined_lines, line_of
from novelist.domain.lone_surrogates import without_lone_surrogates


@dataclass(frozen=True, slots=True)
class DerivedText:
    """A document with its lines of JSON and its plain text, block by block, and its counts."""

    document: Document = EMPTY
    lines: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    counts: Counts = ZERO

    @property
    def content(self) -> str:
        """What ``to_json_lines`` gives."""
        return joined_lines(self.lines)

    @property
    def plain_text(self) -> str:
        """What ``Document.plain_text`` gives, as a database can hold it."""
        return "\n".join(self.texts)

    def followed_by(self, document: Document) -> DerivedText:
        """What derives from the document that this one became."""
        first, last = common_ends(self.document.blocks, document.blocks)
        old_end, new_end = len(self.lines) - last, len(document) - last
        changed = document.blocks[first:new_end]
        texts = tuple(without_lone_surrogates(block.plain_text) for block in changed)
        return DerivedText(
            document,
            (*self.lines[:first], *map(line_of, changed), *self.lines[old_end:]),
            (*self.texts[:first], *texts, *self.texts[old_end:]),
            self.counts - count("\n".join(self.texts[first:old_end])) + count("\n".join(texts)),
        )

    def changed_size(self, document: Document) -> int:
        """About how many characters ``followed_by`` has to read."""
        first, last = common_ends(self.document.blocks, document.blocks)
        changed = document.blocks[first : len(document) - last]
        gone = self.texts[first : len(self.texts) - last]
        return sum(map(len, gone)) + sum(len(block.plain_text) for block in changed)
