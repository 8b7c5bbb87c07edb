# SPDX-License-Identifier: MIT
"""The events of a drag, as Qt sends them."""

from __future__ import annotations

import PySide6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent

# From 6.12 on a place is given in fractions of a pixel; before, only in whole ones.
_Place = QPointF if PySide6.__version_info__ >= (6, 12) else QPoint
_NO_KEYS = Qt.KeyboardModifier.NoModifier


def drag_enter(point: QPoint, action: Qt.DropAction, data: QMimeData) -> QDragEnterEvent:
    """A drag with the left button comes in at ``point``."""
    return QDragEnterEvent(_Place(point), action, data, Qt.MouseButton.LeftButton, _NO_KEYS)


def drag_move(point: QPoint, action: Qt.DropAction, data: QMimeData) -> QDragMoveEvent:
    """It moves on to ``point``."""
    return QDragMoveEvent(_Place(point), action, data, Qt.MouseButton.LeftButton, _NO_KEYS)
