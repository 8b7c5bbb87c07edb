# SPDX-License-Identifier: MIT
"""A project of many files: a folder, or an archive that holds one. Nothing is unpacked."""

from __future__ import annotations

import errno
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Final, Protocol

from novelist.errors import SourceDamagedError, SourceMissingError, SourceUnreadableError

LARGEST_FILE: Final = 128 * 1024 * 1024
"""Bytes of one file of a project, unpacked."""
LARGEST_PROJECT: Final = 1024 * 1024 * 1024
"""Bytes of all that is read of one."""
MOST_FILES: Final = 50_000

_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, NotImplementedError,
    RuntimeError,
)  # fmt: skip


class Container(Protocol):
    """The files of a project by their paths in it, with "/" between folders."""

    @property
    def path(self) -> Path:
        """The folder or archive."""
        ...

    @property
    def names(self) -> Sequence[str]:
        """The paths of all files, sorted."""
        ...

    def find(self, name: str) -> str | None:
        """The path as it is written there: other programs look at no case."""
        ...

    def read(self, name: str) -> bytes:
        """What is in a file; b"" where there is none of that path.

        Raises ``SourceDamagedError`` where it cannot be read or is larger than any.
        """
        ...


def open_container(path: Path, below: str = "") -> Container:
    """The files of a folder, or of a zip archive; of ``below`` alone, a folder inside.

    Raises the ``SourceError`` that says what is wrong with it.
    """
    if not path.exists():
        raise SourceMissingError(path)
    whole = _folder(path) if path.is_dir() else _archive(path)
    return whole if not below else _Files(path, _below(whole, below))


class _Files:
    """Files that can be read one by one."""

    def __init__(self, path: Path, readers: Mapping[str, Callable[[], bytes]]) -> None:
        self.path = path
        self._readers = readers
        self._left = LARGEST_PROJECT
        self._folded = {name.casefold(): name for name in readers}

    @property
    def names(self) -> Sequence[str]:
        return sorted(self._readers)

    def find(self, name: str) -> str | None:
        return name if name in self._readers else self._folded.get(name.casefold())

    def read(self, name: str) -> bytes:
        found = self.find(name)
        if found is None:
            return b""
        data = self._readers[found]()
        self._left -= len(data)
        if self._left < 0:
            raise SourceDamagedError(self.path, "more in it than in any project")
        return data


def _below(whole: _Files, folder: str) -> dict[str, Callable[[], bytes]]:
    start = folder.rstrip("/") + "/"
    inside = (name for name in whole.names if name.startswith(start))
    return {name.removeprefix(start): _reader(whole, name) for name in inside}


def _reader(whole: _Files, name: str) -> Callable[[], bytes]:
    return lambda: whole.read(name)


# -- folders ---------------------------------------------------------------------------------------


def _folder(path: Path) -> _Files:
    root = path.resolve()
    readers: dict[str, Callable[[], bytes]] = {}
    try:
        for file in path.rglob("*"):
            if len(readers) >= MOST_FILES:
                raise SourceDamagedError(path, "more files than in any project")
            if file.is_file() and file.resolve().is_relative_to(root):  # no link leads out of it
                readers[file.relative_to(path).as_posix()] = _file_reader(path, file)
    except OSError as error:
        raise SourceUnreadableError(path, error.strerror or "") from error
    return _Files(path, readers)


def _file_reader(path: Path, file: Path) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            with file.open("rb") as opened:
                data = opened.read(LARGEST_FILE + 1)
        except OSError as error:
            raise SourceUnreadableError(file, error.strerror or "") from error
        if len(data) > LARGEST_FILE:
            raise SourceDamagedError(path, f"{file.name} is larger than any text")
        return data

    return read


# -- archives --------------------------------------------------------------------------------------


def _archive(path: Path) -> _Files:
    try:
        archive = zipfile.ZipFile(path)
    except OSError as error:
        raise SourceUnreadableError(path, error.strerror or "") from error
    except (*_BROKEN, ValueError) as error:
        raise SourceDamagedError(path, str(error)) from error
    members = [each for each in archive.infolist() if not each.is_dir()]
    if len(members) > MOST_FILES:
        raise SourceDamagedError(path, "more files than in any project")
    readers = {
        name: _member_reader(path, archive, member)
        for member in members
        if (name := _safe(member.filename))
    }
    return _Files(path, readers)


def _safe(name: str) -> str:
    """The path of a member; "" for one that would lead out of the archive."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "" if ".." in parts or name.startswith("/") else "/".join(parts)


def _member_reader(
    path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo
) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            with archive.open(member) as opened:
                data = opened.read(LARGEST_FILE + 1)  # whatever the archive says of its size
        except OSError as error:
            if error.errno == errno.EINVAL:  # a place that the file does not have
                raise SourceDamagedError(path, str(error)) from error
            raise SourceUnreadableError(path, error.strerror or "") from error
        except (*_BROKEN, ValueError) as error:
            raise SourceDamagedError(path, str(error)) from error
        if len(data) > LARGEST_FILE:
            raise SourceDamagedError(path, f"{member.filename} is larger than any text")
        return data

    return read
