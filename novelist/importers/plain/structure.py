# SPDX-License-Identifier: MIT
"""Which headings of a plain text are real, what they name, and what stands under each."""

from __future__ import annotations

import re
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from novelist.domain.enums import ItemKind
from novelist.importers.plain.contents import Contents, find_contents
from novelist.importers.plain.headings import Heading, Rank, heading_of, is_han, plain
from novelist.importers.plain.layout import Group
from novelist.importers.watch import Watch

_LONGEST_TITLE: Final = 100
_LONGEST_HAN_TITLE: Final = 30
_MOST_TITLE_LINES: Final = 2
_FEWEST_NUMBERS: Final = 3
_WIDE_GAP: Final = 3
_ENDS_SENTENCE: Final = re.compile(r"[.,;:!?…。，；：！？”’\"')）—-]$")
_BEGINS_SPEECH: Final = re.compile(r"[“‘\"'「『—–-]|[a-z]")
_THE_END: Final = re.compile(r"\W*(?:the\s+end|finis|end|全书完|全書完|全文完|完|剧终|终)\W*", re.I)


@dataclass(slots=True)
class Section:
    """The groups under one heading; without one they stand before the first."""

    heading: Heading | None
    groups: list[Group] = field(default_factory=list)


@dataclass(slots=True)
class Structure:
    """``sections`` in reading order, the first without a heading.

    ``contents`` is the printed table of contents, ``between`` what stands between it and the first
    heading, ``after`` what follows the words that end the novel, ``repeated`` the lines left out
    because they only repeat the heading above them.
    """

    sections: list[Section]
    contents: list[Group] = field(default_factory=list)
    between: list[Group] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    after: list[Group] = field(default_factory=list)


def find_structure(groups: Sequence[Group], watch: Watch) -> Structure:
    """The headings of a text and what stands under each; nothing of the text is left out."""
    every: dict[int, Heading] = {}
    for index, group in enumerate(groups):
        watch.step()
        if (heading := heading_of(group)) is not None:
            every[index] = heading
    contents = find_contents(groups, every)
    headings = _without_stray_numbers(_outside(every, contents))
    headings = _by_layout(groups, headings)
    headings, taken = _titled(groups, headings, contents)
    headings = _ranked(groups, headings, taken)
    structure = _sections(groups, headings, contents, taken)
    structure.after = _after_end(structure.sections)
    return structure


def _outside(every: Mapping[int, Heading], contents: Contents | None) -> dict[int, Heading]:
    if contents is None:
        return dict(every)
    kept = {
        index: heading
        for index, heading in every.items()
        if not contents.start <= index < contents.end
    }
    return dict(sorted({**kept, **contents.found}.items()))


def _without_stray_numbers(headings: Mapping[int, Heading]) -> dict[int, Heading]:
    """Bare numbers stay where they count from one, with text between, three or more in all."""
    counted = {index for bare in (True, False) for index in _counted(headings, bare)}
    return {i: heading for i, heading in headings.items() if not heading.lone or i in counted}


def _counted(headings: Mapping[int, Heading], bare: bool) -> set[int]:
    """The lone numbers, with titles or without, that follow each other from one."""
    runs: list[list[int]] = []
    last = 0
    for index, heading in headings.items():
        if not heading.lone or heading.bare is not bare:
            continue
        if heading.number == last + 1 and runs:
            runs[-1].append(index)
        elif heading.number == 1:
            runs.append([index])
        else:
            continue
        last = heading.number
    spread = [run for run in runs if len(run) > 1 and run[-1] - run[0] >= 2 * (len(run) - 1)]
    counted = {index for run in spread for index in run}
    return counted if len(counted) >= _FEWEST_NUMBERS else set()


