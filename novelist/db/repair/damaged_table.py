# SPDX-License-Identifier: MIT
"""Reading what can still be read of a damaged library, row by row, past what cannot."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from novelist.db.library_file import log_files
from novelist.db.schema_versions import APPLICATION_ID

_HEADER: Final = 100  # bytes at the beginning of the file; the first page of the tree follows
_FARTHEST: Final = 1 << 24  # rows after which nothing more is expected behind a damaged page
_DAMAGE: Final = frozenset(
    (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL)
)


@contextmanager
def open_damaged(library: Path, scratch: Path) -> Iterator[sqlite3.Connection]:
    """A connection that reads as far as it can; the library itself is never written.

    Where the header is lost, a copy in ``scratch`` gets the one that every library has.
    """
    source = library if _has_header(library) else _with_header(library, scratch)
    connection = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)
    connection.isolation_level = None
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    connection.execute("PRAGMA writable_schema=ON")  # lets a truncated file be read
    connection.execute("PRAGMA cell_size_check=OFF")
    try:
        yield connection
    finally:
        connection.close()


def _has_header(library: Path) -> bool:
    """Asked of SQLite: to open and close the file ourselves would drop the locks we have on it."""
    with closing(sqlite3.connect(f"{library.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            connection.execute("PRAGMA application_id")
        except sqlite3.DatabaseError as error:
            return error.sqlite_errorcode != sqlite3.SQLITE_NOTADB
    return True


def _with_header(library: Path, scratch: Path) -> Path:
    copy = Path(shutil.copy(library, scratch / "damaged.novelist"))
    for log, kept in zip(log_files(library), log_files(copy), strict=True):
        with suppress(OSError):  # without its log it is read as it is
            shutil.copy(log, kept)
    pages = copy.stat().st_size // 4096
    header = bytearray(_HEADER)
    header[0:24] = b"SQLite format 3\x00" + bytes((0x10, 0, 2, 2, 0, 64, 32, 32))
    for place, value in ((28, pages), (44, 4), (56, 1), (68, APPLICATION_ID)):
        header[place : place + 4] = value.to_bytes(4, "big")
    with copy.open("r+b") as file:
        file.write(header)
    return copy


@dataclass
class DamagedTable:
    """One table; ``unreadable`` counts the places where rows were skipped, or parts of rows."""

    connection: sqlite3.Connection
    name: str
    columns: Sequence[str]
    unreadable: int = 0

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Every row that can be read, in the order of the rowids; a lost column is None."""
        last = -1
        while True:
            try:
                for rowid, *values in self._after(last):
                    last = rowid
                    yield tuple(values)
            except sqlite3.DatabaseError as error:
                _require_damage(error)
                self.unreadable += 1
                following = self._next(last)
                if following is None:
                    return
                row = self._piece_by_piece(following)
                if row is not None:
                    yield row
                last = following
            else:
                return

    def _after(self, last: int) -> sqlite3.Cursor:
        columns = ", ".join(f'"{column}"' for column in self.columns)
        return self.connection.execute(
            f'SELECT rowid, {columns} FROM "{self.name}" NOT INDEXED WHERE rowid > ?'
            " ORDER BY rowid",
            (last,),
        )

    def _next(self, last: int) -> int | None:
        """The first rowid after ``last`` that can be reached at all; None where none can."""
        step, reached = 1, last
        while (found := self._reach(last + step)) is _UNREADABLE:
            reached, step = last + step, step * 2
            if step > _FARTHEST:
                return None
        high = last + step
        while high - reached > 1:  # the first that can be reached lies between the two
            middle = (reached + high) // 2
            trial = self._reach(middle)
            if trial is _UNREADABLE:
                reached = middle
            else:
                high, found = middle, trial
        return found if isinstance(found, int) else None

    def _reach(self, rowid: int) -> int | object | None:
        """The first rowid from here on, None at the end, or ``_UNREADABLE``."""
        statement = f'SELECT rowid FROM "{self.name}" NOT INDEXED WHERE rowid >= ?'
        try:
            row = self.connection.execute(
                f"{statement} ORDER BY rowid LIMIT 1", (rowid,)
            ).fetchone()
        except sqlite3.DatabaseError as error:
            _require_damage(error)
            return _UNREADABLE
        return None if row is None else int(row[0])

    def _piece_by_piece(self, rowid: int) -> tuple[Any, ...] | None:
        """A row of which some columns lie on damaged pages; None where nothing of it is left."""
        found: list[Any] = []
        for column in self.columns:
            statement = f'SELECT "{column}" FROM "{self.name}" NOT INDEXED WHERE rowid = ?'
            try:
                row = self.connection.execute(statement, (rowid,)).fetchone()
                found.append(None if row is None else row[0])
            except sqlite3.DatabaseError as error:
                _require_damage(error)
                found.append(None)
        return tuple(found) if any(value is not None for value in found) else None


_UNREADABLE: Final = object()


def _require_damage(error: sqlite3.DatabaseError) -> None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None or code & 0xFF not in _DAMAGE:
        raise error
