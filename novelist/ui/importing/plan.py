# SPDX-License-Identifier: MIT
"""What an import will make, as the writer corrects it: things left out, things of another kind.

The file that was read stays as it is; ``ImportPlan.result`` builds what is to be imported. No Qt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import Enum
from itertools import zip_longest
from typing import Final

from novelist.domain.counting import count_document
from novelist.domain.document import (
    EMPTY,
    HEADING,
    SCENE_BREAK,
    Block,
    Document,
    Run,
)
from novelist.domain.entities import EntityKind
from novelist.domain.enums import ItemKind
from novelist.domain.outline import may_contain
from novelist.importers.base import ImportedEntity, ImportedItem, ImportedNovel
from novelist.importers.mapped import mapped
from novelist.importers.named_lines import joined
from novelist.importers.uses import Uses

_OPENING_LENGTH: Final = 40
_QUOTES: Final = " \"'“”‘’「」『』…　"
_OFFERED: Final = (
    ItemKind.PART,
    ItemKind.CHAPTER,
    ItemKind.SCENE,
    ItemKind.FRONT,
    ItemKind.BACK,
    ItemKind.NOTE,
    ItemKind.FOLDER,
)


class Choice(Enum):
    """Whether something will be imported."""

    OUT = "out"
    PARTLY = "partly"
    IN = "in"


class PlannedItem:
    """One thing the import will make, or leave out."""

    __slots__ = (
        "_children", "choice", "item", "kind", "number", "own_words", "parent", "row", "words",
    )  # fmt: skip

    def __init__(self, item: ImportedItem, parent: PlannedItem | None, row: int) -> None:
        self.item = item
        self.parent = parent
        self.row = row
        self.number = 0  # its place in ``ImportPlan.numbered``
        self.kind = ItemKind(item.kind)
        self.choice = Choice.IN
        self.own_words = count_document(item.document).words
        self._children = [PlannedItem(child, self, at) for at, child in enumerate(item.children)]
        self.words: int = self.own_words + sum(child.words for child in self._children)

    @property
    def children(self) -> list[PlannedItem]:
        """What will stand inside; a text holds what was inside it in its own text."""
        return self.children_as(self.kind)

    def children_as(self, kind: ItemKind) -> list[PlannedItem]:
        """What would stand inside if it were of that kind."""
        return [] if kind.has_text else self._children

    @property
    def title(self) -> str:
        """The title the file gives it, or ""."""
        return self.item.title

    @property
    def opening(self) -> str:
        """How its text begins, for things without a title."""
        for part in self.walk_all():
            for block in part.item.document:
                text = block.plain_text.strip()
                if text and block.kind != SCENE_BREAK:
                    return text.split("\n")[0].strip(_QUOTES)[:_OPENING_LENGTH].rstrip()
        return ""

    @property
    def all_words(self) -> int:
        """How many words the file has in it, left out or not."""
        return sum(each.own_words for each in self.walk_all())

    @property
    def in_manuscript(self) -> bool:
        """Whether it will belong to the book; another kind brings another answer."""
        if self.kind == self.item.kind:
            return self.item.in_manuscript
        return self.kind not in (ItemKind.NOTE, ItemKind.FOLDER)

    @property
    def is_trashed(self) -> bool:
        """Whether it, or what it stands in, will lie in the trash."""
        return self.item.is_trashed or any(above.item.is_trashed for above in self._ancestors())

    @property
    def is_in_book(self) -> bool:
        """Whether it will belong to the book, and all that it stands in too."""
        inside = self.in_manuscript and all(above.in_manuscript for above in self._ancestors())
        return inside and not self.is_trashed

    def walk(self) -> Iterator[PlannedItem]:
        """It and all that will stand inside, in order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def walk_all(self) -> Iterator[PlannedItem]:
        """It and all that the file has inside it, in order."""
        yield self
        for child in self._children:
            yield from child.walk_all()

    def kinds(self) -> list[ItemKind]:
        """What it may be where it stands."""
        return [kind for kind in _OFFERED if kind == self.kind or self._may_be(kind)]

    def _may_be(self, kind: ItemKind) -> bool:
        if not may_contain(self.parent.kind if self.parent else None, kind):
            return False
        if kind is ItemKind.FOLDER and not self._children:
            return False
        return kind.has_text or all(may_contain(kind, child.kind) for child in self._children)

    def set_kind(self, kind: ItemKind) -> None:
        """Make it something else; ``kind`` is one of ``kinds()``."""
        self.kind = kind
        if self.choice is Choice.PARTLY:
            self.choice = Choice.IN
        for each in (self, *self._ancestors()):
            each._settle()

    def set_chosen(self, chosen: bool) -> None:
        """Import it with all that is inside, or leave all of it out."""
        for below in self.walk_all():
            below.choice = Choice.IN if chosen else Choice.OUT
        for each in [*reversed(list(self.walk_all())), *self._ancestors()]:
            each._settle()

    def _settle(self) -> None:
        """Choice and words anew from the children."""
        if self.children:
            found = {child.choice for child in self.children}
            self.choice = found.pop() if len(found) == 1 else Choice.PARTLY
        own = self.own_words if self.choice is not Choice.OUT else 0
        self.words = own + sum(child.words for child in self._children)

    def _ancestors(self) -> Iterator[PlannedItem]:
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def document(self) -> Document:
        """All the text in it: its own, then that of what is inside and not left out."""
        blocks = list(self.item.document.blocks)
        for child in self._children:
            if child.choice is not Choice.OUT:
                blocks.extend(_joint(bool(blocks), child.title))
                blocks.extend(child.document().blocks)
        return Document(tuple(blocks))

    def result(self) -> ImportedItem:
        """What to import for it."""
        if self.kind.has_text:
            return self._one_text() if self._children else self._made(self.item.document, [])
        inside = [child.result() for child in self.children if child.choice is not Choice.OUT]
        if not self.item.document.blocks:
            return self._made(EMPTY, inside)
        made = self._made(EMPTY, [self._own_scene(), *inside])
        return replace(made, comments=[], versions=[])

    def _own_scene(self) -> ImportedItem:
        """The text of its own as a scene: parts and chapters carry none."""
        text = self.item
        return ImportedItem(
            ItemKind.SCENE, document=text.document, comments=text.comments, versions=text.versions
        )

    def _one_text(self) -> ImportedItem:
        """It as one text, with what is said of all that is in that, and was in each before."""
        said = [each.item for each in self._read() if each is not self]
        return replace(
            self._made(self.document(), []),
            synopsis=joined(self.item.synopsis, *(each.synopsis for each in said)),
            notes=joined(self.item.notes, *(each.notes for each in said)),
            comments=[*self.item.comments, *(one for each in said for one in each.comments)],
            fields=[*self.item.fields, *(one for each in said for one in each.fields)],
            versions=[*self.item.versions, *(one for each in said for one in each.versions)],
        )

    def _read(self) -> Iterator[PlannedItem]:
        """It and what is inside it and not left out: those whose texts ``document`` has."""
        yield self
        for child in self._children:
            if child.choice is not Choice.OUT:
                yield from child._read()

    def _made(self, document: Document, children: list[ImportedItem]) -> ImportedItem:
        return replace(
            self.item,
            kind=self.kind,
            document=document,
            children=children,
            in_manuscript=self.in_manuscript,
        )


