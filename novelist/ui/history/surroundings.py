# SPDX-License-Identifier: MIT
"""What the parts of the history need of the program around them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from novelist.ui.history.comparing import Comparing
from novelist.ui.history.naming import NamingSheet
from novelist.ui.history.page import HistoryPage
from novelist.ui.icons import Icons
from novelist.ui.notify import Notify
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem
    from novelist.services.journal.undo import Edit


SHOW: Final = "history_show"
"""The task that fills the stage: what is chosen last wins, wherever."""
LIST: Final = "history_list"
"""The task that looks again at what is listed."""


@dataclass(frozen=True)
class Surroundings:
    """``flush`` puts what is typed on disk; ``done`` remembers an action with its undo.

    ``load_trash`` is what was thrown away, the latest first; ``title_of`` knows it from then on.
    ``reading`` runs what fills the page from the library, ``tasks`` what does something.
    ``again`` lets a scope that did something show itself anew, unless another one is shown by then.
    """

    page: HistoryPage
    theme: Theme
    icons: Icons
    naming: Callable[[], NamingSheet]
    tasks: Tasks
    reading: Tasks
    comparing: Comparing
    notify: Notify
    novel_id: Callable[[], int]
    language: Callable[[], str]
    title_of: Callable[[int], str]
    load_trash: Callable[[], Awaitable[list[OutlineItem]]]
    flush: Callable[[], Awaitable[None]]
    done: Callable[[Edit, str], None]
    show_scene: Callable[[int], None]
    again: Callable[[str, Callable[[], Coroutine[Any, Any, None]]], None]
