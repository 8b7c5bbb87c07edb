# SPDX-License-Identifier: MIT
"""The sheet that shows every half-width mark to be repaired before any of them is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.typing.repair_list import RepairList
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.segmented import Segmented
from novelist.ui.widgets.sheet import Sheet
from novelist.ui.widgets.text_label import TextLabel

SELECTION: Final = "selection"
SCENE: Final = "scene"
CHAPTER: Final = "chapter"
NOVEL: Final = "novel"
_SIZE: Final = QSize(720, 560)


class RepairSheet(Retranslated, Sheet):
    """Changes nothing itself: it asks for what it is to show, and tells that it is to be done."""

    scope_chosen = Signal(str)
    repair_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(theme, icons, window, size=_SIZE)
        self.setObjectName("repair_sheet")
        self._is_looking = False
        self.scopes = Segmented(theme, self)
        self.scopes.setObjectName("repair_scope")
        self.list = RepairList(theme, icons, self)
        self.found = self.list.rows_found
        self._said = TextLabel(theme, "body", "text_2", self)
        self._said.setObjectName("repair_said")
        self._all = Button(theme, icons, ButtonRole.QUIET, self, small=True)
        self._all.setObjectName("repair_all")
        head = QHBoxLayout()
        head.addWidget(self.scopes)
        head.addStretch(1)
        head.addWidget(self._said)
        head.addWidget(self._all)
        self.body.addLayout(head)
        self.body.addWidget(self.list, 1)
        self._cancel = self.add_button()
        self._cancel.setObjectName("repair_cancel")
        self._repair = self.add_button(ButtonRole.PRIMARY)
        self._repair.setObjectName("repair_do")
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.scopes.value_changed.connect(self._on_scopes_value_changed)
        self.found.chosen_changed.connect(self._say)
        self._all.clicked.connect(self._on_all_clicked)
        self._cancel.clicked.connect(self.close_sheet)
        self._repair.clicked.connect(self.repair_requested)

    def ask(self, scope: str, *, with_selection: bool) -> None:
        """Open it for a scope; the selection is one where there is any."""
        self.scopes.set_available(SELECTION, with_selection)
        self.scopes.set_value(scope)
        self.open_sheet(self.list)
        self._look(scope)

    def _look(self, scope: str) -> None:
        self._is_looking = True
        self.found.clear()
        self.scope_chosen.emit(scope)

    def end(self) -> None:
        """All is found."""
        self._is_looking = False
        self._say()
        if self.found.rowCount() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.found.index(0, 0))

    def _say(self) -> None:
        count, chosen = self.found.rowCount(), len(self.found.chosen)
        if self._is_looking and not count:
            self._said.setText(self.tr("Looking…"))
        elif not count:
            self._said.setText(self.tr("No half-width mark stands beside Chinese."))
        else:
            self._said.setText(self.tr("%Ln places", "", count))
        self._all.setVisible(count > 0)
        self._all.setText(self.tr("Choose none") if chosen == count else self.tr("Choose all"))
        self._repair.setText(self.tr("Change %Ln", "", chosen))
        self._repair.setEnabled(chosen > 0 and not self._is_looking)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.set_words(self.tr("Full-width punctuation"), self.tr("Close"))
        self.scopes.set_segments(
            (
                (SELECTION, self.tr("Selection")),
                (SCENE, self.tr("Scene")),
                (CHAPTER, self.tr("Chapter")),
                (NOVEL, self.tr("Novel")),
            )
        )
        self.list.setAccessibleName(self.tr("What would be changed"))
        self._cancel.setText(self.tr("Cancel"))
        self._say()

    def _on_scopes_value_changed(self, scope: str) -> None:
        if self.isVisible():
            self._look(scope)

    def _on_all_clicked(self) -> None:
        self.found.choose_all(len(self.found.chosen) < self.found.rowCount())
