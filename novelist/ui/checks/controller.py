# SPDX-License-Identifier: MIT
"""Possible slips in the window: switched on and off, all of them or one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from novelist.domain.checks import Check
from novelist.ui.checks.layer import ChecksLayer
from novelist.ui.checks.menu import ChecksMenu
from novelist.ui.labels import check_label

if TYPE_CHECKING:
    from novelist.ui.controller import Controller
    from novelist.ui.spelling.checking import Checking


class ChecksController(QObject):
    """One for the life of the window; it shares the looking over with spelling."""

    def __init__(self, controller: Controller, checking: Checking) -> None:
        super().__init__(controller)
        self._controller, self._checking = controller, checking
        self._settings = controller.context.settings
        self._action = controller.window.actions_["checks"]
        editor = controller.workspace.editor
        self.layer = ChecksLayer(checking)
        self.menu = ChecksMenu(controller.context.theme, self.layer, editor.edit, self)
        self._is_on = False
        editor.menu_opening.connect(self._on_editor_menu_opening)
        self.menu.switch_off_requested.connect(self._on_menu_switch_off_requested)
        self._action.setChecked(self._settings.checks)
        self._action.triggered.connect(self._on_action_triggered)

    def show_choice(self) -> None:
        """Follow the settings, wherever they were changed."""
        self._action.setChecked(self._settings.checks)
        off = set(self._settings.checks_off)
        self.layer.wanted = frozenset(check for check in Check if check.value not in off)
        self.layer.forget()
        if self._settings.checks != self._is_on:
            self._is_on = self._settings.checks
            change = self._checking.looking.add if self._is_on else self._checking.looking.remove
            change(self.layer)
        else:
            self._checking.look_again()

    def _on_editor_menu_opening(self, menu: QMenu, position: int) -> None:
        if self._is_on:
            self.menu.fill(menu, position)

    def _on_action_triggered(self, on: bool) -> None:
        self._controller.commands.choose("checks", on)

    def _on_menu_switch_off_requested(self, check: str) -> None:
        off = sorted({*self._settings.checks_off, check})
        self._controller.commands.choose("checks_off", off)
        said = self.tr("Not looked for any more: {kind}").format(kind=check_label(check))
        self._controller.window.notify(said, lambda: self._look_for(check))

    def _look_for(self, check: str) -> None:
        off = [each for each in self._settings.checks_off if each != check]
        self._controller.commands.choose("checks_off", off)