def _by_layout(groups: Sequence[Group], headings: Mapping[int, Heading]) -> dict[int, Heading]:
    """Headings that only their capitals and the space around them tell."""
    numbered = [index for index, heading in headings.items() if heading.number is not None]
    if not numbered:
        return dict(headings)
    usual = statistics.median(groups[index].gap for index in numbered)
    found = dict(headings)
    for index in range(numbered[0] + 1, len(groups) - 1):
        group = groups[index]
        if (
            index not in headings
            and index - 1 not in headings
            and group.gap >= max(_WIDE_GAP, usual)
            and groups[index + 1].gap > 1
            and len(group.lines) == 1
            and _is_capital(group.text)
            and not _ENDS_SENTENCE.search(group.text)
            and not _THE_END.fullmatch(group.text)
        ):
            text = group.text.strip(" _*")
            kind = ItemKind.BACK if index > numbered[-1] else ItemKind.CHAPTER
            found[index] = Heading(Rank.CHAPTER, text, plain(text), kind=kind)
    return dict(sorted(found.items()))


def _is_capital(text: str) -> bool:
    """Whether all letters are capitals but those between underscores."""
    letters = [letter for letter in re.sub("_[^_]*_", "", text) if letter.isalpha()]
    small = sum(1 for letter in letters if letter.islower())
    capital = sum(1 for letter in letters if letter.isupper())
    return capital > 1 and small * 10 <= capital


def _titled(
    groups: Sequence[Group], headings: Mapping[int, Heading], contents: Contents | None
) -> tuple[dict[int, Heading], set[int]]:
    """Headings with the titles printed below them, where that is the way of the book.

    The second value holds the groups that were taken as titles.
    """
    found, taken = dict(headings), set()
    start = -1 if contents is None else contents.start - 1  # a heading here has no title below
    for rank in Rank:
        bare = [i for i, heading in headings.items() if heading.bare and heading.rank is rank]
        below = {i: g for i in bare if i != start and (g := _below(groups, headings, i))}
        for index in _with_titles(groups, below, len(bare)):
            group = below[index]
            own = group.number < groups[index].number + len(groups[index].lines)
            found[index] = headings[index].with_title(_spoken(group.text), own * len(group.lines))
            if not own:
                taken.add(index + 1)
    return found, taken


def _with_titles(groups: Sequence[Group], below: Mapping[int, Group], bare: int) -> list[int]:
    """Which of the lines below bare headings are titles: capitals, or names in nearly all."""
    capital = [
        index
        for index, group in below.items()
        if _is_capital(group.text) and not _BEGINS_SPEECH.match(group.text.strip())
    ]
    named = [index for index, group in below.items() if _is_name(group, index, groups)]
    if capital and len(capital) * 2 >= bare:
        return capital
    return named if len(named) > 1 and len(named) * 5 >= bare * 4 else []


def _below(groups: Sequence[Group], headings: Mapping[int, Heading], index: int) -> Group | None:
    """The lines below a bare heading that may be its title; None where they cannot be."""
    lines = headings[index].lines
    if len(groups[index].lines) > lines:
        group = groups[index].after(lines)
    elif index + 1 < len(groups) and index + 1 not in headings:
        group = groups[index + 1]
    else:
        return None
    longest = _LONGEST_HAN_TITLE if is_han(group.text) else _LONGEST_TITLE
    fits = len(group.lines) <= _MOST_TITLE_LINES and len(group.text) <= longest
    return group if fits and plain(group.text) else None


def _is_name(group: Group, index: int, groups: Sequence[Group]) -> bool:
    """Whether the lines below a heading name the chapter, and do not begin its text."""
    text = group.text
    if _ENDS_SENTENCE.search(text.rstrip("_* ")) or _BEGINS_SPEECH.match(text.lstrip("_* ")):
        return False
    following = index + 1 if group.gap == 0 else index + 2
    return following < len(groups) and groups[following].gap >= group.gap


def _spoken(title: str) -> str:
    """A title without the underscores of emphasis; titles are plain."""
    return re.sub(r"(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)", r"\1", title)


