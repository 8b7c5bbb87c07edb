# SPDX-License-Identifier: MIT
"""What happens when a connection to a library is opened, begins a transaction and ends.

Three ways to begin, chosen by the execution option ``MODE``: reading (the default, and nothing
can be written), ``WRITE`` for the writer itself, ``OWN_TURN`` for a session whose life is its
caller's, which waits for its turn to write with the first statement of each transaction.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, event
from sqlalchemy.util import await_only

from novelist.db import one_visit
from novelist.db.command_queue import Lease

MODE: Final = "novelist_mode"
WRITE: Final = "write"
OWN_TURN: Final = "own_turn"
_LEASE: Final = "novelist.lease"

PRAGMAS: Final = (
    "foreign_keys=ON",
    "synchronous=FULL",  # NORMAL loses acknowledged commits at a power cut
    "fullfsync=ON",  # macOS: reach the platter; nothing elsewhere
    "checkpoint_fullfsync=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "cache_size=-16000",
    "temp_store=MEMORY",
)

# The driver begins nothing by itself; ``on_begin`` does.
_OPTIONS: Final[dict[str, Any]] = {"uri": True, "isolation_level": None}


def listen(
    engine: Engine, path: Path, busy_timeout: float, take_turn: Callable[[], Awaitable[Lease]]
) -> None:
    """Set up every connection of ``engine``; ``busy_timeout`` is in seconds."""
    place, settings = _place(path), _settings(busy_timeout)

    def on_open(dialect: Any, _record: Any, _args: list[Any], named: dict[str, Any]) -> Any:  # noqa: ANN401 - SQLAlchemy's own types
        return one_visit.connect(dialect.loaded_dbapi, place, settings, **(named | _OPTIONS))

    def on_begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get(MODE)
        if mode == OWN_TURN:
            connection.info[_LEASE] = await_only(take_turn())
        driver = connection.connection.dbapi_connection
        if mode is None:
            _run_script(driver, "PRAGMA query_only=ON", "BEGIN")
        else:
            _run_script(driver, "BEGIN IMMEDIATE")

    def on_return(_connection: Any, record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own types
        lease = record.info.pop(_LEASE, None)
        if lease is not None:
            lease.released.set()

    event.listen(engine, "do_connect", on_open)
    event.listen(engine, "begin", on_begin)
    event.listen(engine, "checkin", on_return)
    event.listen(engine, "detach", on_return)  # its session was dropped without being closed


def listen_in_threads(engine: Engine, path: Path, busy_timeout: float) -> None:
    """The same for an engine without a loop, which only ever writes; its user has the turn."""

    def on_open(dialect: Any, _record: Any, _args: list[Any], named: dict[str, Any]) -> Any:  # noqa: ANN401 - SQLAlchemy's own types
        return dialect.loaded_dbapi.connect(_place(path), **(named | _OPTIONS))

    def on_connect(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own type
        connection.executescript(_settings(busy_timeout))

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    event.listen(engine, "do_connect", on_open)
    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)


def _place(path: Path) -> str:
    """Without ``rw`` SQLite would make an empty library where there is none."""
    return f"{path.as_uri()}?mode=rw"


def _settings(busy_timeout: float) -> str:
    timeout = f"busy_timeout={int(busy_timeout * 1000)}"
    return ";".join(f"PRAGMA {each}" for each in (*PRAGMAS, timeout))


def _run_script(connection: Any, *statements: str) -> None:  # noqa: ANN401 - the driver's own type
    """Run statements in one visit to the connection's thread instead of four each."""
    connection.run_async(lambda driver: driver.executescript(";".join(statements)))
