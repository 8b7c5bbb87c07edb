# SPDX-License-Identifier: MIT
"""Comments about a place that has no words of its own, laid on the word beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from novelist.domain import document as d
from novelist.domain.comments import marks_in, with_comment

_MOST: Final = 100  # places of one block, or waiting; what is said of more has no place
_FAR: Final = 1_000  # inlines between a place and its word
_ANCHOR: Final = "anchor"  # never leaves a reader: ``settle`` takes each away
_HAN: Final = "\u3400-\u9fff\uf900-\ufaff"
_WORD: Final = re.compile(rf"[{_HAN}]|[^\W_{_HAN}]+(?:['’\-][^\W_{_HAN}]+)*")


class Anchors:
    """Stand-ins that a reader puts between the inlines of a block, until the block is whole."""

    def __init__(self) -> None:
        self._waiting: list[str] = []  # marks whose blocks had no word
        self._seen: set[str] = set()

    def at(self, mark: str) -> d.Atom:
        """What to put at a place; needless where the comment has words, too."""
        return d.Atom(_ANCHOR, {"mark": mark})

    @property
    def waiting(self) -> Sequence[str]:
        """The marks that the next word gets, the newest last."""
        return self._waiting

    def settle(self, inlines: Iterable[d.Inline]) -> tuple[d.Inline, ...]:
        """The inlines of a whole block without stand-ins: the word before each has its mark.

        Where none is before it the word after it has, be that in a later block.
        """
        found: list[d.Inline] = []
        places = 0
        for each in inlines:
            mark = anchored(each)
            self._seen.update(value for one in each.marks for value in _values(one))
            if not mark:
                found.append(each)
            elif mark not in self._seen and places < _MOST:
                places += 1
                if not _mark_word(found, mark, last=True) and len(self._waiting) < _MOST:
                    self._waiting.append(mark)
        self._waiting = [
            mark
            for mark in self._waiting
            if mark not in self._seen and not _mark_word(found, mark, last=False)
        ]
        return tuple(found)

    def hold(self, inlines: Iterable[d.Inline]) -> None:
        """What these inlines are about waits for the next word: they are of a title."""
        for each in inlines:
            for mark in (anchored(each), *(value for one in each.marks for value in _values(one))):
                if mark and len(self._waiting) < _MOST and mark not in self._waiting:
                    self._waiting.append(mark)


def anchored(inline: d.Inline | None) -> str:
    """The mark of a stand-in; "" for everything else."""
    is_one = isinstance(inline, d.Atom) and inline.kind == _ANCHOR
    return str(inline.attrs["mark"]) if is_one and isinstance(inline, d.Atom) else ""


def _values(mark: d.Mark) -> tuple[str, ...]:
    return marks_in(mark.value) if mark.name == d.COMMENT else ()


def _mark_word(found: list[d.Inline], mark: str, *, last: bool) -> bool:
    """Lay the mark on the last word, or the first; whether there was one."""
    count = len(found)
    places = range(count - 1, max(-1, count - _FAR - 1), -1) if last else range(min(count, _FAR))
    for place in places:
        run = found[place]
        words = list(_WORD.finditer(run.text)) if isinstance(run, d.Run) else []
        if isinstance(run, d.Run) and words:
            start, end = words[-1 if last else 0].span()
            pieces = (
                replace(run, text=run.text[:start]),
                replace(run, text=run.text[start:end], marks=_with(run.marks, mark)),
                replace(run, text=run.text[end:]),
            )
            found[place : place + 1] = [each for each in pieces if each.text]
            return True
    return False


def _with(given: d.Marks, mark: str) -> d.Marks:
    own = next((each.value for each in given if each.name == d.COMMENT), "")
    return d.canonical((*given, d.Mark(d.COMMENT, with_comment(own, mark))))
