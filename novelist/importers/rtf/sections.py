# SPDX-License-Identifier: MIT
"""Where a rich text falls into parts, chapters and scenes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from novelist.domain import document as d
from novelist.domain.enums import ItemKind
from novelist.importers.outline import Boundary, Event, Title
from novelist.importers.plain.headings import Heading, Rank, plain
from novelist.importers.plain.layout import Group, Layout
from novelist.importers.plain.scenes import ordinary_gap, split_scenes
from novelist.importers.plain.structure import Structure, find_structure
from novelist.importers.plain.title_page import TitlePage, read_title_page
from novelist.importers.settling import one_line
from novelist.importers.watch import Watch

_SET: Final = Layout(wrapped=False, spaced=False, width=0)  # a paragraph is a line
_THING: Final = "[]"  # what a block without words counts as
_LEVELS: Final = {Rank.PART: 1, Rank.CHAPTER: 2, Rank.SECTION: 3}
LEVELS: Final = {1: ItemKind.PART, 2: ItemKind.CHAPTER, 3: ItemKind.SCENE}
"""What the titles are that only their words tell."""
_TITLE_LENGTH: Final = 80


@dataclass(slots=True)
class _Section:
    """The blocks under a heading; the first section may have none."""

    title: Title | None
    blocks: list[d.Block] = field(default_factory=list)


def by_headings(blocks: Sequence[d.Block]) -> list[Event]:
    """The events of a text whose headings are set in styles."""
    sections = [_Section(None)]
    for block in blocks:
        if block.kind == d.HEADING and block.plain_text.strip():
            sections.append(_Section(_title(block), _things_in(block)))
        else:
            sections[-1].blocks.append(block)
    groups = [_groups(section.blocks) for section in sections]
    ordinary = ordinary_gap([list(each) for each in groups])
    events: list[Event] = []
    for section, found in zip(sections, groups, strict=True):
        if section.title is not None:
            events.append(section.title)
        events += _scenes(found, list(found), ordinary)
    return events


def by_words(blocks: Sequence[d.Block], watch: Watch) -> tuple[TitlePage, list[Event]]:
    """The title page, and the events of a text whose headings only their words tell."""
    known = _groups(blocks)
    structure = find_structure(list(known), watch)
    sections = structure.sections
    front = sections[0].groups
    page = read_title_page(front, whole_text=len(sections) == 1)
    ordinary = ordinary_gap([section.groups for section in sections])
    if len(sections) == 1 and not structure.contents:
        return page, list(_scenes(known, front, ordinary))
    events = list(_matter(known, structure, ordinary))
    for section in sections[1:]:
        assert section.heading is not None
        events += _titles(section.heading)
        events += _scenes(known, section.groups, ordinary)
    if structure.after:
        events += _front(known, structure.after, ordinary, ItemKind.BACK, is_excluded=True)
    return page, events


def _matter(known: _Known, structure: Structure, ordinary: int) -> Iterator[Event]:
    """What stands before the first heading."""
    for groups, is_excluded in (
        (structure.sections[0].groups, False),
        (structure.contents, True),
        (structure.between, False),
    ):
        if groups:
            yield from _front(known, groups, ordinary, ItemKind.FRONT, is_excluded=is_excluded)


def _front(
    known: _Known, groups: Sequence[Group], ordinary: int, kind: ItemKind, *, is_excluded: bool
) -> Iterator[Event]:
    """Front or back matter, called by its first line."""
    words = next((group.text for group in groups if plain(group.text)), "")
    yield Title(1, words[:_TITLE_LENGTH].rstrip(), kind, is_excluded=is_excluded)
    yield from _scenes(known, groups, ordinary)


def _titles(heading: Heading) -> Iterator[Title]:
    kind = heading.kind if heading.kind in (ItemKind.FRONT, ItemKind.BACK) else None
    if heading.part:
        yield Title(_LEVELS[Rank.PART], heading.part)
    yield Title(_LEVELS[heading.rank], heading.text, kind)


class _Known(dict[Group, d.Block]):
    """The block that each group stands for."""


def _groups(blocks: Sequence[d.Block]) -> _Known:
    """Blocks as groups of lines: those without words are the gaps between them."""
    found, gap, number = _Known(), 0, 0
    for block in blocks:
        if _is_blank(block):
            gap += 1
            continue
        lines = tuple(line for line in block.plain_text.split("\n") if line.strip())
        found[Group(lines or (_THING,), gap, number)] = block
        number += max(len(lines), 1)
        gap = 0
    return found


def _is_blank(block: d.Block) -> bool:
    return block.kind not in (d.IMAGE_BLOCK, d.SCENE_BREAK) and not any(
        (isinstance(inline, d.Atom) and inline.kind != d.LINE_BREAK)
        or (isinstance(inline, d.Run) and inline.text.strip())
        for inline in block.inlines
    )


def _scenes(known: _Known, groups: Sequence[Group], ordinary: int) -> Iterator[Event]:
    for number, scene in enumerate(split_scenes(groups, ordinary, _SET)):
        if number:
            yield Boundary()
        for group in scene.groups:
            yield known.get(group) or d.paragraph(group.text)


def _title(block: d.Block) -> Title:
    level = block.attrs.get("level")
    words = one_line(block.plain_text)
    return Title(level if isinstance(level, int) else 1, words)


def _things_in(heading: d.Block) -> list[d.Block]:
    """The footnotes and pictures of a heading, which a title cannot hold."""
    atoms = tuple(each for each in heading.inlines if isinstance(each, d.Atom))
    kept = tuple(atom for atom in atoms if atom.kind != d.LINE_BREAK)
    return [d.Block(inlines=kept)] if kept else []
