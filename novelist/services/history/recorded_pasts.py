# SPDX-License-Identifier: MIT
"""The earlier versions of the texts of a novel, read for formats that lose nothing."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from novelist.db.repositories.revisions import Link, RevisionRepository
from novelist.db.repositories.snapshots import SnapshotRepository
from novelist.domain.recorded_past import PastMaker, RecordedPast
from novelist.domain.revision_codec import apply, checked
from novelist.domain.versions import Version
from novelist.errors import RevisionDamagedError
from novelist.progress import Progress, nobody

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

log = logging.getLogger(__name__)


async def load_pasts(
    session: AsyncSession,
    novel_id: int,
    contents: Mapping[int, str],
    progress: Progress = nobody,
) -> dict[int, RecordedPast]:
    """By item, all versions of its text but the last where that is its content.

    A version that cannot be read is left out: it cannot be shown either. ``progress`` is told the
    share that is done, and may raise to end it.
    """
    revisions = RevisionRepository(session)
    moments = await SnapshotRepository(session).list_for(novel_id)
    names = {each.revision_id: each.name for each in moments if each.item_id and each.name}
    items = [each for each in await revisions.items_of(novel_id) if each in contents]
    found: dict[int, RecordedPast] = {}
    for number, item_id in enumerate(items):
        progress(number / len(items))
        versions = [version for version, _ in await revisions.all_of(item_id)]
        links = await revisions.links_of(item_id, versions[0].id, versions[-1].id)
        past = await asyncio.to_thread(_past_of, versions, links, names, contents[item_id])
        if past is not None:
            found[item_id] = past
    return found


def _past_of(
    versions: Sequence[Version], links: Sequence[Link], names: Mapping[int, str], now: str
) -> RecordedPast | None:
    moments = {version.id: version.saved_at for version in versions}
    maker = PastMaker()
    for link, text in _texts_of(links):
        is_now = link is links[-1] and text == now and link.id not in names
        if not is_now and link.id in moments:
            maker.add(text.split("\n")[1:-1], moments[link.id], names.get(link.id, ""))
    return maker.made()


def _texts_of(links: Sequence[Link]) -> Iterator[tuple[Link, str]]:
    """The text of every version that can be read; what no later one needs is not held."""
    needed = Counter(link.base_id for link in links)
    held: dict[int | None, bytes | None] = {None: None}
    for link in links:
        raw: bytes | None = None
        text = ""
        try:
            if link.base_id not in held:
                raise RevisionDamagedError("what it builds on is not there")
            raw = apply(link.data, held[link.base_id])
            text = checked(raw, link.digest)
        except RevisionDamagedError as error:
            log.warning("version %s is left out: %s", link.id, error)
        else:
            yield link, text
        if raw is not None and needed[link.id]:
            held[link.id] = raw
        needed[link.base_id] -= 1
        if link.base_id is not None and not needed[link.base_id]:
            held.pop(link.base_id, None)
