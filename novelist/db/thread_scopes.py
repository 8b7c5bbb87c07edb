# SPDX-License-Identifier: MIT
"""Writing from a thread, without ``await``: for batch jobs and scripts of migration.

While the event loop of the library runs, the thread waits for its turn with the one writer like
everybody else. When none runs, nobody else writes. On the thread of the loop, which is that of the
window, the wait would never end, so it is refused there.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from novelist.db.audit import is_signed, signed
from novelist.db.command_queue import Lease
from novelist.db.database import HELD, LibrarySession, OpenLibrary, database
from novelist.db.failures import translate
from novelist.db.feed import OUTBOX, Outbox, OutboxOfThread
from novelist.db.guarded_session import FAILED
from novelist.db.scope_settings import ScopeSettings
from novelist.db.turns import WRITING, inside
from novelist.errors import SessionMisuseError


@dataclass(slots=True, eq=False)
class _Joined:
    """The session of the scope that this thread is in."""

    session: Session
    thread: int = field(default_factory=threading.get_ident)
    active: bool = True


_joined: ContextVar[_Joined | None] = ContextVar("novelist.thread", default=None)


@contextmanager
def session_scope(**overrides: Any) -> Iterator[Session]:  # noqa: ANN401 - of several types
    """``async_session_scope`` for a thread; the same settings. See the module.

    Inside another one of the same thread it is that session with a savepoint.
    """
    settings = database.configuration.settings.overridden(overrides)
    outer = _joined.get()
    if outer is not None and outer.active and outer.thread == threading.get_ident():
        with _savepoint(outer.session, settings):
            yield outer.session
        return
    _refuse_event_loop()
    opened = database.require_in_thread()
    with _turn(opened), _signature(opened), _session(opened, settings) as session:
        yield session


def _refuse_event_loop() -> None:
    opened = database.opened
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        is_ours = opened is not None and opened.thread == threading.get_ident()
        if not is_ours or opened is None or not opened.loop.is_running():
            return
    raise SessionMisuseError(
        "`session_scope()` would stop the event loop and the window: use "
        "`async with async_session_scope()`, or `await asyncio.to_thread(...)`"
    )


@contextmanager
def _turn(opened: OpenLibrary) -> Iterator[None]:
    """Alone with the writer, if there is a loop for it to run in."""
    if not opened.loop.is_running() or opened.writer is None:
        yield
        return
    asking = asyncio.run_coroutine_threadsafe(opened.writer.lease(), opened.loop)
    try:
        lease: Lease = asking.result()
    except BaseException:
        asking.cancel()
        raise
    try:
        yield
    finally:
        with suppress(RuntimeError):  # the loop was closed meanwhile: nobody waits
            opened.loop.call_soon_threadsafe(lease.released.set)


@contextmanager
def _session(opened: OpenLibrary, settings: ScopeSettings) -> Iterator[Session]:
    loop = opened.loop if opened.loop.is_running() else None
    info = {OUTBOX: OutboxOfThread(database.feed, loop), HELD: True}
    session = LibrarySession(
        bind=opened.engine_of_threads, info=info, expire_on_commit=False, close_resets_only=False
    )
    database.hand_out(session, counted=settings.enable_monitoring)
    joined = _Joined(session)
    token = _joined.set(joined)
    try:
        with inside(WRITING, None):
            yield session
        _commit(opened, session, settings)
    except BaseException:
        session.info[FAILED] = True
        raise
    finally:
        joined.active = False
        with suppress(ValueError):  # a generator may be closed in another context than it began
            _joined.reset(token)
        session.close()


def _commit(opened: OpenLibrary, session: Session, settings: ScopeSettings) -> None:
    if not settings.auto_commit:
        return
    try:
        session.commit()
    except Exception as error:
        translated = translate(error, opened.path)
        if translated is error:
            raise
        raise translated from error


@contextmanager
def _savepoint(session: Session, settings: ScopeSettings) -> Iterator[None]:
    outbox: Outbox = session.info[OUTBOX]
    mark, savepoint = outbox.mark(), session.begin_nested()
    try:
        yield
    except BaseException:
        if settings.auto_rollback:
            outbox.rewind(mark)
            savepoint.rollback()
        elif savepoint.is_active:
            savepoint.commit()
        raise
    savepoint.commit()


def _signature(opened: OpenLibrary) -> Any:  # noqa: ANN401 - either context manager
    """A new thread inherits no context: it signs as whoever opened the library."""
    return nullcontext() if is_signed() else signed(opened.signature)
