# SPDX-License-Identifier: MIT
"""Finding and replacing in the text that is open: from hit to hit, as one types what is wanted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QVBoxLayout

from novelist.domain.finding.finding import Finder
from novelist.domain.finding.new_words import NewWords, Rule
from novelist.errors import PatternError, PatternTooSlowError
from novelist.ui.editor.find_bar import FindBar
from novelist.ui.editor.hit_layer import HitLayer
from novelist.ui.editor.hit_places import HitPlace, places_in, replace_place
from novelist.ui.editor.panel import EditorPanel
from novelist.ui.icons import Icons
from novelist.ui.search.pattern_field import WORD
from novelist.ui.search.words import SearchWords
from novelist.ui.theme import Theme

_LONGEST: Final = 200  # characters of a selection that are looked for
_PAUSE: Final = 150  # milliseconds without a change after which the hits are counted anew


class SceneSearch(QObject):
    """One for the editor; its bar stands below the header."""

    border_passed = Signal(int)
    """The next hit, or with -1 the one before, is in another scene."""
    all_requested = Signal()
    """Every hit is to be replaced, once all of them were shown."""

    def __init__(self, editor: EditorPanel, theme: Theme, icons: Icons) -> None:
        super().__init__(editor)
        self._editor = editor
        self.crosses: Callable[[], bool] = lambda: False  # whether scenes flow as one text
        self._words = SearchWords(self)
        self._finder = Finder([])
        self._places: list[HitPlace] = []
        self._searched: QTextDocument | None = None
        self._from = 0  # where the caret was when one began to type
        self._layer = HitLayer(editor.paper)
        self._is_laid = False
        self.bar = FindBar(theme, icons, editor)
        self.bar.hide()
        column = editor.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, self.bar)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._connect()

    def _connect(self) -> None:
        bar, edit = self.bar, self._editor.edit
        bar.wanted.pattern_changed.connect(self._on_wanted_pattern_changed)
        bar.step_requested.connect(self.step)
        bar.replace_requested.connect(self.replace_one)
        bar.replace_all_requested.connect(self._on_bar_replace_all_requested)
        bar.closed.connect(self.close)
        bar.new.textChanged.connect(self._on_new_text_changed)
        edit.textChanged.connect(self._on_edit_text_changed)
        edit.cursorPositionChanged.connect(self._on_edit_cursor_position_changed)
        self._timer.timeout.connect(self._count_anew)

    # -- opening and closing -------------------------------------------------------------------

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar with the keyboard in it; what is selected is looked for."""
        cursor = self._editor.edit.textCursor()
        selected = cursor.selectedText()
        self._from = cursor.selectionStart()
        self.bar.set_replacing(replacing)
        self.bar.show()
        if 0 < len(selected) <= _LONGEST and len(selected.splitlines()) == 1:
            self.bar.wanted.setText(selected)
        self.bar.wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.wanted.selectAll()
        self._look()

    def look_for(self, words: str, *, whole_word: bool) -> None:
        """Show the bar and go to the first of these words; the keyboard stays where it is."""
        self._from = 0
        if not self.bar.isVisible():
            self.bar.set_replacing(False)
        self.bar.wanted.set_switches({WORD} if whole_word else set())
        self.bar.wanted.setText(words)
        self.bar.show()
        self._look()

    def close(self) -> None:
        """Take the bar away; the hit one is on stays selected."""
        self.bar.hide()
        self._lay(False)
        self._editor.focus_text()

    # -- from hit to hit -----------------------------------------------------------------------

    def step(self, steps: int) -> None:
        """Go to the next hit, or with -1 to the one before; after the last comes the first."""
        if self._finder.is_empty:
            self.open()
            return
        self._count()
        number = self._number
        if number:
            target = number - 1 + steps
        else:
            following = bisect_left(self._places, (self._editor.edit.textCursor().position(),))
            target = following if steps > 0 else following - 1
        if not 0 <= target < len(self._places) and self.crosses():
            self.border_passed.emit(steps)
        elif self._places:
            self._select(self._places[target % len(self._places)])

    def select_edge(self, steps: int) -> None:
        """Another scene was come to: go to its first hit, or with -1 to its last."""
        self._count()
        if self._places:
            self._select(self._places[0 if steps > 0 else -1])
        self._tell()

    @property
    def finder(self) -> Finder:
        """What is looked for."""
        return self._finder

    @property
    def _number(self) -> int:
        """Which hit is selected, from 1; 0 for none."""
        cursor = self._editor.edit.textCursor()
        place = HitPlace(cursor.selectionStart(), cursor.selectionEnd())
        at = bisect_left(self._places, place)
        return at + 1 if at < len(self._places) and self._places[at] == place else 0

    def _select(self, place: HitPlace) -> None:
        edit = self._editor.edit
        cursor = edit.textCursor()
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        edit.setTextCursor(cursor)
        edit.ensureCursorVisible()
        self._show_current(place)

    # -- replacing -----------------------------------------------------------------------------

    def replace_one(self) -> None:
        """Replace the hit one is on and go to the next; where one is on none, go there first."""
        self._count()
        number = self._number
        if number and self._replace(self._places[number - 1]):
            after = self._editor.edit.textCursor().position()
            self._count()
            following = bisect_left(self._places, (after,))
            if self._places:
                self._select(self._places[following % len(self._places)])
            self._tell()
        else:
            self.step(1)

    def _replace(self, place: HitPlace) -> bool:
        edit, bar = self._editor.edit, self.bar
        words = self._new_words()
        if words is None or edit.isReadOnly():
            return False
        edit.commit_composition()
        document = edit.document()
        document.setModified(False)  # a step of its own: Qt joins edits of a modified text
        is_replaced = replace_place(document, self._finder, words, place)
        document.setModified(False)
        bar.new.set_problem("")
        return is_replaced

    def _new_words(self) -> NewWords | None:
        bar = self.bar
        rule = Rule(bar.wanted.pattern, bar.new.text(), bar.keep.isChecked())
        try:
            words = NewWords(self._finder, [rule])
        except PatternError as error:
            bar.new.set_problem(self._words.fault(error))
            return None
        bar.new.set_problem("")
        return words

    # -- looking -------------------------------------------------------------------------------

    def _look(self) -> None:
        """Other words are wanted: show where they are, and go to the first from the caret on."""
        try:
            self._finder = Finder([self.bar.wanted.pattern])
            self.bar.wanted.set_problem("")
        except PatternError as error:
            self._finder = Finder([])
            self.bar.wanted.set_problem(self._words.fault(error))
        self._count()
        self._lay(True)
        if self._places and not self._number:
            following = bisect_left(self._places, (self._from,))
            self._select(self._places[following % len(self._places)])
        self._tell()

    def _count(self) -> None:
        """Where the hits of the open text are at this moment."""
        self._timer.stop()
        edit = self._editor.edit
        self._places = []
        self._searched = edit.document()
        if edit.live is None or self._finder.is_empty:
            return
        try:
            self._places = list(places_in(edit.document(), self._finder))
        except PatternTooSlowError as error:
            self._finder = Finder([])
            self.bar.wanted.set_problem(self._words.fault(error))

    def _count_anew(self) -> None:
        self._count()
        self._tell()

    def _tell(self) -> None:
        self.bar.set_count(self._number, len(self._places), beyond=self.crosses())

    def _lay(self, shown: bool) -> None:
        """Colour the hits, or let them be."""
        layers, layer = self._editor.documents.layers, self._layer
        layer.finder = self._finder if shown else Finder([])
        layer.current = None
        if shown and not self._is_laid:
            self._is_laid = True
            layers.add(layer)
        elif self._is_laid and not shown:
            self._is_laid = False
            layers.remove(layer)
        else:
            layers.refresh()

    def _show_current(self, place: HitPlace | None) -> None:
        """Colour the hit one is on otherwise."""
        if not self._is_laid:
            return
        document = self._editor.edit.document()
        before, self._layer.current = self._layer.current, None
        if place is not None:
            self._layer.current = (document, place)
        for known in (before, self._layer.current):
            if known is not None:
                number = known[0].findBlock(known[1].start).blockNumber()
                self._editor.documents.layers.block_changed.emit(known[0], number)

    # -- slots ---------------------------------------------------------------------------------

    def _on_wanted_pattern_changed(self) -> None:
        if self.bar.isVisible():
            self._look()

    def _on_new_text_changed(self, _text: str) -> None:
        self._new_words()

    def _on_bar_replace_all_requested(self) -> None:
        edit = self._editor.edit
        if self._new_words() is not None and edit.live is not None and not edit.isReadOnly():
            edit.commit_composition()
            self.all_requested.emit()

    def _on_edit_text_changed(self) -> None:
        if self.bar.isVisible():
            self._timer.start()

    def _on_edit_cursor_position_changed(self) -> None:
        if not self.bar.isVisible():
            return
        if self._editor.edit.document() is not self._searched:  # another scene
            self._timer.start()
        elif self._editor.edit.hasFocus():
            self._from = self._editor.edit.textCursor().selectionStart()
        self._tell()
