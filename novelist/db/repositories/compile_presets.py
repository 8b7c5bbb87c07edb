# SPDX-License-Identifier: MIT
"""The presets that a writer made."""

from __future__ import annotations

from sqlalchemy import delete, select, update

from novelist.db.base import utc_now
from novelist.db.models import CompilePreset
from novelist.db.repositories.base import Repository
from novelist.errors import DuplicateTitleError, NotFoundError


class CompilePresetRepository(Repository):
    """Presets of a library, by name."""

    model = CompilePreset

    async def list_all(self) -> list[tuple[int, str]]:
        """The id and the text of each, in the order of their names."""
        rows = await self._session.execute(
            select(CompilePreset.id, CompilePreset.content).order_by(CompilePreset.name)
        )
        return [(row[0], row[1]) for row in rows]

    async def add(self, name: str, content: str) -> int:
        """Keep a new one; its id. Raises ``DuplicateTitleError``."""
        await self._require_free(name, None)
        made = CompilePreset(name=name, content=content)
        self._session.add(made)
        await self._session.flush()
        self._session.expunge(made)
        return made.id

    async def replace(self, preset_id: int, name: str, content: str) -> None:
        """Change one. Raises ``DuplicateTitleError``, and ``NotFoundError`` where it is gone."""
        await self._require_free(name, preset_id)
        own = CompilePreset.id == preset_id
        if (await self._session.execute(select(CompilePreset.id).where(own))).first() is None:
            raise NotFoundError("preset", preset_id)
        values = {"name": name, "content": content, "updated_at": utc_now()}
        change = update(CompilePreset).where(own).values(values)
        await self._session.execute(change, execution_options={"synchronize_session": False})

    async def remove(self, preset_id: int) -> None:
        """Forget one; nothing happens where there is none."""
        await self._session.execute(delete(CompilePreset).where(CompilePreset.id == preset_id))

    async def _require_free(self, name: str, own_id: int | None) -> None:
        names = await self._session.execute(select(CompilePreset.id, CompilePreset.name))
        if any(row[1] == name and row[0] != own_id for row in names):
            raise DuplicateTitleError("preset")
