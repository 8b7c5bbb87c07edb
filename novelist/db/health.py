# SPDX-License-Identifier: MIT
"""Looking a library over: the file, the references, the texts, the tree. Changes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from novelist.db.library_file import plain_connection
from novelist.db.migrate import require_known, revision_of
from novelist.domain.document_text import digest
from novelist.errors import StorageCorruptError


class ProblemKind(StrEnum):
    """What is wrong."""

    FILE = "file"  # SQLite finds damage
    REFERENCE = "reference"  # a row refers to one that is not there
    TEXT = "text"  # a text does not fit its digest
    ORPHAN = "orphan"  # an item cannot be reached: its parent is in the trash, or of another novel
    CYCLE = "cycle"  # items stand inside each other


@dataclass(frozen=True, slots=True)
class Problem:
    """One damage; ``id`` is the row's (an item's for texts and the tree), where one is known."""

    kind: ProblemKind
    detail: str
    id: int | None = None


def check_library(path: Path) -> list[Problem]:
    """Every damage found; empty when the library is sound.

    Raises ``LibraryError`` for a file that is no library of this version.
    """
    try:
        require_known(path, revision_of(path))
        with plain_connection(path) as connection:
            return list(_problems(connection))
    except StorageCorruptError as error:
        return [Problem(ProblemKind.FILE, str(error))]


def _problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    connection.execute("BEGIN")  # one state for all the checks, whoever writes meanwhile
    for (found,) in connection.execute("PRAGMA integrity_check"):
        if found != "ok":
            yield Problem(ProblemKind.FILE, found)
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Problem(ProblemKind.REFERENCE, f"{table} refers to a missing row of {parent}", row)
    yield from _damaged_texts(connection)
    yield from _misplaced(connection)


def _damaged_texts(connection: sqlite3.Connection) -> Iterator[Problem]:
    for item_id, content, expected in connection.execute(
        "SELECT item_id, CAST(content AS BLOB), digest FROM scene_bodies"
    ):
        if not _fits(content, expected):
            yield Problem(ProblemKind.TEXT, "the text does not fit its digest", item_id)


def _fits(content: bytes, expected: str) -> bool:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return False
    return digest(text) == expected or not (text or expected)


def _misplaced(connection: sqlite3.Connection) -> Iterator[Problem]:
    orphans = connection.execute(
        "SELECT item.id FROM outline_items AS item"
        " JOIN outline_items AS parent ON parent.id = item.parent_id"
        " WHERE parent.novel_id <> item.novel_id"
        " OR (item.deleted_at IS NULL AND parent.deleted_at IS NOT NULL)"
    )
    for (item_id,) in orphans:
        yield Problem(ProblemKind.ORPHAN, "the item cannot be reached in its outline", item_id)
    parents = dict(connection.execute("SELECT id, parent_id FROM outline_items"))
    for item_id in _in_cycles(parents):
        yield Problem(ProblemKind.CYCLE, "the item stands inside itself", item_id)


def _in_cycles(parents: dict[int, int | None]) -> list[int]:
    """The items from which no way leads up to the top."""
    children: dict[int | None, list[int]] = {}
    for item, parent in parents.items():
        children.setdefault(parent if parent in parents else None, []).append(item)
    reached = list(children.get(None, ()))
    for item in reached:  # grows while it is walked
        reached.extend(children.get(item, ()))
    return sorted(parents.keys() - set(reached))
