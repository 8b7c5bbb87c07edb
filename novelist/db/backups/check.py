# SPDX-License-Identifier: MIT
"""What a copy of a library holds, and whether all of it can be read."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from novelist.domain.document_text import digest
from novelist.domain.languages import is_han
from novelist.domain.pictures import picture_digest
from novelist.domain.revision_codec import apply
from novelist.errors import BackupStoppedError, RevisionDamagedError, StorageCorruptError

ALL_REVISIONS: Final = 2_000
"""So many versions are all looked at; of more the newest of each text and ``SAMPLE`` others."""

SAMPLE: Final = 500
_ROWS: Final = 100  # between two questions whether to stop
_PASSING: Final = frozenset(("opened_at", "updated_at", "version"))  # no change of what is written
_LONG: Final = frozenset(("content", "plain_text", "data"))  # their digests stand beside them
_BELONGS: Final = "in_manuscript AND deleted_at IS NULL AND kind NOT IN ('folder', 'note')"
MANUSCRIPT: Final = (  # the items that belong to a book, as the shelf counts them
    "WITH RECURSIVE inside(id, novel_id, words) AS ("
    f" SELECT id, novel_id, words FROM outline_items WHERE parent_id IS NULL AND {_BELONGS}"
    " UNION ALL SELECT item.id, item.novel_id, item.words"
    f" FROM (SELECT * FROM outline_items WHERE {_BELONGS}) AS item"
    " JOIN inside ON item.parent_id = inside.id) "
)
_COUNTS: Final = MANUSCRIPT + (
    "SELECT (SELECT count(*) FROM novels WHERE deleted_at IS NULL),"
    " (SELECT coalesce(sum(words), 0) FROM inside"
    "  WHERE novel_id IN (SELECT id FROM novels WHERE deleted_at IS NULL)),"
    " (SELECT count(*) FROM novels), (SELECT count(*) FROM scene_bodies),"
    " (SELECT coalesce(sum(words), 0) FROM outline_items),"
    " (SELECT coalesce(sum(words), 0) FROM inside"
    "  WHERE novel_id IN (SELECT id FROM novels WHERE deleted_at IS NULL AND is_han(language)))"
)


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a library holds: in manuscripts outside the trash, and altogether.

    ``characters`` are those of ``words`` that are of novels in Han characters; None where they
    were not counted apart, as earlier versions did.
    """

    novels: int = 0
    words: int = 0
    all_novels: int = 0
    all_texts: int = 0
    all_words: int = 0
    characters: int | None = 0

    def covers(self, other: Totals) -> bool:
        """Whether this is no smaller than ``other``: no fewer novels, texts or words, trash too."""
        return (
            self.all_novels >= other.all_novels
            and self.all_texts >= other.all_texts
            and self.all_words >= other.all_words
        )


def count_totals(connection: sqlite3.Connection) -> Totals:
    """How much the library holds."""
    connection.create_function("is_han", 1, is_han, deterministic=True)
    return Totals(*connection.execute(_COUNTS).fetchone())


