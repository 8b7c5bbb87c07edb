# SPDX-License-Identifier: MIT
"""Comments on passages: said, answered, written anew, resolved, deleted; each a step of undo.

The passages themselves are marks in the texts (``domain/comments.py``), changed as texts are.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from novelist.db.base import utc_now
from novelist.db.models import Comment
from novelist.db.repositories.commands import CommandRepository
from novelist.db.repositories.comments import CommentRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.session import read_session, writer
from novelist.domain.changes import Action
from novelist.domain.comments import Commented, Remark, Thread, is_mark
from novelist.domain.edit import Edit, EditAction
from novelist.domain.edit_codec import unpack_edit
from novelist.domain.enums import CommandState
from novelist.domain.excerpts import shortened
from novelist.errors import EditFormatError, ForbiddenValueError
from novelist.services.journal.announcing import announce_comments
from novelist.services.journal.journal import goes_on, record

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

__all__ = [
    "Commented", "Edit", "Remark", "Thread", "add_comment", "add_reply", "list_threads",
    "load_commented", "new_mark", "remove_comment", "resolve_comment", "write_comment",
]  # fmt: skip

_SUBJECT: Final = 80  # characters of a comment that name a step
_MAKING: Final = frozenset({EditAction.CREATE_COMMENT, EditAction.CREATE_REPLY})


def new_mark() -> str:
    """What the mark of a new comment's passage says; no other has it."""
    return secrets.token_hex(8)


async def list_threads(novel_id: int) -> list[Thread]:
    """All threads of a novel, the oldest first, wherever their passages are."""
    async with read_session() as session:
        return await CommentRepository(session).list_threads(novel_id)


async def load_commented(novel_id: int, only: Collection[int] = ()) -> dict[int, list[Commented]]:
    """The commented passages by item, outside the trash: of all texts, or of ``only`` these."""
    async with read_session() as session:
        return await CommentRepository(session).texts_of(novel_id, only)


async def add_comment(
    item_id: int, *, mark: str, passage: str, text: str, initiator: str = ""
) -> Edit:
    """Comment the passage that has ``mark`` in the text of an item. Raises ``NotFoundError``.

    ``edit.comments_after`` names the comment.
    """
    if not is_mark(mark):
        raise ForbiddenValueError("the mark of a comment")

    async def command(session: AsyncSession) -> Edit:
        item = await OutlineRepository(session).get(item_id)
        fresh = Comment(
            novel_id=item.novel_id,
            item_id=item_id,
            mark=mark,
            passage=passage,
            text=_said(text),
        )
        return await _make(session, fresh, EditAction.CREATE_COMMENT, initiator)

    return await writer().submit(command)


async def add_reply(thread_id: int, text: str, *, initiator: str = "") -> Edit:
    """Answer a comment, which is there again if it was deleted. Raises ``NotFoundError``."""

    async def command(session: AsyncSession) -> Edit:
        thread = await CommentRepository(session).get(thread_id)
        fresh = Comment(
            novel_id=thread.novel_id,
            item_id=thread.item_id,
            thread_id=thread_id,
            text=_said(text),
        )
        return await _make(session, fresh, EditAction.CREATE_REPLY, initiator)

    return await writer().submit(command)


async def write_comment(
    comment_id: int,
    text: str,
    *,
    expected: str,
    is_new: bool = False,
    goes_on: bool = True,
    initiator: str = "",
) -> Edit:
    """Let a comment, or an answer, say something else. Raises ``NotFoundError``.

    Typing that goes on is one step; while the comment ``is_new``, one with its making; a step of
    its own is what no typing ``goes_on`` to. One that
    was deleted meanwhile is there again. Where it
    does not say what was ``expected``, somebody else wrote: that stays too, as an answer.
    """

    async def command(session: AsyncSession) -> Edit:
        comments = CommentRepository(session)
        row = await comments.get(comment_id)
        if row.text not in (expected, text):
            other = Comment(
                novel_id=row.novel_id,
                item_id=row.item_id,
                thread_id=row.thread_id or row.id,
                text=row.text,
                author=row.author,
            )
            await _make(session, other, EditAction.CREATE_REPLY, initiator)
        is_one = is_new and await _is_made_last(session, row)
        return await _write(session, row, _said(text), is_one, initiator, goes_on)

    return await writer().submit(command)


