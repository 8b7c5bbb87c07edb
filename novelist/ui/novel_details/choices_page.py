# SPDX-License-Identifier: MIT
"""One of the two lists of a novel with what can be done to it: statuses, or labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from novelist.domain.enums import ChoiceKind
from novelist.ui.icons import Icons
from novelist.ui.novel_details.choice_list import ChoiceList
from novelist.ui.novel_details.choice_model import ChoiceModel, ChoiceRow
from novelist.ui.novel_details.hue_row import HueRow
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sided_sheet import RING_ROOM
from novelist.ui.widgets.text_field import TextField
from novelist.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from novelist.db.models import Label, Status

_LONGEST = 200


class ChoicesPage(Retranslated, QWidget):
    """Every change is a wish; ``show_choices`` shows what came of it."""

    create_requested = Signal(str, str)  # kind, name
    rename_requested = Signal(str, int, str)
    recolour_requested = Signal(str, int, str)
    move_requested = Signal(str, int, int)
    remove_requested = Signal(str, int)

    def __init__(self, theme: Theme, icons: Icons, kind: ChoiceKind, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.kind = theme, kind
        self._asked: ChoiceRow | None = None
        self._wanted: str | None = None
        self.setObjectName(f"novel_{kind}_page")
        self.model = ChoiceModel(self)
        self.list = ChoiceList(theme, icons, self.model, self)
        self.hues = HueRow(theme, self)
        self.name = TextField(theme, self)
        self.name.setMaxLength(_LONGEST)
        self._heading = TextLabel(theme, "strong", "text", self)
        self._hint = TextLabel(theme, "small", "text_2", self, wrap=True)
        self._question = TextLabel(theme, "body", "text", self, wrap=True)
        self.add, self.delete = Button(theme, icons, parent=self), Button(theme, icons, parent=self)
        self.keep = Button(theme, icons, parent=self)
        self.confirm = Button(theme, icons, ButtonRole.DANGER, self)
        for name in ("list", "name", "add", "delete", "keep", "confirm"):
            getattr(self, name).setObjectName(f"novel_{kind}_{name}")
        self._question.setObjectName(f"novel_{kind}_question")
        self._lay_out()
        self._connect()
        self.retranslate()
        self._follow()

    # -- what is shown -------------------------------------------------------------------------

    def show_choices(self, choices: Sequence[Status | Label], carriers: Mapping[int, int]) -> None:
        """Show these and how many entries carry each; what was just made is chosen."""
        rows = [ChoiceRow(e.id, e.name, e.hue, carriers.get(e.id, 0)) for e in choices]
        chosen, place = self.list.chosen_id, self.list.currentIndex().row()
        made = next((row.id for row in rows if row.name == self._wanted), None)
        self._wanted = None
        self.model.show_rows(rows)
        self.list.choose(chosen if made is None else made)
        if self.list.chosen_id is None and rows:
            self.list.choose(rows[min(max(place, 0), len(rows) - 1)].id)
        self._asked = next((row for row in rows if self._asked and row.id == self._asked.id), None)
        self._follow()

    def begin(self) -> None:
        """Forget what was asked and typed when it was shown before."""
        self._asked = None
        self.name.clear()
        self.name.set_problem("")
        self._follow()

    def start_new(self) -> None:
        """Let a new one be named."""
        self.name.clear()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_problem(self, sentence: str) -> None:
        """Say what is wrong with a name."""
        self._wanted = None
        self.name.set_problem(sentence)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        is_status = self.kind is ChoiceKind.STATUS
        heading = self.tr("Statuses") if is_status else self.tr("Labels")
        self._heading.setText(heading)
        self.list.setAccessibleName(heading)
        self._hint.setText(
            self.tr("How far a scene is. Drag to put them in order; double-click to rename.")
            if is_status
            else self.tr(
                "What a scene belongs to. Drag to put them in order; double-click to rename."
            )
        )
        new = self.tr("New status") if is_status else self.tr("New label")
        self.name.setPlaceholderText(new)
        self.name.setAccessibleName(new)
        self.add.setText(self.tr("Add"))
        self.delete.setText(self.tr("Delete"))
        self.confirm.setText(self.tr("Delete"))
        self.keep.setText(self.tr("Keep"))
        self.hues.retranslate()
        self._follow()

    # -- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        theme = self._theme
        self._tools, self._doubt, new = QWidget(self), QWidget(self), QHBoxLayout()
        tools, doubt = QHBoxLayout(self._tools), QHBoxLayout(self._doubt)
        for line in (tools, doubt, new):
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(theme.space("s"))
        tools.addWidget(self.hues)
        tools.addStretch(1)
        tools.addWidget(self.delete)
        doubt.addWidget(self._question, 1)
        doubt.addWidget(self.keep)
        doubt.addWidget(self.confirm)
        new.addWidget(self.name, 1)
        new.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_ROOM, 0, 0, 0)
        column.setSpacing(theme.space("m"))
        column.addWidget(self._heading)
        column.addWidget(self._hint)
        column.addLayout(new)
        column.addWidget(self.name.problem_label(self))
        column.addWidget(self.list, 1)
        column.addWidget(self._tools)
        column.addWidget(self._doubt)

    def _connect(self) -> None:
        kind = str(self.kind)
        self.model.rename_requested.connect(lambda key, name: self._ask_to_rename(key, name))
        self.model.move_requested.connect(lambda key, at: self.move_requested.emit(kind, key, at))
        self.list.selectionModel().currentRowChanged.connect(self._on_list_current_row_changed)
        self.list.delete_requested.connect(self._on_delete)
        self.hues.chosen.connect(self._on_hues_chosen)
        self.name.returnPressed.connect(self._on_add)
        self.name.textEdited.connect(self._on_name_text_edited)
        self.add.clicked.connect(self._on_add)
        self.delete.clicked.connect(self._on_delete)
        self.keep.clicked.connect(self._on_keep)
        self.confirm.clicked.connect(self._on_confirm)

    # -- following -----------------------------------------------------------------------------

    @property
    def _chosen(self) -> ChoiceRow | None:
        chosen = self.list.chosen_id
        return next((row for row in self.model.rows if row.id == chosen), None)

    def _follow(self) -> None:
        """Offer what can be done with what is chosen."""
        chosen, asked = self._chosen, self._asked
        self.hues.show_hue("" if chosen is None else chosen.hue)
        self.hues.setEnabled(chosen is not None)
        self.delete.setEnabled(chosen is not None)
        self._tools.setVisible(asked is None)
        self._doubt.setVisible(asked is not None)
        if asked is not None:
            sentence = self.tr("Delete “{name}”? %n entries carry it and will have none.", "",
                               asked.carriers)  # fmt: skip
            self._question.setText(sentence.format(name=asked.name))

    def _ask_to_rename(self, choice_id: int, name: str) -> None:
        self.name.set_problem("")
        self.rename_requested.emit(str(self.kind), choice_id, name)

    # -- slots ---------------------------------------------------------------------------------

    def _on_list_current_row_changed(self) -> None:
        self._asked = None
        self._follow()

    def _on_hues_chosen(self, hue: str) -> None:
        if self.list.chosen_id is not None:
            self.recolour_requested.emit(str(self.kind), self.list.chosen_id, hue)

    def _on_name_text_edited(self) -> None:
        self.name.set_problem("")

    def _on_add(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self._wanted = name
            self.create_requested.emit(str(self.kind), name)

    def _on_delete(self) -> None:
        chosen = self._chosen
        if chosen is not None and chosen.carriers:
            self._asked = chosen
            self._follow()
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        elif chosen is not None:
            self.remove_requested.emit(str(self.kind), chosen.id)

    def _on_keep(self) -> None:
        self._asked = None
        self._follow()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_confirm(self) -> None:
        asked, self._asked = self._asked, None
        self._follow()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if asked is not None:
            self.remove_requested.emit(str(self.kind), asked.id)
