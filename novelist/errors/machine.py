# SPDX-License-Identifier: MIT
"""The machine failed: disk, memory, server, another program."""

from __future__ import annotations

from pathlib import Path

from novelist.errors.base import EnvironmentFailure
from novelist.errors.libraries import Holder
from novelist.errors.work import CommitMark


class StorageUnreachableError(EnvironmentFailure):
    """The connection to the server that holds the library is lost."""


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
