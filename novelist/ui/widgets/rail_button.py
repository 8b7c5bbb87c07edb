# SPDX-License-Identifier: MIT
"""An entry of the activity bar: an icon and a word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.hover_button import HoverButton
from novelist.ui.widgets.painting import fill, painting


class RailButton(HoverButton):
    """56 by 52 pixels with its word below the icon; without the word 40 by 40.

    A checkable one shows the page that is open: ``selected`` ground and accent ink.
    """

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        icon: str,
        parent: QWidget | None = None,
        *,
        checkable: bool = True,
        with_label: bool = True,
    ) -> None:
        super().__init__(theme, parent)
        self._icons = icons
        self._icon_name = icon
        self._with_label = with_label
        self.setCheckable(checkable)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str, tooltip: str = "") -> None:
        """The visible word, which is also what a screen reader says."""
        self.setText(name)
        self.setAccessibleName(name)
        self.setToolTip(tooltip or ("" if self._with_label else name))

    def sizeHint(self) -> QSize:
        """The size by the tokens."""
        return self._theme.extent("rail_item") if self._with_label else QSize(40, 40)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than the hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground by state, icon, word."""
        ground, ink = self._state()
        with painting(self) as painter:
            if ground:
                radius = self._theme.radius("control")
                fill(painter, self.rect(), self._theme.colour(ground), radius)
            self._paint_icon(painter, ink)
            if self._with_label:
                self._paint_label(painter, ink)

    def _state(self) -> tuple[str, str]:
        if not self.isEnabled():
            return "", "text_disabled"
        if self.isDown():
            return "pressed", "text"
        if self.isChecked():
            return "selected", "accent"
        return ("hover", "text") if self.is_hovered else ("", "text_2")

    def _paint_icon(self, painter: QPainter, ink: str) -> None:
        side = self._theme.size("icon")
        top = 9 if self._with_label else (self.height() - side) / 2
        rect = QRectF(round((self.width() - side) / 2), round(top), side, side)
        self._icons.paint(painter, self._icon_name, rect, ink)

    def _paint_label(self, painter: QPainter, ink: str) -> None:
        style = self._theme.type_style("caption")
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colour(ink))
        rect = QRectF(0, self.height() - style.line - 6, self.width(), style.line)
        metrics = painter.fontMetrics()
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 2)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
