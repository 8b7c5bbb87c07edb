# SPDX-License-Identifier: MIT
"""The structure of a library: made new, recognised, brought up to date.

Looking costs 0.1 ms and needs neither Alembic nor SQLAlchemy's engine. A new library is made from
the models and stamped with the newest revision, which spares a first start the half second that
importing Alembic takes; ``tests/db/test_migrate.py`` proves that this and the migrations give the
same structure. All functions here expect that the caller holds the library's lock.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, NullPool, create_engine, event

from novelist import paths
from novelist.db import models
from novelist.db.backups.copies import backup_library, discard, require_sound, restore_library
from novelist.db.backups.files import new_path
from novelist.db.backups.making import check_in
from novelist.db.library_file import (
    plain_connection,
    require_library,
    require_writable,
    sync_file,
    sync_folder,
)
from novelist.db.schema_versions import APPLICATION_ID, HEAD_REVISION, KNOWN_REVISIONS
from novelist.domain.enums import BackupReason
from novelist.errors import (
    LibraryForeignError,
    LibraryMissingError,
    LibraryTooNewError,
    MigrationError,
    StorageCorruptError,
    StorageIOError,
)

VERSION_TABLE: Final = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


@dataclass(frozen=True, slots=True)
class Schema:
    """A folder of migrations and the revisions in it; tests bring their own."""

    folder: Path | None = None  # None: the one that is shipped
    revisions: tuple[str, ...] = KNOWN_REVISIONS

    @property
    def head(self) -> str:
        """The newest revision."""
        return self.revisions[-1]


SHIPPED: Final = Schema()


def prepare_library(path: Path, *, create: bool = False, schema: Schema = SHIPPED) -> None:
    """Make sure that a library of the newest revision is at ``path``.

    An older one is upgraded after a verified backup. One that is missing is made if ``create``.
    Raises the ``LibraryError`` that says what is wrong, having changed nothing; or
    ``MigrationError``, with the library as it was before.
    """
    if create and not path.exists():
        create_library(path, schema)
        return
    revision = revision_of(path)
    require_known(path, revision, schema)
    require_writable(path)
    if revision != schema.head:
        upgrade_library(path, schema)
    _require_write_ahead_log(path)


def is_current(path: Path) -> bool:
    """Whether the file at ``path`` is a library of the newest revision.

    Raises ``LibraryError`` for a file that cannot be used; False for none, or an older one.
    """
    if not path.exists():
        return False
    revision = revision_of(path)
    require_known(path, revision, SHIPPED)
    return revision == HEAD_REVISION


def revision_of(path: Path) -> str:
    """The revision of the library at ``path``. Raises ``LibraryError``."""
    require_library(path)
    with plain_connection(path) as connection:
        try:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:  # SQLITE_ERROR: no such table
                raise
            raise LibraryForeignError(path, "it says nothing of its version") from error
    if row is None:
        raise LibraryForeignError(path, "it says nothing of its version")
    return str(row[0])


def require_known(path: Path, revision: str, schema: Schema = SHIPPED) -> None:
    """Raise ``LibraryTooNewError`` for a revision that this version does not know."""
    if revision not in schema.revisions:
        raise LibraryTooNewError(path, f"revision {revision}")


def create_library(path: Path, schema: Schema = SHIPPED) -> None:
    """Make a new library; whatever happens meanwhile, there is a whole one or none.

    It is made in a file beside and renamed. Raises ``FileExistsError`` rather than replace one.
    """
    if path.exists():
        raise FileExistsError(path)
    if not path.parent.is_dir():
        raise LibraryMissingError(path, "the folder does not exist")
    require_writable(path)
    beside = path.with_name(f".{path.name}.new")
    discard(beside)
    try:
        _build(beside, schema)
        sync_file(beside)
        beside.rename(path)
    finally:
        discard(beside)
    sync_folder(path.parent)


def upgrade_library(path: Path, schema: Schema = SHIPPED) -> Path:
    """Bring an older library up to date; the backup that was made first.

    Raises ``MigrationError`` naming the backup, which by then is back in place; before anything is
    done, ``StorageBusyError`` where another program holds the library: no file takes its place.
    """
    _require_free(path)
    backup = backup_library(path, new_path(path, BackupReason.UPGRADE, datetime.now(UTC)))
    with suppress(OSError):  # the next backup looks it over
        check_in(backup)
    try:
        before = _row_counts(path)
        run_migrations(path, schema)
        _verify(path, before)
    except Exception as error:
        restore_library(backup, path)
        raise MigrationError(path, backup) from error
    return backup


def run_migrations(path: Path, schema: Schema = SHIPPED) -> None:
    """Run the scripts on the file, with foreign keys off: batch mode would cascade deletions."""
    from alembic import command  # noqa: PLC0415 - half a second that only an upgrade pays
    from alembic.config import Config  # noqa: PLC0415

    folder = schema.folder or paths.migrations()
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    engine = _engine(path)
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, schema.head)
    engine.dispose()
    _mark(path, schema)


def make_empty_file(path: Path) -> None:
    """A file of ours without tables or version. Raises ``FileExistsError``."""
    path.touch(exist_ok=False)
    with plain_connection(path, mode="rw") as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    _require_write_ahead_log(path)


def _build(path: Path, schema: Schema) -> None:
    with plain_connection(path, mode="rwc") as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    if schema is SHIPPED:
        engine = _engine(path)
        with engine.begin() as connection:
            models.Novel.metadata.create_all(connection)
            connection.exec_driver_sql(VERSION_TABLE)
            connection.exec_driver_sql(
                "INSERT INTO alembic_version (version_num) VALUES (?)", (schema.head,)
            )
        engine.dispose()
        _mark(path, schema)
    else:
        run_migrations(path, schema)
    _require_write_ahead_log(path)


def _engine(path: Path) -> Engine:
    """An engine for changing the structure: foreign keys off, structure inside transactions."""
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)

    def on_connect(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own type
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=OFF")

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)
    return engine


def _mark(path: Path, schema: Schema) -> None:
    with plain_connection(path, mode="rw") as connection:
        connection.execute(f"PRAGMA user_version={int(schema.head)}")


def _require_free(path: Path) -> None:
    """Raise ``StorageBusyError`` where another program is writing."""
    with plain_connection(path, mode="rw") as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.rollback()


def _require_write_ahead_log(path: Path) -> None:
    """Some file systems refuse it in silence: read what SQLite answers."""
    with plain_connection(path, mode="rw") as connection:
        answer = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
    if answer != "wal":
        raise StorageIOError(f"this file system cannot keep a write-ahead log: {answer}")


def _verify(path: Path, before: dict[str, int]) -> None:
    """Sound, and no table lost rows."""
    with plain_connection(path) as connection:
        require_sound(connection)
    after = _row_counts(path)
    for table, count in before.items():
        if after.get(table, count) < count:
            raise StorageCorruptError(f"{table} lost {count - after[table]} rows")


def _row_counts(path: Path) -> dict[str, int]:
    with plain_connection(path) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            " AND sql NOT LIKE 'CREATE VIRTUAL%'"  # derived, and of no use without its module
        ).fetchall()
        return {
            name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
            for (name,) in tables
        }
