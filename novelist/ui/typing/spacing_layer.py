# SPDX-License-Identifier: MIT
"""The gap between Han and Latin letters: shown on the page, never in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock

from novelist.domain.languages import is_han
from novelist.ui.editor.colouring import Part
from novelist.ui.editor.letter_room import gap_parts

if TYPE_CHECKING:
    from novelist.ui.editor.panel import EditorPanel
    from novelist.ui.typing.smart import SmartTyping


class SpacingLayer(QObject):
    """A layer over the texts of novels in Chinese and Japanese, while it is switched on."""

    def __init__(self, editor: EditorPanel, typing: SmartTyping) -> None:
        super().__init__(editor)
        self._typesetting, self._typing = editor.edit.typesetting, typing
        self._layers = editor.documents.layers
        self._shown = self._gap
        self._layers.add(self)
        typing.changed.connect(self._follow)
        editor.page_settings_changed.connect(self._follow)

    @property
    def _gap(self) -> float:
        """How wide it is in pixels; 0 for none."""
        language = self._typesetting.language
        if not is_han(language) or not self._typing.choices.of(language).spacing:
            return 0.0
        return self._typesetting.settings.style(language).gap

    def parts(self, block: QTextBlock) -> Iterator[Part]:
        """The letters that a gap follows."""
        self._shown = self._gap
        return gap_parts(block, self._shown)

    def _follow(self) -> None:
        if self._gap != self._shown:
            self._shown = self._gap
            self._layers.refresh()
