# SPDX-License-Identifier: MIT
"""Where a new item goes, and where a key moves the chosen ones: parent and row, by the tree.

Rows count the children as they stand, as a drop between two rows does. None means that there
is no such place.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from novelist.domain.enums import ItemKind
from novelist.domain.outline import may_contain
from novelist.ui.binder.outline_tree import OutlineTree

OUTSIDE = (ItemKind.NOTE, ItemKind.FOLDER)  # of the manuscript


class Place(NamedTuple):
    """A gap between two rows."""

    parent_id: int | None
    row: int


class Step(Enum):
    """A move by one key."""

    UP = "up"
    DOWN = "down"
    OUT = "out"
    IN = "in"


def place_for_new(tree: OutlineTree, kind: ItemKind, current: int | None) -> Place:
    """Where a new item belongs: into or after the current one, else at the end.

    Notes and folders never come to stand among the scenes by a key; they can be put there.
    """
    outside = kind in OUTSIDE
    here = current if current in tree else None
    if here is not None and tree.is_outside(here) == outside:
        for candidate in (here, *tree.ancestors(here)):
            place = _into(tree, kind, candidate) or _after(tree, kind, candidate)
            if place is not None:
                return place
    return _last_place(tree, kind)


def step(tree: OutlineTree, ids: Sequence[int], direction: Step) -> Place | None:
    """Where the chosen items go by one step."""
    roots = tree.without_descendants(ids)
    if not roots:
        return None
    place = _STEPS[direction](tree, roots)
    if place is None or not _may_stand(tree, roots, place.parent_id):
        return None
    return place


def changes_nothing(tree: OutlineTree, ids: Sequence[int], place: Place) -> bool:
    """Whether the items stand at that place already, side by side and in order."""
    rows = [tree.row(item_id) for item_id in ids if tree.parent(item_id) == place.parent_id]
    together = len(rows) == len(ids) and rows == list(range(rows[0], rows[0] + len(rows)))
    return together and rows[0] <= place.row <= rows[-1] + 1


def _into(tree: OutlineTree, kind: ItemKind, item_id: int) -> Place | None:
    """The end of the item's inside."""
    if not may_contain(tree.items[item_id].kind, kind):
        return None
    return Place(item_id, len(tree.children(item_id)))


def _after(tree: OutlineTree, kind: ItemKind, item_id: int) -> Place | None:
    parent_id = tree.parent(item_id)
    if not may_contain(_kind(tree, parent_id), kind):
        return None
    return Place(parent_id, tree.row(item_id) + 1)


def _last_place(tree: OutlineTree, kind: ItemKind) -> Place:
    """The end of the last chapter for a scene, of the last part for a chapter, else of all."""
    usual = {ItemKind.SCENE: ItemKind.CHAPTER, ItemKind.CHAPTER: ItemKind.PART}.get(kind)
    if usual is not None:
        for item_id in reversed(tree.in_order()):
            if tree.items[item_id].kind == usual:
                return Place(item_id, len(tree.children(item_id)))
    return Place(None, len(tree.children(None)))


def _up(tree: OutlineTree, roots: Sequence[int]) -> Place | None:
    first = roots[0]
    parent_id = tree.parent(first)
    before = _siblings(tree, first)
    before = before[: before.index(first)]
    if before:
        return Place(parent_id, tree.row(before[-1]))
    target = _next_alike(tree, parent_id, -1)
    return None if target is None else Place(target, len(tree.children(target)))


def _down(tree: OutlineTree, roots: Sequence[int]) -> Place | None:
    last = roots[-1]
    parent_id = tree.parent(last)
    after = _siblings(tree, last)
    after = after[after.index(last) + 1 :]
    if after:
        return Place(parent_id, tree.row(after[0]) + 1)
    target = _next_alike(tree, parent_id, 1)
    return None if target is None else Place(target, 0)


def _out(tree: OutlineTree, roots: Sequence[int]) -> Place | None:
    """After the parent; a note does not leave the manuscript this way."""
    parent_id = tree.parent(roots[0])
    if parent_id is None:
        return None
    target = tree.parent(parent_id)
    changes_section = target is None and any(
        (tree.items[item_id].kind in OUTSIDE) != tree.is_outside(parent_id) for item_id in roots
    )
    return None if changes_section else Place(target, tree.row(parent_id) + 1)


def _in(tree: OutlineTree, roots: Sequence[int]) -> Place | None:
    """The end of the sibling above."""
    siblings = _siblings(tree, roots[0])
    row = siblings.index(roots[0])
    if row == 0:
        return None
    return Place(siblings[row - 1], len(tree.children(siblings[row - 1])))


_STEPS = {Step.UP: _up, Step.DOWN: _down, Step.OUT: _out, Step.IN: _in}


def _siblings(tree: OutlineTree, item_id: int) -> list[int]:
    """The items beside it that a person sees together with it."""
    outside = tree.is_outside(item_id)
    siblings = tree.children(tree.parent(item_id))
    return [found for found in siblings if tree.is_outside(found) == outside]


def _next_alike(tree: OutlineTree, parent_id: int | None, direction: int) -> int | None:
    """The next or previous item of the same kind as the parent, in tree order."""
    if parent_id is None:
        return None
    kind = tree.items[parent_id].kind
    alike = [found for found in tree.in_order() if tree.items[found].kind == kind]
    place = alike.index(parent_id) + direction
    return alike[place] if 0 <= place < len(alike) else None


def _may_stand(tree: OutlineTree, ids: Sequence[int], parent_id: int | None) -> bool:
    kind = _kind(tree, parent_id)
    above = set() if parent_id is None else {parent_id, *tree.ancestors(parent_id)}
    allowed = all(may_contain(kind, tree.items[item_id].kind) for item_id in ids)
    return allowed and above.isdisjoint(ids)


def _kind(tree: OutlineTree, item_id: int | None) -> str | None:
    return None if item_id is None else tree.items[item_id].kind
