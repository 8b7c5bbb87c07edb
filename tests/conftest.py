# SPDX-License-Identifier: MIT
"""What every test gets: no display needed, and a home of its own."""

from __future__ import annotations

import faulthandler
import gc
import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.mariadb import database_url, mariadb, server_library, shared_server_library

__all__ = ["database_url", "mariadb", "server_library", "shared_server_library"]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The program is started more than a hundred times: what is compiled once is kept for all of them,
# also where the machine asks Python to keep nothing.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
_ended = itertools.count(1)
# The suite asks the same of every commit; what chance finds is looked for by the long run.
settings.register_profile("suite", deadline=None, max_examples=50, derandomize=True)
settings.register_profile("full", deadline=None, max_examples=500, print_blob=True)


def is_long_run(config: pytest.Config) -> bool:
    """Whether the tests were started with ``-m full``."""
    return config.option.markexpr == "full"


def pytest_configure(config: pytest.Config) -> None:
    """The long run tries properties with more examples, and with others each time."""
    settings.load_profile("full" if is_long_run(config) else "suite")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What needs a server shares one; the properties belong to the suite and to the long run."""
    for item in items:
        if "mariadb" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("server"))
    properties = [each for each in items if is_property(each)] if is_long_run(config) else []
    for item in properties:
        item.add_marker("full")
        item.add_marker(pytest.mark.timeout(1_800))


def is_property(item: pytest.Item) -> bool:
    """Whether Hypothesis gives the examples."""
    return getattr(getattr(item, "obj", None), "is_hypothesis_test", False)


def pytest_collection_finish() -> None:
    """From now on garbage is collected between two tests, and on this thread alone.

    Python collects wherever it happens to be. In a thread of the store it would delete the timers
    of a window that an earlier test left in a cycle: Qt goes on firing these, and crashes.
    """
    gc.collect()
    gc.freeze()  # what was collected by now lives as long as the tests do
    gc.disable()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two workers a processor: a test of the window waits for half of its time."""
    processors = os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count()
    return max((processors or 1) * 2, 2)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Collect the generations that have grown over Python's own thresholds."""
    result = yield
    gc.disable()  # a window that ended switched it on again
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [generation for generation in (2, 1, 0) if counts[generation] > thresholds[generation]]
    if due:
        gc.collect(due[0])
    return result


def pytest_runtest_logfinish() -> None:
    """Look at what has stayed once, not again after each of the thousands of tests to come.

    What is left of tests (whole novels that were read, their reports, what SQLAlchemy keeps
    compiled) grows to two million objects. Here a test and its fixtures are gone altogether: only
    that is frozen which stays.
    """
    if next(_ended) % 10 == 0:
        gc.collect()
        gc.freeze()


@pytest.fixture(autouse=True)
def undisturbed(request):
    """Let a long test run on: printing the stacks of threads that run can end the process."""
    if request.node.get_closest_marker("full") is not None:
        faulthandler.cancel_dump_traceback_later()


@pytest.fixture(autouse=True)
def novelist_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """An empty folder for data, settings and logs, so that no test meets the user's own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("NOVELIST_HOME", str(home))
    return home
