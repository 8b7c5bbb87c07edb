# SPDX-License-Identifier: MIT
"""The story bible of a named moment: taken with the novel, and brought back with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from novelist.db.base import utc_now
from novelist.db.repositories.entities import EntityRepository
from novelist.db.repositories.item_fields import ItemFieldRepository
from novelist.domain.bible_snapshot import COLUMNS, BibleSnapshot
from novelist.services.journal.bible_step import BibleStep

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

_WHOLE: Final = dict.fromkeys(("deleted_at", *COLUMNS))


async def bible_now(session: AsyncSession, novel_id: int, items: Iterable[int]) -> BibleSnapshot:
    """The bible of a novel as it is, and the custom fields of those of ``items`` that have any."""
    entities = EntityRepository(session)
    keys = await entities.ids_of(novel_id)
    found = await entities.values_of({key: dict.fromkeys(COLUMNS) for key in keys})
    fields = await ItemFieldRepository(session).of_items(list(items))
    return BibleSnapshot({key: found[key] for key in keys}, fields)


async def bring_bible_back(
    session: AsyncSession, novel_id: int, then: BibleSnapshot, items: Iterable[int]
) -> BibleStep:
    """Let the bible be what it was, and the fields of ``items`` too; the step that it is.

    What was made since is put out of sight; what is not in the library any more is made anew.
    """
    step, entities = BibleStep(), EntityRepository(session)
    now = await entities.values_of(dict.fromkeys(then.entities, _WHOLE))
    for key, values in then.entities.items():
        if key in now:
            step.change_entity(key, now[key], {**values, "deleted_at": None})
    since = dict.fromkeys(set(await entities.ids_of(novel_id)) - then.entities.keys())
    for key in since:
        step.change_entity(key, {"deleted_at": None}, {"deleted_at": utc_now()})
    fields = ItemFieldRepository(session)
    wanted = list(items)
    found = await fields.of_items(wanted)
    for key in wanted:
        step.change_fields(
            key, {"fields": found.get(key, ())}, {"fields": then.fields.get(key, ())}
        )
    await step.write(session)
    gone = [values for key, values in then.entities.items() if key not in now]
    await _make_anew(entities, novel_id, gone, step)
    return step


async def _make_anew(
    entities: EntityRepository, novel_id: int, gone: list[Mapping[str, Any]], step: BibleStep
) -> None:
    said = [{name: each[name] for name in COLUMNS if name != "position"} for each in gone]
    for key in await entities.create_all(novel_id, said):
        step.change_entity(key, {"deleted_at": utc_now()}, {"deleted_at": None})
