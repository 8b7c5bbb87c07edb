# SPDX-License-Identifier: MIT
"""What is selected over the borders of scenes, and removing it as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor

from novelist.domain import document as d
from novelist.domain.document import Block, Document
from novelist.ui.editor import blocks, codec
from novelist.ui.editor.joint_step import JointStep
from novelist.ui.editor.styles import PageStyle
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.manuscript.flow import Flow
from novelist.ui.manuscript.section import Section


@dataclass(frozen=True)
class Spot:
    """A place in the flow: an item, and a position (Qt's) in its text."""

    item_id: int
    position: int


class FlowSelection:
    """From the spot where selecting began to the caret, where these are in different scenes."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self.anchor: Spot | None = None
        self.caret: Spot | None = None

    def __bool__(self) -> bool:
        return self._ends() is not None

    def clear(self) -> None:
        """Select nothing over any border."""
        self.anchor = self.caret = None

    def select(self, anchor: Spot, caret: Spot) -> None:
        """Select from one spot to another; within one scene that is the text's own affair."""
        self.anchor, self.caret = anchor, caret

    def begin(self, pen: ManuscriptEdit) -> Spot | None:
        """Where a selection begins, or would begin with the caret where it is."""
        if self:
            return self.anchor
        return None if pen.live is None else Spot(pen.live.item_id, pen.textCursor().anchor())

    def show_in(self, pen: ManuscriptEdit, section: Section) -> None:
        """Let the pen, in the text of the caret, show its part."""
        assert self.anchor is not None
        assert self.caret is not None
        own, caret = QTextCursor(pen.document()), self.caret.position
        start = self.anchor.position
        if self:
            inside = self.cursor(section)
            ends = (inside.selectionStart(), inside.selectionEnd())
            start = next((end for end in ends if end != caret), caret)
        own.setPosition(start)
        end = min(caret, pen.document().characterCount() - 1)
        own.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        pen.setTextCursor(own)
        pen.selectionChanged.emit()

    def sections(self) -> list[Section]:
        """The sections that it reaches into, in order."""
        ends = self._ends()
        if ends is None:
            return []
        (first, _), (last, _) = ends
        return self._flow.sections[first : last + 1]

    def first(self) -> Spot:
        """Where it begins."""
        ends = self._ends()
        assert ends is not None
        number, position = ends[0]
        return Spot(self._flow.sections[number].item_id, position)

    def last(self) -> Spot:
        """Where it ends."""
        ends = self._ends()
        assert ends is not None
        number, position = ends[1]
        return Spot(self._flow.sections[number].item_id, position)

    def cursor(self, section: Section) -> QTextCursor:
        """What is selected of one section whose text is loaded; perhaps nothing."""
        assert section.live is not None
        cursor = QTextCursor(section.live.document)
        ends, number = self._ends(), self._flow.number_of(section.item_id)
        if ends is None or number is None:
            return cursor
        (first, start), (last, end) = ends
        if first <= number <= last:
            whole = section.live.document.characterCount() - 1
            cursor.setPosition(min(start, whole) if number == first else 0)
            cursor.setPosition(
                min(end, whole) if number == last else whole, QTextCursor.MoveMode.KeepAnchor
            )
        return cursor

    def document(self) -> Document:
        """All that is selected, with a break between two scenes."""
        found: list[Block] = []
        for number, cursor in enumerate(self._cursors()):
            if number:
                found.append(Block(d.SCENE_BREAK))
            found += codec.read_selection(cursor).blocks
        return Document(tuple(found))

    def change(self, change: Callable[[Sequence[QTextCursor]], object]) -> None:
        """Let all of it be changed, in all its texts as one step of undo; these must be loaded."""
        lives = [section.live for section in self.sections() if section.live is not None]
        with JointStep(lives):
            change([cursor for cursor in self._cursors() if cursor.hasSelection()])

    def remove(self, style: PageStyle) -> Spot:
        """Remove it from all its texts as one step of undo; where the caret is to stand then.

        That is in the first text that loses something: undo is asked for there. All its texts
        must be loaded.
        """
        begin, sections = self.first(), self.sections()
        cursors = {section.item_id: self.cursor(section) for section in sections}
        chosen = {n: cursor for n, cursor in cursors.items() if cursor.hasSelection()}
        for item_id, cursor in list(chosen.items())[:1]:
            begin = Spot(item_id, cursor.selectionStart())
        with JointStep(section.live for section in sections if section.live is not None):
            for cursor in chosen.values():
                cursor.removeSelectedText()
                blocks.mend(cursor, style)
        self.clear()
        return begin

    def _cursors(self) -> Iterator[QTextCursor]:
        return (self.cursor(section) for section in self.sections())

    def _ends(self) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """The first and the last place, each as the section's number and a position there."""
        if self.anchor is None or self.caret is None:
            return None
        anchor = self._flow.number_of(self.anchor.item_id)
        caret = self._flow.number_of(self.caret.item_id)
        if anchor is None or caret is None or anchor == caret:
            return None
        one, other = (anchor, self.anchor.position), (caret, self.caret.position)
        return (one, other) if anchor < caret else (other, one)
