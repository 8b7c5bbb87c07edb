# SPDX-License-Identifier: MIT
"""Two versions beside each other, scrolling together from passage to passage."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from novelist.ui.editor.page import PageSettings
from novelist.ui.history.shown_text import PassageRange, ShownText
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
        self._pairs: list[tuple[PassageRange, PassageRange]] = []  # in both texts, in their order
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
        self.then.filled.connect(self._on_filled)
        self.now.filled.connect(self._on_filled)

    def set_page(self, settings: PageSettings, language: str) -> None:
        """Set texts as the editor does."""
        for view in (self.then, self.now):
            view.set_page(settings, language)

    def set_heads(self, then: str, now: str) -> None:
        """Say which versions they are."""
        for head, words in zip(self._heads, (then, now), strict=True):
            head.setText(words)

    def show_texts(self, then: ShownText, now: ShownText) -> None:
        """Show both, as they come; at last the first passage stands in view."""
        self._pairs = []
        self.then.show_text(then)
        self.now.show_text(now)

    def show_nothing(self) -> None:
        """Forget both, also what is still to come of them."""
        self._pairs = []
        for view in (self.then, self.now):
            view.show_nothing()

    def _on_filled(self) -> None:
        """Note the passages that both have: there they stand at the same height."""
        if not self.is_filled:
            return
        there = {each.passage: each for each in self.now.passages}
        self._pairs = [
            (each, there[each.passage]) for each in self.then.passages if each.passage in there
        ]
        if self.then.passages and not self._is_scrolled():
            self.then.bring_into_view(self.then.passages[0].start)

    @property
    def is_filled(self) -> bool:
        """Whether all of both is there."""
        return self.then.is_filled and self.now.is_filled

    def _is_scrolled(self) -> bool:
        return any(view.verticalScrollBar().value() for view in (self.then, self.now))

    def _meeting(self, value: int, side: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Where the texts stand at the same height, last before a place of one side and next."""
        views = (self.then, self.now)
        place = bisect_right(self._pairs, value, key=lambda pair: views[side].top_of(pair[side]))
        before, after = ((0, 0), tuple(view.verticalScrollBar().maximum() for view in views))
        if place:
            before = self._tops(self._pairs[place - 1])
        if place < len(self._pairs):
            after = self._tops(self._pairs[place])
        return before, (max(after[0], before[0]), max(after[1], before[1]))

    def _tops(self, pair: tuple[PassageRange, PassageRange]) -> tuple[int, int]:
        return self.then.top_of(pair[0]), self.now.top_of(pair[1])

    def _on_then_scrolled(self, value: int) -> None:
        self._follow(value, self.now, 0)

    def _on_now_scrolled(self, value: int) -> None:
        self._follow(value, self.then, 1)

    def _follow(self, value: int, other: VersionView, side: int) -> None:
        """Scroll the other one as far."""
        if self._is_following or not self.is_filled or not self.isVisible():
            return
        self._is_following = True
        before, after = self._meeting(value, side)
        other.verticalScrollBar().setValue(_between(before, after, value, side))
        self._is_following = False


def _between(before: tuple[int, int], after: tuple[int, int], value: int, side: int) -> int:
    """Where the other side stands when one stands at ``value``."""
    length = after[side] - before[side]
    share = min((value - before[side]) / length, 1.0) if length else 1.0
    return round(before[1 - side] + share * (after[1 - side] - before[1 - side]))
