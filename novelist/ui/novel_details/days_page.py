# SPDX-License-Identifier: MIT
"""The page "Written so far": how much was written on which day, as other programs counted it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QStyleOptionViewItem, QWidget

from novelist.domain.writing_days import Summary, WrittenDays, summary
from novelist.ui.icons import Icons
from novelist.ui.labels import count_label
from novelist.ui.novel_details.days_model import SHARE, DaysModel, Index
from novelist.ui.novel_details.days_words import DaysWords
from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.row_delegate import RowDelegate
from novelist.ui.widgets.row_view import RowTree
from novelist.ui.widgets.sided_sheet import RING_ROOM
from novelist.ui.widgets.text_label import TextLabel

_FIGURES: Final = ("days", "words", "best", "time")
_BAR: Final = 8  # pixels high
_BAR_LEFT, _BAR_WIDTH = 0.5, 0.28  # of a row: behind the longest title, before the count


class DaysPage(Retranslated, QWidget):
    """Four figures over the months, which open into days. Nothing of it can be changed."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("novel_days_page")
        self._theme = theme
        self._words = DaysWords(self)
        self._summary: Summary | None = None
        self._language = ""
        self._days: WrittenDays = {}
        self.model = DaysModel(self)
        self.tree = RowTree(theme, icons, self, delegate=_BarDelegate(theme, icons, self))
        self.tree.setObjectName("novel_days")
        self.tree.setModel(self.model)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._heading = TextLabel(theme, "strong", "text", self)
        self._hint = TextLabel(theme, "small", "text_2", self, wrap=True)
        self._heads = {name: TextLabel(theme, "small", "text_2", self) for name in _FIGURES}
        self.figures = {name: TextLabel(theme, "heading", "text", self) for name in _FIGURES}
        for name, label in self.figures.items():
            label.setObjectName(f"novel_days_{name}")
        self._lay_out()
        self.retranslate()

    def show_days(self, days: WrittenDays, language: str) -> None:
        """Show these of a novel in that language; the latest month is open."""
        self._days, self._language, self._summary = days, language, summary(days)
        self.model.show_days(days, language)
        self.tree.expand(self.model.index(0, 0))
        self.tree.setCurrentIndex(self.model.index(0, 0))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        heading = self.tr("Written so far")
        self._heading.setText(heading)
        self.tree.setAccessibleName(heading)
        self._hint.setText(
            self.tr(
                "Counted by the program that this novel came from: words written, less words "
                "removed."
            )
        )
        heads = {
            "days": self.tr("Days"),
            "words": self.tr("In all"),
            "best": self.tr("Best day: {count}").format(count=self._best()),
            "time": self.tr("Time spent"),
        }
        for name, head in heads.items():
            self._heads[name].setText(head)
            self.figures[name].setText(self._figure(name))
            self.figures[name].setAccessibleName(f"{head}: {self._figure(name)}")
            self._heads[name].setVisible(bool(self._figure(name)))
            self.figures[name].setVisible(bool(self._figure(name)))
        self.tree.viewport().update()

    def _figure(self, name: str) -> str:
        whole = self._summary
        if whole is None:
            return ""
        if name == "days":
            return self._words.days(whole.days)
        if name == "words":
            return count_label(whole.words, self._language)
        if name == "best":
            return self._words.brief_day(whole.best)
        return self._words.time(whole.seconds) if whole.seconds else ""

    def _best(self) -> str:
        """The words of the best day."""
        best = self._summary.best if self._summary else None
        return count_label(self._days[best].words, self._language) if best else ""

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(RING_ROOM, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.space("l"))
        grid.setVerticalSpacing(self._theme.space("xs"))
        across = len(_FIGURES)
        grid.addWidget(self._heading, 0, 0, 1, across)
        grid.addWidget(self._hint, 1, 0, 1, across)
        grid.setRowMinimumHeight(2, self._theme.space("s"))
        for column, name in enumerate(_FIGURES):
            grid.setColumnStretch(column, 1)
            grid.addWidget(self._heads[name], 3, column)
            grid.addWidget(self.figures[name], 4, column)
        grid.setRowMinimumHeight(5, self._theme.space("s"))
        grid.addWidget(self.tree, 6, 0, 1, across)
        grid.setRowStretch(6, 1)


class _BarDelegate(RowDelegate):
    """A row with a bar before its count, as long as its share of the largest."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: the row, then the bar."""
        super().paint(painter, option, index)
        rect = QRectF(option.rect)
        whole = rect.width() * _BAR_WIDTH
        length = whole * float(index.data(SHARE) or 0.0)
        if length < 1:
            return
        left = rect.left() + rect.width() * _BAR_LEFT
        if option.direction == Qt.LayoutDirection.RightToLeft:
            left = rect.right() - rect.width() * _BAR_LEFT - length
        bar = QRectF(left, rect.center().y() - _BAR / 2, length, _BAR)
        fill(painter, bar, self._theme.colour("accent"), 2)
