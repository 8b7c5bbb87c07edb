# SPDX-License-Identifier: MIT
"""The signs of the kinds of entities."""

from __future__ import annotations

from typing import Final

from novelist.domain.entities import EntityKind

ICONS: Final[dict[str, str]] = {
    EntityKind.CHARACTER: "user",
    EntityKind.PLACE: "map-pin",
    EntityKind.THING: "package",
    EntityKind.GROUP: "users",
    EntityKind.THREAD: "spline",
    EntityKind.OTHER: "sticky-note",
}
