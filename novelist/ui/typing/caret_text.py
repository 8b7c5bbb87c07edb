# SPDX-License-Identifier: MIT
"""What stands around the caret, and replacing some of it as a step of its own."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor, QTextDocument

from novelist.domain.document import LANGUAGE
from novelist.domain.typing.replacement import Replacement
from novelist.ui.editor.properties import MARKS, marks_of
from novelist.ui.editor.text_edit import ManuscriptEdit

_KEEP = QTextCursor.MoveMode.KeepAnchor
_NAMED = f'"{LANGUAGE}"'


@dataclass(frozen=True, slots=True)
class Around:
    """The words of a paragraph before and behind a position of the document."""

    position: int
    before: str
    after: str


def language_at_caret(edit: ManuscriptEdit) -> str:
    """That of the passage, or of the novel."""
    given = edit.currentCharFormat()
    if _NAMED in (given.property(MARKS) or ""):
        return next(mark.value for mark in marks_of(given) if mark.name == LANGUAGE)
    return edit.typesetting.language


def around(document: QTextDocument, position: int, reach: int) -> Around:
    """At most ``reach`` of Qt's positions before and behind; no character is cut in two."""
    block = document.findBlock(position)
    start = max(block.position(), position - reach)
    end = min(block.position() + block.length() - 1, position + reach)
    return Around(position, _text(document, start, position), _text(document, position, end))


def _text(document: QTextDocument, start: int, end: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, _KEEP)
    text = cursor.selectedText()
    first, last = text[:1], text[-1:]
    cut_before = "\udc00" <= first <= "\udfff"
    return text[cut_before : -1 if "\ud800" <= last <= "\udbff" else None]


def width(text: str) -> int:
    """How many of Qt's positions some characters take."""
    return len(text) + sum(character > "\uffff" for character in text)


def apply(edit: ManuscriptEdit, there: Around, old: str, wanted: Replacement) -> None:
    """Replace what was typed, as a step of its own: to undo it gives back what was typed.

    ``old`` ends where ``there`` is; the caret goes to the same place behind what replaces it.
    """
    document, caret = edit.document(), edit.textCursor().position()
    gone = old[len(old) - wanted.taken :] if wanted.taken else ""
    kept = _same_end(gone, wanted.text)  # its marks are not touched
    new = wanted.text[: len(wanted.text) - kept]
    first = there.position - width(gone)
    last = there.position - width(gone[len(gone) - kept :] if kept else "")
    document.setModified(False)  # Qt joins only edits of a modified text
    cursor = QTextCursor(document)
    cursor.setPosition(caret)
    cursor.beginEditBlock()
    behind = there.position + width(there.after[: wanted.taken_behind])
    replace_letters(cursor, there.position, behind, wanted.behind)  # first: redo ends before it
    shift = replace_letters(cursor, first, last, new)
    cursor.endEditBlock()
    cursor.setPosition(caret + shift)
    edit.setTextCursor(cursor)
    document.setModified(False)


def _same_end(one: str, other: str) -> int:
    """How many characters both end with."""
    for number, (left, right) in enumerate(zip(reversed(one), reversed(other), strict=False)):
        if left != right:
            return number
    return min(len(one), len(other))


def replace_letters(cursor: QTextCursor, first: int, last: int, new: str) -> int:
    """Put other words there in the dress of the first letter; how much longer they are."""
    if first == last and not new:
        return 0
    cursor.setPosition(first + (last > first))
    dress = cursor.charFormat()
    cursor.setPosition(first)
    cursor.setPosition(last, _KEEP)
    cursor.insertText(new, dress)
    return width(new) - (last - first)
