# SPDX-License-Identifier: MIT
"""The server that the tests start: real, alone, reached by a URL."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


async def test_the_server_answers_at_its_url(database_url):
    engine = create_async_engine(database_url)
    async with engine.connect() as connection:
        version = await connection.scalar(text("SELECT version()"))
    await engine.dispose()
    assert "MariaDB" in version


async def test_every_database_is_empty(mariadb, database_url):
    name = database_url.rsplit("/", 1)[1]
    assert mariadb.sql("SHOW TABLES", name) == []