def _ranked(
    groups: Sequence[Group], headings: Mapping[int, Heading], taken: set[int]
) -> dict[int, Heading]:
    """The headings with the ranks and kinds that their neighbours give them."""
    found = _chaptered(_parted(groups, headings, taken))
    numbered = [index for index, heading in found.items() if heading.number is not None]
    for index, heading in found.items():
        early = bool(numbered) and heading.kind is ItemKind.FRONT and index > numbered[0]
        late = bool(numbered) and heading.kind is ItemKind.BACK and index < numbered[-1]
        if early or late:
            found[index] = replace(heading, kind=ItemKind.CHAPTER)
    return found


def _parted(
    groups: Sequence[Group], headings: Mapping[int, Heading], taken: set[int]
) -> dict[int, Heading]:
    """A chapter that holds no text but begins the count of others anew is a part."""
    found = dict(headings)
    for index, heading in headings.items():
        below = headings.get(index + 2 if index + 1 in taken else index + 1)
        if (
            below is not None
            and heading.rank is below.rank is Rank.CHAPTER
            and below.number == 1
            and not heading.part
            and below.key.rstrip("0123456789") != heading.key.rstrip("0123456789")
            and len(groups[index].lines) <= heading.lines
        ):
            found[index] = replace(heading, rank=Rank.PART, kind=ItemKind.PART)
    return found


def _chaptered(headings: Mapping[int, Heading]) -> dict[int, Heading]:
    """Where nothing numbered is called a chapter, the next lower rank is, or else the parts are.

    Of lone numbers those with titles are chapters before those without.
    """
    numbered = [heading for heading in headings.values() if heading.number is not None]
    ranks = {heading.rank for heading in numbered}
    if not ranks or Rank.CHAPTER in ranks:
        return dict(headings)
    risen = Rank.SECTION if Rank.SECTION in ranks else Rank.PART
    titled = any(heading.lone and not heading.bare for heading in numbered)
    return {
        index: replace(heading, rank=Rank.CHAPTER, kind=ItemKind.CHAPTER)
        if heading.rank is risen and not (titled and heading.lone and heading.bare)
        else heading
        for index, heading in headings.items()
    }


def _sections(
    groups: Sequence[Group],
    headings: Mapping[int, Heading],
    contents: Contents | None,
    taken: set[int],
) -> Structure:
    structure = Structure([Section(None)])
    for index, group in enumerate(groups):
        last = structure.sections[-1]
        if contents is not None and contents.start <= index < contents.end:
            structure.contents.append(group)
        elif index in headings:
            _begin(structure, headings[index], group)
        elif index in taken:
            continue
        elif last.heading is None and structure.contents:
            structure.between.append(group)
        else:
            last.groups.append(group)
    return structure


def _begin(structure: Structure, heading: Heading, group: Group) -> None:
    """A new section, unless the heading only repeats the one directly above it."""
    above = structure.sections[-1]
    if above.heading is not None and not above.groups and _same(above.heading, heading):
        # Equal ones: the first stays.
        pair = sorted((heading, above.heading), key=lambda each: len(plain(each.text)))
        structure.repeated.append(pair[0].text)
        above.heading = replace(pair[1], part=above.heading.part or heading.part)
    else:
        structure.sections.append(Section(heading))
    if len(group.lines) > heading.lines:
        structure.sections[-1].groups.append(group.after(heading.lines))


def _same(above: Heading, heading: Heading) -> bool:
    """Whether two headings are one, printed twice, perhaps once without its title."""
    shorter, longer = sorted((plain(above.text), plain(heading.text)), key=len)
    return above.key == heading.key and longer.startswith(shorter)


def _after_end(sections: Sequence[Section]) -> list[Group]:
    """What follows THE END in the last section, taken out of it; the words themselves stay."""
    last = sections[-1].groups if sections[-1].heading is not None else []
    for index, group in enumerate(last):
        if _THE_END.fullmatch(group.text) and index + 1 < len(last):
            after = last[index + 1 :]
            del last[index + 1 :]
            return after
    return []
