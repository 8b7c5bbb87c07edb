# SPDX-License-Identifier: MIT
"""The line over the page: where the scene stands in the book, and the panel's buttons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import IconButton
from novelist.ui.widgets.menu import Menu
from novelist.ui.widgets.painting import painting
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.segmented import Segmented

_CHEVRON: Final = 14
_GAP: Final = 4
_LEAST: Final = 64  # pixels of an outer part that still say something
_PLACE: Final = 160  # pixels for the place in the book before the choice of how much is spread out
EXTENTS: Final = ("scene", "chapter", "novel")
"""How much of the novel is shown at once."""


class Breadcrumb(QWidget):
    """“3  The second high water › Wren keeps the lamp”: the last part is the scene itself."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._parts: list[str] = []
        self._is_titled = True
        self.setObjectName("place")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.theme_changed.connect(self._follow_theme)
        self._follow_theme()

    @property
    def parts(self) -> list[str]:
        """What it shows, from the outermost part to the scene."""
        return list(self._parts)

    def set_parts(self, parts: Sequence[str], *, is_titled: bool = True) -> None:
        """Show where the scene stands; one without a title is called by something else, in grey."""
        self._parts, self._is_titled = [part for part in parts if part], is_titled
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
        """The parts with chevrons between them."""
        x = 0
        shown = self.shown
        with painting(self) as painter:
            for number, part in enumerate(shown):
                is_last = number == len(shown) - 1
                width = self.fontMetrics().horizontalAdvance(part)
                own = "text" if self._is_titled else "text_3"
                painter.setPen(self._theme.colour(own if is_last else "text_2"))
                area = QRect(x, 0, width + 1, self.height())
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, part)
                x += width + _GAP
                if not is_last:
                    top = (self.height() - _CHEVRON) / 2
                    icon = QRectF(x, top, _CHEVRON, _CHEVRON)
                    self._icons.paint(painter, "chevron-right", icon, "text_2")
                    x += _CHEVRON + _GAP

    @property
    def shown(self) -> list[str]:
        """The parts that have room: outer ones are shortened, then left out, before the scene."""
        shown, metrics = list(self._parts), self.fontMetrics()
        while shown:
            over = self._width_of(shown) - self.width()
            if over <= 0:
                break
            room = metrics.horizontalAdvance(shown[0]) - over
            if room >= _LEAST or len(shown) == 1:
                elide = Qt.TextElideMode.ElideRight
                shown[0] = metrics.elidedText(shown[0], elide, max(room, 24))
                break
            del shown[0]
        return shown

    def _width_of(self, parts: Sequence[str]) -> int:
        words = sum(self.fontMetrics().horizontalAdvance(part) + _GAP for part in parts)
        return words + max(len(parts) - 1, 0) * (_CHEVRON + _GAP)

    def _follow_theme(self) -> None:
        self.setFont(self._theme.font("body"))
        self.updateGeometry()
        self.update()


class EditorHeader(Retranslated, QWidget):
    """Binder toggle, place, how much is shown, typeface, full screen, inspector toggle."""

    binder_toggle_requested = Signal()
    inspector_toggle_requested = Signal()
    full_screen_requested = Signal()
    focus_requested = Signal()
    typeface_requested = Signal(QPoint)
    """The typeface menu should open below this point of the screen."""
    extent_chosen = Signal(str)
    """One scene, its chapter or the whole manuscript should be shown: a value of ``EXTENTS``."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.binder = IconButton(theme, icons, "panel-left", self)
        self.place = Breadcrumb(theme, icons, self)
        self.extent = Segmented(theme, self)
        self.more = IconButton(theme, icons, "ellipsis", self)
        self.typeface = IconButton(theme, icons, "a-large-small", self)
        self.focus = IconButton(theme, icons, "focus", self, checkable=True)
        self.full_screen = IconButton(theme, icons, "maximize-2", self, checkable=True)
        self.inspector = IconButton(theme, icons, "panel-right", self, checkable=True)
        self._lay_out()
        self.binder.clicked.connect(self.binder_toggle_requested)
        self.extent.value_changed.connect(self.extent_chosen)
        self.focus.clicked.connect(self.focus_requested)
        self.full_screen.clicked.connect(self.full_screen_requested)
        self.inspector.clicked.connect(self.inspector_toggle_requested)
        self.typeface.clicked.connect(self._on_typeface_clicked)
        self.more.clicked.connect(self._on_more_clicked)
        theme.theme_changed.connect(self._follow_theme)
        self._follow_theme()
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.binder.set_name(self.tr("Show or hide the binder"))
        words = (self.tr("Scene"), self.tr("Chapter"), self.tr("Manuscript"))
        self._extents = dict(zip(EXTENTS, words, strict=True))
        self.extent.set_segments(self._extents.items())
        self.extent.setAccessibleName(self.tr("How much is shown"))
        self.more.set_name(self.tr("How much is shown"))
        self.typeface.set_name(self.tr("Typeface and size"))
        self.focus.set_name(self.tr("Focus mode"), "F8")
        self.full_screen.set_name(self.tr("Full screen"), "F11")
        self.inspector.set_name(self.tr("Show or hide the inspector"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(self._theme.space("s"), 0, self._theme.space("s"), 0)
        row.setSpacing(self._theme.space("s"))
        names = ("binder", "place", "extent", "more", "typeface", "focus", "full_screen")
        for name in (*names, "inspector"):
            widget = getattr(self, name)
            if name != "place":
                widget.setObjectName(f"editor_{name}")
            row.addWidget(widget, 1 if name == "place" else 0)

    def minimumSizeHint(self) -> QSize:
        """The choice of how much is shown gives way first: one button stands for it."""
        size = super().minimumSizeHint()
        gives = self.extent.sizeHint().width() - self.more.width()
        return QSize(size.width() - (0 if self.extent.isHidden() else gives), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for everything a menu has the choice of how much."""
        super().resizeEvent(event)
        gap = self._theme.space("s")
        icons = (self.binder, self.typeface, self.focus, self.full_screen, self.inspector)
        others = sum(icon.width() + gap for icon in icons) + 3 * gap
        is_roomy = event.size().width() >= others + self.extent.sizeHint().width() + _PLACE
        self.extent.setVisible(is_roomy)
        self.more.setVisible(not is_roomy)

    def _follow_theme(self) -> None:
        self.setFixedHeight(self._theme.size("header"))

    def _on_more_clicked(self) -> None:
        menu = Menu(self._theme, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for value, word in self._extents.items():
            row = menu.addAction(word)
            row.setCheckable(True)
            row.setChecked(value == self.extent.value())
            row.triggered.connect(partial(self._on_row_triggered, value))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _on_row_triggered(self, value: str, _checked: bool = False) -> None:
        self.extent.set_value(value)

    def _on_typeface_clicked(self) -> None:
        corner = self.typeface.mapToGlobal(self.typeface.rect().bottomLeft())
        self.typeface_requested.emit(corner)
