# SPDX-License-Identifier: MIT
"""The gap between Han and Latin letters: shown on the page, never in the text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat

from novelist.domain.languages import is_han
from novelist.domain.typing.spacing import gaps
from novelist.ui.editor.colouring import Part
from novelist.ui.typing.caret_text import width

if TYPE_CHECKING:
    from novelist.ui.editor.panel import EditorPanel
    from novelist.ui.typing.smart import SmartTyping

_GAP: Final = 0.2  # of the size of the text


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
        return round(_GAP * self._typesetting.settings.style(language).em, 1)

    def parts(self, block: QTextBlock) -> Iterator[Part]:
        """The letters that a gap follows."""
        gap = self._shown = self._gap
        if not gap:
            return
        text = block.text()
        for offset in gaps(text):
            start = offset if len(text) == block.length() - 1 else width(text[:offset])
            yield Part(start, width(text[offset]), _spaced(gap))

    def _follow(self) -> None:
        if self._gap != self._shown:
            self._shown = self._gap
            self._layers.refresh()


@lru_cache(64)
def _spaced(gap: float) -> QTextCharFormat:
    result = QTextCharFormat()
    result.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    result.setFontLetterSpacing(gap)
    return result
