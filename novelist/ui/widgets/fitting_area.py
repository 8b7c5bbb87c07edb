# SPDX-License-Identifier: MIT
"""As high as what is in it wants to be; where there is no room for that, it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

_LEAST = 96  # pixels that are always to be seen
_AROUND = 40  # around what has the keyboard, so that what is said below it is seen too


class FittingArea(QScrollArea):
    """Put a page into it that would be squeezed in a low window."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = page
        self.setWidget(page)
        for ground in (page, self.viewport()):
            ground.setAutoFillBackground(False)
        page.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def sizeHint(self) -> QSize:
        """What the page needs at this width."""
        page = self._page
        height = page.heightForWidth(self.width()) if page.hasHeightForWidth() else -1
        return QSize(page.sizeHint().width(), max(height, page.minimumSizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """A glimpse of it."""
        return QSize(self._page.minimumSizeHint().width(), _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page, whose words may be longer now."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._page:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._page.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, _AROUND)
