# SPDX-License-Identifier: MIT
"""Preferences over a window, and everything they said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from novelist.settings import Settings
from novelist.ui.icons import Icons
from novelist.ui.preferences.sheet import PreferencesSheet
from novelist.ui.theme import Theme


@dataclass
class Desk:
    """What was chosen, wished for and shown."""

    settings: Settings = field(default_factory=lambda: Settings(theme="light", author="Imogen"))
    changed: list[tuple[str, object]] = field(default_factory=list)
    opened: list[Path] = field(default_factory=list)
    created: list[Path] = field(default_factory=list)
    shown: list[Path] = field(default_factory=list)

    def change(self, name: str, value: object) -> None:
        self.changed.append((name, value))
        setattr(self.settings, name, value)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def sheet(theme: Theme, icons: Icons, desk: Desk, tmp_path: Path) -> Iterator[PreferencesSheet]:
    """The open preferences of a library in an empty folder."""
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    library = tmp_path / "Novels.novelist"
    sheet = PreferencesSheet(
        theme, icons, window, desk.settings, library=library, show_file=desk.shown.append
    )
    sheet.setting_changed.connect(desk.change)
    sheet.library_open_requested.connect(desk.opened.append)
    sheet.library_create_requested.connect(desk.created.append)
    sheet.open_preferences()
    yield sheet
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
