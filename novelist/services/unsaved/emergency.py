# SPDX-License-Identifier: MIT
"""Words that are not on disk yet, kept in a file of their own elsewhere until they are.

One file a run of the program, written anew whenever there are other words, removed when the
library has them all. One that is still there at the next start holds words that were not saved.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from novelist import paths
from novelist.domain.document_text import to_json_lines
from novelist.services.unsaved.rescue import UnsavedText, entity_of

log = logging.getLogger(__name__)

_FOLDER: Final = "Emergency copies"
_FORM: Final = 1
MOST_FILES: Final = 50  # older ones make room: each is of a run that could not save
MOST_BYTES: Final = 256 << 20


@dataclass(frozen=True)
class KeptText:
    """The words of one item as they stood; ``content`` is JSON Lines, None where only fields.

    Those of a novel's details stand under ``rescue.key_of_novel`` in place of an item, those of
    its story bible under ``rescue.key_of_entity``.
    """

    item_id: int
    novel_id: int
    novel: str
    title: str
    content: str | None
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_of_novel(self) -> bool:
        """Whether these are details of the novel itself."""
        return self.item_id < 0 and self.entity_id is None

    @property
    def entity_id(self) -> int | None:
        """Which entity of the story bible these are of; None where they are of something else."""
        return entity_of(self.item_id)


@dataclass(frozen=True)
class KeptCopy:
    """One emergency copy: where it is, when it was written (UTC), the texts in it."""

    path: Path
    written_at: datetime
    texts: tuple[KeptText, ...]


class EmergencyCopy:
    """The file of this run for one library; it exists while there is something in it."""

    def __init__(self, library: str) -> None:
        """``library`` is its path, or the URL of one on a server, without a password."""
        self._library = library
        began = datetime.now(UTC).strftime("%Y-%m-%d %H.%M.%S.%f")
        self._name = f"{began} {os.getpid()}.json"
        self._path: Path | None = None
        self._turn = asyncio.Lock()

    @property
    def path(self) -> Path | None:
        """Where it is; None while there is none."""
        return self._path

    async def write(self, texts: Mapping[int, UnsavedText]) -> Path:
        """Let it hold these texts; returns when they are on that disk.

        Tries the data folder, the home folder, the folder for temporary files. Raises ``OSError``
        when none of them takes it; an older copy stays then.
        """
        async with self._turn:
            content = await asyncio.to_thread(_encode, self._library, dict(texts))
            self._path = await asyncio.to_thread(_write_somewhere, self._name, content, self._path)
            return self._path

    async def remove(self) -> None:
        """Everything in it is in the library."""
        async with self._turn:
            path, self._path = self._path, None
            if path is not None:
                await asyncio.to_thread(path.unlink, missing_ok=True)


async def find_copies(library: str, *, but: Path | None = None) -> list[KeptCopy]:
    """The emergency copies of a library that earlier runs left, the oldest first."""
    found = await asyncio.to_thread(lambda: list(_find(library)))
    return sorted((copy for copy in found if copy.path != but), key=lambda copy: copy.written_at)


async def forget(copy: KeptCopy) -> None:
    """Remove a copy: its words were put somewhere, or thrown away."""
    await asyncio.to_thread(copy.path.unlink, missing_ok=True)


def folders() -> tuple[Path, ...]:
    """Where emergency copies may lie, the best first."""
    homes = (paths.data_folder(), Path.home(), Path(tempfile.gettempdir()))
    return tuple(home / ("Novelist" if home != homes[0] else "") / _FOLDER for home in homes)


def _encode(library: str, texts: Mapping[int, UnsavedText]) -> bytes:
    kept = [
        KeptText(
            item_id,
            text.novel_id,
            text.novel,
            text.title,
            None if text.document is None else to_json_lines(text.document),
            dict(text.fields),
        )
        for item_id, text in texts.items()
    ]
    written = {
        "novelist": _FORM,
        "library": library,
        "written_at": datetime.now(UTC).isoformat(),
        "texts": [asdict(each) for each in kept],
    }
    return json.dumps(written, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def _write_somewhere(name: str, content: bytes, before: Path | None) -> Path:
    failure: OSError | None = None
    for folder in folders():
        try:
            written = _write(folder / name, content)
        except OSError as error:
            failure = error
            continue
        if before is not None and before != written:
            with suppress(OSError):  # an older copy too many does no harm
                before.unlink()
        _make_room(folder, written)
        return written
    raise failure or OSError("nowhere to write")


def _write(path: Path, content: bytes) -> Path:
    """Beside and swapped in, on the disk before it counts; for nobody else's eyes."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_suffix(".new")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    return path


def _make_room(folder: Path, newest: Path) -> None:
    """Forget the oldest copies where there are too many."""
    found = sorted(folder.glob("*.json"), reverse=True)  # a name begins with its time
    size = 0
    for number, path in enumerate(found):
        with suppress(OSError):  # gone meanwhile: it takes no room
            size += path.stat().st_size
            if path != newest and (number >= MOST_FILES or size > MOST_BYTES):
                path.unlink()


def _find(library: str) -> Iterator[KeptCopy]:
    for folder in folders():
        for path in sorted(folder.glob("*.json")):
            try:
                copy = _decode(path, library)
            except (OSError, ValueError, KeyError, TypeError) as error:
                log.warning("an emergency copy cannot be read: %s", type(error).__name__)
                continue
            if copy is not None:
                yield copy


def _decode(path: Path, library: str) -> KeptCopy | None:
    """What a file holds; None where it is of another library. Raises what a damaged one does."""
    found: dict[str, Any] = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
    if found["novelist"] != _FORM:
        raise ValueError("of another version")
    if found["library"] != library:
        return None
    texts = tuple(KeptText(**text) for text in found["texts"])
    return KeptCopy(path, datetime.fromisoformat(found["written_at"]), texts)
