# SPDX-License-Identifier: MIT
"""Words that an earlier run could not save are found, compared and put back."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager

from tests.journeys.faults import (
    begin,
    left_copies,
    offered,
    saved_again,
    text_in,
    trouble,
)
from tests.journeys.program import live


@contextmanager
def words_left_behind(qapp, harbour, words):
    """As after a program that was killed while nothing could be saved."""
    aside = harbour.with_suffix(".aside")
    kept = {}

    async def journey(program):
        await begin(program)
        harbour.rename(aside)
        program.type(words)
        await trouble(program, "moved or replaced")
        path = program.controller.faults.keeper.path
        kept[path] = path.read_bytes()
        aside.rename(harbour)
        program.control(0x5A)  # nothing more was typed
        for _ in words:
            program.page.undo()
        await saved_again(program)

    live(qapp, journey, harbour)
    with closing(sqlite3.connect(harbour)) as connection, connection:
        connection.execute("UPDATE scene_bodies SET version = version")
    for path, content in kept.items():
        path.write_bytes(content)
    yield


def test_words_that_were_not_saved_are_put_into_their_scene(qapp, harbour):
    with words_left_behind(qapp, harbour, "Almost lost."):

        async def journey(program):
            sheet = await offered(program)
            assert "Almost lost." in sheet.comparison.toPlainText()
            assert "in “" in program.child("found_place").text() or program.child("found_place")
            program.click(program.child("found_put_in"))
            await program.until(sheet.isHidden, "the sheet stays")

        live(qapp, journey, harbour)
    assert text_in(harbour) == "Before. Almost lost."
    assert left_copies() == []


def test_found_words_that_are_left_alone_are_offered_again(qapp, harbour):
    with words_left_behind(qapp, harbour, "Almost lost."):

        async def leave(program):
            (await offered(program)).close_sheet()

        async def discard(program):
            sheet = await offered(program)
            program.click(program.child("found_discard"))
            await program.until(sheet.isHidden, "the sheet stays")

        live(qapp, leave, harbour)
        live(qapp, discard, harbour)
    assert left_copies() == []
