# SPDX-License-Identifier: MIT
"""Saving what can be read of a damaged library into a new one, row by row, with a report.

The damaged library is only read. Where the text of a scene cannot be read, or does not fit its
digest, the newest version that can be read takes its place. The new library is whole: what the
damage tore loose is mended (``salvage_mending``) and nothing in it refers to what is lost.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from novelist.db.library_file import plain_connection
from novelist.db.migrate import create_library
from novelist.db.repair.damaged_table import DamagedTable, open_damaged
from novelist.db.repair.mending import mend
from novelist.db.repair.report import SalvageReport
from novelist.db.schema_versions import KNOWN_REVISIONS
from novelist.db.watch import UNWATCHED, Watch
from novelist.errors import LibraryMissingError, LibraryTooNewError, StorageCorruptError

_COPYING: Final = 0.8  # share of the work
_DERIVED: Final = frozenset(("alembic_version", "announcements", "search_pending"))


def salvage_library(source: Path, target: Path, watch: Watch = UNWATCHED) -> SalvageReport:
    """Save what can be read of ``source`` into a new library at ``target``.

    Raises ``FileExistsError`` rather than replace a file; ``StorageCorruptError`` when nothing
    can be read, ``LibraryTooNewError``, ``CheckStoppedError``. Then there is no new library.
    """
    if not source.exists():
        raise LibraryMissingError(source)
    create_library(target)
    try:
        return _salvage(source, target, watch)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _salvage(source: Path, target: Path, watch: Watch) -> SalvageReport:
    report = SalvageReport(target)
    with (
        tempfile.TemporaryDirectory() as scratch,
        open_damaged(source, Path(scratch)) as damaged,
        plain_connection(target, mode="rw") as whole,
    ):
        whole.execute("PRAGMA journal_mode=DELETE")
        whole.execute("PRAGMA foreign_keys=OFF")
        whole.execute("BEGIN")
        tables = _common_tables(source, damaged, whole)
        for table in watch.over(tables, len(tables), 0.0, _COPYING):
            _copy(table, whole, watch)
            if table.unreadable:
                report.unreadable[table.name] = table.unreadable
        mend(whole, report)
        whole.execute("COMMIT")
        whole.execute("PRAGMA journal_mode=WAL")
    watch.progress(1.0)
    return report


def _common_tables(
    source: Path, damaged: sqlite3.Connection, whole: sqlite3.Connection
) -> list[DamagedTable]:
    """The tables to copy, each with the columns that both know."""
    try:
        revision = damaged.execute("SELECT version_num FROM alembic_version").fetchone()
        ours, theirs = _columns(whole), _columns(damaged)
    except sqlite3.DatabaseError as error:
        revision, theirs = None, _columns_as_made(whole, damaged, error)
        ours = _columns(whole)
    if revision is not None and revision[0] not in KNOWN_REVISIONS:
        raise LibraryTooNewError(source, f"revision {revision[0]}")
    return [
        DamagedTable(damaged, name, [column for column in columns if column in theirs[name]])
        for name, columns in ours.items()
        if name in theirs and name not in _DERIVED
    ]


def _columns_as_made(
    whole: sqlite3.Connection, damaged: sqlite3.Connection, error: sqlite3.DatabaseError
) -> dict[str, list[str]]:
    """The version cannot be read; with the tables themselves known, go on."""
    try:
        found = _columns(damaged)
    except sqlite3.DatabaseError:
        found = {}
    if not found:
        raise StorageCorruptError(f"nothing can be read: {error}") from error
    return found


def _columns(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """The columns of every table of ours; not those that a search index keeps for itself."""
    names = [
        name
        for name, sql in connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
            " AND name NOT LIKE 'sqlite~_%' ESCAPE '~' AND name NOT LIKE 'search~_%' ESCAPE '~'"
        )
        if not str(sql).upper().startswith("CREATE VIRTUAL")
    ]
    return {
        name: [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')]
        for name in names
    }


def _copy(table: DamagedTable, whole: sqlite3.Connection, watch: Watch) -> None:
    """Put every row that can be read into the table of the same name."""
    columns = ", ".join(f'"{column}"' for column in table.columns)
    places = ", ".join("?" * len(table.columns))
    statement = f'INSERT OR IGNORE INTO "{table.name}" ({columns}) VALUES ({places})'
    needed = dict(_needed(whole, table.name))
    for row in watch.over(table.rows(), 1, 0.0, 0.0):
        values = [
            needed.get(column, value) if value is None else value
            for column, value in zip(table.columns, row, strict=True)
        ]
        whole.execute(statement, values)


def _needed(whole: sqlite3.Connection, table: str) -> Iterator[tuple[str, object]]:
    """What takes the place of a lost value in a column that needs one."""
    for _, name, kind, is_needed, default, is_key in whole.execute(f'PRAGMA table_info("{table}")'):
        if is_needed and not is_key:
            numeric = kind.startswith(("INT", "BIG", "BOOL"))
            moment = "1970-01-01 00:00:00.000000" if kind.startswith("DATE") else ""
            blank: object = b"" if kind == "BLOB" else moment
            yield name, default if default is not None else (0 if numeric else blank)
