# SPDX-License-Identifier: MIT
"""What was chosen last is what stands on disk."""

from __future__ import annotations

import asyncio

import pytest

from novelist.errors import SettingsNotKeptError
from novelist.settings import Settings, WindowState, load_settings
from novelist.ui.change_bus import ChangeBus
from novelist.ui.context import Context
from novelist.ui.errors import sentence
from novelist.ui.icons import Icons
from novelist.ui.language import Language


@pytest.fixture
def context(theme, tmp_path):
    return Context(
        theme=theme,
        icons=Icons(theme),
        language=Language(tmp_path),
        bus=ChangeBus(),
        settings=Settings(),
        state=WindowState(),
        settings_folder=tmp_path,
        library=tmp_path / "Novels.novelist",
    )


async def test_of_many_choices_in_a_row_the_last_stands_on_disk(context, tmp_path):
    saves = []
    for zoom in range(80, 180):
        context.settings.zoom = zoom
        saves.append(asyncio.ensure_future(context.keep_settings()))
        await asyncio.sleep(0)
    await asyncio.gather(*saves)
    assert load_settings(tmp_path).zoom == 179
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


async def test_choices_that_cannot_be_kept_are_a_failure_of_the_machine(context, tmp_path):
    context.settings_folder = tmp_path / "a file"
    context.settings_folder.write_text("in the way", "utf-8")
    for keep in (context.keep_settings, context.keep_state):
        with pytest.raises(SettingsNotKeptError) as caught:
            await keep()
        assert "choices" in sentence(caught.value)
