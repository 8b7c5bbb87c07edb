# SPDX-License-Identifier: MIT
"""Who writes is said once, and every row has it."""

from __future__ import annotations

from novelist.db.audit import this_device
from novelist.services.library.signing import sign_as
from novelist.services.novels import create_novel
from novelist.services.outline import load_outline


def test_what_is_written_is_signed(library, loop):
    async def write():
        sign_as("Jane")
        return await load_outline(await create_novel(title="Emma", language="en"))

    items = loop(write())
    assert {(each.author, each.device) for each in items} == {("Jane", this_device())}
