# SPDX-License-Identifier: MIT
"""The banner that stands while the library cannot be written: what happened, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from novelist.ui.context import Context
from novelist.ui.errors import sentence
from novelist.ui.widgets.banner import Banner, BannerKind
from novelist.ui.widgets.button import ButtonRole


class StorageBanner(Banner):
    """Says why saving is paused; hidden while all is well."""

    retry_requested = Signal()
    copy_requested = Signal()
    backups_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context.theme, context.icons, BannerKind.DANGER, "hard-drive", parent, stacked=True
        )
        self.setObjectName("storage_banner")
        self._error: BaseException | None = None
        self._where = ""
        self._retry = self.add_button()
        self._retry.setObjectName("storage_retry")
        self._retry.clicked.connect(self.retry_requested)
        self._copy = self.add_button()
        self._copy.setObjectName("storage_copy")
        self._copy.clicked.connect(self.copy_requested)
        self._backups = self.add_button(ButtonRole.QUIET)
        self._backups.setObjectName("storage_backups")
        self._backups.clicked.connect(self.backups_requested)
        self.hide()

    def show_error(self, error: BaseException) -> None:
        """Saving is paused because of this."""
        self._error, self._where = error, ""
        self.retranslate()
        self.show()

    def show_copy(self, folder: str) -> None:
        """A copy of the unsaved text stands in this folder."""
        self._where = folder
        self.retranslate()

    def clear(self) -> None:
        """Saving goes on."""
        self._error = None
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._retry.setText(self.tr("Try again"))
        self._copy.setText(self.tr("Save a copy elsewhere"))
        self._backups.setText(self.tr("Restore a backup…"))
        if self._error is not None:
            told = self.tr("You can go on writing: everything is kept here until it can be saved.")
            if self._where:
                told = self.tr("A copy of what is not saved stands in {folder}.").format(
                    folder=self._where
                )
            self.set_words(sentence(self._error), told)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
