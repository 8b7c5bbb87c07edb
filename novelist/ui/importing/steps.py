# SPDX-License-Identifier: MIT
"""The head of the page: its title, and where in the three steps it stands."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import horizontal_line, painting
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel

_ARROW: Final = 14


class Step(IntEnum):
    """Where the import stands."""

    FILE = 1
    CHECK = 2
    DONE = 3


class ImportHeader(Retranslated, QWidget):
    """Title at the left, the three steps at the right, a hairline below."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step = Step.FILE
        self._title = TextLabel(theme, "title", "text", self)
        self._labels = {step: TextLabel(theme, "body", "text_3", self) for step in Step}
        for step, label in self._labels.items():
            label.setObjectName(f"import_step_{step.name.lower()}")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space("xl"), 0, theme.space("xl"), 1)
        row.setSpacing(theme.space("m"))
        row.addWidget(self._title, 1)
        for step, label in self._labels.items():
            if step is not Step.FILE:
                row.addWidget(_Arrow(theme, icons, self))
            row.addWidget(label)
        theme.theme_changed.connect(self._on_theme_changed)
        self.retranslate()
        self._on_theme_changed()

    @property
    def step(self) -> Step:
        """The step it shows."""
        return self._step

    def set_step(self, step: Step) -> None:
        """Show where the import stands."""
        self._step = step
        self._on_theme_changed()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._title.setText(self.tr("Import a manuscript"))
        self._labels[Step.FILE].setText(self.tr("1 File"))
        self._labels[Step.CHECK].setText(self.tr("2 Check"))
        self._labels[Step.DONE].setText(self.tr("3 Done"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline."""
        with painting(self) as painter:
            line = self._theme.colour("line")
            horizontal_line(painter, 0, self.width(), self.height() - 1, line)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.size("tool_line"))
        for step, label in self._labels.items():
            label.set_colour("text" if step is self._step else "text_2")
            label.setFont(self._theme.font("strong" if step is self._step else "body"))


class _Arrow(QWidget):
    """Between two steps."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setFixedSize(QSize(_ARROW, _ARROW))
        theme.theme_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chevron."""
        with painting(self) as painter:
            self._icons.paint(painter, "chevron-right", QRectF(self.rect()), "text_2")
