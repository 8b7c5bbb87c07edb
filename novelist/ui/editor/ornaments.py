# SPDX-License-Identifier: MIT
"""What the page shows that is not in the text: symbols of breaks, marks of lists, rules of letters.

A rule beside it tells a letter from a quotation, which stands in as far.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock

from novelist.domain import document as d
from novelist.domain.document import BREAK_SYMBOL, JsonValue
from novelist.ui.editor.picture_painting import is_picture, paint_picture
from novelist.ui.editor.pictures import Pictures
from novelist.ui.editor.properties import block_meaning
from novelist.ui.editor.ruby import paint_readings
from novelist.ui.editor.styles import VOID_KINDS, list_depth
from novelist.ui.theme import Theme

_BULLETS: Final = "•◦▪"
_MARK_GAP: Final = 8
_RULE: Final = 2
_RULE_TRIM: Final = 0.12  # of the first line: letters stand at the foot of theirs
_RULE_PLACE: Final = 0.5  # of the way from the edge of the column to the letter
_Align = Qt.AlignmentFlag


def symbol_of(block: QTextBlock) -> str:
    """What a scene break shows in its line; "" for every other block."""
    kind, attrs = block_meaning(block.blockFormat())
    if kind != d.SCENE_BREAK or block.length() > 1:
        return ""
    return _text(attrs, "symbol") or BREAK_SYMBOL


def paint_ornament(
    painter: QPainter,
    block: QTextBlock,
    area: QRectF,
    theme: Theme,
    pictures: Pictures | None = None,
) -> None:
    """Draw what belongs to a block whose lines lie in ``area``."""
    paint_readings(painter, block, area, theme)
    kind, attrs = block_meaning(block.blockFormat())
    if kind == d.LETTER:
        _paint_letter_rule(painter, block, area, theme)
    if kind not in VOID_KINDS and kind != d.LIST_ITEM:
        return
    painter.setFont(block.document().defaultFont())
    painter.setPen(theme.colour("text_3"))
    if kind == d.LIST_ITEM:
        _paint_list_mark(painter, block, attrs, area)
    elif is_picture(block):
        paint_picture(painter, block, area, theme, pictures)
    else:
        painter.drawText(area, _Align.AlignHCenter | _Align.AlignVCenter, symbol_of(block))


def _paint_letter_rule(painter: QPainter, block: QTextBlock, area: QRectF, theme: Theme) -> None:
    """Beside all of its lines, and on without a gap from those of the paragraph before."""
    first, above = block.layout().lineAt(0), block.previous()
    if above.isValid() and block_meaning(above.blockFormat())[0] == d.LETTER:
        top = area.top() - (_top(block) - _bottom(above))
    else:
        top = area.top() + first.y() + first.height() * _RULE_TRIM
    bottom = area.top() + (_bottom(block) - _top(block))
    left = area.left() + block.blockFormat().leftMargin() * _RULE_PLACE
    rule = QRectF(round(left), round(top), _RULE, round(bottom) - round(top))
    is_smooth = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # no seam between two parts
    painter.fillRect(rule, theme.colour("line_button"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_smooth)


def _top(block: QTextBlock) -> float:
    return block.layout().position().y()


def _bottom(block: QTextBlock) -> float:
    """Where its last line ends; what Qt calls its rectangle lacks what is above the first."""
    layout = block.layout()
    last = layout.lineAt(max(layout.lineCount() - 1, 0))
    return _top(block) + last.y() + last.height()


def _paint_list_mark(
    painter: QPainter, block: QTextBlock, attrs: Mapping[str, JsonValue], area: QRectF
) -> None:
    depth = list_depth(attrs)
    mark = f"{_number(block)}." if attrs.get("ordered") is True else _BULLETS[depth % 3]
    line = block.layout().lineAt(0)
    left = area.left() + line.x() - _MARK_GAP - painter.fontMetrics().horizontalAdvance(mark)
    baseline = block.layout().position().y() + line.y() + line.ascent()
    offset = area.top() - block.document().documentLayout().blockBoundingRect(block).top()
    painter.drawText(QPointF(left, baseline + offset), mark)


def _number(block: QTextBlock) -> int:
    """The place of an ordered item among its neighbours of the same depth."""
    depth = list_depth(block_meaning(block.blockFormat())[1])
    number, above = 1, block.previous()
    while above.isValid():
        kind, attrs = block_meaning(above.blockFormat())
        if kind != d.LIST_ITEM or list_depth(attrs) < depth:
            break
        if list_depth(attrs) == depth:
            if attrs.get("ordered") is not True:
                break
            number += 1
        above = above.previous()
    return number


def _text(attrs: Mapping[str, JsonValue], name: str) -> str:
    value = attrs.get(name)
    return value if isinstance(value, str) else ""
