# SPDX-License-Identifier: MIT
"""The bookmarks of a novel, wherever its texts have some."""

from __future__ import annotations

import asyncio

from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.session import read_session
from novelist.domain.bookmarks import Bookmark, bookmarks_in
from novelist.domain.document_text import from_json_lines


async def list_bookmarks(novel_id: int) -> dict[int, list[Bookmark]]:
    """The bookmarks of each text of a novel that has some, as the texts are on disk."""
    async with read_session() as session:
        contents = await SceneBodyRepository(session).contents_with_bookmarks(novel_id)
    return await asyncio.to_thread(_found_in, contents)


def _found_in(contents: dict[int, str]) -> dict[int, list[Bookmark]]:
    found = {item_id: bookmarks_in(from_json_lines(text)) for item_id, text in contents.items()}
    return {item_id: each for item_id, each in found.items() if each}
