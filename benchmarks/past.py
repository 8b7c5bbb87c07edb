# SPDX-License-Identifier: MIT
"""Gives the scenes of a library a past: versions that lead to the text as it stands."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.inputs import scene_of
from novelist.db.base import utc_now
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.revisions import RevisionRepository
from novelist.db.session import get_session
from novelist.domain.counting import count
from novelist.domain.document import document_of
from novelist.domain.document_text import from_json_lines
from novelist.domain.enums import ItemKind
from novelist.domain.revision_codec import encode
from novelist.services import novels, outline, texts
from novelist.services.history import snapshots
from novelist.services.library import library

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem

_EACH = 100  # versions of one scene
_PAUSE = timedelta(minutes=10)


def drafts(content: str, number: int, chance: random.Random) -> Iterator[str]:
    """So many versions that end with ``content``, each longer than the one before by a little."""
    lines = content.splitlines(keepends=True)
    first = max(1, len(lines) // 2)
    for step in range(1, number):
        upto = first + (len(lines) - first) * step // number
        shown = lines[:upto]
        if upto > 1:
            place = chance.randrange(1, upto)
            shown[place] = shown[place].replace(" ", f" {chance.choice('abcdefgh')}", 1)
        yield "".join(shown)
    yield content


def give_past(path: Path, versions: int) -> None:
    """Add about so many versions to the texts of a library, ten minutes apart until now."""
    asyncio.run(_give_past(path, versions))


async def _give_past(path: Path, versions: int) -> None:
    await library.open_library(path)
    (card,) = await novels.list_novels()
    items = [item for item in await outline.load_outline(card.id) if item.kind == "scene"]
    while versions > 0:
        for item in items:
            if versions > 0:
                await _remember(item, min(_EACH, versions), utc_now() - _PAUSE * versions)
                versions -= _EACH
    await library.close_library()


async def _remember(item: OutlineItem, versions: int, saved: datetime) -> None:
    async with get_session() as session:
        content = (await SceneBodyRepository(session).get(item.id)).content
        revisions = RevisionRepository(session)
        base, base_id = None, None
        for number, draft in enumerate(drafts(content, versions, random.Random(item.id))):
            packed = encode(draft, base)
            counts = count(from_json_lines(draft).plain_text)
            base_id = await revisions.add(
                {
                    "novel_id": item.novel_id,
                    "item_id": item.id,
                    "saved_at": saved + _PAUSE * number,
                    "reason": "save",
                    "sitting": f"{number // 20}",
                    "words": counts.words,
                    "characters": counts.characters,
                    "removed": 0,
                    "base_id": base_id if packed.is_delta else None,
                    "size": len(draft.encode()),
                    "digest": packed.digest,
                    "data": packed.data,
                }
            )
            base = packed.base


def add_rewritten(path: Path, words: int, versions: int = 6) -> None:
    """Add a scene of so many words that was rewritten here and there, and given names then."""
    asyncio.run(_add_rewritten(path, words, versions))


async def _add_rewritten(path: Path, words: int, versions: int) -> None:
    await library.open_library(path)
    (card,) = await novels.list_novels()
    made = await outline.create_item(
        card.id, kind=ItemKind.SCENE, parent_id=None, title=f"{words:,} words"
    )
    text = texts.OpenText((await texts.load_text(made.ids[0])).body)
    paragraphs, chance = scene_of(words).split("\n\n"), random.Random(words)
    for number in range(versions):
        edited = [each if chance.random() > 0.2 else _edited(each, chance) for each in paragraphs]
        await text.save(document_of(*edited))
        await snapshots.take_snapshot(card.id, name=f"Draft {number}", item_id=made.ids[0])
    await library.close_library()


def _edited(paragraph: str, chance: random.Random) -> str:
    at = chance.randrange(len(paragraph))
    return f"{paragraph[:at]} word {paragraph[at + chance.randrange(12) :]}"
