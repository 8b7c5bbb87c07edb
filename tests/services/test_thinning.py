# SPDX-License-Identifier: MIT
"""The promises of ``novelist.services.history.thinning``."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from novelist.db.base import utc_now
from novelist.domain.document import document_of
from novelist.services import novels, outline, texts
from novelist.services.history import history, snapshots
from novelist.services.history.thinning import Thinned, thin_history

VERSIONS = 240


@pytest.fixture
def novel(library, loop):
    return loop(novels.create_novel(title="Harbour", language="en"))


@pytest.fixture
def scene(novel, loop):
    """A scene with many versions of forty days ago, a minute between two."""
    item_id = loop(outline.load_outline(novel))[1].id
    text = texts.OpenText(loop(texts.load_text(item_id)).body)
    for number in range(VERSIONS):
        loop(text.save(document_of("It was early. " * (number // 9), f"And {number}.")))
    return item_id


@pytest.fixture
def aged(library, scene):
    with closing(sqlite3.connect(library)) as connection, connection:
        for (key,) in connection.execute("SELECT id FROM revisions").fetchall():
            saved = utc_now() - timedelta(days=40) + timedelta(minutes=key)
            moment = str(saved.replace(tzinfo=None))
            connection.execute("UPDATE revisions SET saved_at = ? WHERE id = ?", (moment, key))
    connection.close()


def test_what_stays_can_be_read(novel, scene, loop, aged):
    moment = loop(snapshots.take_snapshot(novel, name="Here", item_id=scene))
    before = loop(history.list_versions(scene, every=True, limit=1000)).steps
    texts_before = {s.version.id: loop(history.read_version(s.version.id)) for s in before}
    done = loop(thin_history(novel))
    after = loop(history.list_versions(scene, every=True, limit=1000)).steps
    assert done == Thinned(1, len(before) - len(after))
    assert len(after) < 60
    kept = [step.version.id for step in after]
    assert {moment.revision_id, 1} <= set(kept)
    for key in kept:
        assert loop(history.read_version(key)) == texts_before[key]


def test_the_next_save_goes_on(novel, scene, loop, aged):
    loop(thin_history(novel))
    loop(texts.save_text(loop(texts.load_text(scene)).body, document_of("Now.")))
    newest = loop(history.list_versions(scene)).steps[0].version
    assert loop(history.read_version(newest.id)).plain_text == "Now."


def test_a_second_time_there_is_nothing_to_do(novel, scene, loop, aged):
    loop(thin_history(novel))
    assert loop(thin_history(novel)) == Thinned()


def test_what_is_new_stays(novel, scene, loop):
    assert loop(thin_history(novel)) == Thinned()


def test_a_novel_moment_keeps_what_it_needs(novel, scene, loop, library, aged):
    with closing(sqlite3.connect(library)) as connection, connection:
        newest = "UPDATE snapshots SET revision_id = 100"
        loop(snapshots.take_snapshot(novel, name="All of it"))
        connection.execute(newest)
    connection.close()
    loop(thin_history(novel))
    assert 100 in {s.version.id for s in loop(history.list_versions(scene, every=True)).steps}


def test_damage_leaves_a_text_as_it_is(novel, scene, loop, library, aged):
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE revisions SET data = zeroblob(9)")
    connection.close()
    assert loop(thin_history(novel)) == Thinned()
