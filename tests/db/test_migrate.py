# SPDX-License-Identifier: MIT
"""The promises of the structure: made, recognised, brought up to date, never half."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import NullPool, create_engine

from novelist import paths
from novelist.db import migrate
from novelist.db.migrate import (
    Schema,
    create_library,
    is_current,
    prepare_library,
    revision_of,
)
from novelist.db.models import Novel
from novelist.db.repair.health import check_library
from novelist.db.schema_versions import APPLICATION_ID, HEAD_REVISION, KNOWN_REVISIONS
from novelist.errors import (
    LibraryEmptyError,
    LibraryForeignError,
    LibraryMissingError,
    LibraryTooNewError,
    MigrationError,
    StorageBusyError,
    StorageCorruptError,
)
from tests.db.rows import rows

NEXT = '''"""{what}."""
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"


def upgrade() -> None:
{body}
'''
ADD_A_COLUMN = """
    with op.batch_alter_table("novels", recreate="always") as batch:
        batch.add_column(sa.Column("motto", sa.String(200), nullable=True))
"""
FAIL_HALF_WAY = """
    op.create_table("extra", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("INSERT INTO extra VALUES (1)")
    raise RuntimeError("on purpose")
"""
LOSE_A_NOVEL = """
    op.execute("DELETE FROM novels")
"""
BREAK_A_REFERENCE = """
    op.execute("UPDATE outline_items SET novel_id = 999")
"""


@pytest.fixture
def newer(tmp_path):
    """Makes a schema with further migrations, each given by its body."""

    def make(*bodies):
        folder = tmp_path / "migrations"
        shutil.copytree(paths.migrations(), folder)
        revisions = list(KNOWN_REVISIONS)
        for body in bodies:
            number = f"{len(revisions) + 1:04}"
            script = NEXT.format(what=number, revision=number, before=revisions[-1], body=body)
            (folder / "versions" / f"{number}_next.py").write_text(script)
            revisions.append(number)
        return Schema(folder, tuple(revisions))

    return make


@pytest.fixture
def written(library):
    """A library that holds a novel with one scene."""
    with closing(sqlite3.connect(library)) as connection:
        now = "2026-01-02 03:04:05.000000"
        texts = {"title": "Emma", "language": "en", "created_at": now, "updated_at": now}
        columns = connection.execute("PRAGMA table_info(novels)").fetchall()
        values = {
            name: texts.get(name, "" if "CHAR" in kind or kind == "TEXT" else 1)
            for _, name, kind, required, *_ in columns
            if required
        }
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        connection.execute(f"INSERT INTO novels ({names}) VALUES ({marks})", [*values.values()])
        connection.execute(
            "INSERT INTO outline_items (novel_id, position, kind, title, synopsis, notes,"
            " in_manuscript, words, characters, characters_no_spaces, created_at, updated_at,"
            " version) VALUES (1, 1, 'scene', '', '', '', 1, 0, 0, 0, ?, ?, 1)",
            (now, now),
        )
        connection.commit()
    return library


def structure(path):
    """Every table and index, as SQLite keeps it."""
    return {
        (kind, name): " ".join(sql.split()) if sql else None
        for kind, name, sql in rows(path, "SELECT type, name, sql FROM sqlite_master")
    }


def test_the_known_revisions_are_those_of_the_scripts():
    scripts = ScriptDirectory(str(paths.migrations()))
    found = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(found)) == KNOWN_REVISIONS
    assert scripts.get_current_head() == HEAD_REVISION


def test_the_models_are_what_the_migrations_make(library, tmp_path):
    migrated = tmp_path / "migrated.novelist"
    create_library(migrated, Schema(paths.migrations()))
    engine = create_engine(f"sqlite:///{migrated}", poolclass=NullPool)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Novel.metadata) == []
    made, meant = structure(migrated), structure(library)
    assert sorted(made) == sorted(meant)
    indexes = [name for name in made if name[0] == "index"]
    assert [made[name] for name in indexes] == [meant[name] for name in indexes]
    for table in Novel.metadata.tables:
        for pragma in ("table_info", "foreign_key_list"):  # in any order: a new column comes last
            question = f"PRAGMA {pragma}({table})"
            ours, theirs = (
                sorted(str(row[1:]) for row in rows(path, question)) for path in (migrated, library)
            )
            assert ours == theirs, question
        sequences = ["AUTOINCREMENT" in structure(p)["table", table] for p in (migrated, library)]
        assert sequences[0] == sequences[1]


@pytest.mark.parametrize("pragma", ["application_id", "user_version", "journal_mode"])
def test_a_new_library_is_marked_as_ours(library, pragma):
    expected = {
        "application_id": APPLICATION_ID,
        "user_version": int(HEAD_REVISION),
        "journal_mode": "wal",
    }
    assert rows(library, f"PRAGMA {pragma}") == [(expected[pragma],)]


def test_a_new_library_is_sound_and_alone(tmp_path):
    create_library(tmp_path / "New.novelist")
    assert check_library(tmp_path / "New.novelist") == []
    assert [path.name for path in tmp_path.iterdir()] == ["New.novelist"]


def test_making_a_library_never_replaces_a_file(library, tmp_path):
    with pytest.raises(FileExistsError):
        create_library(library)
    with pytest.raises(LibraryMissingError, match="folder"):
        create_library(tmp_path / "nowhere" / "New.novelist")


def test_what_a_killed_program_left_half_made_is_in_nobodys_way(tmp_path):
    (tmp_path / ".New.novelist.new").write_bytes(b"half a library")
    create_library(tmp_path / "New.novelist")
    assert [path.name for path in tmp_path.iterdir()] == ["New.novelist"]


def test_a_making_that_fails_leaves_nothing(tmp_path, newer):
    with pytest.raises(RuntimeError):
        create_library(tmp_path / "New.novelist", newer(FAIL_HALF_WAY))
    assert [path.name for path in tmp_path.iterdir()] == ["migrations"]


def test_a_library_of_this_version_is_recognised_and_left_alone(library):
    before = library.read_bytes()
    assert is_current(library)
    assert revision_of(library) == HEAD_REVISION
    prepare_library(library)
    assert library.read_bytes() == before


def test_recognising_a_library_imports_no_alembic(library):
    code = (
        "import sys; from pathlib import Path; from novelist.db.migrate import prepare_library;"
        f"prepare_library(Path({str(library)!r}));"
        f"prepare_library(Path({str(library) + '.new'!r}), create=True);"
        "sys.exit('alembic' in sys.modules)"
    )
    root = Path(migrate.__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


@pytest.mark.parametrize("revision", ["9999", "abcdef"])
def test_a_library_of_a_newer_version_is_refused_untouched(library, revision):
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        connection.commit()
    before = library.read_bytes()
    for look in (prepare_library, is_current):
        with pytest.raises(LibraryTooNewError, match=revision):
            look(library)
    assert library.read_bytes() == before


@pytest.mark.parametrize("statement", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_a_library_without_a_version_is_refused(library, statement):
    with closing(sqlite3.connect(library)) as connection:
        connection.execute(statement)
        connection.commit()
    with pytest.raises(LibraryForeignError, match="version"):
        prepare_library(library)


def test_a_missing_or_empty_file_is_not_made_into_a_library(tmp_path):
    with pytest.raises(LibraryMissingError):
        prepare_library(tmp_path / "missing")
    assert not is_current(tmp_path / "missing")
    (tmp_path / "empty").touch()
    for create in (True, False):
        with pytest.raises(LibraryEmptyError):
            prepare_library(tmp_path / "empty", create=create)
    assert (tmp_path / "empty").stat().st_size == 0


def test_an_older_library_is_backed_up_and_brought_up_to_date(written, newer):
    schema = newer(ADD_A_COLUMN)
    prepare_library(written, schema=schema)
    assert revision_of(written) == schema.head
    assert rows(written, "SELECT title, motto FROM novels") == [("Emma", None)]
    assert rows(written, "SELECT count(*) FROM outline_items") == [(1,)]
    assert rows(written, "PRAGMA user_version") == [(int(schema.head),)]
    (backup,) = (written.parent / "backups").glob("*.novelist")
    assert revision_of(backup) == HEAD_REVISION
    assert rows(backup, "SELECT title FROM novels") == [("Emma",)]


def test_a_library_of_the_first_version_becomes_one_of_the_newest(tmp_path):
    path = tmp_path / "Old.novelist"
    create_library(path, Schema(paths.migrations(), KNOWN_REVISIONS[:1]))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO novels (title, subtitle, author, language, genre, series, logline,"
            " synopsis, target_unit, cover, created_at, updated_at, version) VALUES"
            " ('Emma', '', 'J. A.', 'en', '', '', '', '', 'words', '', '2026-01-02',"
            " '2026-01-02', 1)"
        )
        connection.execute(
            "INSERT INTO statuses (novel_id, name, hue, position) VALUES (1, 'Draft', 'teal', 1)"
        )
        connection.commit()
    prepare_library(path)
    assert rows(path, "SELECT title, author, device FROM novels") == [("Emma", "J. A.", "")]
    assert rows(path, "SELECT name, created_at > '2026' FROM statuses") == [("Draft", 1)]
    assert rows(path, "SELECT count(*) FROM revisions") == [(0,)]
    assert check_library(path) == []


def test_a_library_without_a_story_bible_gets_an_empty_one(written, tmp_path):
    tables = ("aliases", "entity_fields", "item_fields", "entities")
    meant = structure(written)
    with closing(sqlite3.connect(written)) as connection:
        for table in (*tables, "writing_days"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE alembic_version SET version_num = '0008'")
        connection.execute("PRAGMA user_version = 8")
        connection.commit()
    prepare_library(written)
    assert structure(written) == meant
    assert [rows(written, f"SELECT count(*) FROM {table}") for table in tables] == [[(0,)]] * 4
    assert rows(written, "SELECT title FROM novels") == [("Emma",)]
    assert check_library(written) == []


def test_a_library_without_writing_days_gets_a_place_for_them(written):
    meant = structure(written)
    with closing(sqlite3.connect(written)) as connection:
        connection.execute("DROP TABLE writing_days")
        connection.execute("UPDATE alembic_version SET version_num = '0009'")
        connection.execute("PRAGMA user_version = 9")
        connection.commit()
    assert not is_current(written)
    prepare_library(written)
    assert is_current(written)
    assert structure(written) == meant
    assert rows(written, "SELECT count(*) FROM writing_days") == [(0,)]
    assert rows(written, "SELECT title FROM novels") == [("Emma",)]
    assert check_library(written) == []


@pytest.mark.parametrize("body", [FAIL_HALF_WAY, LOSE_A_NOVEL, BREAK_A_REFERENCE])
def test_an_upgrade_that_fails_leaves_the_library_as_it_was(written, newer, body):
    before = (structure(written), rows(written, "SELECT * FROM novels"))
    with pytest.raises(MigrationError) as caught:
        prepare_library(written, schema=newer(ADD_A_COLUMN, body))
    assert (structure(written), rows(written, "SELECT * FROM novels")) == before
    assert revision_of(written) == HEAD_REVISION
    assert revision_of(caught.value.backup) == HEAD_REVISION
    prepare_library(written)


def test_no_upgrade_takes_the_file_from_under_another_program(written, newer):
    before = written.stat().st_ino
    with closing(sqlite3.connect(written, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE novels SET title = 'Persuasion'")
        with pytest.raises(StorageBusyError):
            prepare_library(written, schema=newer(ADD_A_COLUMN))
        other.execute("COMMIT")
    assert written.stat().st_ino == before
    assert rows(written, "SELECT title FROM novels") == [("Persuasion",)]
    assert revision_of(written) == HEAD_REVISION


def test_a_damaged_library_is_not_upgraded(written, newer):
    with written.open("r+b") as file:
        file.seek(4096 * 4)
        file.write(b"\x5a" * 4096 * 4)
    before = written.read_bytes()
    with pytest.raises(StorageCorruptError):
        prepare_library(written, schema=newer(ADD_A_COLUMN))
    assert written.read_bytes() == before


def test_a_library_that_lost_its_log_mode_gets_it_back(library):
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    prepare_library(library)
    assert rows(library, "PRAGMA journal_mode") == [("wal",)]
