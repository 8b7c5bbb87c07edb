# SPDX-License-Identifier: MIT
"""Replacing what was found: all that was chosen in one transaction, each novel in one step.

Before it, every text that changes has a version and the moment a name, so that it can be brought
back another day; ``Edit`` takes all of it back at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.comments import CommentRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.repositories.text_rewriting import TextRewriter
from novelist.db.session import writer
from novelist.domain.changes import Action
from novelist.domain.document_text import digest
from novelist.domain.edit import Edit, EditAction
from novelist.domain.enums import RevisionReason
from novelist.domain.finding.entity_words import Spot
from novelist.domain.finding.passages import Address
from novelist.domain.finding.replacing import Changes, replace_in_content, replace_in_text
from novelist.domain.finding.rewriting import Rewriting, rewriting_between
from novelist.services.finding.found import Field
from novelist.services.finding.replacing_bible import ReplacedInBible, Wanted, change_bible
from novelist.services.history.snapshots import add_moment
from novelist.services.journal.announcing import announce_comments, announce_values
from novelist.services.journal.journal import record
from novelist.services.library.backups import before_bulk_change

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

_COLUMNS: Final = (Field.TITLE, Field.SYNOPSIS, Field.NOTES)  # of an item
_LONGEST_TITLE: Final = 1000  # characters that the column takes


@dataclass(frozen=True, slots=True)
class Replacement:
    """New words for places in one field of an item; ``expected`` is what ``FoundIn`` says.

    Those in the bible are of an entity, or of an item's own fields; ``spot`` says where there.
    """

    novel_id: int
    item_id: int
    field: Field
    expected: str
    changes: Changes
    comment_id: int | None = None
    entity_id: int | None = None
    spot: Spot | None = None

    @property
    def count(self) -> int:
        """How many places."""
        return sum(len(changes) for changes in self.changes.values())


@dataclass(frozen=True, slots=True)
class Replaced:
    """What was done: a step a novel, how many places, the items and entities that were left alone.

    Those were written in, or thrown away, since they were searched.
    """

    edits: tuple[Edit, ...]
    count: int
    left: frozenset[int]
    left_entities: frozenset[int] = frozenset()


async def replace(
    wanted: Sequence[Replacement],
    *,
    looked_for: str,
    moment: str,
    initiator: str = "",
    keep_names: bool = False,
) -> Replaced:
    """Put the new words in their places, all at once.

    ``looked_for`` names the step, ``moment`` the text before it. Texts that are being written are
    to be saved before. Where several novels change, the library is backed up first. An entity
    whose name becomes another keeps the old one among its other names with ``keep_names``.
    """
    novels: dict[int, list[Replacement]] = {}
    for each in wanted:
        novels.setdefault(each.novel_id, []).append(each)
    if len(novels) > 1:
        await before_bulk_change()

    async def command(session: AsyncSession) -> Replaced:
        edits, count = [], 0
        left, left_entities = set[int](), set[int]()
        for novel_id, inside in novels.items():
            step = await _replace_in_novel(session, novel_id, inside, moment, keep_names=keep_names)
            count += step.count + step.bible.count
            left |= step.left | step.bible.left
            left_entities |= step.bible.left_entities
            if step.changes_something:
                edits.append(await _record(session, novel_id, step, looked_for, initiator))
        return Replaced(tuple(edits), count, frozenset(left), frozenset(left_entities))

    return await writer().submit(command)


@dataclass(slots=True)
class _Step:
    """What becomes of one novel."""

    texts: dict[int, str] = field(default_factory=dict)
    rewritten: dict[int, Rewriting] = field(default_factory=dict)
    before: dict[int, dict[str, Any]] = field(default_factory=dict)
    after: dict[int, dict[str, Any]] = field(default_factory=dict)
    said_before: dict[int, dict[str, Any]] = field(default_factory=dict)
    said_after: dict[int, dict[str, Any]] = field(default_factory=dict)
    bible: ReplacedInBible = field(default_factory=ReplacedInBible)
    left: set[int] = field(default_factory=set)
    count: int = 0

    @property
    def ids(self) -> tuple[int, ...]:
        """The items that change."""
        return tuple(dict.fromkeys((*self.rewritten, *self.after, *self.bible.fields_after)))

    @property
    def changes_something(self) -> bool:
        """Whether there is anything to be taken back."""
        return bool(self.ids or self.said_after or self.bible.entities_after)


async def _replace_in_novel(
    session: AsyncSession,
    novel_id: int,
    wanted: Sequence[Replacement],
    moment: str,
    *,
    keep_names: bool,
) -> _Step:
    outlines, step = OutlineRepository(session), _Step()
    live = {row.id for row in await outlines.list_rows(novel_id)}
    texts = [each for each in wanted if each.field is Field.TEXT and each.item_id in live]
    said = [each for each in wanted if each.comment_id is not None and each.item_id in live]
    fields = [each for each in wanted if each.field in _COLUMNS and each.item_id in live]
    own = [each for each in wanted if each.entity_id is not None or each.item_id in live]
    gone = (each for each in wanted if each.entity_id is None and each.item_id not in live)
    step.left = {each.item_id for each in gone}
    contents = await SceneBodyRepository(session).contents_of([each.item_id for each in texts])
    await asyncio.to_thread(partial(_change_texts, step, texts, contents))
    named = {each.item_id: {name.value: None for name in _COLUMNS} for each in fields}
    _change_fields(step, fields, await outlines.values_of(named))
    await _change_comments(session, step, said)
    step.bible = await change_bible(session, _in_bible(own), keep_names=keep_names)
    if step.ids or step.bible.entities_after:
        in_text = len(step.rewritten) == 1 and not step.bible.changes_something
        only = step.ids[0] if len(step.ids) == 1 and in_text else None
        await add_moment(session, novel_id, name=moment, item_id=only)
    digests = {key: each.after for key, each in step.rewritten.items()}
    await TextRewriter(session).rewrite(step.texts, RevisionReason.REPLACE, contents, digests)
    await outlines.apply(step.after)
    await step.bible.write(session)
    return step


def _in_bible(wanted: Iterable[Replacement]) -> list[Wanted]:
    return [
        Wanted(each.item_id, each.entity_id, each.spot, each.expected, each.changes)
        for each in wanted
        if each.spot is not None
    ]


def _change_texts(step: _Step, wanted: Iterable[Replacement], contents: Mapping[int, str]) -> None:
    for each in wanted:
        content = contents.get(each.item_id, "")
        if digest(content) != each.expected:
            step.left.add(each.item_id)
            continue
        new = replace_in_content(content, each.changes)
        if new != content:
            step.texts[each.item_id] = new
            step.rewritten[each.item_id] = rewriting_between(content, new, each.expected)
        step.count += each.count


def _change_fields(
    step: _Step, wanted: Iterable[Replacement], values: Mapping[int, Mapping[str, Any]]
) -> None:
    for each in wanted:
        name, old = each.field.value, values[each.item_id][each.field]
        new = replace_in_text(old, each.changes.get(Address(), ()))
        is_too_long = each.field is Field.TITLE and len(new) > _LONGEST_TITLE
        if old != each.expected or is_too_long:
            step.left.add(each.item_id)
            continue
        if new != old:
            step.before.setdefault(each.item_id, {})[name] = old
            step.after.setdefault(each.item_id, {})[name] = new
        step.count += each.count


async def _change_comments(
    session: AsyncSession, step: _Step, wanted: Iterable[Replacement]
) -> None:
    comments = CommentRepository(session)
    keys = {each.comment_id or 0: each for each in wanted}
    texts = await comments.texts_by_id(keys)
    for key, each in keys.items():
        new = replace_in_text(each.expected, each.changes.get(Address(key), ()))
        if texts.get(key) != each.expected or not new.strip():  # one that says nothing is none
            step.left.add(each.item_id)
            continue
        if new != each.expected:
            step.said_before[key], step.said_after[key] = {"text": each.expected}, {"text": new}
        step.count += each.count
    await comments.apply(step.said_after)


async def _record(
    session: AsyncSession, novel_id: int, step: _Step, looked_for: str, initiator: str
) -> Edit:
    announce_values(session, novel_id, step.before, step.after, step.rewritten, initiator=initiator)
    if step.said_after:
        said = step.said_after
        announce_comments(session, novel_id, Action.UPDATED, said, initiator=initiator)
    step.bible.announce(session, novel_id, initiator)
    edit = Edit(
        EditAction.REPLACE,
        novel_id,
        step.ids,
        step.before,
        step.after,
        rewritten=step.rewritten,
        comments_before=step.said_before,
        comments_after=step.said_after,
        entities_before=step.bible.entities_before,
        entities_after=step.bible.entities_after,
        fields_before=step.bible.fields_before,
        fields_after=step.bible.fields_after,
        subject=looked_for,
    )
    return await record(session, edit, about=step.ids[:1])
