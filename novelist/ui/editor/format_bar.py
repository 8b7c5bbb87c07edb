# SPDX-License-Identifier: MIT
"""The small bar over a selection: bold, italic, underline, strike, heading, quotation."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from novelist.ui.editor.formatting import Formatting
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill, frame, painting
from novelist.ui.widgets.shadow import SPREAD, paint_shadow

BUTTONS: Final = ("bold", "italic", "underline", "strike", "heading_2", "quotation", "styles")
_WAIT: Final = 200  # milliseconds a selection must rest before the bar comes
_GAP: Final = 8


class FormatBar(QWidget):
    """Floats above what is selected; goes when one types, scrolls or selects nothing."""

    def __init__(self, edit: ManuscriptEdit, formatting: Formatting, theme: Theme) -> None:
        super().__init__(edit)
        self._edit = edit
        self._theme = theme
        self.setObjectName("format_bar")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[SPREAD // 2 + 4] * 4)
        row.setSpacing(2)
        for name in BUTTONS:
            row.addWidget(self._button(formatting, name))
        self._waiting = QTimer(self, singleShot=True, interval=_WAIT)
        self._waiting.timeout.connect(self._appear)
        edit.selectionChanged.connect(self._on_edit_selection_changed)
        edit.verticalScrollBar().valueChanged.connect(self.hide)
        edit.installEventFilter(self)
        theme.theme_changed.connect(self.update)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the text loses the focus, or something is typed or composed; keep to the page."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.InputMethod):
            self._waiting.stop()
            self.hide()
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.Resize):
            self._on_edit_selection_changed()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """A raised ground with its shadow."""
        ground = self.rect().adjusted(*[SPREAD // 2] * 2, *[-SPREAD // 2] * 2)
        radius = self._theme.radius("card")
        with painting(self) as painter:
            paint_shadow(painter, ground, self._theme, radius, SPREAD // 2)
            fill(painter, ground, self._theme.colour("raised"), radius)
            frame(painter, ground, self._theme.colour("line"), radius)

    def _button(self, formatting: Formatting, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"format_bar_{name}")
        button.setDefaultAction(formatting[name])
        button.setAccessibleName(formatting[name].text())
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAutoRaise(True)
        button.setFixedSize(self._theme.size("header_icon"), self._theme.size("header_icon"))
        side = self._theme.size("icon_row")
        button.setIconSize(QSize(side, side))
        return button

    def _on_edit_selection_changed(self) -> None:
        self.hide()
        if self._edit.textCursor().hasSelection():
            self._waiting.start()
        else:
            self._waiting.stop()

    def _appear(self) -> None:
        cursor = self._edit.textCursor()
        if not cursor.hasSelection() or self._edit.isReadOnly() or not self._edit.hasFocus():
            return
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._waiting.start()  # still dragging
            return
        self.adjustSize()
        self.move(self._place(cursor))
        self.show()
        self.raise_()

    def _place(self, cursor: QTextCursor) -> QPoint:
        """Above the first selected line; below the last where there is no room above."""
        first, last = QTextCursor(cursor), QTextCursor(cursor)
        first.setPosition(cursor.selectionStart())
        last.setPosition(cursor.selectionEnd())
        viewport = self._edit.viewport()
        top = self._edit.cursorRect(first)
        above = viewport.mapTo(self._edit, top.topLeft())
        below = viewport.mapTo(self._edit, self._edit.cursorRect(last).bottomLeft())
        y = above.y() - self.height() - _GAP + SPREAD // 2
        if y < 0:
            y = below.y() + _GAP - SPREAD // 2
        x = min(max(above.x() - SPREAD // 2, 0), self._edit.width() - self.width())
        return QPoint(x, min(max(y, 0), self._edit.height() - self.height()))
