# SPDX-License-Identifier: MIT
"""The shelf: novels are made, opened, renamed, thrown away and brought back."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from novelist import paths
from novelist.db.base import utc_now
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.novels import NovelCard, NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.saving import save
from novelist.db.session import read_session, writer
from novelist.domain.changes import Action, Changes, Subject
from novelist.domain.document import EMPTY
from novelist.domain.document_text import to_json_lines
from novelist.domain.edit import Edit, EditAction
from novelist.domain.enums import ItemKind
from novelist.domain.languages import primary
from novelist.domain.outline import GAP
from novelist.errors import AmbiguousTitleError, ConflictError, NotFoundError
from novelist.services.journal.announcing import announce_novel
from novelist.services.journal.journal import record, record_details
from novelist.services.library.backups import before_bulk_change

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from novelist.db.models import Novel

_QUOTES: Final = str.maketrans(dict.fromkeys("‘’‚‹›′ʼ＇", "'") | dict.fromkeys("“”„«»″＂", '"'))

__all__ = [
    "NovelCard",
    "create_novel",
    "find_novel",
    "get_novel",
    "list_novels",
    "mark_opened",
    "purge_novel",
    "rename_novel",
    "restore_novel",
    "save_novel",
    "trash_novel",
]


async def list_novels(*, trashed: bool = False) -> list[NovelCard]:
    """What the shelf shows of every novel, the one opened last first; or those in the trash."""
    async with read_session() as session:
        return await NovelRepository(session).list_cards(trashed=trashed)


async def get_novel(novel_id: int) -> Novel:
    """The novel as a live object to be bound to widgets. Raises ``NotFoundError``."""
    async with read_session() as session:
        return await NovelRepository(session).get_live(novel_id)


async def find_novel(key: str) -> int:
    """The id of the novel with this id or title, or whose title alone begins like this.

    Case and the kind of quotation marks do not matter. Raises ``NotFoundError``, or
    ``AmbiguousTitleError`` when several fit.
    """
    async with read_session() as session:
        cards = await NovelRepository(session).list_cards(trashed=False)
    if key.isdecimal() and int(key) in {card.id for card in cards}:
        return int(key)
    wanted = _plain(key)
    found = [card for card in cards if _plain(card.title) == wanted]
    if not found and wanted:
        found = [card for card in cards if _plain(card.title).startswith(wanted)]
    if not found:
        raise NotFoundError("novel", key)
    if len(found) > 1:
        titles = tuple(card.title for card in found)
        raise AmbiguousTitleError(key, tuple(card.id for card in found), titles)
    return found[0].id


def _plain(title: str) -> str:
    """A title as somebody types it who looks at neither case nor quotation marks."""
    return " ".join(title.translate(_QUOTES).casefold().split())


async def create_novel(*, title: str, language: str, author: str = "", initiator: str = "") -> int:
    """Start a novel with one chapter that holds one empty scene; its id."""

    async def command(session: AsyncSession) -> int:
        outlines = OutlineRepository(session)
        novel_id = await add_novel(session, title=title, language=language, author=author)
        place = {"novel_id": novel_id, "position": GAP}
        chapter = await outlines.create(kind=ItemKind.CHAPTER, parent_id=None, **place)
        scene = await outlines.create(kind=ItemKind.SCENE, parent_id=chapter, **place)
        await SceneBodyRepository(session).replace(scene, to_json_lines(EMPTY))
        announce_novel(session, Action.CREATED, novel_id, initiator=initiator)
        await record_new_novel(session, EditAction.CREATE_NOVEL, novel_id)
        return novel_id

    return await writer().submit(command)


async def add_novel(
    session: AsyncSession,
    statuses: Sequence[Mapping[str, str]] = (),
    **columns: Any,  # noqa: ANN401 - of a Novel
) -> int:
    """Add a bare novel with these statuses, or those of its language; for use inside a command."""
    novels = NovelRepository(session)
    novel = await novels.create(opened_at=utc_now(), **columns)
    await novels.add_statuses(novel, statuses or _first_statuses(columns["language"]))
    return novel


async def record_new_novel(session: AsyncSession, action: EditAction, novel_id: int) -> None:
    """Let the novel that a command made be taken back: it goes to the trash."""
    before, after = {novel_id: {"deleted_at": utc_now()}}, {novel_id: {"deleted_at": None}}
    edit = Edit(action, None, (novel_id,), novels_before=before, novels_after=after)
    await record(session, edit)


async def rename_novel(novel_id: int, title: str, *, initiator: str = "") -> Edit:
    """Give the novel another title."""
    values = {"title": title}
    return await _change(novel_id, EditAction.RENAME_NOVEL, Action.UPDATED, values, initiator)


async def mark_opened(novel_id: int) -> None:
    """Note that the novel was opened now."""

    async def command(session: AsyncSession) -> None:
        await NovelRepository(session).apply(novel_id, {"opened_at": utc_now()})
        announce_novel(session, Action.UPDATED, novel_id)

    await writer().submit(command)


async def trash_novel(novel_id: int, *, initiator: str = "") -> Edit:
    """Move the novel to the trash."""
    values = {"deleted_at": utc_now()}
    return await _change(novel_id, EditAction.TRASH_NOVEL, Action.DELETED, values, initiator)


async def restore_novel(novel_id: int, *, initiator: str = "") -> Edit:
    """Bring the novel back from the trash."""
    values = {"deleted_at": None}
    return await _change(novel_id, EditAction.RESTORE_NOVEL, Action.RESTORED, values, initiator)


async def purge_novel(novel_id: int, *, initiator: str = "") -> None:
    """Remove a novel from the trash with all it holds, for ever; back up before.

    Raises ``NotFoundError`` unless it is in the trash, and what ``before_bulk_change`` raises.
    """
    await before_bulk_change()

    async def command(session: AsyncSession) -> None:
        await NovelRepository(session).purge(novel_id)
        announce_novel(session, Action.DELETED, novel_id, initiator=initiator)

    await writer().submit(command)


async def save_novel(novel: Novel, *, on_shelf: bool = True, initiator: str = "") -> None:
    """Save what was typed into a live novel; returns after it is on disk.

    It can be undone, a step a field: on the shelf, or else in the novel. What somebody else saved
    in other fields of it stays; where it is in the same one, raises ``ConflictError``.
    """
    try:
        await _save_novel(novel, on_shelf, initiator)
    except ConflictError:
        async with read_session() as session:  # it takes over what was not changed here
            await NovelRepository(session).get(novel.id)
        await _save_novel(novel, on_shelf, initiator)


async def _save_novel(novel: Novel, on_shelf: bool, initiator: str) -> None:

    async def also(session: AsyncSession, values: dict[str, Any]) -> None:
        await record_details(session, novel, values, on_shelf=on_shelf)

    await save(
        novel,
        also=also,
        changes=Changes.of(
            Subject.NOVEL, Action.UPDATED, [novel.id], novel_id=novel.id, initiator=initiator
        ),
    )


async def _change(
    novel_id: int, action: EditAction, change: Action, values: dict[str, Any], initiator: str
) -> Edit:
    """Give a novel other values, as one action on the shelf."""

    async def command(session: AsyncSession) -> Edit:
        novels = NovelRepository(session)
        novel = await novels.get(novel_id)
        before = {novel_id: {name: getattr(novel, name) for name in values}}
        await novels.apply(novel_id, values)
        announce_novel(session, change, novel_id, initiator=initiator)
        after = {novel_id: values}
        edit = Edit(action, None, (novel_id,), novels_before=before, novels_after=after)
        return await record(session, edit)

    return await writer().submit(command)


def _first_statuses(language: str) -> list[dict[str, str]]:
    with (paths.resources() / "presets" / "statuses.toml").open("rb") as file:
        presets = tomllib.load(file)
    found: list[dict[str, str]] = presets.get(primary(language), presets["en"])
    return found
