# SPDX-License-Identifier: MIT
"""A label in one of the type styles, and the hairline that separates surfaces."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette, QShowEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import horizontal_line, painting, vertical_line
from novelist.ui.widgets.wrapped_text import wrapped_text

_KEPT_COUNTS: Final = 8


class TextLabel(QLabel):
    """Text in a type style (``small``, ``strong``, …) and a colour token, in every theme.

    Wrapped text has the line height of its style. Text that is marked up or can be selected is
    Qt's own affair, and has the font's.
    """

    def __init__(
        self,
        theme: Theme,
        style: str = "body",
        colour: str = "text",
        parent: QWidget | None = None,
        *,
        text: str = "",
        wrap: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._style = style
        self._colour = colour
        self._counted: dict[tuple[str, str, int], int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # inside a button too
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_colour(self, colour: str) -> None:
        """Use another colour token."""
        self._colour = colour
        self._on_theme_changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt gives a label that was hidden when the theme changed its old colours as it appears."""
        super().showEvent(event)
        if self.palette().windowText().color() != self._theme.colour(self._colour):
            self._on_theme_changed()

    def sizeHint(self) -> QSize:
        """As wide as Qt would have it, and as high as its lines are then."""
        return self._as_high_as_its_lines(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word, one line high: the rest is ``heightForWidth``'s."""
        least = super().minimumSizeHint()
        if self._has_own_lines:
            least.setHeight(self._line_height + self._margins_size.height())
        return least

    def heightForWidth(self, width: int) -> int:
        """What the text takes, broken at that width; -1 for a text that is not wrapped."""
        if not self._has_own_lines:
            return super().heightForWidth(width)
        margins = self._margins_size
        lines = self._count_lines(width - margins.width())
        return max(lines, 1) * self._line_height + margins.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Wrapped text line by line; Qt paints any other."""
        if not self._has_own_lines:
            super().paintEvent(event)
            return
        margin = self.margin()
        room = self.contentsRect().adjusted(margin, margin, -margin, -margin)
        lines = self._lines(room.width())
        height = lines.lineCount() * self._line_height
        size = QSize(room.width(), height)
        place = QStyle.alignedRect(self.layoutDirection(), self.alignment(), size, room)
        with painting(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            lines.draw(painter, QPointF(room.left(), max(place.top(), room.top())))

    @property
    def _has_own_lines(self) -> bool:
        selectable = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        is_plain = self.textFormat() == Qt.TextFormat.PlainText
        return self.wordWrap() and is_plain and not selectable and bool(self.text())

    @property
    def _line_height(self) -> int:
        """That of the style; in proportion where the label was given a font of another size."""
        style = self._theme.type_style(self._style)
        return max(round(style.line * self.font().pixelSize() / style.size), style.size)

    @property
    def _margins_size(self) -> QSize:
        around, margin = self.contentsMargins(), 2 * self.margin()
        width = around.left() + around.right() + margin
        return QSize(width, around.top() + around.bottom() + margin)

    def _count_lines(self, width: int) -> int:
        """Layouts ask for the same few widths again and again."""
        asked = (self.text(), self.font().key(), width)
        if asked not in self._counted:
            if len(self._counted) >= _KEPT_COUNTS:
                self._counted.clear()
            self._counted[asked] = self._lines(width).lineCount()
        return self._counted[asked]

    def _lines(self, width: int) -> QTextLayout:
        alignment = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        across = alignment & Qt.AlignmentFlag.AlignHorizontal_Mask
        return wrapped_text(self.text(), self.font(), width, self._line_height, across)

    def _as_high_as_its_lines(self, size: QSize) -> QSize:
        return (
            QSize(size.width(), self.heightForWidth(size.width())) if self._has_own_lines else size
        )

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font(self._style))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(self._colour))
        self.setPalette(palette)


class Hairline(QWidget):
    """One pixel of ``line`` between two surfaces."""

    def __init__(
        self,
        theme: Theme,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._orientation = orientation
        thickness = theme.size("hairline")
        if orientation is Qt.Orientation.Horizontal:
            self.setFixedHeight(thickness)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        else:
            self.setFixedWidth(thickness)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.theme_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the pixel."""
        line = self._theme.colour("line")
        with painting(self) as painter:
            if self._orientation is Qt.Orientation.Horizontal:
                horizontal_line(painter, 0, self.width(), 0, line)
            else:
                vertical_line(painter, 0, self.height(), 0, line)
