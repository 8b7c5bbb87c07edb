# SPDX-License-Identifier: MIT
"""Two versions of one thing: both are on disk before anybody is asked which one is to stay.

What was written here stays in its place. The other version, which somebody else saved meanwhile,
stands in an item of its own right after it: of a text a scene, of words about an item or a novel
(title, synopsis, notes) a note. Whatever is chosen then, the version that goes is in the history,
in the trash, or both.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from novelist.db.feed import after_commit
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.novels import NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.saving import keep_mine, stored_beside
from novelist.db.session import read_session, writer
from novelist.domain.changes import Action
from novelist.domain.comparing.diff import Diff, compare
from novelist.domain.document import Document, document_of
from novelist.domain.document_text import digest, from_json_lines, to_json_lines
from novelist.domain.edit import Edit, EditAction
from novelist.domain.enums import ItemKind, RevisionReason
from novelist.errors import ConflictError
from novelist.services import outline
from novelist.services.journal.announcing import announce_items, announce_novel, announce_values
from novelist.services.journal.journal import record
from novelist.services.scenes import add_after, add_at_the_end, note_created

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from sqlalchemy.ext.asyncio import AsyncSession

    from novelist.db.models import Novel, OutlineItem, SceneBody

_CHOSEN: Final = frozenset({"language", "target_unit"})  # nobody's words
_TRIES: Final = 5  # somebody else may save again between two of them


class About(Enum):
    """What there are two versions of."""

    TEXT = "text"
    ITEM = "item"  # words about an item: its title, synopsis, notes
    NOVEL = "novel"


@dataclass(frozen=True)
class KeptBeside:
    """Where both versions are: ``key`` is the item or novel, ``other_id`` the item after it.

    ``words`` are the other version's, by column, where it is not a text; ``digest`` is that of the
    text of ``other_id``, as it was put there.
    """

    about: About
    novel_id: int
    key: int
    other_id: int
    digest: str = ""
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What it is called among other questions: there is one of a thing."""
        return f"{self.about.value} {self.key}"


# -- both are kept -----------------------------------------------------------------------------


async def keep_stored_text(
    novel_id: int,
    *,
    body: SceneBody,
    title: str,
    before: KeptBeside | None = None,
    initiator: str = "",
) -> KeptBeside | None:
    """Put the text that the library holds of a scene into a new scene right after it.

    The text that is being written may then be saved in its place: both are kept. The new scene
    does not belong to the manuscript. ``before`` is where an earlier version of theirs was put:
    as long as nobody touched it, this one becomes its newest version. None, where the library's
    text has no words.
    """

    async def command(session: AsyncSession) -> KeptBeside | None:
        bodies = SceneBodyRepository(session)
        stored = await bodies.get(body.item_id)
        kept = {"content": stored.content, "plain_text": stored.plain_text}
        after_commit(session, lambda: keep_mine(body, stored.version, kept))
        if not stored.plain_text.strip():
            return None
        place = (novel_id, body.item_id)
        if before is not None and await _is_untouched(session, before):
            await _put(session, before.other_id, stored.content)
            announce_values(session, novel_id, {}, {}, [before.other_id], initiator=initiator)
            other_id = before.other_id
        else:
            columns: dict[str, Any] = {"title": title, "in_manuscript": False}
            made = await add_after(OutlineRepository(session), *place, **columns)
            other_id = await _fill(session, novel_id, made, stored.content, initiator)
        return KeptBeside(About.TEXT, *place, other_id, digest(stored.content))

    return await writer().submit(command)


async def keep_stored_words(
    live: OutlineItem | Novel, *, title: str, initiator: str = ""
) -> KeptBeside | None:
    """Put the words that the library holds about an item or novel, where others were typed here,
    into a new note after it (of a novel: at its end).

    What was typed may then be saved in their place. None, where nobody's words are written over.
    """
    about = About.ITEM if hasattr(live, "novel_id") else About.NOVEL
    novel_id: int = getattr(live, "novel_id", live.id)

    async def command(session: AsyncSession) -> KeptBeside | None:
        version, stored = await stored_beside(session, live)
        after_commit(session, lambda: keep_mine(live, version, stored))
        words = {
            name: value
            for name, value in stored.items()
            if isinstance(value, str) and value.strip()
        }
        if not words:
            return None
        outlines = OutlineRepository(session)
        columns: dict[str, Any] = {"title": title, "in_manuscript": False}
        columns |= {"kind": ItemKind.NOTE, "status_id": None}  # a note has none
        if about is About.ITEM:
            made = await add_after(outlines, novel_id, live.id, **columns)
        else:
            made = await add_at_the_end(outlines, novel_id, **columns)
        content = to_json_lines(_as_document(words))
        other_id = await _fill(session, novel_id, made, content, initiator)
        return KeptBeside(about, novel_id, live.id, other_id, digest(content), words)

    return await writer().submit(command)