async def resolve_comment(thread_id: int, *, resolved: bool, initiator: str = "") -> Edit:
    """Say that nothing is left to be done about a comment, or that something is."""
    action = EditAction.RESOLVE_COMMENT if resolved else EditAction.REOPEN_COMMENT
    values = {"resolved_at": utc_now() if resolved else None}
    return await _change(thread_id, action, values, initiator)


async def remove_comment(comment_id: int, *, initiator: str = "") -> Edit:
    """Delete a comment with its answers, or one answer."""
    values = {"deleted_at": utc_now()}
    return await _change(comment_id, EditAction.REMOVE_COMMENT, values, initiator)


async def _change(
    comment_id: int, action: EditAction, values: Mapping[str, Any], initiator: str
) -> Edit:
    async def command(session: AsyncSession) -> Edit:
        row = await CommentRepository(session).get(comment_id)
        is_reply = action == EditAction.REMOVE_COMMENT and row.thread_id is not None
        edit = _edit(EditAction.REMOVE_REPLY if is_reply else action, row, values)
        return await record(session, await _put(session, edit, initiator))

    return await writer().submit(command)


async def _make(session: AsyncSession, fresh: Comment, action: EditAction, initiator: str) -> Edit:
    """Add a row; the step that takes it back hides it, so that nothing said is ever lost."""
    row = await CommentRepository(session).add(fresh)
    announce_comments(session, row.novel_id, Action.CREATED, [row.id], initiator=initiator)
    hidden = {row.id: {"deleted_at": row.created_at}}
    made = replace(_edit(action, row, {"deleted_at": None}), comments_before=hidden)
    edit = await _seen(session, made, row)
    if edit != made:
        await _put(session, edit, initiator)
    return await record(session, edit)


async def _seen(session: AsyncSession, edit: Edit, row: Comment) -> Edit:
    """The edit, which also brings back what was deleted meanwhile: no words are put out of sight.

    That is the comment itself, or the one that it answers.
    """
    answered = (
        [] if row.thread_id is None else [await CommentRepository(session).get(row.thread_id)]
    )
    before, after = dict(edit.comments_before), dict(edit.comments_after)
    for each in (row, *answered):
        if each.deleted_at is not None:
            before[each.id] = {**before.get(each.id, {}), "deleted_at": each.deleted_at}
            after[each.id] = {**after.get(each.id, {}), "deleted_at": None}
    return replace(edit, comments_before=before, comments_after=after)


async def _write(
    session: AsyncSession,
    row: Comment,
    text: str,
    is_one: bool,
    initiator: str,
    is_typed: bool,
) -> Edit:
    """``is_one``: with the step that is the last one already."""
    if row.text == text:
        return _edit(EditAction.WRITE_COMMENT, row, {})
    values = {"text": text} if is_one else {"text": text, "edited_at": utc_now()}
    edit = replace(_edit(EditAction.WRITE_COMMENT, row, values), typed=is_typed)
    edit = await _seen(session, edit, row)
    await _put(session, edit, initiator)
    if is_one or (is_typed and await goes_on(session, edit)):
        return edit
    return await record(session, edit)


async def _is_made_last(session: AsyncSession, row: Comment) -> bool:
    """Whether nothing was done since the comment was made: its words belong to that step."""
    commands = CommandRepository(session)
    last = await commands.last(row.novel_id)
    if last is None or last.action not in _MAKING or last.state != CommandState.DONE:
        return False
    try:
        made = unpack_edit(last.action, row.novel_id, await commands.payload_of(last.id))
    except EditFormatError:
        return False
    return row.id in made.comments_after


async def _put(session: AsyncSession, edit: Edit, initiator: str) -> Edit:
    novel_id = edit.novel_id or 0
    await CommentRepository(session).apply(edit.comments_after)
    announce_comments(session, novel_id, Action.UPDATED, edit.comments_after, initiator=initiator)
    return edit


def _edit(action: EditAction, row: Comment, values: Mapping[str, Any]) -> Edit:
    before = {name: getattr(row, name) for name in values}
    subject = shortened(str(values.get("text", row.text)), _SUBJECT)
    return Edit(
        action,
        row.novel_id,
        (row.item_id,),
        comments_before={row.id: before} if values else {},
        comments_after={row.id: dict(values)} if values else {},
        subject=subject,
    )


def _said(text: str) -> str:
    if not text.strip():
        raise ForbiddenValueError("a comment that says nothing")
    return text
