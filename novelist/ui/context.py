# SPDX-License-Identifier: MIT
"""What every part of the window is handed by its constructor, instead of globals."""

from __future__ import annotations

import asyncio
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

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
    library: Path

    async def keep_settings(self) -> None:
        """Write the user's choices to disk."""
        await asyncio.to_thread(save_settings, self.settings_folder, deepcopy(self.settings))

    async def keep_state(self) -> None:
        """Write the layout to disk."""
        await asyncio.to_thread(save_window_state, self.settings_folder, deepcopy(self.state))
