# SPDX-License-Identifier: MIT
"""Something to know about the library: said once, until it is taken away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from novelist.ui.context import Context
from novelist.ui.widgets.banner import Banner, BannerKind
from novelist.ui.widgets.retranslated import Retranslated

Words = Callable[[], str]


@dataclass(frozen=True)
class Notice:
    """What is said, and what can be done; words are asked for anew in another language."""

    name: str
    sentence: Words
    details: Words
    dismiss: Words
    dismissed: Callable[[], None] = lambda: None
    action: Words | None = None
    act: Callable[[], None] = lambda: None


class NoticeBanner(Retranslated, Banner):
    """Shows one notice after the other; each stays until it is dismissed or acted upon."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context.theme, context.icons, BannerKind.WARNING, "triangle-alert", parent, stacked=True
        )
        self.setObjectName("notice_banner")
        self._waiting: list[Notice] = []
        self._act = self.add_button()
        self._act.setObjectName("notice_act")
        self._dismiss = self.add_button()
        self._dismiss.setObjectName("notice_dismiss")
        self._act.clicked.connect(self._on_act_clicked)
        self._dismiss.clicked.connect(self._on_dismiss_clicked)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What is shown."""
        return self._waiting[0] if self._waiting else None

    def say(self, notice: Notice) -> None:
        """Show it, after those that are not dismissed yet; the same one only once."""
        if notice.name not in {each.name for each in self._waiting}:
            self._waiting.append(notice)
            self._show()

    def take_away(self, name: str) -> None:
        """It is not true any more."""
        self._waiting = [each for each in self._waiting if each.name != name]
        self._show()

    def clear(self) -> None:
        """Another library: nothing of this is true of it."""
        self._waiting.clear()
        self._show()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        notice = self.notice
        if notice is None:
            return
        self._dismiss.setText(notice.dismiss())
        self._act.setText(notice.action() if notice.action else "")
        self._act.setVisible(notice.action is not None)
        self.set_words(notice.sentence(), notice.details())

    def _show(self) -> None:
        self.retranslate()
        self.setVisible(self.notice is not None)

    def _on_act_clicked(self) -> None:
        notice = self._waiting.pop(0)
        self._show()
        notice.act()

    def _on_dismiss_clicked(self) -> None:
        notice = self._waiting.pop(0)
        self._show()
        notice.dismissed()
