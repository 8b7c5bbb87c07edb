# SPDX-License-Identifier: MIT
"""Async tests over a real library: imported by the ``conftest`` of whoever needs one.

An ``async def`` test runs in an event loop of its own. When it asks for ``opened`` the library is
open, and is closed in the same loop, where a session left open or a failing task is an error.
"""

from __future__ import annotations

import asyncio
import inspect
import shutil

import pytest

from novelist.db import session as database
from novelist.db.migrate import create_library


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem):
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = pyfuncitem._fixtureinfo.argnames
    arguments = {name: pyfuncitem.funcargs[name] for name in wanted}
    asyncio.run(_run(pyfuncitem.obj, arguments))
    return True


async def _run(test, arguments):
    failures = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, found: failures.append(found))
    try:
        if "opened" in arguments:
            await database.open_library_file(arguments["opened"])
        await test(**arguments)
        assert database.open_session_count() == 0, "a session was left open"
    finally:
        await database.close_async_db()
    if "loop_failures" in arguments:
        arguments["loop_failures"].extend(failures)
    else:
        assert not failures


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """A new library, made once."""
    path = tmp_path_factory.mktemp("template") / "Novels.novelist"
    create_library(path)
    return path


@pytest.fixture
def library(template, tmp_path):
    """The path of a new library, not open."""
    return shutil.copy(template, tmp_path / "Novels.novelist")


@pytest.fixture
def opened(library):
    """The path of a new library that is open while the test runs."""
    return library


@pytest.fixture
def loop_failures():
    """What the loop's exception handler was told; checked by the test itself, after its loop."""
    return []


async def paused():
    """Wait until the writer pauses; why."""
    failures = asyncio.Queue()
    forget = database.writer().on_pause(failures.put_nowait)
    failure = await failures.get()
    forget()
    return failure
