# SPDX-License-Identifier: MIT
"""What of the outline is shown: the manuscript or the notes, and only what matches a search."""

from __future__ import annotations

import unicodedata
from enum import Enum

from PySide6.QtCore import QModelIndex, QObject, QSortFilterProxyModel

from novelist.ui.binder.tree_model import AnyIndex, BinderModel


class Section(Enum):
    """The two halves of an outline."""

    MANUSCRIPT = "manuscript"
    NOTES = "notes"


class BinderFilter(QSortFilterProxyModel):
    """Shows one section; while there is a search, what matches it and all that holds a match."""

    def __init__(self, model: BinderModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._section: Section | None = Section.MANUSCRIPT
        self._text = ""
        self._accepted: set[int] | None = None
        self.setSourceModel(model)

    @property
    def section(self) -> Section | None:
        """The section that is shown; None for everything."""
        return self._section

    @property
    def text(self) -> str:
        """What is searched for, "" for nothing."""
        return self._text

    @property
    def matches(self) -> int:
        """How many rows the search leaves, those that only hold a match included."""
        return len(self._model.tree) if self._accepted is None else len(self._accepted)

    def set_section(self, section: Section | None) -> None:
        """Show another half of the outline."""
        if section is not self._section:
            self._section = section
            self.invalidate()

    def set_text(self, text: str) -> None:
        """Search titles and synopses for all the words of ``text``."""
        self._text = text.strip()
        self._accepted = self._find() if self._text else None
        self.invalidate()

    def index_of(self, item_id: int | None) -> QModelIndex:
        """The index of an item here; the invalid one while it is not shown."""
        return self.mapFromSource(self._model.index_of(item_id))

    def id_of(self, index: AnyIndex) -> int | None:
        """The id behind an index."""
        return self._model.id_of(self.mapToSource(index))

    def filterAcceptsRow(self, row: int, parent: AnyIndex) -> bool:
        """Qt: whether a row of the model is shown."""
        if self._accepted is None and parent.isValid():
            return True
        parent_id = self._model.id_of(parent)
        item_id = self._model.tree.children(parent_id)[row]
        if self._accepted is not None and item_id not in self._accepted:
            return False
        if parent_id is not None or self._section is None:
            return True
        return self._model.tree.is_outside(item_id) == (self._section is Section.NOTES)

    def _find(self) -> set[int]:
        tree, words = self._model.tree, _folded(self._text).split()
        found: set[int] = set()
        for item_id, item in tree.items.items():
            text = _folded(f"{self._model.title_of(item)}\n{item.synopsis}")
            if all(word in text for word in words):
                found.add(item_id)
                found.update(tree.ancestors(item_id))
        return found


def _folded(text: str) -> str:
    """Without case and without the width of letters, so that a search finds more."""
    return unicodedata.normalize("NFKC", text).casefold()
