# SPDX-License-Identifier: MIT
"""From a broken constraint to the error that names it; the session goes on as before it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from novelist.errors import (
    DuplicateKeyError,
    DuplicateTitleError,
    ForbiddenValueError,
    IntegrityBrokenError,
    MissingReferenceError,
    MissingValueError,
    NovelistError,
)

# The extended codes of SQLite, then those of MySQL and MariaDB.
_BROKEN: Final[dict[int, type[IntegrityBrokenError]]] = {
    sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY: DuplicateKeyError,
    sqlite3.SQLITE_CONSTRAINT_ROWID: DuplicateKeyError,
    sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY: MissingReferenceError,
    sqlite3.SQLITE_CONSTRAINT_NOTNULL: MissingValueError,
    sqlite3.SQLITE_CONSTRAINT_CHECK: ForbiddenValueError,
    1451: MissingReferenceError,
    1452: MissingReferenceError,
    1048: MissingValueError,
    1364: MissingValueError,
    3819: ForbiddenValueError,
    4025: ForbiddenValueError,
}
_DUPLICATE: Final = (sqlite3.SQLITE_CONSTRAINT_UNIQUE, 1062)
_TITLED: Final = ("statuses", "labels")  # a name is unique among them; see ``db/models``
_TABLE: Final = re.compile(r"\s*(?:INSERT\s+INTO|UPDATE)\s+[`\"]?(\w+)", re.IGNORECASE)


def broken_constraint(error: Exception) -> NovelistError:
    """The error of ours for a driver's or SQLAlchemy's ``IntegrityError``."""
    original = error.orig if isinstance(error, DBAPIError) else error
    code = _code(original)
    found = _TABLE.match(getattr(error, "statement", None) or "")
    table = found[1] if found else ""
    if code in _DUPLICATE:
        titled = table in _TITLED
        return DuplicateTitleError(table) if titled else DuplicateKeyError(f"a key of {table}")
    name = getattr(original, "sqlite_errorname", "") or type(original).__name__
    kind = _BROKEN.get(code, IntegrityBrokenError) if code is not None else IntegrityBrokenError
    return kind(f"{name}: {original}")


@asynccontextmanager
async def naming_constraints(session: AsyncSession) -> AsyncIterator[None]:
    """All of the body or nothing; raises what ``broken_constraint`` says, the session usable."""
    try:
        async with session.begin_nested():
            yield
    except IntegrityError as error:
        raise broken_constraint(error) from error


def _code(original: BaseException | None) -> int | None:
    code = getattr(original, "sqlite_errorcode", None)
    if code is None and original is not None and original.args:
        code = original.args[0]
    return code if isinstance(code, int) else None
