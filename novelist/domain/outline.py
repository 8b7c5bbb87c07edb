# SPDX-License-Identifier: MIT
"""The rules of the outline: what may stand where, in which order, and how a move changes it.

Siblings are ordered by ``(position, id)``. Positions are integers ``GAP`` apart, so that an item
is put between two others by changing one row; where no room is left, that one list of siblings is
renumbered. Everything here is a pure function: services read the rows, ask, and write the answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from operator import attrgetter
from typing import Final, NamedTuple, Protocol, TypeVar

from novelist.domain.document import Block, Document, Inline, Run
from novelist.domain.enums import OUTSIDE_KINDS, ItemKind
from novelist.domain.numbering import carries_number, chapter_label, stands_apart
from novelist.errors import InvalidMoveError

__all__ = [
    "GAP",
    "Place",
    "Placed",
    "Row",
    "allowed_parents",
    "block_length",
    "chapter_label",
    "children_of",
    "is_tree",
    "may_contain",
    "merge_documents",
    "number_chapters",
    "number_chapters_in_order",
    "plan_insert",
    "plan_move",
    "position_between",
    "selection_roots",
    "split_document",
    "tree_order",
]

GAP: Final = 2**20
Place = tuple[int | None, int]  # parent and position

_CONTAINS: Final[Mapping[str | None, frozenset[str]]] = {
    None: frozenset(ItemKind),
    ItemKind.PART: frozenset({ItemKind.CHAPTER, ItemKind.SCENE, ItemKind.NOTE}),
    ItemKind.CHAPTER: frozenset({ItemKind.SCENE, ItemKind.NOTE}),
    ItemKind.FOLDER: frozenset({ItemKind.FOLDER, ItemKind.NOTE}),
}


class Placed(Protocol):
    """What the rules need to know of an item; rows of the store have it too."""

    @property
    def id(self) -> int: ...  # noqa: D102 - the name says it
    @property
    def parent_id(self) -> int | None: ...  # noqa: D102 - the name says it
    @property
    def position(self) -> int: ...  # noqa: D102 - the name says it
    @property
    def kind(self) -> str: ...  # noqa: D102 - the name says it
    @property
    def title(self) -> str: ...  # noqa: D102 - the name says it


class Flagged(Placed, Protocol):
    """An item that may have been left out of the manuscript."""

    @property
    def in_manuscript(self) -> bool: ...


AnyRow = TypeVar("AnyRow", bound=Placed)
AnyFlagged = TypeVar("AnyFlagged", bound=Flagged)


class Row(NamedTuple):
    """One item of an outline, as far as the rules need it: thousands are made at once."""

    id: int
    parent_id: int | None
    position: int
    kind: str
    title: str = ""


# What may stand where.


def may_contain(parent: str | None, child: str) -> bool:
    """Whether an item of kind ``child`` may stand inside ``parent`` (None: at the top)."""
    return child in _CONTAINS.get(parent, frozenset())


def allowed_parents(child: str) -> tuple[str | None, ...]:
    """The kinds (None: the top) that an item of kind ``child`` may be put into."""
    return tuple(parent for parent in _CONTAINS if may_contain(parent, child))


# Order.


def children_of(rows: Iterable[AnyRow], parent_id: int | None) -> list[AnyRow]:
    """The items directly inside ``parent_id``, in order."""
    return sorted((row for row in rows if row.parent_id == parent_id), key=_order)


def tree_order(rows: Iterable[AnyRow]) -> list[tuple[AnyRow, int]]:
    """Every row once, depth first, each with its depth.

    A row whose parent is not among the rows, or that is its own ancestor, comes out at the top
    rather than not at all.
    """
    by_id = {row.id: row for row in rows}
    inside: dict[int | None, list[int]] = defaultdict(list)
    for row in sorted(by_id.values(), key=attrgetter("position", "id")):
        parent_id = row.parent_id
        inside[parent_id if parent_id in by_id else None].append(row.id)
    depths: dict[int, int] = {}  # in the order in which they are reached
    levels: list[Iterator[int]] = [chain(inside[None], by_id)]
    while levels:
        for key in levels[-1]:
            if key not in depths:
                depths[key] = len(levels) - 1
                if key in inside:
                    levels.append(iter(inside[key]))
                    break
        else:
            levels.pop()
    return [(by_id[key], depth) for key, depth in depths.items()]


def in_manuscript(rows: Iterable[AnyFlagged]) -> list[tuple[AnyFlagged, int]]:
    """The rows that belong to the book, depth first, each with its depth.

    Notes and folders never do, nor does what was left out, nor anything inside of one of them.
    """
    outside: set[int] = set()
    chosen = []
    for row, depth in tree_order(rows):
        if row.in_manuscript and row.parent_id not in outside and row.kind not in OUTSIDE_KINDS:
            chosen.append((row, depth))
        else:
            outside.add(row.id)
    return chosen


def is_tree(rows: Iterable[AnyRow]) -> bool:
    """Whether the parent of every row is there, and none is its own ancestor."""
    by_id = {row.id: row for row in rows}
    reached: set[int | None] = {None}
    for row in by_id.values():
        path: list[int] = []
        here: int | None = row.id
        while here is not None and here not in reached:
            if here not in by_id or len(path) > len(by_id):
                return False
            path.append(here)
            here = by_id[here].parent_id
        reached.update(path)
    return True


def selection_roots(rows: Iterable[AnyRow], ids: Collection[int]) -> list[int]:
    """The chosen ids in tree order, without those that lie inside another chosen one."""
    chosen, roots = set(ids), []
    covered_below: int | None = None
    for row, depth in tree_order(rows):
        if covered_below is not None and depth > covered_below:
            continue
        covered_below = depth if row.id in chosen else None
        if row.id in chosen:
            roots.append(row.id)
    return roots


def text_to_open(rows: Iterable[AnyRow], wanted: int | None) -> AnyRow | None:
    """Of rows in tree order the one that was wanted, or the first scene, or whatever has a text."""
    with_text = [row for row in rows if ItemKind(row.kind).has_text]
    scenes_first = sorted(with_text, key=lambda row: row.kind != ItemKind.SCENE)
    return next((row for row in with_text if row.id == wanted), next(iter(scenes_first), None))


def _order(row: Placed) -> tuple[int, int]:
    return row.position, row.id


# Places.


def position_between(before: int | None, after: int | None) -> int | None:
    """A position between two neighbours (None: no neighbour); None where there is no room."""
    positions = _positions_between(before, after, 1)
    return positions[0] if positions else None


def _positions_between(before: int | None, after: int | None, count: int) -> list[int]:
    """``count`` rising positions between two neighbours; empty where there is no room."""
    if after is None:
        return [(before or 0) + GAP * step for step in range(1, count + 1)]
    if before is None:
        return [after - GAP * step for step in range(count, 0, -1)]
    step = (after - before) // (count + 1)
    return [before + step * place for place in range(1, count + 1)] if step > 0 else []


def plan_insert(
    rows: Iterable[Placed], parent_id: int | None, index: int | None = None, count: int = 1
) -> tuple[list[int], dict[int, int]]:
    """Positions for ``count`` new children before the ``index``-th (None: at the end).

    The second value holds the siblings whose position must change to make room; it is empty
    nearly always.
    """
    siblings = children_of(rows, parent_id)
    place = _within(index, len(siblings))
    positions = _positions_between(*_neighbours(siblings, place), count)
    if len(positions) == count:
        return positions, {}
    places = [*range(place), *range(place + count, len(siblings) + count)]
    renumbered = {
        row.id: GAP * (number + 1)
        for row, number in zip(siblings, places, strict=True)
        if row.position != GAP * (number + 1)
    }
    return [GAP * (place + number + 1) for number in range(count)], renumbered


def plan_move(
    rows: Iterable[Placed], ids: Collection[int], parent_id: int | None, index: int | None = None
) -> dict[int, Place]:
    """The rows to change so that ``ids`` stand in ``parent_id`` before its ``index``-th child.

    ``index`` counts the children as they stand, moved ones included, as a drop between two rows
    does; None is the end. The moved keep their order, and take along what is inside them. An
    empty answer means that they stand there already. Raises ``InvalidMoveError`` when an item
    would come to stand inside itself or where its kind may not be.
    """
    listed = list(rows)
    moved = selection_roots(listed, ids)
    _require_allowed(listed, moved, parent_id)
    siblings = children_of(listed, parent_id)
    place = _within(index, len(siblings))
    staying = [row for row in siblings if row.id not in moved]
    place -= sum(1 for row in siblings[:place] if row.id in moved)
    wanted = [row.id for row in staying]
    wanted[place:place] = moved
    if wanted == [row.id for row in siblings]:
        return {}
    positions, renumbered = plan_insert(staying, parent_id, place, len(moved))
    plan: dict[int, Place] = {key: (parent_id, value) for key, value in renumbered.items()}
    plan.update((key, (parent_id, value)) for key, value in zip(moved, positions, strict=True))
    return plan


def _within(index: int | None, length: int) -> int:
    return length if index is None else max(0, min(index, length))


def _neighbours(siblings: Sequence[Placed], place: int) -> tuple[int | None, int | None]:
    """The positions on both sides of a place."""
    before = siblings[place - 1].position if place else None
    after = siblings[place].position if place < len(siblings) else None
    return before, after


def _require_allowed(rows: Sequence[Placed], moved: Sequence[int], parent_id: int | None) -> None:
    """Raise unless every moved item may stand in the parent."""
    by_id = {row.id: row for row in rows}
    if parent_id is not None and parent_id not in by_id:
        raise InvalidMoveError(f"there is no item {parent_id}")
    if set(moved) & _ancestors(by_id, parent_id):
        raise InvalidMoveError("an item cannot be put inside itself")
    parent = by_id[parent_id].kind if parent_id is not None else None
    for key in moved:
        if not may_contain(parent, by_id[key].kind):
            raise InvalidMoveError(f"{by_id[key].kind} cannot be put inside {parent}")


def _ancestors(by_id: Mapping[int, Placed], key: int | None) -> set[int]:
    """``key`` and everything it lies in."""
    found: set[int] = set()
    while key is not None and key in by_id and key not in found:
        found.add(key)
        key = by_id[key].parent_id
    return found


# Numbers.


def number_chapters(rows: Iterable[Placed], *, restart_by_part: bool = False) -> dict[int, int]:
    """The number of each chapter, counted through the novel or anew in each part.

    Parts and front and back matter have no number; a prologue or 番外 has none either. Where most
    chapters carry numbers of their own in their titles, none is given to the others.
    """
    ordered = [row for row, _ in tree_order(rows)]
    return number_chapters_in_order(ordered, restart_by_part=restart_by_part)


def number_chapters_in_order(
    ordered: Sequence[Placed], *, restart_by_part: bool = False
) -> dict[int, int]:
    """The same of all rows of a novel that are in tree order already."""
    chapters = [row.title for row in ordered if row.kind == ItemKind.CHAPTER]
    if sum(map(carries_number, chapters)) * 2 > len(chapters):
        return {}
    numbers: dict[int, int] = {}
    count = 0
    for row in ordered:
        if row.kind == ItemKind.PART and restart_by_part:
            count = 0
        elif row.kind == ItemKind.CHAPTER and not stands_apart(row.title):
            count += 1
            numbers[row.id] = count
    return numbers


# Texts of scenes that are split and merged.


def block_length(block: Block) -> int:
    """How many places a caret passes in a block: one a code point, one an atom."""
    return sum(len(inline.text) if isinstance(inline, Run) else 1 for inline in block.inlines)


def split_document(document: Document, block: int, offset: int) -> tuple[Document, Document]:
    """The text before and after a caret, at ``offset`` (see ``block_length``) of ``block``.

    At the edge of a block the block stays whole; inside, both halves keep its kind and
    attributes. Numbers outside the text mean its nearest edge.
    """
    blocks = document.blocks
    if block < 0 or block >= len(blocks):
        edge = 0 if block < 0 else len(blocks)
        return Document(blocks[:edge]), Document(blocks[edge:])
    here = blocks[block]
    if offset <= 0:
        return Document(blocks[:block]), Document(blocks[block:])
    if offset >= block_length(here):
        return Document(blocks[: block + 1]), Document(blocks[block + 1 :])
    left, right = _split_inlines(here.inlines, offset)
    return (
        Document((*blocks[:block], replace(here, inlines=left))),
        Document((replace(here, inlines=right), *blocks[block + 1 :])),
    )


def _split_inlines(
    inlines: tuple[Inline, ...], offset: int
) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """The inlines before and after ``offset``; a run that it cuts is in both."""
    left: list[Inline] = []
    for number, inline in enumerate(inlines):
        length = len(inline.text) if isinstance(inline, Run) else 1
        if offset >= length:
            left.append(inline)
            offset -= length
        elif offset == 0 or not isinstance(inline, Run):
            return tuple(left), inlines[number:]
        else:
            before = replace(inline, text=inline.text[:offset])
            after = replace(inline, text=inline.text[offset:])
            return (*left, before), (after, *inlines[number + 1 :])
    return tuple(left), ()


def merge_documents(documents: Iterable[Document]) -> Document:
    """All blocks of all texts, in order and unchanged."""
    return Document(tuple(block for document in documents for block in document.blocks))
