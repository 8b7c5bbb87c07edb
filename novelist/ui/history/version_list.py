# SPDX-License-Identifier: MIT
"""The list of versions at the left: a heading a day, a row a step, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QLocale, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from novelist.domain.versions import Step
from novelist.services.history.snapshots import NamedMoment
from novelist.ui.history.words import REASON_ICONS, HistoryWords
from novelist.ui.icons import Icons
from novelist.ui.moments import day_label, time_label
from novelist.ui.theme import Theme
from novelist.ui.widgets.row_delegate import RowDelegate, RowLayout
from novelist.ui.widgets.row_look import RowRole
from novelist.ui.widgets.row_view import RowList

STEP: Final = RowRole.LAST + 1  # the ``Step`` of a row
_DAY: Final = RowRole.LAST + 2  # the date of a heading
_NAME: Final = RowRole.LAST + 3  # the ``NamedMoment`` of a step
_TIME: Final = RowRole.LAST + 4  # what stands before the title
_NEAR_END: Final = 10  # rows before the last from which more are asked for

Index = QModelIndex | QPersistentModelIndex
_Hint = QAbstractItemView.ScrollHint


class VersionListModel(QStandardItemModel):
    """Rows for ``VersionList``; days cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = HistoryWords(self)
        self._day: date | None = None
        self._newest: int | None = None

    def begin(self) -> None:
        """Show nothing."""
        self.removeRows(0, self.rowCount())  # ``clear`` lets a view choose each that comes up
        self._day = self._newest = None

    def add_steps(self, steps: Iterable[Step], names: Mapping[int, NamedMoment]) -> None:
        """Show older steps below what is shown."""
        for step in steps:
            saved_on = step.version.saved_at.astimezone().date()
            if saved_on != self._day:
                self._day = saved_on
                heading = _heading(saved_on)
                self.appendRow(heading)
                self._say(heading)
            if self._newest is None:
                self._newest = step.version.id
            row = QStandardItem()
            row.setData(step, STEP)
            row.setData(names.get(step.version.id), _NAME)
            self.appendRow(row)
            self._say(row)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        for number in range(self.rowCount()):
            self._say(self.item(number))

    def step(self, index: Index) -> Step | None:
        """The step of a row; None for a day."""
        found = index.data(STEP)
        return found if isinstance(found, Step) else None

    def name(self, index: Index) -> NamedMoment | None:
        """The name that the version of a row was given."""
        found = index.data(_NAME)
        return found if isinstance(found, NamedMoment) else None

    def rows(self) -> list[QModelIndex]:
        """The rows that can be chosen."""
        found = [self.index(row, 0) for row in range(self.rowCount())]
        return [index for index in found if self.step(index) is not None]

    def index_of(self, version_id: int) -> QModelIndex:
        """The row of the step that a version belongs to; none where it is not listed yet."""
        above = [index for index in self.rows() if self._id(index) >= version_id]
        return above[-1] if above else QModelIndex()

    def _id(self, index: QModelIndex) -> int:
        step = self.step(index)
        return step.version.id if step is not None else 0

    def _say(self, row: QStandardItem) -> None:
        step, day = row.data(STEP), row.data(_DAY)
        if not isinstance(step, Step):
            row.setText(day_label(day))
            return
        moment = self.name(row.index())
        is_now = step.version.id == self._newest
        text = self._words.reason(step.version.reason)
        if is_now:
            text = self.tr("Now")
        if moment is not None:
            text = moment.name or self.tr("Saved by you")
        difference = self._words.signed(step.difference)
        row.setText(text)
        icon = REASON_ICONS[step.version.reason]
        if moment is not None:
            icon = "bookmark" if moment.name else "save"
            row.setData("accent", RowRole.ICON_INK)
        row.setData(icon, RowRole.ICON)
        row.setData(time_label(step.version.saved_at), _TIME)
        row.setData(difference, RowRole.COUNT)
        said = [time_label(step.version.saved_at), text, difference]
        row.setData(", ".join(filter(None, said)), Qt.ItemDataRole.AccessibleTextRole)
        row.setToolTip(self._words.saves(step.saves) if step.saves > 1 else "")


class TimedRowDelegate(RowDelegate):
    """A row whose title stands after a time, in a column of their own."""

    _measured: tuple[str, str] | None = None
    _width = 0

    def layout(self, view: QWidget | None, rect: QRect, index: Index) -> RowLayout:
        """The title after the column of times."""
        pieces = super().layout(view, rect, index)
        if index.data(_TIME):
            left = pieces.title.left() + self._time_width()
            pieces.title.setLeft(min(left, pieces.title.right()))
        return pieces

    def _time_width(self) -> int:
        """Room for the widest time as the language writes it, and a gap."""
        font = self._theme.figures_font("body")
        key = (QLocale().name(), font.key())
        if key != self._measured:
            self._measured = key
            metrics = QFontMetrics(font)
            widest = max(metrics.horizontalAdvance(time) for time in _times_of_a_day())
            self._width = widest + self._theme.space("s")
        return self._width

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row, and its time."""
        super().paint(painter, option, index)
        time = index.data(_TIME)
        if not time:
            return
        title = self.layout(option.widget, option.rect, index).title
        painter.save()
        painter.setFont(self._theme.figures_font("body"))
        painter.setPen(self._theme.colour("text_2"))
        width = self._time_width()
        place = QRect(title.left() - width, title.top(), width, title.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, time)
        painter.restore()


class VersionList(RowList):
    """Asks for more when its end comes near."""

    more_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.rows = TimedRowDelegate(theme, icons, self)
        self.setItemDelegate(self.rows)
        self.versions = VersionListModel(self)
        self.setModel(self.versions)
        self.setObjectName("history_list")
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        """Bring a row into view, and its day where it is the first of one."""
        above = index.sibling(index.row() - 1, 0)
        if hint is _Hint.EnsureVisible and above.data(_DAY) is not None:
            super().scrollTo(above, hint)
        super().scrollTo(index, hint)

    def _on_scrolled(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() - _NEAR_END:
            self.more_wanted.emit()

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.row() >= self.versions.rowCount() - _NEAR_END:
            self.more_wanted.emit()


def _times_of_a_day() -> Iterator[str]:
    """How a time is written at each hour: with one figure or two, before noon and after."""
    for hour in range(24):
        yield time_label(datetime(2026, 1, 1, hour).astimezone())


def _heading(day: date) -> QStandardItem:
    row = QStandardItem()
    row.setData(day, _DAY)
    row.setData(True, RowRole.SECTION)
    row.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return row
