# SPDX-License-Identifier: MIT
"""What is read together, and the parts that begin on a page of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from novelist.domain.enums import ItemKind
from novelist.domain.outline import in_manuscript
from novelist.ui.editor.header import EXTENTS

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem

ALONE, CHAPTER, NOVEL = EXTENTS


@dataclass(frozen=True)
class ReadScene:
    """One text; ``title`` is "" where it has none of its own."""

    item_id: int
    title: str
    characters: int


@dataclass
class ReadChapter:
    """Scenes that stand in one chapter; ``part`` is said where one begins with it."""

    title: str
    part: str = ""
    scenes: list[ReadScene] = field(default_factory=list)

    @property
    def characters(self) -> int:
        """How long it is."""
        return sum(scene.characters for scene in self.scenes)


def chapters_of(
    items: Sequence[OutlineItem], item_id: int, extent: str, title_of: Callable[[int], str]
) -> list[ReadChapter]:
    """The scene of an item, its chapter or the whole manuscript; ``items`` are in tree order.

    What is not part of the manuscript is read alone.
    """
    by_id = {item.id: item for item in items}
    here = by_id[item_id]
    rows = items if extent == NOVEL else _near(items, by_id, here)
    texts = [item for item, _ in in_manuscript(rows) if ItemKind(item.kind).has_text]
    if extent == CHAPTER:
        texts = [item for item in texts if item.parent_id == here.parent_id]
    if extent == ALONE or here not in texts:
        texts = [here]
    return _grouped(texts, by_id, title_of, named=texts != [here] or extent == CHAPTER)


def _near(
    items: Sequence[OutlineItem], by_id: dict[int, OutlineItem], here: OutlineItem
) -> list[OutlineItem]:
    """What an item stands in and beside: enough to say what of it is in the manuscript."""
    above: list[OutlineItem] = []
    item = here
    while item.parent_id is not None and item.parent_id in by_id:
        item = by_id[item.parent_id]
        above.insert(0, item)
    return [*above, *(each for each in items if each.parent_id == here.parent_id)]


def _grouped(
    texts: Sequence[OutlineItem],
    by_id: dict[int, OutlineItem],
    title_of: Callable[[int], str],
    *,
    named: bool,
) -> list[ReadChapter]:
    found: list[ReadChapter] = []
    former: object = ()
    part_before: int | None = None
    for item in texts:
        if item.parent_id != former or item.parent_id is None:
            above = by_id.get(item.parent_id) if item.parent_id is not None else None
            part = None if above is None else above.parent_id
            is_new = part is not None and part != part_before and named
            title = title_of(item.id if above is None or not named else above.id)
            found.append(ReadChapter(title, title_of(part) if is_new and part else ""))
            former, part_before = item.parent_id, part if part is not None else part_before
        own = item.title if item.title != found[-1].title else ""
        found[-1].scenes.append(ReadScene(item.id, own, item.characters))
    return found
