# SPDX-License-Identifier: MIT
"""The folder that dialogs for files begin with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents_folder(preferred: str | Path | None = None) -> Path:
    """The preferred folder where it is there, else the user's documents, else her home."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    known = [preferred, QStandardPaths.writableLocation(place)]
    return next((Path(each) for each in known if each and Path(each).is_dir()), Path.home())
