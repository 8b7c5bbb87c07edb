# SPDX-License-Identifier: MIT
"""How panes and tabs were left, as plain values, and arranging them so again another day.

What is kept may be of another version, or damaged: whatever makes no sense is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QRect, Qt

from novelist.ui.editor.header import EXTENTS
from novelist.ui.panes.pane import Pane, Tab
from novelist.ui.panes.panes import MOST, Panes

_MOST_TABS: Final = 50
_WAYS: Final = {"row": Qt.Orientation.Horizontal, "column": Qt.Orientation.Vertical}


def kept(panes: Panes) -> dict[str, Any]:
    """All panes with their tabs, and how they stand; nothing where one page is enough."""
    if not panes.needs_bar:
        return {}
    everyone = panes.all
    return {
        "shape": panes.area.shape(everyone),
        "windows": [
            {"shape": window.area.shape(everyone), "place": _numbers(window.geometry())}
            for window in panes.windows
        ],
        "active": everyone.index(panes.active) if panes.active in everyone else 0,
        "panes": [
            {
                "tabs": [[tab.item_id, tab.extent] for tab in pane.tabs],
                "current": pane.current,
                "pinned": pane.is_pinned,
            }
            for pane in everyone
        ],
    }


def restore(panes: Panes, value: dict[str, Any], is_there: Callable[[int], bool]) -> None:
    """Arrange panes as they were kept, where there is one pane; tabs of what is gone are left out.

    Nothing is shown in them yet. One writes in the window of the novel at first.
    """
    described = value.get("panes")
    described = described if isinstance(described, list) else []
    leaves: list[tuple[int, Pane]] = []
    _arrange(panes, value.get("shape"), panes.active, leaves, depth=0)
    windows = value.get("windows")
    for window in windows if isinstance(windows, list) else ():
        if isinstance(window, dict) and len(panes.all) < MOST:
            first = panes.add_window(_rect(window.get("place")))
            _arrange(panes, window.get("shape"), first, leaves, depth=0)
    for number, pane in leaves:
        given = described[number] if 0 <= number < len(described) else None
        _fill(pane, given if isinstance(given, dict) else {}, is_there)
    active = value.get("active")
    here = [(number, pane) for number, pane in leaves if pane in panes.area.panes and pane.tabs]
    chosen = [pane for number, pane in here if number == active]
    filled = [pane for _, pane in here]
    if filled:
        panes.begin_with((chosen or filled)[0])
    for pane in panes.all:
        if not pane.tabs and pane is not panes.active:
            panes.close_pane(pane)


def _arrange(
    panes: Panes, shape: object, pane: Pane, leaves: list[tuple[int, Pane]], *, depth: int
) -> None:
    """Split a pane until it stands as in ``shape``; the panes and their numbers are ``leaves``."""
    parts = shape.get("parts") if isinstance(shape, dict) else None
    way = _WAYS.get(str(shape.get("way"))) if isinstance(shape, dict) else None
    if not isinstance(parts, list) or len(parts) < 2 or way is None or depth > MOST:
        leaves.append((shape if type(shape) is int else -1, pane))
        return
    beside = [pane]
    for _ in parts[1:]:
        if len(panes.all) < MOST:
            beside.append(panes.add_beside(beside[-1], way))
    for part, each in zip(parts, beside, strict=False):
        _arrange(panes, part, each, leaves, depth=depth + 1)
    sizes = shape.get("sizes") if isinstance(shape, dict) else None
    if isinstance(sizes, list) and all(type(size) is int and size > 0 for size in sizes):
        panes.area_of(pane).set_sizes(pane, sizes)


def _numbers(place: QRect) -> list[int]:
    return [place.x(), place.y(), place.width(), place.height()]


def _rect(value: object) -> QRect:
    is_rect = isinstance(value, list) and len(value) == 4 and all(type(n) is int for n in value)
    return QRect(*value) if is_rect and isinstance(value, list) else QRect()


def _fill(pane: Pane, value: dict[str, Any], is_there: Callable[[int], bool]) -> None:
    tabs = value.get("tabs")
    for given in tabs[:_MOST_TABS] if isinstance(tabs, list) else ():
        if isinstance(given, list) and len(given) == 2 and type(given[0]) is int:
            extent = given[1] if given[1] in EXTENTS else EXTENTS[0]
            if is_there(given[0]):
                pane.tabs.append(Tab(given[0], extent))
    current = value.get("current")
    is_valid = type(current) is int and 0 <= current < len(pane.tabs)
    pane.current = current if is_valid and type(current) is int else len(pane.tabs) - 1
    pane.pin.setChecked(value.get("pinned") is True)
    if pane.tab is not None:
        pane.visited.visit(pane.tab.item_id)
