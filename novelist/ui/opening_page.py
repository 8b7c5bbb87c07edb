# SPDX-License-Identifier: MIT
"""What stands in the window until the library is open, and when it cannot be opened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from novelist.errors import LibraryLockedError
from novelist.ui.context import Context
from novelist.ui.errors import sentence
from novelist.ui.widgets.empty_state import EmptyState


class OpeningPage(QWidget):
    """Empty while all goes well; otherwise one sentence, and what can be done."""

    retry_requested = Signal()
    open_other_requested = Signal()
    backups_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("opening_page")
        self._error: BaseException | None = None
        self._message = EmptyState(context.theme, context.icons, "triangle-alert", self)
        self._message.setObjectName("opening_message")
        self._message.hide()
        self._message.action_requested.connect(self.retry_requested)
        self._message.link_requested.connect(self.open_other_requested)
        self._backups = self._message.add_link()
        self._backups.setObjectName("opening_backups")
        self._backups.clicked.connect(self.backups_requested)
        column = QVBoxLayout(self)
        column.addWidget(self._message)
        context.theme.lay_ground(self, "page")

    @property
    def sentence(self) -> str:
        """What is shown; empty while the library is being opened."""
        return self._message.sentence if self._error is not None else ""

    def show_error(self, error: BaseException) -> None:
        """Say why the library cannot be opened; nothing in it was changed."""
        self._error = error
        self.retranslate()
        self._message.show()

    def clear(self) -> None:
        """Nothing is wrong (any more)."""
        self._error = None
        self._message.hide()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        if self._error is not None:
            self._backups.setText(self.tr("Restore a backup…"))
            self._backups.setVisible(not isinstance(self._error, LibraryLockedError))
            self._message.set_words(
                sentence(self._error),
                action=self.tr("Try again"),
                link=self.tr("Open another library…"),
            )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
