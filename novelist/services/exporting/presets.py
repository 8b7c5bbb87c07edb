# SPDX-License-Identifier: MIT
"""Presets for compiling: those that come with the program, the writer's own, and files of them."""

from __future__ import annotations

import asyncio
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from novelist import paths
from novelist.db.feed import announce
from novelist.db.repositories.compile_presets import CompilePresetRepository
from novelist.db.session import read_session, writer
from novelist.domain.changes import Action, Changes, Subject
from novelist.domain.compiling.preset_text import (
    LONGEST_NAME,
    from_text,
    settings_from_json,
    to_text,
)
from novelist.domain.compiling.settings import Preset
from novelist.errors import (
    PresetDamagedError,
    PresetTooNewError,
    SourceEmptyError,
    SourceTooLargeError,
)
from novelist.importers.source import read_file
from novelist.services.exporting.written_files import write_text

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

ENDING: Final = ".novelist-preset"
"""Of files that presets are shared as."""
_LARGEST: Final = 2**20  # bytes of such a file


@lru_cache(1)
def built_in_presets() -> tuple[Preset, ...]:
    """Those that come with the program; their names are their keys."""
    with (paths.resources() / "presets" / "compile.toml").open("rb") as file:
        found = tomllib.load(file)
    return tuple(Preset(key, settings_from_json(value), key) for key, value in found.items())


async def list_presets() -> list[Preset]:
    """The writer's own, by name; one that a newer program wrote is not among them."""
    async with read_session() as session:
        rows = await CompilePresetRepository(session).list_all()
    return [preset for row in rows if (preset := _own(*row)) is not None]


async def save_preset(preset: Preset, *, initiator: str = "") -> Preset:
    """Keep a preset of the writer's own: a new one where it has no id; with its id.

    Raises ``DuplicateTitleError`` where another one has that name.
    """
    name = clean_name(preset.name)
    content = to_text(Preset(name, preset.settings))

    async def command(session: AsyncSession) -> int:
        presets = CompilePresetRepository(session)
        key = preset.id
        if key is None:
            key = await presets.add(name, content)
        else:
            await presets.replace(key, name, content)
        action = Action.CREATED if preset.id is None else Action.UPDATED
        announce(session, Changes.of(Subject.PRESET, action, (key,), initiator=initiator))
        return key

    return Preset(name, preset.settings, id=await writer().submit(command))


async def delete_preset(preset_id: int, *, initiator: str = "") -> None:
    """Forget a preset of the writer's own."""

    async def command(session: AsyncSession) -> None:
        await CompilePresetRepository(session).remove(preset_id)
        change = Changes.of(Subject.PRESET, Action.DELETED, (preset_id,), initiator=initiator)
        announce(session, change)

    await writer().submit(command)


async def write_preset(path: Path, preset: Preset) -> None:
    """Share a preset as a file, written beside and swapped in. Raises ``DestinationError``."""
    await write_text(path, to_text(preset))


async def read_preset(path: Path) -> Preset:
    """The preset in a file that somebody shared.

    Raises ``SourceError``, ``PresetDamagedError`` or ``PresetTooNewError``.
    """
    try:
        data = await asyncio.to_thread(read_file, path, _LARGEST)
        text = data.decode("utf-8-sig")
    except (SourceEmptyError, SourceTooLargeError, UnicodeDecodeError) as error:
        raise PresetDamagedError from error
    return from_text(text)


def clean_name(name: str) -> str:
    """The name as it is kept: on one line, and not too long. Raises ``PresetDamagedError``."""
    printable = "".join(c if c.isprintable() else " " for c in name)
    kept = " ".join(printable.split())[:LONGEST_NAME].strip()
    if not kept:
        raise PresetDamagedError
    return kept


def free_name(name: str, taken: set[str]) -> str:
    """The name, with a number behind it where it is taken."""
    number = 2
    found = name
    while found in taken:
        found = f"{name[: LONGEST_NAME - 5]} {number}"
        number += 1
    return found


def _own(key: int, content: str) -> Preset | None:
    """A preset as the library has it; None where this program cannot read it."""
    try:
        found = from_text(content)
    except (PresetDamagedError, PresetTooNewError):
        return None
    return Preset(found.name, found.settings, id=key)
