# SPDX-License-Identifier: MIT
"""Work that takes its time: nothing, then a 2 px line, then a way to cancel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.painting import fill, painting

_THICKNESS = 2
_CANCEL_AFTER = 2000  # milliseconds


class ProgressLine(QWidget):
    """Put it under a panel's header, and ``cancel`` (a button) where the header has room.

    The line appears 300 ms after ``begin``, the button after 2 s, both go with ``end``.
    """

    cancel_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self._running = False
        self.cancel = Button(theme, icons, ButtonRole.QUIET, parent, small=True)
        self.cancel.setObjectName("cancel_work")
        self.cancel.setVisible(False)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_THICKNESS)
        self._line_timer = self._timer(theme.threshold("progress_spinner_ms"), self._on_line_due)
        self._cancel_timer = self._timer(_CANCEL_AFTER, self._on_cancel_due)
        self.cancel.clicked.connect(self.cancel_requested)
        theme.theme_changed.connect(self.update)
        self._visible = False

    @property
    def visible_share(self) -> float | None:
        """The share the line shows; None while there is no line."""
        return self._share if self._visible else None

    def begin(self) -> None:
        """Work has begun."""
        self._running, self._share = True, 0.0
        self._line_timer.start()
        self._cancel_timer.start()

    def set_share(self, share: float) -> None:
        """How much is done, from 0 to 1."""
        self._share = min(max(share, 0.0), 1.0)
        self.setAccessibleDescription(f"{self._share:.0%}")
        self.update()

    def end(self) -> None:
        """Work has ended, well or not."""
        self._running = self._visible = False
        self._line_timer.stop()
        self._cancel_timer.stop()
        self.cancel.setVisible(False)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The share done; the rest is a hairline."""
        if not self._visible:
            return
        with painting(self) as painter:
            fill(painter, self.rect(), self._theme.colour("line"))
            done = QRectF(0, 0, round(self.width() * self._share), _THICKNESS)
            fill(painter, done, self._theme.colour("accent"))

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    def _on_line_due(self) -> None:
        self._visible = self._running
        self.update()

    def _on_cancel_due(self) -> None:
        self.cancel.setVisible(self._running and bool(self.cancel.text()))
