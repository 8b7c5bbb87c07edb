# SPDX-License-Identifier: MIT
"""What is in a backup, to be looked at before anything is restored."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from novelist.db.backups.check import MANUSCRIPT, Totals, count_totals, require_whole
from novelist.db.backups.copies import Stop, never, reading_connection
from novelist.db.library_file import require_library
from novelist.db.migrate import require_known, revision_of
from novelist.domain.document import Document
from novelist.domain.document_text import digest, from_json_lines
from novelist.domain.outline import Row, tree_order
from novelist.errors import BackupDamagedError, NotFoundError, StorageCorruptError

_FIRST_WORDS: Final = 160  # characters


@dataclass(frozen=True, slots=True)
class ItemPreview:
    """One row of the outline, ``depth`` below the top, with how its text begins."""

    id: int
    kind: str
    title: str
    words: int
    depth: int
    first_words: str


@dataclass(frozen=True, slots=True)
class NovelPreview:
    """One novel; ``words`` are those of its manuscript, ``born`` tells it from all others."""

    id: int
    title: str
    language: str
    words: int
    is_trashed: bool
    born: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a library or backup holds."""

    totals: Totals
    novels: tuple[NovelPreview, ...]


def read_contents(path: Path) -> Contents:
    """The novels of a library or backup, those of the trash last. Raises ``LibraryError``."""
    require_library(path)
    with reading_connection(path) as connection:
        rows = connection.execute(
            MANUSCRIPT + "SELECT novels.id, title, language, coalesce(sum(inside.words), 0),"
            " deleted_at IS NOT NULL, created_at FROM novels"
            " LEFT JOIN inside ON inside.novel_id = novels.id GROUP BY novels.id"
            " ORDER BY deleted_at IS NOT NULL, opened_at DESC, novels.id"
        ).fetchall()
        novels = tuple(
            NovelPreview(id_, title, language, words, bool(trashed), str(born))
            for id_, title, language, words, trashed, born in rows
        )
        return Contents(count_totals(connection), novels)


def read_outline(path: Path, novel_id: int) -> list[ItemPreview]:
    """The outline of one novel of a backup, depth first, without its trash."""
    with reading_connection(path) as connection:
        found = connection.execute(
            "SELECT item.id, parent_id, position, kind, title, words,"
            f" substr(coalesce(plain_text, ''), 1, {_FIRST_WORDS}) FROM outline_items AS item"
            " LEFT JOIN scene_bodies ON item_id = item.id"
            " WHERE novel_id = ? AND deleted_at IS NULL",
            (novel_id,),
        ).fetchall()
    rest = {row[0]: row[5:] for row in found}
    return [
        ItemPreview(row.id, row.kind, row.title, rest[row.id][0], depth, _line(rest[row.id][1]))
        for row, depth in tree_order([Row(*row[:5]) for row in found])
    ]


def read_text(path: Path, item_id: int) -> Document:
    """The text of one item of a backup.

    Raises ``NotFoundError``, and ``BackupDamagedError`` where it is not what was written.
    """
    with reading_connection(path) as connection:
        found = connection.execute(
            "SELECT content, digest FROM scene_bodies WHERE item_id = ?", (item_id,)
        ).fetchone()
    if found is None:
        raise NotFoundError("item", item_id)
    content, expected = found
    if digest(content) != expected:
        raise BackupDamagedError(path, f"the text of item {item_id}")
    return from_json_lines(content)


def require_restorable(path: Path, stop: Stop = never) -> None:
    """Raise what says why the file cannot be restored: damaged, foreign, of a newer version."""
    try:
        require_known(path, revision_of(path))
        with reading_connection(path) as connection:
            require_whole(connection, stop)
    except (StorageCorruptError, sqlite3.DatabaseError) as error:
        raise BackupDamagedError(path, str(error)) from error


def _line(text: str) -> str:
    return " ".join(text.split())
