# SPDX-License-Identifier: MIT
"""The binder of a Scrivener project as items: the draft, what stands beside it, the trash."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from novelist.domain.document import EMPTY
from novelist.domain.entities import EntityField, EntityKind
from novelist.domain.enums import ItemKind
from novelist.importers.imported import ImportedEntity, ImportedItem
from novelist.importers.leftovers import Leftovers
from novelist.importers.parts import Part
from novelist.importers.scrivener.kinds import DraftKinds, is_container, is_front_matter
from novelist.importers.scrivener.project import BinderItem, Project
from novelist.importers.scrivener.sheets import entity_of, holds_more, sheet_kind
from novelist.importers.scrivener.texts import ItemText, TextReader

_DRAFT: Final = "DraftFolder"
_TRASH: Final = "TrashFolder"
_RESEARCH: Final = "ResearchFolder"
_TEXTS: Final = ("Text", "Folder", _DRAFT, _TRASH, _RESEARCH)
_PICTURE: Final = "Image"


class OutlineReader:
    """Makes items and ``entities`` of one project; ``done`` is told of each."""

    def __init__(
        self, project: Project, texts: TextReader, leftovers: Leftovers, done: Callable[[], None]
    ) -> None:
        self._project = project
        self._texts = texts
        self._leftovers = leftovers
        self._done = done
        self.entities: list[ImportedEntity] = []
        every = [each for item in project.items for each in item.walk()]
        drafts = [each for item in every if item.kind == _DRAFT for each in item.walk()]
        # Where none is included, the project does not say it.
        self._says_included = any(each.is_included for each in drafts)

    def items(self) -> list[ImportedItem]:
        """All items: front matter, the manuscript, what stands beside it, what was thrown away."""
        front: list[ImportedItem] = []
        draft: list[ImportedItem] = []
        beside: list[ImportedItem] = []
        trash: list[ImportedItem] = []
        for item in self._project.items:
            if item.kind == _DRAFT:
                draft += self._draft(item)
            elif item.kind == _TRASH:
                self._done()
                trash += _Draft(self, self._project, item.children, in_trash=True).items
            elif is_container(item) and is_front_matter(item, self._project):
                before, others = self._front(item)
                front += before
                beside += others
            else:
                beside += self._beside(item)
        for each in trash:
            each.is_trashed = True
        return [*front, *draft, *beside, *trash]

    def made(self, item: BinderItem, kind: ItemKind, text: ItemText | None = None) -> ImportedItem:
        """The item of a row of the binder; without ``text`` its own is read elsewhere."""
        text = text or ItemText()
        project = self._project
        status, label = project.statuses.get(item.status), project.labels.get(item.label)
        self._texts.leave_card_picture(item)
        return ImportedItem(
            kind,
            item.title,
            text.document if kind.has_text else EMPTY,
            in_manuscript=not kind.is_outside and (item.is_included or not self._says_included),
            synopsis=self._texts.synopsis(item),
            notes=self._texts.notes(item, text.said),
            status=status.name if status else "",
            label=label.name if label else "",
            target=item.target,
            comments=text.comments if kind.has_text else [],
            fields=_fields(item),
            versions=self._texts.versions(item) if kind.has_text else [],
        )

    def leaf(self, item: BinderItem, kind: ItemKind) -> list[ImportedItem]:
        """An item without others inside; a picture is a note, and so is what is said of a file."""
        self._done()
        if item.kind in _TEXTS:
            return [self.made(item, kind, self._texts.text(item))]
        picture = self._texts.picture(item) if item.kind == _PICTURE else None
        if picture is not None:
            return [self.made(item, ItemKind.NOTE, ItemText(picture))]
        ending = f".{item.extension}" if item.extension else ""
        self._leftovers.leave(Part.RESEARCH_FILE, f"{item.title}{ending}")
        note = self.made(item, ItemKind.NOTE)
        return [note] if note.synopsis or note.notes or note.fields else []

    def container(
        self, item: BinderItem, kind: ItemKind, own: ItemKind
    ) -> tuple[ImportedItem, list[ImportedItem]]:
        """A folder, and the text of its own, where it has one, as an item that stands in it."""
        self._done()
        text = self._texts.text(item)
        made = self.made(item, kind, text)
        if not text.document.blocks:
            return made, []
        inside = ImportedItem(own, "", text.document, comments=text.comments)
        inside.versions = self._texts.versions(item)
        inside.in_manuscript = made.in_manuscript and not own.is_outside
        return made, [inside]

    def _draft(self, draft: BinderItem) -> list[ImportedItem]:
        """The items of the manuscript; what stands on the draft's own page is its first."""
        folder, own = self.container(draft, ItemKind.FOLDER, ItemKind.SCENE)
        if own or folder.synopsis or folder.notes or folder.fields:
            scene = own[0] if own else ImportedItem(ItemKind.SCENE)
            scene.title, scene.synopsis, scene.notes = draft.title, folder.synopsis, folder.notes
            scene.fields = folder.fields
            scene.in_manuscript = draft.is_included
            own = [scene]
        return [*own, *_Draft(self, self._project, draft.children).items]

    def _front(self, folder: BinderItem) -> tuple[list[ImportedItem], list[ImportedItem]]:
        """The texts at the top of such a folder, and the rest, for editions of other kinds."""
        front = [
            made
            for child in folder.children
            if not is_container(child) and child.kind in _TEXTS
            for made in self.leaf(child, ItemKind.FRONT)
        ]
        rest = [
            child for child in folder.children if is_container(child) or child.kind not in _TEXTS
        ]
        made, own = self.container(folder, ItemKind.FOLDER, ItemKind.NOTE)
        made.children = [*own, *(each for child in rest for each in self._beside(child))]
        says = made.children or made.synopsis or made.notes or made.fields
        return front, [made] if says or not front else []

    def _beside(self, item: BinderItem) -> list[ImportedItem]:
        """What stands outside the manuscript: folders of notes, and sheets."""
        if item.key == self._project.template_folder:
            return self._notes(item)
        kind = sheet_kind(item)
        if kind is None:
            return self._notes(item)
        if not is_container(item):
            return self._sheets(item, kind, ())
        count = len(self.entities)
        made, own = self._folder(item)
        made.children = own + [
            each for child in item.children for each in self._sheets(child, kind, ())
        ]
        is_empty = not (made.children or made.synopsis or made.notes or made.fields)
        return [] if is_empty and len(self.entities) > count else [made]

    def _notes(self, item: BinderItem) -> list[ImportedItem]:
        """A note, or a folder of notes; there may be sheets below, but for templates of them."""
        if not is_container(item):
            return self.leaf(item, ItemKind.NOTE)
        made, own = self._folder(item)
        is_template = item.key == self._project.template_folder
        read = self._notes if is_template else self._beside
        made.children = [*own, *(each for child in item.children for each in read(child))]
        return [made]

    def _folder(self, item: BinderItem) -> tuple[ImportedItem, list[ImportedItem]]:
        made, own = self.container(item, ItemKind.FOLDER, ItemKind.NOTE)
        for note in own:
            note.title = item.title
        return made, own

    def _sheets(
        self, item: BinderItem, kind: EntityKind, folders: tuple[str, ...]
    ) -> list[ImportedItem]:
        """An entity for a sheet, and for each inside it; what none can hold stays a note."""
        if not is_container(item):
            if item.kind not in _TEXTS:
                return self.leaf(item, ItemKind.NOTE)
            found = self.leaf(item, ItemKind.NOTE)
        else:
            made, own = self._folder(item)
            note = replace(made, kind=ItemKind.NOTE, children=[])
            if own:
                note.document, note.comments = own[0].document, own[0].comments
                note.versions = own[0].versions
            says = note.document or note.synopsis or note.notes or note.fields
            found = [note] if says else []
        self.entities += [entity_of(each, kind, folders) for each in found]
        inside = (self._sheets(child, kind, (*folders, item.title)) for child in item.children)
        kept = [each for each in found if holds_more(each)]
        gone = [each for each in found if not holds_more(each)]
        self._leftovers.leave(Part.SNAPSHOT, count=sum(len(each.versions) for each in gone))
        return [*kept, *(each for several in inside for each in several)]


