# SPDX-License-Identifier: MIT
"""Where data, logs, backups, resources and migrations live: from source, wheel or bundle."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
_APPLICATION = "Novelist"


def _shipped(name: str) -> Path:
    """The folder of shipped files: beside the sources, inside the wheel, or inside the bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    candidates = ([Path(bundle) / "novelist" / f"_{name}"] if bundle else []) + [
        _PACKAGE / f"_{name}",
        _PACKAGE.parent / name,
    ]
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the folder {name!r} is missing from this installation")


def resources() -> Path:
    """Icons, fonts, themes, translations and the sample novel; read only."""
    return _shipped("resources")


def migrations() -> Path:
    """The Alembic scripts; read only."""
    return _shipped("migrations")


def data_folder() -> Path:
    """The user's own folder for libraries; ``NOVELIST_HOME`` overrides it. Not created here."""
    home = os.environ.get("NOVELIST_HOME")
    return Path(home) if home else Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False))


def settings_folder() -> Path:
    """Where settings and window state are kept. Not created here."""
    home = os.environ.get("NOVELIST_HOME")
    if home:
        return Path(home) / "settings"
    return Path(platformdirs.user_config_dir(_APPLICATION, appauthor=False))


def log_folder() -> Path:
    """Where logs are written. Not created here."""
    home = os.environ.get("NOVELIST_HOME")
    if home:
        return Path(home) / "logs"
    return Path(platformdirs.user_log_dir(_APPLICATION, appauthor=False))


def default_library() -> Path:
    """The library that opens when none is named."""
    return data_folder() / "Novels.novelist"


def backup_folder(library: Path) -> Path:
    """Where copies of ``library`` are kept: a folder beside it."""
    return library.parent / "backups"
