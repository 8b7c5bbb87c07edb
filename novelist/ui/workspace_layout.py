# SPDX-License-Identifier: MIT
"""How binder, editor and inspector share the width: kept from one start to the next."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from novelist.settings import WindowState
from novelist.ui.binder.panel import BinderPanel
from novelist.ui.editor.panel import EditorPanel
from novelist.ui.inspector.panel import InspectorPanel
from novelist.ui.theme import Theme
from novelist.ui.widgets.hairline_splitter import HairlineSplitter

# Pixels: narrower, and the words in a panel no longer fit; wider, and it is the page's room.
_BINDER_WIDTH: Final = (200, 400)
_INSPECTOR_WIDTH: Final = (264, 440)
_EDITOR_WIDTH: Final = 360


class WorkspaceLayout(QObject):
    """The splitter of the three panels; notes in ``state`` what the user makes of it."""

    changed = Signal()  # a panel was shown, hidden or made wider

    def __init__(
        self,
        theme: Theme,
        state: WindowState,
        panels: tuple[BinderPanel, EditorPanel, InspectorPanel],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self.binder, self.editor, self.inspector = panels
        self.splitter = HairlineSplitter(theme, parent=parent)
        for panel in panels:
            self.splitter.addWidget(panel)
        self.splitter.setStretchFactor(1, 1)
        self.binder.setMinimumWidth(_BINDER_WIDTH[0])
        self.binder.setMaximumWidth(_BINDER_WIDTH[1])
        self.inspector.setMinimumWidth(_INSPECTOR_WIDTH[0])
        self.inspector.setMaximumWidth(_INSPECTOR_WIDTH[1])
        self.editor.setMinimumWidth(_EDITOR_WIDTH)
        self._restore(theme)
        self.splitter.splitterMoved.connect(self._on_splitter_moved)

    def _restore(self, theme: Theme) -> None:
        state = self._state
        wide = theme.size("sheet_list") * 10
        self.splitter.setSizes([state.binder_width, wide, state.inspector_width])
        self.binder.setVisible(state.binder_visible)
        self.inspector.setVisible(state.inspector_visible)
        self.editor.header.inspector.setChecked(state.inspector_visible)

    def toggle_binder(self) -> None:
        """Show or hide the binder."""
        self._set_visible(self.binder, self.binder.isHidden())

    def toggle_inspector(self) -> None:
        """Show or hide the inspector."""
        self._set_visible(self.inspector, self.inspector.isHidden())

    def _set_visible(self, panel: QWidget, visible: bool) -> None:
        panel.setVisible(visible)
        self._state.binder_visible = not self.binder.isHidden()
        self._state.inspector_visible = not self.inspector.isHidden()
        self.editor.header.inspector.setChecked(not self.inspector.isHidden())
        self.changed.emit()

    def _on_splitter_moved(self, _position: int, _index: int) -> None:
        if not self.binder.isHidden():
            self._state.binder_width = self.binder.width()
        if not self.inspector.isHidden():
            self._state.inspector_width = self.inspector.width()
        self.changed.emit()
