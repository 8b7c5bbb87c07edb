# SPDX-License-Identifier: MIT
"""Texts to be read and not to be written: nothing is kept in memory for them."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.session import read_session
from novelist.domain.document import Document
from novelist.domain.document_text import from_json_lines
from novelist.errors import DocumentFormatError, NovelistError, StorageCorruptError


@dataclass(frozen=True)
class ReadTexts:
    """Several texts, and what is wrong with those that cannot be read, by item."""

    documents: dict[int, Document]
    damage: dict[int, NovelistError]


async def read_documents(item_ids: Collection[int]) -> ReadTexts:
    """The texts of these items as they are on disk; those that are gone are left out."""
    damage: dict[int, NovelistError] = {}
    async with read_session() as session:
        contents = await _contents_of(SceneBodyRepository(session), item_ids, damage)
    documents = await asyncio.to_thread(_parsed, contents, damage)
    return ReadTexts(documents, damage)


async def _contents_of(
    bodies: SceneBodyRepository, item_ids: Collection[int], damage: dict[int, NovelistError]
) -> dict[int, str]:
    """All at once; one by one only where one is damaged."""
    try:
        return await bodies.contents_of(item_ids)
    except StorageCorruptError as error:
        if len(item_ids) == 1:
            damage[next(iter(item_ids))] = error
            return {}
    found: dict[int, str] = {}
    for item_id in item_ids:
        found |= await _contents_of(bodies, [item_id], damage)
    return found


def _parsed(contents: Mapping[int, str], damage: dict[int, NovelistError]) -> dict[int, Document]:
    found: dict[int, Document] = {}
    for item_id, content in contents.items():
        try:
            found[item_id] = from_json_lines(content)
        except DocumentFormatError as error:
            damage[item_id] = error
    return found
