# SPDX-License-Identifier: MIT
"""Finding words in the story bible, and in the custom fields of items."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from novelist.db.repositories.entities import EntityRepository
from novelist.db.repositories.item_fields import Fields, ItemFieldRepository
from novelist.db.session import read_session
from novelist.domain.entities import Entity
from novelist.domain.finding.entity_words import Spot, words_of, words_of_entity
from novelist.domain.finding.finding import Finder
from novelist.domain.finding.passages import Address, Passage
from novelist.services.finding.found import BIBLE, Field, Found, FoundIn, Group


async def find_entities(finder: Finder, titles: Mapping[int, str], first: int) -> tuple[Found, ...]:
    """The entities of some novels, given by title, that have it; their places begin at ``first``.

    All are read at once. Raises ``PatternTooSlowError``.
    """
    async with read_session() as session:
        entities = await EntityRepository(session).list_for_novels(titles)
    return await asyncio.to_thread(lambda: tuple(_found(finder, titles, first, entities)))


async def hopeful_fields(finder: Finder, novel_ids: Collection[int]) -> dict[int, Fields]:
    """The custom fields of those items of some novels in which it may be; read at once."""
    async with read_session() as session:
        listed = await ItemFieldRepository(session).list_for_novels(novel_ids)
    return {
        item_id: fields
        for item_id, fields in listed.items()
        if any(finder.may_be_in(text) for _, text in words_of({"fields": fields}))
    }


def find_in_fields(finder: Finder, fields: Fields) -> list[FoundIn]:
    """What is found in the custom fields of an item. Raises ``PatternTooSlowError``."""
    return list(_found_in(finder, words_of({"fields": fields}), fields))


def _found(
    finder: Finder, titles: Mapping[int, str], first: int, entities: Sequence[Entity]
) -> Iterator[Found]:
    ranks = {novel_id: rank for rank, novel_id in enumerate(titles)}
    ordered = sorted(entities, key=lambda each: ranks[each.novel_id])
    for place, entity in enumerate(ordered, first):
        parts = tuple(_found_in(finder, words_of_entity(entity), entity.fields))
        if parts:
            group = Group(entity.novel_id, titles[entity.novel_id], 0, BIBLE, "")
            yield Found(group, place, 0, entity.kind, entity.name, parts, entity.id)


def _found_in(
    finder: Finder, words: Iterable[tuple[Spot, str]], fields: Fields
) -> Iterator[FoundIn]:
    for number, (spot, text) in enumerate(words):
        spans = finder.spans(text) if text and finder.may_be_in(text) else []
        if spans:
            label = fields[spot.number].name if spot.column == "fields" else ""
            found = (Passage(Address(number), text, tuple(spans)),)
            yield FoundIn(Field.BIBLE, text, found, spot=spot, label=label)
