# SPDX-License-Identifier: MIT
"""A whole library in a folder of small files that git can keep: written anew only where it changed.

A manifest in the folder names every file that the mirror wrote, with its digest. Only these are
ever changed or removed. It is written before the files and after them, so a mirror that was ended
half-way knows its own files the next time.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import Final

from novelist import paths
from novelist.errors import DestinationError, DestinationTakenError
from novelist.exporters.mirror import folder_name, mirror_of
from novelist.progress import Progress, nobody
from novelist.services.exporting.novel_records import load_record
from novelist.services.novels import list_novels
from novelist.services.swapping import beside, swap_in

MANIFEST: Final = ".novelist-mirror.json"
README: Final = "README.md"
_VERSION: Final = 1
_DEEPEST: Final = 3  # a picture in the folder of pictures of a novel

Digests = dict[str, list[str]]
"""What each file of the mirror may hold: one digest, or two while the mirror is being written."""


@dataclass(frozen=True, slots=True)
class MirrorResult:
    """What was done; ``left`` are files that stand in the way and are not the mirror's."""

    folder: Path
    novels: int
    files: int
    written: int
    removed: int
    left: tuple[Path, ...]


async def mirror_library(
    folder: Path, library: str, *, replace: bool = False, progress: Progress = nobody
) -> MirrorResult:
    """Bring the folder to what the open library holds, ``library`` being its name.

    Raises ``DestinationError``; ``DestinationTakenError`` where it is the mirror of another library
    and may not be ``replace``d by this one.
    """
    mirror = _Mirror(folder)
    await asyncio.to_thread(mirror.open, library, replace)
    cards = sorted(await list_novels(), key=lambda card: card.id)
    wanted = {README: (paths.resources() / "mirror" / README).read_bytes()}
    for number, card in enumerate(cards):
        progress(number / (len(cards) + 1))
        record = await load_record(card.id, with_trash=False)
        files = await asyncio.to_thread(mirror_of, record)
        within = folder_name(card.title, card.id)
        wanted |= {f"{within}/{name}": data for name, data in files.items()}
    progress(len(cards) / (len(cards) + 1))
    await asyncio.to_thread(mirror.write, library, wanted)
    progress(1.0)
    return MirrorResult(
        folder, len(cards), len(wanted), mirror.written, mirror.removed, tuple(mirror.left)
    )


class _Mirror:
    """The folder on disk."""

    def __init__(self, folder: Path) -> None:
        self.written = 0
        self.removed = 0
        self.left: list[Path] = []
        self._folder = folder
        self._known: Digests = {}

    def open(self, library: str, replace: bool) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            whose, self._known = _read_manifest(self._folder / MANIFEST)
        except OSError as error:
            raise DestinationError(self._folder, error.strerror or "") from error
        if whose not in ("", library) and not replace:
            raise DestinationTakenError(self._folder)

    def write(self, library: str, wanted: Mapping[str, bytes]) -> None:
        digests = {name: _digest(data) for name, data in wanted.items()}
        try:
            ours = {name: each for name, each in digests.items() if self._is_ours(name, each)}
            both = dict(self._known)
            for name, digest in ours.items():
                both[name] = list(dict.fromkeys([*both.get(name, []), digest]))
            self._write_manifest(library, both)
            for name in ours:
                self._put(name, wanted[name], digests[name])
            for name in self._known.keys() - ours.keys():
                self._remove(name)
            self._write_manifest(library, {name: [digest] for name, digest in ours.items()})
        except OSError as error:
            path = Path(error.filename) if error.filename else self._folder
            raise DestinationError(path, error.strerror or "") from error

    def _is_ours(self, name: str, digest: str) -> bool:
        """Whether the mirror may write there: it did before, or nothing else is there."""
        path = self._folder / name
        is_free = name in self._known or not _is_there(path) or _digest_of(path) == digest
        if is_free and not self._is_beyond_link(path):
            return True
        self.left.append(path)
        return False

    def _is_beyond_link(self, path: Path) -> bool:
        """Whether a folder on the way is a link: what lies there is somewhere else."""
        inside = path.relative_to(self._folder).parents
        return any((self._folder / each).is_symlink() for each in list(inside)[:-1])

    def _put(self, name: str, data: bytes, digest: str) -> None:
        path = self._folder / name
        if _digest_of(path) != digest:
            path.parent.mkdir(parents=True, exist_ok=True)
            swap_in(path, data)
            self.written += 1

    def _remove(self, name: str) -> None:
        """Take a file away that is gone from the library, unless somebody has written in it."""
        path = self._folder / name
        if self._is_beyond_link(path):
            return
        beside(path).unlink(missing_ok=True)
        if not _is_there(path):
            return
        if _digest_of(path) not in self._known[name]:
            self.left.append(path)
            return
        path.unlink()
        self.removed += 1
        for folder in list(path.parents)[: name.count("/")]:
            if any(folder.iterdir()):
                return
            folder.rmdir()

    def _write_manifest(self, library: str, files: Digests) -> None:
        value = {"novelist_mirror": _VERSION, "library": library, "files": files}
        text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        data = text.encode("utf-8", "replace")
        path = self._folder / MANIFEST
        if _digest_of(path) != _digest(data):
            swap_in(path, data)


def _read_manifest(path: Path) -> tuple[str, Digests]:
    """Whose mirror it is, and its files; nothing where there is none, or it is no manifest.

    It may come from strangers, as all of a folder under git may: what is not a path of a mirror is
    none of its files.
    """
    if not path.is_file() or path.is_symlink():
        return "", {}
    try:
        value = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return "", {}
    files = value.get("files") if isinstance(value, dict) else None
    if not isinstance(files, dict):
        return "", {}
    known = {
        name: [str(each) for each in digests]
        for name, digests in files.items()
        if isinstance(digests, list) and _may_be_ours(name)
    }
    return str(value.get("library", "")), known


def _may_be_ours(name: str) -> bool:
    parts = PurePosixPath(name).parts
    is_inside = name == README or 2 <= len(parts) <= _DEEPEST
    return (
        is_inside
        and "/".join(parts) == name
        and "\\" not in name
        and ":" not in name
        and not any(part.startswith(".") for part in parts)
    )


def _is_there(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _digest_of(path: Path) -> str:
    """The digest of a file; "" for what is none, links among them."""
    if path.is_symlink() or not path.is_file():
        return ""
    return _digest(path.read_bytes())
