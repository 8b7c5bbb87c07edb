# SPDX-License-Identifier: MIT
"""Smart typing: told of every character that is typed, it puts right what the writer chose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from novelist.domain.typing import pairs
from novelist.domain.typing.choices import TypingChoices, from_json
from novelist.domain.typing.replacement import Rules, reach, replacement, rules_for
from novelist.services.spelling.typing_lists import shipped_corrections
from novelist.ui.editor.keys import BACKSPACE, ENTER
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.typing.caret_text import apply, around, language_at_caret

_KEEP: Final = QTextCursor.MoveMode.KeepAnchor


class SmartTyping(QObject):
    """What ``ManuscriptEdit.smart`` promises. It waits while an input method composes."""

    changed = Signal()
    """Something else was chosen."""
    settled = Signal()
    """Something was typed, and is as it is to stay."""

    def __init__(self, edit: ManuscriptEdit) -> None:
        super().__init__(edit)
        self.choices = TypingChoices()
        self._rules: dict[str, Rules] = {}
        edit.smart = self

    def choose(self, chosen: Mapping[str, Any]) -> None:
        """Do from now on what stands in the settings."""
        self.choices = from_json(chosen)
        self._rules.clear()
        self.changed.emit()

    def rules(self, language: str) -> Rules:
        """What is done in a language."""
        found = self._rules.get(language)
        if found is None:
            found = rules_for(language, self.choices, shipped_corrections(language))
            self._rules[language] = found
        return found

    # -- told by the editor --------------------------------------------------------------------

    def about_to_type(self, edit: ManuscriptEdit, text: str) -> bool:
        """Put a selection into a pair of marks, or remove an empty pair; False: nothing done."""
        rules = self.rules(language_at_caret(edit))
        if not rules.choices.pairs or edit.is_composing or edit.selects_beyond:
            return False
        cursor = edit.textCursor()
        if text == BACKSPACE:
            return not cursor.hasSelection() and _remove_pair(edit)
        if not cursor.hasSelection():
            return False
        style = rules.quote_style
        straight = {'"': style.double, "'": style.single} if rules.choices.quotes else {}
        pair = pairs.around(text, straight)
        if pair is not None:
            _put_into(edit, pair)
        return pair is not None

    def typed(self, edit: ManuscriptEdit, text: str) -> None:
        """Replace what was just typed by what it stands for."""
        self._replace(edit, text)
        self.settled.emit()

    def _replace(self, edit: ManuscriptEdit, text: str) -> None:
        rules = self.rules(language_at_caret(edit))
        needed = reach(text, rules)
        if not needed or edit.is_composing or edit.textCursor().hasSelection():
            return
        is_enter = text == ENTER
        position = edit.textCursor().position() - is_enter
        there = around(edit.document(), position, needed)
        before = there.before if is_enter else there.before.removesuffix(text)
        if not is_enter and len(before) == len(there.before):
            return  # something else came of the key
        wanted = replacement(before, text, there.after, rules)
        if wanted is not None:
            apply(edit, there, there.before, wanted)


def _remove_pair(edit: ManuscriptEdit) -> bool:
    """Remove two marks with the caret between them; False where there are none."""
    editing = edit.textCursor()
    place = editing.position()
    there = around(edit.document(), place, 2)
    if not pairs.is_empty_pair(there.before, there.after):
        return False
    edit.document().setModified(False)
    editing.beginEditBlock()
    editing.setPosition(place - 1)
    editing.setPosition(place + 1, _KEEP)
    editing.removeSelectedText()
    editing.endEditBlock()
    edit.document().setModified(False)
    edit.setTextCursor(editing)
    return True


def _put_into(edit: ManuscriptEdit, pair: tuple[str, str]) -> None:
    """Put the selection between the marks; it stays selected."""
    cursor = edit.textCursor()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    is_forward = cursor.position() == end
    edit.document().setModified(False)
    editing = QTextCursor(cursor)
    editing.beginEditBlock()
    editing.setPosition(end)
    editing.insertText(pair[1], editing.charFormat())
    editing.setPosition(start + 1)
    dress = editing.charFormat()
    editing.setPosition(start)
    editing.insertText(pair[0], dress)
    editing.endEditBlock()
    edit.document().setModified(False)
    start, end = start + len(pair[0]), end + len(pair[0])
    editing.setPosition(start if is_forward else end)
    editing.setPosition(end if is_forward else start, _KEEP)
    edit.setTextCursor(editing)
