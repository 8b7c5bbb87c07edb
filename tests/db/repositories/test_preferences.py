# SPDX-License-Identifier: MIT
"""The promises of the repository of preferences."""

from __future__ import annotations

import pytest

from novelist.db.repositories import PreferenceRepository
from novelist.db.session import get_session, read_session


@pytest.mark.parametrize("value", [None, True, 7, "雾港", ["a", 1], {"a": {"b": None}}])
async def test_a_value_comes_back_as_it_was_set(opened, value):
    async with get_session() as session:
        await PreferenceRepository(session).add("key", value)
    async with read_session() as session:
        assert await PreferenceRepository(session).find("key", "default") == value


async def test_setting_a_value_again_replaces_it(opened):
    async with get_session() as session:
        preferences = PreferenceRepository(session)
        await preferences.add("a", 1)
        await preferences.add("a", 2)
        await preferences.add("b", 3)
        assert await preferences.list_all() == {"a": 2, "b": 3}


async def test_a_value_that_is_not_there_is_the_default(opened):
    async with get_session() as session:
        preferences = PreferenceRepository(session)
        await preferences.add("a", 1)
        await preferences.remove("a")
        await preferences.remove("a")
        assert await preferences.find("a") is None
        assert await preferences.find("a", 5) == 5
