# SPDX-License-Identifier: MIT
"""The words that a writer calls right: added, removed, written to a text file and read from one."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from novelist.db.feed import announce
from novelist.db.repositories.known_words import KnownWordRepository
from novelist.db.session import read_session, writer
from novelist.domain.changes import Action, Changes, Subject
from novelist.errors import (
    DestinationError,
    SourceMissingError,
    SourceNotTextError,
    SourceTooLargeError,
    SourceUnreadableError,
)

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

LONGEST: Final = 200  # characters of one entry
_LARGEST: Final = 8 * 2**20  # bytes of a list
_MOST: Final = 100_000  # words of a list


async def list_known_words(novel_id: int | None = None) -> list[str]:
    """The words of a novel, or of the library, the oldest first."""
    async with read_session() as session:
        return await KnownWordRepository(session).list_words(novel_id)


async def add_known_words(
    words: Iterable[str], novel_id: int | None = None, *, initiator: str = ""
) -> list[str]:
    """Call these words right in a novel, or in all; which of them were new."""
    wanted = [clean for word in words if (clean := _clean(word))]

    async def command(session: AsyncSession) -> list[str]:
        fresh = await KnownWordRepository(session).add(novel_id, wanted)
        _announce(session, Action.CREATED, novel_id, initiator)
        return fresh

    return await writer().submit(command)


async def remove_known_words(
    words: Collection[str], novel_id: int | None = None, *, initiator: str = ""
) -> None:
    """Call these words right no more."""

    async def command(session: AsyncSession) -> None:
        await KnownWordRepository(session).remove(novel_id, list(words))
        _announce(session, Action.DELETED, novel_id, initiator)

    await writer().submit(command)


async def write_word_list(path: Path, novel_id: int | None = None) -> int:
    """Write the words to a text file, one a line; how many. Raises ``DestinationError``."""
    words = await list_known_words(novel_id)
    text = "".join(f"{word}\n" for word in sorted(words, key=str.casefold))
    try:
        await asyncio.to_thread(path.write_text, text, "utf-8")
    except OSError as error:
        raise DestinationError(path, str(error)) from error
    return len(words)


async def read_word_list(
    path: Path, novel_id: int | None = None, *, initiator: str = ""
) -> list[str]:
    """Add the words of a text file, one a line; which were new. Raises ``SourceError``."""
    words = await asyncio.to_thread(_read_words, path)
    return await add_known_words(words, novel_id, initiator=initiator)


def _read_words(path: Path) -> list[str]:
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except FileNotFoundError as error:
        raise SourceMissingError(path) from error
    except OSError as error:
        raise SourceUnreadableError(path, str(error)) from error
    if len(raw) > _LARGEST:
        raise SourceTooLargeError(path, _LARGEST)
    try:
        lines = raw.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise SourceNotTextError(path, str(error)) from error
    return [line for line in lines if line.strip() and not line.strip().isdigit()][:_MOST]


def _clean(word: str) -> str:
    """The word as it is kept: on one line, composed; "" where nothing of it is left."""
    kept = "".join(c for c in word if c.isprintable() or c == " ")
    return unicodedata.normalize("NFC", " ".join(kept.split()))[:LONGEST].strip()


def _announce(session: AsyncSession, action: Action, novel_id: int | None, initiator: str) -> None:
    announce(session, Changes.of(Subject.WORD, action, (), novel_id=novel_id, initiator=initiator))
