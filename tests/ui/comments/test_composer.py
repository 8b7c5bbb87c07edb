# SPDX-License-Identifier: MIT
"""What is typed into a comment gets to the store, or it is said that it cannot."""

from __future__ import annotations

import pytest

from novelist.errors import NotFoundError, StorageFullError
from novelist.ui.comments.composer import Remarking


async def raised_by(remarking, text):
    try:
        await remarking.save(text)
    except Exception as error:  # noqa: BLE001 - which one is the question
        return type(error)
    return None


@pytest.mark.parametrize(
    ("error", "again"), [(NotFoundError("item", 3), None), (StorageFullError(), StorageFullError)]
)
async def test_what_is_gone_for_ever_is_said_once_and_all_else_until_it_is_mended(error, again):
    async def make(_text):
        raise error

    remarking = Remarking(3, make)
    assert await raised_by(remarking, "Why?") is type(error)
    assert await raised_by(remarking, "Why?") is again


async def test_a_remark_ends_with_its_last_word():
    made = []

    async def make(text):
        made.append(text)
        return 1

    remarking = Remarking(3, make)
    await remarking.finish("\nBecause.\n\nSo.\n\n")
    await remarking.finish("Because.\n\nSo.\n")
    assert made == ["Because.\n\nSo."]
