# SPDX-License-Identifier: MIT
"""Every error that Novelist raises on purpose; ``FileError`` only lends a path to some of them.

NovelistError
├── UserError                     the user can put it right
│   ├── SourceError               a file to be imported cannot be used
│   │   ├── SourceMissingError
│   │   ├── SourceUnreadableError
│   │   ├── SourceEmptyError
│   │   ├── SourceTooLargeError
│   │   ├── SourceTooManyLinesError
│   │   ├── SourceNotTextError
│   │   └── UnknownFormatError
│   ├── ReadingCancelledError     the user stopped the reading of a file
│   ├── CheckStoppedError         the user stopped a look over a library; nothing was changed
│   ├── DestinationError          an export cannot be written where it was asked
│   ├── DestinationTakenError     an export would replace a file, and nobody said that it may
│   ├── BackupDamagedError        a backup cannot be restored: it is not whole
│   ├── NotFoundError             no such novel, scene, …
│   ├── AmbiguousTitleError       several novels have that title
│   ├── DuplicateTitleError       another one of the kind has that name already
│   ├── PatternError              what is looked for is no expression
│   ├── PatternTooSlowError       an expression took too long, and was stopped
│   ├── PictureError              a picture is not taken into a text
│   │   └── PictureUnknownError, PictureTooLargeError, PictureTooManyPixelsError,
│   │       PictureDamagedError
│   ├── DictionaryError           a dictionary for spelling cannot be used
│   │   └── DictionaryHalfError, DictionaryNameError  a file is missing; no language in its name
│   ├── InvalidMoveError          a part cannot be put inside its own chapter, …
│   ├── TextChangedError          undoing would drop what was typed since
│   ├── StepError                 a step of the journal is left out
│   │   ├── StepUnreadableError   it is damaged, or of a newer version
│   │   └── StepImpossibleError   it needs what was deleted for ever
│   ├── ConflictError             somebody else saved first; both texts are kept
│   └── LibraryError              the library file cannot be opened
│       ├── LibraryMissingError
│       ├── LibraryEmptyError     a file of zero bytes
│       ├── LibraryForeignError   not a library of Novelist
│       ├── LibraryReadOnlyError
│       ├── LibraryTooNewError    made by a newer version
│       ├── LibraryLockedError    open in another program
│       ├── LibraryLogError       a log lies beside it that does not belong to it
│       └── ServerError           a library on a server
│           ├── ServerUnreachableError
│           ├── ServerRefusedError    wrong user or password
│           ├── ServerUpgradeError    it is older, and nobody gave leave to upgrade it
│           ├── ServerDriverError     the extra `server` is not installed
│           └── ServerNotSupportedError  that works on library files alone
├── EnvironmentFailure            the machine failed; nothing typed is lost
│   ├── StorageBusyError
│   ├── StorageFullError
│   ├── StorageIOError
│   │   └── StorageReadOnlyError  file, folder or disk may not be written any more
│   ├── StorageReplacedError      the file was deleted or replaced while open
│   │   └── StorageGoneError      its folder or drive is not there any more
│   ├── StorageCorruptError
│   ├── StorageUnreachableError   the connection to the server is lost
│   │   └── CommitUnknownError    it was lost while a transaction was being committed
│   ├── BackupStoppedError        a backup took too long, or was stopped
│   ├── RescueFailedError         unsaved text could be copied nowhere
│   ├── SettingsNotKeptError      choices or layout could not be written
│   ├── SpellerError              no dictionary answers; nothing is underlined
│   ├── RevisionDamagedError      one version of a text cannot be read; the others can
│   └── MigrationError            an upgrade failed; the library is as it was before
└── BugError                      we made a mistake
    ├── DatabaseNotInitializedError
    ├── DatabaseAlreadyOpenError
    ├── SessionMisuseError        a session was used in a way that it does not allow
    │   └── NoSessionError        it is no session yet: an `await` or `async with` is missing
    ├── WriterClosedError
    ├── WriterReentryError        a command waited for the queue that runs it
    ├── DemoFailedError           the demonstration waited for what did not happen
    ├── DocumentFormatError       a stored text is not of the form we write
    ├── EditFormatError           a step of the journal is not of the form we write
    ├── TransactionError          a transaction was rolled back; its cause says why
    └── IntegrityBrokenError      a constraint of the store was broken
        ├── DuplicateKeyError     there is a row of that key
        ├── MissingReferenceError what the row belongs to is not there
        ├── MissingValueError     a column was left empty that may not be
        └── ForbiddenValueError   a value is not one that the column takes

The words a person reads for each class are in ``ui/errors.py`` and ``cli/messages.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Holder:
    """The program that holds a library: its process, the computer, its name where known."""

    pid: int
    host: str
    name: str = ""

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host}{f' ({self.name})' if self.name else ''}"


class NovelistError(Exception):
    """Whatever Novelist raises on purpose."""


class UserError(NovelistError):
    """The user can put it right."""


class EnvironmentFailure(NovelistError):  # noqa: N818 - the machine fails; it is not a mistake
    """The machine failed: disk, memory, another program."""


class BugError(NovelistError):
    """Novelist made a mistake."""


class FileError(UserError):
    """Something about one file; ``path`` names it."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(f"{path}: {detail}" if detail else str(path))
        self.path = path
        self.detail = detail


