# SPDX-License-Identifier: MIT
"""The printed table of contents: kept out of the chapters, and proof of what is a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from novelist.importers.headings import Heading, Rank, heading_of, plain
from novelist.importers.layout import Group

_TITLE: Final = re.compile(r"\W*(?:table\s+of\s+)?contents\W*|\W*目\s*[录錄次]\W*", re.I)
_PAGE: Final = re.compile(r"(?:[\s.·…]{2,}|\t)(?:\d{1,4}|[ivxlc]{1,7})$")
_DIGITS: Final = "0123456789"
_LONGEST_ENTRY: Final = 160
_SENTENCE: Final = 60  # characters; what is longer and ends as a sentence is no entry
_ENDS: Final = re.compile(r"[.!?。！？][”’\"'」』)）]*$")
_MOST_LINES: Final = 3
_FEWEST: Final = 3
_WIDE_GAP: Final = 2


@dataclass(frozen=True, slots=True)
class Contents:
    """Groups ``start`` to ``end`` (not included) are the contents; ``found`` are headings proved.

    The keys of ``found`` are indexes of groups whose words the contents name.
    """

    start: int
    end: int
    found: Mapping[int, Heading] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the contents; ``heading`` is None where only its place proves it to be one."""

    group: int
    text: str
    heading: Heading | None

    @property
    def key(self) -> str:
        return self.heading.key if self.heading else plain(self.text)


def find_contents(groups: Sequence[Group], headings: Mapping[int, Heading]) -> Contents | None:
    """The printed contents of a text, or None where it has none."""
    for start in _starts(groups, headings):
        entries = _entries(groups, headings, start)
        listed = _listed(entries, _keys_below(groups, headings, entries))
        titled = _TITLE.fullmatch(groups[start].lines[0].strip())
        if len(listed) >= _FEWEST and (titled or _lists_most(listed, headings)):
            end = listed[-1].group + 1
            return Contents(start, end, _proved(groups, headings, listed, end))
    return None


def _lists_most(listed: Sequence[_Entry], headings: Mapping[int, Heading]) -> bool:
    """Whether there are no more headings below than the entries name."""
    below = sum(1 for index in headings if index > listed[-1].group)
    return below <= len(listed)


def _starts(groups: Sequence[Group], headings: Mapping[int, Heading]) -> Iterator[int]:
    """Where contents may begin: under their title, or at headings without text between them."""
    for index, group in enumerate(groups):
        if _TITLE.fullmatch(group.lines[0].strip()):
            yield index
    order = sorted(headings)
    for first, third in zip(order, order[2:], strict=False):
        if third - first <= 2 * _FEWEST and not any(
            _is_prose(groups[between]) for between in range(first, third)
        ):
            yield first
            return


def _is_prose(group: Group) -> bool:
    text = group.text
    if len(group.lines) > _MOST_LINES or len(text) > _LONGEST_ENTRY:
        return True
    return len(text) > _SENTENCE and bool(_ENDS.search(text)) and heading_of(group) is None


def _entries(groups: Sequence[Group], headings: Mapping[int, Heading], start: int) -> list[_Entry]:
    """Every entry from ``start`` to the first prose or the first heading that comes again."""
    entries: list[_Entry] = []
    seen: set[tuple[str, str]] = set()
    for index in range(start, len(groups)):
        for entry in _group_entries(index, groups[index], headings.get(index)):
            path = (_above(entries, entry), entry.key)
            again = path in seen or bool(entries and entry.key == entries[0].key)
            if again or _stands_apart(groups, entries, entry):
                return entries
            if entry.heading is not None:
                seen.add(path)
            if entry.key and not _TITLE.fullmatch(entry.text):
                entries.append(entry)
        if _is_prose(groups[index]) and not _is_list(groups[index]):
            return [entry for entry in entries if entry.group < index]
    return entries


def _stands_apart(groups: Sequence[Group], entries: Sequence[_Entry], entry: _Entry) -> bool:
    """Whether an unnumbered line stands further below the list than its lines do of each other."""
    if entry.heading is not None or len(entries) < _FEWEST:
        return False
    widest = max(groups[each.group].gap for each in entries[1:])
    return groups[entry.group].gap > max(widest, _WIDE_GAP)


