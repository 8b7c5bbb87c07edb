# SPDX-License-Identifier: MIT
"""The sheet of one picture: its width, what it shows in words, the words below it, its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox, QVBoxLayout, QWidget

from novelist.domain.document import JsonValue
from novelist.ui.editor.picture_size import NARROWEST, said_size
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.segmented import Segmented
from novelist.ui.widgets.sheet import Sheet
from novelist.ui.widgets.text_field import TextField
from novelist.ui.widgets.text_label import TextLabel

_SIZE: Final = QSize(480, 0)
_WIDTH: Final = 120
_INSIDE: Final = 6  # pixels
_WIDEST: Final = 4_000
_LONGEST: Final = 2_000  # characters of a caption or a description


@dataclass(frozen=True)
class PictureWish:
    """What the text should say of a picture."""

    width: int
    height: int
    alt: str
    caption: str
    align: str  # "left", "right", "" for the middle

    @property
    def attrs(self) -> dict[str, JsonValue]:
        """As attributes of a block; None for what is not said."""
        return {
            "width": self.width,
            "height": self.height,
            "alt": self.alt or None,
            "caption": self.caption or None,
            "align": self.align or None,
        }


class PictureSheet(Retranslated, Sheet):
    """Asks for all of it at once; nothing is changed before “Apply”."""

    applied = Signal(object)  # PictureWish
    remove_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(theme, icons, window, size=_SIZE)
        self.setObjectName("picture_sheet")
        self.alt = self._field("picture_alt")
        self.caption = self._field("picture_caption")
        self.width_field = QSpinBox(self)
        self.width_field.setObjectName("picture_width")
        self.width_field.setRange(NARROWEST, _WIDEST)
        self.width_field.setSingleStep(10)
        self.width_field.setFixedWidth(_WIDTH)
        self.width_field.lineEdit().setTextMargins(_INSIDE, 0, 0, 0)
        self.align = Segmented(theme, self)
        self.align.setObjectName("picture_align")
        self._labels = [TextLabel(theme, "small", "text_2", self) for _ in range(4)]
        self._ratio = 1.0
        self._fill()
        self.remove = self.add_button(ButtonRole.BORDERED)
        self.remove.setObjectName("picture_remove")
        self.apply = self.add_button(ButtonRole.PRIMARY)
        self.apply.setObjectName("picture_apply")
        self.apply.clicked.connect(self._on_apply)
        self.remove.clicked.connect(self._on_remove)
        for field in (self.alt, self.caption):
            field.returnPressed.connect(self._on_apply)
        self.retranslate()

    def ask(self, attrs: Mapping[str, JsonValue], widest: int) -> None:
        """Show what the text says of a picture now; ``widest`` is the width of the lines."""
        width, height = said_size(attrs)
        self._ratio = height / width
        self.width_field.setMaximum(max(widest, round(width), NARROWEST))
        self.width_field.setValue(round(width))
        self.alt.setText(_text(attrs, "alt"))
        self.caption.setText(_text(attrs, "caption"))
        align = attrs.get("align")
        self.align.set_value(str(align) if align in ("left", "right") else "center")
        self.open_sheet(self.alt)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.set_words(self.tr("Picture"), self.tr("Close"))
        words = (
            self.tr("Description, for those who cannot see it"),
            self.tr("Caption"),
            self.tr("Width in pixels"),
            self.tr("Place"),
        )
        for label, word in zip(self._labels, words, strict=True):
            label.setText(word)
        for field, word in zip((self.alt, self.caption, self.width_field), words, strict=False):
            field.setAccessibleName(word)
        self.align.setAccessibleName(words[3])
        self.align.set_segments(
            [("left", self.tr("Left")), ("center", self.tr("Middle")), ("right", self.tr("Right"))]
        )
        self.remove.setText(self.tr("Remove picture"))
        self.apply.setText(self.tr("Apply"))

    def _field(self, name: str) -> QLineEdit:
        field = TextField(self._theme, self)
        field.setObjectName(name)
        field.setMaxLength(_LONGEST)
        return field

    def _fill(self) -> None:
        controls = (self.alt, self.caption, self.width_field, self.align)
        for label, control in zip(self._labels, controls, strict=True):
            column = QVBoxLayout()
            column.setSpacing(self._theme.space("xs"))
            column.addWidget(label)
            column.addWidget(control)
            label.setBuddy(control)
            self.body.addLayout(column)
        self.body.setSpacing(self._theme.space("m"))

    def _on_apply(self) -> None:
        width, align = self.width_field.value(), self.align.value() or ""
        wish = PictureWish(
            width,
            max(1, round(width * self._ratio)),
            " ".join(self.alt.text().split()),
            " ".join(self.caption.text().split()),
            "" if align == "center" else align,
        )
        self.close_sheet()
        self.applied.emit(wish)

    def _on_remove(self) -> None:
        self.close_sheet()
        self.remove_requested.emit()


def _text(attrs: Mapping[str, JsonValue], name: str) -> str:
    value = attrs.get(name)
    return value if isinstance(value, str) else ""
