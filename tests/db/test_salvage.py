# SPDX-License-Identifier: MIT
"""What can be read of a damaged library is saved into a new one, and the report says the rest."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from random import Random

import pytest

from novelist.db.repair.health import ProblemKind, check_library
from novelist.db.repair.report import Outcome
from novelist.db.repair.salvage import salvage_library
from novelist.db.watch import Watch
from novelist.domain.document import document_of
from novelist.domain.document_text import digest, to_json_lines
from novelist.domain.revision_codec import encode
from novelist.errors import CheckStoppedError, StorageCorruptError
from tests.db.rows import rows

SCENES = 60
PAGE = 4096
WORDS = "It was early, and the harbour lay in the fog. 雾港的夜。" * 60  # some pages a text


@pytest.fixture
def novel(library):
    """A library of sixty scenes, each with one earlier version."""
    with closing(sqlite3.connect(library)) as connection:
        connection.execute(
            "INSERT INTO novels (id, title, subtitle, author, language, genre, series, logline,"
            " synopsis, target_unit, cover, created_at, updated_at, device, version)"
            " SELECT 1, 'Fog', '', '', 'en', '', '', '', '', 'words', '', now, now, '', 1"
            " FROM (SELECT '2026-01-01 00:00:00.000000' AS now)"
        )
        for item in range(1, SCENES + 1):
            add_scene(connection, item)
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert check_library(library) == []
    return library


def add_scene(connection, item):
    now = "2026-01-01 00:00:00.000000"
    connection.execute(
        "INSERT INTO outline_items VALUES (?, 1, NULL, ?, 'scene', ?, '', '', NULL, NULL, 1, NULL,"
        " 0, 0, 0, NULL, NULL, ?, ?, '', '', 1)",
        (item, item, f"Scene {item}", now, now),
    )
    content = to_json_lines(document_of(f"Scene {item}.", WORDS))
    connection.execute(
        "INSERT INTO scene_bodies (item_id, content, plain_text, digest, updated_at, author,"
        " device, version) VALUES (?, ?, '', ?, ?, '', '', 1)",
        (item, content, digest(content), now),
    )
    older = encode(to_json_lines(document_of(f"Scene {item}, before.", WORDS)))
    connection.execute(
        "INSERT INTO revisions (id, novel_id, item_id, saved_at, reason, sitting, words,"
        " characters, removed, base_id, size, digest, data, author, device)"
        " VALUES (?, 1, ?, ?, 'save', '', 0, 0, 0, NULL, 1, ?, ?, '', '')",
        (item, item, now, older.digest, older.data),
    )


def beginnings(library):
    """The first paragraph of every text."""
    found = rows(library, "SELECT item_id, content FROM scene_bodies ORDER BY item_id")
    return {item: content.splitlines()[1] if content else "" for item, content in found}


def spoil_pages(library, numbers):
    with library.open("r+b") as file:
        for number in numbers:
            file.seek(PAGE * (number - 1))
            file.write(b"\xa5" * PAGE)


def root_of(library, table):
    ((page,),) = rows(library, "SELECT rootpage FROM sqlite_master WHERE name = ?", table)
    return page


def test_a_sound_library_comes_through_whole(novel, tmp_path):
    report = salvage_library(novel, tmp_path / "Saved.novelist")
    assert report.is_whole
    assert (report.novels, report.items, report.texts, report.versions) == (1, 60, 60, 60)
    assert beginnings(report.target) == beginnings(novel)
    assert check_library(report.target) == []


def test_flipped_bytes_in_a_text_bring_back_its_newest_version(novel, tmp_path):
    spoiled = novel.read_bytes().replace(b"Scene 7.", b"Scene \xff.", 1)
    novel.write_bytes(spoiled)
    report = salvage_library(novel, tmp_path / "Saved.novelist")
    (text,) = report.changed
    assert (text.item_id, text.title, text.outcome) == (7, "Scene 7", Outcome.VERSION)
    assert "Scene 7, before." in beginnings(report.target)[7]
    assert check_library(report.target) == []


@pytest.mark.parametrize("seed", range(6))
def test_damaged_pages_cost_no_more_than_what_lies_on_them(seed, novel, tmp_path):
    before = beginnings(novel)
    size = novel.stat().st_size // PAGE
    ((structure,),) = rows(novel, "SELECT max(rootpage) FROM sqlite_master")
    spoil_pages(novel, Random(seed).sample(range(structure + 1, size + 1), 3))
    report = salvage_library(novel, tmp_path / "Saved.novelist")
    assert check_library(report.target) == []
    found = beginnings(report.target)
    changed = {text.item_id for text in report.changed}
    assert {item: text for item, text in before.items() if found.get(item) != text}.keys() <= (
        changed | (before.keys() - found.keys())
    )
    assert len(before.keys() - found.keys()) + len(changed) <= SCENES / 2


def test_a_truncated_library_gives_what_is_left(novel, tmp_path):
    content = novel.read_bytes()
    novel.write_bytes(content[: len(content) * 3 // 4 // PAGE * PAGE])
    report = salvage_library(novel, tmp_path / "Saved.novelist")
    assert not report.is_whole
    assert report.texts > SCENES / 3
    assert check_library(report.target) == []


def test_a_zeroed_header_costs_nothing(novel, tmp_path):
    before = beginnings(novel)
    novel.write_bytes(bytes(100) + novel.read_bytes()[100:])
    report = salvage_library(novel, tmp_path / "Saved.novelist")
    assert report.is_whole
    assert beginnings(report.target) == before


def test_texts_without_their_outline_come_back_as_scenes(novel, tmp_path):
    spoil_pages(novel, [root_of(novel, "outline_items")])
    report = salvage_library(novel, tmp_path / "Saved.novelist")
    assert report.texts == SCENES
    assert report.unreadable["outline_items"]
    assert check_library(report.target) == []


def test_texts_without_their_novel_come_back_in_one(novel, tmp_path):
    spoil_pages(novel, [root_of(novel, "novels")])
    report = salvage_library(novel, tmp_path / "Saved.novelist")
    assert (report.novels, report.texts) == (1, SCENES)
    assert check_library(report.target) == []


def test_where_nothing_can_be_read_no_library_is_made(library, tmp_path):
    library.write_bytes(library.read_bytes()[:100] + b"\x5a" * 50_000)
    with pytest.raises(StorageCorruptError):
        salvage_library(library, tmp_path / "Saved.novelist")
    assert not (tmp_path / "Saved.novelist").exists()


def test_the_damaged_library_is_not_touched_and_nothing_replaced(novel, tmp_path):
    spoil_pages(novel, [root_of(novel, "revisions")])
    before = novel.read_bytes()
    report = salvage_library(novel, tmp_path / "Saved.novelist")
    assert novel.read_bytes() == before
    with pytest.raises(FileExistsError):
        salvage_library(novel, report.target)


def test_it_can_be_stopped_and_leaves_nothing(novel, tmp_path):
    shares = []
    watch = Watch(shares.append, lambda: len(shares) > 5)
    with pytest.raises(CheckStoppedError):
        salvage_library(novel, tmp_path / "Saved.novelist", watch)
    assert list(tmp_path.glob("Saved*")) == []


def add_comment(connection, comment, item, thread=None):
    now = "2026-01-01 00:00:00.000000"
    connection.execute(
        "INSERT INTO comments (id, novel_id, item_id, thread_id, mark, passage, text, author,"
        " created_at, device, version) VALUES (?, 1, ?, ?, 'a1', 'fog', ?, '', ?, '', 1)",
        (comment, item, thread, f"Comment {comment}", now),
    )


def test_comments_are_saved_though_what_they_are_about_is_lost(novel, tmp_path):
    with closing(sqlite3.connect(novel)) as connection:  # without the check of references
        add_comment(connection, 1, item=1)
        add_comment(connection, 2, item=1, thread=1)
        add_comment(connection, 3, item=900)  # an item that is lost
        add_comment(connection, 4, item=1, thread=901)  # an answer to a comment that is lost
        connection.commit()
    target = tmp_path / "Saved.novelist"
    salvage_library(novel, target)
    assert check_library(target) == []
    found = rows(target, "SELECT text, item_id, thread_id FROM comments ORDER BY id")
    assert found == [
        ("Comment 1", 1, None),
        ("Comment 2", 1, 1),
        ("Comment 3", 900, None),
        ("Comment 4", 1, None),
    ]


def add_entity(connection, entity, novel=1, row=True):
    now = "2026-01-01 00:00:00.000000"
    if row:
        connection.execute(
            "INSERT INTO entities (id, novel_id, kind, name, summary, notes, position, created_at,"
            " updated_at, device, version) VALUES (?, ?, 'place', ?, '', '', 1, ?, ?, '', 1)",
            (entity, novel, f"Place {entity}", now, now),
        )
    connection.execute("INSERT INTO aliases VALUES (NULL, ?, ?, 0)", (entity, f"Alias {entity}"))
    connection.execute(
        "INSERT INTO entity_fields VALUES (NULL, ?, 'Sea', ?, 0)", (entity, f"Field {entity}")
    )


def test_a_story_bible_is_saved_though_what_it_belongs_to_is_lost(novel, tmp_path):
    moon = "INSERT INTO item_fields VALUES (NULL, ?, 'Moon', 'full', 0)"
    with closing(sqlite3.connect(novel)) as connection:  # without the check of references
        add_entity(connection, 1)
        add_entity(connection, 2, novel=9)  # a novel that is lost
        add_entity(connection, 3, row=False)  # only its other name and field are left
        connection.executemany(moon, [(1,), (900,)])
        connection.commit()
    assert {problem.kind for problem in check_library(novel)} == {ProblemKind.REFERENCE}
    target = tmp_path / "Saved.novelist"
    report = salvage_library(novel, target)
    assert report.novels == 2
    assert check_library(target) == []
    found = rows(target, "SELECT id, novel_id, kind, name FROM entities ORDER BY id")
    assert found == [(1, 1, "place", "Place 1"), (2, 9, "place", "Place 2"), (3, 1, "other", "")]
    assert rows(target, "SELECT entity_id, name FROM aliases ORDER BY id")[-1] == (3, "Alias 3")
    assert rows(target, "SELECT count(*) FROM entity_fields") == [(3,)]
    assert rows(target, "SELECT item_id FROM item_fields ORDER BY item_id") == [(1,), (900,)]


def test_damaged_pages_of_a_story_bible_cost_no_more_than_what_lies_on_them(novel, tmp_path):
    with closing(sqlite3.connect(novel)) as connection:
        for entity in range(1, 200):
            add_entity(connection, entity)
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    spoil_pages(novel, [root_of(novel, "entities")])
    report = salvage_library(novel, tmp_path / "Saved.novelist")
    assert report.unreadable["entities"]
    assert rows(report.target, "SELECT count(*) FROM aliases") == [(199,)]
    assert check_library(report.target) == []


def test_writing_days_are_saved_though_their_novel_is_lost(novel, tmp_path):
    day = "INSERT INTO writing_days VALUES (NULL, ?, ?, ?, NULL)"
    with closing(sqlite3.connect(novel)) as connection:  # without the check of references
        connection.executemany(day, [(1, "2026-11-01", 500), (9, "2026-11-02", -20)])
        connection.commit()
    target = tmp_path / "Saved.novelist"
    assert salvage_library(novel, target).novels == 2
    assert check_library(target) == []
    found = rows(target, "SELECT novel_id, day, words, seconds FROM writing_days ORDER BY day")
    assert found == [(1, "2026-11-01", 500, None), (9, "2026-11-02", -20, None)]
