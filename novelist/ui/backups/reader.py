# SPDX-License-Identifier: MIT
"""A scene of a backup over its contents: to be read, not written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from novelist.domain.document import Document
from novelist.ui.editor.page import PageSettings
from novelist.ui.history.shown_text import PlainText
from novelist.ui.history.version_view import VersionView
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import IconButton
from novelist.ui.widgets.elided_label import ElidedLabel
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import Hairline, TextLabel


class SceneReader(Retranslated, QWidget):
    """Lies over ``page`` and is as large, while it is shown; Esc and the arrow lead back."""

    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("backup_reader")
        self._page, self._theme = page, theme
        theme.lay_ground(self, "page")
        self.back = IconButton(theme, icons, "chevron-left", self)
        self.back.setObjectName("backup_reader_back")
        self._title = ElidedLabel(theme, "strong", "text", self)
        self._title.setObjectName("backup_reader_title")
        self._note = TextLabel(theme, "small", "text_2", self)
        self.text = VersionView(theme, icons, self, margin=0)
        self.text.setObjectName("backup_reader_text")
        self._lay_out()
        self.back.clicked.connect(self.leave)
        page.installEventFilter(self)
        self.hide()
        self.retranslate()

    def read(self, title: str, document: Document, settings: PageSettings, language: str) -> None:
        """Show a text as the editor sets it; the keyboard scrolls in it."""
        self._title.setText(title)
        self.text.set_page(settings, language)
        self.setGeometry(self._page.rect())
        self.show()
        self.raise_()
        self.text.show_text(PlainText(document, self.text.style_of_page))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go back to what the backup holds."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setAccessibleName(self.tr("Scene in the backup"))
        self.text.setAccessibleName(self.tr("Text in the backup"))
        self.back.set_name(self.tr("Back to what the backup holds"))
        self._note.setText(self.tr("In the backup: it can be read, not changed."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: stay as large as the page."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._page.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, and does not close the sheet."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        line, gap = QWidget(self), self._theme.space("s")
        line.setFixedHeight(self._theme.size("header"))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 6 * gap, 0)  # the cross of the sheet stands there
        row.setSpacing(gap)
        row.addWidget(self.back)
        row.addWidget(self._title, 1)
        row.addWidget(self._note, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addWidget(Hairline(self._theme))
        column.addWidget(self.text, 1)
