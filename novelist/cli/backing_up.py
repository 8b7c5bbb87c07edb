# SPDX-License-Identifier: MIT
"""``backup`` and ``restore``: what they do, and the lines that say it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from novelist.cli.words import Words
from novelist.domain.enums import BackupReason
from novelist.services.library import backups, restoring


@dataclass(frozen=True, slots=True)
class Told:
    """Which file there is now, whether it was found whole, and what to say."""

    path: Path
    verified: bool
    lines: list[str]


async def back_up(library: Path, output: Path | None, words: Words) -> Told:
    """Back the library up, to ``output`` or among its other backups."""
    made = await backups.back_up(BackupReason.ASKED, library=library, output=output)
    return Told(made.path, made.verified, _lines(made, words))


async def restore(backup: Path, library: Path, words: Words) -> Told:
    """Put the backup in the place of the library."""
    restored = await restoring.restore_backup(backup, library)
    lines = [words("restore.done", path=library)]
    kept = restored.backup.path if restored.backup else restored.aside
    if kept is not None:
        lines.append(words("restore.kept", path=kept))
    return Told(restored.library, True, lines)


def _lines(made: backups.Backup, words: Words) -> list[str]:
    lines = [words("backup.same", path=made.path)]
    if made.is_new and made.totals is not None:
        counts = {
            "novels": words.counted("novels", made.totals.novels),
            "words": words.counted("words", made.totals.words),
        }
        lines = [words("backup.made", path=made.path, **counts)]
    if made.before is not None:
        lines.append(words("backup.fewer", words=words.counted("words", made.before.words)))
    if made.second is not None:
        lines.append(words(f"backup.second.{made.second}"))
    return lines
