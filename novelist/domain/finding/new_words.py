# SPDX-License-Identifier: MIT
"""What takes the place of one match: as it was typed, with groups, or in the match's capitals.

The capitals of plain words are kept. What stands in the groups of an expression is the writer's own
text already, so its replacement is written as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from novelist.domain.finding.finding import Finder, Found, Pattern, Span
from novelist.errors import PatternError, PatternFault

_PART: Final = re.compile(
    r"\$\$|\\\\|\\n|\\t"
    r"|\$(?P<number>\d{1,2})|\\(?P<slashed>\d{1,2})|\$&"
    r"|\$\{(?P<braced>\w+)\}|\\g<(?P<named>\w+)>"
)
_PLAIN: Final = {"$$": "$", "\\\\": "\\", "\\n": "\n", "\\t": "\t"}
_APOSTROPHE: Final = re.compile(r"(?<=\w)['\u2019](?=\w)")


@dataclass(frozen=True, slots=True)
class Rule:
    """What is looked for and what is to stand there instead."""

    pattern: Pattern
    new: str = ""
    keep_capitals: bool = False  # of plain words


@dataclass(frozen=True, slots=True)
class _Group:
    """A group of an expression, by number or name."""

    name: int | str


class NewWords:
    """What takes the place of each span that the finder of some rules finds.

    Raises ``PatternError`` for a group that an expression does not have.
    """

    def __init__(self, finder: Finder, rules: Sequence[Rule]) -> None:
        self._finder, self._rules = finder, tuple(rules)
        self._parts = [self._parsed(number, rule) for number, rule in enumerate(rules)]

    def __call__(self, text: str, span: Span) -> str:
        """The new words for a span of a text; the old where it is no match any more."""
        rule, old = self._rules[span.pattern], text[span.start : span.end]
        if rule.pattern.is_expression:
            found = self._finder.match(text, span)
            if found is None:
                return old
            return "".join(_said(part, found) for part in self._parts[span.pattern])
        new = _with_apostrophes_of(old, rule.new)
        return in_capitals_of(old, new, rule.pattern.text) if rule.keep_capitals else new

    def _parsed(self, number: int, rule: Rule) -> list[str | _Group]:
        if not rule.pattern.is_expression:
            return []
        count, names = self._finder.groups(number)
        parts: list[str | _Group] = []
        done = 0
        for found in _PART.finditer(rule.new):
            parts += [rule.new[done : found.start()], *_part(found, count, names)]
            done = found.end()
        return [*parts, rule.new[done:]]


def in_capitals_of(old: str, new: str, typed: str = "") -> str:
    """New words with the capitals of the old: "HARBOUR" gives "JETTY", "Harbour" gives "Jetty".

    Where the old ones are written as they were ``typed`` to be found, the new ones stay as typed.
    """
    if old == typed or not old or not new:
        return new
    cased = [character for character in old if character.upper() != character.lower()]
    if not cased:
        return new
    if len(cased) > 1 and all(character.isupper() for character in cased):
        return new if typed.isupper() else new.upper()
    if cased[0].isupper():
        return _with_first(new, str.upper)
    first = next((each for each in typed if each.upper() != each.lower()), "")
    return _with_first(new, str.lower) if first.isupper() else new


def _with_first(text: str, change: Callable[[str], str]) -> str:
    """The text with its first letter changed."""
    for place, character in enumerate(text):
        if character.upper() != character.lower():
            return text[:place] + change(character) + text[place + 1 :]
    return text


def _with_apostrophes_of(old: str, new: str) -> str:
    found = _APOSTROPHE.search(old)
    return _APOSTROPHE.sub(found[0], new) if found else new


def _said(part: str | _Group, found: Found) -> str:
    return part if isinstance(part, str) else found.group(part.name) or ""


def _part(found: re.Match[str], count: int, names: frozenset[str]) -> list[str | _Group]:
    """What a sign in the replacement stands for: characters, or a group."""
    if found[0] in _PLAIN:
        return [_PLAIN[found[0]]]
    if found[0] == "$&":
        return [_Group(0)]
    digits = found["number"] or found["slashed"]
    name = digits or found["braced"] or found["named"]
    if digits and len(digits) == 2 and int(digits) > count >= int(digits[0]):
        return [_Group(int(digits[0])), digits[1]]
    if name.isdecimal() and int(name) <= count:
        return [_Group(int(name))]
    if name in names:
        return [_Group(name)]
    raise PatternError(PatternFault.UNKNOWN_GROUP, found.start())
