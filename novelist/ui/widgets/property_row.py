# SPDX-License-Identifier: MIT
"""Rows of the inspector: what it is, and its value, edited in place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.elided_label import ElidedLabel
from novelist.ui.widgets.painting import dot, fill, frame, painting, text_line

_INSET = 8


class PropertyRow(QWidget):
    """A label of 104 px in ``text_3`` and a control; 32 px high.

    A control whose frame shows only when it is hot has an ``inset`` (the air inside its frame):
    it begins that much earlier, so that all values stand on one left edge.
    """

    def __init__(
        self, theme: Theme, value: QWidget, parent: QWidget | None = None, *, column: int = 0
    ) -> None:
        """With ``column`` the words of the value begin that many pixels after the label."""
        super().__init__(parent)
        self._theme = theme
        self._column = column
        self.value = value
        self.label = ElidedLabel(theme, "body", "text_3", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.label)
        fixed = value.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed
        row.addWidget(value, 0 if fixed else 1, Qt.AlignmentFlag.AlignVCenter)
        if fixed:
            row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_label(self, text: str) -> None:
        """The visible word, which names the control for a screen reader."""
        self.label.setText(text)
        self.value.setAccessibleName(text)

    def _on_theme_changed(self) -> None:
        inset = getattr(self.value, "inset", 0)
        self.label.setFixedWidth((self._column or self._theme.size("label_column")) - inset)
        self.setMinimumHeight(self._theme.size("row"))


class ValueButton(QAbstractButton):
    """A value chosen from a menu: dot and word at rest, a field's border and a chevron when hot.

    ``value_requested`` asks the panel to open the menu below the button.
    """

    value_requested = Signal()
    inset = _INSET

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._hue = ""
        self._tinted = False
        self._muted = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.value_requested)
        theme.theme_changed.connect(self.update)

    def set_value(
        self, text: str, hue: str = "", *, tinted: bool = False, muted: bool = False
    ) -> None:
        """The word, its dot, whether it stands on its tint (a label) or is a hint (none yet)."""
        self.setText(text)
        self.setAccessibleDescription(text)
        self._hue, self._tinted, self._muted = hue, tinted, muted
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a word; the row gives the rest."""
        return QSize(120, self._theme.size("row") - 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The value, and what shows that it can be changed."""
        hot = self.isEnabled() and (self.underMouse() or self.hasFocus() or self.isDown())
        with painting(self) as painter:
            if hot:
                radius = self._theme.radius("control")
                fill(painter, self.rect(), self._theme.colour("raised"), radius)
                frame(painter, self.rect(), self._theme.colour("line_button"), radius)
                side = self._theme.size("icon_small")
                top = (self.height() - side) // 2
                box = QRectF(self.width() - side - 8, top, side, side)
                self._icons.paint(painter, "chevron-down", box, "text_2")
            painter.setFont(self._theme.font("body"))
            left = self._paint_dot(painter)
            painter.setPen(self._theme.colour(self._ink()))
            room = QRect(left, 0, self.width() - left - (24 if hot else 4), self.height())
            text_line(painter, room, self.text())

    def _paint_dot(self, painter: QPainter) -> int:
        """The dot and, for a label, its tint; returns where the word begins."""
        if not self._hue:
            return _INSET
        if self._tinted:
            width = painter.fontMetrics().horizontalAdvance(self.text()) + 32
            rect = QRect(_INSET, (self.height() - 20) // 2, min(width, self.width() - 32), 20)
            fill(painter, rect, self._theme.tint(self._hue), self._theme.radius("tag"))
        left = _INSET + 8 if self._tinted else _INSET
        centre = QPointF(left + 4, self.height() / 2)
        dot(painter, centre, self._theme.label_colour(self._hue))
        return left + 16

    def _ink(self) -> str:
        if not self.isEnabled():
            return "text_disabled"
        return "text_3" if self._muted else "text"
