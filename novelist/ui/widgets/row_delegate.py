# SPDX-License-Identifier: MIT
"""How a row of any list or tree is painted (look, sections 7 and 11)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter
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
from novelist.ui.widgets.row_look import RowLook, RowLooks

_DOT = 8
_LEAD = 16  # width of the column that holds the chevron, the dot or the icon
_DOT_GAP = 6  # from that column to the title, where a row has a dot or its neighbours may
_MOST_COUNT = 40  # percent of a row that what stands at its right end may take from its title
_SECTION_SHIFT = 6  # what stands under a part is moved by this little, not by a whole level


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
        self._looks = RowLooks(theme, self)
        self.drop_into = QPersistentModelIndex()
        """The row a drag would be dropped into."""

    # -- geometry ------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows have one height; it grows with the font."""
        return QSize(0, self._theme.size(self._height))

    def layout(self, view: QWidget | None, rect: QRect, index: Index) -> RowLayout:
        """Where the pieces of the row stand; ``rect`` is the whole width of the view."""
        look, depth = self._looks.of(index), self.depth(index)
        inset = self._theme.space("s")
        ground = rect.adjusted(inset, 0, -inset, 0)
        left = ground.left() + inset + depth * self._theme.size("indent")
        left += _SECTION_SHIFT if look.is_in_section else 0
        chevron = QRect()
        check = QRect()
        mark = QRect()
        tree = isinstance(view, QTreeView) and view.rootIsDecorated()
        if tree and look.has_children:
            chevron = _lead(left, rect)
            left += _LEAD + self._theme.space("xs")
        elif tree and look.icon:  # under the icons of rows that have a chevron
            left += _LEAD + self._theme.space("xs")
        if look.check is not None:
            check = _lead(left, rect)
            left += _LEAD + inset
        if look.dot or look.icon:
            mark = _lead(left, rect)
            left += _LEAD + (_DOT_GAP if look.dot else inset)
        elif tree and chevron.isNull() and check.isNull():  # under the titles of its neighbours
            left += _LEAD + (_DOT_GAP if depth else self._theme.space("xs"))
        count = self._count_rect(ground, look)
        right = (count.left() if not count.isNull() else ground.right() + 1) - inset
        title = QRect(left, rect.top(), max(right - left, 0), rect.height())
        return RowLayout(ground, chevron, check, mark, title, count)

    def depth(self, index: Index) -> int:
        """How many levels the row is indented; a part is none."""
        return self._looks.of(index).depth

    def _count_rect(self, ground: QRect, look: RowLook) -> QRect:
        if not look.count:
            return QRect()
        right = ground.right() + 1 - self._theme.space("s")
        width = min(look.count_width, ground.width() * _MOST_COUNT // 100)
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
        look, check = self._looks.of(index), pieces.check
        if look.check is not None:
            enabled = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
            paint_check_box(painter, self._theme, self._icons, check, look.check, enabled=enabled)
        if look.dot:
            centre = QPointF(QRectF(pieces.mark).center())
            dot(painter, centre, self._theme.label_colour(look.dot), _DOT)
        elif look.icon:
            self._paint_icon(painter, look.icon, pieces.mark, look.icon_ink)

    def _paint_icon(self, painter: QPainter, name: str, rect: QRect, ink: str = "text_2") -> None:
        side = self._theme.size("icon_small" if name.startswith("chevron") else "icon_row")
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        square.moveTo(round(square.left()), round(square.top()))
        self._icons.paint(painter, name, square, ink)

    def _paint_title(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, index: Index
    ) -> None:
        look = self._looks.of(index)
        font = self._title_font(option, look)
        painter.setFont(font)
        painter.setPen(self._theme.colour(_title_ink(option, look)))
        shown, used = look.fitting(look.title, font, rect.width())
        painter.drawText(rect, _LEFT, shown)
        used += self._theme.space("s")
        if look.note and used < rect.width():
            self._paint_note(painter, rect.adjusted(used, 0, 0, 0), look)

    def _paint_note(self, painter: QPainter, rect: QRect, look: RowLook) -> None:
        font = self._theme.font("small")
        painter.setFont(font)
        painter.setPen(self._theme.colour("text_3"))
        painter.drawText(rect, _LEFT, look.fitting(look.note, font, rect.width())[0])

    def _title_font(self, option: QStyleOptionViewItem, look: RowLook) -> QFont:
        if look.is_section:
            font = self._theme.font("small")
            font.setWeight(QFont.Weight.DemiBold)
            return font
        font = self._theme.font("strong" if look.is_strong else "body")
        if option.state & QStyle.StateFlag.State_Selected and not look.is_strong:
            font.setWeight(QFont.Weight.Medium)
        return font

    def _paint_count(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if rect.isNull():
            return
        look, font = self._looks.of(index), self._theme.figures_font("small")
        painter.setFont(font)
        painter.setPen(self._theme.colour("text_3"))
        is_whole = rect.width() >= look.count_width
        shown = look.count if is_whole else look.fitting(look.count, font, rect.width())[0]
        painter.drawText(rect, _RIGHT, shown)

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


def _title_ink(option: QStyleOptionViewItem, look: RowLook) -> str:
    if not option.state & QStyle.StateFlag.State_Enabled:
        return "text_disabled"
    if look.is_muted:
        return "text_3"
    return "text_2" if look.is_section else "text"
