# SPDX-License-Identifier: MIT
"""The top of the shelf and of the trash: the title, and what can be done here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_field import SearchField
from novelist.ui.widgets.text_label import TextLabel

_SEARCH_WIDTH = 240


class ShelfHeader(Retranslated, QWidget):
    """“Your novels”, the search field, Import…, New novel."""

    create_requested = Signal()
    import_requested = Signal()
    filter_changed = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TextLabel(theme, "display", "text", self)
        self.search = SearchField(theme, icons, self)
        self.search.setObjectName("shelf_search")
        self.search.setFixedWidth(_SEARCH_WIDTH)
        self._import = Button(theme, icons, parent=self, icon="upload")
        self._import.setObjectName("import_manuscript")
        self._create = Button(theme, icons, ButtonRole.PRIMARY, self, icon="plus")
        self._create.setObjectName("new_novel")
        _lay_out(self, theme, self._title, (self.search, self._import, self._create))
        self.search.textChanged.connect(self.filter_changed)
        self._import.clicked.connect(self.import_requested)
        self._create.clicked.connect(self.create_requested)
        self.retranslate()

    def set_empty(self, empty: bool) -> None:
        """On an empty shelf there is nothing to search, and the page has its own first action."""
        self.search.setVisible(not empty)
        self._create.setVisible(not empty)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._title.setText(self.tr("Your novels"))
        self.search.set_words(self.tr("Find by title or author"), self.tr("Clear"))
        self._import.setText(self.tr("Import…"))
        self._create.setText(self.tr("New novel"))


class TrashHeader(Retranslated, QWidget):
    """“Trash”, and the two things that can be done with the novel chosen in it."""

    restore_requested = Signal()
    purge_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TextLabel(theme, "display", "text", self)
        self._purge = Button(theme, icons, ButtonRole.DANGER, self)
        self._purge.setObjectName("purge_novel")
        self._restore = Button(theme, icons, parent=self, icon="undo-2")
        self._restore.setObjectName("restore_novel")
        _lay_out(self, theme, self._title, (self._purge, self._restore))
        self._restore.clicked.connect(self.restore_requested)
        self._purge.clicked.connect(self.purge_requested)
        self.set_chosen(False)
        self.retranslate()

    def set_chosen(self, chosen: bool) -> None:
        """Whether there is a novel to do something with."""
        for button in (self._purge, self._restore):
            button.setEnabled(chosen)
            button.setToolTip("" if chosen else self.tr("Choose a novel first"))

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._title.setText(self.tr("Trash"))
        self._purge.setText(self.tr("Delete for ever…"))
        self._restore.setText(self.tr("Put back on the shelf"))


def _lay_out(
    header: QWidget, theme: Theme, title: TextLabel, controls: tuple[QWidget, ...]
) -> None:
    """The title at the left, the controls at the right end."""
    header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    row = QHBoxLayout(header)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.space("m"))
    row.addWidget(title)
    row.addStretch(1)
    for control in controls:
        row.addWidget(control)
