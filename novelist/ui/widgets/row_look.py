# SPDX-License-Identifier: MIT
"""What a model says of its rows, read once until it changes: painting asks for it again and again.

A view is painted whole whenever the edge of its window moves; each question to a model made in
Python takes a hundredth of the time that a frame has.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QObject, Qt
from PySide6.QtGui import QFont, QFontMetrics

from novelist.ui.theme import Theme
from novelist.ui.widgets.item_delegate import Index


class RowRole(IntEnum):
    """What a model answers besides the title (``DisplayRole``) and the check (``CheckStateRole``).

    All are optional; None stands for "none".
    """

    DOT = Qt.ItemDataRole.UserRole + 1  # hue of a dot before the title: "moss"
    ICON = Qt.ItemDataRole.UserRole + 2  # Lucide name of an icon before the title
    COUNT = Qt.ItemDataRole.UserRole + 3  # str at the right end, in tabular figures
    MUTED = Qt.ItemDataRole.UserRole + 4  # bool: the title in text_3 (left out of the manuscript)
    SECTION = Qt.ItemDataRole.UserRole + 5  # bool: a part, 12 px and 600; its rows hardly indent
    NOTE = Qt.ItemDataRole.UserRole + 6  # str after the title, small, in text_3
    STRONG = Qt.ItemDataRole.UserRole + 7  # bool: the title at weight 600
    ICON_INK = Qt.ItemDataRole.UserRole + 8  # colour token of the icon, where not "text_2"
    LAST = Qt.ItemDataRole.UserRole + 32
    """Roles of a model's own begin above this."""


@dataclass(slots=True)
class RowLook:
    """All that decides how one row looks, but for the state of the view."""

    title: str
    count: str
    count_width: int
    note: str
    dot: str
    icon: str
    icon_ink: str
    check: Qt.CheckState | None
    is_muted: bool
    is_section: bool
    is_strong: bool
    has_children: bool
    depth: int
    """How many levels the row is indented; a part is none."""
    is_in_section: bool
    _fitting: dict[tuple[str, int, int], tuple[str, int]] = field(default_factory=dict)

    def fitting(self, words: str, font: QFont, width: int) -> tuple[str, int]:
        """So many of these words as find room, and the width that they take."""
        key = (words, font.weight(), width)
        if key not in self._fitting:
            metrics = QFontMetrics(font)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
            self._fitting[key] = (shown, metrics.horizontalAdvance(shown))
        return self._fitting[key]


class RowLooks(QObject):
    """The looks of one model's rows, forgotten with every change of it."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model: QAbstractItemModel | None = None
        self._known: dict[tuple[int, int], RowLook] = {}
        theme.theme_changed.connect(self._forget)

    def of(self, index: Index) -> RowLook:
        """How a row looks."""
        self._follow(index.model())
        key = (index.internalId(), index.row()) if hasattr(index, "internalId") else None
        known = None if key is None else self._known.get(key)
        if known is None:
            known = self._read(index)
            if key is not None:
                self._known[key] = known
        return known

    def _follow(self, model: QAbstractItemModel) -> None:
        if model is self._model:
            return
        self._model = model
        self._known.clear()
        for changed in (
            model.dataChanged,
            model.modelReset,
            model.layoutChanged,
            model.rowsInserted,
            model.rowsRemoved,
            model.rowsMoved,
        ):
            changed.connect(self._forget)

    def _forget(self) -> None:
        self._known.clear()

    def _read(self, index: Index) -> RowLook:
        count = str(index.data(RowRole.COUNT) or "")
        check = index.data(Qt.ItemDataRole.CheckStateRole)
        depth, is_in_section = _place(index)
        return RowLook(
            title=str(index.data(Qt.ItemDataRole.DisplayRole) or "").replace("\n", " "),
            count=count,
            count_width=self._advance(count) if count else 0,
            note=str(index.data(RowRole.NOTE) or ""),
            dot=str(index.data(RowRole.DOT) or ""),
            icon=str(index.data(RowRole.ICON) or ""),
            icon_ink=str(index.data(RowRole.ICON_INK) or "text_2"),
            check=None if check is None else Qt.CheckState(check),
            is_muted=bool(index.data(RowRole.MUTED)),
            is_section=bool(index.data(RowRole.SECTION)),
            is_strong=bool(index.data(RowRole.STRONG)),
            has_children=_has_children(index),
            depth=depth,
            is_in_section=is_in_section,
        )

    def _advance(self, text: str) -> int:
        return QFontMetrics(self._theme.figures_font("small")).horizontalAdvance(text)


def _has_children(index: Index) -> bool:
    model = index.model()
    is_list = isinstance(model, QAbstractListModel)  # Qt lets nobody ask these
    return not is_list and model.hasChildren(index)


def _place(index: Index) -> tuple[int, bool]:
    """How many levels a row is indented, and whether a part is the outermost that holds it."""
    depth, is_in_section, parent = 0, False, index.parent()
    while parent.isValid():
        is_section = bool(parent.data(RowRole.SECTION))
        depth += 0 if is_section else 1
        is_in_section |= is_section
        parent = parent.parent()
    return depth, is_in_section
