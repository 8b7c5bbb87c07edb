# SPDX-License-Identifier: MIT
"""How a row of any list or tree is painted (look, sections 7 and 11)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.item_delegate import Index, ItemDelegate
from novelist.ui.widgets.painting import dot, fill, frame

_DOT = 8
_LEAD = 16  # width of the column that holds the chevron, the dot or the icon
_DOT_GAP = 6  # from that column to the title, where a row has a dot or its neighbours may
_SECTION_SHIFT = 6  # what stands under a part is moved by this little, not by a whole level


class RowRole(IntEnum):
    """What a model answers besides the title (``DisplayRole``) and the check (``CheckStateRole``).

    All are optional; None stands for "none".
    """

    DOT = Qt.ItemDataRole.UserRole + 1  # hue of a dot before the title: "moss"
    ICON = Qt.ItemDataRole.UserRole + 2  # Lucide name of an icon before the title
    COUNT = Qt.ItemDataRole.UserRole + 3  # str at the right end, in tabular figures
    MUTED = Qt.ItemDataRole.UserRole + 4  # bool: the title in text_3 (left out of the manuscript)
    SECTION = Qt.ItemDataRole.UserRole + 5  # bool: a part, 12 px and 600; its rows hardly indent
    NOTE = Qt.ItemDataRole.UserRole + 6  # str after the title, small, in text_3
    STRONG = Qt.ItemDataRole.UserRole + 7  # bool: the title at weight 600
    ICON_INK = Qt.ItemDataRole.UserRole + 8  # colour token of the icon, where not "text_2"
    LAST = Qt.ItemDataRole.UserRole + 32
    """Roles of a model's own begin above this."""


@dataclass(slots=True)
class RowLayout:
    """Where the pieces of one row stand."""

    ground: QRect
    chevron: QRect
    check: QRect
    mark: QRect
    title: QRect
    count: QRect


