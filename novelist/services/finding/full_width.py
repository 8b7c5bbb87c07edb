# SPDX-License-Identifier: MIT
"""Repairing half-width marks of Chinese texts: found with their context, changed when chosen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from novelist.domain.finding.finding import Finder, Pattern
from novelist.domain.finding.passages import Address
from novelist.domain.typing.full_width import EXPRESSION, Repair, in_order, repairs
from novelist.services.finding.finding import Field, Found, Where, find
from novelist.services.finding.replacing import Replaced, Replacement, replace


@dataclass(frozen=True, slots=True)
class FoundRepair:
    """Something to repair: in which paragraph of which item; ``expected`` is its text's digest."""

    novel_id: int
    item_id: int
    address: Address
    text: str
    expected: str
    repair: Repair


async def find_repairs(where: Where) -> AsyncIterator[list[FoundRepair]]:
    """What can be repaired, step by step in the order of reading.

    Texts that are being written are to be saved before.
    """
    finder = Finder([Pattern(EXPRESSION, is_expression=True)])
    async for step in find(finder, where):
        yield await asyncio.to_thread(_repairs_in, step.found)


def _repairs_in(found: Sequence[Found]) -> list[FoundRepair]:
    return [
        FoundRepair(
            each.group.novel_id, each.item_id, passage.address, passage.text, part.expected, repair
        )
        for each in found
        for part in each.parts
        if part.field is Field.TEXT
        for passage in part.passages
        for repair in repairs(passage.text)
    ]


async def repair_marks(
    chosen: Sequence[FoundRepair], *, looked_for: str, moment: str, initiator: str = ""
) -> Replaced:
    """Put the full-width marks in their places, all at once; the moment before it has a name."""
    wanted = await asyncio.to_thread(_replacements, chosen)
    return await replace(wanted, looked_for=looked_for, moment=moment, initiator=initiator)


def _replacements(chosen: Sequence[FoundRepair]) -> list[Replacement]:
    texts: dict[tuple[int, int, str], dict[Address, list[Repair]]] = {}
    for each in chosen:
        inside = texts.setdefault((each.novel_id, each.item_id, each.expected), {})
        inside.setdefault(each.address, []).append(each.repair)
    return [
        Replacement(
            novel_id,
            item_id,
            Field.TEXT,
            expected,
            {address: in_order(some) for address, some in inside.items()},
        )
        for (novel_id, item_id, expected), inside in texts.items()
    ]
