# SPDX-License-Identifier: MIT
"""What differs between two versions of a text, word by word, in English and in Chinese.

Blocks that are the same stand for themselves. The others are cut into words, signs and spaces; each
Han character or kana is a piece of its own, and the end of a block is one too, so that a paragraph
that was divided is shown as that. Short words that stay by chance between others that go are
counted as gone and come again: what is read is a phrase, not a sprinkling.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import Final

from novelist.domain.bookmarks import unmarked, visible
from novelist.domain.comments import read_marks, uncommented
from novelist.domain.comparing.common_ends import common_ends
from novelist.domain.comparing.paragraph_pairs import Paragraphs, without_strangers
from novelist.domain.comparing.sequences import Match, matches
from novelist.domain.comparing.sliding import slide_changes
from novelist.domain.counting import EACH, ZERO, Counts, count
from novelist.domain.document import Atom, Block, Document, Inline, Run, normal
from novelist.domain.document_text import block_to_json

_LETTERS: Final = rf"[^\W{EACH}]+"
_WORD: Final = re.compile(rf"[{EACH}]|{_LETTERS}")
_PIECE: Final = re.compile(rf"[{EACH}]|{_LETTERS}(?:['’]{_LETTERS})*|[^\S\n]+|.", re.DOTALL)
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_CHANCE: Final = 24  # bytes of text; what is longer and stays between two changes stays on purpose
_LINES: Final = 64  # looked through together
_END: Final = "\n"  # begins the key of a block's end


class Change(StrEnum):
    """What became of a part of the text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Whole:
    """A block that is the same in both versions."""

    block: Block


@dataclass(frozen=True, slots=True)
class End:
    """The end of a block; its inlines stand before it."""

    block: Block


Part = Run | Atom | Whole | End


@dataclass(frozen=True, slots=True)
class Span:
    """Neighbouring parts with one fate. ``passage`` numbers what changed together, from 0."""

    change: Change
    parts: tuple[Part, ...]
    passage: int = -1

    @property
    def text(self) -> str:
        """What a reader sees of it, a line a block."""
        return "".join(map(_text, self.parts))


@dataclass(frozen=True)
class Diff:
    """The way from one version to another; what is removed stands before what came for it."""

    spans: tuple[Span, ...]

    @cached_property
    def added(self) -> Counts:
        """How much came."""
        return self._count(Change.ADDED)

    @cached_property
    def removed(self) -> Counts:
        """How much went."""
        return self._count(Change.REMOVED)

    @property
    def passages(self) -> int:
        """How many passages changed."""
        return max((span.passage for span in self.spans), default=-1) + 1

    @cached_property
    def fates(self) -> dict[int, frozenset[Change]]:
        """What became of each passage: only removed, only added, or both."""
        found: dict[int, frozenset[Change]] = {}
        for span in self.spans:
            if span.change is not Change.SAME:
                found[span.passage] = found.get(span.passage, frozenset()) | {span.change}
        return found

    def _count(self, change: Change) -> Counts:
        found = (count(span.text) for span in self.spans if span.change is change)
        return sum(found, ZERO)


def compare(old: Document, new: Document) -> Diff:
    """What leads from ``old`` to ``new``."""
    before, after = _cut_both(old, new)
    found = _without_chance(before, after, matches(before.keys, after.keys))
    found = without_strangers(before.paragraphs(), after.paragraphs(), found)
    found = slide_changes(before.keys, after.keys, found, _is_end)
    return Diff(tuple(_spans(before, after, found)))


def bring_back(diff: Diff, passages: Collection[int]) -> Document:
    """The newer version with some passages as they were in the older."""
    kept: list[Part] = []
    for span in diff.spans:
        wanted = Change.REMOVED if span.passage in passages else Change.ADDED
        if span.change in (Change.SAME, wanted):
            kept.extend(span.parts)
    return Document(tuple(_blocks(kept)))


def removed_characters(before: str, after: str) -> int:
    """About how many characters of words ``before`` held and ``after`` does not; moved ones stay.

    Works for plain texts and for JSON Lines alike.
    """
    old, new = (text.encode(errors="surrogatepass") for text in (before, after))
    prefix, suffix = common_ends(old, new)
    gone, come = old[prefix : len(old) - suffix], new[prefix : len(new) - suffix]
    missing = _words(gone)
    found = _words(come) if missing else missing
    return sum(
        len(word) * (number - found[word])
        for word, number in missing.items()
        if number > found[word]
    )


def _words(part: bytes) -> Counter[str]:
    """Some lines at a time: whoever calls this in a thread lets others in between."""
    found: Counter[str] = Counter()
    lines = part.decode(errors="ignore").split("\n")
    for start in range(0, len(lines), _LINES):
        found.update(_WORD.findall("\n".join(lines[start : start + _LINES])))
    return found


# -- from documents to pieces ----------------------------------------------------------------------


@dataclass(slots=True)
class _Pieces:
    """A version cut up: what is compared, the characters, and what each piece belongs to."""

    keys: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    sources: list[Part] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)  # the last piece of each block
    whole: set[int] = field(default_factory=set)  # numbers of the blocks that stay whole

    def add(self, key: str, text: str, source: Part) -> None:
        self.keys.append(key)
        self.texts.append(text)
        self.sources.append(source)

    def paragraphs(self) -> Paragraphs:
        """What is known of the blocks."""
        return Paragraphs(self.keys, self.texts, self.ends, self.whole)

    def add_end(self, key: str, text: str, source: Whole | End) -> None:
        if isinstance(source, Whole):
            self.whole.add(len(self.ends))
        self.ends.append(len(self.keys))
        self.add(key, text, source)

    def add_run(self, run: Run) -> None:
        words = _PIECE.findall(run.text)
        self.texts += words
        self.sources += [run] * len(words)
        marks = read_marks(visible(run.marks))
        if marks:
            prefix = f"\0{marks}\0"  # no word without marks is longer and begins so
            words = [prefix + word for word in words]
        self.keys += words


