# SPDX-License-Identifier: MIT
"""Finding words in a scene, a chapter, a novel or the library, letter by letter, to replace them.

What is found comes in the order of reading while the search goes on; whoever stops asking stops
it. ``replacing.py`` replaces. For a list of scenes that hold something see
``search.py``.
"""

from __future__ import annotations

import asyncio
from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Collection,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.item_fields import Fields
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.repositories.searching import SHARES, ItemWords, SearchRepository
from novelist.db.session import read_session
from novelist.domain.comments import Remark, place_threads
from novelist.domain.document_text import digest, from_json_lines
from novelist.domain.enums import ItemKind
from novelist.domain.finding.finding import Finder
from novelist.domain.finding.passages import Address, Passage, passages
from novelist.domain.outline import Row, number_chapters_in_order, tree_order
from novelist.services.comments import list_threads, load_commented
from novelist.services.finding.finding_bible import find_entities, find_in_fields, hopeful_fields
from novelist.services.finding.found import (
    BIBLE,
    Field,
    Found,
    FoundIn,
    Group,
    Results,
    Scope,
    Where,
)

__all__ = [
    "BIBLE", "Field", "Found", "FoundIn", "Group", "Results", "Scope", "Where", "find",
]  # fmt: skip

_FIRST: Final = 40  # items that are looked at while the store still looks which may hold it
_STEPS: Final = (8, 32, 160, 640)  # items looked at together: few at first, then more
_AT_ONCE: Final = 48  # texts that are read in one visit of a thread


async def find(finder: Finder, where: Where) -> AsyncGenerator[Results, None]:
    """Look through the items step by step. Raises ``PatternTooSlowError``.

    What is in the trash is left out. Texts that are being written are to be saved before.
    """
    if finder.is_empty:
        return
    planned = asyncio.Event()
    possible = asyncio.ensure_future(_possible(finder, where, planned))
    try:
        plan = await _plan(where)
        planned.set()
        if Field.COMMENTS in where.fields:
            await _add_comments(finder, plan)
        if Field.BIBLE in where.fields:
            plan.own = await hopeful_fields(finder, plan.novels)
        async for step in _looked(finder, plan, where, possible):
            yield step
    finally:
        possible.cancel()


async def _looked(
    finder: Finder,
    plan: _Plan,
    where: Where,
    possible: asyncio.Future[set[int] | None],
) -> AsyncIterator[Results]:
    """The first items at once, those that may hold it, the bible, what is said in footnotes."""
    fields, read = where.fields, set[int]()
    start = 0 if possible.done() else _FIRST
    first, rest, total = plan.items[:start], plan.items[start:], len(plan.items)
    async for step in _look_through(finder, plan, first, fields, read):
        yield step
    proposed = await possible if rest else None
    if proposed is not None:
        proposed = proposed | plan.said.keys() | plan.own.keys()
        rest = [row for row in rest if row.id in proposed]
    async for step in _look_through(finder, plan, rest, fields, read):
        yield step
    if Field.BIBLE in fields and where.scope in (Scope.NOVEL, Scope.LIBRARY):
        titles = {novel_id: novel.title for novel_id, novel in plan.novels.items()}
        yield Results(await find_entities(finder, titles, total), total, total)
    if Field.TEXT in fields:  # a plain text is without its footnotes
        async with read_session() as session:
            noted = await SearchRepository(session).with_footnotes(plan.novels) - read
        rest = [row for row in plan.items if row.id in noted]
        async for step in _look_through(finder, plan, rest, {Field.TEXT}, read, every=True):
            yield step
    yield Results((), total, total)


# -- what to look at -------------------------------------------------------------------------------


@dataclass(slots=True)
class _Plan:
    """The items in the order of reading, and what is known of them."""

    items: list[Row] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)
    novels: dict[int, _Novel] = field(default_factory=dict)
    novel_of: dict[int, int] = field(default_factory=dict)
    said: dict[int, list[Remark]] = field(default_factory=dict)  # that may hold it
    own: dict[int, Fields] = field(default_factory=dict)  # custom fields that may

    def group_of(self, row: Row) -> Group:
        """The chapter that an item belongs to."""
        novel_id = self.novel_of[row.id]
        novel = self.novels[novel_id]
        chapter = _chapter(novel.rows, row) or row
        number = novel.numbers.get(chapter.id)
        return Group(novel_id, novel.title, chapter.id, chapter.kind, chapter.title, number)


