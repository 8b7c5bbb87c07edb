# SPDX-License-Identifier: MIT
"""The engine as scripts see it: it opens connections and executes nothing by itself."""

from __future__ import annotations

from typing import NoReturn

from sqlalchemy.ext.asyncio import AsyncEngine

from novelist.errors import SessionMisuseError


class LibraryEngine(AsyncEngine):
    """``begin()`` and ``connect()`` wait for the writer's turn like everybody who may write."""

    def execute(self, *_arguments: object, **_named: object) -> NoReturn:
        """Raises ``SessionMisuseError``."""
        self._refuse("execute")

    def scalar(self, *_arguments: object, **_named: object) -> NoReturn:
        """Raises ``SessionMisuseError``."""
        self._refuse("scalar")

    def scalars(self, *_arguments: object, **_named: object) -> NoReturn:
        """Raises ``SessionMisuseError``."""
        self._refuse("scalars")

    def stream(self, *_arguments: object, **_named: object) -> NoReturn:
        """Raises ``SessionMisuseError``."""
        self._refuse("stream")

    def _refuse(self, name: str) -> NoReturn:
        raise SessionMisuseError(
            f"an engine executes nothing: write `async with get_session() as session:` and "
            f"`await session.{name}(...)`, or `async with engine().begin() as connection:`"
        )
