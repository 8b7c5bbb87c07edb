# SPDX-License-Identifier: MIT
"""The row of the session layer about ``preload.py``."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import event

from novelist.db.database import database
from novelist.errors import LibraryMissingError, StorageCorruptError
from novelist.services import novels, outline
from novelist.services.library import library as libraries
from novelist.services.library.preload import Preloaded, Step, Wanted, preload

FEW = 12  # statements, however long the novel is


async def run(wanted, result, listening=None):
    """The steps of a start."""
    steps = []
    async for step in preload(wanted, result):
        if listening is not None and step is Step.LOAD_SHELF:
            listening(database.opened.engine.sync_engine)
        steps.append(step)
    return steps


@pytest.fixture
def wanted(library, loop):
    """A library that is closed, with the novel and scene to come back to."""
    novel = loop(novels.create_novel(title="Harbour", language="en"))
    scene = loop(outline.load_outline(novel))[1].id
    loop(libraries.close_library())
    return Wanted(library, create=False, novel_id=novel, item_id=scene)


def test_preload_names_its_steps_and_logs_their_milliseconds(wanted, loop, caplog):
    result = Preloaded()
    with caplog.at_level(logging.INFO):
        assert loop(run(wanted, result)) == list(Step)
    assert set(result.milliseconds) == set(Step)
    for step in Step:
        assert f"{step} took" in caplog.text


def test_preload_needs_few_queries(wanted, loop):
    sent = []

    def listening(engine):
        event.listen(engine, "before_cursor_execute", lambda *given: sent.append(given[2]))

    loop(run(wanted, Preloaded(), listening))
    assert 0 < len(sent) <= FEW


def test_preload_opens_the_library_and_migrates_it_first(wanted, loop):
    with closing(sqlite3.connect(wanted.library)) as connection:
        connection.execute("DROP INDEX uq_statuses_novel_id_name")
        connection.execute("DROP INDEX uq_labels_novel_id_name")
        connection.execute("DROP TABLE comments")
        connection.execute("DROP TABLE attachments")
        connection.execute("DROP TABLE known_words")
        lists = ("aliases", "entity_fields", "item_fields", "entities", "writing_days")
        for table in (*lists, "compile_presets"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE alembic_version SET version_num = '0003'")
        connection.commit()
    result = Preloaded()
    loop(run(wanted, result))
    assert result.novel.novel.title == "Harbour"


def test_preload_names_the_step_that_fails(tmp_path, wanted, loop, caplog):
    result = Preloaded()
    with pytest.raises(LibraryMissingError):
        loop(run(Wanted(tmp_path / "gone.novelist", create=False), result))
    assert result.failed is Step.OPEN_LIBRARY
    assert "open_library failed" in caplog.text


def test_preload_names_the_step_that_finds_damage(wanted, loop):
    with closing(sqlite3.connect(wanted.library)) as connection:
        connection.execute("UPDATE scene_bodies SET content = 'x'")
        connection.commit()
    result = Preloaded()
    with pytest.raises(StorageCorruptError):
        loop(run(wanted, result))
    assert result.failed is Step.LOAD_SCENE
    assert result.novel.novel.title == "Harbour"
    loop(libraries.close_library())
