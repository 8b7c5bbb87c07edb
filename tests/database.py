# SPDX-License-Identifier: MIT
"""Async tests over a real library: imported by the ``conftest`` of whoever needs one.

An ``async def`` test runs in an event loop of its own. When it asks for ``opened`` the library is
open, and is closed in the same loop, where a session left open or a failing task is an error.
"""

from __future__ import annotations

import asyncio
import inspect
import shutil
from pathlib import Path

import pytest

from novelist.db import session as database
from novelist.db.engine import library_url
from novelist.db.migrate import create_library
from novelist.services.library.library import open_library
from tests.mariadb import ServerLibrary


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem):
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = pyfuncitem._fixtureinfo.argnames
    arguments = {name: pyfuncitem.funcargs[name] for name in wanted}
    asyncio.run(_run(pyfuncitem.obj, arguments))
    return True


def place_of(library):
    """Where the program finds it."""
    return library.place if isinstance(library, ServerLibrary) else Path(library)


def url_of(library):
    """By which URL `init_async_db` opens it."""
    place = place_of(library)
    return library_url(place) if isinstance(place, Path) else place.url


async def _run(test, arguments):
    failures = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, found: failures.append(found))
    try:
        if "opened" in arguments:
            await open_library(place_of(arguments["opened"]))
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


# Modules whose tests run on a library file and on a real server.
EVERYWHERE = (
    "test_bodies",
    "test_novels",
    "test_outlines",
    "test_preferences",
    "test_revision_store",
    "test_saving",
    "test_session",
    "test_session_layer_session",
    "test_session_layer_threads",
    "test_text_rewriting",
    "test_writer",
)
# Those in them that are about a file, or about what SQLite alone can be made to do.
FILE_ONLY = (
    "test_a_long_outline_loads_without_holding_the_others_up",
    "test_a_busy_library_is_tried_again_until_it_is_free",
    "test_a_closed_library_is_one_complete_file",
    "test_a_damaged_page_is_our_error_in_a_reading_session",
    "test_a_damaged_version_is_noticed_and_the_next_needs_it_not",
    "test_a_failing_commit_in_a_thread_is_our_error",
    "test_a_kept_command_gives_way_to_a_newer_one_of_its_key",
    "test_a_library_that_stays_busy_pauses_the_writer",
    "test_a_pause_is_heard_with_its_failure",
    "test_a_pause_keeps_the_commands_until_retry",
    "test_a_running_command_that_fails_gives_way_to_a_newer_one_of_its_key",
    "test_a_turn_and_a_flush_do_not_wait_out_a_pause",
    "test_an_error_at_commit_reaches_only_its_own_command",
    "test_closing_a_paused_writer_tries_once_more",
    "test_closing_a_writer_that_cannot_write_says_so",
    "test_every_connection_is_set_up",
    "test_no_connection_makes_an_empty_library",
    "test_saves_of_one_key_keep_coalescing_during_a_pause",
    "test_the_next_save_of_an_open_text_reads_nothing_of_its_history",
    "test_what_is_committed_never_runs_again_whatever_fails_after_it",
    "test_who_waited_for_a_turn_hears_of_the_pause",
)


def pytest_generate_tests(metafunc):
    """Run what promises the same of both kinds on both."""
    if "library" not in metafunc.fixturenames or metafunc.function.__name__ in FILE_ONLY:
        return
    if metafunc.module.__name__.rpartition(".")[2] in EVERYWHERE:
        server = pytest.param("server", marks=pytest.mark.xdist_group("server"))
        metafunc.parametrize("library", ["file", server], indirect=True)


@pytest.fixture
def library(request, template, tmp_path):
    """The path of a new library, not open; or a library on a server."""
    if getattr(request, "param", "file") == "server":
        return request.getfixturevalue("server_library")
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
