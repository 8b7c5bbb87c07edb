# SPDX-License-Identifier: MIT
"""The promises of the check."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from novelist.db.base import utc_now
from novelist.db.repair.health import ProblemKind, check_library
from novelist.db.session import get_session
from novelist.errors import LibraryForeignError, LibraryTooNewError
from tests.db.rows import a_novel, a_text, an_item


def by_another_program(library, *statements):
    with closing(sqlite3.connect(library)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def found(library):
    return [(problem.kind, problem.id) for problem in check_library(library)]


async def test_a_sound_library_has_no_problems_open_or_not(opened):
    async with get_session() as session:
        novel = await a_novel(session)
        chapter = await an_item(session, novel, "chapter")
        scene = await an_item(session, novel, parent_id=chapter)
        await an_item(session, novel, parent_id=chapter, deleted_at=utc_now())
        await a_text(session, scene, "雾港 at night.")
    before = opened.read_bytes()
    assert check_library(opened) == []
    assert opened.read_bytes() == before


async def test_a_text_that_was_changed_by_damage_is_named(opened):
    async with get_session() as session:
        scene = await an_item(session, await a_novel(session))
        await a_text(session, scene, "It was early.")
    by_another_program(opened, "UPDATE scene_bodies SET content = replace(content, 'e', 'o')")
    assert found(opened) == [(ProblemKind.TEXT, scene)]
    by_another_program(opened, "UPDATE scene_bodies SET content = CAST(x'ff' AS TEXT)")
    assert found(opened) == [(ProblemKind.TEXT, scene)]


async def test_a_reference_to_nothing_is_named(opened):
    async with get_session() as session:
        scene = await an_item(session, await a_novel(session))
        await a_text(session, scene, "It was early.")
    by_another_program(opened, "DELETE FROM outline_items")
    assert found(opened) == [(ProblemKind.REFERENCE, scene)]


async def test_what_cannot_be_reached_in_its_outline_is_named(opened):
    async with get_session() as session:
        novel, other = await a_novel(session), await a_novel(session)
        thrown = await an_item(session, novel, "chapter", deleted_at=utc_now())
        below = await an_item(session, novel, parent_id=thrown)
        stranger = await an_item(session, other, parent_id=await an_item(session, novel, "part"))
    assert found(opened) == [(ProblemKind.ORPHAN, below), (ProblemKind.ORPHAN, stranger)]


async def test_items_inside_each_other_are_named(opened):
    async with get_session() as session:
        novel = await a_novel(session)
        first = await an_item(session, novel, "folder")
        second = await an_item(session, novel, "folder", parent_id=first)
        below = await an_item(session, novel, "note", parent_id=second)
    by_another_program(opened, f"UPDATE outline_items SET parent_id = {second} WHERE id = {first}")
    assert found(opened) == [(ProblemKind.CYCLE, each) for each in (first, second, below)]


@pytest.mark.parametrize("start", [4096, 4096 * 3])
def test_damage_to_the_file_is_a_problem_and_not_an_error(library, start):
    with library.open("r+b") as file:
        file.seek(start)
        file.write(b"\x5a" * 8192)
    problems = check_library(library)
    assert problems
    assert {problem.kind for problem in problems} == {ProblemKind.FILE}


def test_what_is_no_library_of_this_version_is_an_error(library, tmp_path):
    (tmp_path / "other").write_bytes(b"x" * 200)
    with pytest.raises(LibraryForeignError):
        check_library(tmp_path / "other")
    by_another_program(library, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LibraryTooNewError):
        check_library(library)
