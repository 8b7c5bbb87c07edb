# SPDX-License-Identifier: MIT
"""Half-width marks beside Han characters, and the full-width ones that belong there.

A mark is changed where Han stands before it, or behind it; brackets and straight quotes in pairs.
Digits, Latin words and the spaces between them stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from novelist.domain.finding.replacing import Change
from novelist.domain.typing.letters import has_han, is_han_letter, is_han_mark

EXPRESSION: Final = r'[,.!?:;()"]|--'
"""What every text holds in which there is something to repair."""

_FULL: Final = {",": "，", ".": "。", "!": "！", "?": "？", ":": "：", ";": "；"}
_MARK: Final = re.compile(r"\.{3,}|-{2,}|[,.!?:;]")
_BRACKET: Final = re.compile(r"[()]")
_PASSED_OVER: Final = "\"')”’」』）》"  # between a mark and the words that it belongs to


@dataclass(frozen=True, slots=True)
class Repair:
    """Changes that belong together: one mark, or both of a pair."""

    changes: tuple[Change, ...]

    @property
    def start(self) -> int:
        """Where the first is."""
        return self.changes[0].start

    @property
    def end(self) -> int:
        """Where the last ends."""
        return self.changes[-1].end


def repairs(text: str) -> list[Repair]:
    """What can be repaired in a paragraph, in order."""
    if not has_han(text):
        return []
    found = [*_marks(text), *_brackets(text), *_quotes(text)]
    return sorted(found, key=lambda each: each.start)


def _marks(text: str) -> Iterator[Repair]:
    for match in _MARK.finditer(text):
        start, end = match.span()
        if not _is_beside_han(text, start, end):
            continue
        first = match[0][0]
        if len(match[0]) > 1:
            new = "……" if first == "." else "——"
        else:
            new = _FULL[first]
            end += text[end : end + 1] == " "  # a full-width mark brings its own
        yield Repair((Change(start, end, new),))


def _is_beside_han(text: str, start: int, end: int) -> bool:
    before = text[:start].rstrip(_PASSED_OVER)[-1:]
    behind = text[end:].lstrip(" \"'(“‘「『（《")[:1]
    last = text[start - 1 : start] if start else ""
    if _is_han(before) or (last and is_han_mark(last) and last not in "“‘"):
        return True
    is_stop = text[start:end] in (".", ":")  # “3.14”, “12:30”, “a.com” and the end of “OK.”
    return bool(before) and not is_stop and is_han_letter(behind or " ")


def _is_han(character: str) -> bool:
    return bool(character) and (is_han_letter(character) or character in "，。！？：；…—")


def _brackets(text: str) -> Iterator[Repair]:
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] == "(":
            opened.append(match.start())
        elif opened:
            yield from _pair(text, opened.pop(), match.start(), "（）")


def _quotes(text: str) -> Iterator[Repair]:
    places = [number for number, character in enumerate(text) if character == '"']
    for first, last in zip(places[::2], places[1::2], strict=False):
        yield from _pair(text, first, last, "“”")


def _pair(text: str, first: int, last: int, full: str) -> Iterator[Repair]:
    around = text[first - 1 : first] if first else ""
    is_han = _is_han(around) or _is_han(text[last + 1 : last + 2])
    if is_han or has_han(text[first:last]):
        yield Repair((Change(first, first + 1, full[0]), Change(last, last + 1, full[1])))


def in_order(chosen: Iterable[Repair]) -> list[Change]:
    """All changes of some repairs of one paragraph, in order."""
    return sorted(change for repair in chosen for change in repair.changes)
