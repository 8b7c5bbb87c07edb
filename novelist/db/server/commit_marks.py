# SPDX-License-Identifier: MIT
"""Finding out whether a transaction was committed whose answer from the server was lost.

A connection that breaks after COMMIT was sent leaves open whether the server heard it. So each
writing transaction leaves a mark of its own, as its last statement: a row that is there if, and
only if, the transaction was committed. Whoever may run it again looks for the mark first, in a
transaction that holds the lock of those who write: by then the lost one has ended.
"""

from __future__ import annotations

import secrets
from typing import Final

from sqlalchemy import Connection, Engine, ExceptionContext, event, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from novelist.db.base import Base
from novelist.db.connection import MODE
from novelist.db.models import Announcement
from novelist.db.server.failures import server_code, server_failure
from novelist.errors import CommitMark, CommitUnknownError, StorageUnreachableError

_MARK: Final = "novelist.mark"
_TABLE: Final = Base.metadata.tables[Announcement.__tablename__]


def leave_commit_marks(engine: Engine, *, always: bool = False) -> None:
    """Let each writing transaction of the engine leave its mark, and tell when it is needed.

    ``always``: all its transactions write, whatever their mode. A COMMIT without an answer then
    raises ``CommitUnknownError``.
    """

    def on_begin(connection: Connection) -> None:
        connection.info.pop(_MARK, None)

    def on_commit(connection: Connection) -> None:
        if always or connection.get_execution_options().get(MODE) is not None:
            name = secrets.token_hex(16)
            row = connection.execute(insert(_TABLE), {"sitting": name, "entries": []})
            (number,) = row.inserted_primary_key or (0,)
            connection.info[_MARK] = CommitMark(number, name)

    event.listen(engine, "begin", on_begin)
    event.listen(engine, "commit", on_commit)
    event.listen(engine, "handle_error", _tell_of_doubt)


def _tell_of_doubt(context: ExceptionContext) -> None:
    """Raise where it was the COMMIT that got no answer; no other statement leaves a doubt."""
    connection, error = context.connection, context.original_exception
    if context.statement is not None or connection is None or connection.invalidated:
        return
    mark = connection.info.pop(_MARK, None)
    if mark is None or not isinstance(error, Exception):
        return
    lost = isinstance(server_failure(error), StorageUnreachableError)
    if lost or server_code(error) is None:
        context.is_disconnect = True
        raise CommitUnknownError(mark) from error


async def was_committed(connection: AsyncConnection, mark: CommitMark) -> bool:
    """Whether the transaction of that mark was; asked in one that may write, at its beginning."""
    wanted = select(_TABLE.c.id).where(_TABLE.c.id == mark.number, _TABLE.c.sitting == mark.name)
    return await connection.scalar(wanted) is not None
