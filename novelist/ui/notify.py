# SPDX-License-Identifier: MIT
"""How a part of the window says something in passing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Notify(Protocol):
    """Says a sentence at the bottom of the window, with Undo where ``undo`` is given.

    With ``label`` the button says that instead, where it does something else than undo.
    """

    def __call__(self, text: str, undo: Callable[[], None] | None = None, label: str = "") -> None:
        """Say it; what was said before is taken away."""
