# SPDX-License-Identifier: MIT
"""A text of the trash over the page: to be read, not written; one button puts it back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from novelist.domain.document import Document
from novelist.ui.editor.page import PageSettings
from novelist.ui.history.shown_text import PlainText
from novelist.ui.history.version_view import VersionView
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.elided_label import ElidedLabel
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import Hairline, TextLabel


class TrashPreview(Retranslated, QWidget):
    """Lies over ``page`` and is as large, while it is shown."""

    restore_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("trash_preview")
        self._page, self._theme = page, theme
        theme.lay_ground(self, "page")
        self._title = ElidedLabel(theme, "strong", "text", self)
        self._title.setObjectName("trash_preview_title")
        self._note = TextLabel(theme, "small", "text_2", self)
        self.put_back = Button(theme, icons, ButtonRole.PRIMARY, self, small=True)
        self.put_back.setObjectName("trash_preview_put_back")
        self.text = VersionView(theme, icons, self, margin=0)
        self.text.setObjectName("trash_preview_text")
        self._empty = EmptyState(theme, icons, "trash-2", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.text)
        self._stack.addWidget(self._empty)
        self._lay_out()
        self.put_back.clicked.connect(self.restore_requested)
        page.installEventFilter(self)
        self.hide()
        self.retranslate()

    def show_text(
        self, title: str, document: Document, settings: PageSettings, language: str
    ) -> None:
        """Show a text as the editor sets it."""
        self._title.setText(title)
        self.text.set_page(settings, language)
        self._open(self.text)
        self.text.show_text(PlainText(document, self.text.style_of_page))

    def show_holder(self, title: str) -> None:
        """Show something without a text of its own."""
        self._title.setText(title)
        self._open(self._empty)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setAccessibleName(self.tr("Trash"))
        self.text.setAccessibleName(self.tr("Text in the Trash"))
        self._note.setText(self.tr("In the Trash: it can be read, not changed."))
        self.put_back.setText(self.tr("Put back"))
        self._empty.set_words(self.tr("What it holds comes back with it."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: stay as large as the page."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._page.rect())
        return super().eventFilter(watched, event)

    def _open(self, shown: QWidget) -> None:
        self._stack.setCurrentWidget(shown)
        self.setGeometry(self._page.rect())
        self.show()
        self.raise_()

    def _lay_out(self) -> None:
        line, side = QWidget(self), self._theme.space("l")
        line.setFixedHeight(self._theme.size("header"))
        row = QHBoxLayout(line)
        row.setContentsMargins(side, 0, side, 0)
        row.setSpacing(self._theme.space("m"))
        row.addWidget(self._title)
        row.addWidget(self._note, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.put_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addWidget(Hairline(self._theme))
        column.addWidget(self._stack, 1)
