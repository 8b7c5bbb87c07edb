# SPDX-License-Identifier: MIT
"""Joins the footnotes of the open text to the strip below the page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from novelist.ui.editor.going_to import put_caret
from novelist.ui.editor.panel import EditorPanel
from novelist.ui.footnotes.strip import FootnoteStrip
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme


class FootnotesController(QObject):
    """The strip follows the text that is written in; marks lead to notes, and notes to marks."""

    def __init__(self, editor: EditorPanel, theme: Theme, icons: Icons) -> None:
        super().__init__(editor)
        self._editor = editor
        self.strip = FootnoteStrip(theme, icons, editor.edit.typesetting, editor)
        editor.set_foot(self.strip)
        editor.text_shown.connect(self._on_editor_text_shown)
        editor.edit.cursorPositionChanged.connect(self._on_edit_cursor_position_changed)
        self.strip.add_requested.connect(self.insert)
        self.strip.place_requested.connect(self._on_strip_place_requested)
        self.strip.text_requested.connect(editor.focus_text)
        self._on_editor_text_shown()

    def insert(self) -> None:
        """Put a footnote at the caret, or behind what is selected, and let it be written.

        The caret is behind its mark then, and nothing is selected: that is where one goes on.
        """
        edit = self._editor.edit
        if edit.live is None or edit.isReadOnly():
            return
        edit.commit_composition()
        number = edit.live.notes.insert(edit.textCursor())
        put_caret(self._editor, edit.live.notes.all()[number - 1].position + 1)
        self.strip.write_in(number)

    def _on_editor_text_shown(self) -> None:
        live = self._editor.edit.live
        language = self._editor.edit.typesetting.language
        self.strip.show_notes(None if live is None else live.notes, language)

    def _on_edit_cursor_position_changed(self) -> None:
        """With the caret behind a mark its note is chosen."""
        live, position = self._editor.edit.live, self._editor.edit.textCursor().position()
        number = (
            0 if live is None or not self.strip.isVisible() else live.notes.number_at(position - 1)
        )
        if number:
            self.strip.choose(number)

    def _on_strip_place_requested(self, position: int) -> None:
        put_caret(self._editor, position + 1)
        self._editor.edit.setFocus(Qt.FocusReason.OtherFocusReason)
