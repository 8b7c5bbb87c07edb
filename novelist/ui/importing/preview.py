# SPDX-License-Identifier: MIT
"""The text of the chosen thing as it will stand in the book, to be read and not written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from novelist.domain.document import (
    BREAK_SYMBOL,
    EMPTY,
    FOOTNOTE,
    PARAGRAPH,
    SCENE_BREAK,
    SUPERSCRIPT,
    Atom,
    Block,
    Document,
    Inline,
    Run,
    marks,
    paragraph,
)
from novelist.ui.editor.codec import blocks_from, fill
from novelist.ui.editor.justifying import justify_in
from novelist.ui.editor.letter_room import set_apart
from novelist.ui.editor.page import PageSettings
from novelist.ui.editor.styles import PageStyle
from novelist.ui.theme import Theme
from novelist.ui.widgets.retranslated import Retranslated

_LONGEST: Final = 12_000  # characters: some ten screens, set in a few milliseconds
_SIDE: Final = 40
_NARROW: Final = 320  # pixels; below, the margins are smaller
_SIDE_NARROW: Final = 24
_SCROLL_BAR: Final = 12


class TextPreview(Retranslated, QTextEdit):
    """Shows the beginning of a text in the face of the book."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = EMPTY
        self._style = PageStyle.of("en")
        self._language = "en"
        self._page: QTextDocument | None = None
        self.setObjectName("import_preview")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.theme_changed.connect(self._set)
        self.retranslate()

    def show_text(self, text: Document, language: str) -> None:
        """Show a text in the type of that language, from its beginning."""
        self._text, self._language = text, language
        self._style = PageStyle.of(language)
        self._set()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setAccessibleName(self.tr("Preview"))
        self._set()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines as long as those of the book, or shorter."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        side = _SIDE if self.width() >= _NARROW else _SIDE_NARROW
        room = self.width() - 2 * side
        spare = room - self._style.measure
        justify_in(self.document(), min(room, self._style.measure))
        self.setViewportMargins(side, 0, max(side - _SCROLL_BAR, spare), 0)

    def _set(self) -> None:
        shown = _beginning(self._text)
        rest = len(self._text.blocks) - len(shown)
        blocks = [_plain_block(block) for block in shown]
        if rest:
            blocks.append(_centred(self._rest_text(rest)))
        document = QTextDocument(self)
        document.setDocumentMargin(0)
        document.setDefaultFont(self._theme.book_font(self._language))
        fill(document, Document(tuple(blocks)), self._style)
        for block in blocks_from(document.firstBlock()):
            set_apart(block, PageSettings().gap(self._language))
        self.setDocument(document)
        if self._page is not None:
            self._page.deleteLater()
        self._page = document
        self._place()

    def _rest_text(self, paragraphs: int) -> str:
        return self.tr("… and %Ln more paragraphs", "", paragraphs)


def _beginning(text: Document) -> list[Block]:
    """The first blocks, as many as are shown."""
    shown: list[Block] = []
    room = _LONGEST
    for block in _cut(text):
        if room <= 0:
            break
        shown.append(block)
        room -= len(block.plain_text)
    return shown


def _cut(text: Document) -> Iterator[Block]:
    """The blocks; of one longer than all that is shown, its beginning."""
    for block in text:
        if len(block.plain_text) <= _LONGEST:
            yield block
        else:
            yield paragraph(f"{block.plain_text[:_LONGEST]}…")


def _plain_block(block: Block) -> Block:
    """The block with characters for what the editor paints: scene breaks and footnotes."""
    if block.kind == SCENE_BREAK:
        symbol = block.attrs.get("symbol")
        return _centred(symbol if isinstance(symbol, str) and symbol else BREAK_SYMBOL)
    return replace(block, inlines=tuple(_plain_inline(inline) for inline in block.inlines))


def _plain_inline(inline: Inline) -> Inline:
    if isinstance(inline, Atom) and inline.kind == FOOTNOTE:
        return Run("*", marks(SUPERSCRIPT))
    return inline


def _centred(words: str) -> Block:
    return Block(PARAGRAPH, (Run(words),), {"align": "center"})
