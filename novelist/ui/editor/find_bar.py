# SPDX-License-Identifier: MIT
"""The bar below the editor's header: what is looked for in the text, and what takes its place."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from novelist.ui.icons import Icons
from novelist.ui.search.keep_capitals import KeepCapitals
from novelist.ui.search.pattern_field import PatternField
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole, IconButton
from novelist.ui.widgets.enter_keys import control_enter_words, on_control_enter
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_field import TextField
from novelist.ui.widgets.text_label import TextLabel

_WIDEST = 360  # pixels of a field


class FindBar(Retranslated, QWidget):
    """Fields and buttons; ``SceneSearch`` does what they ask for."""

    step_requested = Signal(int)
    replace_requested = Signal()
    replace_all_requested = Signal()
    """All are to be shown with what takes their place, before anything is done."""
    closed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("find_bar")
        theme.lay_ground(self, "page")
        self.wanted = PatternField(theme, icons, self)
        self.wanted.setObjectName("find_in_scene")
        self.new = TextField(theme, self)
        self.new.setObjectName("replace_in_scene")
        self.keep = KeepCapitals(self.wanted, self)
        self.keep.setObjectName("find_keep_capitals")
        self.keep.choose(True)
        self.counted = TextLabel(theme, "small", "text_3", self)
        self.counted.setObjectName("find_counted")
        self.previous = self._icon(icons, "chevron-up", "find_previous_hit")
        self.next = self._icon(icons, "chevron-down", "find_next_hit")
        self.close_button = self._icon(icons, "x", "find_close")
        self.replace = Button(theme, icons, ButtonRole.BORDERED, self)
        self.replace.setObjectName("find_replace")
        self.replace_all = Button(theme, icons, ButtonRole.BORDERED, self)
        self.replace_all.setObjectName("find_replace_all")
        self._lay_out()
        self._connect()
        self.set_replacing(False)
        self.retranslate()

    def set_replacing(self, replacing: bool) -> None:
        """Whether there is a second line for what takes the place of what is found."""
        for widget in (self.new, self.replace, self.replace_all, self.keep):
            widget.setVisible(replacing)

    def set_count(self, number: int, count: int, *, beyond: bool = False) -> None:
        """Say on which of how many one is; ``number`` 0 is on none.

        ``beyond``: there may be more of them in other scenes.
        """
        if not self.wanted.text():
            self.counted.setText("")
        elif not count:
            self.counted.setText(self.tr("Not found"))
        elif number:
            said = self.tr("{number} of {count}")
            locale = self.locale()
            shown = {"number": locale.toString(number), "count": locale.toString(count)}
            self.counted.setText(said.format(**shown))
        else:
            self.counted.setText(self.tr("%Ln found", "", count))
        can_go = count > 0 or (beyond and bool(self.wanted.text()))
        self.replace.setEnabled(count > 0)
        for button in (self.previous, self.next, self.replace_all):
            button.setEnabled(can_go)

    # -- inside --------------------------------------------------------------------------------

    def _icon(self, icons: Icons, icon: str, name: str) -> IconButton:
        button = IconButton(self._theme, icons, icon, self)
        button.setObjectName(name)
        return button

    def _lay_out(self) -> None:
        space = self._theme.space
        for field in (self.wanted, self.new):
            field.setMaximumWidth(_WIDEST)
        grid = QGridLayout(self)
        grid.setContentsMargins(space("l"), space("xs"), space("l"), space("s"))
        grid.setHorizontalSpacing(space("s"))
        grid.setVerticalSpacing(space("xs"))
        beside, below = QHBoxLayout(), QHBoxLayout()
        beside.setSpacing(space("xs"))
        below.setSpacing(space("s"))
        for each in (self.previous, self.next, self.counted):
            beside.addWidget(each)
        beside.addStretch(1)
        beside.addWidget(self.close_button)
        for control in (self.replace, self.replace_all, self.keep):
            below.addWidget(control)
        below.addStretch(1)
        grid.addWidget(self.wanted, 0, 0)
        grid.addLayout(beside, 0, 1)
        grid.addWidget(self.wanted.problem_label(self), 1, 0, 1, 2)
        grid.addWidget(self.new, 2, 0)
        grid.addLayout(below, 2, 1)
        grid.addWidget(self.new.problem_label(self), 3, 0, 1, 2)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        stops = [*self.wanted.stops, self.new, self.previous, self.next]
        stops += [self.replace, self.replace_all, self.keep, self.close_button]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self.wanted.entered.connect(self._on_wanted_entered)
        self.previous.clicked.connect(lambda: self.step_requested.emit(-1))
        self.next.clicked.connect(lambda: self.step_requested.emit(1))
        self.close_button.clicked.connect(self.closed)
        self.replace.clicked.connect(self.replace_requested)
        self.replace_all.clicked.connect(self.replace_all_requested)
        self.new.returnPressed.connect(self.replace_requested)
        on_control_enter(self, self._on_control_enter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves; what was found stays selected."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setAccessibleName(self.tr("Find in this scene"))
        self.wanted.setPlaceholderText(self.tr("Find"))
        self.wanted.setAccessibleName(self.tr("Find"))
        self.new.setPlaceholderText(self.tr("Replace with"))
        self.new.setAccessibleName(self.tr("Replace with"))
        self.keep.setText(self.tr("Keep capitals"))
        self.keep.retranslate()
        self.previous.set_name(self.tr("Previous"), "Shift+F3")
        self.next.set_name(self.tr("Next"), "F3")
        self.close_button.set_name(self.tr("Close"), "Esc")
        self.replace.setText(self.tr("Replace"))
        self.replace_all.setText(self.tr("Replace all…"))
        said = self.tr("All are shown first, with what takes their place ({keys}).")
        self.replace_all.setToolTip(said.format(keys=control_enter_words()))

    def _on_control_enter(self) -> None:
        if self.replace_all.isVisible():
            self.replace_all.click()

    def _on_wanted_entered(self, backwards: bool) -> None:
        self.step_requested.emit(-1 if backwards else 1)
