# SPDX-License-Identifier: MIT
"""Where files go that the writer is asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from novelist.settings import Settings


def folder_of(settings: Settings) -> Path:
    """The folder of the last export, or that of the user's documents, or her home."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    known = [settings.export_folder, QStandardPaths.writableLocation(place)]
    return next((Path(each) for each in known if each and Path(each).is_dir()), Path.home())
