# SPDX-License-Identifier: MIT
"""What stands in the window until the library is open, and when it cannot be opened."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from novelist.errors import (
    LibraryEmptyError,
    LibraryForeignError,
    LibraryLockedError,
    LibraryLogError,
    LibraryTooNewError,
    StorageBusyError,
    StorageCorruptError,
)
from novelist.ui.context import Context
from novelist.ui.errors import sentence
from novelist.ui.faults.holder import HolderWords
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel

_PATIENCE: Final = 1000  # milliseconds; nearly every library is open by then


class OpeningPage(Retranslated, QWidget):
    """Empty while all goes well; otherwise one sentence, and what can be done."""

    retry_requested = Signal()
    open_other_requested = Signal()
    backups_requested = Signal()
    salvage_requested = Signal()
    set_aside_requested = Signal()  # the log that does not belong to the library

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("opening_page")
        self._error: BaseException | None = None
        self._name = ""
        self._message = EmptyState(context.theme, context.icons, "triangle-alert", self)
        self._message.setObjectName("opening_message")
        self._message.hide()
        self._message.action_requested.connect(self._on_message_action_requested)
        self._message.link_requested.connect(self.open_other_requested)
        self._backups = self._message.add_link()
        self._backups.setObjectName("opening_backups")
        self._backups.clicked.connect(self.backups_requested)
        self._salvage = self._message.add_link()
        self._salvage.setObjectName("opening_salvage")
        self._salvage.clicked.connect(self.salvage_requested)
        self._waiting = TextLabel(context.theme, "body", "text_2", self)
        self._waiting.setObjectName("opening_waiting")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.hide()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._waiting.show)
        column = QVBoxLayout(self)
        column.addWidget(self._message)
        column.addWidget(self._waiting)
        context.theme.lay_ground(self, "page")

    @property
    def sentence(self) -> str:
        """What is shown; empty while the library is being opened."""
        return self._message.sentence if self._error is not None else ""

    def show_error(self, error: BaseException) -> None:
        """Say why the library cannot be opened; nothing in it was changed."""
        self.clear()
        self._error = error
        self.retranslate()
        self._message.show()

    def wait(self, name: str) -> None:
        """The library of that name is being opened; said only where that takes long."""
        self.clear()
        self._name = name
        self.retranslate()
        self._patience.start()

    def clear(self) -> None:
        """Nothing is wrong (any more), and nothing is waited for."""
        self._error = None
        self._message.hide()
        self._patience.stop()
        self._waiting.hide()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._waiting.setText(self.tr("Opening “{name}”…").format(name=self._name))
        error = self._error
        if error is None:
            return
        held = isinstance(error, LibraryLockedError | StorageBusyError)
        self._backups.setText(self.tr("Restore a backup…"))
        self._backups.setVisible(not held and not isinstance(error, LibraryTooNewError))
        self._salvage.setText(self.tr("Save what can be read…"))
        self._salvage.setVisible(isinstance(error, StorageCorruptError | LibraryForeignError))
        aside = isinstance(error, LibraryLogError)
        action = self.tr("Set the log aside and open") if aside else self.tr("Try again")
        final = isinstance(error, LibraryEmptyError | LibraryTooNewError)
        self._message.set_words(
            sentence(error),
            hint=self._hint(error),
            action="" if final else action,
            link=self.tr("Open another library…"),
        )

    def _hint(self, error: BaseException) -> str:
        if isinstance(error, LibraryLogError):
            return self.tr("The log keeps its words under another name. Nothing is deleted.")
        return HolderWords(self).of(error)

    def _on_message_action_requested(self) -> None:
        if isinstance(self._error, LibraryLogError):
            self.set_aside_requested.emit()
        else:
            self.retry_requested.emit()
