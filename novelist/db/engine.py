# SPDX-License-Identifier: MIT
"""How an engine is built: what may be chosen, and what each kind of database is given."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeAlias

from sqlalchemy import URL, NullPool, make_url

from novelist.db.statements import SLOW_SQL_THRESHOLD
from novelist.db.writer import WriterSettings
from novelist.errors import SessionMisuseError

Options: TypeAlias = dict[str, Any]

UPGRADE: Final = "upgrade"  # ``?upgrade=yes`` in the URL: the database has been backed up
_CONNECT_TIMEOUT: Final = 5


@dataclass(frozen=True, slots=True)
class DatabaseSettings:
    """What may be chosen about a database; times are in seconds."""

    debug: bool = False
    busy_timeout: float = 5.0
    pool_size: int = 5
    max_overflow: int = 10
    slow_statement: float = SLOW_SQL_THRESHOLD  # over this it is logged
    session_limit: float = 300.0  # a session that is open for longer is logged as a leak
    read_only: bool = False  # beside the program that has the file open; there is no writer then
    writer: WriterSettings = field(default_factory=WriterSettings)


def engine_options(url: str | URL, settings: DatabaseSettings | None = None) -> Options:
    """What ``create_async_engine`` is given for ``url``: SQLite, or MySQL and MariaDB."""
    settings = settings or DatabaseSettings()
    options: Options = {
        "echo": settings.debug,
        "hide_parameters": True,  # they are people's manuscripts
        "json_serializer": partial(json.dumps, ensure_ascii=False),
        "json_deserializer": json.loads,
    }
    if make_url(url).get_backend_name() == "sqlite":
        connect_args = {"check_same_thread": False, "timeout": settings.busy_timeout}
        return options | {
            "poolclass": NullPool,
            "pool_pre_ping": False,
            "connect_args": connect_args,
        }
    return options | {
        "connect_args": _server_arguments(make_url(url)),
        "isolation_level": "REPEATABLE READ",
        "pool_pre_ping": True,
        "pool_recycle": 3600,
        "pool_size": settings.pool_size,
        "max_overflow": settings.max_overflow,
    }


def library_url(path: Path) -> URL:
    """The URL of a library file."""
    return URL.create("sqlite+aiosqlite", database=str(path.absolute()))


def server_url(url: URL) -> URL:
    """The URL in its one form; raises ``SessionMisuseError`` for one that names no library."""
    if not url.database:
        raise SessionMisuseError("name the database: mysql+asyncmy://user:password@host/database")
    return url.set(
        drivername="mysql+asyncmy",
        host=url.host or "127.0.0.1",
        port=url.port or 3306,
        query={"charset": "utf8mb4"}
        | ({UPGRADE: url.query[UPGRADE]} if UPGRADE in url.query else {}),
    )


def connection_url(url: URL) -> URL:
    """The URL without what only we understand."""
    return url.difference_update_query([UPGRADE])


def _server_arguments(url: URL) -> Options:
    """What the drivers take beside the URL. Passwords: they know Latin-1 alone; servers, UTF-8."""
    arguments: Options = {"connect_timeout": _CONNECT_TIMEOUT}
    if url.password and not url.password.isascii():
        arguments["password"] = url.password.encode().decode("latin-1")
    return arguments
