# SPDX-License-Identifier: MIT
"""Small named values of a library."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, insert, select

from novelist.db.models import Preference
from novelist.db.repositories.base import Repository, chunks
from novelist.domain.document import JsonValue


class PreferenceRepository(Repository):
    """Preferences by key."""

    model = Preference

    async def find(self, key: str, default: JsonValue = None) -> JsonValue:
        """The value, or ``default``."""
        row = (
            await self._session.execute(select(Preference.value).where(Preference.key == key))
        ).first()
        return default if row is None else row[0]

    async def list_all(self) -> dict[str, JsonValue]:
        """Every preference."""
        rows = await self._session.execute(select(Preference.key, Preference.value))
        return {row[0]: row[1] for row in rows}

    async def add(self, key: str, value: JsonValue) -> None:
        """Set a value, whether or not the key was there."""
        await self.remove(key)
        self._session.add(Preference(key=key, value=value))
        await self._session.flush()

    async def add_all(self, values: Mapping[str, JsonValue]) -> None:
        """Set many values, whether or not their keys were there."""
        for part in chunks(values):
            await self._session.execute(delete(Preference).where(Preference.key.in_(part)))
        rows = [{"key": key, "value": value} for key, value in values.items()]
        if rows:
            await self._session.execute(insert(Preference), rows)

    async def count_all(self) -> int:
        """How many there are."""
        return await self.counter.count()

    async def remove(self, key: str) -> None:
        """Forget a value; nothing happens where there is none."""
        await self._session.execute(delete(Preference).where(Preference.key == key))
