# SPDX-License-Identifier: MIT
"""The keyboard on the flowing text: over the borders of scenes, and on what is selected there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor

from novelist.domain.document import Document
from novelist.ui.editor.keys import is_typed

if TYPE_CHECKING:
    from novelist.ui.manuscript.section import Section
    from novelist.ui.manuscript.view import ManuscriptView

_Standard = QKeySequence.StandardKey
_Move = QTextCursor.MoveOperation
_REMOVING: Final = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_BREAKING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class _Step:
    """A movement of the caret: its keys without and with selecting, and which way it goes.

    A ``way`` of 0 leads over no border.
    """

    move: QKeySequence.StandardKey
    select: QKeySequence.StandardKey
    operation: QTextCursor.MoveOperation
    way: int
    keeps_column: bool = False


_STEPS: Final = (
    _Step(_Standard.MoveToNextChar, _Standard.SelectNextChar, _Move.Right, 1),
    _Step(_Standard.MoveToPreviousChar, _Standard.SelectPreviousChar, _Move.Left, -1),
    _Step(_Standard.MoveToNextWord, _Standard.SelectNextWord, _Move.WordRight, 1),
    _Step(_Standard.MoveToPreviousWord, _Standard.SelectPreviousWord, _Move.WordLeft, -1),
    _Step(_Standard.MoveToNextLine, _Standard.SelectNextLine, _Move.Down, 1, True),
    _Step(_Standard.MoveToPreviousLine, _Standard.SelectPreviousLine, _Move.Up, -1, True),
    _Step(_Standard.MoveToStartOfLine, _Standard.SelectStartOfLine, _Move.StartOfLine, 0),
    _Step(_Standard.MoveToEndOfLine, _Standard.SelectEndOfLine, _Move.EndOfLine, 0),
    _Step(_Standard.MoveToStartOfBlock, _Standard.SelectStartOfBlock, _Move.StartOfBlock, 0),
    _Step(_Standard.MoveToEndOfBlock, _Standard.SelectEndOfBlock, _Move.EndOfBlock, 0),
)
_PAGES: Final = (
    (_Standard.MoveToNextPage, _Standard.SelectNextPage, 1),
    (_Standard.MoveToPreviousPage, _Standard.SelectPreviousPage, -1),
)
_ENDS: Final = (
    (_Standard.MoveToStartOfDocument, _Standard.SelectStartOfDocument, 0),
    (_Standard.MoveToEndOfDocument, _Standard.SelectEndOfDocument, -1),
)


class FlowKeys:
    """What ``ManuscriptEdit.beyond`` promises, for the scenes before and after the one written in.

    Keys that come while a text is still being loaded wait for it: none is lost.
    """

    def __init__(self, view: ManuscriptView) -> None:
        self._view = view
        self._held: list[QKeyEvent | QInputMethodEvent] = []
        self.is_selecting = False

    # -- what the pen asks ---------------------------------------------------------------------

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key that leads over a border, or works on what is selected over one."""
        if self._view.is_waiting:
            self._held.append(event.clone())
            return True
        if not self._view.selection and is_typed(event):
            return False  # by far the most keys, asked nothing else
        return self._move(event) or self._work_on_selection(event)

    def compose(self, event: QInputMethodEvent) -> bool:
        """Words that are given whole wait as keys do; a composition that goes on stays here."""
        is_whole = bool(event.commitString()) and not event.preeditString()
        if not (is_whole and self._view.is_waiting) or self._view.pen.is_composing:
            return False
        self._held.append(event.clone())
        return True

    def has_selection(self) -> bool:
        """Whether the selection reaches into another scene."""
        return bool(self._view.selection)

    def when_ready(self, action: Callable[[], None]) -> None:
        """Do that once the texts of all that is selected are loaded, perhaps at once."""
        self._view.when_loaded(self._view.selection.sections(), action)

    def selected(self) -> Document:
        """All that is selected; its texts must be loaded."""
        return self._view.selection.document()

    def change(self, change: Callable[[Sequence[QTextCursor]], object]) -> None:
        """Let all that is selected in all scenes be changed, as one step."""
        self._selecting(self._view.turn_selection)
        self._view.selection.change(change)
        self._view.viewport().update()

    def remove_selection(self) -> None:
        """Remove what is selected in all scenes, as one step; nothing while one is not loaded."""
        view = self._view
        if all(section.live is not None for section in view.selection.sections()):
            begin = view.selection.remove(view.pen.style_of_page)
            view.enter(begin.item_id, begin.position)

    def select_all(self) -> bool:
        """Select every scene, where all of this one is selected already."""
        cursor = self._view.pen.textCursor()
        length = self._view.pen.document().characterCount() - 1
        is_whole = cursor.selectionEnd() - cursor.selectionStart() == length
        if not is_whole or len(self._view.flow.sections) < 2:
            return False
        self._selecting(self._view.select_all)
        return True

    # -- working on what is selected -----------------------------------------------------------

    def _work_on_selection(self, event: QKeyEvent) -> bool:
        """Keys that remove or replace what is selected over borders; copying needs all of it."""
        selection = self._view.selection
        if event.matches(_Standard.SelectAll):
            return self.select_all()
        if not selection or not self._changes_or_copies(event):
            return False
        missing = [section for section in selection.sections() if section.live is None]
        if missing:
            self._held.append(event.clone())
            self._view.when_loaded(missing, self.release)
            return True
        if event.matches(_Standard.Copy):
            self._view.pen.copy()
        elif event.matches(_Standard.Cut):
            self._view.pen.cut()
        elif event.matches(_Standard.Paste):
            self._view.pen.paste()
        else:
            self.remove_selection()
            return event.key() in _REMOVING
        return True

    def _changes_or_copies(self, event: QKeyEvent) -> bool:
        if any(event.matches(key) for key in (_Standard.Copy, _Standard.Cut, _Standard.Paste)):
            return True
        if event.key() in _REMOVING or event.key() in _BREAKING:
            return True
        return is_typed(event)

    def release(self, *, only_typed: bool = False) -> None:
        """Nothing is waited for any more: the keys that came meanwhile are pressed.

        ``only_typed``: but for those that move or remove, where they were meant for another place.
        """
        held, self._held = self._held, []
        for event in held:
            if not only_typed or _gives_text(event):
                QCoreApplication.sendEvent(self._view.pen, event)

    # -- moving --------------------------------------------------------------------------------

    def _move(self, event: QKeyEvent) -> bool:
        for step in _STEPS:
            selects = event.matches(step.select)
            if selects or event.matches(step.move):
                return self._step(step, selects=selects)
        for move, select, way in _PAGES:
            if event.matches(move) or event.matches(select):
                self._turn_page(way, selects=event.matches(select))
                return True
        for move, select, number in _ENDS:
            if event.matches(move) or event.matches(select):
                self._go_to_end(number, selects=event.matches(select))
                return True
        return False

    def _step(self, step: _Step, *, selects: bool) -> bool:
        view = self._view
        if not (step.way or (view.selection and selects)):
            return False
        if view.selection and not selects:
            edge = view.selection.first() if step.way < 0 else view.selection.last()
            view.enter(edge.item_id, edge.position)
            return True
        probe = view.pen.textCursor()
        if probe.movePosition(step.operation, QTextCursor.MoveMode.KeepAnchor):
            if not view.selection:
                return False
            self._enter(view.pen.live.item_id, probe.position(), selects=True)  # type: ignore[union-attr]  # it has a cursor
            return True
        if not step.way:
            return True
        target = self._neighbour(step.way)
        if target is None:
            return step.keeps_column
        x = view.caret_line().center().x() if step.keeps_column else None
        view.when_loaded([target], lambda: self._cross(target, step.way, x, selects=selects))
        return True

    def _neighbour(self, way: int) -> Section | None:
        """The section before or after the one that is written in."""
        current, sections = self._view.current, self._view.flow.sections
        number = None if current is None else self._view.flow.number_of(current.item_id)
        if number is None or not 0 <= number + way < len(sections):
            return None
        return sections[number + way]

    def _cross(self, target: Section, way: int, x: int | None, *, selects: bool) -> None:
        """Go over a border: to its near edge, or to the nearest line below ``x`` on the screen."""
        assert target.live is not None
        number = self._view.flow.number_of(target.item_id)
        if number is not None and not target.is_measured:
            self._view.flow.measure(number)
        end = target.live.document.characterCount() - 1
        position = 0 if way > 0 else end
        if x is not None:
            line = target.line_at(position)
            position = target.position_at(x - self._view.flow.left, line.center().y())
        self._enter(target.item_id, position, selects=selects)

    def _turn_page(self, way: int, *, selects: bool) -> None:
        view = self._view
        line = view.caret_line()
        page = view.viewport().height() - 2 * line.height()
        bar = view.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + way * page)
        moved = bar.value() - before
        point = line.center()
        if abs(moved) < line.height():
            self._go_to_end(0 if way < 0 else -1, selects=selects)
            return
        number = view.flow.heights.at(point.y() + bar.value())
        target = view.flow.sections[number]

        def go() -> None:
            spot = view.spot_at(point)
            if spot is not None:
                self._enter(spot.item_id, spot.position, selects=selects)

        view.when_loaded([target], go)

    def _go_to_end(self, number: int, *, selects: bool) -> None:
        """To the beginning of the first scene, or the end of the last."""
        target = self._view.flow.sections[number]

        def go() -> None:
            assert target.live is not None
            end = target.live.document.characterCount() - 1 if number else 0
            self._enter(target.item_id, end, selects=selects)

        self._view.when_loaded([target], go)

    def _enter(self, item_id: int, position: int, *, selects: bool) -> None:
        self._selecting(lambda: self._view.enter(item_id, position, select=selects))

    def _selecting(self, act: Callable[[], None]) -> None:
        self.is_selecting = True
        try:
            act()
        finally:
            self.is_selecting = False


def _gives_text(event: QKeyEvent | QInputMethodEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return True
    return is_typed(event) or event.key() in _BREAKING
