# SPDX-License-Identifier: MIT
"""Widgets whose words follow the language of the interface while they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object  # the other base is a widget: there may be only one


class Retranslated(_Widget):
    """The first base of a widget that says its words in ``retranslate``."""

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
