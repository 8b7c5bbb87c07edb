# SPDX-License-Identifier: MIT
"""The events of a drag, as Qt sends them."""

from __future__ import annotations

import PySide6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from novelist.ui.binder.panel import BinderPanel

# From 6.12 on a place is given in fractions of a pixel; before, only in whole ones.
_Place = QPointF if PySide6.__version_info__ >= (6, 12) else QPoint
_NO_KEYS = Qt.KeyboardModifier.NoModifier


def drag_enter(point: QPoint, action: Qt.DropAction, data: QMimeData) -> QDragEnterEvent:
    """A drag with the left button comes in at ``point``."""
    return QDragEnterEvent(_Place(point), action, data, Qt.MouseButton.LeftButton, _NO_KEYS)


def drag_move(point: QPoint, action: Qt.DropAction, data: QMimeData) -> QDragMoveEvent:
    """It moves on to ``point``."""
    return QDragMoveEvent(_Place(point), action, data, Qt.MouseButton.LeftButton, _NO_KEYS)


def out_of(source: QWidget | None, event: QDropEvent) -> QDropEvent:
    """The event of a drag that began in a widget; None: in another program."""
    event.source = lambda: source
    return event


def let_go(place: QWidget, last: QDropEvent, dropped: QDropEvent) -> bool:
    """The button is let go: a drop where ``last`` was accepted, else it goes away; which of both.

    A drag that never ended stays with Qt, which would send the next one to a widget that is gone.
    """
    accepted = last.isAccepted()
    QApplication.sendEvent(place, dropped if accepted else QDragLeaveEvent())
    return accepted


def drag(panel: BinderPanel, ids: list[int], point: QPoint, target: QWidget | None = None) -> bool:
    """Drag rows of the binder and drop them, with the events that Qt sends; whether it took them.

    Without ``target`` they are dropped on the rows.
    """
    place = target or panel.tree.viewport()
    data = panel.model.mimeData([panel.model.index_of(item_id) for item_id in ids])
    action, button = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    enter, move = drag_enter(point, action, data), drag_move(point, action, data)
    QApplication.sendEvent(place, enter)
    QApplication.sendEvent(place, move)
    dropped = QDropEvent(QPointF(point), action, data, button, _NO_KEYS)
    return let_go(place, move if target is None else enter, dropped)
