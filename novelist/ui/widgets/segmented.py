# SPDX-License-Identifier: MIT
"""A choice of one among two to five, all visible: Scene | Chapter."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill, frame, painting, vertical_line


class Segmented(QWidget):
    """Segments side by side in one frame; arrows move the choice, Tab passes by the whole."""

    value_changed = Signal(str)
    """The user or the program chose another segment."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values: dict[str, _Segment] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.buttonToggled.connect(self._on_button_toggled)
        theme.theme_changed.connect(self.update)

    def set_segments(self, segments: Iterable[tuple[str, str]]) -> None:
        """The choices as (value, word); the words may be given anew in another language."""
        for value, word in segments:
            if value not in self._values:
                self._add(value)
            self._values[value].set_word(word)
        if self.value() is None and self._values:
            next(iter(self._values.values())).setChecked(True)

    def value(self) -> str | None:
        """The value that is chosen; None before there are segments."""
        return next((key for key, item in self._values.items() if item.isChecked()), None)

    def set_value(self, value: str) -> None:
        """Choose a segment."""
        self._values[value].setChecked(True)

    def set_available(self, value: str, available: bool) -> None:
        """Let a segment be chosen, or show that it cannot be now."""
        self._values[value].setEnabled(available)

    def focus_choice(self) -> None:
        """Give the keyboard to the segment that is chosen."""
        for segment in self._values.values():
            if segment.isChecked():
                segment.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab may come to."""
        return list(self._values.values())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame around all of them, and hairlines between."""
        radius = self._theme.radius("control")
        line = self._theme.colour("line_button")
        with painting(self) as painter:
            fill(painter, self.rect(), self._theme.colour("raised"), radius)
            for segment in list(self._values.values())[1:]:
                vertical_line(painter, 1, self.height() - 1, segment.x() - 1, line)
            frame(painter, self.rect(), line, radius)

    def _add(self, value: str) -> None:
        segment = _Segment(self._theme, self)
        segment.setObjectName(f"segment_{value}")
        segment.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._values[value] = segment
        self._group.addButton(segment)
        if self._row.count():
            self._row.addSpacing(1)
        self._row.addWidget(segment)
        self._mark_ends()

    def _mark_ends(self) -> None:
        segments = list(self._values.values())
        for place, segment in enumerate(segments):
            segment.set_ends(first=place == 0, last=place == len(segments) - 1)

    def _on_button_toggled(self, button: QAbstractButton, checked: bool) -> None:
        # Tab comes to the one that is chosen; arrows go on from there.
        strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(strong if checked else click)
        if checked:
            value = next(key for key, item in self._values.items() if item is button)
            self.value_changed.emit(value)


class _Segment(QAbstractButton):
    """One of the choices."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._first = self._last = False
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.updateGeometry)

    def set_word(self, word: str) -> None:
        """The visible word, which is also the accessible name."""
        self.setText(word)
        self.setAccessibleName(word)
        self.updateGeometry()

    def set_ends(self, *, first: bool, last: bool) -> None:
        """Round the outer corners."""
        self._first, self._last = first, last
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the bold word, so that nothing moves when it is chosen."""
        width = QFontMetrics(self._font(bold=True)).horizontalAdvance(self.text())
        return QSize(width + 2 * self._theme.space("m"), self._theme.size("button_small"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground by state, and the word."""
        ground = "selected" if self.isChecked() else "hover" if self.underMouse() else ""
        if self.isDown():
            ground = "pressed"
        ink = "text" if self.isEnabled() else "text_disabled"
        with painting(self) as painter:
            if ground and self.isEnabled():
                painter.fillPath(self._shape(), self._theme.colour(ground))
            painter.setFont(self._font(bold=self.isChecked()))
            painter.setPen(self._theme.colour(ink))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _font(self, *, bold: bool) -> QFont:
        font = self._theme.font("small")
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _shape(self) -> QPainterPath:
        radius = self._theme.radius("control") - 1
        path = QPainterPath()
        left = 0 if self._first else -radius
        right = self.width() + (0 if self._last else radius)
        path.addRoundedRect(QRectF(left, 0, right - left, self.height()), radius, radius)
        return path
