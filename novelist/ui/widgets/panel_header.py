# SPDX-License-Identifier: MIT
"""The 40 px line at the top of every panel: its title at the left, its buttons at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import IconButton
from novelist.ui.widgets.elided_label import ElidedLabel
from novelist.ui.widgets.painting import horizontal_line, painting
from novelist.ui.widgets.title_button import TitleButton


class PanelHeader(QWidget):
    """Title, then buttons added from left to right; ``ruled`` draws the hairline below."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        parent: QWidget | None = None,
        *,
        title: str = "",
        ruled: bool = False,
        pressable: bool = False,
    ) -> None:
        """With ``pressable`` its title is a ``TitleButton``."""
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._ruled = ruled
        self._subject: ElidedLabel | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.title: ElidedLabel | TitleButton
        if pressable:
            self.title = TitleButton(theme, self)
            self.title.setText(title)
        else:
            self.title = ElidedLabel(theme, "strong", "text", self, text=title)
        self._row = QHBoxLayout(self)
        left = theme.space("l") - (TitleButton.inset if pressable else 0)
        self._row.setContentsMargins(left, 0, theme.space("s"), 0)
        self._row.setSpacing(theme.space("xs"))
        self._row.addWidget(self.title, 0 if pressable else 1, Qt.AlignmentFlag.AlignVCenter)
        if pressable:
            self._row.addStretch(1)
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_title(self, title: str) -> None:
        """What the panel is, or whose it is."""
        self.title.setText(title)

    def set_subject(self, subject: str) -> None:
        """Say quietly behind the title what it is about; the title itself is never cut then."""
        if self._subject is None:
            fixed = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            self.title.setSizePolicy(fixed)
            self._subject = ElidedLabel(self._theme, "body", "text_2", self)
            self._row.setStretchFactor(self.title, 0)
            self._row.insertSpacing(1, self._theme.space("xs"))
            self._row.insertWidget(2, self._subject, 1, Qt.AlignmentFlag.AlignVCenter)
        self._subject.setText(subject)

    @property
    def subject(self) -> str:
        """What the title is about; nothing where that was never said."""
        return self._subject.text() if self._subject is not None else ""

    def add_button(self, icon: str, *, checkable: bool = False) -> IconButton:
        """An icon button at the right end; give it its name with ``set_name``."""
        button = IconButton(self._theme, self._icons, icon, self, checkable=checkable)
        self.add_widget(button)
        return button

    def add_widget(self, widget: QWidget, stretch: int = 0) -> None:
        """Any other control at the right end."""
        self._row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline, where the header has one."""
        if self._ruled:
            with painting(self) as painter:
                line = self._theme.colour("line")
                horizontal_line(painter, 0, self.width(), self.height() - 1, line)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.size("header"))
        self.update()
