# SPDX-License-Identifier: MIT
"""The seven hues side by side, one of them chosen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from novelist.domain.enums import Hue
from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import dot, fill, frame, painting

_DOT = 14


class HueRow(QWidget):
    """``chosen`` tells a person's choice; ``show_hue`` shows what is."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._swatches = {hue: _Swatch(theme, hue, self) for hue in Hue}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for swatch in self._swatches.values():
            self._group.addButton(swatch)
            row.addWidget(swatch)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.buttonClicked.connect(self._on_group_button_clicked)

    def show_hue(self, hue: str) -> None:
        """Mark the hue; "" marks none."""
        self._group.setExclusive(False)
        for each, swatch in self._swatches.items():
            swatch.setChecked(each == hue)
        self._group.setExclusive(True)

    def swatch(self, hue: Hue) -> QAbstractButton:
        """The button of a hue."""
        return self._swatches[hue]

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setAccessibleName(self.tr("Colour"))
        words = {
            Hue.SLATE: self.tr("Slate"),
            Hue.CLAY: self.tr("Clay"),
            Hue.OCHRE: self.tr("Ochre"),
            Hue.MOSS: self.tr("Moss"),
            Hue.TEAL: self.tr("Teal"),
            Hue.INDIGO: self.tr("Indigo"),
            Hue.PLUM: self.tr("Plum"),
        }
        for hue, word in words.items():
            self._swatches[hue].setAccessibleName(word)
            self._swatches[hue].setToolTip(word)

    def _on_group_button_clicked(self, button: QAbstractButton) -> None:
        hue = next(hue for hue, swatch in self._swatches.items() if swatch is button)
        self.chosen.emit(str(hue))


class _Swatch(QAbstractButton):
    """A dot; a ring round it where it is chosen, a ground where it is hot."""

    def __init__(self, theme: Theme, hue: Hue, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._hue = theme, hue
        self.setObjectName(f"hue_{hue}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(self.sizeHint())
        theme.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """A square that can be hit."""
        side = self._theme.size("header_icon")
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, ring, dot."""
        theme, radius = self._theme, self._theme.radius("control")
        ink = theme.label_colour(str(self._hue))
        with painting(self) as painter:
            if not self.isEnabled():
                painter.setOpacity(0.35)
            elif self.underMouse():
                fill(painter, self.rect(), theme.colour("hover"), radius)
            centre = QRectF(self.rect()).center()
            dot(painter, QPointF(centre), ink, _DOT)
            if self.isChecked():
                ring = self.rect().adjusted(3, 3, -3, -3)
                frame(painter, ring, ink, ring.width() / 2, 2)
            if self.hasFocus():
                frame(painter, self.rect(), theme.colour("focus"), radius, 2)
