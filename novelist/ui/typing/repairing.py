# SPDX-License-Identifier: MIT
"""Repairing marks in the text that is written in: one step of its history."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor

from novelist.services.finding.full_width import FoundRepair
from novelist.ui.editor.codec import position_of
from novelist.ui.editor.properties import OBJECT_CHARACTER
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.typing.caret_text import replace_letters, width


def is_in_open_text(edit: ManuscriptEdit, chosen: Sequence[FoundRepair]) -> bool:
    """Whether all of it stands in the paragraphs of the text that is shown."""
    live = edit.live
    return live is not None and not any(
        each.item_id != live.item_id or each.address.is_note for each in chosen
    )


def repair_open_text(edit: ManuscriptEdit, chosen: Sequence[FoundRepair]) -> int:
    """Change what is chosen, as one step; how many marks. What was rewritten since stays."""
    document, caret = edit.document(), edit.textCursor().position()
    changes = [
        (position_of(document, each.address.block, change.start), each.text, change)
        for each in chosen
        for change in each.repair.changes
    ]
    document.setModified(False)  # a step of its own
    cursor = QTextCursor(document)
    cursor.setPosition(caret)
    cursor.beginEditBlock()
    done = 0
    for position, text, change in sorted(changes, key=lambda each: -each[0]):
        old = text[change.start : change.end]
        if OBJECT_CHARACTER not in old and _stands(document.characterAt(position), old):
            replace_letters(cursor, position, position + width(old), change.new)
            done += 1
    cursor.endEditBlock()
    document.setModified(False)
    return done


def _stands(character: str, old: str) -> bool:
    """Whether the mark is still there."""
    return bool(old) and character == old[0]
