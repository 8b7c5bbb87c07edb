# SPDX-License-Identifier: MIT
"""The colours of statuses: "#rrggbb", three numbers, or a name of novelWriter's themes."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

_NAMED: Final = {  # what its default theme shows for them
    "default": "#303030", "base": "#303030", "faded": "#808080", "red": "#c0392b",
    "orange": "#d35400", "yellow": "#c9a227", "green": "#27ae60", "cyan": "#16a085",
    "aqua": "#16a085", "blue": "#2e6fc0", "purple": "#8e44ad",
}  # fmt: skip
_MOST: Final = 255


def colour_of(entry: Element) -> str:
    """The colour of a status or importance as "#rrggbb"; "" where there is none."""
    named = entry.get("color", "").strip().lower()
    if named:
        return named if named.startswith("#") else _NAMED.get(named, "")
    parts = [entry.get(name, "") for name in ("red", "green", "blue")]
    if not all(part.isdecimal() and len(part) <= len(str(_MOST)) for part in parts):
        return ""
    return "#" + "".join(f"{min(int(part), _MOST):02x}" for part in parts)
