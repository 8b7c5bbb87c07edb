# SPDX-License-Identifier: MIT
"""What is spoken, in a colour of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextBlock, QTextCharFormat

from novelist.domain.speech import speech_in
from novelist.ui.editor.colouring import Layers, Part
from novelist.ui.spelling.language_runs import to_position
from novelist.ui.theme import Theme


def speech_positions(block: QTextBlock, language: str) -> list[tuple[int, int]]:
    """Where something is spoken in a block: Qt's positions inside it."""
    text = block.text()
    return [
        (to_position(block, text, start), to_position(block, text, end))
        for start, end in speech_in(text, language)
    ]


class DialogueLayer:
    """Colours what is spoken; ``language`` tells whose dashes the text has."""

    def __init__(self, theme: Theme, layers: Layers, language: Callable[[], str]) -> None:
        self._theme, self._layers, self._language = theme, layers, language
        self._is_on = False
        self._formats: dict[str, QTextCharFormat] = {}

    @property
    def is_on(self) -> bool:
        """Whether it colours anything."""
        return self._is_on

    def switch(self, on: bool) -> None:
        """Colour what is spoken from now on, or leave it as it is."""
        if on != self._is_on:
            self._is_on = on
            if on:
                self._layers.add(self, below=True)
            else:
                self._layers.remove(self)

    def parts(self, block: QTextBlock) -> list[Part]:
        """The speeches of the block."""
        given = self._format()
        positions = speech_positions(block, self._language())
        return [Part(start, end - start, given) for start, end in positions]

    def _format(self) -> QTextCharFormat:
        if self._theme.name not in self._formats:
            given = QTextCharFormat()
            given.setForeground(self._theme.colour("dialogue"))
            self._formats[self._theme.name] = given
        return self._formats[self._theme.name]
