# SPDX-License-Identifier: MIT
"""Replacing words in the story bible, and in the custom fields of items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from novelist.db.repositories.entities import EntityRepository
from novelist.db.repositories.item_fields import ItemFieldRepository
from novelist.domain.entities import LONGEST_FIELD_NAME, LONGEST_NAME, tidy_aliases, tidy_values
from novelist.domain.finding.entity_words import WORDED, Spot, with_words, words_of
from novelist.domain.finding.replacing import Changes, replace_in_text
from novelist.services.journal.bible_step import BibleStep

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

_WHOLE: Final = dict.fromkeys(("deleted_at", *WORDED))
_LONGEST: Final = {"name": LONGEST_NAME, "aliases": LONGEST_NAME}  # characters that columns take


@dataclass(frozen=True, slots=True)
class Wanted:
    """New words for one spot of an entity, or of an item's own fields (``entity_id`` is None)."""

    item_id: int
    entity_id: int | None
    spot: Spot
    expected: str
    changes: Changes


@dataclass(slots=True)
class ReplacedInBible(BibleStep):
    """What becomes of the bible of one novel, how many places, and what was left as it is."""

    left: set[int] = field(default_factory=set)
    left_entities: set[int] = field(default_factory=set)
    count: int = 0


async def change_bible(
    session: AsyncSession, wanted: Iterable[Wanted], *, keep_names: bool
) -> ReplacedInBible:
    """What is to be written; nothing is, yet.

    What does not say what was found any more is left, and so is what a column would not take.
    """
    step, entities, items = ReplacedInBible(), dict[int, list[Wanted]](), dict[int, list[Wanted]]()
    for each in wanted:
        if each.entity_id is None:
            items.setdefault(each.item_id, []).append(each)
        else:
            entities.setdefault(each.entity_id, []).append(each)
    found = await EntityRepository(session).values_of(dict.fromkeys(entities, _WHOLE))
    for key, inside in entities.items():
        values = found.get(key, {"deleted_at": True})
        if values.pop("deleted_at") is not None:
            step.left_entities.add(key)
            continue
        new = _changed(step, values, inside, step.left_entities, key)
        if keep_names and new.get("name", values["name"]) != values["name"]:
            others = (*new.get("aliases", values["aliases"]), values["name"])
            new["aliases"] = tidy_aliases(name for name in others if name != new["name"])
        step.change_entity(key, values, new)
    fields = await ItemFieldRepository(session).of_items(items)
    for key, inside in items.items():
        values = {"fields": fields.get(key, ())}
        new = _changed(step, values, inside, step.left, key)
        step.change_fields(key, values, new)
    return step


def _changed(
    step: ReplacedInBible,
    values: Mapping[str, Any],
    wanted: Iterable[Wanted],
    left: set[int],
    key: int,
) -> dict[str, Any]:
    """The columns that become others."""
    words = dict(words_of(values))
    changed: dict[Spot, str] = {}
    for each in wanted:
        changes = [change for inside in each.changes.values() for change in inside]
        new = replace_in_text(each.expected, changes)
        if words.get(each.spot) != each.expected or len(new) > _longest(each.spot, new):
            left.add(key)
            continue
        changed[each.spot] = new
        step.count += len(changes)
    written = with_words(values, changed)
    return tidy_values({spot.column: written[spot.column] for spot in changed})


def _longest(spot: Spot, text: str) -> int:
    """How many characters may stand there: of a text as many as there are."""
    return LONGEST_FIELD_NAME if spot.is_name else _LONGEST.get(spot.column, len(text))
