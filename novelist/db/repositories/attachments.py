# SPDX-License-Identifier: MIT
"""The files that texts show, by digest. Their bytes are never made objects of."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import insert, select

from novelist.db.models import Attachment
from novelist.db.repositories.base import Repository, chunks


class AttachmentRepository(Repository):
    """Attachments of the library."""

    model = Attachment

    async def find_data(self, digest: str) -> bytes | None:
        """The bytes of the file, or None where there is no such file."""
        found = await self._session.scalar(
            select(Attachment.data).where(Attachment.digest == digest)
        )
        return None if found is None else bytes(found)

    async def kinds_of(self, digests: Collection[str]) -> dict[str, str]:
        """The kinds of those that are there."""
        found: dict[str, str] = {}
        for part in chunks(digests):
            rows = await self._session.execute(
                select(Attachment.digest, Attachment.kind).where(Attachment.digest.in_(part))
            )
            found.update({digest: kind for digest, kind in rows})
        return found

    async def add(self, columns: Mapping[str, Any]) -> None:
        """Add a file, unless it is there already."""
        if not await self.kinds_of([columns["digest"]]):
            await self._session.execute(insert(Attachment), [dict(columns)])
