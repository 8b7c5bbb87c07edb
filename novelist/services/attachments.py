# SPDX-License-Identifier: MIT
"""The pictures of texts: kept once in the library, found by their digest."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from novelist.db.base import utc_now
from novelist.db.off_loop import off_loop
from novelist.db.repositories.attachments import AttachmentRepository
from novelist.db.session import read_session, writer
from novelist.domain.pictures import (
    PictureFile,
    PictureHead,
    PictureKind,
    named_in,
    picture_digest,
    read_head,
    require_size,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy.ext.asyncio import AsyncSession


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """A picture that is in the library, and what its file says of it."""

    digest: str
    head: PictureHead


async def keep_picture(data: bytes) -> KeptPicture:
    """Keep a picture in the library; once, however often it is given. Raises ``PictureError``.

    It stays as long as the library: any version of a text may show it again.
    """
    require_size(len(data))
    head = read_head(data)
    digest = await off_loop(len(data), lambda: picture_digest(data))
    columns = picture_columns(digest, head, data)

    async def command(session: AsyncSession) -> None:
        await AttachmentRepository(session).add(columns)

    await writer().submit(command)
    return KeptPicture(digest, head)


async def load_picture(digest: str) -> bytes | None:
    """The file of a picture; None where the library does not have it."""
    async with read_session() as session:
        return await AttachmentRepository(session).find_data(digest)


async def pictures_of(session: AsyncSession, texts: Iterable[str]) -> dict[str, PictureFile]:
    """The files of the pictures that texts show, by digest, as far as the library has them."""
    repository = AttachmentRepository(session)
    named = await asyncio.to_thread(named_in, texts)
    found: dict[str, PictureFile] = {}
    for digest, kind in (await repository.kinds_of(named)).items():
        data = await repository.find_data(digest)
        if data is not None:
            found[digest] = PictureFile(PictureKind(kind), data)
    return found


async def missing_pictures(digests: Collection[str]) -> set[str]:
    """Those that the library does not have."""
    async with read_session() as session:
        return set(digests) - set(await AttachmentRepository(session).kinds_of(digests))


def picture_columns(digest: str, head: PictureHead, data: bytes) -> dict[str, Any]:
    """The row of a picture."""
    return {
        "digest": digest,
        "kind": str(head.kind),
        "width": head.width,
        "height": head.height,
        "size": len(data),
        "data": data,
        "created_at": utc_now(),
    }