def fingerprint(connection: sqlite3.Connection, stop: Callable[[], bool]) -> str:
    """The same for the same novels, texts, versions and choices; opening a novel changes nothing.

    Texts and versions count by their digests, so it reads no manuscript. Raises
    ``BackupStoppedError`` once ``stop`` says so.
    """
    found = blake2b(digest_size=16)
    for table in _tables(connection):
        columns = [
            name
            for _, name, *_ in connection.execute(f'PRAGMA table_info("{table}")')
            if name not in _PASSING | _LONG
        ]
        chosen = ", ".join(f'"{name}"' for name in columns)
        found.update(f"{table}({chosen})".encode())
        rows = connection.execute(f'SELECT {chosen} FROM "{table}" ORDER BY rowid')
        while part := rows.fetchmany(_ROWS):
            if stop():
                raise BackupStoppedError
            found.update(repr(part).encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def require_sound(connection: sqlite3.Connection) -> None:
    """Raise ``StorageCorruptError`` when SQLite finds damage or a broken reference."""
    problems = [row[0] for row in connection.execute("PRAGMA integrity_check(1)")]
    if problems != ["ok"]:
        raise StorageCorruptError(problems[0])
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise StorageCorruptError(f"{broken[0]} {broken[1]} refers to a missing row of {broken[2]}")


def require_whole(connection: sqlite3.Connection, stop: Callable[[], bool]) -> None:
    """Raise ``StorageCorruptError`` unless it is sound and every text and version fits its digest.

    Raises ``BackupStoppedError`` once ``stop`` says so.
    """
    require_sound(connection)
    for item_id, content, expected in connection.execute(
        "SELECT item_id, CAST(content AS BLOB), digest FROM scene_bodies"
    ):
        if stop():
            raise BackupStoppedError
        if (content or expected) and _digest(content) != expected:
            raise StorageCorruptError(f"the text of item {item_id} does not fit its digest")
    tables = _tables(connection)
    if "revisions" in tables:
        _require_revisions(connection, stop)
    if "attachments" in tables:
        _require_pictures(connection, stop)


def _require_pictures(connection: sqlite3.Connection, stop: Callable[[], bool]) -> None:
    for digest_, data in connection.execute("SELECT digest, data FROM attachments"):
        if stop():
            raise BackupStoppedError
        if not isinstance(data, bytes) or picture_digest(data) != digest_:
            raise StorageCorruptError(f"the picture {digest_} does not fit its digest")


def _require_revisions(connection: sqlite3.Connection, stop: Callable[[], bool]) -> None:
    unpacked: dict[int, bytes] = {}  # of one text at a time
    current = None
    for revision, item_id in _chosen(connection):
        if stop():
            raise BackupStoppedError
        if item_id != current:
            unpacked, current = {}, item_id
        try:
            _unpack(connection, revision, unpacked)
        except RevisionDamagedError as error:
            raise StorageCorruptError(f"version {revision} of item {item_id}: {error}") from error


def _chosen(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """The versions to look at, those of one text together and in order."""
    found: list[tuple[int, int]] = connection.execute(
        "SELECT id, item_id FROM revisions ORDER BY item_id, id"
    ).fetchall()
    if len(found) <= ALL_REVISIONS:
        return found
    newest = {item_id: index for index, (_, item_id) in enumerate(found)}
    some = random.sample(range(len(found)), SAMPLE)  # others every time
    return [found[index] for index in sorted({*newest.values(), *some})]


def _unpack(connection: sqlite3.Connection, revision: int, unpacked: dict[int, bytes]) -> None:
    """Put the bytes of a version, and of those that it builds on, into ``unpacked``; check it."""
    rows = list(_chain(connection, revision, unpacked))
    for number, base, expected, data in reversed(rows):
        unpacked[number] = apply(data, None if base is None else unpacked[base])
        if number == revision and _digest(unpacked[number]) != expected:
            raise RevisionDamagedError("the text does not fit its digest")


def _chain(
    connection: sqlite3.Connection, revision: int, unpacked: dict[int, bytes]
) -> Iterator[tuple[int, int | None, str, bytes]]:
    """The version, what it builds on, and so on up to one that is unpacked or whole."""
    wanted: int | None = revision
    seen: set[int] = set()
    while wanted is not None and wanted not in unpacked:
        row = connection.execute(
            "SELECT id, base_id, digest, data FROM revisions WHERE id = ?", (wanted,)
        ).fetchone()
        if row is None or wanted in seen:
            raise RevisionDamagedError("a version that it builds on is missing")
        seen.add(wanted)
        yield row
        wanted = row[1]


def _digest(content: bytes) -> str:
    try:
        return digest(content.decode())
    except UnicodeDecodeError:
        return ""


def _tables(connection: sqlite3.Connection) -> list[str]:
    """Our tables by name; not those that SQLite and the search index keep for themselves."""
    names = {
        row[0]: row[1] or ""
        for row in connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
            " AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name"
        )
    }
    virtual = [name for name, sql in names.items() if sql.upper().startswith("CREATE VIRTUAL")]
    return [
        name for name in names if not any(name == v or name.startswith(f"{v}_") for v in virtual)
    ]
