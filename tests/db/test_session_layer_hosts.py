# SPDX-License-Identifier: MIT
"""The session layer under every host that the contract names, unchanged."""

from __future__ import annotations

import asyncio
import os
from contextlib import asynccontextmanager

import anyio
import fastapi
import pytest

from novelist.db.monitor import get_session_stats
from novelist.db.session import (
    close_async_db,
    get_session,
    init_async_db,
    library_url,
    open_library_file,
    read_session,
    reset_async_db,
    session_dependency,
    session_scope,
    writer,
)
from novelist.errors import SessionMisuseError
from tests.db.rows import note, notes


async def work(library):
    """A little of everything, concurrently, from opening to closing."""
    await open_library_file(library)

    async def scope(number):
        async with get_session() as session:
            await note(f"scope {number}")(session)

    def in_thread():
        with session_scope() as session:
            session.execute(note_of("thread"))

    await asyncio.gather(*(scope(number) for number in range(5)), asyncio.to_thread(in_thread))
    await writer().submit(note("command"))
    async with read_session():
        pass
    await close_async_db()


def note_of(key):
    from sqlalchemy import insert

    from novelist.db.models import Preference

    return insert(Preference).values(key=key, value=1)


EXPECTED = {*(f"scope {number}" for number in range(5)), "thread", "command"}


def test_plain_asyncio(library):
    asyncio.run(work(library))
    assert notes(library).keys() == EXPECTED


def test_plain_asyncio_in_one_loop_after_another(library):
    asyncio.run(work(library))
    asyncio.run(open_and_leave(library))
    reset_async_db()
    asyncio.run(open_and_close(library))
    assert notes(library).keys() == {*EXPECTED, "left"}


async def open_and_leave(library):
    """The loop ends with the library open and nothing under way."""
    await open_library_file(library)
    await writer().submit(note("left"))


async def open_and_close(library):
    await open_library_file(library)
    await close_async_db()


def test_qasync(library, qapp):
    import qasync

    async def refused():
        await open_library_file(library)
        with pytest.raises(SessionMisuseError, match="window"), session_scope():
            pytest.fail("the window would stand still")
        await close_async_db()

    with qasync.QEventLoop(qapp) as loop:
        loop.run_until_complete(work(library))
        loop.run_until_complete(refused())
    assert notes(library).keys() == EXPECTED


def test_anyio(library):
    anyio.run(work, library)
    assert notes(library).keys() == EXPECTED


def test_anyio_task_group(library):
    async def scope(number):
        async with get_session() as session:
            await note(f"{number}")(session)

    async def main():
        await open_library_file(library)
        async with anyio.create_task_group() as group:
            for number in range(20):
                group.start_soon(scope, number)
        with anyio.move_on_after(0):
            async with get_session() as session:
                await note("cancelled")(session)
                await anyio.Event().wait()
        await writer().submit(note("after"))
        await close_async_db()

    anyio.run(main)
    assert notes(library).keys() == {*(f"{number}" for number in range(20)), "after"}


def test_anyio_threads(library):
    def in_thread():
        with session_scope() as session:
            session.execute(note_of("thread"))

    async def main():
        await open_library_file(library)
        await anyio.to_thread.run_sync(in_thread)
        await close_async_db()

    anyio.run(main)
    assert notes(library).keys() == {"thread"}


def service(library):
    """A service of two routes over a library."""

    @asynccontextmanager
    async def lifespan(_app):
        await init_async_db(library_url(library))
        yield
        await close_async_db()

    app = fastapi.FastAPI(lifespan=lifespan)
    session = fastapi.Depends(session_dependency)

    @app.post("/notes/{key}")
    async def add(key: str, session=session):
        await note(key)(session)
        if key == "broken":
            raise fastapi.HTTPException(409)
        return {"added": key}

    return app


async def request(app, path):
    """What the service answers, without a network: its status."""
    sent = []

    async def receive():
        return {"type": "http.request", "body": b""}

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http", "http_version": "1.1", "method": "POST", "path": path, "headers": [],
        "query_string": b"", "scheme": "http", "server": ("test", 80), "client": ("test", 1),
        "raw_path": path.encode(), "root_path": "",
    }  # fmt: skip
    await app(scope, receive, send)
    return next(each["status"] for each in sent if each["type"] == "http.response.start")


def test_fastapi_dependency(library):
    app = service(library)

    async def main():
        async with app.router.lifespan_context(app):
            wanted = [request(app, f"/notes/{key}") for key in ("a", "b", "broken", "c")]
            statuses = await asyncio.gather(*wanted)
            assert get_session_stats().active_sessions == 0
            return statuses

    assert asyncio.run(main()) == [200, 200, 409, 200]
    assert notes(library).keys() == {"a", "b", "c"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_fork_with_reset_async_db(library, tmp_path):
    other = tmp_path / "Other.novelist"

    async def parent():
        await open_library_file(library)
        await writer().submit(note("before"))
        child = os.fork()
        if child == 0:
            os._exit(in_child(other))
        _, status = await asyncio.to_thread(os.waitpid, child, 0)
        async with get_session() as session:
            await note("after")(session)
        await close_async_db()
        return status

    assert asyncio.run(parent()) == 0
    assert notes(library).keys() == {"before", "after"}
    assert notes(other).keys() == EXPECTED


def in_child(other):
    """What a forked worker does; its exit status."""

    async def main():
        await open_library_file(other, create=True)
        await close_async_db()
        await work(other)

    reset_async_db()
    asyncio.run(main())
    return 0
