# SPDX-License-Identifier: MIT
"""Reads one open text sentence by sentence, as it is when each of them comes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from novelist.ui.aloud.passage import Sentence, next_sentence
from novelist.ui.aloud.voice import Voice
from novelist.ui.editor.documents import LiveText


class Reader(QObject):
    """Hands sentences to a voice. Places move with what is typed meanwhile."""

    said = Signal(object)
    """This ``Sentence`` is being said."""
    text_ended = Signal()
    """There is nothing more to be said in this text."""
    passage_ended = Signal()
    """All that was to be read is read."""

    def __init__(self, voice: Voice, parent: QObject) -> None:
        super().__init__(parent)
        self._voice = voice
        self.live: LiveText | None = None
        self._place: QTextCursor | None = None
        self._end: QTextCursor | None = None
        self._language = "en"
        self.is_paused = False
        self._is_due = False  # a sentence ended while it paused
        voice.ended.connect(self._on_voice_ended)

    def read(self, live: LiveText, start: int, end: int | None, language: str) -> None:
        """Read a text from a place on, to ``end`` or to its own end."""
        self.live, self._language = live, language
        self.is_paused = self._is_due = False
        self._place = self._cursor_at(live, start)
        self._end = None if end is None else self._cursor_at(live, end)
        self._say_next()

    def pause(self) -> None:
        """Be silent, or go on."""
        self.is_paused = not self.is_paused
        if self.is_paused:
            self._voice.pause()
        elif self._is_due:
            self._is_due = False
            self._say_next()
        else:
            self._voice.resume()

    def stop(self) -> None:
        """Read no more."""
        self.live = self._place = self._end = None
        self.is_paused = self._is_due = False
        self._voice.stop()

    def _say_next(self) -> None:
        if self.live is None or self._place is None:
            return
        end = None if self._end is None else self._end.position()
        found = next_sentence(self.live.document, self._place.position(), end)
        if found is None:
            (self.text_ended if self._end is None else self.passage_ended).emit()
            return
        self._place.setPosition(found.end)
        self.said.emit(found)
        self._voice.say(found.text, self._language_of(found))

    def _language_of(self, sentence: Sentence) -> str:
        return sentence.language or self._language

    def _cursor_at(self, live: LiveText, position: int) -> QTextCursor:
        cursor = QTextCursor(live.document)
        cursor.setPosition(min(position, live.document.characterCount() - 1))
        cursor.setKeepPositionOnInsert(True)
        return cursor

    def _on_voice_ended(self) -> None:
        if self.is_paused:
            self._is_due = self.live is not None
        else:
            self._say_next()
