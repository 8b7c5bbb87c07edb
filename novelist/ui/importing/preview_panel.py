# SPDX-License-Identifier: MIT
"""The right column: the chosen thing as it will stand in the book, or the file in an encoding."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from novelist.domain.document import EMPTY, document_of
from novelist.ui.importing.model import PlanModel
from novelist.ui.importing.plan import PlannedItem
from novelist.ui.importing.preview import TextPreview
from novelist.ui.theme import Theme
from novelist.ui.widgets.elided_label import ElidedLabel
from novelist.ui.widgets.retranslated import Retranslated


class PreviewPanel(Retranslated, QWidget):
    """Where the text stands in the novel, and the text."""

    def __init__(self, theme: Theme, model: PlanModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._item: PlannedItem | None = None
        self._tried = ""
        self._language = "en"
        theme.lay_ground(self, "page")
        self._place = ElidedLabel(theme, "small", "text_2", self)
        self._place.setObjectName("import_preview_place")
        self.text = TextPreview(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(16)
        self._place.setContentsMargins(24, 0, 24, 0)
        column.addLayout(_inset(self._place))
        column.addWidget(self.text, 1)

    def set_language(self, language: str) -> None:
        """Use the type of another language."""
        self._language = language
        self._show()

    def show_item(self, item: PlannedItem | None) -> None:
        """Show what the import makes of one thing; nothing for None."""
        self._item = item
        self._show()

    def show_decoded(self, encoding: str, lines: str) -> None:
        """Show the first lines of the file in an encoding that is only tried."""
        self._place.setText(self.tr("The file as {encoding}").format(encoding=encoding))
        written = (line.strip() for line in lines.splitlines() if line.strip())
        self.text.show_text(document_of(*written), self._language)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._show()

    def _show(self) -> None:
        item = self._item
        self._place.setText(self._path_of(item) if item else "")
        self.text.show_text(item.document() if item else EMPTY, self._language)

    def _path_of(self, item: PlannedItem) -> str:
        names: list[str] = []
        above: PlannedItem | None = item
        while above is not None:
            names.insert(0, self._model.title_of(above))
            above = above.parent
        return "  ›  ".join(names)


def _inset(label: QWidget) -> QVBoxLayout:
    row = QVBoxLayout()
    row.setContentsMargins(24, 0, 24, 0)
    row.addWidget(label)
    return row
