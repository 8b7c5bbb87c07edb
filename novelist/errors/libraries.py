# SPDX-License-Identifier: MIT
"""A library that cannot be opened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from novelist.errors.base import FileError


@dataclass(frozen=True, slots=True)
class Holder:
    """The program that holds a library: its process, the computer, its name where known."""

    pid: int
    host: str
    name: str = ""

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host}{f' ({self.name})' if self.name else ''}"


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