async def save_keeping_both(
    save: Callable[[], Awaitable[None]], live: OutlineItem | Novel, *, title: str
) -> KeptBeside | None:
    """Save a live item or novel; where somebody else saved other words of it first, keep both.

    Raises ``ConflictError`` where it is gone for ever, or is being saved elsewhere all the time.
    """
    kept: KeptBeside | None = None
    for _ in range(_TRIES):
        try:
            await save()
        except ConflictError as error:
            failure = error
            if error.theirs is None:
                raise
            kept = await keep_stored_words(live, title=title) or kept
        else:
            return kept
    raise failure


async def _is_untouched(session: AsyncSession, kept: KeptBeside) -> bool:
    """Whether the other version stands where it was put, and as it was put there."""
    item = await OutlineRepository(session).find(kept.other_id)
    body = await SceneBodyRepository(session).find(kept.other_id)
    return bool(item and item.deleted_at is None and body and body.digest == kept.digest)


async def _fill(
    session: AsyncSession,
    novel_id: int,
    made: tuple[int, dict[int, Any], dict[int, Any]],
    content: str,
    initiator: str,
) -> int:
    """Give the item that was just made its text; it can be taken back as one step. Its id."""
    other_id, before, after = made
    await _put(session, other_id, content)
    announce_items(session, novel_id, Action.CREATED, [other_id], initiator=initiator)
    announce_values(session, novel_id, before, after, initiator=initiator)
    note_created(before, after, [other_id], [other_id])
    await record(session, Edit(EditAction.KEEP_BOTH, novel_id, (other_id,), before, after))
    return other_id


async def _put(session: AsyncSession, item_id: int, content: str) -> None:
    await SceneBodyRepository(session).replace(item_id, content, reason=RevisionReason.CONFLICT)


def _as_document(words: Mapping[str, str]) -> Document:
    return document_of(*(line for value in words.values() for line in value.split("\n")))


# -- which one stays ---------------------------------------------------------------------------


@dataclass(frozen=True)
class BothVersions:
    """The two, to be looked at."""

    title: str
    diff: Diff


async def compare_kept(kept: KeptBeside) -> BothVersions:
    """What the version here has that the other one lacks, and the other way round."""
    async with read_session() as session:
        contents = await SceneBodyRepository(session).contents_of([kept.key, kept.other_id])
        if kept.about is About.NOVEL:
            found: Any = await NovelRepository(session).get(kept.key)
        else:
            found = await OutlineRepository(session).get(kept.key)
    if kept.about is About.TEXT:
        mine = from_json_lines(contents[kept.key])
    else:
        mine = _as_document({name: getattr(found, name) for name in kept.words})
    theirs = from_json_lines(contents[kept.other_id])
    return BothVersions(found.title, await asyncio.to_thread(compare, theirs, mine))


async def keep_only_mine(kept: KeptBeside, *, initiator: str = "") -> Edit:
    """The version written here stays alone: the other goes to the trash."""
    return await outline.trash_items(kept.novel_id, ids=[kept.other_id], initiator=initiator)


async def take_other(kept: KeptBeside, *, initiator: str = "") -> Edit:
    """The other version takes the place of the one written here; its own place goes to the trash.

    What stood here is a version of the text, or in the step that undoes this.
    """

    async def command(session: AsyncSession) -> Edit:
        outlines, bodies = OutlineRepository(session), SceneBodyRepository(session)
        after: dict[int, Any] = await outline.trashed_values(outlines, [kept.other_id])
        texts = {}
        if kept.about is About.TEXT:
            texts = {kept.key: (await bodies.get(kept.other_id)).content}
        elif kept.about is About.ITEM:
            after[kept.key] = dict(kept.words)
        before: dict[int, Any] = dict(await outlines.values_of(after))
        found = await bodies.contents_of(texts)
        for item_id, content in texts.items():
            await bodies.replace(item_id, content, reason=RevisionReason.RESTORE)
        await outlines.apply(after)
        announce_values(session, kept.novel_id, before, after, texts, initiator=initiator)
        edit = Edit(EditAction.TAKE_OTHER, kept.novel_id, (kept.key,), before, after, found, texts)
        if kept.about is About.NOVEL:
            edit = await _take_details(session, kept, edit, initiator)
        return await record(session, edit)

    return await writer().submit(command)


async def _take_details(
    session: AsyncSession, kept: KeptBeside, edit: Edit, initiator: str
) -> Edit:
    """Let the novel have the other version's words too."""
    novels = NovelRepository(session)
    novel = await novels.get(kept.key)
    before = {kept.key: {name: getattr(novel, name) for name in kept.words}}
    await novels.apply(kept.key, dict(kept.words))
    announce_novel(session, Action.UPDATED, kept.key, initiator=initiator)
    return replace(
        edit,
        ids=(),
        novels_before=before,
        novels_after={kept.key: dict(kept.words)},
        subject=novel.title,
    )
