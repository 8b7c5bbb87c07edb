# SPDX-License-Identifier: MIT
"""The text of a scene: loaded as a live object, saved as the newest of many."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from novelist.db.base import utc_now
from novelist.db.identity import committed
from novelist.db.off_loop import off_loop
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.revision_store import Known, record
from novelist.db.saving import save
from novelist.db.session import read_session
from novelist.domain.counting import Counts, count
from novelist.domain.derived_text import DerivedText
from novelist.domain.document import EMPTY, Document
from novelist.domain.document_text import digest, from_json_lines
from novelist.domain.enums import RevisionReason
from novelist.errors import (
    ConflictError,
    DocumentFormatError,
    NotFoundError,
    NovelistError,
    StorageCorruptError,
)
from novelist.services.journal.announcing import announce_text

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from novelist.db.models import OutlineItem, SceneBody


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


@dataclass(frozen=True)
class LoadedTexts:
    """Several texts, and what is wrong with those that cannot be read, by item."""

    readable: list[LoadedText]
    damage: dict[int, NovelistError]


async def load_text(item_id: int) -> LoadedText:
    """The text of an item; an empty document where nothing was written yet.

    Raises ``NotFoundError``, and ``StorageCorruptError`` when the digest does not fit.
    """
    async with read_session() as session:
        body = await SceneBodyRepository(session).get(item_id)
    return await _parsed(body)


async def load_texts(item_ids: Iterable[int]) -> LoadedTexts:
    """The texts of several items; those that are gone are left out."""
    bodies: list[SceneBody] = []
    damage: dict[int, NovelistError] = {}
    async with read_session() as session:
        repository = SceneBodyRepository(session)
        for item_id in item_ids:
            with suppress(NotFoundError):  # gone meanwhile
                try:
                    bodies.append(await repository.get(item_id))
                except StorageCorruptError as error:
                    damage[item_id] = error
    found = []
    for body in bodies:
        try:
            found.append(await _parsed(body))
        except DocumentFormatError as error:
            damage[body.item_id] = error
    return LoadedTexts(found, damage)


async def _parsed(body: SceneBody) -> LoadedText:
    content, document = None, EMPTY
    while content != body.content:  # a long one may be rewritten while it is parsed
        content = body.content
        document = await off_loop(len(content), partial(from_json_lines, content))
    return LoadedText(body, document)


class OpenText:
    """A scene's text while it is written: saves one after the other, and over nobody else's work.

    A longer text takes a while to be made ready; it never overtakes one that was given later.
    """

    def __init__(self, body: SceneBody, shown: str | None = None) -> None:
        """``shown`` is the digest of the text written in, where the body may hold another."""
        self.body = body
        self._known = body.digest if shown is None else shown  # or of what we gave last
        self._newest = DerivedText()
        self._turn = asyncio.Lock()

    @property
    def is_known(self) -> bool:
        """Whether the body holds what was seen, or given, last."""
        return self.body.digest == self._known

    def accept(self) -> None:
        """What the body holds now was seen: the next save may take its place."""
        self._known = self.body.digest

    async def save(self, document: Document, *, initiator: str = "") -> SavedText:
        """Save the text; returns after it is on disk.

        Many saves that wait together become one. What was counted before comes from the store,
        so that the difference is what this save changed. Raises ``ConflictError`` when the text in
        the library was rewritten and not ``accept``ed.
        """
        async with self._turn:
            text = await self._take_in(document)
        return await _write(self.body, text.plain_text, text.counts, initiator)

    async def _take_in(self, document: Document) -> DerivedText:
        """Let the live body hold the document, with all that derives from it."""
        body, before = self.body, self._newest
        size = before.changed_size(document)
        self._newest = text = await off_loop(size, partial(before.followed_by, document))
        content = text.content
        if content != body.content:
            if body.digest != self._known:
                raise ConflictError("SceneBody", body.item_id, body.version, body.version)
            body.content = content
            body.plain_text = text.plain_text
            body.digest = digest(content)
            body.updated_at = utc_now()
        self._known = body.digest
        return text


async def save_text(body: SceneBody, document: Document, *, initiator: str = "") -> SavedText:
    """Save the text of a scene that nobody is writing; returns after it is on disk."""
    return await OpenText(body).save(document, initiator=initiator)


async def _write(body: SceneBody, plain_text: str, after: Counts, initiator: str) -> SavedText:
    result: list[SavedText] = []

    async def keep_counts(session: AsyncSession, values: dict[str, Any]) -> None:
        outlines = OutlineRepository(session)
        novel_id, before = await outlines.counts_of(body.item_id)
        written = values.get("plain_text", plain_text)  # of a newer text, if one was taken in
        counts = after if written == plain_text else count(written)
        if "content" in values:
            known = Known(novel_id, values["digest"], counts, committed(body, "updated_at"))
            await record(
                session,
                body.item_id,
                before=committed(body, "content") or body.content,
                after=values["content"],
                reason=RevisionReason.SAVE,
                known=known,
            )
        await outlines.set_counts(body.item_id, counts)
        announce_text(session, novel_id, body.item_id, initiator=initiator)
        result.append(SavedText(novel_id, before, counts))

    await save(body, also=keep_counts)
    return result[-1] if result else SavedText(0, after, after)


async def load_beginnings(novel_id: int, items: Iterable[OutlineItem]) -> dict[int, str]:
    """The first words of those of the items that have no title; empty texts are left out."""
    untitled = [item.id for item in items if not item.title]
    return await load_excerpts(novel_id, untitled) if untitled else {}


async def load_excerpts(novel_id: int, only: Collection[int] = ()) -> dict[int, str]:
    """The first words of every text of the novel, or of ``only`` these, for untitled scenes."""
    async with read_session() as session:
        return await SceneBodyRepository(session).excerpts_of(novel_id, only)
