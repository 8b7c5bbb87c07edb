# SPDX-License-Identifier: MIT
"""What a card shows: the passage that is quoted, and each remark about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from novelist.domain.comments import Remark
from novelist.ui.comments.delegate import BAR, INDENT, QUOTE_SIZE
from novelist.ui.comments.labels import CommentWords
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import IconButton
from novelist.ui.widgets.menu import Menu
from novelist.ui.widgets.painting import painting
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import Hairline, TextLabel


class Quote(QWidget):
    """The passage beside its bar; a click goes there."""

    clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_open = True
        self.label = TextLabel(theme, "body", "text_2", self, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(BAR + INDENT, 0, 0, 0)
        row.addWidget(self.label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_passage(self, words: str, language: str, *, is_open: bool) -> None:
        """Quote these words."""
        self._is_open = is_open
        self.label.setFont(self._theme.book_font(language, QUOTE_SIZE))
        self.label.setText(words)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: go to the passage."""
        self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the bar."""
        colour = self._theme.colour("comment_line" if self._is_open else "line_button")
        with painting(self) as painter:
            painter.fillRect(0, 1, BAR, self.height() - 2, colour)


class RemarkView(Retranslated, QWidget):
    """One remark: its words, who and when, and a menu to write it anew or delete it."""

    edit_requested = Signal(int)
    remove_requested = Signal(int)

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        words: CommentWords,
        remark: Remark,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self.remark = theme, words, remark
        self.line = Hairline(theme, parent=self)
        self.text = TextLabel(theme, "body", "text", self, wrap=True, text=remark.text)
        self.text.setObjectName("comment_text")
        self._meta = TextLabel(theme, "small", "text_3", self)
        self._more = IconButton(theme, icons, "ellipsis", self, side="button_small")
        self._more.setObjectName("comment_more")
        self._more.clicked.connect(self._show_menu)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._meta, 1)
        foot.addWidget(self._more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.line)
        self._column.addWidget(self.text)
        self._column.addLayout(foot)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._meta.setText(self._words.meta(self.remark))
        self._more.set_name(self.tr("More"))

    def show_remark(self, remark: Remark) -> None:
        """It says something else now."""
        self.remark = remark
        self.text.setText(remark.text)
        self.retranslate()

    def put_field(self, *field: QWidget) -> None:
        """Write it anew in these, which take the place of its words; without any: show these."""
        self.text.setVisible(not field)
        for place, widget in enumerate(field, start=1):
            self._column.insertWidget(place, widget)
            widget.show()

    def _show_menu(self) -> None:
        menu = Menu(self._theme, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        edit = menu.addAction(self.tr("Edit"))
        edit.setObjectName("comment_edit")
        edit.triggered.connect(partial(self.edit_requested.emit, self.remark.id))
        remove = menu.addAction(self.tr("Delete"))
        remove.setObjectName("comment_delete")
        remove.triggered.connect(partial(self.remove_requested.emit, self.remark.id))
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
