# SPDX-License-Identifier: MIT
"""The page where one writes: the editor from the first moment, places for what comes beside it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from novelist.settings import WindowState
from novelist.ui.editor.panel import EditorPanel
from novelist.ui.theme import Theme
from novelist.ui.widgets.hairline_splitter import HairlineSplitter

# Pixels: narrower, and the words in a panel no longer fit; wider, and it is the page's room.
_BINDER_WIDTH: Final = (200, 400)
_INSPECTOR_WIDTH: Final = (264, 440)
_EDITOR_WIDTH: Final = 348


class WritePage(QWidget):
    """Binder, editor and inspector share the width; ``state`` keeps what the user makes of it.

    The editor never moves: what is typed, composed and selected in it goes on while the other
    two take their places.
    """

    layout_changed = Signal()  # a panel was shown, hidden or made wider

    def __init__(
        self, theme: Theme, state: WindowState, editor: EditorPanel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("workspace")
        self._state = state
        self._editor = editor
        self._binder = _Place(theme, _BINDER_WIDTH, self)
        self._inspector = _Place(theme, _INSPECTOR_WIDTH, self)
        self._splitter = HairlineSplitter(theme, parent=self)
        for widget in (self._binder, editor, self._inspector):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        editor.setMinimumWidth(_EDITOR_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        self._restore(theme.size("sheet_list") * 10)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        editor.binder_toggle_requested.connect(self.toggle_binder)
        editor.inspector_toggle_requested.connect(self.toggle_inspector)

    def put_binder(self, panel: QWidget) -> None:
        """Fill the place at the left."""
        self._binder.fill(panel)

    def put_inspector(self, panel: QWidget) -> None:
        """Fill the place at the right."""
        self._inspector.fill(panel)

    def toggle_binder(self) -> None:
        """Show or hide the binder."""
        self._set_visible(self._binder, self._binder.isHidden())

    def toggle_inspector(self) -> None:
        """Show or hide the inspector."""
        self._set_visible(self._inspector, self._inspector.isHidden())

    def show_inspector(self) -> None:
        """Show the inspector where it is hidden."""
        if self._inspector.isHidden():
            self.toggle_inspector()

    def lend_inspector(self, lent: bool) -> None:
        """Show the inspector for a while where only the text is shown, and hide it again."""
        self._inspector.setVisible(lent)

    def _restore(self, wide: int) -> None:
        state = self._state
        self._splitter.setSizes([state.binder_width, wide, state.inspector_width])
        self._binder.setVisible(state.binder_visible)
        self._inspector.setVisible(state.inspector_visible)
        self._editor.header.inspector.setChecked(state.inspector_visible)

    def _set_visible(self, place: QWidget, visible: bool) -> None:
        place.setVisible(visible)
        self._state.binder_visible = not self._binder.isHidden()
        self._state.inspector_visible = not self._inspector.isHidden()
        self._editor.header.inspector.setChecked(not self._inspector.isHidden())
        self.layout_changed.emit()

    def _on_splitter_moved(self, _position: int, _index: int) -> None:
        if not self._binder.isHidden():
            self._state.binder_width = self._binder.width()
        if not self._inspector.isHidden():
            self._state.inspector_width = self._inspector.width()
        self.layout_changed.emit()


class _Place(QWidget):
    """Where a panel will stand; until then its ground."""

    def __init__(self, theme: Theme, width: tuple[int, int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumWidth(width[0])
        self.setMaximumWidth(width[1])
        theme.lay_ground(self, "side")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    def fill(self, panel: QWidget) -> None:
        """Put the panel here."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(panel)
