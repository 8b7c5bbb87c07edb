# SPDX-License-Identifier: MIT
"""From the columns that a command changed to the ``Changes`` that the panels hear."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from novelist.db.feed import announce
from novelist.domain.changes import Action, Change, Changes, Subject
from novelist.domain.enums import ChoiceKind

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

_PLACE = ("parent_id", "position")


def announce_values(
    session: AsyncSession,
    novel_id: int,
    before: Mapping[int, Mapping[str, Any]],
    after: Mapping[int, Mapping[str, Any]],
    texts: Iterable[int] = (),
    *,
    initiator: str,
) -> None:
    """Announce items whose columns went from ``before`` to ``after``, and rewritten ``texts``."""
    by_action: dict[Action, set[int]] = {}
    for item_id, values in after.items():
        by_action.setdefault(_action(before[item_id], values), set()).add(item_id)
    entries = [
        Change(Subject.ITEM, action, frozenset(ids), novel_id) for action, ids in by_action.items()
    ]
    rewritten = frozenset(texts)
    if rewritten:
        entries.append(Change(Subject.TEXT, Action.UPDATED, rewritten, novel_id))
    announce(session, Changes(tuple(entries), initiator))


def announce_items(
    session: AsyncSession, novel_id: int, action: Action, ids: Iterable[int], *, initiator: str
) -> None:
    """Announce one kind of change to some items."""
    announce(
        session,
        Changes.of(Subject.ITEM, action, ids, novel_id=novel_id, initiator=initiator),
    )


def announce_text(session: AsyncSession, novel_id: int, item_id: int, *, initiator: str) -> None:
    """Announce that a text was saved."""
    announce(
        session,
        Changes.of(Subject.TEXT, Action.UPDATED, [item_id], novel_id=novel_id, initiator=initiator),
    )


def announce_novel(
    session: AsyncSession, action: Action, novel_id: int, *, initiator: str = ""
) -> None:
    """Announce a change to a novel as a whole."""
    announce(
        session,
        Changes.of(Subject.NOVEL, action, [novel_id], novel_id=novel_id, initiator=initiator),
    )


def announce_choices(
    session: AsyncSession,
    novel_id: int,
    kind: ChoiceKind,
    values: Mapping[int, Mapping[str, Any]],
    *,
    initiator: str,
) -> None:
    """Announce statuses or labels that got ``values``."""
    by_action: dict[Action, set[int]] = {}
    for choice_id, columns in values.items():
        by_action.setdefault(_choice_action(columns), set()).add(choice_id)
    entries = [
        Change(Subject(kind), action, frozenset(ids), novel_id) for action, ids in by_action.items()
    ]
    announce(session, Changes(tuple(entries), initiator))


def announce_comments(
    session: AsyncSession, novel_id: int, action: Action, ids: Iterable[int], *, initiator: str
) -> None:
    """Announce one kind of change to some comments."""
    announce(
        session,
        Changes.of(Subject.COMMENT, action, ids, novel_id=novel_id, initiator=initiator),
    )


def announce_entities(
    session: AsyncSession, novel_id: int, action: Action, ids: Iterable[int], *, initiator: str
) -> None:
    """Announce one kind of change to some entities."""
    announce(
        session,
        Changes.of(Subject.ENTITY, action, ids, novel_id=novel_id, initiator=initiator),
    )


def _choice_action(values: Mapping[str, Any]) -> Action:
    if "there" in values:
        return Action.CREATED if values["there"] else Action.DELETED
    return Action.MOVED if "position" in values else Action.UPDATED


def _action(before: Mapping[str, Any], after: Mapping[str, Any]) -> Action:
    if "deleted_at" in after and (before["deleted_at"] is None) != (after["deleted_at"] is None):
        return Action.RESTORED if after["deleted_at"] is None else Action.DELETED
    if any(name in after and before[name] != after[name] for name in _PLACE):
        return Action.MOVED
    return Action.UPDATED
