# SPDX-License-Identifier: MIT
"""How a preset stands in the list: beside its icon, or beneath it where the list is narrow."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from novelist.ui.compile.words import OTHER_ICON
from novelist.ui.widgets.item_delegate import Index
from novelist.ui.widgets.painting import fill, frame, text_line
from novelist.ui.widgets.row_delegate import RowDelegate
from novelist.ui.widgets.row_look import RowRole
from novelist.ui.widgets.wrapped_text import wrapped_text

NARROW: Final = 96
"""The width at which the name stands on two lines beneath the icon; the rest comes as a hint."""
PRESET: Final = RowRole.LAST + 1
HINT: Final = RowRole.LAST + 2
CHANGED: Final = RowRole.LAST + 3
_HEIGHT: Final = 56
_ICON: Final = 18
_ABOVE: Final = 9  # pixels over an icon that has its name beneath it, as in the rail
_GAP: Final = 4
_BELOW: Final = 8
_DOT: Final = 6
_SIDE: Final = 8


class PresetDelegate(RowDelegate):
    """An icon, the name, and what it gives below; in a narrow list the name alone."""

    naming_begun = Signal()
    """A name is going to be typed: there has to be room for it."""
    named = Signal(object, str)
    """This name was typed for this preset."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and room around them, or an icon above two lines."""
        view = self.parent()
        assert isinstance(view, QAbstractItemView)
        width = view.viewport().width()
        if not _is_narrow(view.width()):
            return QSize(width, _HEIGHT)
        name = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        lines = min(2, self._wrapped(name, self._room(width)).lineCount())
        line = self._theme.type_style("caption").line
        return QSize(width, _ABOVE + _ICON + _GAP + lines * line + _BELOW)

    def _room(self, width: int) -> int:
        """For the name in a narrow list."""
        return width - 2 * self._theme.space("xs") - 4

    def _wrapped(self, name: str, room: int) -> QTextLayout:
        font, line = self._theme.font("caption"), self._theme.type_style("caption").line
        return wrapped_text(name, font, room, line, Qt.AlignmentFlag.AlignHCenter)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, icon, two lines."""
        theme = self._theme
        narrow = _is_narrow(option.rect.width())
        side = theme.space("xs") if narrow else _SIDE
        ground = QRectF(option.rect).adjusted(side, 1, -side, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        radius = theme.radius("control")
        if chosen:
            fill(painter, ground, theme.colour("selected"), radius)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            fill(painter, ground, theme.colour("hover"), radius)
        if self.ring_visible and option.state & QStyle.StateFlag.State_HasFocus:
            frame(painter, ground, theme.colour("focus"), radius, 2)
        ink = "accent" if chosen else "text_2"
        icon = self._icons.pixmap(str(index.data(RowRole.ICON) or OTHER_ICON), ink, _ICON)
        painter.save()
        if narrow:
            place = QPoint(round(ground.center().x()) - _ICON // 2, round(ground.top()) + _ABOVE)
            painter.drawPixmap(place, icon)
            self._paint_dot(painter, place, ink, index)
            self._paint_name(painter, ground, place.y() + _ICON + _GAP, ink, index)
        else:
            left = round(ground.left()) + theme.space("m")
            painter.drawPixmap(QPoint(left, round(ground.center().y()) - _ICON // 2), icon)
            self._paint_words(painter, option, index, left + _ICON + theme.space("m"), chosen)
        painter.restore()

    def _paint_dot(self, painter: QPainter, place: QPoint, ink: str, index: Index) -> None:
        """In place of the sign behind the name of one that was changed."""
        if index.data(CHANGED):
            spot = QRectF(place.x() + _ICON - _DOT / 2, place.y() - _DOT / 2, _DOT, _DOT)
            fill(painter, spot, self._theme.colour(ink), _DOT / 2)

    def _paint_name(
        self, painter: QPainter, ground: QRectF, top: int, ink: str, index: Index
    ) -> None:
        """Two lines at most; what has no place on them ends in an ellipsis."""
        name = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        room = round(ground.width()) - 4
        layout = self._wrapped(name, room)
        if layout.lineCount() > 2:
            start = layout.lineAt(1).textStart()
            metrics = QFontMetrics(self._theme.font("caption"))
            rest = metrics.elidedText(name[start:], Qt.TextElideMode.ElideRight, room)
            layout = self._wrapped(f"{name[:start].rstrip()}\n{rest}", room)
        painter.setPen(self._theme.colour(ink))
        layout.draw(painter, QPointF(ground.left() + 2, top))

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, left: int, chosen: bool
    ) -> None:
        theme = self._theme
        right = option.rect.right() - _SIDE - theme.space("s")
        top = option.rect.top() + theme.space("s")
        painter.setFont(theme.font("strong" if chosen else "body"))
        painter.setPen(theme.colour("text"))
        name = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if index.data(CHANGED):
            name = f"{name} •"
        text_line(painter, QRect(left, top, right - left, 20), name)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_2"))
        text_line(painter, QRect(left, top + 20, right - left, 20), str(index.data(HINT) or ""))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The list makes room for the name, however one begins to type it."""
        view = self.parent()
        assert isinstance(view, QAbstractItemView)
        self.naming_begun.emit()  # Qt places the name by the room that there was before
        QTimer.singleShot(0, view, view.updateEditorGeometries)
        return super().createEditor(parent, option, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The name is typed where it stands."""
        left = option.rect.left() + _SIDE + _ICON + 2 * self._theme.space("m") - 6
        editor.setGeometry(
            left, option.rect.top() + 2, option.rect.right() - _SIDE - left, _HEIGHT // 2 + 2
        )

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Tell the name that was typed."""
        text = editor.text().strip()  # type: ignore[attr-defined]
        preset = index.data(PRESET)
        if text and text != preset.name:
            self.named.emit(preset, text)


def _is_narrow(width: int) -> bool:
    return width <= NARROW
