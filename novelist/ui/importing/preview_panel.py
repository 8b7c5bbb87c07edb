# SPDX-License-Identifier: MIT
"""The right column: the chosen thing as it will stand in the book, or the file in an encoding."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from novelist.domain.document import EMPTY, Document, document_of
from novelist.importers.base import ImportedEntity
from novelist.importers.named_lines import named_lines
from novelist.ui.importing.model import PlanModel
from novelist.ui.importing.plan import PlannedEntity, PlannedItem
from novelist.ui.importing.preview import TextPreview
from novelist.ui.labels import entity_heading, unnamed_label
from novelist.ui.theme import Theme
from novelist.ui.widgets.elided_label import ElidedLabel
from novelist.ui.widgets.retranslated import Retranslated


class PreviewPanel(Retranslated, QWidget):
    """Where the text stands in the novel, and the text."""

    def __init__(self, theme: Theme, model: PlanModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._item: PlannedItem | None = None
        self._entity: PlannedEntity | None = None
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
        self._item, self._entity = item, None
        self._show()

    def show_entity(self, entity: PlannedEntity | None) -> None:
        """Show what the file says of somebody or something; nothing for None."""
        self._item, self._entity = None, entity
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
        item, text = self._item, EMPTY
        place = self._path_of(item) if item else ""
        if self._entity is not None:
            entity = self._entity.entity
            name = entity.name.strip() or unnamed_label(entity.kind)
            place, text = f"{entity_heading(entity.kind)}  ›  {name}", _said_of(entity)
        self._place.setText(place)
        self.text.show_text(item.document() if item else text, self._language)

    def _path_of(self, item: PlannedItem) -> str:
        names: list[str] = []
        above: PlannedItem | None = item
        while above is not None:
            names.insert(0, self._model.title_of(above))
            above = above.parent
        return "  ›  ".join(names)


def _said_of(entity: ImportedEntity) -> Document:
    """Other names, summary, notes and fields, a paragraph each."""
    lines = [", ".join(entity.aliases), *entity.summary.split("\n"), *entity.notes.split("\n")]
    lines += named_lines((each.name, each.value) for each in entity.fields)
    return document_of(*(line for line in lines if line.strip()))


def _inset(label: QWidget) -> QVBoxLayout:
    row = QVBoxLayout()
    row.setContentsMargins(24, 0, 24, 0)
    row.addWidget(label)
    return row
