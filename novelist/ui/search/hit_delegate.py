# SPDX-License-Identifier: MIT
"""How a place that was found is painted: what goes struck through, what comes beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from novelist.ui.icons import Icons
from novelist.ui.search.glimpse import Glimpse
from novelist.ui.search.results import Heading, HitRole, ResultsModel
from novelist.ui.theme import Theme
from novelist.ui.widgets.item_delegate import Index, ItemDelegate
from novelist.ui.widgets.painting import fill, frame, horizontal_line
from novelist.ui.widgets.row_delegate import paint_check_box

_CHECK: Final = 16
_BOOK_PIXELS: Final = 17
_SHARE: Final = 0.4  # of the line that what stands before a place may take
_GAP: Final = 2  # between what goes and what comes
_AIR: Final = 2  # around them, of their grounds


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words with the colours they are painted in; ``ground`` and ``strike`` where they have one."""

    text: str
    ink: str
    ground: str = ""
    strike: bool = False


class HitDelegate(ItemDelegate):
    """A check box, then a heading or the words around a place."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self.language = "en"  # of the novel: which face its words are set in

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows have one height; it grows with the font."""
        return QSize(0, self._theme.size("row_table"))

    def check_rect(self, rect: QRect, index: Index) -> QRect:
        """Where the check box of a row stands."""
        left = rect.left() + self._theme.space("xl")
        if index.data(HitRole.HEADING) is None:
            left += self._theme.space("xl")
        return QRect(left, rect.top() + (rect.height() - _CHECK) // 2, _CHECK, _CHECK)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row in the state it is in."""
        painter.save()
        rect, heading = option.rect, index.data(HitRole.HEADING)
        self._paint_ground(painter, option, is_heading=heading is not None)
        check = self.check_rect(rect, index)
        state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        paint_check_box(painter, self._theme, self._icons, check, state)
        room = QRect(rect)
        room.setLeft(check.right() + 1 + self._theme.space("m"))
        room.setRight(rect.right() - self._theme.space("xl"))
        if heading is not None:
            self._paint_heading(painter, room, heading, index)
        else:
            self._paint_hit(painter, room, index)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, *, is_heading: bool
    ) -> None:
        token = "window" if is_heading else "page"
        if option.state & QStyle.StateFlag.State_Selected:
            has_focus = option.widget is not None and option.widget.hasFocus()
            token = "selected" if has_focus else "selected_idle"
        elif option.state & QStyle.StateFlag.State_MouseOver:
            token = "hover"
        rect = option.rect
        fill(painter, rect, self._theme.colour(token))
        line = self._theme.colour("line")
        horizontal_line(painter, rect.left(), rect.right() + 1, rect.bottom(), line)
        if self.ring_visible and option.state & QStyle.StateFlag.State_HasFocus:
            width = self._theme.size("focus_ring")
            inner = rect.adjusted(0, 0, 0, -1)
            frame(painter, inner, self._theme.colour("focus"), 0, width)

    # -- a heading -----------------------------------------------------------------------------

    def _paint_heading(
        self, painter: QPainter, room: QRect, heading: Heading, index: Index
    ) -> None:
        number = f"{heading.number}  " if heading.number is not None else ""
        novel = f"{heading.novel}  ·  " if heading.novel else ""
        model = index.model()
        said = model.said(heading) if isinstance(model, ResultsModel) else ""
        small = self._theme.font("small")
        taken = QFontMetrics(small).horizontalAdvance(said) + self._theme.space("m")
        strong = self._theme.font("strong")
        metrics = QFontMetrics(strong)
        title = metrics.elidedText(
            novel + number + heading.title, Qt.TextElideMode.ElideRight, room.width() - taken
        )
        self._draw(painter, room, title, strong, "text")
        rest = room.adjusted(metrics.horizontalAdvance(title) + self._theme.space("m"), 0, 0, 0)
        self._draw(painter, rest, said, small, "text_3")

    # -- a place -------------------------------------------------------------------------------

    def _paint_hit(self, painter: QPainter, room: QRect, index: Index) -> None:
        glimpse = index.data(HitRole.GLIMPSE)
        room = self._paint_note(painter, room, str(index.data(HitRole.FIELD)), glimpse)
        font = self._theme.book_font(self.language, self._book_pixels())
        metrics = QFontMetrics(font)
        ink = "text" if glimpse.is_chosen else "text_3"
        before = metrics.elidedText(
            glimpse.before, Qt.TextElideMode.ElideLeft, round(room.width() * _SHARE)
        )
        pieces = [_Piece(before, ink), *_middle(glimpse), _Piece(glimpse.after, ink)]
        painter.setClipRect(room)
        left, last = room.left(), pieces[-1]
        for piece in pieces:
            width = room.right() + 1 - left
            text = piece.text
            if piece is last or metrics.horizontalAdvance(text) > width:
                text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))
            left = self._paint_piece(painter, room, left, text, piece, font)

    def _paint_piece(
        self, painter: QPainter, room: QRect, left: int, text: str, piece: _Piece, font: QFont
    ) -> int:
        """Paint it; where the next one begins."""
        metrics = QFontMetrics(font)
        advance = metrics.horizontalAdvance(text)
        top = room.top() + (room.height() - metrics.height() + 1) // 2
        if piece.ground:
            ground = QRectF(left - _AIR, top, advance + 2 * _AIR, metrics.height())
            fill(painter, ground, self._theme.colour(piece.ground), _AIR)
        used = QFont(font)
        used.setStrikeOut(piece.strike)
        painter.setFont(used)
        painter.setPen(self._theme.colour(piece.ink))
        painter.drawText(left, top + metrics.ascent(), text)
        return left + advance + (_GAP + 2 * _AIR if piece.strike else 0)

    def _paint_note(self, painter: QPainter, room: QRect, field: str, glimpse: Glimpse) -> QRect:
        """Say at the right where it stands and that it is left; what room there is then."""
        kept = "" if glimpse.is_chosen else self.tr("Left as it is")
        note = self.tr(" · ", "between facts").join(each for each in (field, kept) if each)
        if not note:
            return room
        font = self._theme.font("small")
        width = QFontMetrics(font).horizontalAdvance(note)
        right = QRect(room.right() + 1 - width, room.top(), width, room.height())
        self._draw(painter, right, note, font, "text_3")
        return room.adjusted(0, 0, -(width + self._theme.space("l")), 0)

    def _draw(self, painter: QPainter, rect: QRect, text: str, font: QFont, ink: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _book_pixels(self) -> int:
        return round(_BOOK_PIXELS * self._theme.type_style("body").size / 13)


def _middle(glimpse: Glimpse) -> list[_Piece]:
    if glimpse.new is None:
        ink = "text" if glimpse.is_chosen else "text_3"
        return [_Piece(glimpse.old, ink, "find")]
    gone = _Piece(glimpse.old, "diff_del_text", "diff_del", strike=True)
    return [gone, _Piece(glimpse.new, "diff_add_text", "diff_add")]
