# SPDX-License-Identifier: MIT
"""Our own mistakes."""

from __future__ import annotations

from novelist.errors.base import BugError


class DatabaseNotInitializedError(BugError):
    """The database was used before ``await init_async_db(url)``."""

    def __init__(self, call: str = "await init_async_db(url)") -> None:
        super().__init__(f"call `{call}` first")


class DatabaseAlreadyOpenError(BugError):
    """``init_async_db`` was called with another URL while one is open."""


class SessionMisuseError(BugError):
    """A session was used in a way that it does not allow; the message says what to write."""


class NoSessionError(SessionMisuseError, AttributeError):
    """Something was asked of what is no session yet; the message says what to write."""


class WriterClosedError(BugError):
    """A command was given to a writer that is closed."""


class WriterReentryError(BugError):
    """A command waited for the queue that runs it, which would wait for ever."""


class DemoFailedError(BugError):
    """Something that the demonstration waited for did not happen; the message says what."""


class DocumentFormatError(BugError):
    """A stored text is not of the form that Novelist writes; ``line`` is where, from 1."""

    def __init__(self, line: int, detail: str) -> None:
        super().__init__(f"line {line}: {detail}")
        self.line = line
        self.detail = detail


class EditFormatError(BugError):
    """A step of the journal is not of the form that Novelist writes."""


class TransactionError(BugError, RuntimeError):
    """A transaction was rolled back; ``__cause__`` is the error that ended it."""


class IntegrityBrokenError(BugError):
    """A constraint of the store was broken."""


class DuplicateKeyError(IntegrityBrokenError):
    """There is a row of that key already."""


class MissingReferenceError(IntegrityBrokenError):
    """The row that this one belongs to is not there."""


class MissingValueError(IntegrityBrokenError):
    """A column was left empty that may not be."""


class ForbiddenValueError(IntegrityBrokenError):
    """A value is not one that the column takes."""
