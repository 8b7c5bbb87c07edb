# SPDX-License-Identifier: MIT
"""The scene to be shown at the start, read before SQLAlchemy is loaded.

Nothing is made, changed or deleted, and nothing is decided: whatever is not as usual is left to
the opening of the library, which comes right after.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from novelist.db.lock import is_held
from novelist.db.schema_versions import APPLICATION_ID, HEAD_REVISION
from novelist.domain.document import Document
from novelist.domain.document_text import digest, from_json_lines
from novelist.domain.outline import Row, number_chapters, text_to_open, tree_order

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Above:
    """Something that the scene stands in, with its number where it is a chapter that has one."""

    kind: str
    title: str
    number: int | None


@dataclass(frozen=True, slots=True)
class FirstLook:
    """A scene as the library holds it; ``above`` begins with the outermost."""

    library: Path
    novel_id: int
    item_id: int
    language: str
    kind: str
    title: str
    above: tuple[Above, ...]
    document: Document
    digest: str  # of the text as it is stored


class _UnusualError(Exception):
    """Something is not as it was left: the opening of the library will see to it."""


def take_first_look(library: Path, novel_id: int, item_id: int | None) -> FirstLook | None:
    """The item ``item_id``, or the text that would be opened in its place.

    None wherever anything is out of the ordinary: a library that is missing, damaged, of another
    version, open in another program, changed while it was read; a novel or scene that is gone.
    """
    try:
        if is_held(library):
            raise _UnusualError("it is open elsewhere")
        before = _stamps(library)
        with _reading(library) as connection:
            _require_usual(connection)
            found = _look(connection, library, novel_id, item_id)
        if _stamps(library) != before:
            raise _UnusualError("it changed meanwhile")
    except Exception as error:  # noqa: BLE001 - whatever it is, opening the library says it better
        log.info("no first look into the library: %s %s", type(error).__name__, error)
        return None
    return found


def _stamps(library: Path) -> list[tuple[int, ...]]:
    """What differs once somebody has written: the file, and its log if there is one."""
    log_file = _log(library)
    files = [library, log_file] if log_file.exists() else [library]
    found = [file.stat() for file in files]
    return [(each.st_dev, each.st_ino, each.st_size, each.st_mtime_ns) for each in found]


def _log(library: Path) -> Path:
    return library.with_name(f"{library.name}-wal")


@contextmanager
def _reading(library: Path) -> Iterator[sqlite3.Connection]:
    """A connection that leaves no trace, even where a program died and left its log behind."""
    how = "readonly_shm=1" if _log(library).exists() else "immutable=1"
    address = f"{library.absolute().as_uri()}?mode=ro&{how}"
    with closing(sqlite3.connect(address, uri=True, timeout=0)) as connection:
        connection.isolation_level = None
        connection.execute("BEGIN")  # one state for all that is read
        yield connection


def _require_usual(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise _UnusualError("it is not a library")
    if connection.execute("SELECT version_num FROM alembic_version").fetchall() != [
        (HEAD_REVISION,)
    ]:
        raise _UnusualError("it is of another version")


def _look(
    connection: sqlite3.Connection, library: Path, novel_id: int, item_id: int | None
) -> FirstLook:
    (language,) = _one(
        connection, "SELECT language FROM novels WHERE id = ? AND deleted_at IS NULL", novel_id
    )
    rows = _outline(connection, novel_id)
    chosen = text_to_open(rows, item_id)
    if chosen is None:
        raise _UnusualError("the novel has no text")
    content, expected = _one(
        connection, "SELECT content, digest FROM scene_bodies WHERE item_id = ?", chosen.id
    )
    if digest(content) != expected and (content or expected):
        raise _UnusualError("the text does not fit its digest")
    return FirstLook(
        library=library,
        novel_id=novel_id,
        item_id=chosen.id,
        language=language,
        kind=chosen.kind,
        title=chosen.title,
        above=_above(rows, chosen),
        document=from_json_lines(content),
        digest=expected,
    )


def _outline(connection: sqlite3.Connection, novel_id: int) -> list[Row]:
    found = connection.execute(
        "SELECT id, parent_id, position, kind, title FROM outline_items"
        " WHERE novel_id = ? AND deleted_at IS NULL",
        (novel_id,),
    )
    return [row for row, _depth in tree_order(Row(*values) for values in found)]


def _above(rows: list[Row], item: Row) -> tuple[Above, ...]:
    by_id, numbers = {row.id: row for row in rows}, number_chapters(rows)
    found: list[Above] = []
    while item.parent_id is not None:
        item = by_id.pop(item.parent_id)  # an item inside itself is not found twice
        found.insert(0, Above(item.kind, item.title, numbers.get(item.id)))
    return tuple(found)


def _one(connection: sqlite3.Connection, statement: str, key: int) -> tuple[str, ...]:
    row: tuple[str, ...] | None = connection.execute(statement, (key,)).fetchone()
    if row is None:
        raise _UnusualError("what was open last is gone")
    return row
