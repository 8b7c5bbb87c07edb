# SPDX-License-Identifier: MIT
"""The left of the page: the header with “+”, a filter, the list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from novelist.domain.entities import EntityKind
from novelist.ui.bible.entity_list import EntityList
from novelist.ui.bible.kind_chooser import kind_menu
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.menu import Menu
from novelist.ui.widgets.panel_header import PanelHeader
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_field import SearchField
from novelist.ui.widgets.text_label import TextLabel

NEW_KEYS = "Ctrl+N"


class EntityFilter(SearchField):
    """Down goes to the list."""

    list_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: from the words to what has them."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list_requested.emit()
        else:
            super().keyPressEvent(event)


class BibleSide(Retranslated, QWidget):
    """``create_requested`` brings the kind of a new entity."""

    create_requested = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bible_side")
        self._theme, self._icons = theme, icons
        self._novel = ""
        self.header = PanelHeader(theme, icons, self)
        self.add = self.header.add_button("plus")
        self.add.setObjectName("bible_add")
        self.add.clicked.connect(self.show_kinds)
        self.filter = EntityFilter(theme, icons, self)
        self.filter.setObjectName("bible_filter")
        self.nothing = TextLabel(theme, "body", "text_2", self, wrap=True)
        self.list = EntityList(theme, icons, self)
        theme.lay_ground(self, "side")
        side = theme.space("l")
        around = QVBoxLayout()
        around.setContentsMargins(side, 0, side, theme.space("s"))
        around.setSpacing(theme.space("s"))
        around.addWidget(self.filter)
        around.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(around)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.filter.textChanged.connect(self.tell)
        self.retranslate()

    def show_novel(self, title: str) -> None:
        """Say whose bible it is."""
        self._novel = title
        self.header.set_subject(title.strip() or self.tr("Untitled novel"))

    def show_kinds(self) -> Menu:
        """Ask what the new entity is."""
        draft = self.list.chosen
        menu = kind_menu(self._theme, self._icons, self, self._on_chosen)
        kinds = list(EntityKind)
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))
        menu.setActiveAction(menu.actions()[0 if draft is None else kinds.index(draft.kind)])
        return menu

    def tell(self) -> None:
        """Say that nothing has the words of the filter."""
        words = self.filter.text().strip()
        is_none = bool(words) and not self.list.entities.matches
        self.nothing.setText(
            self.tr("Nothing here is called “{words}”.").format(words=words) if is_none else ""
        )
        self.nothing.setVisible(is_none)

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.header.set_title(self.tr("Bible"))
        self.show_novel(self._novel)
        self.add.set_name(self.tr("New entry"), NEW_KEYS)
        self.filter.set_words(self.tr("Find a name"), self.tr("Clear"))
        self.list.setAccessibleName(self.tr("Entries"))
        self.list.entities.retell()
        self.tell()

    def _on_chosen(self, kind: EntityKind) -> None:
        partial(self.create_requested.emit, str(kind))()
