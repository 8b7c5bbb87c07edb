# SPDX-License-Identifier: MIT
"""How a plain text is set: in lines of one width or a paragraph a line, with blanks or without."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_ENDS: Final = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]")
# Control characters but tab and newline; lone surrogates; object replacement; noncharacters.
_CONTROL: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff]"
)
_WIDE: Final = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
    "\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
_SENTENCE_END: Final = re.compile(r"[.!?。！？…][”’\"'」』）)_]*$")
_TAB: Final = 4
_WIDEST: Final = 110  # columns; a longer line is a paragraph
_NARROWEST: Final = 30
_SLACK: Final = 10  # columns that a wrapped line may leave although the next word would fit
_PLACES: Final = 20_000  # lines looked at to measure a file


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that stand together, after ``gap`` blank ones; the first is the ``number``-th."""

    lines: tuple[str, ...]
    gap: int
    number: int

    @property
    def text(self) -> str:
        """The lines as one, without their indents."""
        return " ".join(line.strip() for line in self.lines)

    def after(self, count: int) -> Group:
        """What is left below the first ``count`` lines, as a group without a gap."""
        return Group(self.lines[count:], 0, self.number + count)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is set."""

    wrapped: bool  # paragraphs are broken into lines
    spaced: bool  # blank lines separate the paragraphs
    width: int  # of a full line, in columns
    first_indent: int = 0  # of the first line of nearly every paragraph, in columns


def clean(text: str) -> tuple[str, int]:
    r"""The text with ``\\n`` for every line end and no control characters, and how many it had."""
    return _CONTROL.subn("", _ENDS.sub("\n", text))


def count_lines(text: str) -> int:
    """How many lines ``clean`` will make of a text at the most."""
    return 1 + sum(text.count(end) for end in "\n\r\x0b\x0c\x85\u2028\u2029") - text.count("\r\n")


def columns(line: str) -> int:
    """How wide a line is set in type of one width: wide characters take two columns."""
    return len(line) if line.isascii() else len(line) + len(_WIDE.findall(line))


def indent(line: str) -> int:
    """The columns of white space before a line."""
    lead = line[: len(line) - len(line.lstrip())]
    return columns(lead) + lead.count("\t") * (_TAB - 1)


def group_indent(group: Group, layout: Layout) -> int:
    """How far a group is set in, the indent of a first line not counted."""
    least = min(map(indent, group.lines))
    return 0 if len(group.lines) == 1 and least == layout.first_indent else least


def breaks_early(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line would have fitted, so that the break is meant."""
    stripped = following.lstrip()
    if not stripped:
        return False
    word = 2 if _WIDE.match(stripped) else len(stripped.split(None, 1)[0]) + 1
    return columns(line) + word <= width - _SLACK


def measure(lines: Sequence[str]) -> Layout:
    """How the text is set, from its first lines; the lines have no white space at their ends."""
    sample = lines[:_PLACES]
    pairs = [(line, below) for line, below in itertools.pairwise(sample) if line]
    inner = [(line, below) for line, below in pairs if below]
    starts = sum(1 for above, line in itertools.pairwise(sample) if line and not above)
    width = _full_width(inner)
    written = len(pairs) or 1
    wrapped = (
        _NARROWEST <= width <= _WIDEST and len(inner) * 5 >= written and _runs_on(inner, width)
    )
    spaced = wrapped or starts * 2 >= written
    return Layout(wrapped, spaced, width, _first_indent(sample) if wrapped else 0)


def _runs_on(inner: Sequence[tuple[str, str]], width: int) -> bool:
    """Whether most lines are full and do not end as sentences do."""
    full = sum(1 for line, below in inner if not breaks_early(line, below, width))
    ended = sum(1 for line, _ in inner if _SENTENCE_END.search(line))
    return full * 5 >= len(inner) * 3 and ended * 5 < len(inner) * 3


def _first_indent(lines: Sequence[str]) -> int:
    """The indent of lines above one that is not set in, where most paragraphs have it."""
    starts: Counter[int] = Counter()
    for above, line, below in zip(["", *lines], lines, lines[1:], strict=False):
        if line and below and not above:
            starts[max(0, indent(line) - indent(below))] += 1
    usual, count = starts.most_common(1)[0] if starts else (0, 0)
    return usual if count * 2 > starts.total() else 0


def _full_width(inner: Sequence[tuple[str, str]]) -> int:
    """The width that nearly all lines with a line below keep within."""
    widths = sorted(columns(line) for line, _ in inner)
    return widths[len(widths) * 97 // 100] if widths else 0


def group_lines(lines: Sequence[str], layout: Layout) -> list[Group]:
    """The groups of a text: between blank lines, or line by line where these separate nothing."""
    drafts: list[tuple[int, int, list[str]]] = []
    gap = 0
    for number, line in enumerate(lines, 1):
        if not line:
            gap += 1
            continue
        if layout.spaced and gap == 0 and drafts:
            drafts[-1][2].append(line)
        else:
            drafts.append((gap, number, [line]))
        gap = 0
    return [Group(tuple(written), gap, number) for gap, number, written in drafts]
