# SPDX-License-Identifier: MIT
"""Texts to be read and not to be written: nothing is kept in memory for them."""

from __future__ import annotations

import asyncio
from collections.abc import Collection

from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.session import read_session
from novelist.domain.document import Document
from novelist.domain.document_text import from_json_lines


async def read_documents(item_ids: Collection[int]) -> dict[int, Document]:
    """The texts of these items as they are on disk; raises ``StorageCorruptError``."""
    async with read_session() as session:
        contents = await SceneBodyRepository(session).contents_of(item_ids)
    return await asyncio.to_thread(_parsed, contents)


def _parsed(contents: dict[int, str]) -> dict[int, Document]:
    return {item_id: from_json_lines(content) for item_id, content in contents.items()}
