# SPDX-License-Identifier: MIT
"""Lists inside lists: how deep items stand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor

from novelist.domain.document import LIST_ITEM
from novelist.ui.editor.blocks import kind_of, refresh, selected_blocks, set_meaning
from novelist.ui.editor.properties import block_meaning
from novelist.ui.editor.styles import PageStyle, list_depth

DEEPEST = 8
_STEPS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


def steps_of(event: QKeyEvent, cursor: QTextCursor) -> int:
    """How much deeper a key puts the items at the cursor: Tab and Shift+Tab; 0 for all else."""
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    step = _STEPS.get(Qt.Key(event.key()), 0) if plain else 0
    if not step or kind_of(cursor.block()) != LIST_ITEM:
        return 0
    return step


def move_items(cursor: QTextCursor, steps: int, style: PageStyle) -> None:
    """Put the selected items deeper or less deep, as one step; none deeper than one below another.

    ``steps`` is 1 or -1.
    """
    editing = QTextCursor(cursor)
    editing.beginEditBlock()
    for block in selected_blocks(cursor):
        kind, attrs = block_meaning(block.blockFormat())
        if kind != LIST_ITEM:
            continue
        depth = min(max(list_depth(attrs) + steps, 0), _deepest_of(block) if steps > 0 else DEEPEST)
        others = {name: value for name, value in attrs.items() if name != "depth"}
        wanted = {**others, "depth": depth} if depth else others
        set_meaning(editing, block, kind, wanted, style)
        refresh(editing, block.next(), style)
    editing.endEditBlock()


def _deepest_of(block: QTextBlock) -> int:
    """An item may stand one below the item above it."""
    above = block.previous()
    if not above.isValid() or kind_of(above) != LIST_ITEM:
        return 0
    return min(list_depth(block_meaning(above.blockFormat())[1]) + 1, DEEPEST)
