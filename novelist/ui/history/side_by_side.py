# SPDX-License-Identifier: MIT
"""Two versions beside each other, scrolling together from passage to passage."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from novelist.ui.editor.page import PageSettings
from novelist.ui.history.diff_text import PassageRange
from novelist.ui.history.version_view import VersionView
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.text_label import Hairline, TextLabel

_PAD = 24


class SideBySide(QWidget):
    """The older version at the left, the newer one at the right."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.then = VersionView(theme, icons, self, margin=0)
        self.then.setObjectName("history_side_then")
        self.now = VersionView(theme, icons, self, margin=0)
        self.now.setObjectName("history_side_now")
        self._heads = (
            TextLabel(theme, "small", "text_3", self),
            TextLabel(theme, "small", "text_3", self),
        )
        self._stops: list[tuple[int, int]] = []
        self._is_following = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for head, view in zip(self._heads, (self.then, self.now), strict=True):
            if row.count():
                row.addWidget(Hairline(theme, Qt.Orientation.Vertical, self))
            column = QVBoxLayout()
            column.setContentsMargins(0, theme.space("m"), 0, 0)
            head.setContentsMargins(_PAD, 0, _PAD, 0)
            column.addWidget(head)
            column.addWidget(view, 1)
            row.addLayout(column, 1)
        self.then.verticalScrollBar().valueChanged.connect(self._on_then_scrolled)
        self.now.verticalScrollBar().valueChanged.connect(self._on_now_scrolled)

    def set_page(self, settings: PageSettings, language: str) -> None:
        """Set texts as the editor does."""
        for view in (self.then, self.now):
            view.set_page(settings, language)

    def set_heads(self, then: str, now: str) -> None:
        """Say which versions they are."""
        for head, words in zip(self._heads, (then, now), strict=True):
            head.setText(words)

    def show_texts(
        self,
        then: tuple[QTextDocument, list[PassageRange]],
        now: tuple[QTextDocument, list[PassageRange]],
    ) -> None:
        """Show both; the first passage stands in view."""
        self._stops = []
        self._is_following = True
        self.then.show_text(*then)
        self.now.show_text(*now)
        for view in (self.then, self.now):
            view.verticalScrollBar().setValue(0)
        self._is_following = False

    def _meet(self) -> None:
        """Where the two texts stand at the same height: at the beginning of what is the same."""
        there = {each.passage: each for each in self.now.passages}
        self._stops = [(0, 0)]
        for each in self.then.passages:
            if each.passage in there:
                other = there[each.passage]
                self._stops.append((self.then.top_of(each), self.now.top_of(other)))
        ends = (self.then.verticalScrollBar().maximum(), self.now.verticalScrollBar().maximum())
        self._stops.append((max(ends[0], self._stops[-1][0]), max(ends[1], self._stops[-1][1])))

    def _on_then_scrolled(self, value: int) -> None:
        self._follow(value, self.now, 0)

    def _on_now_scrolled(self, value: int) -> None:
        self._follow(value, self.then, 1)

    def _follow(self, value: int, other: VersionView, side: int) -> None:
        """Scroll the other one as far."""
        if self._is_following or not self.isVisible():
            return
        self._is_following = True
        if not self._stops:
            self._meet()
        other.verticalScrollBar().setValue(_between(self._stops, value, side))
        self._is_following = False


def _between(stops: Sequence[tuple[int, int]], value: int, side: int) -> int:
    """Where the other side stands when one stands at ``value``."""
    for before, after in pairwise(stops):
        if value <= after[side]:
            length = after[side] - before[side]
            share = (value - before[side]) / length if length else 1.0
            return round(before[1 - side] + share * (after[1 - side] - before[1 - side]))
    return stops[-1][1 - side] if stops else value
