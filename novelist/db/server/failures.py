# SPDX-License-Identifier: MIT
"""From the code that MySQL or MariaDB reports to an error of ours. Messages are never read."""

from __future__ import annotations

from typing import Final

from sqlalchemy.exc import DBAPIError

from novelist.errors import (
    EnvironmentFailure,
    StorageBusyError,
    StorageCorruptError,
    StorageFullError,
    StorageReadOnlyError,
    StorageUnreachableError,
)

_LOST: Final = (1040, 1053, 1152, 1158, 1159, 1160, 1161, 1184, 1203, 1226, 1927)
_NOT_REACHED: Final = (2002, 2003, 2005, 2006, 2013, 2055, 4031)
_FAILURES: Final[dict[int, type[EnvironmentFailure]]] = {
    **dict.fromkeys((*_LOST, *_NOT_REACHED), StorageUnreachableError),
    1205: StorageBusyError,  # waited too long for another writer
    1213: StorageBusyError,  # deadlock: the other one was let through
    1021: StorageFullError,
    1114: StorageFullError,
    1041: StorageFullError,
    1290: StorageReadOnlyError,
    1836: StorageReadOnlyError,
    1034: StorageCorruptError,
    1194: StorageCorruptError,
}


def server_code(error: BaseException) -> int | None:
    """The number of the error behind ``error``, or None."""
    original = error.orig if isinstance(error, DBAPIError) else error
    if original is None or type(original).__module__.partition(".")[0] not in _DRIVERS:
        return None
    code = original.args[0] if original.args else None
    return code if isinstance(code, int) else None


_DRIVERS: Final = ("asyncmy", "pymysql")


def server_failure(error: BaseException) -> EnvironmentFailure | None:
    """The failure of the machine that ``error`` stands for, or None where it is none of a server.

    Its words are the code alone: a server's message may repeat what was written.
    """
    code = server_code(error)
    found = _FAILURES.get(code) if code is not None else None
    if found is not None:
        return found(f"error {code} of the server")
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return StorageUnreachableError("the connection to the server is lost")
    if isinstance(error, ConnectionError):
        return StorageUnreachableError(type(error).__name__)
    return None
