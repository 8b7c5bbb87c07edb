# SPDX-License-Identifier: MIT
"""The sheet that asks what a version, or a moment of the novel, is to be called."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import ButtonRole
from novelist.ui.widgets.sheet import Sheet
from novelist.ui.widgets.text_field import TextField
from novelist.ui.widgets.text_label import TextLabel

_SIZE = QSize(460, 208)
_LONGEST = 300


class NamingSheet(Sheet):
    """One for the life of the page; ``ask`` says who hears the answer."""

    def __init__(self, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(theme, icons, window, size=_SIZE)
        self.setObjectName("naming_sheet")
        self._named: Callable[[str], object] = str
        self._forgotten: Callable[[], object] | None = None
        self._hint = TextLabel(theme, "body", "text_2", self, wrap=True)
        self.body.addWidget(self._hint)
        self.field = TextField(theme, self)
        self.field.setObjectName("naming_field")
        self.field.setMaxLength(_LONGEST)
        self.body.addWidget(self.field)
        self.body.addStretch(1)
        self._forget = self.add_button()
        self._forget.setObjectName("naming_forget")
        self._keep = self.add_button(ButtonRole.PRIMARY)
        self._keep.setObjectName("naming_keep")
        self._forget.clicked.connect(self._on_forget)
        self._keep.clicked.connect(self._on_keep)
        self.field.returnPressed.connect(self._on_keep)
        self.field.textChanged.connect(self._on_field_text_changed)

    def ask(
        self,
        name: str,
        named: Callable[[str], object],
        forgotten: Callable[[], object] | None = None,
        *,
        whole_novel: bool = False,
    ) -> None:
        """Show it; the field has the keyboard. ``forgotten`` hears that it is to have no name."""
        self._named, self._forgotten = named, forgotten
        self._say(whole_novel=whole_novel)
        self._forget.setVisible(forgotten is not None)
        self.field.setText(name)
        self.field.selectAll()
        self._on_field_text_changed(name)
        self.open_sheet(self.field)

    def _say(self, *, whole_novel: bool) -> None:
        title = self.tr("Name this version")
        if whole_novel:
            renames = self._forgotten is not None
            asks = self.tr("Change the name"), self.tr("Name the novel as it stands")
            title = asks[0] if renames else asks[1]
        self.set_words(title, self.tr("Close"))
        self._hint.setText(
            self.tr(
                "The whole novel can be brought back to it: outline, notes, every scene"
                " and the story bible."
            )
            if whole_novel
            else self.tr("A version with a name is easy to find and is always kept.")
        )
        self.field.setAccessibleName(self.tr("Name"))
        self.field.setPlaceholderText(self.tr("First draft"))
        self._forget.setText(self.tr("Remove name"))
        self._keep.setText(self.tr("Keep name"))

    def _on_field_text_changed(self, text: str) -> None:
        self._keep.setEnabled(bool(text.strip()))

    def _on_keep(self) -> None:
        name = self.field.text().strip()
        if name:
            self.close_sheet()
            self._named(name)

    def _on_forget(self) -> None:
        self.close_sheet()
        if self._forgotten is not None:
            self._forgotten()
