# SPDX-License-Identifier: MIT
"""The text of a scene: loaded as a live object, saved as the newest of many."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from novelist.db.base import utc_now
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.saving import save
from novelist.db.session import read_session
from novelist.domain.counting import Counts, count
from novelist.domain.document import EMPTY, Document
from novelist.domain.document_text import digest, from_json_lines, to_json_lines
from novelist.services.announcing import announce_text

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from novelist.db.models import SceneBody

_LONG = 200_000  # characters; a longer text is parsed and counted off the window's thread


@dataclass(frozen=True)
class LoadedText:
    """A scene's live body and the document it held when it was loaded."""

    body: SceneBody
    document: Document


@dataclass(frozen=True)
class SavedText:
    """What a save changed: the novel, and the counts before and after."""

    novel_id: int
    before: Counts
    after: Counts


async def load_text(item_id: int) -> LoadedText:
    """The text of an item; an empty document where nothing was written yet.

    Raises ``NotFoundError``, and ``StorageCorruptError`` when the digest does not fit.
    """
    async with read_session() as session:
        body = await SceneBodyRepository(session).get(item_id)
    content, document = None, EMPTY
    while content != body.content:  # a long one may be rewritten while it is parsed
        content = body.content
        document = await _off_thread(len(content), from_json_lines, content)
    return LoadedText(body, document)


async def save_text(
    body: SceneBody,
    document: Document,
    *,
    initiator: str = "",
    turn: AbstractAsyncContextManager[None] | None = None,
) -> SavedText:
    """Save the text of a scene; returns after it is on disk.

    Many saves of one scene that wait together become one. What was counted before comes from the
    store, so that the difference is what this save changed. ``turn``, a lock of the scene's own,
    keeps a long text, which takes a while to be made ready, from overtaking a later one.
    """
    plain_text = document.plain_text
    async with turn or nullcontext():
        after = await _take_in(body, document, plain_text)
    result: list[SavedText] = []

    async def keep_counts(session: AsyncSession, values: dict[str, Any]) -> None:
        outlines = OutlineRepository(session)
        novel_id, before = await outlines.counts_of(body.item_id)
        written = values.get("plain_text", plain_text)  # of a newer text, if one was taken in
        counts = after if written == plain_text else count(written)
        await outlines.set_counts(body.item_id, counts)
        announce_text(session, novel_id, body.item_id, initiator=initiator)
        result.append(SavedText(novel_id, before, counts))

    await save(body, also=keep_counts)
    return result[-1] if result else SavedText(0, after, after)


async def _take_in(body: SceneBody, document: Document, plain_text: str) -> Counts:
    """Let the live body hold the document, with all that derives from it; its counts."""
    size = sum(len(block.inlines) for block in document) + len(body.content)
    content = await _off_thread(size, to_json_lines, document)
    counts: Counts = await _off_thread(len(plain_text), count, plain_text)
    if content != body.content:
        body.content = content
        body.plain_text = plain_text
        body.digest = digest(content)
        body.updated_at = utc_now()
    return counts


async def load_excerpts(novel_id: int) -> dict[int, str]:
    """The first words of every text of the novel, for scenes that have no title."""
    async with read_session() as session:
        return await SceneBodyRepository(session).excerpts_of(novel_id)


async def _off_thread(size: int, function: Any, argument: Any) -> Any:  # noqa: ANN401
    """Call at once when the text is short, in a thread when it is long."""
    if size < _LONG:
        return function(argument)
    return await asyncio.to_thread(function, argument)
