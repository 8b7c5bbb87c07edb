# SPDX-License-Identifier: MIT
"""Comments: threads of remarks about passages, and where the texts say that those are.

The value of a ``comment`` mark holds the marks of one thread or of several, with spaces between. A
thread does not know where its passage is: the texts do, so it follows whatever happens to them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from novelist.domain.document import (
    COMMENT,
    LINE_BREAK,
    Atom,
    Block,
    Document,
    Inline,
    Mark,
    Marks,
    normal,
)
from novelist.domain.document_text import block_from_line
from novelist.errors import DocumentFormatError

WRITTEN: Final = f'"{COMMENT}":"'  # as ``document_text.py`` writes such a mark
LONGEST_MARK: Final = 32
_SOUND: Final = re.compile(r"[0-9a-z]{1,32}")


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was said: the comment itself, or an answer."""

    id: int
    text: str
    author: str
    made_at: datetime
    edited_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment with its answers, the oldest first.

    ``item_id`` is where it was made, ``passage`` what its passage said then.
    """

    id: int
    mark: str
    item_id: int
    passage: str
    remarks: tuple[Remark, ...]
    resolved_at: datetime | None = None

    @property
    def is_resolved(self) -> bool:
        """Whether nothing is left to be done about it."""
        return self.resolved_at is not None


@dataclass(frozen=True, slots=True)
class Commented:
    """A passage as it stands in a text; one that was cut apart is all its pieces."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A thread and the item where its passage is, or was (``passage`` None) when it was made."""

    thread: Thread
    item_id: int
    passage: str | None

    @property
    def is_lost(self) -> bool:
        """Whether its passage is in no text any more."""
        return self.passage is None


def marks_in(value: str) -> tuple[str, ...]:
    """The marks of threads that the value of a ``comment`` mark holds."""
    return tuple(value.split())


def with_comment(value: str, mark: str) -> str:
    """The value that holds ``mark`` too."""
    return " ".join(dict.fromkeys((*marks_in(value), mark)))


def without_comment(value: str, mark: str) -> str:
    """The value without ``mark``; "" where nothing else was in it."""
    return " ".join(each for each in marks_in(value) if each != mark)


def is_mark(text: str) -> bool:
    """Whether a thread may have this mark."""
    return _SOUND.fullmatch(text) is not None


def commented(blocks: Iterable[Block]) -> list[Commented]:
    """The passages of a text in the order in which they begin."""
    found: dict[str, list[str]] = {}
    for block in blocks:
        inside: dict[str, str] = {}
        for inline in block.inlines:
            for mark in _comments_on(inline):
                inside[mark] = inside.get(mark, "") + _words(inline)
        for mark, words in inside.items():
            found.setdefault(mark, []).append(words)
    return [Commented(mark, "\n".join(words)) for mark, words in found.items()]


def commented_in(content: str) -> list[Commented]:
    """The passages of a text as it is stored; only lines that have such a mark are read.

    A damaged line has none: the comments of a novel do not depend on one text of it.
    """
    if WRITTEN not in content:
        return []
    return commented(_readable(line for line in content.split("\n") if WRITTEN in line))


def commented_document(document: Document) -> list[Commented]:
    """The passages of a document."""
    return commented(document.blocks)


def read_marks(given: Marks) -> Marks:
    """The marks without those of comments, which are for the writer and not for the reader."""
    return tuple(mark for mark in given if mark.name != COMMENT) if given else given


def uncommented(block: Block) -> Block:
    """The block as a reader has it."""
    if not any(mark.name == COMMENT for inline in block.inlines for mark in inline.marks):
        return block
    kept = (replace(inline, marks=read_marks(inline.marks)) for inline in block.inlines)
    return normal(replace(block, inlines=tuple(kept)))


def without_comments(document: Document, gone: Collection[str]) -> Document:
    """The text with these marks taken off its passages."""
    blocks = (_block_without(block, gone) for block in document.blocks)
    return Document(tuple(blocks)) if gone else document


def place_threads(
    threads: Sequence[Thread], texts: Mapping[int, Sequence[Commented]]
) -> list[Placed]:
    """Where every thread is: ``texts`` are those outside the trash, in the order of reading.

    A passage that stands in several texts belongs to the thread that was made there, a copy of a
    scene having copies of its threads; another thread is found wherever its mark went.
    """
    here = {item_id: {each.mark: each.text for each in found} for item_id, found in texts.items()}
    own = {(thread.item_id, thread.mark) for thread in threads}
    return [_placed(thread, here, own) for thread in threads]


def thread_of(threads: Iterable[Thread], mark: str, item_id: int) -> Thread | None:
    """The thread that a mark in the text of an item means, if there is one."""
    found = [thread for thread in threads if thread.mark == mark]
    made_here = (thread for thread in found if thread.item_id == item_id)
    return next(made_here, found[0] if found else None)


def _placed(
    thread: Thread, here: Mapping[int, Mapping[str, str]], own: set[tuple[int, str]]
) -> Placed:
    if thread.mark in here.get(thread.item_id, {}):
        return Placed(thread, thread.item_id, here[thread.item_id][thread.mark])
    for item_id, found in here.items():
        if thread.mark in found and (item_id, thread.mark) not in own:
            return Placed(thread, item_id, found[thread.mark])
    return Placed(thread, thread.item_id, None)


def _readable(lines: Iterable[str]) -> Iterator[Block]:
    for line in lines:
        with suppress(DocumentFormatError):  # said where the text is opened
            yield block_from_line(line)


def _comments_on(inline: Inline) -> Iterator[str]:
    for mark in inline.marks:
        if mark.name == COMMENT and not mark.raw:
            yield from marks_in(mark.value)


def _block_without(block: Block, gone: Collection[str]) -> Block:
    if not any(mark in gone for inline in block.inlines for mark in _comments_on(inline)):
        return block
    kept = (replace(inline, marks=_marks_without(inline.marks, gone)) for inline in block.inlines)
    return normal(replace(block, inlines=tuple(kept)))


def _marks_without(given: Marks, gone: Collection[str]) -> Marks:
    kept = []
    for mark in given:
        if mark.name != COMMENT or mark.raw:
            kept.append(mark)
        elif left := " ".join(each for each in marks_in(mark.value) if each not in gone):
            kept.append(Mark(COMMENT, left))
    return tuple(kept)


def _words(inline: Inline) -> str:
    if isinstance(inline, Atom):
        return "\n" if inline.kind == LINE_BREAK else ""
    return inline.text
