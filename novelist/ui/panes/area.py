# SPDX-License-Identifier: MIT
"""Panes beside and below each other, parted by hairlines."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from novelist.ui.panes.pane import Pane
from novelist.ui.theme import Theme
from novelist.ui.widgets.hairline_splitter import HairlineSplitter

Shape: TypeAlias = "int | dict[str, object]"
"""How panes are arranged: the number of one, or {"way": "row" | "column", "parts": [Shape…],
"sizes": [pixels…]}."""

_WAYS = {"row": Qt.Orientation.Horizontal, "column": Qt.Orientation.Vertical}


class PaneArea(QWidget):
    """Holds at least one pane; a place is split in two, or closed up again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("panes")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def panes(self) -> list[Pane]:
        """The panes from the upper left to the lower right."""
        root = self._root
        return [] if root is None else _panes_in(root)

    def put_first(self, pane: Pane) -> None:
        """Begin with one pane."""
        self._column.addWidget(pane)

    def split(self, pane: Pane, way: Qt.Orientation, other: Pane) -> None:
        """Put another pane to the right of one, or below it; both are equally large."""
        parent = pane.parentWidget()
        if isinstance(parent, QSplitter) and parent.orientation() == way:
            number = parent.indexOf(pane)
            sizes = parent.sizes()
            parent.insertWidget(number + 1, other)
            half = sizes[number] // 2
            parent.setSizes([*sizes[:number], half, sizes[number] - half, *sizes[number + 1 :]])
            return
        splitter = HairlineSplitter(self._theme, way)
        sizes = parent.sizes() if isinstance(parent, QSplitter) else []
        self._put_before(pane, splitter)
        splitter.addWidget(pane)  # it leaves its place by that
        if isinstance(parent, QSplitter):
            parent.setSizes(sizes)
        splitter.addWidget(other)
        pane.show()
        splitter.setSizes([1_000, 1_000])

    def close_pane(self, pane: Pane) -> None:
        """Take a pane away; its neighbours take its room."""
        parent = pane.parentWidget()
        pane.setParent(None)
        if isinstance(parent, QSplitter) and parent.count() == 1:
            above = parent.parentWidget()
            sizes = above.sizes() if isinstance(above, QSplitter) else []
            self._put_before(parent, _parts_of(parent)[0])
            parent.setParent(None)
            parent.deleteLater()
            if isinstance(above, QSplitter):
                above.setSizes(sizes)

    def _put_before(self, widget: QWidget, new: QWidget) -> None:
        """Put something where a widget stands, which goes elsewhere next.

        Not by ``replaceWidget``: PySide deletes what that takes out of a splitter.
        """
        parent = widget.parentWidget()
        if isinstance(parent, QSplitter):
            parent.insertWidget(parent.indexOf(widget), new)
        else:
            self._column.insertWidget(0, new)
        new.show()

    @property
    def _root(self) -> QWidget | None:
        """The pane, or what is split; not by ``itemAt``: see tests/house/test_shape.py."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        return next(iter(self.findChildren(QWidget, options=direct)), None)

    def set_sizes(self, pane: Pane, sizes: list[int]) -> None:
        """Share the room between what a pane stands beside, in these proportions."""
        parent = pane.parentWidget()
        if isinstance(parent, QSplitter) and parent.count() == len(sizes):
            parent.setSizes(sizes)

    # -- how they are arranged -----------------------------------------------------------------

    def shape(self, numbered: list[Pane] | None = None) -> Shape:
        """How the panes are arranged, each by its number in ``numbered``, else in ``panes``."""
        root = self._root
        return 0 if root is None else _shape_of(root, self.panes if numbered is None else numbered)


def _panes_in(widget: QWidget) -> list[Pane]:
    if isinstance(widget, Pane):
        return [widget]
    parts = _parts_of(widget) if isinstance(widget, QSplitter) else []
    return [pane for part in parts for pane in _panes_in(part)]


def _parts_of(splitter: QSplitter) -> list[QWidget]:
    found = (splitter.widget(number) for number in range(splitter.count()))
    return [part for part in found if part is not None]


def _shape_of(widget: QWidget, panes: list[Pane]) -> Shape:
    if isinstance(widget, Pane):
        return panes.index(widget)
    assert isinstance(widget, QSplitter)
    way = next(name for name, value in _WAYS.items() if value == widget.orientation())
    parts: list[object] = [_shape_of(part, panes) for part in _parts_of(widget)]
    return {"way": way, "parts": parts, "sizes": list(widget.sizes())}
