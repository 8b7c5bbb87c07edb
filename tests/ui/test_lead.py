# SPDX-License-Identifier: MIT
"""One at a time leads elsewhere, and nobody after the end."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QObject

from novelist.ui.lead import Lead


async def test_one_after_the_other_leads_in_the_order_they_came(qapp):
    parent, steps = QObject(), []
    lead = Lead(parent, steps.append)

    async def go(name):
        async with lead.turn():
            steps.append(f"{name} begins")
            await asyncio.sleep(0)
            steps.append(f"{name} ends")

    await asyncio.wait([lead.start(go("first")), lead.start(go("second"))])
    assert steps == ["first begins", "first ends", "second begins", "second ends"]


async def test_after_the_end_whoever_waited_leads_nowhere(qapp):
    parent, steps = QObject(), []
    lead = Lead(parent, steps.append)

    async def go():
        async with lead.turn():
            steps.append("went")

    async with lead.turn():
        waiting = lead.start(go())
        await asyncio.sleep(0)
        lead.end()
    late = lead.start(go())
    await asyncio.wait([waiting, late])
    assert waiting.cancelled()
    assert late.cancelled()
    assert steps == []
