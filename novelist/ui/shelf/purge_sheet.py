# SPDX-License-Identifier: MIT
"""The question before a novel is deleted for ever: it names what will be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from novelist.ui.icons import Icons
from novelist.ui.labels import count_label
from novelist.ui.shelf.caption import shown_title
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sheet import Sheet
from novelist.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from novelist.services.novels import NovelCard

_SIZE = QSize(460, 196)


class PurgeSheet(Retranslated, Sheet):
    """Asks about one card after the other; ``confirmed`` carries its novel.

    It stays as long as the window: to delete a sheet because it was closed may end the program.
    """

    confirmed = Signal(int)

    def __init__(self, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(theme, icons, window, size=_SIZE)
        self._novel: NovelCard | None = None
        self.setObjectName("purge_sheet")
        self.loss = TextLabel(theme, "body", "text_2", self, wrap=True)
        self.body.addWidget(self.loss)
        self.body.addStretch(1)
        self._keep = self.add_button()
        self._keep.setObjectName("purge_keep")
        self._delete = self.add_button(ButtonRole.DANGER)
        self._delete.setObjectName("purge_confirm")
        self._keep.clicked.connect(self.close_sheet)
        self._delete.clicked.connect(self._on_delete_clicked)

    def ask(self, card: NovelCard) -> None:
        """Show it; the harmless answer has the keyboard."""
        self._novel = card
        self.retranslate()
        self.open_sheet(self._keep)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        if self._novel is None:
            return
        asked = self.tr("Delete “{title}” for ever").format(title=shown_title(self._novel))
        self.set_words(asked, self.tr("Close"))
        self.loss.setText(self._sentence(self._novel))
        self._keep.setText(self.tr("Keep it"))
        self._delete.setText(self.tr("Delete for ever"))

    def _sentence(self, card: NovelCard) -> str:
        return self.tr(
            "Its {chapters}, {scenes} and {count} will be gone. They cannot be brought back."
        ).format(
            chapters=self.tr("%Ln chapters", "", card.chapters),
            scenes=self.tr("%Ln scenes", "", card.scenes),
            count=count_label(card.words, card.language),
        )

    def _on_delete_clicked(self) -> None:
        if self._novel is not None:
            self.confirmed.emit(self._novel.id)
        self.close_sheet()
