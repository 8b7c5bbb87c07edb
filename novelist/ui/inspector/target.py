# SPDX-License-Identifier: MIT
"""How long a scene is to become: a bar and two figures at rest, a field when it is changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from novelist.ui.labels import brief_count_label
from novelist.ui.theme import Theme
from novelist.ui.widgets.elided_label import ElidedLabel
from novelist.ui.widgets.goal_bar import GoalBar
from novelist.ui.widgets.hover_button import HoverButton
from novelist.ui.widgets.painting import fill, frame, painting
from novelist.ui.widgets.text_field import TextField

_BAR = 64
_MOST = 99_999_999
_LONGEST = 40


def target_from(text: str) -> int | None:
    """The figure that was written, None for nothing; ValueError for anything else."""
    digits = text.strip()
    for mark in (QLocale().groupSeparator(), ",", "，", " ", "\u00a0", "\u202f", "’"):
        digits = digits.replace(mark, "") if mark else digits
    if not digits:
        return None
    target = int(digits)
    if not 0 < target <= _MOST:
        raise ValueError(text)
    return target


def target_text(target: int | None) -> str:
    """The figure as it is written in this locale; nothing for none."""
    return "" if target is None else QLocale().toString(target)


class _Rest(HoverButton):
    """The bar and the figures; a click or a key opens the field."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("target_button")
        self.bar = GoalBar(theme, self)
        self.bar.setFixedWidth(_BAR)
        self.bar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.figures = ElidedLabel(theme, "body", "text", self)
        self.figures.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space("s"), 0, 4, 0)
        row.setSpacing(theme.space("s"))
        row.addWidget(self.bar)
        row.addWidget(self.figures, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: nothing at rest, else the border of a field."""
        if self.is_hovered or self.hasFocus():
            radius = self._theme.radius("control")
            with painting(self) as painter:
                fill(painter, self.rect(), self._theme.colour("raised"), radius)
                frame(painter, self.rect(), self._theme.colour("line_control"), radius)


class TargetValue(QWidget):
    """``field`` is bound to the target; ``show_progress`` tells how far the text is."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._done, self._target, self._language = 0, 0, "en"
        self._rest = _Rest(theme, self)
        self.field = TextField(theme, self)
        self.field.setObjectName("target_field")
        self.field.setMaxLength(_LONGEST)
        self.problem = self.field.problem_label(self)
        self.problem.setObjectName("target_problem")
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._rest)
        self._pages.addWidget(self.field)
        self._pages.setFixedHeight(theme.size("row"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._pages)
        column.addWidget(self.problem)
        self._rest.clicked.connect(self.edit)
        self.field.installEventFilter(self)
        self.setFocusProxy(self._rest)

    def edit(self) -> None:
        """Open the field, all of it selected."""
        self._pages.setCurrentWidget(self.field)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def show_progress(self, done: int, target: int | None) -> None:
        """Show ``done`` words of ``target``; None is no target."""
        self._done, self._target = done, target or 0
        self._rest.bar.setVisible(bool(target))
        self._rest.bar.set_progress(done, self._target)
        self.retranslate()

    def set_language(self, language: str) -> None:
        """The language of the novel: its texts are counted in characters or words."""
        self._language = language
        self.retranslate()

    def close_field(self) -> None:
        """Go back to the bar; whatever was wrong is forgotten."""
        self.set_valid(True)
        self._pages.setCurrentWidget(self._rest)

    def set_valid(self, valid: bool) -> None:
        """Say below the field what is wrong, or nothing."""
        sentence = self.tr("Write a number above 0, or nothing for no target.")
        self.field.set_problem("" if valid else sentence)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        shown = self.tr("No target")
        if self._target:
            shown = self.tr("{done} of {target}").format(
                done=QLocale().toString(self._done),
                target=brief_count_label(self._target, self._language),
            )
        self._rest.figures.setText(shown)
        self._rest.figures.set_colour("text" if self._target else "text_3")
        self._rest.setAccessibleName(self.tr("Target"))
        self._rest.setAccessibleDescription(shown)
        self.field.setAccessibleName(self.tr("Target"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Enter and leaving close a valid field; Esc closes it in any case."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._give_up()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.field.problem:
                self._go_back()
        elif event.type() == QEvent.Type.FocusOut and not self.field.problem:
            self._pages.setCurrentWidget(self._rest)
        return False

    def _give_up(self) -> None:
        self.field.setText(target_text(self._target or None))
        self._go_back()

    def _go_back(self) -> None:
        """Close the field and keep the keyboard's attention here."""
        self.close_field()
        self._rest.setFocus(Qt.FocusReason.OtherFocusReason)
