# SPDX-License-Identifier: MIT
"""What sessions, statements and connections are doing, for the log and for whoever asks."""

from __future__ import annotations

from dataclasses import dataclass

from novelist.db.database import database
from novelist.db.pool_counts import PoolStatus
from novelist.db.statements import SLOW_SQL_THRESHOLD

__all__ = [
    "SLOW_SQL_THRESHOLD",
    "PoolStatus",
    "SessionStats",
    "get_session_stats",
    "pool_status",
    "reset_session_stats",
]


@dataclass(frozen=True, slots=True)
class SessionStats:
    """Counts since the start or the last reset; times in seconds.

    A transaction counts when it may write and has begun. It failed when it ended with an error.
    """

    session_count: int  # handed out
    active_sessions: int  # of these open now
    total_transactions: int
    failed_transactions: int
    success_rate: float  # percent
    commits: int
    rollbacks: int
    slow_statements: int
    longest_statement: float
    writer_depth: int  # commands that wait now
    coalesced_commands: int


def get_session_stats() -> SessionStats:
    """How it stands now."""
    counted, opened = database.statistics, database.opened
    total = counted.commits + counted.rollbacks
    writer = opened.writer if opened is not None else None
    return SessionStats(
        session_count=counted.sessions,
        active_sessions=len(database.sessions),
        total_transactions=total,
        failed_transactions=counted.failed,
        success_rate=100.0 * (total - counted.failed) / total if total else 100.0,
        commits=counted.commits,
        rollbacks=counted.rollbacks,
        slow_statements=counted.slow_statements,
        longest_statement=counted.longest_statement,
        writer_depth=writer.pending if writer is not None else 0,
        coalesced_commands=counted.coalesced,
    )


def reset_session_stats() -> None:
    """Count from zero again; what is open stays open."""
    database.statistics.clear()


def pool_status() -> PoolStatus:
    """The connections of the open library, whatever its pool. The writer holds one of them."""
    return database.require_engine().pool.status()
