# SPDX-License-Identifier: MIT
"""Commands that write one row, and ways to look at the rows without the program's own sessions."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

from sqlalchemy import insert, select, update

from novelist.db.models import Novel, OutlineItem, Preference, SceneBody
from novelist.domain.document import document_of
from novelist.domain.document_text import digest, to_json_lines
from tests.mariadb import ServerLibrary


def note(key, value=None):
    """A command that adds a preference; its result is the value."""

    async def command(session):
        await session.execute(insert(Preference), {"key": key, "value": value})
        return value

    return command


def renote(key, value):
    """A command that changes a preference."""

    async def command(session):
        await session.execute(update(Preference).where(Preference.key == key).values(value=value))
        return value

    return command


async def fail(_session):
    """A command that fails by itself."""
    raise RuntimeError("on purpose")


def notes(library):
    """The preferences that another program would see."""
    found = rows(library, "SELECT * FROM preferences")
    return {key: json.loads(value) if isinstance(value, str) else value for key, value in found}


def rows(library, statement, *values):
    """What another program reads from the library."""
    if isinstance(library, ServerLibrary):
        return library.rows(statement, *values)
    with closing(sqlite3.connect(library)) as connection:
        return connection.execute(statement, values).fetchall()


async def a_novel(session, **columns):
    """Add a novel; its id."""
    return await session.scalar(
        insert(Novel).values({"title": "Emma"} | columns).returning(Novel.id)
    )


async def an_item(session, novel_id, kind="scene", **columns):
    """Add an outline item; its id."""
    values = {"novel_id": novel_id, "kind": kind, "position": 1} | columns
    return await session.scalar(insert(OutlineItem).values(values).returning(OutlineItem.id))


async def a_text(session, item_id, *paragraphs):
    """Add the text of an item."""
    content = to_json_lines(document_of(*paragraphs))
    columns = {"content": content, "plain_text": "\n".join(paragraphs), "digest": digest(content)}
    await session.execute(
        insert(SceneBody), {"item_id": item_id, "updated_at": select_now(), **columns}
    )


def select_now():
    """The present moment."""
    from novelist.db.base import utc_now

    return utc_now()


__all__ = [
    "a_novel",
    "a_text",
    "an_item",
    "fail",
    "note",
    "notes",
    "renote",
    "rows",
    "select",
]