def _above(entries: Sequence[_Entry], entry: _Entry) -> str:
    """The key of the heading that a chapter stands under: the last of another name."""
    if entry.heading is None or entry.heading.rank is Rank.PART:
        return ""
    name = entry.key.rstrip(_DIGITS)
    return next(
        (e.key for e in reversed(entries) if e.heading and e.key.rstrip(_DIGITS) != name), ""
    )


def _is_list(group: Group) -> bool:
    """Whether most lines of a group are entries."""
    named = sum(1 for line in group.lines if _line_heading(line) or _PAGE.search(line))
    return named * 2 > len(group.lines)


def _group_entries(index: int, group: Group, heading: Heading | None) -> list[_Entry]:
    """A group of many lines has an entry a line; a short one is one entry."""
    if len(group.lines) > 1 and _is_list(group):
        lines = [_PAGE.sub("", line.strip()) for line in group.lines]
        return [_Entry(index, line, _line_heading(line)) for line in lines]
    text = _PAGE.sub("", group.text)
    if _TITLE.fullmatch(group.lines[0].strip()) and len(group.lines) > 1:
        return _group_entries(index, group.after(1), None)
    return [_Entry(index, text, heading or _line_heading(text))]


def _line_heading(line: str) -> Heading | None:
    return heading_of(Group((_PAGE.sub("", line.strip()),), 0, 0)) if line.strip() else None


def _keys_below(
    groups: Sequence[Group], headings: Mapping[int, Heading], entries: Sequence[_Entry]
) -> set[str]:
    """The keys of all that stands below the entries."""
    if not entries:
        return set()
    below = range(entries[-1].group + 1, len(groups))
    return {
        headings[index].key if index in headings else plain(groups[index].text)
        for index in below
        if index in headings or not _is_prose(groups[index])
    }


def _listed(entries: Sequence[_Entry], below: set[str]) -> list[_Entry]:
    """The entries up to the last that comes again; none where most headings do not."""
    last = max((place for place, entry in enumerate(entries) if entry.key in below), default=-1)
    listed = list(entries[: last + 1])
    named = [entry for entry in listed if entry.heading is not None]
    if not named and any(entry.text[:1].islower() for entry in listed):
        return []
    named = named or listed
    again = sum(1 for entry in named if entry.key in below)
    return listed if again * 2 > len(named) else []


def _proved(
    groups: Sequence[Group], headings: Mapping[int, Heading], listed: Sequence[_Entry], end: int
) -> dict[int, Heading]:
    """Headings below that only the contents name, each searched between its neighbours."""
    found: dict[int, Heading] = {}
    places = _places(headings, listed, end)
    position = end
    for place, entry in enumerate(listed):
        own = places[place]
        if own is not None:
            position = own + 1
        elif entry.heading is None and not _is_subtitle(listed, place):
            limit = next((p for p in places[place + 1 :] if p is not None), len(groups))
            index = _find(groups, entry.key, position, limit)
            if index is not None:
                found[index] = _heading(groups[index], entry)
                position = index + 1
    return found


def _heading(group: Group, entry: _Entry) -> Heading:
    return Heading(Rank.CHAPTER, group.text.strip(" _*"), entry.key, lines=len(group.lines))


def _places(
    headings: Mapping[int, Heading], listed: Sequence[_Entry], end: int
) -> list[int | None]:
    """For each entry the group that is its heading, in order."""
    below = [index for index in sorted(headings) if index >= end]
    places: list[int | None] = []
    position = 0
    for entry in listed:
        again = (
            next(
                (at for at in range(position, len(below)) if headings[below[at]].key == entry.key),
                None,
            )
            if entry.heading
            else None
        )
        places.append(None if again is None else below[again])
        position = position if again is None else again + 1
    return places


def _is_subtitle(listed: Sequence[_Entry], place: int) -> bool:
    """Whether an entry is the title of the numbered one above it: most of those have one."""
    if place == 0 or listed[place - 1].heading is None:
        return False
    named = [at for at, entry in enumerate(listed[:-1]) if entry.heading is not None]
    titled = sum(1 for at in named if listed[at + 1].heading is None)
    return titled * 2 > len(named)


def _find(groups: Sequence[Group], key: str, start: int, end: int) -> int | None:
    for index in range(start, end):
        if len(groups[index].text) <= _LONGEST_ENTRY and plain(groups[index].text) == key:
            return index
    return None
