# SPDX-License-Identifier: MIT
"""The frame of the picture that the caret is at, with four handles that make it larger or smaller.

Painted by the editor itself and moved by the mouse over it: there is no widget whose place would
have to follow the text.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QTextBlock

from novelist.ui.editor.picture_blocks import change_picture, picture_attrs
from novelist.ui.editor.picture_painting import is_picture, paint_image
from novelist.ui.editor.picture_size import NARROWEST
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.theme import Theme

_SIDE: Final = 9  # of a handle
_REACH: Final = 9  # pixels around the middle of a handle that take it
_LEFT: Final = Qt.MouseButton.LeftButton
_RISING, _FALLING = Qt.CursorShape.SizeBDiagCursor, Qt.CursorShape.SizeFDiagCursor


class PictureHandles(QObject):
    """One for an editor; a drag is one step of undo, made when the mouse lets go."""

    opened = Signal()
    """The picture at the caret was double-clicked: it should be described."""

    def __init__(self, edit: ManuscriptEdit, theme: Theme) -> None:
        super().__init__(edit)
        self._edit, self._theme = edit, theme
        self._corner: int | None = None  # that is dragged
        self._wanted: QRectF | None = None  # what it comes to
        self._shape: Qt.CursorShape | None = None
        edit.over = self
        edit.viewport().setMouseTracking(True)
        edit.viewport().installEventFilter(self)
        self._is_framed = False  # a frame is on the screen
        edit.cursorPositionChanged.connect(self._on_edit_moved)
        edit.selectionChanged.connect(self._on_edit_moved)

    @property
    def block(self) -> QTextBlock | None:
        """The picture that the caret is at."""
        cursor = self._edit.textCursor()
        if self._edit.live is None or cursor.hasSelection() or not is_picture(cursor.block()):
            return None
        return cursor.block()

    @property
    def rect(self) -> QRectF:
        """Where that picture is, in the viewport."""
        block = self.block
        return QRectF() if block is None else self._edit.picture_place(block)

    def paint(self, painter: QPainter) -> None:
        """The frame with its handles; while one drags, the picture as it would be."""
        block = self.block
        self._is_framed = block is not None
        if block is None or not self._edit.hasFocus():
            return
        rect = self._wanted or self.rect
        if self._wanted is not None and self._edit.live is not None:
            attrs = picture_attrs(block)
            painter.setOpacity(0.7)
            paint_image(painter, rect, attrs, self._theme, self._edit.live.pictures)
            painter.setOpacity(1)
        accent = self._theme.colour("accent")
        painter.setPen(QPen(accent, 2))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))  # as wide as the page there is nothing beside
        if self._edit.isReadOnly():
            return
        painter.setPen(QPen(self._theme.colour("page"), 1))
        for corner in corners(rect):
            handle = QRectF(0, 0, _SIDE, _SIDE)
            handle.moveCenter(corner)
            handle.moveLeft(max(handle.left(), 0))  # the text begins at the edge of what is painted
            painter.fillRect(handle, accent)
            painter.drawRect(handle)

    def _on_edit_moved(self) -> None:
        """A frame comes or goes; where there is none, nothing is painted: it is on every key."""
        if self._is_framed or self.block is not None:
            self._edit.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse where it is on a handle; all else is the text's."""
        if not isinstance(event, QMouseEvent):
            return False
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == _LEFT:
            return self._press(event.position())
        if kind == QEvent.Type.MouseMove:
            return self._move(event.position())
        if kind == QEvent.Type.MouseButtonRelease and self._corner is not None:
            return self._release()
        if kind == QEvent.Type.MouseButtonDblClick and self.rect.contains(event.position()):
            self.opened.emit()
            return True
        return False

    def _press(self, point: QPointF) -> bool:
        """Begin to drag a handle, or choose the picture that is pressed on."""
        self._corner = None if self._edit.isReadOnly() else self._corner_at(point)
        self._wanted = None
        pressed = self._picture_at(point) if self._corner is None else None
        if pressed is not None:
            self._edit.setFocus(Qt.FocusReason.MouseFocusReason)
            self._edit.set_caret_position(pressed.position())
        return self._corner is not None or pressed is not None

    def _picture_at(self, point: QPointF) -> QTextBlock | None:
        """The picture that is there; Qt knows one line of it alone, and finds a neighbour."""
        near = self._edit.cursorForPosition(point.toPoint()).block()
        for block in (near, near.previous(), near.next()):
            is_one = block.isValid() and is_picture(block)
            if is_one and self._edit.picture_place(block).contains(point):
                return block
        return None

    def _move(self, point: QPointF) -> bool:
        if self._corner is None:
            self._show_shape(self._corner_at(point))
            return False
        if self.block is None:  # it went away while one dragged
            self._corner = self._wanted = None
            return False
        self._wanted = self._dragged(self.rect, point)
        self._edit.viewport().update()
        return True

    def _release(self) -> bool:
        block, wanted = self.block, self._wanted
        self._corner = self._wanted = None
        if block is not None and wanted is not None:
            zoom = self._edit.settings.zoom
            size = {"width": round(wanted.width() / zoom), "height": round(wanted.height() / zoom)}
            style = self._edit.style_of_page
            self._edit.change(lambda _cursor: change_picture(block, size, style), follow=False)
        self._edit.viewport().update()
        return True

    def _dragged(self, rect: QRectF, point: QPointF) -> QRectF:
        """The frame with a corner at that point, in its proportions, no wider than the column."""
        ratio = rect.height() / max(rect.width(), 1)
        centre = rect.center()
        align = picture_attrs(self._edit.textCursor().block()).get("align")
        if align in ("left", "right"):
            width = point.x() - rect.left() if align == "left" else rect.right() - point.x()
        else:
            width = 2 * abs(point.x() - centre.x())
        room = self._edit.lineWrapColumnOrWidth()
        width = min(max(width, NARROWEST * self._edit.settings.zoom), room)
        left = {"left": rect.left(), "right": rect.right() - width}.get(
            str(align), centre.x() - width / 2
        )
        return QRectF(left, rect.top(), width, width * ratio)

    def _corner_at(self, point: QPointF) -> int | None:
        if self.block is None:
            return None
        for number, corner in enumerate(corners(self.rect)):
            away = corner - point
            if max(abs(away.x()), abs(away.y())) <= _REACH:
                return number
        return None

    def _show_shape(self, corner: int | None) -> None:
        """The pointer says that one can drag here."""
        shape = None if corner is None else (_FALLING if corner in (0, 2) else _RISING)
        if shape != self._shape:
            self._shape = shape
            usual = Qt.CursorShape.IBeamCursor
            self._edit.viewport().setCursor(usual if shape is None else shape)


def corners(rect: QRectF) -> list[QPointF]:
    """Top left, top right, bottom right, bottom left."""
    return [rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()]
