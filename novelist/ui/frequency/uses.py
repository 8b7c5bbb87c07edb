# SPDX-License-Identifier: MIT
"""Words in rows with two columns of figures, and the heads above them, on the same edges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.item_delegate import Index
from novelist.ui.widgets.painting import painting
from novelist.ui.widgets.row_delegate import RowDelegate
from novelist.ui.widgets.row_look import RowLook, RowRole
from novelist.ui.widgets.row_view import RowList

_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class UseRow(NamedTuple):
    """A word, how often it stands there, and how often in a thousand words, as people read it."""

    text: str
    number: str
    share: str


class UsesModel(QAbstractListModel):
    """The rows, the most frequent first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[UseRow, ...] = ()

    def show_rows(self, rows: Sequence[UseRow]) -> bool:
        """Hold these; whether they are others than before."""
        if tuple(rows) == self.rows:
            return False
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()
        return True

    def row_of(self, text: str) -> int:
        """The row of a word; -1 where it is not here."""
        return next((at for at, row in enumerate(self.rows) if row.text == text), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Qt: one a word."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Qt: the word; its figures in one for who hears them."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.text
        if role == RowRole.COUNT:
            return row.number
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.text}, {row.number}, {row.share}"
        return None


class FigureColumns:
    """Where the two columns of figures stand in a row; the heads ask the same."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.heads = ("", "")
        self._widths = (0, 0)

    def fit(self, heads: tuple[str, str], rows: Sequence[UseRow]) -> None:
        """Make room for these heads, and for the figures of all rows."""
        self.heads = heads
        head = QFontMetrics(self._theme.font("caption"))
        figure = QFontMetrics(self._theme.figures_font("small"))
        columns = ([row.number for row in rows], [row.share for row in rows])
        first, second = (
            max(head.horizontalAdvance(word), *map(figure.horizontalAdvance, [*set(column), ""]))
            for word, column in zip(heads, columns, strict=True)
        )
        self._widths = (first, second)

    def places(self, row: QRect) -> tuple[QRect, QRect]:
        """The count and the share of a row; ``row`` is the whole width of the list."""
        first, second = self._widths
        right = row.right() + 1 - 2 * self._theme.space("s")
        share = QRect(right - second, row.top(), second, row.height())
        left = share.left() - self._theme.space("l") - first
        return QRect(left, row.top(), first, row.height()), share


class _UseDelegate(RowDelegate):
    """Two figures at the right end of a row."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget, columns: FigureColumns) -> None:
        super().__init__(theme, icons, parent)
        self._columns = columns

    def _count_rect(self, ground: QRect, look: RowLook) -> QRect:
        inset = self._theme.space("s")
        count, share = self._columns.places(ground.adjusted(-inset, 0, inset, 0))
        return count.united(share)

    def _paint_count(self, painter: QPainter, rect: QRect, index: Index) -> None:
        model = index.model()
        assert isinstance(model, UsesModel)
        row, inset = model.rows[index.row()], 2 * self._theme.space("s")
        painter.setFont(self._theme.figures_font("small"))
        figures = zip(("text_2", "text_3"), (row.number, row.share), strict=True)
        places = self._columns.places(rect.adjusted(0, 0, inset, 0))
        for place, (ink, figure) in zip(places, figures, strict=True):
            painter.setPen(self._theme.colour(ink))
            painter.drawText(place, _RIGHT, figure)


class UsesHeads(QWidget):
    """The names of the columns, right above their figures."""

    def __init__(self, theme: Theme, columns: FigureColumns, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._columns = theme, columns
        self.first = ""
        self.list: UsesList | None = None
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: three words."""
        width = self.width() if self.list is None else self.list.viewport().width()
        row = QRect(0, 0, width, self.height())
        with painting(self) as painter:
            painter.setFont(self._theme.font("caption"))
            painter.setPen(self._theme.colour("text_3"))
            left = row.adjusted(2 * self._theme.space("s"), 0, 0, 0)
            painter.drawText(left, _LEFT, self.first)
            places = self._columns.places(row)
            for place, head in zip(places, self._columns.heads, strict=True):
                painter.drawText(place, _RIGHT, head)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.size("row_compact"))
        self.update()


class UsesList(RowList):
    """A click or Enter finds a word, Esc goes back to the text."""

    found_wanted = Signal(QModelIndex)
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, columns: FigureColumns, parent: QWidget) -> None:
        super().__init__(theme, icons, parent)
        self.rows = _UseDelegate(theme, icons, self, columns)
        self.setItemDelegate(self.rows)
        self.uses = UsesModel(self)
        self.setModel(self.uses)
        self.clicked.connect(self.found_wanted)

    def show_rows(self, rows: Sequence[UseRow]) -> None:
        """Show these; who stood on a word stands on it still, at the same height."""
        before = self.currentIndex().data() if self.currentIndex().isValid() else ""
        top = self.verticalScrollBar().value()
        if not self.uses.show_rows(rows):
            return
        at = self.uses.row_of(before)
        if at >= 0:
            self.setCurrentIndex(self.uses.index(at))
        self.verticalScrollBar().setValue(top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: see the class."""
        index: QModelIndex | QPersistentModelIndex = self.currentIndex()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.show_ring(True)
            self.found_wanted.emit(index)
        else:
            super().keyPressEvent(event)
