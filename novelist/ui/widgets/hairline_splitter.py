# SPDX-License-Identifier: MIT
"""A splitter that is one pixel to the eye and eight to the hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill, painting


class HairlineSplitter(QSplitter):
    """Panels with a hairline between them; the line turns accent while it is dragged."""

    def __init__(
        self,
        theme: Theme,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self.theme = theme
        self.setHandleWidth(theme.size("hairline"))
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        """The handle that paints the hairline."""
        return _Handle(self.theme, self)


class _Handle(QSplitterHandle):
    """Its contents are the painted pixel; its margins take the mouse."""

    def __init__(self, theme: Theme, splitter: QSplitter) -> None:
        super().__init__(splitter.orientation(), splitter)
        self._theme = theme
        self._dragged = False
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask)
        theme.theme_changed.connect(self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reach over the neighbours for the mouse, but paint only the line.

        Qt's own does the same with smaller margins, and the two would resize each other for ever.
        """
        before = (self._theme.size("splitter_grab") - self._theme.size("hairline")) // 2
        after = self._theme.size("splitter_grab") - self._theme.size("hairline") - before
        if self.orientation() is Qt.Orientation.Horizontal:
            self.setContentsMargins(before, 0, after, 0)
        else:
            self.setContentsMargins(0, before, 0, after)
        self.setMask(QRegion(self.contentsRect()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show that it is held."""
        self._dragged = True
        self.update()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show that it is let go."""
        self._dragged = False
        self.update()
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One pixel."""
        token = "accent" if self._dragged else "line"
        with painting(self) as painter:
            fill(painter, self.contentsRect(), self._theme.colour(token))
