# SPDX-License-Identifier: MIT
"""A quiet list of words at the caret: Tab takes the first, every other key writes on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from novelist.domain.typing.completion import REACH, Proposals, Vocabulary
from novelist.domain.typing.letters import is_in_word
from novelist.domain.typing.replacement import Replacement
from novelist.ui.editor.keys import typed_text
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.theme import Theme
from novelist.ui.typing.caret_text import apply, around, language_at_caret
from novelist.ui.typing.smart import SmartTyping
from novelist.ui.widgets.painting import fill, frame, painting
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.shadow import SPREAD, paint_shadow

_GAP: Final = 4
_LEAVING: Final = (
    QEvent.Type.FocusOut,
    QEvent.Type.InputMethod,
    QEvent.Type.Hide,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CompletionPopup(Retranslated, QWidget):
    """The words as rows; it takes no focus. One is marked once an arrow key went into the list."""

    def __init__(self, theme: Theme, home: QWidget) -> None:
        super().__init__(home)
        self._theme, self._home = theme, home
        self.words: tuple[str, ...] = ()
        self.marked = -1
        self.setObjectName("completion")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        theme.theme_changed.connect(self.update)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.setAccessibleName(self.tr("Words that may be meant"))

    def show_words(self, words: tuple[str, ...], line: QRect, room: QRect, host: QWidget) -> None:
        """Show them below a line of ``host``, or above it where there is no room in ``room``."""
        self.words, self.marked = words, -1
        self.setAccessibleDescription(", ".join(words))
        if self.parent() is not host:  # the editor itself may be no higher than its text
            self.setParent(host)
        self.resize(self._wanted())
        below = line.bottom() + _GAP - SPREAD // 2
        above = line.top() - _GAP - self.height() + SPREAD // 2
        y = below if below + self.height() <= room.bottom() or above < room.top() else above
        x = min(line.left() - SPREAD // 2 - 8, room.right() - self.width())
        self.move(max(x, room.left()), y)
        self.show()
        self.raise_()
        self.update()

    def put_away(self) -> None:
        """Show them no more; it stays with its editor, whatever becomes of the window."""
        self.hide()
        self.setParent(self._home)

    def move_mark(self, step: int) -> None:
        """Go into the list, and through it."""
        count = len(self.words)
        self.marked = (self.marked + step) % count if self.marked >= 0 or step > 0 else count - 1
        self.update()

    def _wanted(self) -> QSize:
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(word) for word in self.words)
        height = len(self.words) * self._row_height
        return QSize(widest + 32 + SPREAD, height + 8 + SPREAD)

    @property
    def _row_height(self) -> int:
        return self.fontMetrics().height() + 8

    def paintEvent(self, event: QPaintEvent) -> None:
        """A raised ground with its shadow, and the words; the one that Tab takes is stronger."""
        ground = self.rect().adjusted(*[SPREAD // 2] * 2, *[-SPREAD // 2] * 2)
        radius = self._theme.radius("control")
        with painting(self) as painter:
            paint_shadow(painter, ground, self._theme, radius, SPREAD // 2)
            fill(painter, ground, self._theme.colour("raised"), radius)
            frame(painter, ground, self._theme.colour("line"), radius)
            self._paint_words(painter, ground.adjusted(4, 4, -4, -4))

    def _paint_words(self, painter: QPainter, area: QRect) -> None:
        height = self._row_height
        taken = max(self.marked, 0)
        for number, word in enumerate(self.words):
            row = QRect(area.left(), area.top() + number * height, area.width(), height)
            if number == taken:
                token = "selected" if self.marked >= 0 else "hover"
                fill(painter, row, self._theme.colour(token), self._theme.radius("tag"))
            painter.setPen(self._theme.colour("text" if number == taken else "text_2"))
            painter.drawText(row.adjusted(8, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, word)


class Completion(QObject):
    """Proposes words after every letter, where the writer switched it on; never while composing."""

    def __init__(self, edit: ManuscriptEdit, smart: SmartTyping, theme: Theme) -> None:
        super().__init__(edit)
        self._edit, self._smart = edit, smart
        self.vocabulary = Vocabulary()
        self.popup = CompletionPopup(theme, edit)
        self._proposals = Proposals()
        self._place = -1
        smart.settled.connect(self._propose)
        edit.installEventFilter(self)
        edit.viewport().installEventFilter(self)
        edit.verticalScrollBar().valueChanged.connect(self.dismiss)

    def dismiss(self) -> None:
        """Show no words."""
        if self.popup.isVisible():
            self.popup.put_away()

    def accept(self) -> None:
        """Write the word that is marked, or the first; one undo gives back what was typed."""
        position = self._edit.textCursor().position()
        self.popup.put_away()
        there = around(self._edit.document(), position, REACH)
        typed = self._proposals.typed
        if position != self._place or not there.before.endswith(typed):
            return
        word = self._proposals.words[max(self.popup.marked, 0)]
        same = len(typed) if word.startswith(typed) else 0
        apply(self._edit, there, there.before, Replacement(len(typed) - same, word[same:]))

    def _propose(self) -> None:
        edit = self._edit
        language = language_at_caret(edit)
        if not self._smart.choices.of(language).completion or edit.is_composing:
            self.dismiss()
            return
        cursor = edit.textCursor()
        there = around(edit.document(), cursor.position(), REACH)
        self._proposals = self.vocabulary.proposals(there.before)
        self._place = cursor.position()
        typed = self._proposals.typed
        if not typed or (is_in_word(typed[-1]) and is_in_word(there.after[:1] or " ")):
            self.dismiss()
            return
        host = edit.window()
        rect = edit.cursorRect()
        viewport = edit.viewport()
        line = QRect(viewport.mapTo(host, rect.topLeft()), rect.size())
        room = QRect(QPoint(0, 0), host.size())
        self.popup.setFont(edit.document().defaultFont())
        self.popup.show_words(self._proposals.words, line, room, host)

    # -- keys ----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While words are shown: Tab takes one, arrows choose, Esc sends them away."""
        if not self.popup.isVisible():
            return False
        kind = event.type()
        if kind in _LEAVING:
            self.dismiss()
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._is_ours(event):
                event.accept()
                return True
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return False

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        is_chosen = self.popup.marked >= 0 and event.key() in _ENTER
        moving = (Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up)
        return is_chosen or event.key() in moving

    def _press(self, event: QKeyEvent) -> bool:
        if not self._is_ours(event):
            if not typed_text(event).isalnum():  # after a letter it is known whether they stay
                self.dismiss()
            return False
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.popup.move_mark(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            self.accept()
        return True
