# SPDX-License-Identifier: MIT
"""Libraries on a real server, and a second program on them."""

import asyncio

import pytest

from novelist.domain.library_place import place_of
from novelist.services import novels, outline
from novelist.services.library import library
from tests.database import loop_failures, pytest_pyfunc_call
from tests.server.other_program import OtherProgram

__all__ = ["loop_failures", "pytest_pyfunc_call"]


async def _make(place):
    await library.open_library(place, create=True)
    novel_id = await novels.create_novel(title="Harbour", language="en")
    items = await outline.load_outline(novel_id)
    await library.close_library()
    return novel_id, items[-1].id


@pytest.fixture
def harbour(database_url):
    """A library on the server with one novel; its place, and the ids of novel and scene."""
    place = place_of(database_url)
    return place, *asyncio.run(_make(place))


@pytest.fixture
def other(harbour):
    """The other program."""
    program = OtherProgram(harbour[0].url)
    yield program
    program.close()
