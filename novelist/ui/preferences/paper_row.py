# SPDX-License-Identifier: MIT
"""Rows of the section "Appearance": the colours of the page one writes on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QColorDialog, QComboBox, QHBoxLayout, QWidget

from novelist.settings import Settings
from novelist.ui.editor.paper import PAPERS, READABLE, contrast
from novelist.ui.preferences.setting_row import SettingRow
from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill, frame, painting
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sided_sheet import inset_column
from novelist.ui.widgets.text_label import TextLabel

_FIELD_WIDTH: Final = 200


class ColourButton(QAbstractButton):
    """A swatch that lets another colour be chosen."""

    colour_chosen = Signal(QColor)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.colour = QColor()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(QSize(56, 28))
        self.clicked.connect(self.choose)

    def set_colour(self, colour: QColor) -> None:
        """Show a colour; tells nothing."""
        self.colour = colour
        self.setAccessibleDescription(colour.name())
        self.setToolTip(colour.name())
        self.update()

    def choose(self) -> QColorDialog:
        """Let another one be chosen."""
        dialog = QColorDialog(self.colour, self.window())
        dialog.setObjectName(f"{self.objectName()}_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self._on_colour_selected)
        dialog.open()
        return dialog

    def paintEvent(self, event: QPaintEvent) -> None:
        """The colour in a frame; with the keyboard a stronger one."""
        radius = self._theme.radius("control")
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            fill(painter, self.rect(), self.colour, radius)
            line = self._theme.colour("focus" if self.hasFocus() else "line_control")
            frame(painter, QRectF(self.rect()).toRect(), line, radius, 2 if self.hasFocus() else 1)

    def _on_colour_selected(self, colour: QColor) -> None:
        self.set_colour(colour)
        self.colour_chosen.emit(colour)


class PaperRow(Retranslated, QWidget):
    """As the window, one of four sheets, or colours of one's own; each is told at once."""

    setting_changed = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = QComboBox(self)
        self.choice.setObjectName("preferences_page_sheet")
        self.choice.setFixedWidth(_FIELD_WIDTH)
        for paper in PAPERS:
            self.choice.addItem("", paper)
        self.paper, self.ink = ColourButton(theme, self), ColourButton(theme, self)
        self.paper.setObjectName("preferences_page_paper")
        self.ink.setObjectName("preferences_page_ink")
        self._hint = TextLabel(theme, "small", "danger", self, wrap=True)
        self._rows = [
            SettingRow(theme, self.choice, parent=self),
            SettingRow(theme, _beside(self.paper, self.ink, self), parent=self),
        ]
        self.setLayout(inset_column(*self._rows, self._hint))
        self.choice.activated.connect(self._on_choice_activated)
        self.paper.colour_chosen.connect(self._on_paper_chosen)
        self.ink.colour_chosen.connect(self._on_ink_chosen)
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; tells nothing."""
        self.choice.setCurrentIndex(max(self.choice.findData(settings.page_sheet), 0))
        self.paper.set_colour(QColor(settings.page_paper))
        self.ink.set_colour(QColor(settings.page_ink))
        self._show()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        names = (
            self.tr("As the window"),
            self.tr("White"),
            self.tr("Cream"),
            self.tr("Grey"),
            self.tr("Night"),
            self.tr("Colours of your own"),
        )
        for number, name in enumerate(names):
            self.choice.setItemText(number, name)
        self._rows[0].set_words(self.tr("Paper"), self.tr("Of the page you write on."))
        self._rows[1].set_words(self.tr("Paper and ink"))
        self.choice.setAccessibleName(self.tr("Paper"))
        self.paper.setAccessibleName(self.tr("Colour of the paper"))
        self.ink.setAccessibleName(self.tr("Colour of the ink"))
        self._hint.setText(self.tr("Paper and ink are too alike to be read well."))

    def _show(self) -> None:
        own = self.choice.currentData() == "own"
        self._rows[1].setVisible(own)
        self._hint.setVisible(own and contrast(self.paper.colour, self.ink.colour) < READABLE)

    def _on_choice_activated(self) -> None:
        self._show()
        self.setting_changed.emit("page_sheet", self.choice.currentData())

    def _on_paper_chosen(self, colour: QColor) -> None:
        self._show()
        self.setting_changed.emit("page_paper", colour.name())

    def _on_ink_chosen(self, colour: QColor) -> None:
        self._show()
        self.setting_changed.emit("page_ink", colour.name())


def _beside(one: QWidget, other: QWidget, parent: QWidget) -> QWidget:
    both = QWidget(parent)
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(one)
    row.addWidget(other)
    return both
