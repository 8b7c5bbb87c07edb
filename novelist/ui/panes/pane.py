# SPDX-License-Identifier: MIT
"""One pane: a row of tabs over a page of the manuscript."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from novelist.ui.editor.documents import Documents
from novelist.ui.editor.header import EXTENTS
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.icons import Icons
from novelist.ui.manuscript.selection import Spot
from novelist.ui.manuscript.view import ManuscriptView
from novelist.ui.panes.tab_row import TabRow
from novelist.ui.panes.visited import Visited
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import IconButton
from novelist.ui.widgets.menu import Menu
from novelist.ui.widgets.painting import fill, painting
from novelist.ui.widgets.retranslated import Retranslated

_ROOMY: Final = 280  # pixels in which titles and all buttons have room


@dataclass
class Tab:
    """A scene, and how much around it is shown."""

    item_id: int
    extent: str = EXTENTS[0]


class Pane(Retranslated, QWidget):
    """Shows the scene of its current tab; the pen is in one pane of the window at a time."""

    tab_chosen = Signal(int)
    tab_close_requested = Signal(int)
    tab_moved = Signal(int, int)
    close_requested = Signal()
    split_requested = Signal(Qt.Orientation)
    pin_toggled = Signal(bool)

    def __init__(
        self, theme: Theme, icons: Icons, documents: Documents, pen: ManuscriptEdit
    ) -> None:
        super().__init__()
        self._theme = theme
        self.tabs: list[Tab] = []
        self.current = -1
        self.visited = Visited()
        self.left_at: Spot | None = None  # the caret, when the pen went elsewhere
        self.filled_with = ""  # the extent that its page shows
        self.view = ManuscriptView(pen.paper, documents, pen)
        pen.paper.lay_ground(self.view, "page")
        self.row = TabRow(theme, icons, self)
        self.pin = IconButton(theme, icons, "pin", self, checkable=True)
        self.split_right = IconButton(theme, icons, "columns-2", self)
        self.split_below = IconButton(theme, icons, "rows-2", self)
        self.more = IconButton(theme, icons, "ellipsis", self)
        self.shut = IconButton(theme, icons, "x", self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.pin.set_name(self.tr("Keep for reference: what is chosen opens elsewhere"))
        self.split_right.set_name(self.tr("Split to the right"))
        self.split_below.set_name(self.tr("Split below"))
        self.more.set_name(self.tr("Split this pane"))
        self.shut.set_name(self.tr("Close this pane"))

    @property
    def tab(self) -> Tab | None:
        """The tab that is shown."""
        return self.tabs[self.current] if 0 <= self.current < len(self.tabs) else None

    @property
    def is_pinned(self) -> bool:
        """Whether it is kept for reference."""
        return self.pin.isChecked()

    def show_bar(self, *, shown: bool, several: bool) -> None:
        """Show or hide the tabs; ``several`` panes can be closed and pinned."""
        self._bar.setVisible(shown)
        for button in (self.pin, self.shut):
            button.setVisible(several)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow pane the titles need the room: one button stands for two."""
        super().resizeEvent(event)
        is_roomy = self.width() >= _ROOMY
        for button in (self.split_right, self.split_below):
            button.setVisible(is_roomy)
        self.more.setVisible(not is_roomy)

    def show_titles(
        self, titles: list[str], *, is_active: bool, untitled: Collection[int] = ()
    ) -> None:
        """Say what the tabs are called, and which of them by something else than a title."""
        self.row.show_tabs(titles, self.current, is_active=is_active, untitled=untitled)

    def _lay_out(self) -> None:
        self.setObjectName("pane")
        self._bar = _Bar(self._theme, self)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(self._theme.space("s"), 0, self._theme.space("s"), 0)
        row.setSpacing(self._theme.space("xs"))
        row.addWidget(self.row, 1)
        buttons = {
            "pin": self.pin,
            "split_right": self.split_right,
            "split_below": self.split_below,
            "more": self.more,
            "close": self.shut,
        }
        for name, button in buttons.items():
            button.setObjectName(f"pane_{name}")
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.row.chosen.connect(self.tab_chosen)
        self.row.close_requested.connect(self.tab_close_requested)
        self.row.moved.connect(self.tab_moved)
        self.shut.clicked.connect(self.close_requested)
        self.pin.toggled.connect(self.pin_toggled)
        self.split_right.clicked.connect(self._on_split_right_clicked)
        self.split_below.clicked.connect(self._on_split_below_clicked)
        self.more.clicked.connect(self._on_more_clicked)

    def _on_split_right_clicked(self) -> None:
        self.split_requested.emit(Qt.Orientation.Horizontal)

    def _on_split_below_clicked(self) -> None:
        self.split_requested.emit(Qt.Orientation.Vertical)

    def _on_more_clicked(self) -> None:
        menu = Menu(self._theme, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (self.split_right, self.split_below):
            menu.addAction(button.icon(), button.accessibleName()).triggered.connect(button.click)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def place_of_view(self) -> QPoint:
        """Where the page lies in the window."""
        return self.view.mapTo(self.window(), QPoint())


class _Bar(QWidget):
    """The ground of the tabs, with a hairline below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.theme_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The side's ground, and the line."""
        with painting(self) as painter:
            fill(painter, self.rect(), self._theme.colour("side"))
            line = self.rect().adjusted(0, self.height() - 1, 0, 0)
            fill(painter, line, self._theme.colour("line"))
