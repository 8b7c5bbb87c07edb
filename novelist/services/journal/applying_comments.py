# SPDX-License-Identifier: MIT
"""Giving comments the values of an ``Edit``, as far as that loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from novelist.db.repositories.comments import CommentRepository
from novelist.domain.changes import Action
from novelist.domain.edit import Edit
from novelist.errors import StepImpossibleError, TextChangedError
from novelist.services.journal.announcing import announce_comments

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession


async def apply_to_comments(session: AsyncSession, edit: Edit, initiator: str) -> None:
    """Write them; those that went for ever with their text are left out.

    Raises ``StepImpossibleError`` where the edit was about nothing else, and ``TextChangedError``
    where one does not say what was left.
    """
    if not edit.comments_after:
        return
    comments = CommentRepository(session)
    found = await comments.values_of(edit.comments_after)
    if not (found or edit.after or edit.rewritten):
        raise StepImpossibleError(edit.command_id, "the comment is gone")
    for key, values in found.items():
        if "text" in values and values["text"] != edit.comments_before[key]["text"]:
            raise TextChangedError(next(iter(edit.ids), 0))
    await comments.apply({key: edit.comments_after[key] for key in found})
    announce_comments(session, edit.novel_id or 0, Action.UPDATED, found, initiator=initiator)
