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
from novelist.ui.widgets.sheet import Sheet
from novelist.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from novelist.services.novels import NovelCard

_SIZE = QSize(460, 196)


class PurgeSheet(Sheet):
    """Opens for one card; ``confirmed`` carries its novel."""

    confirmed = Signal(int)

    def __init__(self, theme: Theme, icons: Icons, window: QWidget, card: NovelCard) -> None:
        super().__init__(theme, icons, window, size=_SIZE)
        self._novel = card
        self.setObjectName("purge_sheet")
        self.set_words(
            self.tr("Delete “{title}” for ever").format(title=shown_title(card)), self.tr("Close")
        )
        self.loss = TextLabel(theme, "body", "text_2", self, text=self._sentence(), wrap=True)
        self.body.addWidget(self.loss)
        self.body.addStretch(1)
        keep = self.add_button()
        keep.setText(self.tr("Keep it"))
        keep.setObjectName("purge_keep")
        delete = self.add_button(ButtonRole.DANGER)
        delete.setText(self.tr("Delete for ever"))
        delete.setObjectName("purge_confirm")
        keep.clicked.connect(self.close_sheet)
        delete.clicked.connect(self._on_delete_clicked)
        self.closed.connect(self.deleteLater)
        self._keep = keep

    def ask(self) -> None:
        """Show it; the harmless answer has the keyboard."""
        self.open_sheet(self._keep)

    def _sentence(self) -> str:
        card = self._novel
        return self.tr(
            "Its {chapters}, {scenes} and {count} will be gone. They cannot be brought back."
        ).format(
            chapters=self.tr("%Ln chapters", "", card.chapters),
            scenes=self.tr("%Ln scenes", "", card.scenes),
            count=count_label(card.words, card.language),
        )

    def _on_delete_clicked(self) -> None:
        self.confirmed.emit(self._novel.id)
        self.close_sheet()
