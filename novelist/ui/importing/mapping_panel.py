# SPDX-License-Identifier: MIT
"""The list "What becomes what": what is in the project, how often, and what it will be here."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from novelist.domain.enums import ImportFormat
from novelist.importers.mapped import Mapped, Source
from novelist.importers.uses import LABELS, Use
from novelist.ui.icons import Icons
from novelist.ui.importing.mapping_words import place_name, source_name, use_names
from novelist.ui.importing.plan import ImportPlan
from novelist.ui.theme import Theme
from novelist.ui.widgets.choice_button import ChoiceButton
from novelist.ui.widgets.elided_label import ElidedLabel
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel

_CHOOSABLE: Final = (Source.LABEL, Source.FIELD)
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_ROW: Final = 28  # pixels
_PADDING: Final = 10  # beside the words of a small button


class MappingPanel(Retranslated, QWidget):
    """Shows what a plan says of its file; the writer chooses what labels and fields become."""

    plan_changed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._plan: ImportPlan | None = None
        self._format = ImportFormat.TEXT
        self._buttons: dict[str, ChoiceButton] = {}
        self.setObjectName("import_mapping")
        self._heading = TextLabel(theme, "strong", "text_2", self)
        self._list = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._list)
        self.show_plan(None, ImportFormat.TEXT)

    def show_plan(self, plan: ImportPlan | None, format: ImportFormat) -> None:
        """Show another plan, of a file of that format; nothing where it says nothing."""
        self._plan, self._format = plan, format
        self.setVisible(plan is not None and bool(plan.mapped))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._heading.setText(self.tr("What becomes what"))
        self._buttons = {}
        old, self._list = self._list, QWidget(self)
        grid = QGridLayout(self._list)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for number, row in enumerate(self._plan.mapped if self._plan else ()):
            self._add(grid, number, row)
        self._column.replaceWidget(old, self._list)
        old.hide()
        old.deleteLater()

    def _add(self, grid: QGridLayout, number: int, row: Mapped) -> None:
        assert self._plan is not None
        name = source_name(row, self._format, self._plan.novel.label_name)
        count = QLocale().toString(row.count)
        grid.setRowMinimumHeight(number, _ROW)
        grid.addWidget(ElidedLabel(self._theme, "body", "text", self._list, text=name), number, 0)
        grid.addWidget(
            TextLabel(self._theme, "small", "text_3", self._list, text=count),
            number, 1, Qt.AlignmentFlag.AlignRight,
        )  # fmt: skip
        if row.source in _CHOOSABLE:
            place: QWidget = self._choice(row, name)
        else:
            words = place_name(row.source)
            place = TextLabel(self._theme, "small", "text_2", self._list, text=words)
            place.setContentsMargins(_PADDING, 0, _PADDING, 0)
        grid.addWidget(place, number, 2, _RIGHT)

    def _choice(self, row: Mapped, name: str) -> ChoiceButton:
        """A button with a menu of what it may become."""
        assert self._plan is not None
        key = LABELS if row.source is Source.LABEL else row.name
        use = self._plan.uses.of(key)
        button = ChoiceButton(
            self._theme, self._icons, self._list, name=f"import_use_{key or 'label'}", value=use
        )
        button.set_words(use_names())
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the words
        button.setAccessibleName(self.tr("{name} becomes").format(name=name))
        button.chosen.connect(partial(self._on_chosen, key))
        self._buttons[key] = button
        return button

    def _on_chosen(self, key: str, value: str) -> None:
        if self._plan is None:
            return
        self._plan.uses.choose(key, Use(value))
        for other, button in self._buttons.items():
            button.choose(self._plan.uses.of(other))
        self.plan_changed.emit()
