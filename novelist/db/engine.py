# SPDX-License-Identifier: MIT
"""How an engine is built: what may be chosen, and what each kind of database is given."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import URL, NullPool, make_url

from novelist.db.statements import SLOW_SQL_THRESHOLD
from novelist.db.writer import WriterSettings

Options: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DatabaseSettings:
    """What may be chosen about a database; times are in seconds."""

    debug: bool = False
    busy_timeout: float = 5.0
    pool_size: int = 5
    max_overflow: int = 10
    slow_statement: float = SLOW_SQL_THRESHOLD  # over this it is logged
    session_limit: float = 60.0  # a session that is open for longer is logged as a leak
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
        "pool_pre_ping": True,
        "pool_recycle": 3600,
        "pool_size": settings.pool_size,
        "max_overflow": settings.max_overflow,
    }


def library_url(path: Path) -> URL:
    """The URL of a library file."""
    return URL.create("sqlite+aiosqlite", database=str(path.absolute()))
