# SPDX-License-Identifier: MIT
"""The tree "What will be made": check boxes, titles, kinds and words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QMenu, QStyleOptionViewItem, QWidget

from novelist.domain.enums import ItemKind
from novelist.ui.icons import Icons
from novelist.ui.importing.model import KindRole, PlanModel
from novelist.ui.importing.plan import PlannedItem
from novelist.ui.labels import kind_label
from novelist.ui.theme import Theme
from novelist.ui.widgets.item_delegate import Index
from novelist.ui.widgets.menu import Menu
from novelist.ui.widgets.row_delegate import RowDelegate, RowLayout
from novelist.ui.widgets.row_look import RowRole
from novelist.ui.widgets.row_view import RowTree

_EDGE: Final = 8  # pixels right of the counts, and between them and the kinds
_GAP: Final = 6  # pixels before the chevron
_RARE: Final = (ItemKind.FRONT, ItemKind.BACK)  # long words on few rows: no column for them
_KIND_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4)


class PlanDelegate(RowDelegate):
    """A row with a check box, and its kind in a column before the count."""

    def __init__(self, theme: Theme, icons: Icons, model: PlanModel, parent: QWidget) -> None:
        super().__init__(theme, icons, parent)
        self._model = model
        self._widths: tuple[int, int] | None = None
        theme.theme_changed.connect(self.forget_widths)
        model.modelReset.connect(self.forget_widths)
        model.plan_changed.connect(self.forget_widths)

    def layout(self, view: QWidget | None, rect: QRect, index: Index) -> RowLayout:
        """The usual places, with room for the kind."""
        pieces = super().layout(view, rect, index)
        pieces.title.setRight(self.kind_rect(rect, index).left() - self._theme.space("s"))
        return pieces

    def kind_rect(self, rect: QRect, index: Index) -> QRect:
        """Where the kind stands in a row: in a column, which the longest words begin before."""
        count, column = self._columns()
        width = max(column, self._kind_width(index.data(KindRole.KIND)))
        right = rect.right() - self._theme.space("s") - _EDGE - count - (_EDGE if count else 0)
        return QRect(right - width, rect.top(), width, rect.height())

    def forget_widths(self) -> None:
        """Fonts, words or rows are others now: measure the columns anew."""
        self._widths = None

    def _columns(self) -> tuple[int, int]:
        """The widths of the column of counts and of that of kinds: no wider than they need."""
        if self._widths is None:
            figures = QFontMetrics(self._theme.figures_font("small"))
            count = figures.horizontalAdvance(self._model.widest_count())
            usual = [self._kind_width(k) for k in self._model.kinds() if k not in _RARE]
            self._widths = (count, max(usual, default=0))
        return self._widths

    def _kind_width(self, kind: ItemKind) -> int:
        words = QFontMetrics(self._theme.font("small"))
        return words.horizontalAdvance(kind_label(kind)) + _GAP + self._theme.size("icon_small")

    def depth(self, index: Index) -> int:
        """A scene stands under the name of its chapter."""
        level, parent = 0, index.parent()
        while parent.isValid():
            level += 2 if parent.data(KindRole.KIND) == ItemKind.CHAPTER else 1
            parent = parent.parent()
        return level

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row, then its kind, with a chevron where there is a choice."""
        super().paint(painter, option, index)
        place = self.kind_rect(option.rect, index)
        font = self._theme.font("small")
        name = kind_label(index.data(KindRole.KIND))
        painter.save()
        painter.setFont(font)
        painter.setPen(self._theme.colour("text_3" if index.data(RowRole.MUTED) else "text_2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        if index.data(KindRole.HAS_CHOICE):
            side = self._theme.size("icon_small")
            left = place.left() + QFontMetrics(font).horizontalAdvance(name) + _GAP
            top = place.top() + (place.height() - side) // 2
            self._icons.paint(painter, "chevron-down", QRectF(left, top, side, side), "text_2")
        painter.restore()


class PlanTree(RowTree):
    """Shows a ``PlanModel``; Space takes in or leaves out, Enter or F4 opens the menu of kinds."""

    def __init__(
        self, theme: Theme, icons: Icons, model: PlanModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, icons, parent)
        self.delegate = PlanDelegate(theme, icons, model, self)
        self.rows = self.delegate
        self.setItemDelegate(self.delegate)
        self._plan_model = model
        self.setObjectName("import_tree")
        self.setModel(model)

    def current_item(self) -> PlannedItem | None:
        """What the caret of the tree is on."""
        return self._plan_model.planned(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.delegate.forget_widths()
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row; its check box and its kind do what they show."""
        super().mousePressEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._press(index, point)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click is a press like the first."""
        self.mousePressEvent(event)

    def _press(self, index: QModelIndex, point: QPoint) -> None:
        rect = self.visualRect(index)
        check = self.rows.layout(self, rect, index).check
        if check.adjusted(-4, -8, 4, 8).contains(point):
            self._toggle(index)
        elif self.delegate.kind_rect(rect, index).contains(point):
            self.open_kinds(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the kinds, by mouse or by the menu key."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.open_kinds(self.indexAt(event.pos()) if by_mouse else self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space checks, Enter and F4 open the kinds; the arrows walk, open and close."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space:
            self._toggle(self.currentIndex())
        elif event.key() in _KIND_KEYS and not control:
            self.open_kinds(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a row that the keys go to."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def open_kinds(self, index: QModelIndex) -> QMenu | None:
        """Open the menu of what the thing may be; None where there is no choice."""
        item = self._plan_model.planned(index)
        if item is None or len(item.kinds()) < 2:
            return None
        menu = Menu(self.theme, self)
        menu.setObjectName("import_kinds")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in item.kinds():
            action = menu.addAction(kind_label(kind))
            action.setCheckable(True)
            action.setChecked(kind == item.kind)
            action.triggered.connect(lambda _checked, to=kind: self._set_kind(item, to))
        place = self.delegate.kind_rect(self.visualRect(index), index)
        menu.popup(self.viewport().mapToGlobal(place.bottomLeft()))
        return menu

    def _set_kind(self, item: PlannedItem, kind: ItemKind) -> None:
        index = self._plan_model.index_of(item)
        self._plan_model.set_kind(index, kind)
        self.expand(index)

    def _toggle(self, index: QModelIndex) -> None:
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self._plan_model.set_chosen(index, not checked)
