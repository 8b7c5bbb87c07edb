# SPDX-License-Identifier: MIT
"""The line between the program and its server, which can be cut at the COMMIT."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from enum import Enum

_COMMIT = b"\x03COMMIT"  # the command "query", and what it asks


class Cut(Enum):
    """Where the line is cut, the next time that something is committed."""

    BEFORE = "before the server hears of it"
    AFTER = "before the program hears the answer"


class CuttingLine:
    """Listens on a port of its own and hands everything on."""

    def __init__(self, server_port):
        self._server_port = server_port
        self._cut = None
        self._lines = set()
        self.cuts = 0

    async def open(self):
        self._listener = await asyncio.start_server(self._connect, "127.0.0.1", 0)
        self.port = self._listener.sockets[0].getsockname()[1]

    def cut_next_commit(self, where):
        """Cut the line of whoever commits next."""
        self._cut = where

    async def close(self):
        """The program has hung up: wait until every line has."""
        self._listener.close()
        await asyncio.gather(*self._lines, return_exceptions=True)

    async def _connect(self, reader, writer):
        self._lines.add(asyncio.current_task())
        server = await asyncio.open_connection("127.0.0.1", self._server_port)
        answers = asyncio.create_task(self._hand_on(server[0], writer))
        try:
            await self._ask(reader, server, answers)
        finally:
            await _end(answers)
            for each in (server[1], writer):
                each.close()
            self._lines.discard(asyncio.current_task())

    async def _ask(self, reader, server, answers):
        while data := await reader.read(1 << 16):
            if self._cut is not None and _COMMIT in data:
                cut, self._cut, self.cuts = self._cut, None, self.cuts + 1
                if cut is Cut.AFTER:
                    await _end(answers)
                    server[1].write(data)
                    await server[0].read(1)  # it answers after it has committed
                return
            server[1].write(data)
            await server[1].drain()

    async def _hand_on(self, reader, writer):
        while data := await reader.read(1 << 16):
            writer.write(data)
            await writer.drain()
        writer.close()


async def _end(task):
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def cutting_line(server):
    """A line to a server, open."""
    line = CuttingLine(server.port)
    await line.open()
    try:
        yield line
    finally:
        await line.close()
