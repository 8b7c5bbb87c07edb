# SPDX-License-Identifier: MIT
"""Trouble, said in the page and staying until it is solved."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.announcement import announce
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.flow_layout import FlowLayout
from novelist.ui.widgets.painting import fill, frame, painting
from novelist.ui.widgets.text_label import TextLabel


class BannerKind(Enum):
    """How much it matters: the value is the stem of its colour tokens."""

    DANGER = "danger"  # saving is paused, a library cannot be read
    WARNING = "warning"  # something needs a look


class Banner(QWidget):
    """Icon, one strong sentence, details, buttons.

    ``stacked`` puts the buttons below the details (mockup 19); else they stand at the right
    (mockup 21) and the sentence has the usual weight.
    """

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        kind: BannerKind,
        icon: str,
        parent: QWidget | None = None,
        *,
        stacked: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._kind = kind
        self._icon = icon
        self._stacked = stacked
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._title = TextLabel(theme, "strong" if stacked else "body", "text", self, wrap=True)
        self._details = TextLabel(theme, "body", "text_2", self, wrap=True)
        self._buttons = FlowLayout(theme.space("s")) if stacked else _row(theme.space("s"))
        self._lay_out()
        theme.theme_changed.connect(self.update)
        self.set_words("")

    def set_words(self, sentence: str, details: str = "") -> None:
        """What happened and that the text is safe; then what to do."""
        self._title.setText(sentence)
        self._details.setText(details)
        self._details.setVisible(bool(details))
        self.setAccessibleName(f"{sentence} {details}".strip())
        if self.isVisible():
            announce(self, self.accessibleName())

    def set_icon(self, icon: str) -> None:
        """Another picture for another trouble."""
        self._icon = icon
        self.update()

    def add_button(self, role: ButtonRole = ButtonRole.BORDERED) -> Button:
        """A button after the others; give it its words."""
        button = Button(self._theme, self._icons, role, self, small=not self._stacked)
        self._buttons.addWidget(button)
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, frame and icon."""
        stem, radius = self._kind.value, self._theme.radius("card")
        side = self._theme.size("icon_row")
        with painting(self) as painter:
            fill(painter, self.rect(), self._theme.colour(f"{stem}_soft"), radius)
            frame(painter, self.rect(), self._theme.colour(f"{stem}_line"), radius)
            middle = self._title.geometry().top() + (self._title.height() - side) // 2
            top = self._title.geometry().top() + 2 if self._stacked else middle
            icon = QRectF(self._theme.space("l"), top, side, side)
            self._icons.paint(painter, self._icon, icon, stem)

    def _lay_out(self) -> None:
        pad, side = self._theme.space("l"), self._theme.size("icon_row")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._details)
        direction = QBoxLayout.Direction
        whole = QBoxLayout(direction.TopToBottom if self._stacked else direction.LeftToRight, self)
        margin = pad if self._stacked else self._theme.space("s")
        whole.setContentsMargins(pad + side + self._theme.space("m"), margin, margin, margin)
        whole.setSpacing(self._theme.space("m"))
        whole.addLayout(words, 1)
        whole.addLayout(self._buttons)
        if not self._stacked:
            whole.setAlignment(self._buttons, Qt.AlignmentFlag.AlignVCenter)


def _row(spacing: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing)
    return row