class SourceError(FileError):
    """A file to be imported cannot be used."""


class SourceMissingError(SourceError):
    """There is no file at that path."""


class SourceUnreadableError(SourceError):
    """The file exists but may not be read, or is a folder."""


class SourceEmptyError(SourceError):
    """The file holds no text."""


class SourceTooLargeError(SourceError):
    """The file is larger than any novel; ``limit`` is the largest size read, in bytes."""

    def __init__(self, path: Path, limit: int) -> None:
        super().__init__(path, f"larger than {limit} bytes")
        self.limit = limit


class SourceTooManyLinesError(SourceError):
    """The file has more lines than any novel; ``limit`` is how many are read."""

    def __init__(self, path: Path, limit: int) -> None:
        super().__init__(path, f"more than {limit} lines")
        self.limit = limit


class SourceNotTextError(SourceError):
    """The file holds bytes that are not text."""


class UnknownFormatError(SourceError):
    """No importer reads this kind of file."""


class ReadingCancelledError(UserError):
    """The user stopped the reading of a file; nothing is wrong and nothing was changed."""


class CheckStoppedError(UserError):
    """The user stopped a look over a library; nothing is wrong and nothing was changed."""


class DestinationError(FileError):
    """An export cannot be written there."""


class DestinationTakenError(FileError):
    """A file is there that an export was not told to replace; nothing was written."""


class DictionaryError(FileError):
    """The files are no dictionary, or one that nothing can read."""


class DictionaryHalfError(DictionaryError):
    """A dictionary is two files, and one of them is missing."""


class DictionaryNameError(DictionaryError):
    """The name of the file does not begin with a language."""


class BackupDamagedError(FileError):
    """The backup is damaged, so it was not restored; nothing was changed."""


class NotFoundError(UserError):
    """No such thing in this library; ``subject`` and ``key`` say what was looked for."""

    def __init__(self, subject: str, key: object) -> None:
        super().__init__(f"{subject} {key}")
        self.subject = subject
        self.key = key


class AmbiguousTitleError(UserError):
    """Several novels fit that title; ``ids`` are theirs, and ``titles`` what they are called."""

    def __init__(self, title: str, ids: tuple[int, ...], titles: tuple[str, ...] = ()) -> None:
        super().__init__(title)
        self.title = title
        self.ids = ids
        self.titles = titles


class DuplicateTitleError(UserError):
    """Another ``subject`` (status, label, …) has that name already."""

    def __init__(self, subject: str) -> None:
        super().__init__(subject)
        self.subject = subject


class PatternFault(StrEnum):
    """What is wrong with a regular expression, or with what is to take the place of its matches."""

    NOT_CLOSED = "not closed"
    NOT_OPENED = "not opened"
    SET_NOT_CLOSED = "set not closed"
    NOTHING_TO_REPEAT = "nothing to repeat"
    BAD_ESCAPE = "bad escape"
    BAD_RANGE = "bad range"
    UNKNOWN_GROUP = "unknown group"
    TOO_LONG = "too long"
    OTHER = "other"


class PatternError(UserError):
    """A regular expression is none; ``at`` is the offset where that shows, if it does."""

    def __init__(self, fault: PatternFault, at: int | None = None) -> None:
        super().__init__(str(fault))
        self.fault = fault
        self.at = at


class PatternTooSlowError(UserError):
    """A regular expression took too long on one paragraph, and was stopped."""


class PictureError(UserError):
    """A picture was not taken into a text; nothing was changed."""


class PictureUnknownError(PictureError):
    """It is no picture, or of a kind that is not kept."""


class PictureTooLargeError(PictureError):
    """The file has more bytes than are kept."""


class PictureTooManyPixelsError(PictureError):
    """It would take more memory than any picture is worth."""


class PictureDamagedError(PictureError):
    """The file is damaged: there is no picture in it that could be shown."""


class InvalidMoveError(UserError):
    """The items cannot be put there."""


