# SPDX-License-Identifier: MIT
"""A library on disk for every test of the services."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from novelist.services.library import close_library, open_library


class Loop:
    """Runs coroutines one after another on one loop, as the program does."""

    def __init__(self, runner: asyncio.Runner) -> None:
        self._runner = runner

    def __call__(self, coroutine):
        return self._runner.run(coroutine)


@pytest.fixture
def loop() -> Iterator[Loop]:
    with asyncio.Runner() as runner:
        yield Loop(runner)


@pytest.fixture
def library(tmp_path, loop):
    """An open, empty library; its path."""
    path = tmp_path / "Novels.novelist"
    loop(open_library(path, create=True))
    yield path
    loop(close_library())
