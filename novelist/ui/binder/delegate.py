# SPDX-License-Identifier: MIT
"""How a row of the binder is painted and renamed, beyond what every row has."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from novelist.ui.widgets.item_delegate import Index
from novelist.ui.widgets.row_delegate import RowDelegate, RowLayout

_FILLED = "novelist_filled"


class BinderDelegate(RowDelegate):
    """Rows of the outline: air above each part but the first."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height for all rows; a part has its gap on top."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + self._gap(index))

    def layout(self, view: QWidget | None, rect: QRect, index: Index) -> RowLayout:
        """The pieces of the row, below the gap of a part."""
        return super().layout(view, rect.adjusted(0, self._gap(index), 0, 0), index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the field once: a count that changes meanwhile must not undo what is typed."""
        if not editor.property(_FILLED):
            editor.setProperty(_FILLED, True)
            super().setEditorData(editor, index)

    def _gap(self, index: Index) -> int:
        if index.row() == 0 or not self._looks.of(index).is_section or index.parent().isValid():
            return 0
        return self._theme.space("s")
