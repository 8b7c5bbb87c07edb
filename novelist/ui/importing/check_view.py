# SPDX-License-Identifier: MIT
"""The second step: the file at the left, what will be made in the middle, its text at the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from novelist.importers.base import ImportedNovel
from novelist.ui.icons import Icons
from novelist.ui.importing.file_panel import FilePanel, Source
from novelist.ui.importing.plan import ImportPlan
from novelist.ui.importing.plan_panel import PlanPanel
from novelist.ui.importing.preview_panel import PreviewPanel
from novelist.ui.theme import Theme
from novelist.ui.widgets.text_label import Hairline

_NARROW: Final = 980  # pixels; below, the widths are others
_FILE: Final = 304
_FILE_NARROW: Final = 268
_MADE: Final = (56, 66)  # shares of what is left, in a wide window and in a narrow one
_PREVIEW: Final = (44, 34)


class CheckView(QWidget):
    """Holds the plan of one file while the writer corrects it."""

    plan_changed = Signal()
    other_file_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: ImportPlan | None = None
        self.file = FilePanel(theme, icons, self)
        self.made = PlanPanel(theme, icons, self)
        self.preview = PreviewPanel(theme, self.made.model, self)
        self._lay_out(theme)
        self.made.current_changed.connect(self.preview.show_item)
        self.made.entity_changed.connect(self.preview.show_entity)
        self.made.plan_changed.connect(self._on_made_plan_changed)
        self.made.other_file_requested.connect(self.other_file_requested)
        self.file.mapping.plan_changed.connect(self.plan_changed)
        self.file.language_changed.connect(self._on_file_language_changed)

    def _lay_out(self, theme: Theme) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.file)
        row.addWidget(Hairline(theme, Qt.Orientation.Vertical, self))
        row.addWidget(self.made, _MADE[0])
        row.addWidget(Hairline(theme, Qt.Orientation.Vertical, self))
        row.addWidget(self.preview, _PREVIEW[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the outline keeps room for its titles."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        self.file.setFixedWidth(_FILE_NARROW if is_narrow else _FILE)
        for widget, share in ((self.made, _MADE), (self.preview, _PREVIEW)):
            self._row.setStretchFactor(widget, share[is_narrow])

    @property
    def plan(self) -> ImportPlan | None:
        """What will be made; None while nothing has been read."""
        return self._plan

    def show_source(self, source: Source, author: str = "") -> None:
        """Begin with another file: nothing has been read of it."""
        self._plan = None
        self.file.show_source(source, author)
        self.made.show_plan(None)
        self.preview.show_item(None)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what was read, with the corrections made to an earlier reading of the same file."""
        if self._plan is not None:
            plan.adopt(self._plan)
        self._plan = plan
        self.file.show_plan(plan)
        self.preview.set_language(self.file.language)
        self.made.show_plan(plan)

    def end_trial(self) -> None:
        """Show the chosen thing again, after an encoding was tried."""
        self.made.tell_current()

    def show_failure(self, sentence: str) -> None:
        """Say why the file could not be read or imported."""
        self.file.setEnabled(self._plan is not None)
        self.made.show_failure(sentence)

    def result(self) -> ImportedNovel | None:
        """The novel to import; None while there is none."""
        if self._plan is None:
            return None
        return self._plan.result(
            title=self.file.novel_title,
            author=self.file.author.text().strip(),
            language=self.file.language,
        )

    def _on_made_plan_changed(self) -> None:
        self.made.tell_current()
        self.plan_changed.emit()

    def _on_file_language_changed(self, language: str) -> None:
        self.preview.set_language(language)
        self.plan_changed.emit()
