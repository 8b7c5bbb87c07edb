# SPDX-License-Identifier: MIT
"""Looking a library over: the file, the references, the texts, the tree. Changes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from novelist.db.library_file import plain_connection
from novelist.db.migrate import require_known, revision_of
from novelist.db.repair.version_reader import VersionReader
from novelist.db.watch import UNWATCHED, Watch
from novelist.domain.document_text import digest
from novelist.domain.pictures import picture_digest
from novelist.errors import CheckStoppedError, RevisionDamagedError, StorageCorruptError

_FILE_TAKES, _TEXTS_END = 0.4, 0.7  # shares of the whole, by and large


class ProblemKind(StrEnum):
    """What is wrong."""

    FILE = "file"  # SQLite finds damage
    REFERENCE = "reference"  # a row refers to one that is not there
    TEXT = "text"  # a text does not fit its digest
    VERSION = "version"  # an earlier version of a text cannot be read
    PICTURE = "picture"  # a picture does not fit its digest
    ORPHAN = "orphan"  # an item cannot be reached: its parent is in the trash, or of another novel
    CYCLE = "cycle"  # items stand inside each other


@dataclass(frozen=True, slots=True)
class Problem:
    """One damage; ``id`` is the row's (an item's for texts and the tree), where one is known."""

    kind: ProblemKind
    detail: str
    id: int | None = None


def check_library(path: Path, watch: Watch = UNWATCHED) -> list[Problem]:
    """Every damage found; empty when the library is sound.

    Raises ``LibraryError`` for a file that is no library of this version, ``CheckStoppedError``.
    """
    try:
        require_known(path, revision_of(path))
        with plain_connection(path) as connection:
            watch.attend(connection)
            connection.execute("BEGIN")  # one state for all the checks, whoever writes meanwhile
            return list(find_problems(connection, watch))
    except StorageCorruptError as error:
        return [Problem(ProblemKind.FILE, str(error))]


def quick_check(path: Path) -> list[Problem]:
    """What a power cut may have done: the pages of the file, and the texts. Some milliseconds."""
    try:
        with plain_connection(path) as connection:
            connection.execute("BEGIN")
            return [*_damaged_pages(connection, "quick_check"), *_damaged_texts(connection)]
    except StorageCorruptError as error:
        return [Problem(ProblemKind.FILE, str(error))]


def titles_of(path: Path, ids: Collection[int]) -> dict[int, str]:
    """What the items are called, as far as that can be read."""
    marks = ", ".join("?" * len(ids))
    try:
        with plain_connection(path) as connection:
            statement = f"SELECT id, title FROM outline_items WHERE id IN ({marks})"
            return dict(connection.execute(statement, list(ids)))
    except StorageCorruptError:
        return {}


def newest_moment(path: Path) -> datetime | None:
    """When, by the clock of that time, something was last written or opened; None for never."""
    with plain_connection(path) as connection:
        newest = connection.execute(
            "SELECT max(moment) FROM (SELECT max(opened_at) AS moment FROM novels UNION ALL"
            " SELECT * FROM (SELECT saved_at FROM revisions ORDER BY id DESC LIMIT 1))"
        ).fetchone()[0]
    return None if newest is None else datetime.fromisoformat(newest).replace(tzinfo=UTC)


def find_problems(connection: sqlite3.Connection, watch: Watch = UNWATCHED) -> Iterator[Problem]:
    """Every damage of the library that a connection is open to."""
    try:
        yield from _damaged_pages(connection, "integrity_check")
        watch.progress(_FILE_TAKES)
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
            detail = f"{table} refers to a missing row of {parent}"
            yield Problem(ProblemKind.REFERENCE, detail, row)
        yield from _damaged_texts(connection, watch)
        yield from _damaged_versions(connection, watch)
        for picture in damaged_pictures(connection):
            detail = f"picture {picture} does not fit its digest"
            yield Problem(ProblemKind.PICTURE, detail)
        yield from _misplaced(connection)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise CheckStoppedError from error
        raise


def _damaged_pages(connection: sqlite3.Connection, pragma: str) -> Iterator[Problem]:
    for (found,) in connection.execute(f"PRAGMA {pragma}"):
        if found != "ok":
            yield Problem(ProblemKind.FILE, found)


def _damaged_texts(connection: sqlite3.Connection, watch: Watch = UNWATCHED) -> Iterator[Problem]:
    (count,) = connection.execute("SELECT count(*) FROM scene_bodies").fetchone()
    rows = connection.execute("SELECT item_id, CAST(content AS BLOB), digest FROM scene_bodies")
    for item_id, content, expected in watch.over(rows, count, _FILE_TAKES, _TEXTS_END):
        if not fits(content, expected):
            yield Problem(ProblemKind.TEXT, "the text does not fit its digest", item_id)


def _damaged_versions(connection: sqlite3.Connection, watch: Watch) -> Iterator[Problem]:
    (count,) = connection.execute("SELECT count(*) FROM revisions").fetchone()
    reader = VersionReader(connection)
    rows = connection.execute("SELECT id, item_id FROM revisions ORDER BY item_id, id").fetchall()
    for revision, item_id in watch.over(rows, count, _TEXTS_END, 1.0):
        try:
            reader.read(revision)
        except RevisionDamagedError as error:
            yield Problem(ProblemKind.VERSION, f"version {revision}: {error}", item_id)


def damaged_pictures(connection: sqlite3.Connection) -> Iterator[int]:
    """The rows of pictures that are not what was kept; none in an older library."""
    if not connection.execute("PRAGMA table_info(attachments)").fetchall():
        return
    for picture, expected, data in connection.execute("SELECT id, digest, data FROM attachments"):
        if not isinstance(data, bytes) or picture_digest(data) != expected:
            yield picture


def fits(content: bytes, expected: str) -> bool:
    """Whether a stored text is the one that its digest was taken of."""
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
