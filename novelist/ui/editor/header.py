# SPDX-License-Identifier: MIT
"""The line over the page: where the scene stands in the book, and the panel's buttons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import IconButton
from novelist.ui.widgets.painting import painting
from novelist.ui.widgets.retranslated import Retranslated

_CHEVRON: Final = 14
_GAP: Final = 4


class Breadcrumb(QWidget):
    """“3  The second high water › Wren keeps the lamp”: the last part is the scene itself."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._parts: list[str] = []
        self.setObjectName("place")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.theme_changed.connect(self._follow_theme)
        self._follow_theme()

    @property
    def parts(self) -> list[str]:
        """What it shows, from the outermost part to the scene."""
        return list(self._parts)

    def set_parts(self, parts: Sequence[str]) -> None:
        """Show where the scene stands."""
        self._parts = [part for part in parts if part]
        self.setAccessibleName(" › ".join(self._parts))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """One line of text."""
        return QSize(self._width_of(self._parts), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Hardly anything: the parts are shortened."""
        return QSize(40, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The parts with chevrons between them; the longest outer part gives way first."""
        x = 0
        shown = self._fitted()
        with painting(self) as painter:
            for number, part in enumerate(shown):
                is_last = number == len(shown) - 1
                width = self.fontMetrics().horizontalAdvance(part)
                painter.setPen(self._theme.colour("text" if is_last else "text_2"))
                area = QRect(x, 0, width + 1, self.height())
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, part)
                x += width + _GAP
                if not is_last:
                    top = (self.height() - _CHEVRON) / 2
                    icon = QRectF(x, top, _CHEVRON, _CHEVRON)
                    self._icons.paint(painter, "chevron-right", icon, "text_2")
                    x += _CHEVRON + _GAP

    def _fitted(self) -> list[str]:
        """The parts, shortened from the first on until they fit."""
        shown = list(self._parts)
        metrics = self.fontMetrics()
        for number in range(len(shown)):
            over = self._width_of(shown) - self.width()
            if over > 0:
                room = max(metrics.horizontalAdvance(shown[number]) - over, 24)
                elide = Qt.TextElideMode.ElideRight
                shown[number] = metrics.elidedText(shown[number], elide, room)
        return shown

    def _width_of(self, parts: Sequence[str]) -> int:
        words = sum(self.fontMetrics().horizontalAdvance(part) + _GAP for part in parts)
        return words + max(len(parts) - 1, 0) * (_CHEVRON + _GAP)

    def _follow_theme(self) -> None:
        self.setFont(self._theme.font("body"))
        self.updateGeometry()
        self.update()


class EditorHeader(Retranslated, QWidget):
    """Binder toggle, place, typeface, full screen, inspector toggle."""

    binder_toggle_requested = Signal()
    inspector_toggle_requested = Signal()
    full_screen_requested = Signal()
    typeface_requested = Signal(QPoint)
    """The typeface menu should open below this point of the screen."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.binder = IconButton(theme, icons, "panel-left", self)
        self.place = Breadcrumb(theme, icons, self)
        self.typeface = IconButton(theme, icons, "a-large-small", self)
        self.full_screen = IconButton(theme, icons, "maximize-2", self, checkable=True)
        self.inspector = IconButton(theme, icons, "panel-right", self, checkable=True)
        self._lay_out()
        self.binder.clicked.connect(self.binder_toggle_requested)
        self.full_screen.clicked.connect(self.full_screen_requested)
        self.inspector.clicked.connect(self.inspector_toggle_requested)
        self.typeface.clicked.connect(self._on_typeface_clicked)
        theme.theme_changed.connect(self._follow_theme)
        self._follow_theme()
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.binder.set_name(self.tr("Show or hide the binder"))
        self.typeface.set_name(self.tr("Typeface and size"))
        self.full_screen.set_name(self.tr("Full screen"), "F11")
        self.inspector.set_name(self.tr("Show or hide the inspector"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(self._theme.space("s"), 0, self._theme.space("s"), 0)
        row.setSpacing(self._theme.space("s"))
        names = ("binder", "place", "typeface", "full_screen", "inspector")
        for name in names:
            widget = getattr(self, name)
            if name != "place":
                widget.setObjectName(f"editor_{name}")
            row.addWidget(widget, 1 if name == "place" else 0)

    def _follow_theme(self) -> None:
        self.setFixedHeight(self._theme.size("header"))

    def _on_typeface_clicked(self) -> None:
        corner = self.typeface.mapToGlobal(self.typeface.rect().bottomLeft())
        self.typeface_requested.emit(corner)
