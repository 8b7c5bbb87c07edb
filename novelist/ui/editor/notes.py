# SPDX-License-Identifier: MIT
"""The footnotes of one text: their places, their numbers, changing them as steps of undo."""

from __future__ import annotations

import bisect
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from novelist.domain.document import FOOTNOTE, Atom, Document, JsonValue
from novelist.domain.document_text import block_to_json
from novelist.domain.finding.passages import note_block
from novelist.ui.editor.blocks import level_of
from novelist.ui.editor.codec import blocks_from
from novelist.ui.editor.properties import OBJECT_CHARACTER, atom_meaning, marks_of
from novelist.ui.editor.styles import atom_format

_Keep: Final = QTextCursor.MoveMode.KeepAnchor


@dataclass(frozen=True)
class Note:
    """One footnote; ``position`` is where its mark stands (Qt's)."""

    position: int
    number: int
    attrs: Mapping[str, JsonValue]

    @property
    def document(self) -> Document:
        """What it says; of what a newer version wrote there what can be read."""
        given = self.attrs.get("blocks")
        atom = Atom(FOOTNOTE, self.attrs)
        blocks = (note_block(atom, n) for n in range(len(given) if isinstance(given, list) else 0))
        return Document(tuple(block for block in blocks if block is not None))

    @property
    def is_readable(self) -> bool:
        """Whether all of it can be read, and so written anew without a loss."""
        given = self.attrs.get("blocks", [])
        return isinstance(given, list) and len(self.document) == len(given)


class Footnotes(QObject):
    """Those of one document, kept up to date while it is edited."""

    changed = Signal()
    """Notes came, went, moved or say something else."""
    renumbered = Signal()
    """There are more notes now, or fewer: those after them have other numbers."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._places: list[QTextCursor] | None = None  # before each mark; None: to be found
        self._found()
        document.contentsChange.connect(self._on_document_contents_change)

    def __len__(self) -> int:
        return len(self._found())

    def all(self) -> list[Note]:
        """Every note, in order."""
        return [self._note(number) for number in range(1, len(self) + 1)]

    def number_at(self, position: int) -> int:
        """The number of the note whose mark stands there; 0 where none does."""
        places = self._found()
        place = bisect.bisect_left(places, position, key=QTextCursor.position)
        is_there = place < len(places) and places[place].position() == position
        return place + 1 if is_there else 0

    def insert(self, cursor: QTextCursor) -> int:
        """Put an empty note behind the caret, or what is selected; its number."""
        at = QTextCursor(cursor)
        at.setPosition(cursor.selectionEnd())
        attrs: dict[str, JsonValue] = {"id": uuid4().hex[:12], "blocks": []}
        marks = marks_of(at.charFormat())
        at.insertText(OBJECT_CHARACTER, atom_format(FOOTNOTE, attrs, marks, level_of(at.block())))
        return self.number_at(at.position() - 1)

    def write(self, number: int, said: Document, joined: int | None = None) -> int:
        """Let a note say something else; as many steps of undo (Qt's) as the text has then.

        Given back as ``joined`` they let the next change be of one step with this one, if nothing
        else was done meanwhile.
        """
        note = self._note(number)
        if note.document != said:
            blocks: list[JsonValue] = [block_to_json(block) for block in said]
            attrs: dict[str, JsonValue] = {**note.attrs, "blocks": blocks}
            cursor = self._over(note)
            given = atom_format(
                FOOTNOTE, attrs, marks_of(cursor.charFormat()), level_of(cursor.block())
            )
            if joined == self._document.availableUndoSteps():
                cursor.joinPreviousEditBlock()
            else:
                cursor.beginEditBlock()
            cursor.setCharFormat(given)
            cursor.endEditBlock()
        return self._document.availableUndoSteps()

    def remove(self, number: int) -> None:
        """Remove a note and its mark."""
        self._over(self._note(number)).removeSelectedText()

    def _over(self, note: Note) -> QTextCursor:
        cursor = QTextCursor(self._document)
        cursor.setPosition(note.position)
        cursor.setPosition(note.position + 1, _Keep)
        return cursor

    def _note(self, number: int) -> Note:
        position = self._found()[number - 1].position()
        cursor = QTextCursor(self._document)
        cursor.setPosition(position + 1)
        meaning = atom_meaning(cursor.charFormat())
        return Note(position, number, meaning[1] if meaning is not None else {})

    def _found(self) -> list[QTextCursor]:
        if self._places is None:
            self._places = []
            for block in blocks_from(self._document.firstBlock()):
                if OBJECT_CHARACTER in block.text():
                    self._places += self._marks_in(block.position(), block.textFormats())
        return self._places

    def _marks_in(self, start: int, parts: object) -> list[QTextCursor]:
        found = []
        for part in parts:  # type: ignore[attr-defined]  # QTextLayout.FormatRange
            meaning = atom_meaning(part.format)
            if meaning is not None and meaning[0] == FOOTNOTE:
                for offset in range(part.length):  # equal ones may stand side by side
                    cursor = QTextCursor(self._document)
                    cursor.setPosition(start + part.start + offset)
                    cursor.setKeepPositionOnInsert(False)
                    found.append(cursor)
        return found

    def _on_document_contents_change(self, position: int, removed: int, added: int) -> None:
        """Letters that are typed only move the marks; cursors do that by themselves."""
        if self._places is None:
            return
        if not removed and not self._has_object(position, added):
            return
        before, self._places = len(self._places), None
        if before or len(self):
            self.changed.emit()
        if before != len(self):
            self.renumbered.emit()

    def _has_object(self, position: int, added: int) -> bool:
        """Whether something was put in there that may be the mark of a note."""
        cursor = QTextCursor(self._document)
        last = self._document.characterCount() - 1
        cursor.setPosition(min(position, last))
        cursor.setPosition(min(position + added, last), _Keep)
        return OBJECT_CHARACTER in cursor.selectedText()
