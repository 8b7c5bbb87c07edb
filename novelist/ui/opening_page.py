# SPDX-License-Identifier: MIT
"""What stands in the window until the library is open, and when it cannot be opened."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from novelist import errors
from novelist.ui.context import Context
from novelist.ui.errors import sentence
from novelist.ui.faults.holder import HolderWords
from novelist.ui.faults.sentences import apart, together
from novelist.ui.widgets.button import Button
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel

_WIDTH: Final = 560  # room for three links in a row
_PATIENCE: Final = 1000  # milliseconds; nearly every library is open by then


class OpeningWay(Enum):
    """What can be done about it; the value is the name of its link."""

    RETRY = "opening_retry"
    SET_ASIDE = "opening_set_aside"  # the log that does not belong to the library
    BACKUPS = "opening_backups"
    SALVAGE = "opening_salvage"
    OTHER = "opening_other"
    NEW = "opening_new"  # beside the one that is not there


_Way = OpeningWay
_USUAL: Final = (_Way.RETRY, _Way.BACKUPS, _Way.OTHER)
_WAIT: Final = (_Way.RETRY, _Way.OTHER)
_WAYS: Final[dict[type[BaseException], tuple[OpeningWay, ...]]] = {
    errors.LibraryEmptyError: (_Way.BACKUPS, _Way.RETRY, _Way.OTHER),
    errors.LibraryForeignError: (_Way.OTHER, _Way.RETRY, _Way.BACKUPS, _Way.SALVAGE),
    errors.LibraryMissingError: (_Way.RETRY, _Way.BACKUPS, _Way.OTHER, _Way.NEW),
    errors.LibraryLogError: (_Way.SET_ASIDE, _Way.BACKUPS, _Way.OTHER),
    errors.LibraryLockedError: _WAIT,
    errors.LibraryReadOnlyError: _WAIT,
    errors.LibraryTooNewError: (_Way.OTHER, _Way.BACKUPS),
    errors.ServerError: _WAIT,
    errors.StorageBusyError: _WAIT,
    errors.StorageFullError: _WAIT,
    errors.StorageCorruptError: (_Way.BACKUPS, _Way.SALVAGE, _Way.RETRY, _Way.OTHER),
}
"""The likeliest first: that one is the button."""


class OpeningPage(Retranslated, QWidget):
    """Empty while all goes well; otherwise one sentence, and what can be done."""

    retry_requested = Signal()
    open_other_requested = Signal()
    new_requested = Signal()
    backups_requested = Signal()
    salvage_requested = Signal()
    set_aside_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("opening_page")
        self._error: BaseException | None = None
        self._name = ""
        self._message = EmptyState(
            context.theme, context.icons, "triangle-alert", self, width=_WIDTH
        )
        self._message.setObjectName("opening_message")
        self._message.hide()
        self._message.action_requested.connect(self._on_message_action_requested)
        self._links = {way: self._make(way) for way in OpeningWay}
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

    def _make(self, way: OpeningWay) -> Button:
        link = self._message.add_link()
        link.setObjectName(way.value)
        link.clicked.connect(lambda: self._request(way))
        return link

    @property
    def sentence(self) -> str:
        """All that is said of it; empty while the library is being opened."""
        return "" if self._error is None else self._said(self._error)

    @property
    def ways(self) -> tuple[OpeningWay, ...]:
        """What can be done, the likeliest first."""
        if self._error is None:
            return ()
        kinds = type(self._error).__mro__
        return next((_WAYS[kind] for kind in kinds if kind in _WAYS), _USUAL)

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
        if self._error is None:
            return
        words = {
            OpeningWay.RETRY: self.tr("Try again"),
            OpeningWay.SET_ASIDE: self.tr("Set that file aside and open"),
            OpeningWay.BACKUPS: self.tr("Restore a backup…"),
            OpeningWay.SALVAGE: self.tr("Save what can be read…"),
            OpeningWay.OTHER: self.tr("Open another library…"),
            OpeningWay.NEW: self.tr("New library…"),
        }
        first, *others = self.ways
        for way, link in self._links.items():
            link.setText(words[way])
            link.setVisible(way in others)
        happened, *more = apart(self._said(self._error))
        holder = HolderWords(self)
        hint = together(holder.of(self._error), *more, self._hint(self._error))
        self._message.setToolTip(holder.number(self._error))
        self._message.set_words(happened, hint=hint, action=words[first])

    def _said(self, error: BaseException) -> str:
        if self._name and isinstance(error, errors.StorageCorruptError):
            return self.tr(
                "The library “{path}” is damaged. It was left as it is. Restore a backup."
            ).format(path=self._name)
        return sentence(error)

    def _hint(self, error: BaseException) -> str:
        if isinstance(error, errors.LibraryLogError):
            return self.tr("The file is kept under another name. Nothing is deleted.")
        return ""

    def _request(self, way: OpeningWay) -> None:
        wishes = {
            OpeningWay.RETRY: self.retry_requested,
            OpeningWay.SET_ASIDE: self.set_aside_requested,
            OpeningWay.BACKUPS: self.backups_requested,
            OpeningWay.SALVAGE: self.salvage_requested,
            OpeningWay.OTHER: self.open_other_requested,
            OpeningWay.NEW: self.new_requested,
        }
        wishes[way].emit()

    def _on_message_action_requested(self) -> None:
        self._request(self.ways[0])
