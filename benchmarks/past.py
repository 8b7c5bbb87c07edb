# SPDX-License-Identifier: MIT
"""Gives the scenes of a library a past: versions that lead to the text as it stands."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from novelist.db.base import utc_now
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.revisions import RevisionRepository
from novelist.db.session import get_session
from novelist.domain.counting import count
from novelist.domain.document_text import from_json_lines
from novelist.domain.revision_codec import encode
from novelist.services import library, novels, outline

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem

_EACH = 100  # versions of one scene
_PAUSE = timedelta(minutes=3)


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
    """Add about so many versions to the texts of a library."""
    asyncio.run(_give_past(path, versions))


async def _give_past(path: Path, versions: int) -> None:
    await library.open_library(path)
    (card,) = await novels.list_novels()
    items = [item for item in await outline.load_outline(card.id) if item.kind == "scene"]
    while versions > 0:
        for item in items:
            if versions > 0:
                await _remember(item, min(_EACH, versions))
                versions -= _EACH
    await library.close_library()


async def _remember(item: OutlineItem, versions: int) -> None:
    async with get_session() as session:
        content = (await SceneBodyRepository(session).get(item.id)).content
        revisions = RevisionRepository(session)
        base, base_id, saved = None, None, utc_now() - _PAUSE * (versions + item.id)
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
