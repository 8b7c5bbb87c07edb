# SPDX-License-Identifier: MIT
"""The ring around the control that has the focus, shown only after a key brought it there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)
from shiboken6 import isValid

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import frame, painting
from novelist.ui.widgets.switch import Switch

RING_PROPERTY = "focus_ring"
"""Set this dynamic property on a widget that is no button and wants the ring."""

_FOLLOWED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.ParentChange,
)
_ENDING = (QEvent.Type.Hide, QEvent.Type.MouseButtonPress, QEvent.Type.FocusOut)


class FocusRing(QWidget):
    """One a window, above everything in it and transparent for the mouse.

    Fields, lists and editors show their focus themselves.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []  # the control, and what it stands in
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        theme.theme_changed.connect(self.update)

    @property
    def target(self) -> QWidget | None:
        """The control that wears the ring; None while there is no ring."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control and what it stands in; leave it when it is clicked, hidden or left."""
        if event.type() in _ENDING:
            if watched is self._target:
                self._leave()
        elif event.type() in _FOLLOWED:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two pixels, rounded like the control."""
        gap = self._theme.size("focus_gap") + self._theme.size("focus_ring")
        with painting(self) as painter:
            radius = self._theme.radius("control") + gap - 1
            if isinstance(self._target, (Switch, QRadioButton)):
                radius = self.height() // 2
            width = self._theme.size("focus_ring")
            frame(painter, self.rect(), self._theme.colour("focus"), radius, width)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self._window):  # the last change of focus of a window that is going away
            return
        self._leave()
        window = self._window
        keyboard = window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)
        if keyboard and new is not None and new.window() is window and _wants_ring(new):
            self._target = new
            self._watched = [new]
            while (above := self._watched[-1].parentWidget()) is not None and above is not window:
                self._watched.append(above)
            for widget in self._watched:
                widget.installEventFilter(self)
            self._place()
            self.show()

    def _leave(self) -> None:
        if self._target is not None:
            for widget in self._watched:
                if isValid(widget):
                    widget.removeEventFilter(self)
            self._watched = []
            self._target = None
            self.hide()

    def _place(self) -> None:
        if self._target is None:
            return
        inner = _outline(self._target)
        corner = self._target.mapTo(self._window, QPoint(0, 0))
        gap = self._theme.size("focus_gap") + self._theme.size("focus_ring")
        self.setGeometry(inner.translated(corner).adjusted(-gap, -gap, gap, gap))
        self.raise_()


def _wants_ring(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) or bool(widget.property(RING_PROPERTY))


def _outline(widget: QWidget) -> QRect:
    """The visible shape of the control in its own coordinates."""
    if isinstance(widget, (QCheckBox, QRadioButton)):
        option = QStyleOptionButton()
        widget.initStyleOption(option)
        element = QStyle.SubElement.SE_CheckBoxIndicator
        if isinstance(widget, QRadioButton):
            element = QStyle.SubElement.SE_RadioButtonIndicator
        return widget.style().subElementRect(element, option, widget)
    return widget.track().toRect() if isinstance(widget, Switch) else widget.rect()
