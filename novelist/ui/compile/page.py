# SPDX-License-Identifier: MIT
"""The page "Compile": presets, what the chosen one says, what it makes of the novel."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from novelist.ui.compile.form import CompileForm
from novelist.ui.compile.preset_list import WIDTH, PresetSide
from novelist.ui.compile.preset_rows import NARROW
from novelist.ui.compile.preview import PreviewPane
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.enter_keys import on_control_enter
from novelist.ui.widgets.text_label import Hairline

_WIDTHS: Final = ((1160, WIDTH), (1010, 208), (0, NARROW))
"""How wide the list of presets is, from which width of the page on."""


class CompilePage(QWidget):
    """Shows; ``CompileController`` fills it and does what is wished."""

    left = Signal()
    language_changed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compile")
        self.side = PresetSide(theme, icons, self)
        self.form = CompileForm(theme, icons, self)
        self.preview = PreviewPane(theme, icons, self)
        self._stop: QWidget | None = None
        self._instead: QWidget | None = None
        self.side.presets.form_requested.connect(self.form.setFocus)
        on_control_enter(self, self.preview.go.click)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(Hairline(theme, Qt.Orientation.Vertical, self))
        row.addWidget(self.form)
        row.addWidget(Hairline(theme, Qt.Orientation.Vertical, self))
        row.addWidget(self.preview, 1)

    def set_busy(self, busy: bool) -> None:
        """While a book is written nothing of it is changed; then the keyboard is where it was."""
        if busy:
            focused = self.focusWidget()
            in_list = focused is not None and self.side.presets.isAncestorOf(focused)
            self._stop = self.side.presets if in_list else focused  # a name being typed goes
        for each in (self.side, self.form, self.preview.go, self.preview.save):
            each.setEnabled(not busy)
        if busy:
            self._instead = self.focusWidget()  # Qt takes it from what can be used no more
        elif self._stop is not None and self.focusWidget() is self._instead:
            self._stop.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def footer(self) -> QWidget:
        """Where one is in the pages, and what can be done."""
        return self.preview.foot

    def panels(self) -> tuple[QWidget, ...]:
        """Where F6 leads to."""
        return (self.side, self.form, self.preview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list gives way in a narrow window."""
        super().resizeEvent(event)
        width = next(wide for least, wide in _WIDTHS if self.width() >= least)
        self.side.show_width(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to writing."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Tell that what is shown is to be said in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.language_changed.emit()
