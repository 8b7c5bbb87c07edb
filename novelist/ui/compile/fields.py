# SPDX-License-Identifier: MIT
"""Controls of the form, each bound to one thing that a preset says: ``page.paper`` and the like."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial, reduce
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPaintEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from novelist.domain.compiling.papers import INCH
from novelist.domain.compiling.preset_text import LONGEST_TEXT
from novelist.domain.compiling.settings import CompileSettings
from novelist.ui.compile.words import CUSTOM
from novelist.ui.theme import Theme
from novelist.ui.widgets.framed_area import FramedArea
from novelist.ui.widgets.menu import Menu
from novelist.ui.widgets.text_field import TextField

_UNITS: Final[Mapping[str, float]] = {
    "mm": 1.0, "毫米": 1.0, "cm": 10.0, "厘米": 10.0,
    "in": INCH, "inch": INCH, "inches": INCH, '"': INCH, "″": INCH, "英寸": INCH, "pt": INCH / 72,
}  # fmt: skip
_NUMBER: Final = r"[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+"
_LENGTH: Final = re.compile(rf"({_NUMBER})\s*({'|'.join(map(re.escape, _UNITS))})", re.IGNORECASE)
_BEGUN: Final = re.compile(rf"(?:{_NUMBER})\s*[a-z毫厘英米寸]{{1,6}}", re.IGNORECASE)
_AIR: Final = 14  # pixels above and below several lines
_INSET: Final = 6  # pixels: numbers begin where the words of choices do


def value_at(settings: CompileSettings, path: str) -> Any:  # noqa: ANN401 - whatever is there
    """What the settings say at a path."""
    return reduce(getattr, path.split("."), settings)


def with_value(settings: CompileSettings, path: str, value: object) -> CompileSettings:
    """The settings with another value at a path; enumerations take theirs as text."""
    outer, _, inner = path.rpartition(".")
    made: Any = type(value_at(settings, path))(value)
    if outer:
        made = replace(value_at(settings, outer), **{inner: made})
    changed: CompileSettings = replace(settings, **{outer or inner: made})
    return changed


class _ElidedBox(QComboBox):
    """A list whose words end in an ellipsis where they are cut; a hint has them whole."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As the style draws it, with shorter words."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        words = option.currentText
        shown = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        option.currentText = shown
        self.setToolTip(words if shown != words else "")
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class ChoiceField(_ElidedBox):
    """One of a few things. A value that is none of them is shown as words of the writer's own."""

    edited = Signal(str, object)

    def __init__(
        self, path: str, words: Callable[[], Mapping[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.path = path
        self._words = words
        self.setObjectName(path)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._on_activated)

    @property
    def value(self) -> str:
        """What is chosen."""
        return str(self.currentData())

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        chosen = self.currentIndex()
        with QSignalBlocker(self):
            self.clear()
            for value, word in self._words().items():
                self.addItem(word, value)
            self.setCurrentIndex(max(0, chosen))

    def show_value(self, settings: CompileSettings) -> None:
        """Show what the settings say; tells nobody."""
        value = value_at(settings, self.path)
        value = getattr(value, "value", value)
        index = self.findData(value)
        with QSignalBlocker(self):
            self.setCurrentIndex(index if index >= 0 else self.findData(CUSTOM))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the form, and changes nothing in passing."""
        event.ignore()

    def _on_activated(self) -> None:
        self.edited.emit(self.path, self.value)


class CheckField(QCheckBox):
    """Something that is so or not; ``inverted`` where the box says the contrary."""

    edited = Signal(str, object)

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.setObjectName(path)
        self.clicked.connect(lambda on: self.edited.emit(self.path, on))

    def show_value(self, settings: CompileSettings) -> None:
        """Show what the settings say; tells nobody."""
        self.setChecked(bool(value_at(settings, self.path)))


class NumberField(QDoubleSpinBox):
    """A number. Where ``usual`` is given the least one means that Novelist chooses."""

    edited = Signal(str, object)

    def __init__(
        self,
        path: str,
        least: float,
        most: float,
        step: float,
        parent: QWidget | None = None,
        *,
        usual: float | None = None,
    ) -> None:
        super().__init__(parent)
        self.path = path
        self._usual = usual
        self.setObjectName(path)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setDecimals(0 if step >= 1 else 2 if step < 0.1 else 1)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(lambda value: self.edited.emit(self.path, value))

    def set_words(self, chosen_for_one: str, unit: str) -> None:
        """What is said in place of the least number, and after all others."""
        self.setSpecialValueText(chosen_for_one)
        self.setSuffix(unit)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """An empty field leaves the choice to Novelist; a length may have a unit of its own."""
        if self._is_left(text) or self._length(text) is not None:
            return QValidator.State.Acceptable, text, place
        if self._usual is not None and _BEGUN.fullmatch(self._typed(text)):
            return QValidator.State.Intermediate, text, place
        return super().validate(text, place)

    def valueFromText(self, text: str) -> float:
        """The number that is meant."""
        if self._is_left(text):
            return self.minimum()
        length = self._length(text)
        return super().valueFromText(text) if length is None else length

    def _length(self, text: str) -> float | None:
        """Millimetres of a length with a unit; None where it is none, or more than there may be."""
        found = _LENGTH.fullmatch(self._typed(text)) if self._usual is not None else None
        if found is None:
            return None
        number = float(found[1].replace(",", ".")) * _UNITS[found[2].casefold()]
        return number if self.minimum() <= number <= self.maximum() else None

    def _is_left(self, text: str) -> bool:
        return self._usual is not None and not self._typed(text)

    def _typed(self, text: str) -> str:
        """What stands before the unit of the field."""
        return text.removesuffix(self.suffix()).strip()

    def stepBy(self, steps: int) -> None:
        """The first step away from what Novelist chooses leads to a usual number."""
        if self._usual is not None and steps > 0 and self.value() == self.minimum():
            self.setValue(self._usual)
        else:
            super().stepBy(steps)

    def show_value(self, settings: CompileSettings) -> None:
        """Show what the settings say; tells nobody."""
        with QSignalBlocker(self):
            self.setValue(float(value_at(settings, self.path)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the form, and changes nothing in passing."""
        event.ignore()


class TextLineField(TextField):
    """Words of the writer's own."""

    edited = Signal(str, object)

    def __init__(self, theme: Theme, path: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.path = path
        self.setObjectName(f"{path}_words")
        self.setMaxLength(LONGEST_TEXT)
        self.textEdited.connect(lambda text: self.edited.emit(self.path, text))

    def show_value(self, settings: CompileSettings) -> None:
        """Show what the settings say, unless it is what is being typed; tells nobody."""
        value = str(value_at(settings, self.path))
        if self.text() != value:
            self.setText(value)


class TextLinesField(FramedArea):
    """A few lines of the writer's own: the template of a heading."""

    edited = Signal(str, object)

    def __init__(self, theme: Theme, path: str, lines: int, parent: QWidget) -> None:
        super().__init__(theme, "text", parent)
        self.path = path
        self.setObjectName(f"{path}_words")
        self.setMinimumHeight(theme.type_style("body").line * lines + _AIR)
        self.editor.textChanged.connect(self._on_editor_text_changed)

    def show_value(self, settings: CompileSettings) -> None:
        """Show what the settings say, unless it is what is being typed; tells nobody."""
        self.show_text(str(value_at(settings, self.path)))

    def show_text(self, text: str) -> None:
        """Show these words, unless they are there; tells nobody."""
        if self.editor.toPlainText() != text:
            with QSignalBlocker(self.editor):
                self.editor.setPlainText(text)

    def _on_editor_text_changed(self) -> None:
        self.edited.emit(self.path, self.editor.toPlainText()[:LONGEST_TEXT])


class SomeField(_ElidedBox):
    """Any of several names, none of them meaning all: statuses, labels."""

    edited = Signal(str, object)

    def __init__(self, theme: Theme, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._theme = theme
        self._names: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._all = ""
        self.addItem("")
        self.setObjectName(path)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to choose from."""
        return bool(self._names or self._chosen)

    def set_names(self, names: tuple[str, ...], every: str) -> None:
        """What there is to choose from, and the word for all of them."""
        self._names, self._all = names, every
        self._say()

    def show_value(self, settings: CompileSettings) -> None:
        """Show what the settings say; tells nobody."""
        self._chosen = value_at(settings, self.path)
        self._say()

    def showPopup(self) -> None:
        """All names, each to be let in or not."""
        menu = Menu(self._theme, self)
        menu.setObjectName(f"{self.path}_menu")
        for name in dict.fromkeys((*self._names, *self._chosen)):
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(name in self._chosen)
            action.triggered.connect(partial(self._on_action_triggered, name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the form, and changes nothing in passing."""
        event.ignore()

    def _say(self) -> None:
        self.setItemText(0, ", ".join(self._chosen) or self._all)

    def _on_action_triggered(self, name: str, on: bool) -> None:
        rest = tuple(each for each in self._chosen if each != name)
        self._chosen = (*rest, name) if on else rest
        self._say()
        self.edited.emit(self.path, self._chosen)


Field = ChoiceField | CheckField | NumberField | TextLineField | TextLinesField | SomeField
