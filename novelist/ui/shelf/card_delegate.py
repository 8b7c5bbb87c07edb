# SPDX-License-Identifier: MIT
"""How a novel stands on the shelf: cover, name, progress, length, day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPen,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from novelist.ui.icons import Icons
from novelist.ui.shelf.caption import length_label, percent_done, touched_label
from novelist.ui.shelf.cover import CoverText, cover_pair, paint_cover
from novelist.ui.shelf.model import Index, ShelfRole
from novelist.ui.shelf.open_button import paint_open_button
from novelist.ui.theme import Theme
from novelist.ui.widgets.goal_bar import HEIGHT as BAR_HEIGHT
from novelist.ui.widgets.goal_bar import goal_track
from novelist.ui.widgets.item_delegate import ItemDelegate
from novelist.ui.widgets.painting import bar, fill, frame
from novelist.ui.widgets.shadow import paint_shadow

if TYPE_CHECKING:
    from novelist.services.novels import NovelCard

PAD = 16  # between the edge of a cell and its cover: half the distance of two covers
_ABOVE = 8  # room for the shadow and the ring over a cover
_BELOW = 32  # from a caption to the next row
_GROUND = 10  # how far the ground of a chosen card reaches beyond its cover
_SHADOW = 9
_PERCENT = 40  # room for "100%" beside the bar


class CardDelegate(ItemDelegate):
    """Paints a cell of the shelf, and lets the name be typed over."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self.offers_to_open = True

    def cell(self) -> QSize:
        """The size of every cell; captions grow with the font."""
        cover = self._theme.extent("cover")
        lines = self._line("strong") + self._line("body") + 2 * self._line("small")
        return QSize(cover.width() + 2 * PAD, _ABOVE + cover.height() + lines + 12 + _BELOW)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One size for all."""
        return self.cell()

    def cover_rect(self, cell: QRect) -> QRect:
        """Where the cover stands in its cell."""
        return QRect(cell.topLeft() + QPoint(PAD, _ABOVE), self._theme.extent("cover"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground by state, then the tile or the card."""
        card: NovelCard | None = index.data(ShelfRole.CARD)
        cover = self.cover_rect(option.rect)
        painter.save()
        if card is None:
            self._paint_tile(painter, option, cover, str(index.data()))
        else:
            self._paint_ground(painter, option)
            self._paint_cover(painter, cover, card)
            self._paint_caption(painter, cover, card, str(index.data()))
            self._offer_to_open(painter, option, cover)
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if self.ring_visible and focused:
            self._paint_ring(painter, cover)
        painter.restore()

    # -- the card ------------------------------------------------------------------------------

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        token = ""
        if option.state & QStyle.StateFlag.State_Selected:
            view = option.widget
            token = "selected" if view is not None and view.hasFocus() else "selected_idle"
        elif option.state & QStyle.StateFlag.State_MouseOver:
            token = "hover"
        if token:
            out = PAD - _GROUND
            ground = option.rect.adjusted(out, 0, -out, 0)
            ground.setTop(option.rect.top() + _ABOVE - _GROUND + 2)
            ground.setBottom(option.rect.bottom() - _BELOW + 10)
            fill(painter, ground, self._theme.colour(token), self._theme.radius("card"))

    def _paint_cover(self, painter: QPainter, rect: QRect, card: NovelCard) -> None:
        paint_shadow(painter, rect, self._theme, self._theme.radius("cover"), _SHADOW)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect.topLeft(), self._cover(card, rect.size(), ratio))

    def _cover(self, card: NovelCard, size: QSize, ratio: float) -> QPixmap:
        """The cover at the pixels of the screen, drawn once."""
        text = CoverText(card.id, card.title.strip(), card.author.strip(), card.cover)
        key = f"cover-{self._theme.name}-{cover_pair(self._theme, text)}-{ratio}-{text}"
        pixmap = QPixmap()
        if not QPixmapCache.find(key, pixmap):
            pixmap = QPixmap(size * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            canvas = QPainter(pixmap)
            canvas.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_cover(canvas, self._theme, QRectF(0, 0, size.width(), size.height()), text)
            canvas.end()
            QPixmapCache.insert(key, pixmap)
        return pixmap

    def _offer_to_open(self, painter: QPainter, option: QStyleOptionViewItem, cover: QRect) -> None:
        hot = option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected)
        if self.offers_to_open and hot:
            paint_open_button(painter, self._theme, cover, self.tr("Open"))

    def _paint_caption(self, painter: QPainter, cover: QRect, card: NovelCard, name: str) -> None:
        line = self.name_rect(cover)
        self._write(painter, line, name, self._theme.font("strong"), "text")
        line = self._below(line, "body")
        percent = percent_done(card)
        if percent is not None:
            self._paint_progress(painter, line, percent)
            line = self._below(line, "small")
        else:
            line = QRect(line.left(), line.top(), line.width(), self._line("small"))
        small = self._theme.font("small")
        self._write(painter, line, length_label(card), self._theme.figures_font("small"), "text_2")
        line = self._below(line, "small")
        self._write(painter, line, touched_label(card), small, "text_3")

    def name_rect(self, cover: QRect) -> QRect:
        """Where the name stands under the cover."""
        return QRect(cover.left(), cover.bottom() + 13, cover.width(), self._line("strong"))

    def _paint_progress(self, painter: QPainter, line: QRect, percent: int) -> None:
        top = line.top() + (line.height() - BAR_HEIGHT) // 2
        track = QRectF(line.left(), top, line.width() - _PERCENT, BAR_HEIGHT)
        accent = self._theme.colour("accent")
        bar(painter, track, percent / 100, accent, goal_track(self._theme))
        number = QRect(line.right() + 1 - _PERCENT, line.top(), _PERCENT, line.height())
        font = self._theme.figures_font("small")
        align = Qt.AlignmentFlag.AlignRight
        self._write(painter, number, f"{percent}%", font, "text_2", align)

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        font: QFont,
        colour: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, shown)

    def _below(self, line: QRect, style: str) -> QRect:
        return QRect(line.left(), line.bottom() + 1, line.width(), self._line(style))

    def _line(self, style: str) -> int:
        return self._theme.type_style(style).line

    # -- the tile and the ring -----------------------------------------------------------------

    def _paint_tile(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, words: str
    ) -> None:
        radius = self._theme.radius("cover")
        hot = option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected)
        if hot:
            fill(painter, rect, self._theme.colour("hover"), radius)
        pen = QPen(self._theme.colour("line_control"), 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        side = self._theme.size("icon")
        plus = QRectF(rect.center().x() - side // 2, rect.center().y() - 26, side, side)
        ink = "text" if hot else "text_2"
        self._icons.paint(painter, "plus", plus, ink)
        below = QRect(rect.left(), rect.center().y() + 6, rect.width(), self._line("body"))
        centre = Qt.AlignmentFlag.AlignHCenter
        self._write(painter, below, words, self._theme.font("body"), ink, centre)

    def _paint_ring(self, painter: QPainter, cover: QRect) -> None:
        gap = self._theme.size("focus_gap") + self._theme.size("focus_ring")
        radius = self._theme.radius("cover") + gap
        colour: QColor = self._theme.colour("focus")
        ring = cover.adjusted(-gap, -gap, gap, gap)
        frame(painter, ring, colour, radius, self._theme.size("focus_ring"))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say the whole name where it is cut, and else how to open the novel."""
        name = str(index.data() or "")
        room = self._theme.extent("cover").width()
        if QFontMetrics(self._theme.font("strong")).horizontalAdvance(name) > room:
            QToolTip.showText(event.globalPos(), name, view)
            return True
        if self.offers_to_open and index.data(ShelfRole.CARD) is not None:
            QToolTip.showText(
                event.globalPos(), self.tr("Double-click or press Enter to open"), view
            )
            return True
        return super().helpEvent(event, view, option, index)

    # -- renaming in place ---------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field over the name."""
        editor = QLineEdit(parent)
        editor.setObjectName("rename_novel")
        editor.setAccessibleName(self.tr("Title of the novel"))
        editor.setFont(self._theme.font("strong"))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The field covers the name."""
        name = self.name_rect(self.cover_rect(option.rect))
        height = self._theme.size("field")
        top = name.center().y() - height // 2
        editor.setGeometry(name.left() - 10, top, name.width() + 20, height)