@dataclass(frozen=True, slots=True)
class _Novel:
    title: str
    rows: dict[int, Row]
    numbers: dict[int, int]


async def _plan(where: Where) -> _Plan:
    plan = _Plan()
    async with read_session() as session:
        only = None if where.scope is Scope.LIBRARY else where.novel_id
        for novel_id, title in await SearchRepository(session).list_novels(only):
            rows = await OutlineRepository(session).list_rows(novel_id)
            await asyncio.to_thread(_add_novel, plan, novel_id, title, rows, where)
    return plan


async def _add_comments(finder: Finder, plan: _Plan) -> None:
    """Comments belong to the items where their passages are by now."""
    for novel_id in plan.novels:
        threads = await list_threads(novel_id)
        texts = await load_commented(novel_id) if threads else {}
        for placed in place_threads(threads, texts):
            hopeful = [each for each in placed.thread.remarks if finder.may_be_in(each.text)]
            if hopeful and placed.item_id in plan.places:
                plan.said.setdefault(placed.item_id, []).extend(hopeful)


async def _possible(finder: Finder, where: Where, planned: asyncio.Event) -> set[int] | None:
    """Which items may hold it; None: any may. The texts themselves are asked once it is known
    which items come first: that would have to wait for the processor else.
    """
    if where.scope in (Scope.SCENE, Scope.CHAPTER):
        return None
    only = None if where.scope is Scope.LIBRARY else where.novel_id
    async with read_session() as session:
        proposed = await SearchRepository(session).indexed(finder.words)
    if proposed is not None:
        return proposed
    await planned.wait()
    shares = await asyncio.gather(*(_holding(finder, only, share) for share in range(SHARES)))
    return None if None in shares else {item_id for share in shares for item_id in share or ()}


async def _holding(finder: Finder, novel_id: int | None, share: int) -> set[int] | None:
    async with read_session() as session:
        return await SearchRepository(session).holding(finder.words, novel_id, share)


def _add_novel(plan: _Plan, novel_id: int, title: str, rows: Sequence[Row], where: Where) -> None:
    by_id = {row.id: row for row in rows}
    root = _root(by_id, where)
    ordered = [row for row, _ in tree_order(rows)]
    plan.novels[novel_id] = _Novel(title, by_id, number_chapters_in_order(ordered))
    if root is not None:
        ordered = [row for row in ordered if row.id == root or _is_below(by_id, row, root)]
    ids = [row.id for row in ordered]
    plan.places.update(zip(ids, count(len(plan.items)), strict=False))
    plan.novel_of.update(dict.fromkeys(ids, novel_id))
    plan.items += ordered


def _root(by_id: Mapping[int, Row], where: Where) -> int | None:
    """The scene, or the chapter that holds all the others; None: the whole novel."""
    if where.scope in (Scope.NOVEL, Scope.LIBRARY):
        return None
    row = by_id.get(where.item_id or 0)
    chapter = _chapter(by_id, row) if row is not None and where.scope is Scope.CHAPTER else None
    return (where.item_id or 0) if chapter is None else chapter.id


def _is_below(by_id: Mapping[int, Row], row: Row, root: int) -> bool:
    here: Row | None = row
    for _ in range(len(by_id)):
        if here is None or here.parent_id == root:
            return here is not None
        here = by_id.get(here.parent_id or 0)
    return False


def _chapter(by_id: Mapping[int, Row], row: Row) -> Row | None:
    """The chapter that an item is, or stands in."""
    here: Row | None = row
    for _ in range(len(by_id)):
        if here is None or here.kind == ItemKind.CHAPTER:
            return here
        here = by_id.get(here.parent_id or 0)
    return None


def _steps(items: Sequence[Row]) -> Iterator[Sequence[Row]]:
    start = 0
    sizes = iter(_STEPS)
    while start < len(items):
        size = next(sizes, _STEPS[-1])
        yield items[start : start + size]
        start += size


