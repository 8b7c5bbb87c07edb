# SPDX-License-Identifier: MIT
"""What every part of the window is handed by its constructor, instead of globals."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from novelist.domain.library_place import LibraryPlace
from novelist.errors import SettingsNotKeptError
from novelist.settings import Settings, WindowState, save_settings, save_window_state
from novelist.ui.change_bus import ChangeBus
from novelist.ui.icons import Icons
from novelist.ui.language import Language
from novelist.ui.theme import Theme


@dataclass
class Context:
    """The look, the language, what the user chose and where she left off."""

    theme: Theme
    icons: Icons
    language: Language
    bus: ChangeBus
    settings: Settings
    state: WindowState
    settings_folder: Path
    library: LibraryPlace

    _wanted: dict[Callable[[Path, Any], None], Settings | WindowState] = field(
        default_factory=dict, init=False, repr=False
    )
    _writing: Lock = field(default_factory=Lock, init=False, repr=False)

    @property
    def library_file(self) -> Path | None:
        """The library, where it is a file."""
        return self.library if isinstance(self.library, Path) else None

    async def keep_settings(self) -> None:
        """Write the user's choices to disk. Raises ``SettingsNotKeptError``."""
        await self._keep(save_settings, self.settings)

    async def keep_state(self) -> None:
        """Write the layout to disk. Raises ``SettingsNotKeptError``."""
        await self._keep(save_window_state, self.state)

    async def _keep(
        self, save: Callable[[Path, Any], None], wanted: Settings | WindowState
    ) -> None:
        """Of several that are kept at once the newest is written, once, and last."""
        self._wanted[save] = deepcopy(wanted)
        await asyncio.to_thread(self._write, save)

    def _write(self, save: Callable[[Path, Any], None]) -> None:
        with self._writing:
            newest = self._wanted.pop(save, None)
            if newest is not None:
                try:
                    save(self.settings_folder, newest)
                except OSError as error:
                    raise SettingsNotKeptError(str(error)) from error
