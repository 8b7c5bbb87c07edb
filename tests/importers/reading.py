# SPDX-License-Identifier: MIT
"""Short ways to read a text and to say what came of it."""

from __future__ import annotations

import re

from novelist.domain.document import Block, Run
from novelist.domain.enums import ItemKind
from novelist.importers.imported import ImportedItem, ImportedNovel, ImportOptions
from novelist.importers.markdown.reader import read_markdown
from novelist.importers.plain.reader import read_text

PROSE = "It was a morning like many others, and the whole house was still asleep below the hill."
HAN_PROSE = "那是一个和往常一样的清晨，山下的村子还在睡梦之中，只有河边的灯火亮着，照见了一条小船。"


def from_text(text: str, **options: bool) -> ImportedNovel:
    return read_text(text, ImportOptions(**options), lambda done: None)  # type: ignore[arg-type]


def from_markdown(text: str, **options: bool) -> ImportedNovel:
    return read_markdown(text, ImportOptions(**options), lambda done: None)  # type: ignore[arg-type]


def tree(items: list[ImportedItem]) -> list[object]:
    """Titles as nested lists; a scene is its first words."""
    return [
        first_words(item)
        if item.kind is ItemKind.SCENE
        else [item.title, *tree(item.children)]
        if item.children
        else item.title
        for item in items
    ]


def first_words(item: ImportedItem) -> str:
    return item.title or " ".join(item.document.plain_text.split()[:3])


def titles(novel: ImportedNovel, kind: ItemKind) -> list[str]:
    return [item.title for item in novel.of_kind(kind)]


def blocks(novel: ImportedNovel) -> list[Block]:
    return [block for item in novel.walk() for block in item.document]


def marked(block: Block, mark: str) -> list[str]:
    """The runs of a block that have a mark."""
    return [
        inline.text
        for inline in block.inlines
        if isinstance(inline, Run) and mark in {each.name for each in inline.marks}
    ]


def words(text: str) -> list[str]:
    """The words of a text, emphasised or not; each Han character is one."""
    return re.findall("[\u3400-\u9fff]|[^\\W\u3400-\u9fff]+", text.replace("_", ""))


def everything(novel: ImportedNovel) -> str:
    """All that a novel holds, titles too, in order."""
    return "\n".join(_printed(item) for item in novel.walk())


def _printed(item: ImportedItem) -> str:
    """Title and text; matter without a heading is called by words that stand in its text."""
    text = item.document.plain_text
    matter = item.kind in (ItemKind.FRONT, ItemKind.BACK)
    named = matter and " ".join(item.title.split()) in " ".join(text.split())
    return text if named else f"{item.title}\n{text}"


def wrapped(paragraph: str, width: int = 72, indent: str = "") -> str:
    """A paragraph broken into lines as an editor of the nineties does."""
    lines, line = [], indent
    for word in paragraph.split():
        if len(line) + len(word) + 1 > width and line.strip():
            lines.append(line.rstrip())
            line = indent
        line += word + " "
    return "\n".join([*lines, line.rstrip()])


LONG = " ".join([PROSE] * 6)
"""A paragraph of several lines, so that a text counts as wrapped."""


def book(*pieces: str) -> str:
    """Pieces with a blank line between them."""
    return "\n\n".join(pieces) + "\n"
