# SPDX-License-Identifier: MIT
"""What is typed before the store is there waits at the gate."""

from __future__ import annotations

import asyncio

import pytest

from novelist.domain.document import EMPTY
from novelist.ui.save_gate import SaveGate


async def test_saves_wait_until_the_gate_opens_and_then_go_in_order():
    gate, saved = SaveGate(), []

    async def save(item_id, _document):
        saved.append(item_id)

    waiting = [asyncio.ensure_future(gate.save(item_id, EMPTY)) for item_id in (1, 2)]
    await asyncio.sleep(0)
    assert not gate.is_open
    gate.open(save)
    await gate.save(3, EMPTY)
    await asyncio.gather(*waiting)
    assert sorted(saved) == [1, 2, 3]
    assert saved.index(1) < saved.index(2)


async def test_a_save_that_is_turned_away_never_reaches_the_store():
    gate, saved = SaveGate(), []

    async def save(item_id, _document):
        saved.append(item_id)

    waiting = asyncio.ensure_future(gate.save(1, EMPTY))
    await asyncio.sleep(0)
    gate.turn_away()
    gate.open(save)
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert saved == []
