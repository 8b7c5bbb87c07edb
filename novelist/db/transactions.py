# SPDX-License-Identifier: MIT
"""Functions around which a transaction is put: callbacks and decorated ones.

Unlike the body of a scope a function can run again, so these do after a transient failure, as
often as ``configure_session`` says. Inside another scope they do not: the transaction is not
theirs.
"""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from functools import partial, wraps
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from novelist.db.database import database
from novelist.db.retry import async_with_retry, with_retry
from novelist.db.scope_settings import ScopeSettings
from novelist.db.scopes import async_session_scope
from novelist.db.session_creation import SessionCreation
from novelist.db.thread_scopes import session_scope
from novelist.db.turns import WRITING, is_inside
from novelist.errors import SessionMisuseError, TransactionError

T = TypeVar("T")
Provided = AbstractAsyncContextManager[AsyncSession] | Awaitable[AsyncSession] | AsyncSession
Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

_PARAMETER = "session"
_SCOPE_SETTINGS = ("auto_commit", "auto_rollback", "enable_monitoring")


async def execute_transaction(
    provider: Callable[[], Provided],
    callback: Callable[[AsyncSession], Awaitable[T]],
    *,
    autoflush: bool = True,
) -> T:
    """One transaction around ``callback(session)``, committed at its end; its result.

    ``provider`` is ``get_session``, ``create_session`` or anything that gives a session. On an
    error everything is rolled back and ``TransactionError`` is raised from it.
    """
    try:
        return await _again(partial(_run, provider, callback, autoflush), {})
    except TransactionError:
        raise
    except Exception as error:
        raise TransactionError(f"rolled back after {type(error).__name__}: {error}") from error


def async_with_session(**overrides: Any) -> Decorator:  # noqa: ANN401 - of several types
    """Hand a coroutine function a ``session`` of ``async_session_scope(**overrides)``.

    Name, docstring and signature stay. A ``session`` that the caller gives is used instead, and
    then committing is the caller's.
    """

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        give = _Giving(function, is_async=True)

        @wraps(function)
        async def run(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever it takes
            if give.is_given(args, kwargs):
                return await function(*args, **kwargs)

            async def once() -> Any:  # noqa: ANN401 - whatever it returns
                async with async_session_scope(**_of_scope(overrides)) as session:
                    given, named = give.to(session, args, kwargs)
                    return await function(*given, **named)

            return await _again(once, overrides)

        return run

    return decorate


def with_session(**overrides: Any) -> Decorator:  # noqa: ANN401 - of several types
    """``async_with_session`` for a plain function, with a session of ``session_scope``."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        give = _Giving(function, is_async=False)

        @wraps(function)
        def run(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever it takes
            if give.is_given(args, kwargs):
                return function(*args, **kwargs)

            def once() -> Any:  # noqa: ANN401 - whatever it returns
                with session_scope(**_of_scope(overrides)) as session:
                    given, named = give.to(session, args, kwargs)
                    return function(*given, **named)

            return with_retry(once, **_patience(overrides))

        return run

    return decorate


class _Giving:
    """Knows where a function takes its session."""

    def __init__(self, function: Callable[..., Any], *, is_async: bool) -> None:
        name = getattr(function, "__qualname__", "it")
        if inspect.iscoroutinefunction(function) is not is_async:
            right = (
                "async_with_session" if inspect.iscoroutinefunction(function) else "with_session"
            )
            raise SessionMisuseError(f"write `@{right}()` above `{name}`")
        parameters = inspect.signature(function).parameters
        if _PARAMETER not in parameters:
            raise SessionMisuseError(f"give `{name}` a parameter `session`")
        by_name = parameters[_PARAMETER].kind is inspect.Parameter.KEYWORD_ONLY
        self._index = None if by_name else list(parameters).index(_PARAMETER)

    def is_given(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
        """Whether the caller brings a session."""
        if kwargs.get(_PARAMETER) is not None:
            return True
        at = self._index
        return at is not None and len(args) > at and isinstance(args[at], AsyncSession | Session)

    def to(
        self, session: Session | AsyncSession, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """The arguments with the session among them."""
        named = {name: value for name, value in kwargs.items() if name != _PARAMETER}
        if self._index is None or len(args) < self._index:
            return args, named | {_PARAMETER: session}
        return (*args[: self._index], session, *args[self._index :]), named


async def _run(
    provider: Callable[[], Provided],
    callback: Callable[[AsyncSession], Awaitable[T]],
    autoflush: bool,
) -> T:
    async with _opened(provider()) as session:
        with nullcontext() if autoflush else session.no_autoflush:
            return await callback(session)


@asynccontextmanager
async def _opened(provided: Provided) -> AsyncIterator[AsyncSession]:
    """A scope as it is; a bare session with a transaction of its own, closed at the end."""
    bare_ones = (AsyncSession, SessionCreation)
    if isinstance(provided, AbstractAsyncContextManager) and not isinstance(provided, bare_ones):
        async with provided as session:
            yield session
        return
    bare = provided if isinstance(provided, AsyncSession) else await provided
    async with bare as session, session.begin():
        yield session


async def _again(run: Callable[[], Awaitable[T]], overrides: dict[str, Any]) -> T:
    return await async_with_retry(run, **_patience(overrides))


def _patience(overrides: dict[str, Any]) -> dict[str, Any]:
    settings: ScopeSettings = database.configuration.settings.overridden(overrides)
    attempts = 0 if is_inside(WRITING) else settings.retry_attempts
    return {"max_retries": attempts, "retry_delay": settings.retry_delay}


def _of_scope(overrides: dict[str, Any]) -> dict[str, Any]:
    """Those of the settings that a scope takes."""
    return {name: overrides[name] for name in _SCOPE_SETTINGS if name in overrides}
