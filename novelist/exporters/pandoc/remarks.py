# SPDX-License-Identifier: MIT
"""Comments of a manuscript as those of an office document: where each begins and ends.

A passage is one stretch there: from the first piece of the first block that has it to the last
piece of the last of the blocks that follow each other with it. Notes have no comments, as in Word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC
from html import escape
from typing import Final

from novelist.domain.comments import Remark, Thread, marks_in
from novelist.domain.document import COMMENT, IMAGE_BLOCK, Block, Inline
from novelist.exporters.pandoc.nodes import Node, attr, node
from novelist.exporters.pandoc.words import Words

_EXTENDED: Final = (
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)
_MOMENT: Final = "%Y-%m-%dT%H:%M:%SZ"


class RemarkWriter:
    """Says of each block of a text which comments begin and end in it, and writes them."""

    def __init__(self, threads: Mapping[str, Thread], words: Words, is_raw: bool) -> None:
        self._threads, self._words, self._is_raw = threads, words, is_raw
        self._numbers: dict[str, int] = {}
        self._starts: dict[int, list[tuple[int, str]]] = {}
        self._ends: dict[int, list[tuple[int, str]]] = {}

    def place(self, blocks: Sequence[Block]) -> None:
        """Find the passages of a text, of each comment that was not said before."""
        self._starts, self._ends = {}, {}
        going: dict[str, tuple[Block, int]] = {}
        for block in blocks if self._threads else ():
            here = _pieces(block) if block.kind != IMAGE_BLOCK else {}
            for mark in [mark for mark in going if mark not in here]:
                self._end(mark, *going.pop(mark))
            for mark, (first, last) in here.items():
                if mark in self._threads and mark not in self._numbers:
                    self._numbers[mark] = len(self._numbers) + 1
                    self._starts.setdefault(id(block), []).append((first, mark))
                    going[mark] = (block, last)
                elif mark in going:
                    going[mark] = (block, last)
        for mark, place in going.items():
            self._end(mark, *place)

    def around(self, block: Block, written: Sequence[Sequence[Node]]) -> list[Node]:
        """The inlines of a block, each as it was written, with the comments that it has."""
        starts, ends = self._starts.get(id(block), ()), self._ends.get(id(block), ())
        made: list[Node] = []
        for number, nodes in enumerate(written):
            made += [self._start(mark) for place, mark in starts if place == number]
            made += nodes
            made += [self._stop(mark) for place, mark in ends if place == number]
        return made

    def _end(self, mark: str, block: Block, place: int) -> None:
        self._ends.setdefault(id(block), []).append((place, mark))

    def _start(self, mark: str) -> Node:
        thread, number = self._threads[mark], str(self._numbers[mark])
        if self._is_raw:
            return node("RawInline", "opendocument", self._annotations(thread, number))
        first = thread.remarks[0] if thread.remarks else None
        author = self._words.written(first.author) if first else ""
        date = _moment(first) if first else ""
        inside: list[Node] = []
        for line in self._lines(thread):
            inside += [{"t": "LineBreak"}] if inside else []
            inside.append(self._words.text(line))
        values = {"id": number, "author": author} | ({"date": date} if date else {})
        return node("Span", attr(["comment-start"], **values), inside)

    def _annotations(self, thread: Thread, number: str) -> str:
        """A comment of ODT and the answers to it, which pandoc does not write.

        Answers have the same passage: older programs know them as comments alone.
        """
        about = f'loext:resolved="{str(thread.is_resolved).lower()}"'
        made = ""
        for name, remark in zip(_names(thread, number), thread.remarks, strict=True):
            author = escape(self._words.written(remark.author))
            lines = self._words.written(remark.text).splitlines() or [""]
            said = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)
            made += (
                f'<office:annotation office:name="{name}" {about} {_EXTENDED}>'
                f"<dc:creator>{author}</dc:creator>"
                f"<dc:date>{_moment(remark)}</dc:date>{said}</office:annotation>"
            )
            about = f'loext:parent-name="comment-{number}"'
        return made

    def _stop(self, mark: str) -> Node:
        number = str(self._numbers[mark])
        if self._is_raw:
            names = reversed(_names(self._threads[mark], number))
            ends = (f'<office:annotation-end office:name="{name}"/>' for name in names)
            return node("RawInline", "opendocument", "".join(ends))
        return node("Span", attr(["comment-end"], id=number), [])

    def _lines(self, thread: Thread) -> list[str]:
        """What was said, and each answer after the name of who gave it."""
        found: list[str] = []
        for remark in thread.remarks:
            lines = self._words.written(remark.text).splitlines() or [""]
            if found:
                lines[0] = f"{self._words.written(remark.author)}: {lines[0]}"
            found += lines
        return found


def _pieces(block: Block) -> dict[str, tuple[int, int]]:
    """The first and the last inline of each comment of a block."""
    found: dict[str, tuple[int, int]] = {}
    for place, inline in enumerate(block.inlines):
        for mark in _marks_of(inline):
            found[mark] = (found[mark][0] if mark in found else place, place)
    return found


def _marks_of(inline: Inline) -> Iterable[str]:
    values = (mark.value for mark in inline.marks if mark.name == COMMENT and not mark.raw)
    return [each for value in values for each in marks_in(value)]


def _names(thread: Thread, number: str) -> list[str]:
    """What a comment of ODT and the answers to it are called."""
    return [
        f"comment-{number}-{place}" if place else f"comment-{number}"
        for place in range(len(thread.remarks))
    ]


def _moment(remark: Remark) -> str:
    return remark.made_at.astimezone(UTC).strftime(_MOMENT)
