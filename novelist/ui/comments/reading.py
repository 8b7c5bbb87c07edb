# SPDX-License-Identifier: MIT
"""Which thread is meant at the caret, and what belongs to the chapter that is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from novelist.domain.comments import Thread
from novelist.domain.enums import ItemKind
from novelist.ui.editor.commented import comments_on

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem


def marks_at(cursor: QTextCursor) -> tuple[str, ...]:
    """The marks of the comments on the character behind the caret, or on the one before it."""
    position = cursor.position()
    block = cursor.block()
    if position < block.position() + block.length() - 1:
        after = QTextCursor(cursor)
        after.setPosition(position + 1)
        marks = comments_on(after.charFormat())
        if marks:
            return marks
    return comments_on(cursor.charFormat()) if position > block.position() else ()


def thread_at(
    cursor: QTextCursor, meant: Callable[[str], Thread | None], chosen: int | None
) -> Thread | None:
    """The thread whose passage the caret is in; of several the ``chosen`` one stays."""
    found = [thread for thread in map(meant, marks_at(cursor)) if thread is not None]
    stays = (thread for thread in found if thread.id == chosen)
    still_open = (thread for thread in found if not thread.is_resolved)
    return next(stays, None) or next(still_open, None) or (found[0] if found else None)


def chapter_of(items: Iterable[OutlineItem], item_id: int) -> frozenset[int]:
    """The items of the chapter that holds an item; of the one alone where it stands in none."""
    by_id = {item.id: item for item in items}
    root = item_id
    above = by_id.get(item_id)
    while above is not None:
        if above.kind == ItemKind.CHAPTER:
            root = above.id
            break
        above = by_id.get(above.parent_id or 0)
    inside = {root}
    for item in by_id.values():  # in the order of the tree: parents first
        if item.parent_id in inside:
            inside.add(item.id)
    return frozenset(inside)
