# SPDX-License-Identifier: MIT
"""The section "Appearance": theme, language of the interface, type of the manuscript."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from novelist.settings import Settings
from novelist.ui.editor.page import ZOOM_STEPS
from novelist.ui.fonts import BOOK_FACES
from novelist.ui.preferences.margin_rows import MarginRows
from novelist.ui.preferences.page_rows import PageRows
from novelist.ui.preferences.paper_row import PaperRow
from novelist.ui.preferences.sample import Sample
from novelist.ui.preferences.setting_row import SettingRow
from novelist.ui.preferences.slider import StepSlider
from novelist.ui.preferences.theme_picker import ThemePicker
from novelist.ui.theme import Theme
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.segmented import Segmented
from novelist.ui.widgets.sided_sheet import inset_column
from novelist.ui.widgets.text_label import TextLabel

_FIELD_WIDTH: Final = 200
_FACE_PIXELS: Final = 15
_LANGUAGES: Final = (("en", "English"), ("zh_CN", "简体中文"))  # each in itself


class AppearanceSection(Retranslated, QWidget):
    """Every change is told at once by ``setting_changed``."""

    setting_changed = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("preferences_appearance")
        self._make_controls()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make_controls(self) -> None:
        theme = self._theme
        self._theme_heading = TextLabel(theme, "strong", "text", self)
        self._picker = ThemePicker(theme, self)
        self._language = Segmented(theme, self)
        self._language.setObjectName("preferences_language")
        self._language.set_segments((("system", ""), *_LANGUAGES))
        self._text_heading = TextLabel(theme, "strong", "text", self)
        self._face = QComboBox(self)
        self._face.setObjectName("preferences_typeface")
        self._face.setFixedWidth(_FIELD_WIDTH)
        theme.fonts.load_all()
        for at, face in enumerate(BOOK_FACES):
            self._face.addItem(face.family, face.family)
            self._face.setItemData(at, _shown_in(face.family), Qt.ItemDataRole.FontRole)
        self._size = StepSlider(theme, len(ZOOM_STEPS), self)
        self._size.setObjectName("preferences_size")
        self._share = TextLabel(theme, "body", "text", self)
        self._share.setFixedWidth(56)
        self._share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._page = PageRows(theme, self)
        self._paper = PaperRow(theme, self)
        self._margin = MarginRows(theme, self)
        self._sample = Sample(theme, self)

    def _lay_out(self) -> None:
        self._language_row = SettingRow(self._theme, self._language, parent=self)
        self._face_row = SettingRow(self._theme, self._face, parent=self)
        self._size_row = SettingRow(self._theme, self._size, self._share, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(inset_column(self._theme_heading))
        column.addWidget(self._picker)
        column.addLayout(inset_column(self._language_row))
        column.addSpacing(16)
        rows = QVBoxLayout()
        rows.setSpacing(0)  # rows of one list, whoever makes them
        rows.addLayout(inset_column(self._text_heading, self._face_row, self._size_row))
        for part in (self._page, self._paper, self._margin):
            rows.addWidget(part)
        column.addLayout(rows)
        column.addSpacing(8)
        column.addLayout(inset_column(self._sample))
        column.addStretch(1)

    def _connect(self) -> None:
        self._picker.choice_changed.connect(self._on_picker_choice_changed)
        self._language.value_changed.connect(self._on_language_value_changed)
        self._face.activated.connect(self._on_face_activated)
        self._size.valueChanged.connect(self._on_size_value_changed)
        self._page.setting_changed.connect(self.setting_changed)
        self._margin.setting_changed.connect(self.setting_changed)
        self._paper.setting_changed.connect(self.setting_changed)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; tells nothing."""
        self._picker.set_choice(settings.theme)
        with QSignalBlocker(self._language):
            self._language.set_value(settings.language)
        self._face.setCurrentIndex(self._face.findData(settings.typeface))
        zoom = settings.zoom / 100
        nearest = min(range(len(ZOOM_STEPS)), key=lambda at: abs(ZOOM_STEPS[at] - zoom))
        with QSignalBlocker(self._size):
            self._size.setValue(nearest)
        self._page.show_settings(settings)
        self._margin.show_settings(settings)
        self._paper.show_settings(settings)
        self._show_type()

    def focus_language(self) -> None:
        """Give the keyboard to the choice of the language."""
        self._language.focus_choice()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._theme_heading.setText(self.tr("Theme"))
        with QSignalBlocker(self._language):
            self._language.set_segments((("system", self.tr("Follow the system")), *_LANGUAGES))
        self._language_row.set_words(self.tr("Language of Novelist"))
        self._text_heading.setText(self.tr("Text of the manuscript"))
        self._face_row.set_words(self.tr("Typeface"))
        self._size_row.set_words(self.tr("Size"))
        self._show_type()

    @property
    def _zoom(self) -> float:
        return ZOOM_STEPS[self._size.value()]

    def _show_type(self) -> None:
        percent = QLocale().toString(round(self._zoom * 100))
        self._share.setText(self.tr("{percent} %").format(percent=percent))
        self._size.setAccessibleDescription(self._share.text())
        family = self._face.currentData()
        self._face.setFont(_shown_in(family or self._theme.book_family))
        self._sample.show_type(family or self._theme.book_family, self._zoom)

    # Slots.

    def _on_picker_choice_changed(self, choice: str) -> None:
        self.setting_changed.emit("theme", choice)

    def _on_language_value_changed(self, language: str) -> None:
        self.setting_changed.emit("language", language)

    def _on_face_activated(self) -> None:
        self._show_type()
        self.setting_changed.emit("typeface", self._face.currentData())

    def _on_size_value_changed(self) -> None:
        self._show_type()
        self.setting_changed.emit("zoom", round(self._zoom * 100))


def _shown_in(family: str) -> QFont:
    """A face shown in itself."""
    font = QFont(family)
    font.setPixelSize(_FACE_PIXELS)
    return font
