# SPDX-License-Identifier: MIT
"""Words that an earlier run could not save: compared with the library, and put back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from novelist.db.repositories.novels import NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.session import read_session
from novelist.domain.document import EMPTY, Document
from novelist.domain.document_text import from_json_lines, to_json_lines
from novelist.domain.enums import ItemKind
from novelist.errors import DocumentFormatError, NotFoundError, StorageCorruptError
from novelist.services import emergency, novels, outline, texts, typed_details
from novelist.services.emergency import KeptCopy, KeptText


@dataclass(frozen=True)
class FoundText:
    """Words that the library does not have; ``stored`` is what it has instead.

    None where it has no such item, or for details of a novel no such novel.
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
    document = _document(kept)
    try:
        stored: Document | None = (await texts.load_text(kept.item_id)).document
    except (NotFoundError, StorageCorruptError):
        stored = None
    fields = await _fields_of(kept) if stored is not None else {}
    same = document is None or (
        stored is not None and to_json_lines(stored) == to_json_lines(document)
    )
    if same and all(fields.get(name) == words for name, words in kept.fields.items()):
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


async def _fields_of(kept: KeptText) -> dict[str, str]:
    found = await outline.load_items([kept.item_id])
    return {name: str(getattr(item, name)) for item in found for name in kept.fields}


async def put_in(found: FoundText) -> None:
    """Let the item, or the novel, hold these words; the text it held is among its versions."""
    kept = found.kept
    if kept.is_of_novel:
        await typed_details.put_details(kept.novel_id, kept.fields)
        return
    if found.document is not None:
        body = (await texts.load_text(kept.item_id)).body
        await texts.save_text(body, found.document)
    for name, words in kept.fields.items():
        await outline.set_attribute(kept.novel_id, ids=[kept.item_id], name=name, value=words)


async def keep_as_novel(found: FoundText, *, title: str, language: str = "en") -> int:
    """Put details of a novel that is gone into a new one, called by them or ``title``; its id."""
    kept = found.kept
    novel_id = await novels.create_novel(title=kept.novel or title, language=language)
    await typed_details.put_details(novel_id, kept.fields)
    return novel_id


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
    for name in found.kept.fields.keys() - {"title"}:
        value = found.kept.fields[name]
        await outline.set_attribute(novel_id, ids=list(edit.ids), name=name, value=value)
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
