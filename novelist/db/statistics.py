# SPDX-License-Identifier: MIT
"""What is counted while sessions work: numbers only, from any thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock


@dataclass(slots=True)
class Statistics:
    """Counts since the program started or since ``clear``; times are in seconds."""

    sessions: int = 0  # that were handed out
    commits: int = 0
    rollbacks: int = 0
    failed: int = 0  # of both: they ended with an error
    coalesced: int = 0  # commands that a newer one of the same key replaced
    slow_statements: int = 0
    longest_statement: float = 0.0
    _lock: Lock = field(default_factory=Lock, repr=False)

    def count_session(self) -> None:
        """A session was handed out."""
        with self._lock:
            self.sessions += 1

    def count_transaction(self, *, committed: bool, failed: bool) -> None:
        """A transaction that may write has ended."""
        with self._lock:
            self.commits += committed
            self.rollbacks += not committed
            self.failed += failed

    def count_coalesced(self) -> None:
        """A command will not run: a newer one of its key stands for it."""
        with self._lock:
            self.coalesced += 1

    def count_statement(self, seconds: float, *, slow: bool) -> None:
        """A statement was run."""
        if slow or seconds > self.longest_statement:
            with self._lock:
                self.slow_statements += slow
                self.longest_statement = max(self.longest_statement, seconds)

    def clear(self) -> None:
        """Begin again at zero."""
        fresh = Statistics()
        with self._lock:
            for name in (each for each in self.__slots__ if each != "_lock"):
                setattr(self, name, getattr(fresh, name))