def _fields(item: BinderItem) -> list[EntityField]:
    """Keywords and custom metadata."""
    said = [("Keywords", ", ".join(item.keywords)), *item.fields]
    return [EntityField(name, value) for name, value in said if value.strip()]


class _Draft:
    """The items of a draft in order; parts stand at the top, chapters in them, scenes in those."""

    def __init__(
        self,
        reader: OutlineReader,
        project: Project,
        draft: Sequence[BinderItem],
        *,
        in_trash: bool = False,
    ) -> None:
        self.items: list[ImportedItem] = []
        self._reader = reader
        self._kinds = DraftKinds(
            project, is_flat=not in_trash and not any(map(is_container, draft))
        )
        self._part: ImportedItem | None = None
        self._chapter: ImportedItem | None = None
        for item in draft:
            self._add(item, "", 1)

    def _add(self, item: BinderItem, inherited: str, level: int) -> None:
        if not is_container(item):
            self._leaf(item, inherited, level)
        elif self._chapter is not None:
            self._section(item, inherited, level)
        else:
            self._container(item, inherited, level)

    def _leaf(self, item: BinderItem, inherited: str, level: int) -> None:
        kind = self._kinds.of_text(item, inherited, level)
        if kind is ItemKind.CHAPTER and self._chapter is None and item.kind in _TEXTS:
            chapter, own = self._reader.container(item, kind, ItemKind.SCENE)
            chapter.children = own or [ImportedItem(ItemKind.SCENE)]
            self._siblings().append(chapter)
            return
        kind = ItemKind.SCENE if kind is ItemKind.CHAPTER else kind
        made = self._reader.leaf(item, kind)
        for each in made:
            at_top = each.kind in (ItemKind.FRONT, ItemKind.BACK)
            (self.items if at_top else self._siblings()).append(each)

    def _container(self, item: BinderItem, inherited: str, level: int) -> None:
        kind = self._kinds.of_container(item, inherited, level)
        part = self._part
        made, own = self._reader.container(item, kind, ItemKind.SCENE)
        made.children = own
        if kind is ItemKind.PART:  # one in another stands after what that holds so far
            self.items.append(made)
            self._part = made
        else:
            self._siblings().append(made)
            self._chapter = made
        for child in item.children:
            self._add(child, item.section_type_of_children, level + 1)
        self._chapter = None
        if level == 1:
            self._part = None
        elif kind is not ItemKind.PART:
            self._part = part

    def _section(self, item: BinderItem, inherited: str, level: int) -> None:
        """A folder inside a chapter: its own text, even an empty one, bears its title."""
        self._siblings().extend(self._reader.leaf(item, ItemKind.SCENE))
        for child in item.children:
            self._add(child, item.section_type_of_children or inherited, level + 1)

    def _siblings(self) -> list[ImportedItem]:
        holder = self._chapter or self._part
        return self.items if holder is None else holder.children