def _cut_both(old: Document, new: Document) -> tuple[_Pieces, _Pieces]:
    """Both in pieces; blocks that are the same and in order stay whole."""
    before, after = list(map(_line, old)), list(map(_line, new))
    whole_old: dict[int, str] = {}
    whole_new: dict[int, str] = {}
    for at, place, length in matches(before, after):
        for step in range(length):
            key = f"\0\0{at + step}"  # equal to the key of its like and to no other
            whole_old[at + step] = whole_new[place + step] = key
    return _cut(old, whole_old), _cut(new, whole_new)


def _line(block: Block) -> str:
    return _ENCODER.encode(block_to_json(uncommented(unmarked(block))))


def _cut(document: Document, whole: dict[int, str]) -> _Pieces:
    pieces = _Pieces()
    for number, block in enumerate(document):
        if number in whole:
            pieces.add_end(whole[number], block.plain_text + "\n", Whole(block))
            continue
        for inline in block.inlines:
            if isinstance(inline, Run):
                pieces.add_run(inline)
            else:
                pieces.add("\0" + _line(Block(inlines=(inline,))), "", inline)
        pieces.add_end(_END + _line(Block(block.kind, (), block.attrs)), "\n", End(block))
    return pieces


# -- from matches to spans -------------------------------------------------------------------------


def _without_chance(before: _Pieces, after: _Pieces, found: Sequence[Match]) -> list[Match]:
    """The matches without those that are shorter than what changes on both sides of them."""
    ends_old = [0, *accumulate(map(len, before.texts))]
    ends_new = [0, *accumulate(map(len, after.texts))]
    tail = (len(before.keys), len(after.keys), 0)
    kept: list[Match] = []
    for number, match in enumerate(found):
        kept.append(match)
        following = found[number + 1] if number + 1 < len(found) else tail
        while kept and _is_chance(after, kept, following, (ends_old, ends_new)):
            kept.pop()
    return kept


def _is_chance(
    pieces: _Pieces, kept: Sequence[Match], following: Match, ends: tuple[list[int], list[int]]
) -> bool:
    """Whether the last match is small beside the changes before and after it."""
    _, place, length = kept[-1]
    if length > _CHANCE:
        return False
    before = kept[-2] if len(kept) > 1 else (0, 0, 0)
    words = pieces.texts[place : place + length]
    size = len("".join(words).encode(errors="surrogatepass"))
    if size > _CHANCE or any(key.startswith(_END) for key in pieces.keys[place : place + length]):
        return False
    gone, come = (_gaps(before, kept[-1], following, ends[side], side) for side in (0, 1))
    characters = sum(map(len, words))
    beside = min(max(gone[0], come[0]), max(gone[1], come[1]))
    return characters <= beside and characters <= sum(gone) and characters <= sum(come)


def _gaps(
    before: Match, match: Match, after: Match, ends: Sequence[int], side: int
) -> tuple[int, int]:
    """The characters that change before and after a match, on one side."""
    return (
        ends[match[side]] - ends[before[side] + before[2]],
        ends[after[side]] - ends[match[side] + match[2]],
    )


def _spans(before: _Pieces, after: _Pieces, found: Sequence[Match]) -> Iterator[Span]:
    a = b = 0
    passage = 0
    for at, place, length in [*found, (len(before.keys), len(after.keys), 0)]:
        if at > a:
            yield Span(Change.REMOVED, _parts(before, a, at), passage)
        if place > b:
            yield Span(Change.ADDED, _parts(after, b, place), passage)
        if at > a or place > b:
            passage += 1
        if length:
            yield Span(Change.SAME, _parts(after, place, place + length))
        a, b = at + length, place + length


def _parts(pieces: _Pieces, first: int, last: int) -> tuple[Part, ...]:
    """The pieces between two places, those of one run put together."""
    sources, texts = pieces.sources, pieces.texts
    found: list[Part] = []
    while first < last:
        source, start = sources[first], first
        first += 1
        if isinstance(source, Run):
            while first < last and sources[first] is source:
                first += 1
            source = Run("".join(texts[start:first]), source.marks)
        found.append(source)
    return tuple(found)


def _is_end(key: str) -> bool:
    return key.startswith(_END)


def _text(part: Part) -> str:
    if isinstance(part, Run):
        return part.text
    if isinstance(part, Whole):
        return part.block.plain_text + "\n"
    return "\n" if isinstance(part, End) else ""


def _blocks(parts: Iterable[Part]) -> Iterator[Block]:
    """Parts put together again."""
    inlines: list[Inline] = []
    for part in parts:
        if isinstance(part, Run | Atom):
            inlines.append(part)
        elif isinstance(part, Whole) and not inlines:
            yield part.block
        else:
            own = part.block.inlines if isinstance(part, Whole) else ()
            yield normal(Block(part.block.kind, (*inlines, *own), part.block.attrs))
            inlines = []
    if inlines:
        yield normal(Block(inlines=tuple(inlines)))
