# SPDX-License-Identifier: MIT
"""A short message at the bottom centre that goes away by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.announcement import announce
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.painting import fill, frame, painting
from novelist.ui.widgets.shadow import SPREAD, paint_shadow
from novelist.ui.widgets.text_label import TextLabel

_MOVING: Final = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Toast(QWidget):
    """The one toast of a window; a new message takes the place of the old one.

    It stays 6 s, or 10 s when it offers an action (Undo), and waits while the mouse is over it
    or its button has the focus. Words of a language that is left go with it.
    """

    def __init__(self, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._on_action: Callable[[], None] | None = None
        self._footer: QWidget | None = None
        self.setObjectName("toast")
        self._label = TextLabel(theme, "body", "text", self)
        self.action = Button(theme, icons, ButtonRole.LINK, self, small=True)
        self.action.setObjectName("toast_action")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._row = row = QHBoxLayout(self)
        pad = theme.space("m")
        row.setContentsMargins(SPREAD + theme.space("l"), SPREAD + pad, SPREAD + pad, SPREAD + pad)
        row.setSpacing(theme.space("xl"))
        row.addWidget(self._label, 1)
        row.addWidget(self.action)
        self.hide()
        window.installEventFilter(self)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.action.clicked.connect(self._on_action_clicked)
        theme.theme_changed.connect(self.update)

    @property
    def text(self) -> str:
        """The message it shows, or showed last."""
        return self._label.text()

    @property
    def offered(self) -> Callable[[], None] | None:
        """What its button does, while it is shown."""
        return self._on_action if self.isVisible() else None

    @property
    def lifetime(self) -> int:
        """Milliseconds that the message stays."""
        return self._timer.interval()

    def show_message(
        self, text: str, action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """Say it; ``action`` is the word of a button that calls ``on_action``."""
        self._label.setText(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._on_action = on_action
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        announce(self, text)
        name = "undo_toast_ms" if action else "toast_ms"
        self._timer.start(self._theme.threshold(name))

    def stand_above(self, footer: QWidget | None) -> None:
        """Hide nothing of this part of the page in front, as long as it is there to be seen."""
        if self._footer is not None:
            self._footer.removeEventFilter(self)
        self._footer = footer
        if footer is not None:
            footer.installEventFilter(self)
        if self.isVisible():
            self._place()

    def dismiss(self) -> None:
        """Take it away now."""
        self._timer.stop()
        self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while it is being read."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting."""
        if self.isVisible():
            self._timer.start()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the window changes its size, or the footer comes and goes."""
        if event.type() in _MOVING and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Be as wide as the words are in another font."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._place()
        return done

    def changeEvent(self, event: QEvent) -> None:
        """Words of another language are no longer of use."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shadow, card, frame."""
        card = self.rect().adjusted(SPREAD, SPREAD, -SPREAD, -SPREAD)
        radius = self._theme.radius("card")
        with painting(self) as painter:
            paint_shadow(painter, card, self._theme, radius)
            fill(painter, card, self._theme.colour("raised"), radius)
            frame(painter, card, self._theme.colour("line"), radius)

    def _place(self) -> None:
        window = self._window
        room = window.width() - 2 * self._theme.space("xl")
        self._row.activate()
        size = self.sizeHint().boundedTo(QSize(room, self.sizeHint().height()))
        bottom = self._floor() - self._theme.space("l") + SPREAD
        left = (window.width() - size.width()) // 2
        self.setGeometry(QRect(left, bottom - size.height(), size.width(), size.height()))

    def _floor(self) -> int:
        footer = self._footer
        if footer is not None and footer.isVisible() and self._window.isAncestorOf(footer):
            return footer.mapTo(self._window, QPoint()).y()
        return self._window.height() - self._theme.size("status_bar")

    def _on_timer_timeout(self) -> None:
        if self.action.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _on_action_clicked(self) -> None:
        callback, self._on_action = self._on_action, None
        self.dismiss()
        if callback is not None:
            callback()