# -- looking ---------------------------------------------------------------------------------------


async def _look_through(
    finder: Finder,
    plan: _Plan,
    rows: Sequence[Row],
    fields: Collection[Field],
    read: set[int],
    *,
    every: bool = False,
) -> AsyncIterator[Results]:
    """Step by step; ``read`` takes the items whose texts were read: which may hold it, or all."""
    total = len(plan.items)
    for step in _steps(rows):
        async with read_session() as session:
            words = await SearchRepository(session).words_of([row.id for row in step])
        by_id = {each.item_id: each for each in words}
        hopeful = set(by_id) if every else set()
        if Field.TEXT in fields and not every:
            hopeful = await asyncio.to_thread(_may_hold, finder, words)
        read |= hopeful
        for part in _parts(step, hopeful):
            found = await _look(finder, plan, part, by_id, hopeful, fields)
            yield Results(tuple(found), plan.places[part[-1].id] + 1, total)


def _parts(rows: Sequence[Row], hopeful: Collection[int]) -> Iterator[Sequence[Row]]:
    """The rows in stretches with so many texts to be read in one visit of a thread."""
    part: list[Row] = []
    texts = 0
    for row in rows:
        part.append(row)
        texts += row.id in hopeful
        if texts == _AT_ONCE:
            yield part
            part, texts = [], 0
    if part:
        yield part


def _may_hold(finder: Finder, words: Iterable[ItemWords]) -> set[int]:
    return {each.item_id for each in words if finder.may_be_in(each.text)}


async def _look(
    finder: Finder,
    plan: _Plan,
    rows: Sequence[Row],
    words: Mapping[int, ItemWords],
    hopeful: Collection[int],
    fields: Collection[Field],
) -> list[Found]:
    ids = [row.id for row in rows if row.id in hopeful]
    contents: dict[int, str] = {}
    if ids:
        async with read_session() as session:
            contents = await SceneBodyRepository(session).contents_of(ids)
    said = plan.said if Field.COMMENTS in fields else {}
    own = plan.own if Field.BIBLE in fields else {}
    parts = await asyncio.to_thread(_read, finder, rows, words, contents, fields, said, own)
    return [
        Found(plan.group_of(row), plan.places[row.id], row.id, row.kind, row.title, parts[row.id])
        for row in rows
        if row.id in parts
    ]


def _read(
    finder: Finder,
    rows: Iterable[Row],
    words: Mapping[int, ItemWords],
    contents: Mapping[int, str],
    fields: Collection[Field],
    said: Mapping[int, Sequence[Remark]],
    own: Mapping[int, Fields],
) -> dict[int, tuple[FoundIn, ...]]:
    found: dict[int, tuple[FoundIn, ...]] = {}
    for row in rows:
        parts = []
        for name in Field:
            if name is Field.TEXT and row.id in contents:
                parts.append(_in_text(finder, contents[row.id]))
            elif name is Field.COMMENTS:
                parts += [_in_comment(finder, each) for each in said.get(row.id, ())]
            elif name is Field.BIBLE:
                parts += find_in_fields(finder, own.get(row.id, ()))
            elif name is not Field.TEXT and name in fields and row.id in words:
                parts.append(_in_field(finder, name, getattr(words[row.id], name)))
        inside = tuple(part for part in parts if part.passages)
        if inside:
            found[row.id] = inside
    return found


def _in_text(finder: Finder, content: str) -> FoundIn:
    inside = tuple(passages(from_json_lines(content), finder))
    return FoundIn(Field.TEXT, digest(content) if inside else "", inside)


def _in_field(finder: Finder, name: Field, text: str) -> FoundIn:
    spans = finder.spans(text) if text else []
    return FoundIn(name, text, (Passage(Address(), text, tuple(spans)),) if spans else ())


def _in_comment(finder: Finder, remark: Remark) -> FoundIn:
    spans = tuple(finder.spans(remark.text))
    found = (Passage(Address(remark.id), remark.text, spans),) if spans else ()
    return FoundIn(Field.COMMENTS, remark.text, found, remark.id)
