# SPDX-License-Identifier: MIT
"""The bookmarks of a novel, wherever its texts have some."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.session import read_session
from novelist.domain.bookmarks import Bookmark, bookmarks_in
from novelist.domain.document_text import from_json_lines
from novelist.errors import DocumentFormatError


async def list_bookmarks(novel_id: int) -> dict[int, list[Bookmark]]:
    """The bookmarks of each text of a novel that has some, as the texts are on disk."""
    async with read_session() as session:
        contents = await SceneBodyRepository(session).contents_with_bookmarks(novel_id)
    return await asyncio.to_thread(_found_in, contents)


def _found_in(contents: dict[int, str]) -> dict[int, list[Bookmark]]:
    found: dict[int, list[Bookmark]] = {}
    for item_id, text in contents.items():
        with suppress(DocumentFormatError):  # a damaged text is told where it is opened
            found[item_id] = bookmarks_in(from_json_lines(text))
    return {item_id: each for item_id, each in found.items() if each}
