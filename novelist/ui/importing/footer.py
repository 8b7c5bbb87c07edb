# SPDX-License-Identifier: MIT
"""The foot of the page: that the file is safe, the way out, and the likely next step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from novelist.domain.languages import is_han
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.elided_label import ElidedLabel
from novelist.ui.widgets.painting import horizontal_line, painting
from novelist.ui.widgets.retranslated import Retranslated


class ImportFooter(Retranslated, QWidget):
    """Knows nothing of the import; shows what it is told."""

    import_requested = Signal()
    cancel_requested = Signal()
    skip_requested = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, stop: Button, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: tuple[str, int, str] = ("", 0, "en")
        self._otherwise = ""
        theme.lay_ground(self, "window")
        self._note = ElidedLabel(theme, "body", "text_2", self)
        self._stop = stop  # shows itself when a reading takes long
        self.skip = Button(theme, icons, ButtonRole.QUIET, self)
        self.cancel = Button(theme, icons, ButtonRole.BORDERED, self)
        self.go = Button(theme, icons, ButtonRole.PRIMARY, self)
        self._name_and_connect()
        self._lay_out()
        self.set_queue(more=False)
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.retranslate()

    def _name_and_connect(self) -> None:
        buttons = (
            (self.skip, "import_skip", self.skip_requested),
            (self.cancel, "import_cancel", self.cancel_requested),
            (self.go, "import_go", self.import_requested),
        )
        for button, name, wish in buttons:
            button.setObjectName(name)
            button.clicked.connect(wish)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 1, 24, 0)
        row.setSpacing(12)
        row.addWidget(self._note, 1)
        for button in (self._stop, self.skip, self.cancel, self.go):
            row.addWidget(button)

    def set_queue(self, *, more: bool) -> None:
        """Offer to go on to the next file where there is one."""
        self.skip.setVisible(more)

    def set_words(
        self, words: int, language: str, *, otherwise: str = "", importing: bool = False
    ) -> None:
        """How much the next step brings in, in the unit of the novel's language.

        ``otherwise`` says what there is where there are no words.
        """
        self._otherwise = otherwise
        self._state = ("importing" if importing else "ready", words, language)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._note.setText(self.tr("Your file is only read, never changed."))
        self.skip.setText(self.tr("Skip this file"))
        self.cancel.setText(self.tr("Cancel"))
        state, words, language = self._state
        if state == "importing":
            self.go.setText(self.tr("Importing…"))
        elif not words and self._otherwise:
            self.go.setText(self.tr("Import {what}").format(what=self._otherwise))
        elif is_han(language):
            self.go.setText(self.tr("Import %Ln characters", "Han characters", words))
        else:
            self.go.setText(self.tr("Import %Ln words", "", words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline above."""
        with painting(self) as painter:
            horizontal_line(painter, 0, self.width(), 0, self._theme.colour("line"))

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.size("footer"))
