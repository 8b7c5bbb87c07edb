# SPDX-License-Identifier: MIT
"""One group of commands: one transaction, a savepoint for each, one COMMIT for all."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from novelist.db.audit import signed
from novelist.db.command_queue import Entry
from novelist.db.failures import translate
from novelist.db.feed import OUTBOX, Outbox
from novelist.db.held_connection import HeldConnection
from novelist.db.search.fts5 import Fts5Writer
from novelist.db.server.commit_marks import was_committed
from novelist.db.turns import WRITING, inside, uninterrupted
from novelist.errors import CommitMark, CommitUnknownError, ConflictError, EnvironmentFailure


class Joining(Enum):
    """How a session stands in the transaction of the connection; named by SQLAlchemy."""

    OWN = "conditional_savepoint"  # its commit is the transaction's
    AMONG_OTHERS = "create_savepoint"  # one command of several: it can fail by itself
    ALONE = "rollback_only"  # the only command: it fails with the transaction


MakeSession = Callable[[AsyncConnection, Joining], AsyncSession]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What one command of a group came to."""

    entry: Entry
    outbox: Outbox
    result: Any = None
    error: BaseException | None = None


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A group whose COMMIT got no answer."""

    mark: CommitMark
    outcomes: Sequence[_Outcome]


class GroupCommit:
    """Runs groups of commands on the held connection and tells everybody how theirs went."""

    def __init__(self, held: HeldConnection, make_session: MakeSession) -> None:
        self._held = held
        self._make_session = make_session
        self.index = Fts5Writer()
        self._doubt: _Doubt | None = None

    async def write(self, entries: Sequence[Entry]) -> None:
        """Run the commands in one transaction and settle them. Raises ``EnvironmentFailure``.

        A command that finds another version of its row may be looking at what a command before it
        in this group did. The group then ends before it; it and what follows stay unsettled and
        run again after the COMMIT. Where the COMMIT before got no answer it is found out first
        whether that group was committed: nothing is done twice.
        """
        outcomes: list[_Outcome] = []
        try:
            connection = await self._held.ready()
            async with connection.begin() as transaction:
                entries = await self._after_doubt(connection, entries)
                joining = Joining.AMONG_OTHERS if len(entries) > 1 else Joining.ALONE
                for entry in entries:
                    outcome = await self._run_command(connection, entry, joining)
                    if outcomes and isinstance(outcome.error, ConflictError):
                        break
                    outcomes.append(outcome)
                if joining is Joining.ALONE and outcomes and outcomes[0].error is not None:
                    if transaction.is_active:  # a failed flush has rolled it back already
                        await transaction.rollback()
                elif not entries:
                    await self.index.catch_up(connection)
        except Exception as error:  # noqa: BLE001 - every failure must reach a future
            if isinstance(error, CommitUnknownError):
                self._doubt = _Doubt(error.mark, outcomes)
            await self._held.tidy()
            await self._after_failure(entries, error)
            return
        for outcome in outcomes:
            _deliver(outcome)

    async def _after_doubt(
        self, connection: AsyncConnection, entries: Sequence[Entry]
    ) -> Sequence[Entry]:
        """Settle the group whose COMMIT got no answer, if it was committed; what is left to do."""
        doubt = self._doubt
        if doubt is None:
            return entries
        committed = await was_committed(connection, doubt.mark)
        self._doubt = None
        for outcome in doubt.outcomes if committed else ():
            _deliver(outcome)
        return [entry for entry in entries if not entry.settled]

    async def _after_failure(self, entries: Sequence[Entry], error: Exception) -> None:
        """A failure of the machine concerns all; any other is one command's: find out whose."""
        translated = translate(error, self._held.path)
        if isinstance(translated, EnvironmentFailure):
            raise translated from (None if translated is error else error)
        if len(entries) == 1:
            entries[0].fail(translated)
            return
        for entry in entries:
            await self.write([entry])

    async def _run_command(
        self, connection: AsyncConnection, entry: Entry, joining: Joining
    ) -> _Outcome:
        """Run one command; its own errors are its outcome, the machine's rise."""
        session = self._make_session(connection, joining)
        outbox: Outbox = session.info[OUTBOX]
        with inside(WRITING, session), signed(entry.signature):
            try:
                async with closing(session):
                    result = await entry.command(session)
                    await session.commit()
            except asyncio.CancelledError as error:
                task = asyncio.current_task()
                if task is not None and task.cancelling():
                    raise
                return _Outcome(entry, outbox, error=error)
            except Exception as error:
                translated = translate(error, self._held.path)
                if isinstance(translated, EnvironmentFailure) and translated is not error:
                    raise translated from error  # the machine's fault, not the command's
                return _Outcome(entry, outbox, error=translated)
        return _Outcome(entry, outbox, result)


@asynccontextmanager
async def closing(session: AsyncSession) -> AsyncIterator[None]:
    """Close the session at the end; what is not committed is rolled back.

    An error inside stays the error, even if the rollback fails too.
    """
    try:
        yield
    except BaseException:
        with suppress(Exception):  # the first failure is the one to tell
            await uninterrupted(session.close())
        raise
    session.sync_session.close()  # nothing to send: it was committed


def _deliver(outcome: _Outcome) -> None:
    """After COMMIT: callbacks and changes first, then the caller."""
    if outcome.error is None:
        outcome.outbox.deliver()
        outcome.entry.resolve(outcome.result)
    else:
        outcome.entry.fail(outcome.error)
