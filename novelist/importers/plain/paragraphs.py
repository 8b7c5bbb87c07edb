# SPDX-License-Identifier: MIT
"""From the lines of a plain text to blocks: joined paragraphs, verse, quotations, letters."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from novelist.domain.document import (
    LETTER,
    PARAGRAPH,
    QUOTATION,
    VERSE,
    Block,
    JsonValue,
    normal,
)
from novelist.importers.plain.emphasis import inlines
from novelist.importers.plain.layout import (
    Group,
    Layout,
    breaks_early,
    columns,
    group_indent,
    indent,
)
from novelist.importers.watch import Watch

_INDENT: Final = 2  # columns that set a block apart
_CENTRED: Final = 8  # columns at the least before a centred line, and four between its sides
_SHORT_LINE: Final = 60  # columns; where paragraphs are lines, shorter ones together are verse
_SALUTATION: Final = re.compile(
    r"\W*(?:my\s+)?(?:(?:very\s+)?(?:own\s+)?(?:dear|dearest|beloved)\b|friend\b[.,:—-]|"
    r"(?:sir|madam|gentlemen|my\s+lord)[,:.—-])",
    re.I,
)
_COLUMNS: Final = re.compile(r"\S {3}")  # spaces inside a line put its parts below each other
_SENTENCE_END: Final = re.compile(r"[.!?…:。！？：—]\W*$")
_WIDE: Final = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f\U00020000-\U0003fffd"
_NEAR_WIDE: Final = rf"{_WIDE}“”‘’—…"
_NO_SPACE: Final = re.compile(
    rf"(?<=[{_WIDE}])\n(?=[{_NEAR_WIDE}])|(?<=[{_NEAR_WIDE}])\n(?=[{_WIDE}])"
    r"|(?<=\w-)\n(?=\w)|(?<=\w--)\n|(?<=\w—)\n"
)


class ParagraphReader:
    """Makes blocks of the groups of one text."""

    def __init__(self, layout: Layout, watch: Watch, *, keep_emphasis: bool = True) -> None:
        self._layout = layout
        self._watch = watch
        self._keep_emphasis = keep_emphasis

    def blocks(self, groups: Sequence[Group], set_off: Collection[int] = ()) -> Iterator[Block]:
        """The blocks of a scene; the groups numbered in ``set_off`` are quotations."""
        if not self._layout.wrapped:
            for group in groups:
                yield from self._line_paragraphs(group)
            return
        base = _usual_indent(groups, self._layout)
        above = PARAGRAPH
        for group in groups:
            made = list(self._wrapped(group, base, above, group.number in set_off))
            above = made[-1].kind
            yield from made

    def _line_paragraphs(self, group: Group) -> Iterator[Block]:
        """A paragraph a line; short lines that do not end as sentences are verse."""
        short = len(group.lines) > 1 and max(map(columns, group.lines)) < _SHORT_LINE
        if short and _ended(group.lines) * 2 <= len(group.lines):
            yield self._verse(group.lines)
            return
        for line in group.lines:
            yield self._made(PARAGRAPH, line.strip())

    def _wrapped(self, group: Group, base: int, above: str, set_off: bool) -> Iterator[Block]:
        inset = group_indent(group, self._layout) - base
        if len(group.lines) == 1 and inset >= _INDENT:
            yield self._single(group.lines[0], above)
        elif self._is_verse(group.lines, inset):
            yield from self._broken(group.lines, inset)
        else:
            kind = _prose_kind(group, above, inset >= _INDENT, set_off)
            for lines in _paragraphs(group.lines):
                yield self._made(kind, join_lines(lines))

    def _single(self, line: str, above: str) -> Block:
        """One line that is set in: centred, at the right, or part of what is set in above it."""
        left, right = indent(line), self._layout.width - columns(line)
        text = line.strip()
        if text.isupper() or (left >= _CENTRED and abs(left - right) <= _CENTRED // 2):
            return self._made(PARAGRAPH, text, align="center")
        if right < _CENTRED // 2 and left * 2 > self._layout.width:
            return self._made(PARAGRAPH, text, align="right")
        kind = above if above in (VERSE, LETTER) else QUOTATION
        return self._made(kind, text)

    def _is_verse(self, lines: Sequence[str], inset: int) -> bool:
        """Whether the lines break where they need not; those not set in must be short as well."""
        width = self._layout.width
        breaks = len(lines) - 1
        early = sum(
            1 for line, below in itertools.pairwise(lines) if breaks_early(line, below, width)
        )
        if inset > 0:
            return early * 2 > breaks or len({indent(line) for line in lines[1:]}) > 1
        return breaks > 0 and early == breaks and max(map(columns, lines[:-1])) * 10 < width * 7

    def _broken(self, lines: Sequence[str], inset: int) -> Iterator[Block]:
        """Lines that break where they need not: sentences, a signature, or else verse."""
        table = any(_COLUMNS.search(line) for line in lines)
        if inset <= 0 and not table and _ended(lines) == len(lines):
            for line in lines:
                yield self._made(PARAGRAPH, line.strip())
        elif inset <= 0 and len(lines) == 2:
            yield self._made(PARAGRAPH, "\n".join(line.strip() for line in lines))
        else:
            yield self._verse(lines)

    def _verse(self, lines: Sequence[str]) -> Block:
        """One stanza; the indents of its lines are kept as far as they differ."""
        least = min(map(indent, lines))
        kept = [" " * (indent(line) - least) + line.strip() for line in lines]
        return self._made(VERSE, "\n".join(kept))

    def _made(self, kind: str, text: str, **attrs: JsonValue) -> Block:
        self._watch.step()
        return normal(Block(kind, inlines(text, keep_emphasis=self._keep_emphasis), attrs))


def join_lines(lines: Sequence[str]) -> str:
    """The lines as one: with a space, but with none between Han characters or after a hyphen."""
    text = "\n".join(line.strip() for line in lines)
    return _NO_SPACE.sub("", text).replace("\n", " ")


def _ended(lines: Sequence[str]) -> int:
    """How many lines end as sentences do."""
    return sum(1 for line in lines if _SENTENCE_END.search(line))


def _prose_kind(group: Group, above: str, inset: bool, set_off: bool) -> str:
    if not inset:
        return QUOTATION if set_off else PARAGRAPH
    return LETTER if above == LETTER or _SALUTATION.match(group.text) else QUOTATION


def _usual_indent(groups: Sequence[Group], layout: Layout) -> int:
    """How far nearly all lines are set in."""
    lines: Counter[int] = Counter()
    for group in groups:
        lines[group_indent(group, layout)] += len(group.lines)
    if not lines:
        return 0
    usual, count = lines.most_common(1)[0]
    return usual if count * 5 > lines.total() * 4 else 0


def _paragraphs(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """Lines without blanks between them, cut where one is set in after the end of a sentence."""
    least = min(map(indent, lines))
    start = 0
    for index in range(1, len(lines)):
        begins = indent(lines[index]) >= least + _INDENT
        if begins and _SENTENCE_END.search(lines[index - 1]):
            yield lines[start:index]
            start = index
    yield lines[start:]
