# SPDX-License-Identifier: MIT
"""Shows one tab of the inspector wherever the window hides it, and goes back to the text.

Without a tab of its own it is that of the item.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from novelist.ui.controller import Controller


class TabShown:
    """Where only the text is shown, the inspector is lent until the keyboard is back in it."""

    def __init__(self, controller: Controller, tab: QWidget | None) -> None:
        self._controller, self._tab = controller, tab
        self._is_lent = False

    def reveal(self) -> None:
        """Show the tab."""
        workspace = self._controller.workspace
        self._is_lent = self._controller.commands.focus.mode.is_on
        if self._is_lent:
            workspace.page.lend_inspector(True)
        else:
            workspace.page.show_inspector()
        workspace.inspector.show_tab(self._tab)

    def leave(self) -> None:
        """The keyboard goes back to the text."""
        self._controller.workspace.editor.focus_text()
        if self._is_lent and self._controller.commands.focus.mode.is_on:
            self._controller.workspace.page.lend_inspector(False)
        self._is_lent = False
