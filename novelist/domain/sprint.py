# SPDX-License-Identifier: MIT
"""A sprint: so many minutes of writing, so many words, or both; it can be paused.

Whoever has a clock and counts words says what they show; times are seconds.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goal:
    """What a sprint is to reach; 0 is no limit."""

    seconds: int = 0
    words: int = 0


@dataclass(frozen=True, slots=True)
class SprintResult:
    """How a sprint ended."""

    goal: Goal
    seconds: int
    words: int

    @property
    def is_reached(self) -> bool:
        """Whether the words were written, or the time was sat through where none were asked for."""
        if self.goal.words:
            return self.words >= self.goal.words
        return self.seconds >= self.goal.seconds


class Sprint:
    """One sprint, from its start."""

    def __init__(self, goal: Goal, now: float, words: int) -> None:
        self.goal = goal
        self._began, self._before = now, 0.0
        self._paused = False
        self._words = words

    @property
    def is_paused(self) -> bool:
        """Whether its clock stands still."""
        return self._paused

    def pause(self, now: float) -> None:
        """Let the clock stand still."""
        if not self._paused:
            self._before, self._paused = self.elapsed(now), True

    def resume(self, now: float) -> None:
        """Let the clock go on."""
        if self._paused:
            self._began, self._paused = now, False

    def elapsed(self, now: float) -> float:
        """The seconds that were written in."""
        return self._before if self._paused else self._before + now - self._began

    def seconds_left(self, now: float) -> int:
        """The whole seconds that are left of the goal's."""
        return max(self.goal.seconds - int(self.elapsed(now)), 0)

    def written(self, words: int) -> int:
        """The words since the start; none where more were removed than written."""
        return max(words - self._words, 0)

    def words_left(self, words: int) -> int:
        """The words that are left of the goal's."""
        return max(self.goal.words - self.written(words), 0)

    def is_over(self, now: float, words: int) -> bool:
        """Whether it ends: its time is up, or its words are written where no time was set."""
        if self.goal.seconds:
            return not self.seconds_left(now)
        return bool(self.goal.words) and not self.words_left(words)

    def is_done(self, now: float, words: int) -> bool:
        """Whether the words are written or the minutes are over, whichever comes first."""
        is_written = bool(self.goal.words) and not self.words_left(words)
        return is_written or self.is_over(now, words)

    def progress(self, now: float, words: int) -> tuple[int, int]:
        """What is done, of what: words where the goal has some, else seconds."""
        if self.goal.words:
            return self.written(words), self.goal.words
        return int(self.elapsed(now)), self.goal.seconds

    def result(self, now: float, words: int) -> SprintResult:
        """How it stands if it ends now."""
        return SprintResult(self.goal, int(self.elapsed(now)), self.written(words))
