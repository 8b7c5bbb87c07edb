# SPDX-License-Identifier: MIT
"""A picture behind the page; the column of the text keeps its ground."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from novelist.ui.editor.panel import EditorPanel
from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill, painting

_BESIDE: Final = 48  # pixels of ground at both sides of the lines


class Backdrop(QWidget):
    """Lies under the text of an editor."""

    def __init__(self, editor: EditorPanel, theme: Theme) -> None:
        super().__init__(editor)
        self.setObjectName("focus_backdrop")
        self._editor, self._theme = editor, theme
        self._image: QImage | None = None
        self._opacity = 1.0
        self._scaled = QPixmap()
        self._seen_through: dict[QWidget, bool] = {}
        theme.theme_changed.connect(self.update)
        self.hide()

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture to be shown."""
        return self._image is not None

    def set_picture(self, image: QImage | None) -> None:
        """Show another picture, or the page alone."""
        self._image = image
        self._scale()

    def set_opacity(self, opacity: float) -> None:
        """How much of the picture is seen: 0 nothing, 1 all."""
        self._opacity = opacity
        self.update()

    def begin(self, *pages: QWidget) -> None:
        """Lie under these pages, which let it be seen."""
        if self._image is None:
            return
        for page in pages:
            if page not in self._seen_through:
                self._seen_through[page] = page.autoFillBackground()
                page.setAutoFillBackground(False)
        self.setGeometry(self._editor.rect())
        self.lower()
        self.show()

    def end(self) -> None:
        """Be seen no more."""
        for page, filled in self._seen_through.items():
            page.setAutoFillBackground(filled)
        self._seen_through.clear()
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cover the page again."""
        super().resizeEvent(event)
        self._scale()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page's ground, the picture through it, and the ground of the column."""
        with painting(self) as painter:
            fill(painter, self.rect(), self._theme.colour("page"))
            painter.setOpacity(self._opacity)
            left = (self.width() - round(self._scaled.deviceIndependentSize().width())) // 2
            top = (self.height() - round(self._scaled.deviceIndependentSize().height())) // 2
            painter.drawPixmap(QPoint(left, top), self._scaled)
            painter.setOpacity(1.0)
            fill(painter, self._column, self._theme.colour("page"))

    @property
    def _column(self) -> QRect:
        """Where the lines stand, and some room beside them."""
        pen, flow = self._editor.edit, self._editor.flow
        if flow is not None:
            left = flow.viewport().mapTo(self._editor, QPoint(flow.flow.left, 0)).x()
            width = flow.flow.column
        else:
            left = pen.viewport().mapTo(self._editor, QPoint()).x()
            width = round(pen.lineWrapColumnOrWidth())
        return QRect(left - _BESIDE, 0, width + 2 * _BESIDE, self.height())

    def _scale(self) -> None:
        if self._image is None or self._image.isNull() or self.size().isEmpty():
            self._scaled = QPixmap()
            return
        ratio = self.devicePixelRatioF()
        wanted = QSize(round(self.width() * ratio), round(self.height() * ratio))
        expanding = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        smooth = Qt.TransformationMode.SmoothTransformation
        self._scaled = QPixmap.fromImage(self._image.scaled(wanted, expanding, smooth))
        self._scaled.setDevicePixelRatio(ratio)
        self.update()
