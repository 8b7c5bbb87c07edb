# SPDX-License-Identifier: MIT
"""What the parts of the history need of the program around them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from novelist.ui.history.comparing import Comparing
from novelist.ui.history.naming import NamingSheet
from novelist.ui.history.page import HistoryPage
from novelist.ui.icons import Icons
from novelist.ui.notify import Notify
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme

if TYPE_CHECKING:
    from novelist.services.undo import Edit


@dataclass(frozen=True)
class Surroundings:
    """``flush`` puts what is typed on disk; ``done`` remembers an action with its undo."""

    page: HistoryPage
    theme: Theme
    icons: Icons
    naming: Callable[[], NamingSheet]
    tasks: Tasks
    comparing: Comparing
    notify: Notify
    novel_id: Callable[[], int]
    language: Callable[[], str]
    title_of: Callable[[int], str]
    flush: Callable[[], Awaitable[None]]
    done: Callable[[Edit, str], None]
    show_scene: Callable[[int], None]
