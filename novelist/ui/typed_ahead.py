# SPDX-License-Identifier: MIT
"""What is typed before the place is there that it is meant for."""

from __future__ import annotations

from collections import deque
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

_LONGEST: Final = 3000  # milliseconds; then the keys go where they would have gone
_COMMANDING: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_FIRST_FUNCTION_KEY: Final = Qt.Key.Key_F1
_LAST_FUNCTION_KEY: Final = Qt.Key.Key_F35


class Composing(Protocol):
    """What an input method may be composing in."""

    def commit_composition(self) -> None:
        """Make what is being composed part of the text."""
        ...


class TypedAhead(QObject):
    """From ``hold`` to ``release`` keys wait, and with them what an input method commits.

    They go, in their order, to whatever has the keyboard by then; commands among them, too. A
    command that holds again keeps back those after it.
    """

    def __init__(self, page: Composing, parent: QObject) -> None:
        """``page`` keeps what was being composed in it before."""
        super().__init__(parent)
        self._page = page
        self._waiting: deque[QEvent] = deque()
        self._watched: list[QWidget] = []
        self._patience = QTimer(self, singleShot=True, interval=_LONGEST)
        self._patience.timeout.connect(self.release)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    @property
    def is_holding(self) -> bool:
        """Whether keys wait."""
        return self._patience.isActive()

    def hold(self) -> None:
        """From now on keys wait."""
        if not self.is_holding:
            self._page.commit_composition()
            self._watch(QApplication.focusWidget())
        self._patience.start()

    def release(self) -> None:
        """Hand on what was typed meanwhile."""
        self._patience.stop()
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched.clear()
        while self._waiting and not self.is_holding:
            self._hand_on(self._waiting.popleft())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: keep keys, and what an input method says, for later."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride:  # it comes as a key then, and waits in its place
            event.accept()
            return True
        if kind == QEvent.Type.KeyRelease:
            return True
        if isinstance(event, QKeyEvent | QInputMethodEvent):
            self._waiting.append(event.clone())
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _hand_on(self, event: QEvent) -> None:
        focus = QApplication.focusWidget()
        if focus is None:
            return
        command = _command(event, focus) if isinstance(event, QKeyEvent) else None
        if command is not None:
            command.trigger()
        else:
            QCoreApplication.sendEvent(focus, event)

    def _watch(self, widget: QWidget | None) -> None:
        if widget is not None and widget not in self._watched:
            self._watched.append(widget)
            widget.installEventFilter(self)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.is_holding:
            self._watch(now)


def _command(event: QKeyEvent, focus: QWidget) -> QAction | None:
    """The command that the keys are of, where they were pressed."""
    key = Qt.Key(event.key())
    is_function_key = _FIRST_FUNCTION_KEY <= key <= _LAST_FUNCTION_KEY
    if not (event.modifiers() & _COMMANDING or is_function_key):
        return None
    keys = QKeySequence(event.keyCombination())
    offered = [*focus.actions(), *focus.window().actions()]
    found = (each for each in offered if each.isEnabled() and keys in each.shortcuts())
    return next(found, None)