class PlannedEntity:
    """Somebody or something that will come into the story bible, or stay out."""

    __slots__ = ("entity", "is_chosen")

    def __init__(self, entity: ImportedEntity) -> None:
        self.entity = entity
        self.is_chosen = True


class ImportPlan:
    """All that one file becomes. Building it counts every word: not for the window's thread."""

    def __init__(self, novel: ImportedNovel) -> None:
        self.novel = novel
        self.mapped = mapped(novel)
        self.uses = Uses()
        self.people = [PlannedEntity(each) for each in novel.entities]
        self.items = [PlannedItem(item, None, row) for row, item in enumerate(novel.items)]
        self.numbered = [each for item in self.items for each in item.walk_all()]
        for number, each in enumerate(self.numbered):
            each.number = number

    @property
    def words(self) -> int:
        """How many words the manuscript will have."""
        texts = (item for item in self.walk() if not item.children and item.is_in_book)
        return sum(item.words for item in texts)

    def walk(self) -> Iterator[PlannedItem]:
        """Everything that will be made or left out, in order."""
        for item in self.items:
            yield from item.walk()

    def tally(self) -> Mapping[ItemKind, int]:
        """How many of each kind will be made, the trash left aside."""
        made = (item for item in self.walk() if item.choice is not Choice.OUT)
        return Counter(item.kind for item in made if not item.is_trashed)

    def entities(self) -> Mapping[EntityKind, int]:
        """How many of each kind the story bible will have."""
        return Counter(each.entity.kind for each in self.people if each.is_chosen)

    def adopt(self, older: ImportPlan) -> None:
        """Take over what was left out and changed when the same file was read before."""
        _adopt(self.items, older.items)
        self.uses = older.uses
        for each, before in zip(self.people, older.people, strict=False):
            if each.entity.name == before.entity.name:
                each.is_chosen = before.is_chosen

    def result(self, *, title: str, author: str, language: str) -> ImportedNovel:
        """The novel to import, under the names the writer gave it."""
        items = [item.result() for item in self.items if item.choice is not Choice.OUT]
        entities = [each.entity for each in self.people if each.is_chosen]
        novel = replace(self.novel, title=title, author=author, language=language)
        return self.uses.applied(replace(novel, entities=entities), items)


def _joint(needed: bool, title: str) -> list[Block]:
    """What stands between two texts that become one: the second's title, or a scene break."""
    if title:
        return [Block(HEADING, (Run(title),), {"level": 3})]
    return [Block(SCENE_BREAK)] if needed else []


def _adopt(items: list[PlannedItem], older: list[PlannedItem]) -> None:
    for item, before in zip_longest(items, older):
        if item is None or before is None or item.title != before.title:
            continue
        _adopt(item._children, before._children)
        if before.kind != item.kind and before.kind in item.kinds():
            item.set_kind(before.kind)
        if before.choice is Choice.OUT:
            item.set_chosen(False)
