# SPDX-License-Identifier: MIT
"""What an item of the draft is here: by its section type, else by where it stands."""

from __future__ import annotations

import re
from typing import Final

from novelist.domain.enums import ItemKind
from novelist.importers.scrivener.project import BinderItem, Project

_BY_NAME: Final = (
    (re.compile(r"front ?matter|frontispi|前置|正文前|扉页", re.IGNORECASE), ItemKind.FRONT),
    (re.compile(r"back ?matter|后置|正文后", re.IGNORECASE), ItemKind.BACK),
    (re.compile(r"chapter|chapitre|kapitel|cap[ií]t|章|回", re.IGNORECASE), ItemKind.CHAPTER),
    (
        re.compile(r"\b(?:part|book|volume|act|teil|partie|parte)\b|部|卷", re.IGNORECASE),
        ItemKind.PART,
    ),
    (re.compile(r"scene|szene|scène|escena|场景|場景", re.IGNORECASE), ItemKind.SCENE),
)
_FRONT_ICON: Final = "front matter"


def is_container(item: BinderItem) -> bool:
    """Whether other items stand in it, or are meant to."""
    return bool(item.children) or item.kind.endswith("Folder")


def is_front_matter(item: BinderItem, project: Project) -> bool:
    """Whether a folder outside the draft holds what stands before the text."""
    types = (item.section_type, item.section_type_of_children)
    named = [project.section_types.get(each, "") for each in types]
    if any(_named(name) is ItemKind.FRONT for name in (*named, item.title)):
        return True
    return item.icon.casefold() == _FRONT_ICON


class DraftKinds:
    """Tells the kind of each item of a draft; ``level`` is 1 for those at its top."""

    def __init__(self, project: Project, *, is_flat: bool) -> None:
        self._project = project
        self._is_flat = is_flat  # texts without any folder: each is a chapter

    def of_container(self, item: BinderItem, inherited: str, level: int) -> ItemKind:
        """Part or chapter."""
        holds_others = any(is_container(child) for child in item.children)
        chosen = self._chosen(item, inherited)
        if chosen in (ItemKind.PART, ItemKind.CHAPTER):
            return chosen
        levels = self._project.levels
        usual = self._usual(levels.folders if item.kind == "Folder" else levels.containers, level)
        if usual is ItemKind.PART or (holds_others and level == 1):
            return ItemKind.PART
        return ItemKind.CHAPTER

    def of_text(self, item: BinderItem, inherited: str, level: int) -> ItemKind:
        """Scene, chapter (of one scene), front or back matter."""
        chosen = self._chosen(item, inherited)
        if chosen is None and self._is_flat:
            return ItemKind.CHAPTER
        kind = chosen or self._usual(self._project.levels.files, level) or ItemKind.SCENE
        if kind in (ItemKind.FRONT, ItemKind.BACK) and level > 1:
            return ItemKind.SCENE
        return ItemKind.SCENE if kind is ItemKind.PART else kind

    def _chosen(self, item: BinderItem, inherited: str) -> ItemKind | None:
        """What the writer says it is, or says that all in its folder are."""
        return _named(self._project.section_types.get(item.section_type or inherited, ""))

    def _usual(self, types: list[str], level: int) -> ItemKind | None:
        """What items of its depth are; the first is that of the draft itself."""
        if not types:
            return None
        return _named(self._project.section_types.get(types[min(level, len(types) - 1)], ""))


def _named(name: str) -> ItemKind | None:
    return next((kind for pattern, kind in _BY_NAME if pattern.search(name)), None)
