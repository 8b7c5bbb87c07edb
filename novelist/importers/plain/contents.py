# SPDX-License-Identifier: MIT
"""The printed table of contents: kept out of the chapters, and proof of what is a heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import Final

from novelist.importers.plain.headings import Heading, Rank, heading_of, plain
from novelist.importers.plain.layout import Group

_TITLE: Final = re.compile(r"\W*(?:table\s+of\s+)?contents\W*|\W*目\s*[录錄次]\W*", re.I)
_PAGE: Final = re.compile(r"(?:[\s.·…]{2,}|\t)(?:\d{1,4}|[ivxlc]{1,7})$")
_DIGITS: Final = "0123456789"
_LONGEST_ENTRY: Final = 160
_SENTENCE: Final = 60  # characters; what is longer and ends as a sentence is no entry
_ENDS: Final = re.compile(r"[.!?。！？][”’\"'」』)）]*$")
_MOST_LINES: Final = 3
_FEWEST: Final = 3
_WIDE_GAP: Final = 2
_MOST_STARTS: Final = 20  # places where contents may begin that are looked at


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

    @property
    def name(self) -> str:
        """The key without its number."""
        return self.key.rstrip(_DIGITS)


def find_contents(groups: Sequence[Group], headings: Mapping[int, Heading]) -> Contents | None:
    """The printed contents of a text, or None where it has none."""
    for start in islice(_starts(groups, headings), _MOST_STARTS):
        entries = _entries(groups, headings, start)
        listed = _listed(entries, _keys_below(groups, headings, entries))
        titled = _is_contents_title(groups[start].lines[0])
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
        if _is_contents_title(group.lines[0]):
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
    listing = _Listing(groups)
    for index in range(start, len(groups)):
        for entry in _group_entries(index, groups[index], headings.get(index)):
            if listing.ends_before(entry):
                return listing.entries
            listing.add(entry)
        if _is_prose(groups[index]) and not _is_list(groups[index]):
            return [entry for entry in listing.entries if entry.group < index]
    return listing.entries


class _Listing:
    """The entries read so far, and what they say of the next line without looking at all again."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.entries: list[_Entry] = []
        self._groups = groups
        self._seen: set[tuple[str, str]] = set()
        self._widest = _WIDE_GAP
        self._last: _Entry | None = None  # the last heading
        self._other: _Entry | None = None  # the last heading of another name than that

    def ends_before(self, entry: _Entry) -> bool:
        """Whether a line is no entry any more: it comes again, or it stands apart."""
        again = (self._above(entry), entry.key) in self._seen
        first = bool(self.entries) and entry.key == self.entries[0].key
        return again or first or self._stands_apart(entry)

    def add(self, entry: _Entry) -> None:
        """Take a line in; the title of the contents and a line without words are no entries."""
        if entry.heading is not None:
            self._seen.add((self._above(entry), entry.key))
        if not entry.key or _TITLE.fullmatch(entry.text):
            return
        if self.entries:
            self._widest = max(self._widest, self._groups[entry.group].gap)
        self.entries.append(entry)
        if entry.heading is not None:
            if self._last is not None and self._last.name != entry.name:
                self._other = self._last
            self._last = entry

    def _stands_apart(self, entry: _Entry) -> bool:
        """Whether an unnumbered line stands further below the list than its lines of each other."""
        if entry.heading is not None or len(self.entries) < _FEWEST:
            return False
        return self._groups[entry.group].gap > self._widest

    def _above(self, entry: _Entry) -> str:
        """The key of the heading that a chapter stands under: the last of another name."""
        if entry.heading is None or entry.heading.rank is Rank.PART:
            return ""
        same = self._last is not None and self._last.name == entry.name
        holder = self._other if same else self._last
        return holder.key if holder else ""


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
    titles = sum(1 for _ in takewhile(_is_contents_title, group.lines[:-1]))
    if titles:
        return _group_entries(index, group.after(titles), None)
    return [_Entry(index, text, heading or _line_heading(text))]


def _is_contents_title(line: str) -> bool:
    return _TITLE.fullmatch(line.strip()) is not None


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
    subtitles = _subtitles(listed)
    index = _Index((plain(group.text), at) for at, group in enumerate(groups) if _is_short(group))
    position = end
    for place, (entry, (own, limit)) in enumerate(zip(listed, places, strict=True)):
        if own is not None:
            position = own + 1
        elif entry.heading is None and place not in subtitles:
            at = index.first(entry.key, position)
            if at is not None and (limit is None or at < limit):
                found[at] = _heading(groups[at], entry)
                position = at + 1
    return found


def _is_short(group: Group) -> bool:
    return len(group.text) <= _LONGEST_ENTRY


def _heading(group: Group, entry: _Entry) -> Heading:
    return Heading(Rank.CHAPTER, group.text.strip(" _*"), entry.key, lines=len(group.lines))


def _places(
    headings: Mapping[int, Heading], listed: Sequence[_Entry], end: int
) -> list[tuple[int | None, int | None]]:
    """For each entry the group that is its heading, in order, and that of the next with one."""
    index = _Index((headings[at].key, at) for at in sorted(headings))
    places: list[int | None] = []
    position = end
    for entry in listed:
        at = index.first(entry.key, position) if entry.heading else None
        places.append(at)
        position = position if at is None else at + 1
    following: list[int | None] = [None]
    for at in reversed(places[1:]):
        following.append(following[-1] if at is None else at)
    return list(zip(places, reversed(following), strict=True))


class _Index:
    """Where each key stands; the pairs of key and place come in order."""

    def __init__(self, pairs: Iterable[tuple[str, int]]) -> None:
        self._places: dict[str, list[int]] = {}
        for key, place in pairs:
            self._places.setdefault(key, []).append(place)

    def first(self, key: str, start: int) -> int | None:
        """The first place of a key from ``start`` on, or None where there is none."""
        places = self._places.get(key, [])
        after = bisect_left(places, start)
        return places[after] if after < len(places) else None


def _subtitles(listed: Sequence[_Entry]) -> set[int]:
    """The entries that are titles of the numbered ones above them, where most of those have one."""
    named = [at for at, entry in enumerate(listed[:-1]) if entry.heading is not None]
    titled = {at + 1 for at in named if listed[at + 1].heading is None}
    return titled if len(titled) * 2 > len(named) else set()
