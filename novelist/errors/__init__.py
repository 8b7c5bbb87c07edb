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
│   │   ├── SourceHeadingsError   a table does not say what its columns are
│   │   ├── SourceDamagedError
│   │   ├── SourceProtectedError  a password or a licence is asked for
│   │   └── UnknownFormatError
│   ├── ReadingCancelledError     the user stopped the reading of a file
│   ├── CheckStoppedError         the user stopped a look over a library; nothing was changed
│   ├── CompilingStoppedError     the user stopped the making of a book
│   ├── DestinationError          an export cannot be written where it was asked
│   ├── DocumentNotWrittenError   pandoc or typst could not make a document
│   ├── PresetDamagedError        a file is no preset for compiling
│   ├── PresetTooNewError         a preset of a newer version
│   ├── PresetUnknownError        no preset has that name
│   ├── NothingToCompileError     a preset lets nothing in
│   ├── PandocMissingError        pandoc is not installed
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

from novelist.errors.base import (
    BugError,
    EnvironmentFailure,
    FileError,
    NovelistError,
    UserError,
)
from novelist.errors.bugs import (
    DatabaseAlreadyOpenError,
    DatabaseNotInitializedError,
    DemoFailedError,
    DocumentFormatError,
    DuplicateKeyError,
    EditFormatError,
    ForbiddenValueError,
    IntegrityBrokenError,
    MissingReferenceError,
    MissingValueError,
    NoSessionError,
    SessionMisuseError,
    TransactionError,
    WriterClosedError,
    WriterReentryError,
)
from novelist.errors.files import (
    BackupDamagedError,
    CheckStoppedError,
    CompilingStoppedError,
    DestinationError,
    DestinationTakenError,
    DictionaryError,
    DictionaryHalfError,
    DictionaryNameError,
    DocumentNotWrittenError,
    NothingToCompileError,
    PandocMissingError,
    PictureDamagedError,
    PictureError,
    PictureTooLargeError,
    PictureTooManyPixelsError,
    PictureUnknownError,
    PresetDamagedError,
    PresetTooNewError,
    PresetUnknownError,
    ReadingCancelledError,
    SourceDamagedError,
    SourceEmptyError,
    SourceError,
    SourceHeadingsError,
    SourceMissingError,
    SourceNotTextError,
    SourceProtectedError,
    SourceTooLargeError,
    SourceTooManyLinesError,
    SourceUnreadableError,
    UnknownFormatError,
)
from novelist.errors.libraries import (
    Holder,
    LibraryEmptyError,
    LibraryError,
    LibraryForeignError,
    LibraryLockedError,
    LibraryLogError,
    LibraryMissingError,
    LibraryReadOnlyError,
    LibraryTooNewError,
    ServerDriverError,
    ServerError,
    ServerNotSupportedError,
    ServerRefusedError,
    ServerUnreachableError,
    ServerUpgradeError,
)
from novelist.errors.machine import (
    BackupStoppedError,
    CommitUnknownError,
    MigrationError,
    RescueFailedError,
    RevisionDamagedError,
    SettingsNotKeptError,
    SpellerError,
    StorageBusyError,
    StorageCorruptError,
    StorageFullError,
    StorageGoneError,
    StorageIOError,
    StorageReadOnlyError,
    StorageReplacedError,
    StorageUnreachableError,
)
from novelist.errors.work import (
    AmbiguousTitleError,
    CommitMark,
    ConflictError,
    DuplicateTitleError,
    InvalidMoveError,
    NotFoundError,
    PatternError,
    PatternFault,
    PatternTooSlowError,
    StepError,
    StepImpossibleError,
    StepUnreadableError,
    TextChangedError,
)

__all__ = [
    "AmbiguousTitleError",
    "BackupDamagedError",
    "BackupStoppedError",
    "BugError",
    "CheckStoppedError",
    "CommitMark",
    "CommitUnknownError",
    "CompilingStoppedError",
    "ConflictError",
    "DatabaseAlreadyOpenError",
    "DatabaseNotInitializedError",
    "DemoFailedError",
    "DestinationError",
    "DestinationTakenError",
    "DictionaryError",
    "DictionaryHalfError",
    "DictionaryNameError",
    "DocumentFormatError",
    "DocumentNotWrittenError",
    "DuplicateKeyError",
    "DuplicateTitleError",
    "EditFormatError",
    "EnvironmentFailure",
    "FileError",
    "ForbiddenValueError",
    "Holder",
    "IntegrityBrokenError",
    "InvalidMoveError",
    "LibraryEmptyError",
    "LibraryError",
    "LibraryForeignError",
    "LibraryLockedError",
    "LibraryLogError",
    "LibraryMissingError",
    "LibraryReadOnlyError",
    "LibraryTooNewError",
    "MigrationError",
    "MissingReferenceError",
    "MissingValueError",
    "NoSessionError",
    "NotFoundError",
    "NothingToCompileError",
    "NovelistError",
    "PandocMissingError",
    "PatternError",
    "PatternFault",
    "PatternTooSlowError",
    "PictureDamagedError",
    "PictureError",
    "PictureTooLargeError",
    "PictureTooManyPixelsError",
    "PictureUnknownError",
    "PresetDamagedError",
    "PresetTooNewError",
    "PresetUnknownError",
    "ReadingCancelledError",
    "RescueFailedError",
    "RevisionDamagedError",
    "ServerDriverError",
    "ServerError",
    "ServerNotSupportedError",
    "ServerRefusedError",
    "ServerUnreachableError",
    "ServerUpgradeError",
    "SessionMisuseError",
    "SettingsNotKeptError",
    "SourceDamagedError",
    "SourceEmptyError",
    "SourceError",
    "SourceHeadingsError",
    "SourceMissingError",
    "SourceNotTextError",
    "SourceProtectedError",
    "SourceTooLargeError",
    "SourceTooManyLinesError",
    "SourceUnreadableError",
    "SpellerError",
    "StepError",
    "StepImpossibleError",
    "StepUnreadableError",
    "StorageBusyError",
    "StorageCorruptError",
    "StorageFullError",
    "StorageGoneError",
    "StorageIOError",
    "StorageReadOnlyError",
    "StorageReplacedError",
    "StorageUnreachableError",
    "TextChangedError",
    "TransactionError",
    "UnknownFormatError",
    "UserError",
    "WriterClosedError",
    "WriterReentryError",
]