class TextChangedError(UserError):
    """Taking the action back would drop what was typed since into the item ``item_id``."""

    def __init__(self, item_id: int) -> None:
        super().__init__(f"item {item_id}")
        self.item_id = item_id


class StepError(UserError):
    """A step of the journal, by its ``command_id``, can be neither undone nor done again."""

    def __init__(self, command_id: int, detail: str = "") -> None:
        super().__init__(f"step {command_id}: {detail}")
        self.command_id = command_id


class StepUnreadableError(StepError):
    """A step of the journal is damaged, or a newer version wrote it; it is left out."""


class StepImpossibleError(StepError):
    """A step of the journal needs what was deleted for ever; it is left out."""


class ConflictError(UserError):
    """Somebody else saved this row first; the object still holds what was typed here."""

    def __init__(self, subject: str, key: int, ours: int, theirs: int | None) -> None:
        super().__init__(f"{subject} {key}: version {ours} here, {theirs} in the library")
        self.subject = subject
        self.key = key
        self.ours = ours
        self.theirs = theirs


class LibraryError(FileError):
    """The library file cannot be opened; nothing in it was changed."""


class LibraryMissingError(LibraryError):
    """There is no file at that path."""


class LibraryEmptyError(LibraryError):
    """The file has zero bytes."""


class LibraryForeignError(LibraryError):
    """The file is not a library of Novelist."""


class LibraryReadOnlyError(LibraryError):
    """The file or its folder may not be written."""


class LibraryTooNewError(LibraryError):
    """A newer version of Novelist made this library."""


class LibraryLockedError(LibraryError):
    """Another running program has this library open; ``holder`` is that one, where known."""

    def __init__(self, path: Path, holder: Holder | None = None) -> None:
        super().__init__(path, "" if holder is None else str(holder))
        self.holder = holder


class LibraryLogError(LibraryError):
    """The write-ahead log beside the library does not belong to it; nothing was touched."""


class ServerError(LibraryError):
    """A library on a server cannot be opened; ``path`` is its name, never with a password."""


class ServerUnreachableError(ServerError):
    """Nothing answers there."""


class ServerRefusedError(ServerError):
    """The server does not let this user in, or not into this database."""


class ServerUpgradeError(ServerError):
    """The library is older, and a server cannot take an upgrade back: leave must be given first."""


class ServerDriverError(ServerError):
    """The installation cannot speak with servers: the extra ``server`` is missing."""


class ServerNotSupportedError(ServerError):
    """That works on library files alone."""


class StorageUnreachableError(EnvironmentFailure):
    """The connection to the server that holds the library is lost."""


@dataclass(frozen=True, slots=True)
class CommitMark:
    """The row that a transaction on a server leaves: its number, and a name nobody else has."""

    number: int
    name: str


class CommitUnknownError(StorageUnreachableError):
    """COMMIT was sent and no answer came: the transaction was committed if its ``mark`` is there.

    It must not be run again before that is known.
    """

    def __init__(self, mark: CommitMark) -> None:
        super().__init__("the connection to the server was lost during COMMIT")
        self.mark = mark


class StorageBusyError(EnvironmentFailure):
    """Another program kept the library locked for too long; ``holder`` is that, where known."""

    def __init__(self, detail: str = "", holder: Holder | None = None) -> None:
        super().__init__(f"{detail}, held by {holder}" if holder else detail)
        self.holder = holder


class StorageFullError(EnvironmentFailure):
    """The disk is full."""


class StorageIOError(EnvironmentFailure):
    """The disk cannot be read or written."""


class StorageReadOnlyError(StorageIOError):
    """The library, its folder or its disk may not be written any more."""


class StorageReplacedError(EnvironmentFailure):
    """The library file was deleted or replaced while it was open."""


class StorageGoneError(StorageReplacedError):
    """The folder or the drive that the library is on is not there any more."""


class StorageCorruptError(EnvironmentFailure):
    """The library is damaged."""


class BackupStoppedError(EnvironmentFailure):
    """A backup took longer than it may, or was stopped; the older ones are as they were."""


class RescueFailedError(EnvironmentFailure):
    """No place took a copy of text that is not saved: it is in the window alone."""


class SettingsNotKeptError(EnvironmentFailure):
    """What the user chose, or the layout, could not be written; nothing in a library is touched."""


class SpellerError(EnvironmentFailure):
    """Whoever knows the dictionaries does not answer."""


class RevisionDamagedError(EnvironmentFailure):
    """One kept version of a text is damaged; the text as it stands, and other versions, are not."""


class MigrationError(EnvironmentFailure):
    """The upgrade of a library failed; the library is as it was before."""

    def __init__(self, path: Path, backup: Path | None) -> None:
        super().__init__(str(path))
        self.path = path
        self.backup = backup


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
