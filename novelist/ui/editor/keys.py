# SPDX-License-Identifier: MIT
"""Which keys type something, and what."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
ENTER: Final = "\n"
BACKSPACE: Final = "\b"
NO_MODIFIERS: Final = (_Modifier.NoModifier, _Modifier.KeypadModifier)
_NAMED_KEYS: Final[dict[int, str]] = {
    _Key.Key_Return: ENTER, _Key.Key_Enter: ENTER, _Key.Key_Backspace: BACKSPACE,
}  # fmt: skip


def is_typed(event: QKeyEvent) -> bool:
    """Whether a key puts a character into the text. AltGr is Ctrl and Alt on some systems."""
    command = event.modifiers() & (_Modifier.ControlModifier | _Modifier.MetaModifier)
    is_command = bool(command) and not event.modifiers() & _Modifier.AltModifier
    return bool(event.text()) and event.text().isprintable() and not is_command


def typed_text(event: QKeyEvent) -> str:
    """The character that a key types, ``ENTER`` or ``BACKSPACE``; "" for every other key."""
    if is_typed(event):
        return event.text()
    if event.modifiers() not in NO_MODIFIERS:
        return ""
    return _NAMED_KEYS.get(event.key(), "")
