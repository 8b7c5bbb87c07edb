# SPDX-License-Identifier: MIT
"""What of a novel goes in: by extent, flag, status and label, with front and back matter or not."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from novelist.domain.compiling.settings import Content, Extent
from novelist.domain.counting import Counts, count
from novelist.domain.document import EMPTY, Document
from novelist.domain.enums import ItemKind
from novelist.domain.outline import in_manuscript, selection_roots


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row of the outline with its text; ``status`` and ``label`` are names."""

    id: int
    parent_id: int | None
    position: int
    kind: str
    title: str = ""
    synopsis: str = ""
    status: str = ""
    label: str = ""
    in_manuscript: bool = True
    document: Document = EMPTY
    counts: Counts | None = None
    """Of the document, where they are known."""


Chosen = tuple[Candidate, int]
"""A candidate and its depth."""


def choose(
    candidates: Sequence[Candidate], content: Content, selected: Collection[int] = ()
) -> list[Chosen]:
    """What goes in, depth first; ``selected`` are the ids that an extent of a selection means."""
    rows = candidates
    if content.left_out:
        rows = [replace(row, in_manuscript=True) for row in rows]
    chosen = in_manuscript(rows)
    if content.extent is Extent.SELECTION:
        chosen = _inside(chosen, selected)
    chosen = [each for each in chosen if _is_wanted(each[0], content)]
    if content.statuses or content.labels:
        chosen = _without_empty(chosen)
    if content.extent is Extent.FIRST_CHAPTERS:
        return _first_chapters(chosen, content.amount)
    if content.extent is Extent.FIRST_WORDS:
        return _first_words(chosen, content.amount)
    return chosen


def _inside(chosen: Sequence[Chosen], selected: Collection[int]) -> list[Chosen]:
    """The selected and what is inside of them, their depths counted from them."""
    roots = set(selection_roots((row for row, _ in chosen), selected))
    depths: dict[int | None, int] = {}
    for row, _ in chosen:
        if row.parent_id in depths:
            depths[row.id] = depths[row.parent_id] + 1
        elif row.id in roots:
            depths[row.id] = 0
    return [(row, depths[row.id]) for row, _ in chosen if row.id in depths]


def _is_wanted(row: Candidate, content: Content) -> bool:
    if row.kind == ItemKind.FRONT:
        return content.front
    if row.kind == ItemKind.BACK:
        return content.back
    if row.kind != ItemKind.SCENE:
        return True
    has_status = not content.statuses or row.status in content.statuses
    return has_status and (not content.labels or row.label in content.labels)


def _without_empty(chosen: Sequence[Chosen]) -> list[Chosen]:
    """Without parts and chapters in which nothing is left."""
    needed: set[int | None] = set()
    found: list[Chosen] = []
    for row, depth in reversed(chosen):
        if ItemKind(row.kind).has_text or row.id in needed:
            needed.add(row.parent_id)
            found.append((row, depth))
    return found[::-1]


def _first_chapters(chosen: Sequence[Chosen], amount: int) -> list[Chosen]:
    """Up to the end of the ``amount``-th chapter, or scene where there are no chapters."""
    kinds = [row.kind for row, _ in chosen]
    counted = ItemKind.CHAPTER if ItemKind.CHAPTER in kinds else ItemKind.SCENE
    found: list[Chosen] = []
    count_so_far = 0
    for row, depth in chosen:
        ends = row.kind in (ItemKind.PART, ItemKind.BACK) or row.kind == counted
        if ends and count_so_far == amount:
            break
        count_so_far += row.kind == counted
        found.append((row, depth))
    return found


def _first_words(chosen: Sequence[Chosen], amount: int) -> list[Chosen]:
    """Up to the end of the paragraph in which so many words of scenes are reached."""
    found: list[Chosen] = []
    words = 0
    for row, depth in chosen:
        if row.kind == ItemKind.BACK:
            break
        if row.kind != ItemKind.SCENE:
            found.append((row, depth))
            continue
        blocks = []
        for block in row.document.blocks:
            blocks.append(block)
            words += count(block.plain_text).words
            if words >= amount:
                document = Document(tuple(blocks))
                return [*found, (replace(row, document=document, counts=None), depth)]
        found.append((row, depth))
    return found
