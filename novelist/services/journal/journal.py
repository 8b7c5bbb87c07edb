# SPDX-License-Identifier: MIT
"""The journal of what was done, so that it can be undone another day (``undo.py``).

Every action of a service that changes a novel's outline, or the shelf, records its ``Edit`` in its
own transaction: the change and the way back are on disk together or not at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from novelist.db.audit import current_author, current_device
from novelist.db.base import utc_now
from novelist.db.identity import committed
from novelist.db.off_loop import off_loop
from novelist.db.repositories.commands import CommandRepository, Step
from novelist.domain.edit import Edit, EditAction
from novelist.domain.edit_codec import pack_edit, unpack_edit
from novelist.domain.enums import CommandState
from novelist.errors import EditFormatError
from novelist.services.journal.taken_back import settle_what_was_hidden

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from novelist.db.models import Novel, OutlineItem

KEPT: Final = 1000  # steps of one journal
PAUSE: Final = timedelta(seconds=3)  # typing that goes on within this time is one step
_KNOWN: Final = frozenset(EditAction)
_TYPED: Final = frozenset({"title", "synopsis", "notes", "target"})  # others are choices
_CHOSEN_DETAILS: Final = frozenset({"language", "target_unit"})


async def record(session: AsyncSession, edit: Edit, *, about: Sequence[int] = ()) -> Edit:
    """Add what this transaction did to the journal; the edit with the id of its step.

    What had been undone cannot be done again after it. An edit that changes nothing is no step.
    The step is named by ``edit.subject``; where that is "", by the titles of ``about``, or of
    ``edit.ids``.
    """
    if not edit.changes_something:
        return edit
    commands, named = CommandRepository(session), about or edit.ids
    subject = edit.subject or (await _title_of(commands, edit, named[0]) if named else "")
    more = max(len(named) - 1, 0)
    dropped = await commands.drop_undone(edit.novel_id)
    command_id = await commands.add(
        novel_id=edit.novel_id,
        action=edit.action,
        payload=await off_loop(edit.size, partial(pack_edit, edit)),
        subject=subject,
        more=more,
    )
    await commands.prune(edit.novel_id, KEPT)
    if dropped and edit.novel_id is not None:
        await settle_what_was_hidden(session, edit.novel_id)
    return replace(edit, command_id=command_id, subject=subject, more=more)


async def record_typed(session: AsyncSession, item: OutlineItem, values: dict[str, Any]) -> None:
    """Add what a save of a live item changes: a step a field, joined until there is a pause."""
    for name, value in values.items():
        if f"set_{name}" not in _KNOWN:
            continue
        edit = Edit(
            f"set_{name}",
            item.novel_id,
            (item.id,),
            {item.id: {name: committed(item, name)}},
            {item.id: {name: value}},
            typed=name in _TYPED,
        )
        if not await goes_on(session, edit):
            await record(session, edit)


async def record_details(
    session: AsyncSession, novel: Novel, values: dict[str, Any], *, on_shelf: bool
) -> None:
    """Add what a save of a live novel changes, as ``record_typed`` does of an item.

    The steps stand in the journal of the shelf, or in the novel's own.
    """
    journal, ids = (None, (novel.id,)) if on_shelf else (novel.id, ())
    for name, value in values.items():
        action = EditAction.RENAME_NOVEL if name == "title" else f"novel_{name}"
        if action not in _KNOWN:
            continue
        edit = Edit(
            action,
            journal,
            ids,
            novels_before={novel.id: {name: committed(novel, name)}},
            novels_after={novel.id: {name: value}},
            typed=name not in _CHOSEN_DETAILS,
            subject=values.get("title", novel.title),
        )
        if not await goes_on(session, edit):
            await record(session, edit)


async def goes_on(session: AsyncSession, edit: Edit) -> bool:
    """Join the edit to the last step, where that is the same typing going on."""
    commands = CommandRepository(session)
    last = await commands.last(edit.novel_id)
    if last is None or not edit.typed or not _is_same_typing(last, edit):
        return False
    try:
        earlier = unpack_edit(last.action, edit.novel_id, await commands.payload_of(last.id))
    except EditFormatError:
        return False
    if not earlier.typed or not _begins_where(earlier, edit):
        return False
    whole = replace(
        edit,
        before=earlier.before,
        novels_before=earlier.novels_before,
        comments_before=earlier.comments_before,
        entities_before=earlier.entities_before,
    )
    await _join(session, last, whole)
    return True


def _begins_where(earlier: Edit, edit: Edit) -> bool:
    """Whether the edit found just what the earlier one had left."""
    left = (earlier.ids, earlier.after, earlier.novels_after)
    found = (edit.ids, edit.before, edit.novels_before)
    left_beside = (earlier.comments_after, earlier.entities_after)
    return (left, left_beside) == (found, (edit.comments_before, edit.entities_before))


def _is_same_typing(last: Step, edit: Edit) -> bool:
    return (
        (last.action, last.state) == (edit.action, CommandState.DONE)
        and (last.author, last.device) == (current_author(), current_device())
        and timedelta() <= utc_now() - last.done_at <= PAUSE
    )


async def _join(session: AsyncSession, last: Step, edit: Edit) -> None:
    commands = CommandRepository(session)
    if not edit.changes_something:  # all of it was deleted again
        await commands.remove(last.id)
        return
    title = edit.subject or (await _title_of(commands, edit, edit.ids[0]) if edit.ids else "")
    await commands.go_on(last.id, pack_edit(edit), title)


async def _title_of(commands: CommandRepository, edit: Edit, key: int) -> str:
    on_shelf = edit.novel_id is None
    return await (commands.title_of_novel(key) if on_shelf else commands.title_of_item(key))
