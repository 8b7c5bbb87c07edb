# SPDX-License-Identifier: MIT
"""What takes up what is pasted and dropped besides words."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QMimeData


class Taker(Protocol):
    """Knows another kind of thing than words: pictures."""

    def can_take(self, source: QMimeData) -> bool:
        """Whether it is for this one and not for the text itself."""

    def keep(self, source: QMimeData) -> None:
        """Keep what words that are being pasted bring along."""

    def take(self, source: QMimeData) -> None:
        """Put it into the text, perhaps later."""
