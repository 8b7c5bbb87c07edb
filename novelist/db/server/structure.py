# SPDX-License-Identifier: MIT
"""The structure of a library on a server: the tables of a file, as MySQL and MariaDB want them.

Moments keep their microseconds and texts are compared exactly, as in SQLite. A change of structure
cannot be taken back there, so an older library is only upgraded where that was asked for.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, DateTime, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateTable

from novelist import paths
from novelist.db.base import Base
from novelist.db.migrate import VERSION_TABLE, require_known
from novelist.db.schema_versions import HEAD_REVISION
from novelist.db.search.index import make_server_index
from novelist.errors import (
    LibraryForeignError,
    LibraryMissingError,
    MigrationError,
    ServerUpgradeError,
    StorageBusyError,
)

log = logging.getLogger(__name__)

_LOCK: Final = "novelist.structure"
_PATIENCE: Final = 30  # seconds that one program waits while another makes the structure


@compiles(DateTime, "mysql", "mariadb")
def _to_the_microsecond(*_arguments: Any, **_named: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    return "DATETIME(6)"


@compiles(CreateTable, "mysql", "mariadb")
def _exact(element: CreateTable, compiler: Any, **named: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    statement: str = compiler.visit_create_table(element, **named)
    return f"{statement.rstrip()} ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"


def is_current(connection: Connection, name: Path) -> bool:
    """Whether the newest structure is there; False for an empty database, or an older library.

    Raises ``LibraryForeignError`` for what is no library, ``LibraryTooNewError``.
    """
    return revision_of(connection, name) == HEAD_REVISION


def revision_of(connection: Connection, name: Path) -> str | None:
    """The revision of the library; None in an empty database."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise LibraryForeignError(name, "it holds the tables of another program")
    revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if revision is None:
        raise LibraryForeignError(name, "it says nothing of its version")
    require_known(name, str(revision))
    return str(revision)


async def prepare_structure(
    connection: AsyncConnection, name: Path, *, create: bool, upgrade: bool
) -> None:
    """Make the tables in an empty database, or bring older ones up to date where ``upgrade``.

    One program at a time; what another one has done meanwhile is enough. Raises ``LibraryError``,
    ``ServerUpgradeError`` for an older library without leave, ``MigrationError``.
    """
    lock = {"name": _LOCK, "patience": _PATIENCE}
    if await connection.scalar(text("SELECT GET_LOCK(:name, :patience)"), lock) != 1:
        raise StorageBusyError("another program prepares the library")
    try:
        revision = await connection.run_sync(revision_of, name)
        if revision is None:
            await _make(connection, name, create)
        elif revision != HEAD_REVISION:
            await _upgrade(connection, name, revision, upgrade)
        await make_server_index(connection)
    finally:
        await connection.execute(text("SELECT RELEASE_LOCK(:name)"), {"name": _LOCK})


async def _make(connection: AsyncConnection, name: Path, create: bool) -> None:
    if not create:
        raise LibraryMissingError(name, "the database is empty")
    await connection.run_sync(Base.metadata.create_all)
    await connection.exec_driver_sql(VERSION_TABLE)
    await connection.execute(
        text("INSERT INTO alembic_version (version_num) VALUES (:head)"), {"head": HEAD_REVISION}
    )


async def _upgrade(connection: AsyncConnection, name: Path, revision: str, allowed: bool) -> None:
    if not allowed:
        raise ServerUpgradeError(name, revision)
    log.warning("upgrading the library on %s from %s to %s", name, revision, HEAD_REVISION)
    try:
        await connection.run_sync(run_migrations, HEAD_REVISION)
    except Exception as error:
        raise MigrationError(name, None) from error


def run_migrations(connection: Connection, target: str) -> None:
    """Run the scripts up to ``target``; the server commits each statement by itself."""
    from alembic import command  # noqa: PLC0415 - half a second that only an upgrade pays
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(paths.migrations()).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, target)
