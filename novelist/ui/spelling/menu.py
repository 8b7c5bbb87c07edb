# SPDX-License-Identifier: MIT
"""What the menu over a misspelt word offers: other words, and to call this one right."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QTextBlock
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from novelist.errors import SpellerError
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.spelling.checking import Checking
from novelist.ui.spelling.correcting import replace_word
from novelist.ui.spelling.layer import Misspelt
from novelist.ui.tasks import Tasks
from novelist.ui.widgets.menu_rows import menu_line, menu_row, put_above, put_first


class SpellingMenu(QObject):
    """Puts its rows above the others; suggestions take their place when they come."""

    add_requested = Signal(str)
    """Call this word right in all novels."""
    add_to_novel_requested = Signal(str)
    ignore_requested = Signal(str)

    def __init__(
        self, checking: Checking, edit: ManuscriptEdit, tasks: Tasks, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._checking, self._edit, self._tasks = checking, edit, tasks

    def fill(self, menu: QMenu, position: int) -> None:
        """Offer what helps the word at this position of the text, where it is wrong."""
        block = self._edit.document().findBlock(position)
        misspelt = self._word_at(block, position - block.position())
        if misspelt is None:
            return
        waiting = menu_row(menu, "…", "spelling_waiting")
        put_first(menu, [waiting, menu_line(menu), *self._known_rows(misspelt, menu)])
        self._tasks.start(self._offer(menu, waiting, block, misspelt))

    def _word_at(self, block: QTextBlock, place: int) -> Misspelt | None:
        if not self._checking.is_on:
            return None
        words = self._checking.layer.misspelt(block)
        return next((w for w in words if w.start <= place <= w.start + w.length), None)

    def _known_rows(self, misspelt: Misspelt, menu: QMenu) -> Iterable[QAction]:
        offers = (
            (self.tr("Add to dictionary"), "spelling_add", self.add_requested),
            (self.tr("Add to this novel"), "spelling_add_to_novel", self.add_to_novel_requested),
            (self.tr("Ignore in this session"), "spelling_ignore", self.ignore_requested),
        )
        for words, name, wish in offers:
            yield menu_row(menu, words, name, partial(wish.emit, misspelt.word))

    async def _offer(
        self, menu: QMenu, waiting: QAction, block: QTextBlock, misspelt: Misspelt
    ) -> None:
        try:
            found = await self._checking.suggest(misspelt)
        except SpellerError:
            found = []
        if not (isValid(menu) and isValid(waiting)):
            return  # it was closed meanwhile
        rows = [
            menu_row(
                menu,
                word,
                f"spelling_suggestion_{number}",
                partial(replace_word, self._edit, block, misspelt.start, misspelt.written, word),
            )
            for number, word in enumerate(found)
        ]
        none = menu_row(menu, self.tr("No suggestions"), "spelling_none")
        put_above(menu, waiting, rows or [none])
        was_active = menu.activeAction() is waiting
        menu.removeAction(waiting)
        if rows and (was_active or menu.activeAction() is None):
            menu.setActiveAction(rows[0])
        keep_on_screen(menu)


def keep_on_screen(menu: QMenu) -> None:
    """Move a menu that grew while it was open so that all of it is seen."""
    if not menu.isVisible():
        return
    screen = menu.screen().availableGeometry()
    menu.adjustSize()
    over = menu.geometry().bottom() - screen.bottom()
    if over > 0:
        menu.move(menu.x(), max(menu.y() - over, screen.top()))
