# SPDX-License-Identifier: MIT
"""Paints the pictures of a page, in the room that the text gives them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QTextBlock, QTextDocument

from novelist.domain.document import IMAGE_BLOCK, JsonValue
from novelist.ui.editor import properties
from novelist.ui.editor.picture_size import caption_size, fitting, said_size
from novelist.ui.editor.pictures import Pictures
from novelist.ui.editor.properties import block_meaning
from novelist.ui.theme import Theme

_GAP: Final = 6  # between a picture and its caption
_PAD: Final = 8
_Align = Qt.AlignmentFlag


def is_picture(block: QTextBlock) -> bool:
    """Whether the block is a picture of its own."""
    return block.length() == 1 and block_meaning(block.blockFormat())[0] == IMAGE_BLOCK


def picture_rect(block: QTextBlock, area: QRectF) -> QRectF:
    """Where the picture of a block lies whose room is ``area``, as wide as the column."""
    _, attrs = block_meaning(block.blockFormat())
    caption = _caption_height(block, attrs)
    said = said_size(attrs)
    room = max(area.height() - caption, 1.0)
    zoom = zoom_of(block.document())
    width, height = fitting(said[0] * zoom, said[1] * zoom, area.width())
    scale = min(1.0, room / height)
    width, height = width * scale, height * scale
    left = area.left() + _left(attrs.get("align"), area.width() - width)
    return QRectF(left, area.top() + max(room - height, 0) / 2, width, height)


def room_of_block(block: QTextBlock) -> QRectF:
    """Where a block lies in its document; a picture's room, of which Qt knows one line alone."""
    lines = block.document().documentLayout().blockBoundingRect(block)
    if is_picture(block):
        height = block.blockFormat().lineHeight() * zoom_of(block.document())
        return QRectF(lines.left(), block.layout().position().y(), lines.width(), height)
    return lines


def zoom_of(document: QTextDocument) -> float:
    """By how much the layout multiplies heights."""
    device = document.documentLayout().paintDevice()
    screen = QGuiApplication.primaryScreen()
    return 1.0 if device is None else device.logicalDpiY() / screen.logicalDotsPerInchY()


def paint_picture(
    painter: QPainter, block: QTextBlock, area: QRectF, theme: Theme, pictures: Pictures | None
) -> None:
    """Draw the picture of a block, and its caption below."""
    _, attrs = block_meaning(block.blockFormat())
    rect = picture_rect(block, area)
    paint_image(painter, rect, attrs, theme, pictures)
    caption = _text(attrs, "caption")
    if caption:
        painter.setFont(_caption_font(block))
        painter.setPen(theme.colour("text_2"))
        below = QRectF(area.left(), rect.bottom() + _GAP, area.width(), 0)
        below.setBottom(max(area.bottom(), below.top() + 1))
        flags = _Align.AlignHCenter | _Align.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, flags, caption)


def paint_image(
    painter: QPainter,
    rect: QRectF,
    attrs: Mapping[str, JsonValue],
    theme: Theme,
    pictures: Pictures | None,
) -> None:
    """Draw the picture that some attributes name, or what stands for it."""
    digest = _text(attrs, "digest")
    ratio = painter.device().devicePixelRatio()
    size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
    pixmap = None if pictures is None or not digest else pictures.pixmap(digest, size)
    if pixmap is not None:
        painter.drawPixmap(rect, pixmap, QRectF(pixmap.rect()))
        return
    painter.fillRect(rect, theme.colour("raised"))
    if pictures is None or not digest or pictures.is_missing(digest):
        painter.setPen(theme.colour("line_control"))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(theme.colour("text_3"))
        words = _text(attrs, "alt") or _text(attrs, "caption") or "□"
        inside = rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        painter.drawText(inside, _Align.AlignCenter | Qt.TextFlag.TextWordWrap, words)


def _caption_height(block: QTextBlock, attrs: Mapping[str, JsonValue]) -> float:
    """What the format left for the caption, at the zoom of the layout."""
    if not _text(attrs, "caption"):
        return 0.0
    room = block.blockFormat().property(properties.CAPTION_ROOM)
    return float(room or 0) * zoom_of(block.document())


def _caption_font(block: QTextBlock) -> QFont:
    font = QFont(block.document().defaultFont())
    font.setPixelSize(max(1, round(caption_size(font.pixelSize()))))
    return font


def _left(align: JsonValue, free: float) -> float:
    if align == "left":
        return 0.0
    return free if align == "right" else free / 2


def _text(attrs: Mapping[str, JsonValue], name: str) -> str:
    value = attrs.get(name)
    return value.strip() if isinstance(value, str) else ""
