# SPDX-License-Identifier: MIT
"""The banner that stands while the library cannot be written: what happened, and what to do."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from novelist import errors
from novelist.ui.context import Context
from novelist.ui.errors import sentence
from novelist.ui.faults.holder import HolderWords
from novelist.ui.faults.sentences import apart, together
from novelist.ui.widgets.banner import Banner, BannerKind
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.retranslated import Retranslated


class Way(Enum):
    """What can be done about it; the value is the stem of the button's name."""

    RETRY = "storage_retry"
    WRITE_BACK = "storage_write_back"
    REOPEN = "storage_reopen"
    BACKUPS = "storage_backups"
    SALVAGE = "storage_salvage"
    COPY = "storage_copy"
    SHOW = "storage_show"


class Copied(Enum):
    """Where the words that are not saved are besides here."""

    NOWHERE_YET = auto()
    NOWHERE = auto()  # no other place takes them either
    ELSEWHERE = auto()


_USUAL: Final = (Way.RETRY, Way.COPY, Way.SHOW)
_WAYS: Final[dict[type[BaseException], tuple[Way, ...]]] = {
    errors.StorageCorruptError: (Way.BACKUPS, Way.SALVAGE, Way.COPY, Way.SHOW),
    errors.StorageGoneError: _USUAL,
    errors.StorageReplacedError: (Way.REOPEN, Way.RETRY, Way.COPY, Way.SHOW),
}
_DELETED: Final = (Way.WRITE_BACK, Way.RETRY, Way.COPY, Way.SHOW)
_ROLES: Final = {
    Way.RETRY: ButtonRole.PRIMARY,
    Way.WRITE_BACK: ButtonRole.PRIMARY,
    Way.REOPEN: ButtonRole.PRIMARY,
    Way.BACKUPS: ButtonRole.PRIMARY,
    Way.SHOW: ButtonRole.QUIET,
}


class StorageBanner(Retranslated, Banner):
    """Says why saving is paused; hidden while all is well."""

    requested = Signal(object)  # a Way

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context.theme, context.icons, BannerKind.DANGER, "hard-drive", parent, stacked=True
        )
        self.setObjectName("storage_banner")
        self._error: BaseException | None = None
        self._deleted, self._final = False, False
        self._kept = 0
        self._copied = Copied.NOWHERE_YET
        self._buttons_of: dict[Way, Button] = {}
        for way in Way:
            self._buttons_of[way] = self._make(way)
            if way is Way.SALVAGE:  # before the lesser ways out
                self._retry_quietly = self._make(
                    Way.RETRY, ButtonRole.BORDERED, "storage_retry_too"
                )
        self.hide()

    def _make(self, way: Way, role: ButtonRole | None = None, name: str = "") -> Button:
        button = self.add_button(role or _ROLES.get(way, ButtonRole.BORDERED))
        button.setObjectName(name or way.value)
        button.clicked.connect(lambda: self.requested.emit(way))
        return button

    def show_error(
        self, error: BaseException, *, kept: int = 0, deleted: bool = False, final: bool = False
    ) -> None:
        """Saving is paused because of this; ``deleted`` means that no file is at the path now.

        With ``final`` trying again cannot help, so that is not offered.
        """
        self._error, self._kept, self._deleted, self._final = error, kept, deleted, final
        self.retranslate()
        self.show()

    def show_copy(self, copied: Copied, texts: int = 0) -> None:
        """Whether a copy of the unsaved words stands elsewhere, and of how many texts."""
        self._copied, self._kept = copied, max(self._kept, texts)
        self.retranslate()

    def set_leading(self, leading: bool) -> None:
        """Whether its first button is the primary one of the screen; else the page has its own."""
        for way, role in _ROLES.items():
            if role is ButtonRole.PRIMARY:
                self._buttons_of[way].set_role(role if leading else ButtonRole.BORDERED)

    def clear(self) -> None:
        """Saving goes on."""
        self._error = None
        self._copied = Copied.NOWHERE_YET
        self.hide()

    @property
    def ways(self) -> tuple[Way, ...]:
        """What can be done, the likeliest first."""
        if self._deleted and type(self._error) is errors.StorageReplacedError:
            return _DELETED
        kinds = type(self._error).__mro__
        ways = next((_WAYS[kind] for kind in kinds if kind in _WAYS), _USUAL)
        return tuple(way for way in ways if not (self._final and way is Way.RETRY))

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        words = {
            Way.RETRY: self.tr("Try again"),
            Way.WRITE_BACK: self.tr("Write the library back"),
            Way.REOPEN: self.tr("Open the new file"),
            Way.BACKUPS: self.tr("Restore a backup…"),
            Way.SALVAGE: self.tr("Rescue text…"),
            Way.COPY: self.tr("Save a copy…"),
            Way.SHOW: self.tr("Show copy"),
        }
        for way, button in self._buttons_of.items():
            button.setText(words[way])
        self._buttons_of[Way.SALVAGE].setToolTip(self.tr("Save what can be read"))
        self._buttons_of[Way.COPY].setToolTip(self.tr("Save the unsaved text elsewhere"))
        self._retry_quietly.setText(words[Way.RETRY])
        if self._error is not None:
            self._show_buttons()
            *happened, advice = apart(sentence(self._error))  # what to do is said last
            if happened:
                self.set_words(together(*happened), together(advice, self._told()))
            else:
                self.set_words(advice, self._told())

    def _show_buttons(self) -> None:
        ways = self.ways
        for way, button in self._buttons_of.items():
            button.setVisible(way in ways)
        second = Way.RETRY in ways and ways[0] is not Way.RETRY
        self._buttons_of[Way.RETRY].setVisible(Way.RETRY in ways and not second)
        self._retry_quietly.setVisible(second)
        self._buttons_of[Way.SHOW].setVisible(self._copied is Copied.ELSEWHERE)

    def _told(self) -> str:
        holder = HolderWords(self)
        who = holder.of(self._error)
        self.setToolTip(holder.number(self._error))
        if not self._kept:
            told = ""
        elif self._copied is Copied.ELSEWHERE:
            told = self.tr("%Ln changes wait in memory and in an emergency copy.", "", self._kept)
        elif self._copied is Copied.NOWHERE:
            told = self.tr(
                "%Ln changes wait in memory only: no other place can be written either. "
                "Keep this window open.",
                "",
                self._kept,
            )
        else:
            told = self.tr("%Ln changes wait in memory.", "", self._kept)
        if self._final or isinstance(self._error, errors.StorageCorruptError):
            goes_on = self.tr("What you write now is kept in an emergency copy.")
        else:
            goes_on = self.tr("You can keep writing. Saving goes on by itself once it can.")
        return together(who, told, goes_on)
