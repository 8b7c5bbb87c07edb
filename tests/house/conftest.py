# SPDX-License-Identifier: MIT
"""All of the house in one process, and what it has read let go again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import sources

_HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Read every module once, not once in each of the processes that run tests."""
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.xdist_group("house"))


@pytest.fixture(scope="package", autouse=True)
def read_modules() -> Iterator[None]:
    """Millions of objects: whoever collects garbage after these tests would look at them all."""
    yield
    sources.forget()
    gc.collect()
