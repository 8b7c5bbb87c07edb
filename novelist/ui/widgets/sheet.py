# SPDX-License-Identifier: MIT
"""A page laid over the window: preferences, goals, a question that cannot be undone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole, IconButton
from novelist.ui.widgets.painting import fill, frame, painting
from novelist.ui.widgets.shadow import paint_shadow
from novelist.ui.widgets.text_label import TextLabel


class Sheet(QWidget):
    """A child of the window over a scrim: Tab stays inside, Esc closes, focus comes back.

    Put the page into ``body`` (a vertical layout) and buttons with ``add_button``; the primary
    one is added last and stands at the right end. ``open_sheet()`` shows it.
    """

    closed = Signal()
    """It was closed, by Esc, by its cross or by ``close_sheet``."""

    def __init__(
        self, theme: Theme, icons: Icons, window: QWidget, *, size: QSize | None = None
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._icons = icons
        self._wished = size
        self._came_from: QWidget | None = None
        self._strength = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._card = QWidget(self)
        self._title = TextLabel(theme, "title", "text", self._card, wrap=True)
        self._cross = IconButton(theme, icons, "x", self._card)
        self._cross.setObjectName("sheet_close")
        self.body = QVBoxLayout()
        self._footer = QHBoxLayout()
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._lay_out()
        self.hide()
        for watched in (window, self._card):
            watched.installEventFilter(self)
        self._cross.clicked.connect(self.close_sheet)
        self._fade.valueChanged.connect(self._on_fade_value_changed)
        theme.theme_changed.connect(self._on_theme_changed)

    def set_words(self, title: str, close: str) -> None:
        """The title, and the name of the cross ("Close")."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._cross.set_name(close)

    def add_button(self, role: ButtonRole = ButtonRole.BORDERED) -> Button:
        """A button at the right end of the footer; give it its words."""
        button = Button(self._theme, self._icons, role, self._card)
        self._footer.addWidget(button)
        return button

    def open_sheet(self, focus: QWidget | None = None) -> None:
        """Lay it over the window; ``focus`` or the first control gets the keyboard."""
        self._came_from = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        target = focus or self._first_control()
        if target is not None:
            target.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self._fade.setDuration(self._theme.duration("fade"))
        self._fade.start()

    def close_sheet(self) -> None:
        """Take it away and give the focus back."""
        if self.isHidden():
            return
        self._fade.stop()
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None
        self.closed.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the sheet."""
        controls = self._controls()
        if not controls:
            return True
        focused = QApplication.focusWidget()
        place = controls.index(focused) if focused in controls else -1 if forward else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        controls[(place + (1 if forward else -1)) % len(controls)].setFocus(reason)
        return True

    def event(self, event: QEvent) -> bool:
        """The shortcuts of the window rest: a key that nothing in the sheet wants ends here."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; no other key reaches what lies below."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the card does nothing, and goes no further."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window; the card stays as large as what is in it."""
        if event.type() == QEvent.Type.Resize and watched is self._window and self.isVisible():
            self._place()
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self._card:
            self._fit()
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        """Scrim, shadow, card."""
        radius = self._theme.radius("popover")
        scrim = QColor(self._theme.scrim())
        scrim.setAlphaF(scrim.alphaF() * self._strength)
        with painting(self) as painter:
            fill(painter, self.rect(), scrim)
            card = self._card.geometry()
            paint_shadow(painter, card, self._theme, radius)
            fill(painter, card, self._theme.colour("page"), radius)
            frame(painter, card, self._theme.colour("line"), radius)

    def _lay_out(self) -> None:
        pad = self._theme.space("xl")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignTop)
        self._footer.setSpacing(self._theme.space("m"))
        self._footer.addStretch()
        column = QVBoxLayout(self._card)
        column.setContentsMargins(pad, self._theme.space("l"), pad, pad)
        column.setSpacing(self._theme.space("l"))
        column.addLayout(head)
        column.addLayout(self.body, 1)
        column.addLayout(self._footer)

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        self.body.invalidate()  # what was shown or hidden while the sheet was away
        self._fit()

    def _fit(self) -> None:
        """Give the card the size it needs, in the middle."""
        margin = 2 * self._theme.space("xxl")
        room = self._window.size() - QSize(margin, margin)
        layout = self._card.layout()
        wished = self._wished or layout.sizeHint() if layout else self._wished or room
        if self._wished is not None and layout is not None and layout.hasHeightForWidth():
            needed = layout.heightForWidth(self._wished.width())
            wished = QSize(self._wished.width(), max(self._wished.height(), needed))
        size = wished.boundedTo(room)
        corner = QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2)
        if QRect(corner, size) != self._card.geometry():
            self._card.setGeometry(QRect(corner, size))
            self.update()  # the shadow is around the card, not in it

    def _controls(self) -> list[QWidget]:
        """Everything inside that Tab reaches, in the order of Tab."""
        found: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            if self.isAncestorOf(widget) and _takes_tab(widget):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found

    def _first_control(self) -> QWidget | None:
        controls = [widget for widget in self._controls() if widget is not self._cross]
        return controls[0] if controls else self._cross

    def _on_fade_value_changed(self, value: float) -> None:
        self._strength = value
        self.update()

    def _on_theme_changed(self) -> None:
        self.update()


def _takes_tab(widget: QWidget) -> bool:
    """Whether the keyboard stays there: the line in a field of numbers or a list is part of it."""
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    is_part = isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
    return bool(tab) and not is_part and widget.isVisible() and widget.isEnabled()
