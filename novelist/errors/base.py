# SPDX-License-Identifier: MIT
"""The roots of all errors: who can put them right."""

from __future__ import annotations

from pathlib import Path


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