class RowDelegate(ItemDelegate):
    """Ground, chevron, check box, dot or icon, elided title, count.

    Set it on a ``RowTree`` or ``RowList`` (``ui/widgets/row_view.py``), which bring the rest:
    clicks on chevrons, the drop indicator, and when the focus ring shows.
    """

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget, *, height: str = "row") -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._height = height
        self.drop_into = QPersistentModelIndex()
        """The row a drag would be dropped into."""

    # -- geometry ------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows have one height; it grows with the font."""
        return QSize(0, self._theme.size(self._height))

    def layout(self, view: QWidget | None, rect: QRect, index: Index) -> RowLayout:
        """Where the pieces of the row stand; ``rect`` is the whole width of the view."""
        inset = self._theme.space("s")
        ground = rect.adjusted(inset, 0, -inset, 0)
        left = ground.left() + inset + self._indent(index)
        chevron = QRect()
        check = QRect()
        mark = QRect()
        tree = isinstance(view, QTreeView) and view.rootIsDecorated()
        if tree and index.model().hasChildren(index):
            chevron = _lead(left, rect)
            left += _LEAD + self._theme.space("xs")
        elif tree and index.data(RowRole.ICON):  # under the icons of rows that have a chevron
            left += _LEAD + self._theme.space("xs")
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            check = _lead(left, rect)
            left += _LEAD + inset
        if index.data(RowRole.DOT) or index.data(RowRole.ICON):
            mark = _lead(left, rect)
            left += _LEAD + (_DOT_GAP if index.data(RowRole.DOT) else inset)
        elif tree and chevron.isNull() and check.isNull():  # under the titles of its neighbours
            left += _LEAD + (_DOT_GAP if self.depth(index) else self._theme.space("xs"))
        count = self._count_rect(ground, str(index.data(RowRole.COUNT) or ""))
        right = (count.left() if not count.isNull() else ground.right() + 1) - inset
        title = QRect(left, rect.top(), max(right - left, 0), rect.height())
        return RowLayout(ground, chevron, check, mark, title, count)

    def depth(self, index: Index) -> int:
        """How many levels the row is indented; a part is none."""
        level, parent = 0, index.parent()
        while parent.isValid():
            level += 0 if parent.data(RowRole.SECTION) else 1
            parent = parent.parent()
        return level

    def _indent(self, index: Index) -> int:
        parent, shift = index.parent(), 0
        while parent.isValid():
            shift = _SECTION_SHIFT if parent.data(RowRole.SECTION) else shift
            parent = parent.parent()
        return self.depth(index) * self._theme.size("indent") + shift

    def _count_rect(self, ground: QRect, text: str) -> QRect:
        if not text:
            return QRect()
        width = _advance(self._theme.figures_font("small"), text)
        right = ground.right() + 1 - self._theme.space("s")
        return QRect(right - width, ground.top(), width, ground.height())

    # -- painting ------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row in the state it is in."""
        view = option.widget
        pieces = self.layout(view, option.rect, index)
        painter.save()
        self._paint_ground(painter, option, pieces.ground, index)
        self._paint_marks(painter, option, pieces, index)
        self._paint_title(painter, option, pieces.title, index)
        self._paint_count(painter, pieces.count, index)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, ground: QRect, index: Index
    ) -> None:
        radius = self._theme.radius("control")
        if self.drop_into.isValid() and self.drop_into == index:
            fill(painter, ground, self._theme.colour("accent_soft"), radius)
            frame(painter, ground, self._theme.colour("accent"), radius)
            return
        token = self._ground_token(option)
        if token:
            fill(painter, ground, self._theme.colour(token), radius)
        if self.ring_visible and option.state & QStyle.StateFlag.State_HasFocus:
            width = self._theme.size("focus_ring")
            frame(painter, ground, self._theme.colour("focus"), radius, width)

    def _ground_token(self, option: QStyleOptionViewItem) -> str:
        if option.state & QStyle.StateFlag.State_Selected:
            return "selected" if _has_focus(option.widget) else "selected_idle"
        hovered = option.state & QStyle.StateFlag.State_MouseOver
        return "hover" if hovered and option.state & QStyle.StateFlag.State_Enabled else ""

    def _paint_marks(
        self, painter: QPainter, option: QStyleOptionViewItem, pieces: RowLayout, index: Index
    ) -> None:
        if not pieces.chevron.isNull():
            opened = isinstance(option.widget, QTreeView) and option.widget.isExpanded(index)
            self._paint_icon(painter, "chevron-down" if opened else "chevron-right", pieces.chevron)
        if not pieces.check.isNull():
            state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
            enabled = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
            paint_check_box(painter, self._theme, self._icons, pieces.check, state, enabled=enabled)
        hue, icon = index.data(RowRole.DOT), index.data(RowRole.ICON)
        if hue:
            centre = QPointF(QRectF(pieces.mark).center())
            dot(painter, centre, self._theme.label_colour(str(hue)), _DOT)
        elif icon:
            ink = str(index.data(RowRole.ICON_INK) or "text_2")
            self._paint_icon(painter, str(icon), pieces.mark, ink)

    def _paint_icon(self, painter: QPainter, name: str, rect: QRect, ink: str = "text_2") -> None:
        side = self._theme.size("icon_small" if name.startswith("chevron") else "icon_row")
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        square.moveTo(round(square.left()), round(square.top()))
        self._icons.paint(painter, name, square, ink)

    def _paint_title(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, index: Index
    ) -> None:
        painter.setFont(self._title_font(option, index))
        painter.setPen(self._theme.colour(self._title_ink(option, index)))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "").replace("\n", " ")
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _LEFT, shown)
        note = str(index.data(RowRole.NOTE) or "")
        used = metrics.horizontalAdvance(shown) + self._theme.space("s")
        if note and used < rect.width():
            self._paint_note(painter, rect.adjusted(used, 0, 0, 0), note)

    def _paint_note(self, painter: QPainter, rect: QRect, note: str) -> None:
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("text_3"))
        metrics = painter.fontMetrics()
        painter.drawText(
            rect, _LEFT, metrics.elidedText(note, Qt.TextElideMode.ElideRight, rect.width())
        )

    def _title_font(self, option: QStyleOptionViewItem, index: Index) -> QFont:
        if index.data(RowRole.SECTION):
            font = self._theme.font("small")
            font.setWeight(QFont.Weight.DemiBold)
            return font
        font = self._theme.font("strong" if index.data(RowRole.STRONG) else "body")
        if option.state & QStyle.StateFlag.State_Selected and not index.data(RowRole.STRONG):
            font.setWeight(QFont.Weight.Medium)
        return font

    def _title_ink(self, option: QStyleOptionViewItem, index: Index) -> str:
        if not option.state & QStyle.StateFlag.State_Enabled:
            return "text_disabled"
        if index.data(RowRole.MUTED):
            return "text_3"
        return "text_2" if index.data(RowRole.SECTION) else "text"

    def _paint_count(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if rect.isNull():
            return
        painter.setFont(self._theme.figures_font("small"))
        painter.setPen(self._theme.colour("text_3"))
        painter.drawText(rect, _RIGHT, str(index.data(RowRole.COUNT)))

    # -- renaming in place ---------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field over the title."""
        editor = QLineEdit(parent)
        editor.setObjectName("row_editor")
        editor.setFont(self._theme.font("body"))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The field covers the title and the count."""
        pieces = self.layout(option.widget, option.rect, index)
        editor.setGeometry(pieces.title.adjusted(-9, 0, 0, 0) | pieces.count)


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def paint_check_box(
    painter: QPainter,
    theme: Theme,
    icons: Icons,
    rect: QRect,
    state: Qt.CheckState,
    *,
    enabled: bool = True,
) -> None:
    """A check box of 16 px, as the style sheet draws it, for rows that have one."""
    radius = theme.radius("tag")
    if state is Qt.CheckState.Unchecked:
        fill(painter, rect, theme.colour("raised"), radius)
        frame(painter, rect, theme.colour("line_control" if enabled else "line"), radius)
        return
    fill(painter, rect, theme.colour("accent" if enabled else "line_button"), radius)
    mark = "check" if state is Qt.CheckState.Checked else "minus"
    icons.paint(painter, mark, QRectF(rect).adjusted(1, 1, -1, -1), "on_accent")


def _lead(left: int, rect: QRect) -> QRect:
    """The square for a chevron, check box, dot or icon, in the middle of the row's height."""
    return QRect(left, rect.top() + (rect.height() - _LEAD) // 2, _LEAD, _LEAD)


def _has_focus(view: QWidget | None) -> bool:
    """Whether the panel is the one being used; its rename field counts as itself."""
    if view is None or not view.isActiveWindow():
        return False
    focused = view.window().focusWidget()
    return focused is not None and (focused is view or view.isAncestorOf(focused))


def _advance(font: QFont, text: str) -> int:
    return QFontMetrics(font).horizontalAdvance(text)
