# SPDX-License-Identifier: MIT
"""What is typed in the bible while nothing can be saved is as safe as a scene's text."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing

from PySide6.QtCore import Qt

from novelist import paths
from novelist.domain.entities import EntityField, EntityKind
from novelist.services.entities import create_entity, list_item_fields, write_item_fields
from tests.faults.test_disk_full import fill
from tests.journeys.faults import begin, kept_text, left_copies, make, offered, saved_again, trouble
from tests.journeys.program import live

NOTES = "She counts the steps."


async def open_bible(program):
    """A character in the bible of the open novel, with the keyboard in the notes."""
    novel = program.workspace.novel_id
    await create_entity(novel, kind=EntityKind.CHARACTER, name="Ines")
    program.press(
        Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    form = program.controller.commands.bible.page.form
    await program.until(lambda: form.draft is not None and form.isVisible(), "no form")
    form.notes.editor.setFocus()
    return form


async def write_into_nothing(program, take_away):
    """Write notes and a field that cannot be saved, because ``take_away`` takes the library."""
    await begin(program)
    form = await open_bible(program)
    take_away()
    program.type(NOTES)
    program.click(form.own.add)
    program.type("Wants\nrest")
    await trouble(program, "moved or replaced while it was open")
    await program.until(lambda: NOTES in kept_text(program), "not in the copy")
    await program.until(lambda: "Wants: rest" in kept_text(program), "the field is not in it")


def away(library):
    return library.with_suffix(".away")


def notes(path):
    with closing(sqlite3.connect(path)) as connection:
        return [each for (each,) in connection.execute("SELECT notes FROM entities ORDER BY id")]


def fields(path):
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.execute("SELECT name, value FROM entity_fields"))


def test_notes_typed_on_a_full_disk_are_in_the_copy_and_saved_when_there_is_room(qapp, drive):
    async def journey(program):
        await begin(program)
        await open_bible(program)
        ballast = fill(drive)
        program.type(NOTES)
        await trouble(program, "The disk is full. Your text is safe.")
        await program.until(lambda: NOTES in kept_text(program), "not in the copy")
        ballast.unlink()
        await saved_again(program)  # nobody asked for it

    live(qapp, journey, drive / "Harbour.novelist")
    assert notes(drive / "Harbour.novelist") == [NOTES]
    assert left_copies() == []


def test_closing_first_copies_the_words_elsewhere_and_the_next_start_offers_them(qapp, harbour):
    async def leave(program):
        await write_into_nothing(program, lambda: harbour.rename(away(harbour)))
        assert not await program.controller.close()
        assert "A copy of your unsaved text" in program.child("closing_sheet_told").text()

    async def come_back(program):
        sheet = await offered(program)
        assert program.child("found_place").text() == "Ines, in the bible of “Untitled novel”"
        assert sheet.comparison.toPlainText() == f"Notes: {NOTES}\nWants: rest"
        assert program.child("found_put_in").text() == "Put them into the bible"
        assert not program.child("found_keep").isVisible()
        program.click(program.child("found_put_in"))
        await program.until(sheet.isHidden, "the sheet stays")
        await program.until(lambda: "The words are in the bible" in program.window.toast.text)

    live(qapp, leave, harbour)
    (rescued,) = (paths.data_folder() / "Rescued text").rglob("bible 1 Ines, notes.txt")
    assert rescued.read_text("utf-8") == NOTES
    away(harbour).rename(harbour)
    assert notes(harbour) == [""]
    live(qapp, come_back, harbour)
    assert notes(harbour) == [NOTES]
    assert fields(harbour) == [("Wants", "rest")]
    assert left_copies() == []


def test_words_of_a_bible_never_go_into_another_library_that_took_the_place(
    qapp, harbour, tmp_path
):
    other = tmp_path / "Other.novelist"
    asyncio.run(make(other, "Other"))

    async def make_second(program):
        await begin(program)  # so that both libraries have a novel of the same number
        await open_bible(program)  # and an entity

    async def journey(program):
        await write_into_nothing(program, lambda: other.replace(harbour))
        program.press(Qt.Key.Key_Escape)
        program.click(program.child("storage_reopen"))
        sheet = await offered(program)
        sheet.close_sheet()
        await program.controller.open_novel(2)
        await program.saved()

    live(qapp, make_second, other)
    live(qapp, journey, harbour)
    assert notes(harbour) == [""]
    assert len(left_copies()) == 1


def test_words_of_an_entry_that_is_gone_are_kept_as_a_new_one(qapp, harbour):
    async def leave(program):
        await write_into_nothing(program, lambda: harbour.rename(away(harbour)))
        assert not await program.controller.close()

    async def come_back(program):
        sheet = await offered(program)
        assert not program.child("found_put_in").isVisible()
        assert program.child("found_keep").text() == "Keep as a new entry"
        program.click(program.child("found_keep"))
        await program.until(sheet.isHidden, "the sheet stays")

    live(qapp, leave, harbour)
    away(harbour).rename(harbour)
    with closing(sqlite3.connect(harbour)) as connection, connection:
        connection.execute("DELETE FROM entities")
    live(qapp, come_back, harbour)
    assert notes(harbour) == [NOTES]
    assert left_copies() == []


def test_fields_of_a_scene_are_in_the_copy_and_offered_back(qapp, harbour):
    kept = []

    async def leave(program):
        await begin(program)
        scene = program.workspace.editor.current_item_id
        kept.append((program.workspace.novel_id, scene))
        await write_item_fields(scene, [EntityField("Weather", "fog")])
        rows = program.controller.commands.item_fields.section.rows
        await program.until(lambda: rows.isVisible() and rows.rows, "no fields")
        harbour.rename(away(harbour))
        rows.rows[0].value.editor.setFocus()
        program.press(Qt.Key.Key_End)
        program.type(" and rain")
        await trouble(program, "moved or replaced while it was open")
        await program.until(lambda: "Weather: fog and rain" in kept_text(program), "not in it")
        assert not await program.controller.close()

    async def come_back(program):
        sheet = await offered(program)
        assert sheet.comparison.toPlainText() == "Weather: fog and rain"
        program.click(program.child("found_put_in"))
        await program.until(sheet.isHidden, "the sheet stays")
        novel, scene = kept[0]
        fields = await list_item_fields(novel)
        assert fields == {scene: (EntityField("Weather", "fog and rain"),)}

    live(qapp, leave, harbour)
    away(harbour).rename(harbour)
    live(qapp, come_back, harbour)
