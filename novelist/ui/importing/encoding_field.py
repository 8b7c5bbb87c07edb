# SPDX-License-Identifier: MIT
"""The chooser of encodings: says which one was detected, lets others be tried before choosing."""

from __future__ import annotations

import codecs

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from novelist.importers.base import ENCODINGS
from novelist.ui.widgets.retranslated import Retranslated


class EncodingField(Retranslated, QComboBox):
    """``choice`` is the codec the writer chose, or "" while the detected one is in use."""

    chosen = Signal()
    tried = Signal(str)  # the codec under the mouse or the arrow keys; "" when the list closes

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detected = ""
        self._choice = ""
        self.setMaxVisibleItems(len(ENCODINGS))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._on_activated)
        self.highlighted.connect(self._on_highlighted)
        self.retranslate()

    @property
    def choice(self) -> str:
        """The codec that was chosen; "" for the detected one."""
        return self._choice

    def forget(self) -> None:
        """Another file: nothing is detected or chosen."""
        self._detected = self._choice = ""
        self.retranslate()

    @property
    def is_open(self) -> bool:
        """Whether the list of encodings is open."""
        return self.view().isVisible()

    def set_choice(self, codec: str) -> None:
        """Show a codec as chosen; "" for the detected one."""
        self._choice = codec
        self.retranslate()

    def show_used(self, codec: str) -> None:
        """Show the codec the file was read with."""
        if not self._choice:
            self._detected = _plain(codec)
        self.retranslate()

    def retranslate(self) -> None:
        """Name every encoding in the language of the interface."""
        with QSignalBlocker(self):
            self.clear()
            for codec, label in ENCODINGS:
                detected = _plain(codec) == self._detected
                pattern = self.tr("{encoding} (detected)") if detected else "{encoding}"
                self.addItem(pattern.format(encoding=label), codec)
            self.setCurrentIndex(self._place(self._choice or self._detected))

    def hidePopup(self) -> None:
        """Nothing is tried any more."""
        super().hidePopup()
        self.tried.emit("")

    def _place(self, codec: str) -> int:
        codecs_ = [_plain(name) for name, _ in ENCODINGS]
        return codecs_.index(_plain(codec)) if codec and _plain(codec) in codecs_ else -1

    def _on_highlighted(self, place: int) -> None:
        self.tried.emit(str(self.itemData(place)))

    def _on_activated(self, place: int) -> None:
        codec = str(self.itemData(place))
        if _plain(codec) != _plain(self._choice or self._detected):
            self._choice = codec
            self.chosen.emit()


def _plain(codec: str) -> str:
    """The one name Python has for a codec."""
    return codecs.lookup(codec).name if codec else ""
