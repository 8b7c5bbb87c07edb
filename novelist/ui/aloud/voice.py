# SPDX-License-Identifier: MIT
"""What a voice promises: it says one sentence after the other."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Voice(QObject):
    """What reads aloud. This one is silent; others say what they are given."""

    ended = Signal()
    """The sentence was said to its end."""
    failed = Signal()
    """Nothing more can be said."""

    def say(self, text: str, language: str) -> None:
        """Begin to say a sentence in a language (a BCP 47 tag)."""

    def pause(self) -> None:
        """Be silent until ``resume``."""

    def resume(self) -> None:
        """Go on where it paused, or at the beginning of the sentence."""

    def stop(self) -> None:
        """Say nothing more; ``ended`` does not come."""

    def set_rate(self, rate: float) -> None:
        """Speak so fast: 0 is usual, -1 slowest, 1 fastest."""
