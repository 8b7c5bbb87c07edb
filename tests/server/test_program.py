# SPDX-License-Identifier: MIT
"""The whole program on a library of a server: written in, shared, and cut off without a loss."""

from __future__ import annotations

import asyncio

from novelist.services.library import library
from tests.journeys.program import live
from tests.mariadb import PASSWORD

SEEN = "他们写的"


async def enter(program, novel_id, item_id):
    """Open the novel from the shelf; its scene opens with it."""
    program.controller.shelf_panel.open_requested.emit(novel_id)
    shown = lambda: program.editor.current_item_id == item_id and program.page.hasFocus()  # noqa: E731
    await program.until(shown, "the scene did not open")


def stored(mariadb, place, item_id):
    (row,) = mariadb.sql(
        f"SELECT plain_text FROM scene_bodies WHERE item_id = {item_id}", place.database
    )
    return row[0]


def test_what_is_typed_is_on_the_server_and_found(qapp, mariadb, harbour, novelist_home):
    place, novel_id, item_id = harbour

    async def journey(program):
        await enter(program, novel_id, item_id)
        program.type("The ferry left. ")
        program.compose("duchuan", "渡船")
        await program.saved()
        assert stored(mariadb, place, item_id) == "The ferry left. 渡船"

    live(qapp, journey, place)
    kept = [path.read_bytes() for path in novelist_home.rglob("*") if path.is_file()]
    assert not any(PASSWORD.encode() in each or b"p%40ss" in each for each in kept)


def test_what_another_program_changes_is_seen(qapp, harbour, other):
    place, novel_id, item_id = harbour

    async def journey(program):
        await enter(program, novel_id, item_id)
        await other.do("rename", novel_id, item_id, SEEN)
        titles = lambda: [item.title for item in program.workspace.items]  # noqa: E731
        await program.until(lambda: SEEN in titles(), "the new title was not seen")
        await other.do("write", item_id, "Their words.")
        page = program.page
        await program.until(lambda: "Their words." in page.toPlainText(), "the text was not seen")

    live(qapp, journey, place)


def test_two_who_write_one_scene_keep_both_texts(qapp, mariadb, harbour, other):
    place, novel_id, item_id = harbour

    async def journey(program):
        await enter(program, novel_id, item_id)
        await other.do("titles", novel_id)  # it is open
        program.type("Mine")
        await other.do("write", item_id, "Theirs")
        program.type(", and more")
        await program.saved()
        texts = [
            row[0] for row in mariadb.sql("SELECT plain_text FROM scene_bodies", place.database)
        ]
        assert "Mine, and more" in texts
        assert "Theirs" in texts

    live(qapp, journey, place)


def test_a_lost_server_costs_no_word(qapp, mariadb, harbour):
    place, novel_id, item_id = harbour

    async def journey(program):
        await enter(program, novel_id, item_id)
        program.type("Before. ")
        await program.saved()
        await asyncio.to_thread(mariadb.stop, kill=True)
        program.type("Meanwhile. ")
        banner = program.controller.faults.banner
        await program.until(lambda: banner.isVisible(), "nobody said that the server is away")
        program.type("After.")
        await asyncio.to_thread(mariadb.start)
        library.retry_storage()
        await program.saved()
        await program.until(lambda: not banner.isVisible(), "the banner stayed")
        assert stored(mariadb, place, item_id) == "Before. Meanwhile. After."

    live(qapp, journey, place)
