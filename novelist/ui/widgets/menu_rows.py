# SPDX-License-Identifier: MIT
"""Rows that are put into the menu over a text, above those that are there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


def menu_row(
    menu: QMenu, words: str, name: str, act: Callable[[], object] | None = None
) -> QAction:
    """A row of these words, whatever they are; without ``act`` it cannot be chosen."""
    row = QAction(words.replace("&", "&&"), menu)
    row.setObjectName(name)
    row.setEnabled(act is not None)
    if act is not None:
        row.triggered.connect(lambda _checked=False: act())
    return row


def menu_line(menu: QMenu) -> QAction:
    """A line between rows."""
    line = QAction(menu)
    line.setSeparator(True)
    return line


def put_above(menu: QMenu, before: QAction | None, rows: Sequence[QAction]) -> None:
    """Put rows into a menu before one that is there, in their order; None: at the end."""
    for row in rows:
        if before is None:
            menu.addAction(row)
        else:
            menu.insertAction(before, row)


def put_first(menu: QMenu, rows: Sequence[QAction]) -> None:
    """Put rows above all that is in a menu, with a line below them."""
    actions = menu.actions()
    put_above(menu, actions[0] if actions else None, [*rows, menu_line(menu)])
