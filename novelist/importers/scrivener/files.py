# SPDX-License-Identifier: MIT
"""Where the files of a Scrivener project lie: one folder an item in 3, names with numbers in 2."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Final

from novelist.errors import SourceDamagedError
from novelist.importers.leftovers import Leftovers
from novelist.importers.parts import Part
from novelist.importers.projects import open_project
from novelist.importers.scrivener.snapshots import FOLDER, INDEXES, moment_of, titles_of
from novelist.importers.scrivener.writing_history import FILE as HISTORY

MAIN_ENDING: Final = ".scrivx"
_LOCKS: Final = ("Files/user.lock", "user.lock")
_SNAPSHOT: Final = re.compile(r"Snapshots/[^/]+/[^/]+\.rtf(?:d/TXT\.rtf)?", re.IGNORECASE)
_TEXTS: Final = ("rtf", "rtfd/TXT.rtf", "txt", "md")
PICTURES: Final = ("png", "jpg", "jpeg", "gif", "webp", "bmp")


class ProjectFiles:
    """The files of one project; those that cannot be read are noted in ``leftovers``."""

    def __init__(self, path: Path, leftovers: Leftovers) -> None:
        self._leftovers = leftovers
        self._taken: set[str] = set()
        self.files, self.main = open_project(path, MAIN_ENDING)

    @property
    def is_open_elsewhere(self) -> bool:
        """Whether Scrivener has it open."""
        return any(self.files.find(name) for name in _LOCKS)

    def text(self, key: str) -> tuple[str, bytes]:
        """The file of an item's text and what is in it; "" where it has none."""
        for ending in _TEXTS:
            for name in (f"Files/Data/{key}/content.{ending}", f"Files/Docs/{key}.{ending}"):
                if found := self.files.find(name):
                    return found, self.read(found)
        return "", b""

    def notes(self, key: str) -> bytes:
        """The RTF of an item's notes."""
        return self._first(f"Files/Data/{key}/notes.rtf", f"Files/Docs/{key}_notes.rtf")

    def synopsis(self, key: str) -> bytes:
        """The words on an item's index card, in UTF-8."""
        return self._first(f"Files/Data/{key}/synopsis.txt", f"Files/Docs/{key}_synopsis.txt")

    def comments(self, key: str) -> bytes:
        """The XML of the comments and footnotes on an item's text."""
        return self._first(f"Files/Data/{key}/content.comments", f"Files/Docs/{key}.comments")

    def picture(self, key: str, extension: str) -> bytes:
        """The file of an item that is a picture."""
        endings = [extension.lstrip(".").lower(), *PICTURES]
        names = [
            name
            for ending in endings
            for name in (f"Files/Data/{key}/content.{ending}", f"Files/Docs/{key}.{ending}")
        ]
        return self._first(*names)

    def picture_of_synopsis(self, key: str) -> str:
        """The name of the picture on an item's index card; "" where there is none."""
        names = (f"Files/Data/{key}/synopsis.{ending}" for ending in PICTURES)
        return next((name for name in names if self.files.find(name)), "")

    def snapshots(self, key: str) -> list[tuple[datetime, str, bytes]]:
        """The earlier versions of an item's text: moment, title, RTF."""
        folder = f"{FOLDER}{key}.snapshots/".casefold()
        inside = [each for each in self.files.names if each.casefold().startswith(folder)]
        indexes = [each for each in inside if PurePosixPath(each).name.casefold() in INDEXES]
        titles = titles_of(self.read(indexes[0])) if indexes else {}
        found = []
        for name in inside:
            moment = moment_of(name[len(folder) :])
            if moment is not None and _SNAPSHOT.fullmatch(name):
                self._taken.add(name)
                found.append((moment, titles.get(moment, ""), self.read(name)))
        return found

    def writing_history(self) -> bytes:
        """The XML of how much was written on which day."""
        return self._first(HISTORY)

    def leave_others(self) -> None:
        """Name what is beside the texts: versions of no text."""
        names = set(self.files.names) - self._taken
        gone = sum(1 for each in names if _SNAPSHOT.fullmatch(each))
        self._leftovers.leave(Part.SNAPSHOT, count=gone)

    def read(self, name: str) -> bytes:
        """What is in a file; b"" where it cannot be read."""
        try:
            return self.files.read(name)
        except SourceDamagedError:
            self._leftovers.damage(Part.FILE, name)
            return b""

    def _first(self, *names: str) -> bytes:
        found = next((each for name in names if (each := self.files.find(name))), "")
        return self.read(found) if found else b""
