# SPDX-License-Identifier: MIT
"""Reading aloud in the window: from the caret or what is selected, on into the next scenes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from novelist.ui.actions import NEEDS_READING
from novelist.ui.aloud.bar import AloudBar
from novelist.ui.aloud.finding import find_voice
from novelist.ui.aloud.layer import SpokenLayer
from novelist.ui.aloud.passage import Sentence, beginning_of_sentence
from novelist.ui.aloud.reader import Reader
from novelist.ui.aloud.voice import Voice
from novelist.ui.reading.chapters import ALONE, chapters_of

if TYPE_CHECKING:
    from novelist.ui.controller import Controller

_FASTEST: Final = 10
_ROOM: Final = 0.2  # of the screen, that the sentence keeps from its edges


class AloudController(QObject):
    """One for the life of the window; the voice is looked for when it is first wanted."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        self._workspace, self._editor = controller.workspace, controller.workspace.editor
        self._settings = controller.context.settings
        theme, icons = controller.context.theme, controller.context.icons
        self.find_voice: Callable[[QObject], Voice | None] = find_voice
        self._voice: Voice | None = None
        self._was_heard = False  # it has said a sentence
        self.reader: Reader | None = None
        self._is_going_on = False  # into the next scene
        self.layer = SpokenLayer(theme, self._editor.documents.layers)
        self.bar = AloudBar(theme, icons, self._editor)
        self._editor.set_foot(self.bar)
        self._connect()

    def _connect(self) -> None:
        self.bar.pause_requested.connect(self.toggle)
        self.bar.stop_requested.connect(self.stop)
        self.bar.rate_requested.connect(self.change_rate)
        self._editor.text_shown.connect(self._on_editor_text_shown)
        self._controller.window.actions_.connect_all(
            {
                "read_aloud": self.toggle,
                "stop_aloud": self.stop,
                "aloud_faster": partial(self.change_rate, 1),
                "aloud_slower": partial(self.change_rate, -1),
            }
        )

    @property
    def is_reading(self) -> bool:
        """Whether something is read, or pauses."""
        return self.reader is not None and self.reader.live is not None

    def toggle(self) -> None:
        """Begin to read aloud; pause; go on."""
        if self.reader is not None and self.is_reading:
            self.reader.pause()
            self._show_state()
        else:
            self.start()

    def start(self) -> None:
        """Read what is selected, or from the sentence of the caret on."""
        edit = self._editor.edit
        if edit.live is None:
            return
        edit.commit_composition()
        reader = self._made_reader()
        if reader is None:
            self._say(self._remedy())
            return
        cursor = edit.textCursor()
        self._show_state()
        self.bar.show()
        if cursor.hasSelection():
            language = self._workspace.novel.language
            reader.read(edit.live, cursor.selectionStart(), cursor.selectionEnd(), language)
        else:
            self._read_on(beginning_of_sentence(cursor))
        self._offer()

    def stop(self) -> None:
        """Read no more."""
        if self.reader is not None:
            self.reader.stop()
        self.layer.clear()
        self.bar.hide()
        self._offer()

    def change_rate(self, steps: int) -> None:
        """Speak faster, or slower."""
        rate = min(max(self._settings.aloud_rate + steps, -_FASTEST), _FASTEST)
        self._controller.commands.choose("aloud_rate", rate)
        if self._voice is not None:
            self._voice.set_rate(rate / _FASTEST)
        self._show_state()

    # -- inside --------------------------------------------------------------------------------

    def _made_reader(self) -> Reader | None:
        if self.reader is None:
            self._voice = self.find_voice(self)
            if self._voice is None:
                return None
            self._voice.set_rate(self._settings.aloud_rate / _FASTEST)
            self._was_heard = False
            self._voice.ended.connect(self._on_voice_ended)
            self._voice.failed.connect(self._on_voice_failed)
            self.reader = Reader(self._voice, self)
            self.reader.said.connect(self._on_reader_said)
            self.reader.text_ended.connect(self._on_reader_text_ended)
            self.reader.passage_ended.connect(self.stop)
        return self.reader

    def _offer(self) -> None:
        """What can be done about reading can be chosen while something is read."""
        self._controller.window.actions_.enable(NEEDS_READING, self.is_reading)

    def _remedy(self) -> str:
        """That there is no voice, and what brings one."""
        if sys.platform == "linux":
            return self.tr(
                "There is no voice to read aloud with: install speech-dispatcher or espeak-ng."
            )
        return self.tr(
            "There is no voice to read aloud with: add one in the speech settings of the system."
        )

    def _read_on(self, start: int) -> None:
        live = self._editor.edit.live
        if live is not None and self.reader is not None:
            self.reader.read(live, start, None, self._workspace.novel.language)

    def _show_state(self) -> None:
        is_paused = self.reader is not None and self.reader.is_paused
        self.bar.show_state(is_paused=is_paused, rate=self._settings.aloud_rate)

    def _say(self, words: str) -> None:
        self._controller.window.notify(words)

    def _on_reader_said(self, sentence: Sentence) -> None:
        reader = self.reader
        if reader is not None and reader.live is not None:
            self.layer.show(reader.live.document, sentence.start, sentence.end)
            self._keep_in_sight(sentence)

    def _keep_in_sight(self, sentence: Sentence) -> None:
        """Scroll where the sentence is not well in view; the caret stays."""
        edit, flow = self._editor.edit, self._editor.flow
        live = None if self.reader is None else self.reader.live
        if live is None:
            return
        if flow is not None:
            section = flow.flow.find(live.item_id)
            if section is None or section.live is None:
                return
            top = flow.text_top(section) + round(section.line_at(sentence.start).top())
            height, bar = flow.viewport().height(), flow.verticalScrollBar()
        else:
            cursor = QTextCursor(live.document)
            cursor.setPosition(sentence.start)
            top, height = edit.cursorRect(cursor).top(), edit.viewport().height()
            bar = edit.verticalScrollBar()
        if not height * _ROOM <= top <= height * (1 - _ROOM):
            bar.setValue(bar.value() + round(top - height * _ROOM))

    def _on_reader_text_ended(self) -> None:
        following = self._following()
        if following is None:
            self.stop()
        else:
            self._is_going_on = True
            self._controller.tasks.latest("aloud", self._go_on(following))

    async def _go_on(self, item_id: int) -> None:
        try:
            await self._workspace.open_item(item_id)
        finally:
            self._is_going_on = False
        if self.is_reading and self._editor.current_item_id == item_id:
            self._read_on(0)
        else:
            self.stop()

    def _following(self) -> int | None:
        """The next scene of what is shown together; None where this is the last."""
        item_id, extent = self._editor.current_item_id, self._workspace.manuscript.extent
        if item_id is None or extent == ALONE:
            return None
        title_of = self._workspace.binder.title_of
        chapters = chapters_of(self._workspace.items, item_id, extent, title_of)
        ids = [scene.item_id for chapter in chapters for scene in chapter.scenes]
        after = ids[ids.index(item_id) + 1 :] if item_id in ids else []
        return after[0] if after else None

    def _on_editor_text_shown(self) -> None:
        """The writer went to another text: nothing of this one is read any more."""
        reader = self.reader
        if reader is None or reader.live is None or self._is_going_on:
            return
        if self._editor.edit.live is not reader.live:
            self.stop()

    def _on_voice_ended(self) -> None:
        self._was_heard = True

    def _on_voice_failed(self) -> None:
        self.stop()
        self._forget_voice()
        if self._was_heard:
            self._say(self.tr("The voice of the system has fallen silent. The text is as it was."))
        else:
            self._say(self._advice())

    def _forget_voice(self) -> None:
        """Look for one anew the next time: the user may have mended it."""
        for ended in (self.reader, self._voice):
            if ended is not None:
                ended.deleteLater()
        self.reader = self._voice = None

    def _advice(self) -> str:
        """That the voice which was found cannot be heard, and where to look."""
        if sys.platform == "linux":
            return self.tr(
                "The voice of the system says nothing: check the sound, and spd-say or espeak-ng."
            )
        return self.tr(
            "The voice of the system says nothing: look at the sound and speech settings of the"
            " system."
        )
