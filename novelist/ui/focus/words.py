# SPDX-License-Identifier: MIT
"""How sprints are said: clocks, words of how many, what is left."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from novelist.domain.sprint import SprintResult
from novelist.ui.focus.sprints import Sprints
from novelist.ui.labels import count_label


def clock_label(seconds: int) -> str:
    """11:42, or 1:05:00."""
    hours, minutes = divmod(seconds // 60, 60)
    rest = seconds % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _figures(number: int) -> str:
    return QLocale().toString(number)


class SprintWords(QObject):
    """What is said of sprints; counts are in the way of the novel's language."""

    def __init__(self, sprints: Sprints) -> None:
        super().__init__(sprints)
        self._sprints = sprints
        self._result: SprintResult | None = None  # of the sprint that ended, until it was seen
        sprints.ended.connect(self._on_sprints_ended)

    def put_away(self) -> None:
        """How the last one ended was seen."""
        self._result = None

    def _on_sprints_ended(self, result: SprintResult) -> None:
        self._result = result

    def time(self) -> str:
        """The time that is left, or that has passed where none was set."""
        running = self._sprints.running
        if running is None:
            return ""
        now = self._sprints.clock()
        if running.goal.seconds:
            return clock_label(running.seconds_left(now))
        return clock_label(int(running.elapsed(now)))

    def words(self) -> str:
        """318 of 500 words."""
        running, sprints = self._sprints.running, self._sprints
        if running is None:
            return ""
        written = running.written(sprints.words)
        if not running.goal.words:
            return count_label(written, sprints.language)
        whole = count_label(running.goal.words, sprints.language)
        return self.tr("{written} of {whole}").format(written=_figures(written), whole=whole)

    def brief(self) -> str:
        """The sprint in a few words, for the status bar; "" where there is nothing to say."""
        running = self._sprints.running
        if running is None:
            ended = self.tr("Sprint over: {result}")
            return "" if self._result is None else ended.format(result=self.result(self._result))
        written = running.written(self._sprints.words)
        goal = f" / {_figures(running.goal.words)}" if running.goal.words else ""
        return f"{self.time()} · {_figures(written)}{goal}"

    def left(self) -> str:
        """What is left until the words are written or the minutes are over."""
        running, sprints = self._sprints.running, self._sprints
        if running is None:
            return ""
        words = count_label(running.words_left(sprints.words), sprints.language)
        if running.goal.seconds and running.goal.words:
            both = self.tr("{words} or {time} to go")
            return both.format(words=words, time=self.time())
        left = words if running.goal.words else self.time()
        return self.tr("{left} to go").format(left=left)

    def result(self, result: SprintResult) -> str:
        """How a sprint ended: 512 words in 25:00."""
        words = count_label(result.words, self._sprints.language)
        said = self.tr("{words} in {time}")
        return said.format(words=words, time=clock_label(result.seconds))
