# SPDX-License-Identifier: MIT
"""A sheet with a list at its left (mockup 17): what is chosen there stands at the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import horizontal_line, painting, vertical_line
from novelist.ui.widgets.sheet import Sheet

PADDING: Final = 32
RING_ROOM: Final = 4
"""Room at the left of the choices for the ring of what is chosen or focused."""
_CROSS_TOP: Final = 12
_GAP: Final = 4


class SidedSheet(Sheet):
    """Put the list into ``side``, the rest into ``body``; ``foot`` runs below that only."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        window: QWidget,
        *,
        size: QSize | None = None,
        side_width: int | None = None,
    ) -> None:
        self._side = QWidget()
        self._has_foot = True
        self._side_width = theme.size("sheet_list") if side_width is None else side_width
        super().__init__(theme, icons, window, size=size)

    @property
    def foot(self) -> QHBoxLayout:
        """The footer, for what stands at its left."""
        return self._footer

    def show_foot(self, shown: bool) -> None:
        """Give the footer its ground and line; without, the page runs down to the edge.

        Its widgets are shown and hidden by who put them there.
        """
        self._has_foot = shown
        self.update()

    def _lay_out(self) -> None:
        """The title heads the list at the left; the footer runs below the choices only."""
        theme = self._theme
        self._side.setParent(self._card)
        self._side.setFixedWidth(self._side_width)
        self.side = QVBoxLayout(self._side)
        self.side.setContentsMargins(0, 16, 0, 16)
        self.side.setSpacing(8)
        title = QHBoxLayout()
        title.setContentsMargins(16, 0, 16, 0)
        title.addWidget(self._title)
        self.side.addLayout(title)
        below_cross = _CROSS_TOP + self._cross.height() + _GAP
        self.body.setContentsMargins(PADDING - RING_ROOM, below_cross, 0, 0)
        self._footer.setContentsMargins(PADDING, 1, PADDING, 0)
        self._footer.setSpacing(12)
        self._footer.addStrut(theme.size("footer"))
        self._footer.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(self.body, 1)
        right.addLayout(self._footer)
        whole = QHBoxLayout(self._card)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(self._side)
        whole.addLayout(right, 1)

    def _place(self) -> None:
        """The cross stands in the corner, above all that is scrolled."""
        super()._place()
        side = self._cross.width()
        self._cross.move(self._card.width() - side - PADDING + 8, _CROSS_TOP)
        self._cross.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, and on it the grounds of the list and the footer."""
        super().paintEvent(event)
        card = QRectF(self._card.geometry()).adjusted(1, 1, -1, -1)
        list_right = card.left() + self._side.width()
        foot = card.bottom() - self._theme.size("footer")
        path = QPainterPath()
        radius = self._theme.radius("popover") - 1
        path.addRoundedRect(card, radius, radius)
        line = self._theme.colour("line")
        with painting(self) as painter:
            painter.setClipPath(path)
            side = QRectF(card.left(), card.top(), self._side.width(), card.height())
            painter.fillRect(side, self._theme.colour("side"))
            footer = QRectF(list_right, foot, card.right() - list_right, card.bottom() - foot)
            if self._has_foot:
                painter.fillRect(footer, self._theme.colour("window"))
                horizontal_line(painter, list_right, card.right(), foot, line)
            vertical_line(painter, card.top(), card.bottom(), list_right, line)


def scrolled(page: QWidget) -> QScrollArea:
    """A page of the body, scrolled where the window is low."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    page.setContentsMargins(0, 0, PADDING, 16)
    area.setWidget(page)
    page.setAutoFillBackground(False)  # the scroll area has set it
    return area


def button_row(*buttons: QWidget) -> QHBoxLayout:
    """Buttons of a page side by side, from the left."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def inset_column(*widgets: QWidget) -> QVBoxLayout:
    """A column of a page; it leaves room at its left for the rings of what is chosen."""
    column = QVBoxLayout()
    column.setContentsMargins(RING_ROOM, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    return column
