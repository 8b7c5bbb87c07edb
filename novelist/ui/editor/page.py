# SPDX-License-Identifier: MIT
"""The setting of the page: the face, the zoom, and how a document takes them on."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtGui import QFont, QGuiApplication, QImage, QTextCursor, QTextDocument

from novelist.domain.languages import is_han
from novelist.domain.typing.choices import from_json
from novelist.domain.typing.habits import language_key
from novelist.settings import Settings
from novelist.ui.editor.codec import blocks_from
from novelist.ui.editor.justifying import justify_in
from novelist.ui.editor.properties import KEPT, block_meaning
from novelist.ui.editor.styles import PageStyle
from novelist.ui.theme import Theme

ZOOM_STEPS: Final = (0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5)
TITLE_TOP: Final = 24
TITLE_HEIGHT: Final = 46
TITLE_GAP: Final = 14
FOOT: Final = 160  # room under the last line, so that it need not be written at the very edge
_METRES_PER_INCH: Final = 0.0254


@dataclass(frozen=True)
class PageSettings:
    """What the writer chose for the page; "" is the face that comes with Novelist.

    ``leading`` and ``width`` are percent of the usual; ``spaced`` parts paragraphs by space;
    ``solid`` languages (by ``language_key``) have no gap between Han and Latin letters.
    """

    face: str = ""
    han_face: str = ""
    zoom: float = 1.0
    leading: int = 100
    width: int = 100
    spaced: bool = False
    solid: frozenset[str] = frozenset()

    def zoomed(self, steps: int) -> float:
        """The zoom that many steps larger (or smaller) than this one."""
        nearest = min(range(len(ZOOM_STEPS)), key=lambda n: abs(ZOOM_STEPS[n] - self.zoom))
        return ZOOM_STEPS[min(max(nearest + steps, 0), len(ZOOM_STEPS) - 1)]

    def style(self, language: str) -> PageStyle:
        """How blocks are set in that language."""
        return PageStyle(is_han(language), self.zoom, self.leading, self.width, self.spaced)

    def gap(self, language: str) -> float:
        """The gap between Han and Latin letters in pixels; 0 for none."""
        if not is_han(language) or language_key(language) in self.solid:
            return 0.0
        return self.style(language).gap

    def font(self, theme: Theme, language: str) -> QFont:
        """The font of the text."""
        return self._font(theme, language, theme.book_size(language, self._latin(theme)))

    def title_font(self, theme: Theme, language: str) -> QFont:
        """The font of the scene's title."""
        font = self._font(theme, language, 28)
        font.setWeight(QFont.Weight.Medium)
        return font

    def _latin(self, theme: Theme) -> str:
        return self.face or theme.book_family

    def _font(self, theme: Theme, language: str, size: int) -> QFont:
        font = theme.book_font(language, round(size * self.zoom), family=self._latin(theme))
        if self.han_face:
            first = [self.han_face] if is_han(language) else [font.families()[0], self.han_face]
            font.setFamilies([*first, *font.families()])
        return font


def page_settings(settings: Settings, page: PageSettings) -> PageSettings:
    """The page as the writer's settings want it; its faces stay."""
    chosen = from_json(settings.typing).languages
    wanted = replace(
        page,
        zoom=settings.zoom / 100,
        leading=min(max(settings.leading, 80), 200),
        width=min(max(settings.line_width, 60), 160),
        spaced=settings.paragraph_space,
        solid=frozenset(key for key, own in chosen.items() if not own.spacing),
    )
    return replace(wanted, zoom=wanted.zoomed(0))


def zoomed_device(zoom: float) -> QImage:
    """A paint device of that resolution: the layout multiplies heights by it, without a change
    to the text or its history. It must be kept as long as the layout.
    """
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    screen = QGuiApplication.primaryScreen()
    dots = round(screen.logicalDotsPerInchY() * zoom / _METRES_PER_INCH)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    return image


def prepare(document: QTextDocument) -> None:
    """Make room above the text for the title and below it; before the document has a history."""
    document.setDocumentMargin(0)
    justify_in(document, math.inf)  # until its column is known: so the usual one costs nothing
    frame = document.rootFrame()
    room = frame.frameFormat()
    room.setMargin(0)
    room.setTopMargin(TITLE_TOP + TITLE_HEIGHT + TITLE_GAP)
    room.setBottomMargin(FOOT)
    frame.setFrameFormat(room)


def restyle(document: QTextDocument, style: PageStyle) -> bool:
    """Set every block as ``style`` has it, as part of the last step that can be undone.

    Returns False, and does nothing, while there is something to be redone: it would be lost.
    """
    if document.isRedoAvailable():
        return False
    recorded = document.isUndoAvailable()
    document.setUndoRedoEnabled(recorded)
    cursor = QTextCursor(document)
    if recorded:
        cursor.joinPreviousEditBlock()
    else:
        cursor.beginEditBlock()
    previous: str | None = None
    for block in blocks_from(document.firstBlock()):
        kind, attrs = block_meaning(block.blockFormat())
        wanted = style.block_format(kind, attrs, previous)
        if block.blockFormat() != wanted and not block.blockFormat().property(KEPT):
            cursor.setPosition(block.position())
            cursor.setBlockFormat(wanted)
        previous = kind
    cursor.endEditBlock()
    document.setUndoRedoEnabled(True)
    return True
