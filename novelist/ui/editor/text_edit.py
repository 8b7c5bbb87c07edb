# SPDX-License-Identifier: MIT
"""Writing on the page: keys, input methods, marks and kinds, clipboard, history."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from novelist.domain.document import LIST_ITEM, Document, JsonValue
from novelist.ui.editor import (
    blocks,
    breaking,
    clipboard,
    codec,
    insertion,
    list_depth,
    marking,
)
from novelist.ui.editor.beyond import Beyond
from novelist.ui.editor.copied_pictures import put_pictures
from novelist.ui.editor.format_state import FormatState, state_at
from novelist.ui.editor.keys import BACKSPACE, NO_MODIFIERS, is_typed, typed_text
from novelist.ui.editor.page_edit import PageEdit
from novelist.ui.editor.properties import ATOM, LINE_SEPARATOR, ODD, marks_of
from novelist.ui.editor.styles import character_format
from novelist.ui.editor.taker import Taker
from novelist.ui.editor.text_past import TextPast
from novelist.ui.theme import Theme
from novelist.ui.widgets.retranslated import Retranslated

_SENTENCE_ENDS: Final = frozenset('.!?。！？…"”’」』')
_PAUSE: Final = 1.5  # seconds without a key after which typing is a new step to be undone
_Key = Qt.Key
_Standard = QKeySequence.StandardKey


class Smart(Protocol):
    """What puts right what is typed; ``ENTER`` and ``BACKSPACE`` stand for these keys."""

    def about_to_type(self, edit: ManuscriptEdit, text: str) -> bool:
        """Do something in the place of typing it; False where it is only to be typed."""

    def typed(self, edit: ManuscriptEdit, text: str) -> None:
        """It stands before the caret now."""


class ManuscriptEdit(Retranslated, PageEdit):
    """The text of a scene under the writer's hands."""

    split_requested = Signal(int, int)
    """Block and offset (code points) at which the scene should become two."""
    state_changed = Signal(object)
    """A ``FormatState``: other marks or another kind of block are at the caret now."""
    focus_left = Signal()
    styles_requested = Signal(QPoint)
    """The menu of styles should open at this point of the screen."""
    menu_requested = Signal(QPoint)
    """The menu over the text should open at this point of the screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("manuscript")
        self._state = FormatState()
        self.menu_place = 0  # the position in the text that the menu was asked for at
        self._last_key = 0.0
        self.beyond: Beyond | None = None
        self.smart: Smart | None = None
        self.taker: Taker | None = None
        self.past: TextPast | None = None
        self.cursorPositionChanged.connect(self._on_cursor_position_changed)
        self.selectionChanged.connect(self._announce_state)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.setAccessibleName(self.tr("Text of the scene"))
        self.set_invitation(self.tr("Write."))

    @property
    def state(self) -> FormatState:
        """What is in force at the caret."""
        return self._state

    # -- marks and kinds -----------------------------------------------------------------------

    def toggle_mark(self, name: str) -> None:
        """Mark or unmark the selection, or what is typed next."""
        cursor = self.textCursor()
        if cursor.hasSelection() or self.selects_beyond:
            self._change_selected(partial(marking.toggle_mark, name=name))
        else:
            given = self.currentCharFormat()
            marks = marking.toggled(marks_of(given), name)
            level = blocks.level_of(cursor.block())
            self.setCurrentCharFormat(blocks.with_marks(given, marks, level))
            self._finish_edit()

    def clear_marks(self) -> None:
        """Take all visible marks off the selection, or off what is typed next."""
        if not self.textCursor().hasSelection():
            level = blocks.level_of(self.textCursor().block())
            self.setCurrentCharFormat(character_format((), level))
        self._change_selected(marking.clear_marks)

    def set_kind(self, kind: str, level: int = 0, *, ordered: bool = False) -> None:
        """Make the selected blocks of a kind, or paragraphs again where they all are already."""
        attrs: dict[str, JsonValue] = {"level": level} if level else {}
        if ordered:
            attrs["ordered"] = True
        style = self.style_of_page
        self._change_selected(lambda chosen: blocks.change_kind(chosen, kind, attrs, style))

    def set_numbered(self) -> None:
        """Make the selected blocks items of a numbered list."""
        self.set_kind(LIST_ITEM, ordered=True)

    def request_zoom(self, steps: int) -> None:
        """Ask for a larger or smaller page; 0 for the usual size."""
        self.zoom_requested.emit(steps)

    def align(self, align: str) -> None:
        """Align the selected blocks: "center", "right", "justify", or "" for the page's way."""
        style = self.style_of_page
        self._change_selected(lambda chosen: blocks.set_alignment(chosen, align, style))

    def _change_selected(self, change: Callable[[Sequence[QTextCursor]], object]) -> None:
        """Change what is selected, here or in several texts, as one step."""
        if self.beyond is not None and self.selects_beyond:
            self.beyond.when_ready(partial(self.beyond.change, change))
        else:
            change([self.textCursor()])
        self._finish_edit()

    def insert_scene_break(self) -> None:
        """Put a scene break at the caret."""
        cursor = self.textCursor()
        breaking.insert_scene_break(cursor, self.style_of_page)
        self._take(cursor)

    def insert_line_break(self) -> None:
        """Begin a new line in the same paragraph."""
        if not blocks.is_void(self.textCursor().block()):
            self.textCursor().insertText(LINE_SEPARATOR)
            self.ensureCursorVisible()

    def request_styles(self) -> None:
        """Ask for the menu of styles below the caret."""
        below = self.cursorRect().bottomLeft()
        self.styles_requested.emit(self.viewport().mapToGlobal(below))

    def request_split(self) -> None:
        """Ask for the scene to be split at the caret."""
        cursor = self.textCursor()
        offset = codec.offset_in(cursor.block(), cursor.position())
        self.split_requested.emit(cursor.blockNumber(), offset)

    # -- history -------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last step."""
        if self.past is not None and self.past.undo_beyond():
            return
        if self.live is not None and not self.isReadOnly():
            self.live.undo(super().undo)
            self._part_history()
            self.selectionChanged.emit()  # Qt changes it and tells nobody

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.past is not None and self.past.redo_beyond():
            return
        if self.live is not None and not self.isReadOnly():
            self.live.redo(super().redo)
            self._part_history()
            self.selectionChanged.emit()

    def change(self, edit: Callable[[QTextCursor], None], *, follow: bool = True) -> None:
        """Let something edit the text at the caret, as one step; the caret goes where it leaves it.

        ``follow``: the caret is to be seen afterwards.
        """
        cursor = self.textCursor()
        edit(cursor)
        if follow:
            self._take(cursor)
        else:
            self._finish_edit()

    def _part_history(self) -> None:
        """Let what is typed next be a step of its own: Qt joins only edits of a modified text."""
        self.document().setModified(False)

    def _finish_edit(self) -> None:
        if self.live is not None and self.live.has_stale_styles:
            self.live.restyle(self.style_of_page)
        self._part_history()
        self._announce_state()

    def _take(self, cursor: QTextCursor) -> None:
        """Go on at a cursor that has edited the text."""
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._finish_edit()

    def _mend(self) -> None:
        blocks.mend(self.textCursor(), self.style_of_page)
        self._finish_edit()

    # -- typing --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type. Only keys that change blocks do more than Qt does by itself."""
        if self.live is None:
            event.ignore()
            return
        now = time.monotonic()
        if now - self._last_key > _PAUSE:
            self._part_history()
        self._last_key = now
        if self.beyond is not None and self.beyond.press(event):
            event.accept()
            return
        text = "" if self.isReadOnly() else typed_text(event)
        if text and self._is_typed_smartly(text):
            event.accept()
            return
        if not self.isReadOnly() and self._press_special(event):
            event.accept()
            self._tell_typed(text)
            return
        count = self.document().blockCount()
        super().keyPressEvent(event)
        if self.document().blockCount() != count:
            self._mend()
        elif event.text() in _SENTENCE_ENDS:
            self._part_history()
        elif not event.text():
            self._reveal_title()
        self._tell_typed(text)
        if self.live.has_stale_styles and event.text():
            self.live.restyle(self.style_of_page)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A letter let go is nothing to what is around the text: each of it would look at it."""
        if not is_typed(event):
            super().keyReleaseEvent(event)

    def _is_typed_smartly(self, text: str) -> bool:
        return self.smart is not None and self.smart.about_to_type(self, text)

    def _tell_typed(self, text: str) -> None:
        if self.smart is not None and text and text != BACKSPACE:
            self.smart.typed(self, text)

    def _press_special(self, event: QKeyEvent) -> bool:
        """Handle the keys whose meaning depends on blocks; False leaves the key to Qt."""
        if is_typed(event):
            self._make_room()
            return False
        steps = list_depth.steps_of(event, self.textCursor())
        if steps:
            self.change(lambda cursor: list_depth.move_items(cursor, steps, self.style_of_page))
            return True
        if event.modifiers() in NO_MODIFIERS:
            return self._press_plain(event.key())
        for standard, command in ((_Standard.Undo, self.undo), (_Standard.Redo, self.redo)):
            if event.matches(standard):
                command()
                return True
        return False

    def _press_plain(self, key: int) -> bool:
        cursor = self.textCursor()
        if key in (_Key.Key_Return, _Key.Key_Enter):
            breaking.break_line(cursor, self.style_of_page)
        elif key == _Key.Key_Backspace:
            if not breaking.join_backward(cursor, self.style_of_page):
                return False
        elif key == _Key.Key_Delete:
            if not breaking.join_forward(cursor, self.style_of_page):
                return False
        elif key == _Key.Key_Up and self._is_on_first_line():
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        else:
            return False
        self._take(cursor)
        return True

    def _make_room(self) -> None:
        """Before typing: a scene break takes no words, they go below it."""
        cursor = self.textCursor()
        if not cursor.hasSelection() and blocks.is_void(cursor.block()):
            breaking.leave_void(cursor, self.style_of_page)
            self.setTextCursor(cursor)

    def _is_on_first_line(self) -> bool:
        cursor = self.textCursor()
        if cursor.blockNumber() > 0:
            return False
        line = cursor.block().layout().lineForTextPosition(cursor.positionInBlock())
        return not line.isValid() or line.lineNumber() == 0

    def _reveal_title(self) -> None:
        """With the caret on the first line the title is seen too."""
        if self.verticalScrollBar().value() and self._is_on_first_line():
            self.verticalScrollBar().setValue(0)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose; what is composed never ends up in a scene break."""
        if self.live is None:
            return
        if self.beyond is not None and self.beyond.compose(event):
            event.accept()
            return
        text = event.commitString()
        is_plain = bool(text) and not (event.preeditString() or self.is_composing)
        if is_plain and self._is_typed_smartly(text):
            event.accept()
            return
        if text or event.preeditString():
            self.remove_selection_beyond()
            self._make_room()
        count = self.document().blockCount()
        super().inputMethodEvent(event)
        if self.document().blockCount() != count and not self.is_composing:
            self._mend()
        elif text and text[-1] in _SENTENCE_ENDS:
            self._part_history()
        if not self.is_composing:
            self._tell_typed(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the writer went elsewhere: what is typed is saved then."""
        super().focusOutEvent(event)
        self.focus_left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu at the mouse, or at the caret when a key opened it."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            point = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            self.menu_place = self.textCursor().selectionStart()
        else:
            point = event.globalPos()
            self.menu_place = self.cursorForPosition(event.pos()).position()
        self.menu_requested.emit(point)

    # -- clipboard -----------------------------------------------------------------------------

    @property
    def selects_beyond(self) -> bool:
        """Whether the selection reaches into another text."""
        return self.beyond is not None and self.beyond.has_selection()

    def remove_selection_beyond(self) -> None:
        """What is typed or pasted takes the place of a selection, also over several texts."""
        if self.beyond is not None and self.beyond.has_selection():
            self.beyond.remove_selection()

    def _when_ready(self, action: Callable[[], None]) -> None:
        """Do something with the selection, which may reach into texts that are not loaded yet."""
        if self.beyond is not None and self.selects_beyond:
            self.beyond.when_ready(action)
        else:
            action()

    def cut(self) -> None:
        """Move the selection to the clipboard."""
        if self.selects_beyond:
            self._when_ready(self._cut_beyond)
            return
        super().cut()
        self._mend()

    def _cut_beyond(self) -> None:
        self._copy_beyond()
        self.remove_selection_beyond()

    def copy(self) -> None:
        """Copy the selection to the clipboard."""
        if self.selects_beyond:
            self._when_ready(self._copy_beyond)
        else:
            super().copy()

    def _copy_beyond(self) -> None:
        QGuiApplication.clipboard().setMimeData(self.createMimeDataFromSelection())

    def selectAll(self) -> None:
        """Select all of the text; once more, all that it is part of."""
        if self.beyond is None or not self.beyond.select_all():
            super().selectAll()

    def paste_plain(self) -> None:
        """Paste the words alone."""
        words = clipboard.plain_words(QGuiApplication.clipboard().mimeData())
        self._when_ready(partial(self._insert, None, words))

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied or dragged, in our own form, as HTML and as plain text."""
        # Qt's own object: one made in Python would outlive Python in the clipboard, and crash.
        data = super().createMimeDataFromSelection()
        data.text()  # Qt writes its own forms only now
        whole = self.beyond.selected() if self.beyond is not None and self.selects_beyond else None
        document = whole or codec.read_selection(self.textCursor())
        clipboard.put_into(data, document)
        if self.live is not None:
            put_pictures(data, document, self.live.pictures.file)
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text may be dropped here; files may not."""
        if self.isReadOnly():
            return False
        if self.taker is not None and self.taker.can_take(source):
            return True
        if clipboard.has_files(source):
            return False
        return source.hasText() or source.hasHtml() or source.hasFormat(clipboard.MIME_TYPE)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop: words, paragraphs and the marks we have."""
        if not self.canInsertFromMimeData(source):
            return
        if self.taker is not None and self.taker.can_take(source):
            self.taker.take(source)
            return
        if self.taker is not None:
            self.taker.keep(source)
        self._when_ready(partial(self._insert, clipboard.from_mime(source), source.text()))

    def _insert(self, document: Document | None, words: str) -> None:
        """Put a document in the place of the selection, or words where there is none."""
        self.remove_selection_beyond()
        cursor = self.textCursor()
        if document is None or not document.blocks:
            insertion.insert_plain(cursor, words, self.style_of_page)
        else:
            insertion.insert_document(cursor, document, self.style_of_page)
        self._take(cursor)

    def dropEvent(self, event: QDropEvent) -> None:
        """Move or copy dragged text."""
        super().dropEvent(event)
        self._mend()

    # -- state ---------------------------------------------------------------------------------

    def _on_cursor_position_changed(self) -> None:
        if not self.textCursor().hasSelection():  # else the selection itself would be changed
            self._stop_extending()
        self._announce_state()

    def _stop_extending(self) -> None:
        """What is typed behind a link or a footnote is no part of it."""
        given = self.currentCharFormat()
        if blocks.ends_here(given) and not self._is_inside(given):
            level = blocks.level_of(self.textCursor().block())
            self.setCurrentCharFormat(blocks.typing_format(given, level))

    def _is_inside(self, given: QTextCharFormat) -> bool:
        """Whether the caret has the same marks on both sides, and no atom before it."""
        after = self.textCursor()
        if given.hasProperty(ATOM) or given.hasProperty(ODD) or after.atBlockEnd():
            return False
        after.movePosition(QTextCursor.MoveOperation.Right)
        return marks_of(after.charFormat()) == marks_of(given)

    def _announce_state(self) -> None:
        state = self._read_state()
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _read_state(self) -> FormatState:
        cursor = self.textCursor()
        selects = cursor.hasSelection() or self.selects_beyond
        return state_at(cursor, self.currentCharFormat(), selects=selects)
