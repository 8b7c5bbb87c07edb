# SPDX-License-Identifier: MIT
"""The sheet of sprints: how long, how many words, locked in or not; how the last ones went."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from novelist.domain.sprint import Goal
from novelist.settings import Settings
from novelist.ui.focus.sprints import Sprints
from novelist.ui.focus.words import SprintWords
from novelist.ui.icons import Icons
from novelist.ui.preferences.setting_row import SettingRow
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sheet import Sheet
from novelist.ui.widgets.switch import Switch
from novelist.ui.widgets.text_label import TextLabel

_SIZE = QSize(480, 0)
_MOST_MINUTES = 600
_MOST_WORDS = 100_000
_SHOWN = 5  # results
_INSIDE = 6  # pixels


class SprintSheet(Retranslated, Sheet):
    """Starts a sprint, or lets the running one be paused and ended."""

    setting_changed = Signal(str, object)
    start_requested = Signal(object, bool)  # Goal, locked in
    end_requested = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, window: QWidget, settings: Settings, sprints: Sprints
    ) -> None:
        super().__init__(theme, icons, window, size=_SIZE)
        self.setObjectName("sprint_sheet")
        self._settings, self._sprints = settings, sprints
        self._said = SprintWords(sprints)
        self.minutes = _field("sprint_minutes", _MOST_MINUTES, 5, self)
        self.words = _field("sprint_words", _MOST_WORDS, 100, self)
        self.locks = Switch(theme, self)
        self.locks.setObjectName("sprint_locks")
        self._rows = [
            SettingRow(theme, control, parent=self)
            for control in (self.minutes, self.words, self.locks)
        ]
        self._running = TextLabel(theme, "body", "text", self, wrap=True)
        self._heading = TextLabel(theme, "strong", "text", self)
        self._results = [TextLabel(theme, "body", "text_2", self) for _ in range(_SHOWN)]
        self._results[0].setObjectName("sprint_result")
        self._fill()
        self.pause = self.add_button(ButtonRole.BORDERED)
        self.finish = self.add_button(ButtonRole.BORDERED)
        self.begin = self.add_button(ButtonRole.PRIMARY)
        for name, button in (("pause", self.pause), ("end", self.finish), ("start", self.begin)):
            button.setObjectName(f"sprint_sheet_{name}")
        self._connect()
        self.retranslate()

    def _fill(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        for row in self._rows:
            column.addWidget(row)
        results = QVBoxLayout()
        results.setSpacing(self._theme.space("xs"))
        results.addWidget(self._heading)
        for label in self._results:
            results.addWidget(label)
        self.body.addLayout(column)
        self.body.addWidget(self._running)
        self.body.addLayout(results)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.minutes.valueChanged.connect(self._on_goal_changed)
        self.words.valueChanged.connect(self._on_goal_changed)
        self.begin.clicked.connect(self._on_begin_clicked)
        for field in (self.minutes, self.words):
            field.lineEdit().returnPressed.connect(self.begin.click)
        self.pause.clicked.connect(self._sprints.toggle_pause)
        self.finish.clicked.connect(self._on_finish_clicked)
        self._sprints.changed.connect(self._on_sprints_changed)

    def ask(self) -> None:
        """Show it with what was chosen the last time."""
        for field, value in (
            (self.minutes, self._settings.sprint_minutes),
            (self.words, self._settings.sprint_words),
        ):
            field.setValue(value)
        self.locks.setChecked(self._settings.sprint_locks)
        self._show()
        self.open_sheet(self.minutes if self._sprints.running is None else self.pause)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.set_words(self.tr("Sprint"), self.tr("Close"))
        time, words, locks = self._rows
        time.set_words(self.tr("Time"))
        words.set_words(self.tr("Words"), self.tr("As the status bar counts them."))
        locks.set_words(
            self.tr("Lock me in"),
            self.tr(
                "Focus mode is not left before the words are written or the minutes are over. "
                "Holding Esc for 5 seconds breaks out; nothing typed is lost."
            ),
        )
        self.locks.setAccessibleName(self.tr("Lock me in"))
        self.minutes.setSuffix(self.tr(" min"))
        for field in (self.minutes, self.words):
            field.setSpecialValueText(self.tr("Without"))
        self._heading.setText(self.tr("Since the start of Novelist"))
        self.begin.setText(self.tr("Start sprint"))
        self.finish.setText(self.tr("End sprint"))
        self._show()

    def _show(self) -> None:
        running, results = self._sprints.running, self._sprints.results
        for row in self._rows:
            row.setVisible(running is None)
        self._running.setVisible(running is not None)
        self._running.setText(" · ".join([self._said.time(), self._said.words()]))
        self.begin.setVisible(running is None)
        self.begin.setEnabled(bool(self._goal.seconds or self._goal.words))
        self.finish.setVisible(running is not None)
        self.pause.setVisible(running is not None)
        is_paused = running is not None and running.is_paused
        self.pause.setText(self.tr("Go on") if is_paused else self.tr("Pause"))
        self._heading.setVisible(bool(results))
        for number, label in enumerate(self._results):
            label.setVisible(number < len(results))
            if number < len(results):
                label.setText(self._said.result(results[number]))

    @property
    def _goal(self) -> Goal:
        return Goal(self.minutes.value() * 60, self.words.value())

    def _on_goal_changed(self) -> None:
        self.begin.setEnabled(bool(self._goal.seconds or self._goal.words))

    def _on_begin_clicked(self) -> None:
        self.setting_changed.emit("sprint_minutes", self.minutes.value())
        self.setting_changed.emit("sprint_words", self.words.value())
        self.setting_changed.emit("sprint_locks", self.locks.isChecked())
        self.close_sheet()
        self.start_requested.emit(self._goal, self.locks.isChecked())

    def _on_finish_clicked(self) -> None:
        self.close_sheet()
        self.end_requested.emit()

    def _on_sprints_changed(self) -> None:
        if self.isVisible():
            self._show()


def _field(name: str, most: int, step: int, parent: QWidget) -> QSpinBox:
    field = QSpinBox(parent)
    field.setObjectName(name)
    field.setRange(0, most)
    field.setSingleStep(step)
    field.setGroupSeparatorShown(True)
    field.setFixedWidth(120)
    field.lineEdit().setTextMargins(_INSIDE, 0, 0, 0)
    return field
