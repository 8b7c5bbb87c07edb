# SPDX-License-Identifier: MIT
"""Ctrl with either Enter key, which does the one thing that a place is for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

# By their codes: where Qt speaks Chinese it reads the name of one key as that of the other.
_KEYS: Final = [
    QKeySequence(QKeyCombination(Qt.KeyboardModifier.ControlModifier, key))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
]


def control_enter_words() -> str:
    """What people call it on this system."""
    return _KEYS[0].toString(QKeySequence.SequenceFormat.NativeText)


def on_control_enter(place: QWidget, act: Callable[[], object]) -> None:
    """Do this when it is pressed anywhere in a place."""
    shortcut = QShortcut(place)
    shortcut.setKeys(_KEYS)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)
