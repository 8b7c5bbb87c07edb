# SPDX-License-Identifier: MIT
"""Migration 0004: names that were given twice are told apart, and then stay apart."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from novelist.db.repositories import NovelRepository
from novelist.db.session import close_async_db, get_session, open_library_file
from novelist.errors import DuplicateTitleError
from tests.db.rows import a_novel, rows

NAMES = ["Draft", "Done", "draft", "Draft (2)", "Draft"]
STATUS = (
    "INSERT INTO statuses (novel_id, name, hue, position, created_at, updated_at) "
    "VALUES (?, ?, 'blue', 1, '2026-01-01', '2026-01-01')"
)


def turn_back(library, novel):
    """Make it a library of revision 0003 that holds names twice."""
    with closing(sqlite3.connect(library)) as connection:
        for table in ("statuses", "labels"):
            connection.execute(f"DROP INDEX uq_{table}_novel_id_name")
        lists = ("aliases", "entity_fields", "item_fields", "entities", "writing_days")
        for table in ("known_words", "attachments", "comments", "compile_presets", *lists):
            connection.execute(f"DROP TABLE {table}")
        connection.executemany(STATUS, [(novel, name) for name in NAMES])
        connection.execute("UPDATE alembic_version SET version_num = '0003'")
        connection.commit()


async def test_names_that_were_given_twice_get_a_number(library):
    await open_library_file(library)
    async with get_session() as session:
        novel = await a_novel(session)
    await close_async_db()
    turn_back(library, novel)
    await open_library_file(library)
    found = [name for (name,) in rows(library, "SELECT name FROM statuses ORDER BY id")]
    assert found == ["Draft", "Done", "draft (3)", "Draft (2)", "Draft (4)"]
    async with get_session() as session:
        with pytest.raises(DuplicateTitleError):
            await NovelRepository(session).add_statuses(novel, [{"name": "Done", "hue": "red"}])
