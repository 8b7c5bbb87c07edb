# SPDX-License-Identifier: MIT
"""Words that an earlier run could not save: compared with the library, and put back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from novelist.db.repositories.novels import NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.session import read_session
from novelist.domain.document import EMPTY, Document
from novelist.domain.document_text import from_json_lines, to_json_lines
from novelist.domain.enums import ItemKind
from novelist.errors import DocumentFormatError, NotFoundError, StorageCorruptError
from novelist.services import novels, outline, texts
from novelist.services.unsaved import emergency, typed_details, typed_entities
from novelist.services.unsaved.emergency import KeptCopy, KeptText

_OWN: Final = "fields"  # of an item, beside its columns


@dataclass(frozen=True)
class FoundText:
    """Words that the library does not have; ``stored`` is what it has instead.

    None where it has no such item, for details of a novel no such novel, and for words of the
    bible no such entity.
    """

    kept: KeptText
    document: Document | None  # None where only fields (title, synopsis, notes) were not saved
    stored: Document | None
    copy: KeptCopy


async def find_words(library: str, *, but: Path | None = None) -> list[FoundText]:
    """The words that earlier runs could not save, the oldest first.

    A copy of which the library has everything is removed.
    """
    found: list[FoundText] = []
    for copy in await emergency.find_copies(library, but=but):
        missing = [each for text in copy.texts if (each := await _compare(text, copy)) is not None]
        if not missing:
            await emergency.forget(copy)
        found.extend(missing)
    return found


async def _compare(kept: KeptText, copy: KeptCopy) -> FoundText | None:
    """What the library lacks of a text, None when it has all of it."""
    if kept.is_of_novel:
        return await _compare_details(kept, copy)
    if kept.entity_id is not None:
        return await _compare_entity(kept, kept.entity_id, copy)
    document = _document(kept)
    try:
        stored: Document | None = (await texts.load_text(kept.item_id)).document
    except (NotFoundError, StorageCorruptError):
        stored = None
    same = document is None or (
        stored is not None and to_json_lines(stored) == to_json_lines(document)
    )
    if same and stored is not None and await _has_fields(kept):
        return None
    return FoundText(kept, None if same else document, stored, copy)


async def _compare_details(kept: KeptText, copy: KeptCopy) -> FoundText | None:
    try:
        stored = await typed_details.details_of(kept.novel_id, kept.fields)
    except NotFoundError:
        return FoundText(kept, None, None, copy)
    return None if stored == dict(kept.fields) else FoundText(kept, None, EMPTY, copy)


def _document(kept: KeptText) -> Document | None:
    if kept.content is None:
        return None
    try:
        return from_json_lines(kept.content)
    except DocumentFormatError:
        return EMPTY


async def _compare_entity(kept: KeptText, entity_id: int, copy: KeptCopy) -> FoundText | None:
    try:
        same = await typed_entities.has_words(entity_id, kept.novel_id, kept.fields)
    except NotFoundError:
        return FoundText(kept, None, None, copy)
    return None if same else FoundText(kept, None, EMPTY, copy)


async def _has_fields(kept: KeptText) -> bool:
    """Whether the item has what was typed of it beside its text."""
    for item in await outline.load_items([kept.item_id]):
        for name, words in kept.fields.items():
            if name != _OWN and str(getattr(item, name)) != words:
                return False
    own = kept.fields.get(_OWN)
    return own is None or await typed_entities.has_fields(kept.item_id, own)


async def put_in(found: FoundText) -> None:
    """Let the item, the novel or the entity hold these words; a text stays among its versions."""
    kept = found.kept
    if kept.is_of_novel:
        await typed_details.put_details(kept.novel_id, kept.fields)
        return
    if kept.entity_id is not None:
        await typed_entities.put_words(kept.entity_id, kept.fields)
        return
    if found.document is not None:
        body = (await texts.load_text(kept.item_id)).body
        await texts.save_text(body, found.document)
    await _put_fields(kept.novel_id, kept.item_id, kept.fields)


async def _put_fields(novel_id: int, item_id: int, fields: Mapping[str, str]) -> None:
    for name, words in fields.items():
        if name == _OWN:
            await typed_entities.put_fields(item_id, words)
        else:
            await outline.set_attribute(novel_id, ids=[item_id], name=name, value=words)


async def keep_as_novel(found: FoundText, *, title: str, language: str = "en") -> int:
    """Put details of a novel that is gone into a new one, called by them or ``title``; its id."""
    kept = found.kept
    novel_id = await novels.create_novel(title=kept.novel or title, language=language)
    await typed_details.put_details(novel_id, kept.fields)
    return novel_id


async def keep_as_entity(found: FoundText, *, title: str, language: str = "en") -> int:
    """Put words of an entity that is gone into a new one of its novel; its id.

    Where the novel is gone too a new one takes it, called by the kept words or ``title``.
    """
    kept = found.kept
    async with read_session() as session:
        novel = await NovelRepository(session).find(kept.novel_id)
    novel_id = kept.novel_id
    if novel is None or novel.deleted_at is not None:
        novel_id = await novels.create_novel(title=kept.novel or title, language=language)
    return await typed_entities.keep_as_entity(novel_id, kept.title, kept.fields)


async def keep_as_scene(found: FoundText, *, title: str, language: str = "en") -> int:
    """Put these words into a new scene after the item, or at the end of the novel; its id.

    Where the novel is gone too a new one takes them.
    """
    novel_id, parent_id, index = await _place(found.kept, title, language)
    edit = await outline.create_item(
        novel_id, kind=ItemKind.SCENE, parent_id=parent_id, index=index, title=title
    )
    body = (await texts.load_text(edit.ids[0])).body
    await texts.save_text(body, found.document or EMPTY)
    fields = {name: words for name, words in found.kept.fields.items() if name != "title"}
    await _put_fields(novel_id, edit.ids[0], fields)
    return edit.ids[0]


async def _place(kept: KeptText, title: str, language: str) -> tuple[int, int | None, int | None]:
    async with read_session() as session:
        item = await OutlineRepository(session).find(kept.item_id)
        novel = await NovelRepository(session).find(
            kept.novel_id if item is None else item.novel_id
        )
    if novel is None or novel.deleted_at is not None:
        made = await novels.create_novel(title=kept.novel or title, language=language)
        return made, None, None
    if item is None or item.deleted_at is not None:
        return novel.id, None, None
    items = await outline.load_outline(novel.id)
    siblings = [each.id for each in items if each.parent_id == item.parent_id]
    return novel.id, item.parent_id, siblings.index(item.id) + 1
