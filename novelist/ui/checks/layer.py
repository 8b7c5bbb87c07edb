# SPDX-License-Identifier: MIT
"""The dotted lines: what may be a slip in a block, as ``domain.checks`` finds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from PySide6.QtGui import QTextBlock, QTextDocument

from novelist.domain.checks import Check, QuoteCounts, Surroundings, check_paragraph, only_marks
from novelist.domain.checks.finding import Finding
from novelist.ui.editor.codec import blocks_from
from novelist.ui.editor.underlines import Line, Underline
from novelist.ui.spelling.checking import Checking
from novelist.ui.spelling.language_runs import to_position

_LONGEST: Final = 20_000  # characters; a longer paragraph is not looked at on every key
_FAR: Final = 30  # paragraphs before and after in which a speech may begin and end
_SAMPLE: Final = 150  # paragraphs that say how a text writes speech
_GROWN: Final = 20  # paragraphs more or fewer, after which they are asked again


@dataclass(frozen=True)
class Slip:
    """What may be a slip: its place in the block (Qt's), as it is written, what was found."""

    start: int
    length: int
    written: str
    finding: Finding


class ChecksLayer:
    """Looks at the block it is asked for, and around it only where its marks do not agree."""

    def __init__(self, checking: Checking) -> None:
        self._checking = checking
        self.wanted: frozenset[Check] = frozenset(Check)
        self._counts: tuple[QTextDocument, int, QuoteCounts] | None = None

    def underlines(self, block: QTextBlock) -> Iterator[Underline]:
        """Dots under every slip, but for those that typing goes on at."""
        for slip in self._shown(block):
            yield Underline(slip.start, slip.length, Line.DOTS)

    def slips(self, block: QTextBlock) -> list[Slip]:
        """Everything in the block that may be a slip, in order."""
        text = block.text()
        if len(text) > _LONGEST:
            return []
        found = check_paragraph(
            text,
            self._checking.language,
            around=_around(block),
            counts=self._counts_in(block.document()),
            wanted=self.wanted,
        )
        return [_slip(block, text, each) for each in found]

    def forget(self) -> None:
        """Texts may write speech in another way by now."""
        self._counts = None

    def _shown(self, block: QTextBlock) -> list[Slip]:
        """The slips but for those that typing goes on at: nobody has finished there."""
        slips = self.slips(block)
        caret = self._checking.typing.inside(block) if slips else None
        if caret is None:
            return slips
        kept = [slip for slip in slips if not _is_unfinished(slip, caret)]
        if len(kept) < len(slips):
            self._checking.typing.spare(block)
        return kept

    def _counts_in(self, document: QTextDocument) -> QuoteCounts:
        size = document.blockCount()
        known = self._counts
        if known is None or known[0] is not document or abs(known[1] - size) > _GROWN:
            counts = QuoteCounts()
            for block in islice(blocks_from(document.firstBlock()), _SAMPLE):
                counts += QuoteCounts.of(block.text())
            known = self._counts = (document, size, counts)
        return known[2]


def _is_unfinished(slip: Slip, caret: int) -> bool:
    if slip.finding.check is Check.UNMATCHED:
        return True
    return slip.start <= caret <= slip.start + slip.length


def _slip(block: QTextBlock, text: str, found: Finding) -> Slip:
    start = to_position(block, text, found.start)
    length = to_position(block, text, found.end) - start
    return Slip(start, length, text[found.start : found.end], found)


def _around(block: QTextBlock) -> Surroundings:
    following = block.next()
    return Surroundings(
        following.text()[:8] if following.isValid() else "",
        lambda: "".join(reversed([only_marks(each.text()) for each in _backwards(block)])),
        lambda: "".join(only_marks(each.text()) for each in islice(blocks_from(following), _FAR)),
    )


def _backwards(block: QTextBlock) -> Iterator[QTextBlock]:
    for _ in range(_FAR):
        block = block.previous()
        if not block.isValid():
            return
        yield block
