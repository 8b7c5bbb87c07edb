# SPDX-License-Identifier: MIT
"""What was saved of a damaged library, and what was not."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Outcome(StrEnum):
    """What became of the text of an item."""

    WHOLE = "whole"
    VERSION = "version"  # the newest version that could be read stands in its place
    DOUBTFUL = "doubtful"  # it could be read, but it is not what was saved; there was no version
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class SalvagedText:
    """One text that is not as it was saved last; ``saved_at`` is that of the version, UTC."""

    item_id: int
    title: str
    novel: str
    outcome: Outcome
    saved_at: str = ""


@dataclass
class SalvageReport:
    """What was saved of a damaged library, and what was not."""

    target: Path
    novels: int = 0
    items: int = 0
    texts: int = 0  # whole
    versions: int = 0
    lost_versions: int = 0
    lost_pictures: int = 0
    unreadable: dict[str, int] = field(default_factory=dict)  # damaged places, by table
    changed: list[SalvagedText] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether nothing was lost after all."""
        return not (self.unreadable or self.changed or self.lost_versions or self.lost_pictures)
