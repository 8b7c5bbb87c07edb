# SPDX-License-Identifier: MIT
"""The section "Focus": what is dimmed, the typewriter, the clock, the picture behind the page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QFileDialog, QWidget

from novelist.settings import Settings
from novelist.ui.icons import Icons
from novelist.ui.preferences.setting_row import SettingRow
from novelist.ui.preferences.slider import StepSlider
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.segmented import Segmented
from novelist.ui.widgets.sided_sheet import inset_column
from novelist.ui.widgets.switch import Switch
from novelist.ui.widgets.text_label import TextLabel

_STEP = 5  # percent
_DIMS = ("off", "line", "sentence", "paragraph", "dialogue")
_LOWEST_LINE, _HIGHEST_LINE = 20, 80  # percent of the screen
_WEAKEST = 30
_FAINTEST = 5


class FocusSection(Retranslated, QWidget):
    """Every change is told at once by ``setting_changed``."""

    setting_changed = Signal(str, object)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences_focus")
        self._picture = ""
        self._dim = Segmented(theme, self)
        self._dim.set_segments((name, "") for name in _DIMS)
        self._strength = _slider(theme, _WEAKEST, 100, self)
        self._typewriter = Switch(theme, self)
        self._height = _slider(theme, _LOWEST_LINE, _HIGHEST_LINE, self)
        self._always = Switch(theme, self)
        self._clock = Switch(theme, self)
        self._choose = Button(theme, icons, ButtonRole.BORDERED, self, small=True)
        self._remove = Button(theme, icons, ButtonRole.QUIET, self, small=True)
        self._opacity = _slider(theme, _FAINTEST, 100, self)
        self._dialogue = Switch(theme, self)
        self._headings = [TextLabel(theme, "strong", "text", self) for _ in range(4)]
        self._make_rows(theme)
        self._lay_out(theme)
        self._connect()
        self.retranslate()

    def _make_rows(self, theme: Theme) -> None:
        controls = {
            "dim": (self._dim,),
            "strength": (self._strength,),
            "typewriter": (self._typewriter,),
            "height": (self._height,),
            "always": (self._always,),
            "clock": (self._clock,),
            "picture": (self._choose, self._remove),
            "opacity": (self._opacity,),
            "dialogue": (self._dialogue,),
        }
        self._rows = {
            name: SettingRow(theme, *found, parent=self) for name, found in controls.items()
        }
        for name, found in controls.items():
            found[0].setObjectName(f"preferences_focus_{name}")
        self._remove.setObjectName("preferences_focus_remove")

    def _lay_out(self, theme: Theme) -> None:
        rows, (dim, line, page, text) = self._rows, self._headings
        for heading in (line, page, text):
            heading.setContentsMargins(0, theme.space("xl"), 0, 0)
        column = inset_column(
            *(dim, rows["dim"], rows["strength"]),
            *(line, rows["typewriter"], rows["height"], rows["always"]),
            *(page, rows["clock"], rows["picture"], rows["opacity"]),
            *(text, rows["dialogue"]),
        )
        column.addStretch(1)
        self.setLayout(column)

    def _connect(self) -> None:
        self._dim.value_changed.connect(self._on_dim_value_changed)
        for name, slider in (
            ("focus_dim_strength", self._strength),
            ("typewriter_height", self._height),
            ("focus_picture_opacity", self._opacity),
        ):
            slider.valueChanged.connect(
                lambda _step, name=name, slider=slider: self._tell(name, _percent(slider))
            )
        for name, switch in (
            ("typewriter", self._typewriter),
            ("typewriter_always", self._always),
            ("focus_clock", self._clock),
            ("dialogue", self._dialogue),
        ):
            switch.clicked.connect(lambda on, name=name: self._tell(name, on))
        self._choose.clicked.connect(self._on_choose_clicked)
        self._remove.clicked.connect(lambda: self._show_picture("", tells=True))

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; tells nothing."""
        with QSignalBlocker(self._dim):
            known = settings.focus_dim in _DIMS
            self._dim.set_value(settings.focus_dim if known else "paragraph")
        for slider, value in (
            (self._strength, settings.focus_dim_strength),
            (self._height, settings.typewriter_height),
            (self._opacity, settings.focus_picture_opacity),
        ):
            with QSignalBlocker(slider):
                slider.setValue(round((value - slider.least) / _STEP))
        self._typewriter.setChecked(settings.typewriter)
        self._always.setChecked(settings.typewriter_always)
        self._clock.setChecked(settings.focus_clock)
        self._dialogue.setChecked(settings.dialogue)
        self._show_picture(settings.focus_picture)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        dim, line, page, text = self._headings
        dim.setText(self.tr("Focus mode"))
        line.setText(self.tr("Typewriter"))
        page.setText(self.tr("Page in focus mode"))
        text.setText(self.tr("Text"))
        words = (
            *(self.tr("Everything"), self.tr("Line"), self.tr("Sentence")),
            *(self.tr("Paragraph"), self.tr("Conversation")),
        )
        self._dim.set_segments(zip(_DIMS, words, strict=True))
        self._dim.setAccessibleName(self.tr("Stays bright"))
        self._say_rows()
        self._choose.setText(self.tr("Choose…"))
        self._remove.setText(self.tr("Remove"))
        self._show_picture(self._picture)

    def _say_rows(self) -> None:
        rows = self._rows
        rows["dim"].set_words(self.tr("Stays bright"))
        rows["strength"].set_words(self.tr("How much it is dimmed"))
        self._name(self._typewriter, "typewriter", self.tr("Typewriter scrolling"))
        rows["typewriter"].set_words(
            self.tr("Typewriter scrolling"), self.tr("The line that is written stays at a height.")
        )
        rows["height"].set_words(self.tr("Height of the line"), self.tr("Left is higher up."))
        self._name(self._always, "always", self.tr("Outside of focus mode too"))
        self._name(self._clock, "clock", self.tr("Clock"))
        rows["opacity"].set_words(self.tr("Strength of the picture"))
        self._name(self._dialogue, "dialogue", self.tr("Dialogue in colour"))
        rows["dialogue"].set_words(
            self.tr("Dialogue in colour"),
            self.tr("Everywhere; between quotation marks of every style, and after dashes."),
        )

    def _name(self, switch: Switch, row: str, words: str) -> None:
        switch.setAccessibleName(words)
        self._rows[row].set_words(words)

    def _show_picture(self, path: str, *, tells: bool = False) -> None:
        self._picture = path
        name = Path(path).name if path else self.tr("None; the column of the text keeps its ground")
        self._rows["picture"].set_words(self.tr("Picture behind the page"), name)
        self._remove.setVisible(bool(path))
        self._rows["opacity"].setEnabled(bool(path))
        if tells:
            self._tell("focus_picture", path)

    def _tell(self, name: str, value: object) -> None:
        self.setting_changed.emit(name, value)

    def _on_dim_value_changed(self, value: str) -> None:
        self._tell("focus_dim", value)

    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Choose a picture"))
        dialog.setObjectName("focus_picture_dialog")
        kinds = sorted(
            {bytes(kind.data()).decode() for kind in QImageReader.supportedImageFormats()}
        )
        pattern = " ".join(f"*.{kind}" for kind in kinds)
        dialog.setNameFilter(self.tr("Pictures ({pattern})").format(pattern=pattern))
        if self._picture:
            dialog.setDirectory(str(Path(self._picture).parent))
        dialog.fileSelected.connect(self._on_picture_chosen)
        dialog.open()

    def _on_picture_chosen(self, path: str) -> None:
        self._show_picture(path, tells=True)


class _Percent(StepSlider):
    """A slider over percents."""

    def __init__(self, theme: Theme, least: int, most: int, parent: QWidget) -> None:
        super().__init__(theme, (most - least) // _STEP + 1, parent)
        self.least = least


def _slider(theme: Theme, least: int, most: int, parent: QWidget) -> _Percent:
    return _Percent(theme, least, most, parent)


def _percent(slider: _Percent) -> int:
    return slider.least + slider.value() * _STEP
