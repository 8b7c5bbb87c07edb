# SPDX-License-Identifier: MIT
"""Plain text to a novel: parts, chapters and scenes from nothing but words and white space.

Nothing is lost silently: what is no part of the manuscript becomes an item outside it, and a line
that only repeats a title is named in a warning. Ornaments between scenes are the one exception.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from novelist.domain.document import SCENE_BREAK, Block, Document
from novelist.domain.enums import ItemKind
from novelist.importers.imported import (
    ImportedItem,
    ImportedNovel,
    ImportOptions,
    ImportWarning,
    WarningKind,
    counted_warnings,
)
from novelist.importers.plain.headings import Rank, plain
from novelist.importers.plain.layout import Group, Layout, clean, group_lines, measure
from novelist.importers.plain.long_lines import divide_long_lines
from novelist.importers.plain.paragraphs import ParagraphReader
from novelist.importers.plain.scenes import Scene, ordinary_gap, split_scenes
from novelist.importers.plain.structure import Section, Structure, find_structure
from novelist.importers.plain.title_page import read_title_page
from novelist.importers.watch import Watch
from novelist.progress import Progress

_HAN: Final = re.compile("[\u3400-\u9fff]")
_LETTER: Final = re.compile(r"[^\W\d_\u3400-\u9fff]+")
_SAMPLE: Final = 100_000
_RUNNING: Final = 3  # a line that repeats the title of the book so often is no text
_TITLE_LENGTH: Final = 80
_FOUND: Final = 0.4  # the share of the work that is done when the headings are found


def read_text(text: str, options: ImportOptions, progress: Progress) -> ImportedNovel:
    """The novel in a plain text."""
    watch = Watch(progress)
    cleaned, controls = clean(text)
    cleaned, divided = divide_long_lines(cleaned)
    lines = [line.rstrip() for line in cleaned.split("\n")]
    layout = measure(lines)
    structure = find_structure(group_lines(lines, layout), watch)
    watch.step(_FOUND)
    front = structure.sections[0].groups
    page = read_title_page(front, whole_text=len(structure.sections) == 1)
    running = _drop_running_titles(structure, page.title)
    items = _Builder(structure, layout, options, watch).items()
    counts = {WarningKind.CONTROL: controls, WarningKind.DIVIDED: divided}
    warnings = counted_warnings(counts) + _warnings(structure, running)
    return ImportedNovel(page.title, page.author, guess_language(cleaned), items, warnings)


def guess_language(text: str) -> str:
    """``zh`` where Han characters outnumber the words of other scripts, else ``en``."""
    sample = text[:_SAMPLE]
    return "zh" if len(_HAN.findall(sample)) > len(_LETTER.findall(sample)) else "en"


class _Builder:
    """Makes the items of one text, section by section."""

    def __init__(
        self,
        structure: Structure,
        layout: Layout,
        options: ImportOptions,
        watch: Watch,
    ) -> None:
        self._structure = structure
        self._layout = layout
        self._reader = ParagraphReader(layout, watch, keep_emphasis=options.keep_emphasis)
        self._split = options.split_scenes
        self._watch = watch
        self._ordinary = ordinary_gap([section.groups for section in structure.sections])
        self._items: list[ImportedItem] = []
        self._part: ImportedItem | None = None
        self._chapter: ImportedItem | None = None

    def items(self) -> list[ImportedItem]:
        """Every item, what stands outside the manuscript included."""
        sections = self._structure.sections
        if len(sections) == 1 and not self._structure.contents:
            scenes = self._scenes(sections[0].groups)
            return [ImportedItem(ItemKind.CHAPTER, children=scenes)]
        self._front(sections[0].groups)
        for number, section in enumerate(sections[1:], 1):
            self._add(section, sections[number + 1] if number + 1 < len(sections) else None)
            self._watch.step(_FOUND + (1 - _FOUND) * number / len(sections))
        self._matter(ItemKind.BACK, "", self._structure.after, in_manuscript=False)
        return self._items

    def _front(self, groups: Sequence[Group]) -> None:
        self._matter(ItemKind.FRONT, "", groups)
        self._matter(ItemKind.FRONT, "", self._structure.contents, in_manuscript=False)
        self._matter(ItemKind.FRONT, "", self._structure.between)

    def _matter(
        self, kind: ItemKind, title: str, groups: Sequence[Group], *, in_manuscript: bool = True
    ) -> None:
        """Front or back matter; without a heading it is called by its first line."""
        if not groups and not title:
            return
        document = self._document(groups)
        item = ImportedItem(kind, title or _first_words(document), document)
        item.in_manuscript = in_manuscript
        self._items.append(item)

    def _add(self, section: Section, following: Section | None) -> None:
        heading = section.heading
        assert heading is not None
        if heading.kind in (ItemKind.FRONT, ItemKind.BACK):
            self._part = self._chapter = None
            self._matter(heading.kind, heading.text, section.groups)
        elif heading.rank is Rank.PART:
            self._part = ImportedItem(ItemKind.PART, heading.text)
            self._chapter = None
            self._part.children = self._scenes(section.groups) if section.groups else []
            self._items.append(self._part)
        elif heading.rank is Rank.SECTION:
            self._siblings().extend(self._scenes(section.groups, heading.text))
        else:
            self._add_chapter(section, following)

    def _add_chapter(self, section: Section, following: Section | None) -> None:
        """A chapter; without a number it stands at the top, before a part and at the end."""
        assert section.heading is not None
        after = following.heading if following else None
        self._enter(section.heading.part)
        if section.heading.number is None and (after is None or after.rank is Rank.PART):
            self._part = None
        self._chapter = None
        chapter = ImportedItem(ItemKind.CHAPTER, section.heading.text)
        if section.groups or after is None or after.rank is not Rank.SECTION:
            chapter.children = self._scenes(section.groups)
        self._siblings().append(chapter)
        self._chapter = chapter

    def _enter(self, part: str) -> None:
        """Begin the part that the heading of a chapter names, unless it is the one that is open."""
        if part and (self._part is None or self._part.title != part):
            self._part = ImportedItem(ItemKind.PART, part)
            self._items.append(self._part)

    def _siblings(self) -> list[ImportedItem]:
        holder = self._chapter or self._part
        return self._items if holder is None else holder.children

    def _scenes(self, groups: Sequence[Group], title: str = "") -> list[ImportedItem]:
        scenes = split_scenes(groups, self._ordinary, self._layout)
        if not self._split:
            document = Document(tuple(self._unsplit(scenes)))
            return [ImportedItem(ItemKind.SCENE, title, document)]
        made = [ImportedItem(ItemKind.SCENE, "", self._of_scene(scene)) for scene in scenes]
        made[0].title = title
        return made

    def _of_scene(self, scene: Scene) -> Document:
        return Document(tuple(self._reader.blocks(scene.groups, scene.set_off)))

    def _unsplit(self, scenes: Sequence[Scene]) -> list[Block]:
        """The blocks of a chapter that stays whole, with the breaks between its scenes."""
        blocks: list[Block] = []
        for scene in scenes:
            if blocks:
                attrs = {"symbol": scene.symbol} if scene.symbol else {}
                blocks.append(Block(SCENE_BREAK, (), attrs))
            blocks.extend(self._of_scene(scene).blocks)
        return blocks

    def _document(self, groups: Sequence[Group]) -> Document:
        return Document(tuple(self._unsplit(split_scenes(groups, self._ordinary, self._layout))))


def _first_words(document: Document) -> str:
    """The first line that says something."""
    lines = (" ".join(line.split()) for line in document.plain_text.split("\n"))
    return next((line for line in lines if plain(line)), "")[:_TITLE_LENGTH].rstrip()


def _drop_running_titles(structure: Structure, title: str) -> int:
    """Take out the lines that repeat the title of the book above its pages or chapters."""
    key = plain(title)
    sections = structure.sections[1:]
    repeats = sum(_repeats(group, key) for section in sections for group in section.groups)
    if not key or repeats < _RUNNING:
        return 0
    for section in sections:
        section.groups = [group for group in section.groups if not _repeats(group, key)]
    return repeats


def _repeats(group: Group, key: str) -> bool:
    return len(group.lines) == 1 and len(group.text) <= 3 * len(key) and plain(group.text) == key


def _warnings(structure: Structure, running: int) -> list[ImportWarning]:
    warnings = []
    if len(structure.sections) == 1:
        warnings.append(ImportWarning(WarningKind.NO_CHAPTERS))
    if structure.contents:
        warnings.append(ImportWarning(WarningKind.CONTENTS, len(structure.contents)))
    if structure.repeated or running:
        count = len(structure.repeated) + running
        text = structure.repeated[0] if structure.repeated else ""
        warnings.append(ImportWarning(WarningKind.REPEATED, count, text))
    if structure.after:
        warnings.append(ImportWarning(WarningKind.AFTER_END, len(structure.after)))
    return warnings
