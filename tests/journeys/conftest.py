# SPDX-License-Identifier: MIT
"""A library to begin with."""

from __future__ import annotations

import asyncio

import pytest

from novelist import paths
from novelist.services import library


@pytest.fixture
def empty_library(novelist_home):
    """The default library, made and empty, so that no sample opens."""

    async def make():
        paths.data_folder().mkdir(parents=True, exist_ok=True)
        await library.open_library(paths.default_library(), create=True)
        await library.close_library()

    asyncio.run(make())
    return paths.default_library()
