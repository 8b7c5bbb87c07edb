# SPDX-License-Identifier: MIT
"""What ``get_session()``, ``create_session()`` and their like return; it explains its misuse."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Generator
from contextlib import AbstractAsyncContextManager
from types import TracebackType
from typing import Any, NoReturn

from sqlalchemy.ext.asyncio import AsyncSession

from novelist.db.open_sessions import calling_place, describe
from novelist.errors import NoSessionError, SessionMisuseError

Opening = Callable[[], AbstractAsyncContextManager[AsyncSession]]


class SessionScope(AbstractAsyncContextManager[AsyncSession]):
    """Opened by ``async with``; anything else says so."""

    def __init__(self, name: str, opening: Opening) -> None:
        self._name = name
        self._opening = opening
        self._scope: AbstractAsyncContextManager[AsyncSession] | None = None

    async def __aenter__(self) -> AsyncSession:
        """The session."""
        if self._scope is not None:
            raise SessionMisuseError(f"a scope is entered once: call `{self._name}` again")
        self._scope = self._opening()
        return await self._scope.__aenter__()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool | None:
        """The end of the session."""
        assert self._scope is not None
        return await self._scope.__aexit__(kind, error, traceback)

    def __await__(self) -> NoReturn:
        self._refuse()

    def __enter__(self) -> NoReturn:
        self._refuse()

    def __exit__(self, *_error: object) -> None:
        """Never reached."""

    def __aiter__(self) -> NoReturn:
        self._refuse()

    def __iter__(self) -> NoReturn:
        self._refuse()

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):
            raise AttributeError(name)
        self._refuse()

    def _refuse(self) -> NoReturn:
        raise NoSessionError(
            f"`{self._name}` opens a session: write `async with {self._name} as session:`"
        )


class SessionCreation:
    """Awaited once it gives the session; forgotten, it warns with the place that forgot it."""

    def __init__(self, create: Callable[[], AsyncSession]) -> None:
        self._create = create
        self._place = calling_place()
        self._awaited = False

    def __await__(self) -> Generator[Any, None, AsyncSession]:
        self._awaited = True
        return self._create()
        yield  # makes it a generator, which is what `await` wants

    async def __aenter__(self) -> NoReturn:
        self._refuse()

    async def __aexit__(self, *_error: object) -> None:
        """Never reached."""

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):
            raise AttributeError(name)
        self._refuse()

    def __del__(self) -> None:
        if not self._awaited:
            message = f"`create_session()` was never awaited; called at:\n{describe(self._place)}"
            warnings.warn(message, RuntimeWarning, stacklevel=2)

    def _refuse(self) -> NoReturn:
        self._awaited = True  # said here; not once more when it is collected
        raise NoSessionError(
            "`create_session()` is awaited: write `session = await create_session()`, or "
            "`async with await create_session() as session:`"
        )
