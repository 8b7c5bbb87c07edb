# SPDX-License-Identifier: MIT
"""Everything one does in the history, and how long the window stands still for each of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.turns import longest_stop

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractSlider

    from novelist.ui.controller import Controller
    from novelist.ui.history.page import HistoryPage

_STEPS = 30  # of a slider that is dragged from one end to the other
_FRAME = 0.016  # seconds between two of them
_REST = 0.4  # seconds after an action: what it set off is part of it
_LONG = 50_000  # words
_MODES = ("then", "beside", "changes")


async def look_back(controller: Controller) -> dict[str, list[float]]:
    """Go through the history of some scenes and of the novel; the longest stop of each action."""
    items = [item for item in controller.workspace.items if item.kind == "scene"]
    first, *_, short, long = items
    assert short.words < _LONG < long.words
    controller.workspace.show_item(first.id)
    await _rest(controller)
    found = {"open": [await _stop(controller, controller.commands.show_history)]}
    page = controller.history.page
    found["usual"] = await _of_scene(controller, page, short.id)
    found["usual"] += await _of_novel(controller, page)
    found["long"] = await _of_scene(controller, page, long.id)
    return found


async def _of_scene(controller: Controller, page: HistoryPage, item_id: int) -> list[float]:
    """Every way to look at a scene, then its restoring and undoing."""
    stage, versions = page.stage, page.side.versions
    controller.window.show_page("write")
    controller.workspace.show_item(item_id)
    await _rest(controller)

    def choose(row: int) -> None:
        versions.setCurrentIndex(versions.versions.rows()[row])

    took = [await _stop(controller, controller.commands.show_history)]
    for mode in _MODES:
        took.append(await _stop(controller, partial(stage.modes.set_value, mode)))
        took += [await _stop(controller, partial(choose, row)) for row in (4, 2)]
        took.append(await longest_stop(_drag(controller, stage.slider)))
    choose(3)
    await _rest(controller)
    took.append(await _stop(controller, stage.primary.click))
    took.append(await _stop(controller, controller.window.toast.action.click))
    return took


async def _of_novel(controller: Controller, page: HistoryPage) -> list[float]:
    """The novel, its line of time, months and days."""
    calendar = page.side.calendar
    took = [await _stop(controller, partial(page.side.scopes.set_value, "novel"))]
    took.append(await longest_stop(_drag(controller, page.stage.slider)))
    took += [await _stop(controller, partial(calendar.step_month, -1)) for _ in range(3)]
    for _ in range(3):
        day = calendar.day - timedelta(days=1)
        took.append(await _stop(controller, partial(calendar.choose, day)))
    page.side.scopes.set_value("scene")
    await _rest(controller)
    return took


async def _stop(controller: Controller, act: Callable[[], object]) -> float:
    return await longest_stop(_done(controller, act))


async def _done(controller: Controller, act: Callable[[], object]) -> None:
    act()
    await _rest(controller)


async def _drag(controller: Controller, slider: QAbstractSlider) -> None:
    for step in range(1, _STEPS + 1):
        slider.setValue(slider.maximum() * step // _STEPS)
        await asyncio.sleep(_FRAME)
    await _rest(controller)


async def _rest(controller: Controller) -> None:
    """Until everything is there that an action set off."""
    await controller.tasks.finish()
    if controller.window.current_page == "history":
        while not controller.history.page.stage.is_filled:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(_FRAME)
    await asyncio.sleep(_REST)
