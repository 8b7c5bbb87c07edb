# SPDX-License-Identifier: MIT
"""Words typed at the worst moment: while a scene is split, a novel left, a library closed."""

from __future__ import annotations

import asyncio
import shutil

import pytest

from novelist import paths
from novelist.errors import NotFoundError
from novelist.services import novels, outline, scenes, texts
from novelist.services.library import library
from tests.journeys.program import live


async def make(path):
    await library.open_library(path, create=True)
    await novels.create_novel(title="Harbour", language="en")
    await novels.create_novel(title="Lighthouse", language="en")
    await library.close_library()


@pytest.fixture
def harbour(tmp_path):
    path = tmp_path / "Harbour.novelist"
    asyncio.run(make(path))
    return path


async def start_writing(program, title="Harbour"):
    """Open a novel and write a sentence into its first scene."""
    await program.controller.open_novel(await novels.find_novel(title))
    await program.until(program.page.hasFocus)
    program.type("Low water. ")
    await program.saved()
    return program.editor.current_item_id


async def every_text(program):
    """The texts of all scenes of the open novel, in order."""
    items = await outline.load_outline(program.workspace.novel_id)
    with_text = [item.id for item in items if item.kind == "scene"]
    return [(await texts.load_text(item)).document.plain_text for item in with_text]


def hang_up(program, harbour):
    """Take the library's file away, so that nothing can be saved."""
    shutil.move(harbour, harbour.with_suffix(".aside"))


def rescued():
    """What stands in the copies that were saved elsewhere, the newest last."""
    files = sorted((paths.data_folder() / "Rescued text").rglob("*.txt"))
    return [file.read_text("utf-8") for file in files]


@pytest.mark.parametrize("given", [True, False], ids=["given to the store", "just typed"])
def test_what_is_typed_while_the_scene_is_rewritten_is_kept_beside_it(qapp, harbour, given):
    async def journey(program):
        scene = await start_writing(program)
        novel = program.workspace.novel_id
        splitting = asyncio.ensure_future(
            scenes.split_scene(novel, item_id=scene, block=0, offset=3)
        )
        await asyncio.sleep(0)
        program.type("Then fog.")
        if given:
            program.editor.save_now()
        await splitting
        await program.controller.tasks.finish()
        await program.saved()
        assert program.page.toPlainText() == "Low water. Then fog."
        assert await every_text(program) == ["Low water. Then fog.", "Low", "water. "]
        assert "in a scene after it" in program.child("notice_banner").accessibleName()
        program.type(" And rain.")
        await program.saved()
        assert len(await every_text(program)) == 3

    live(qapp, journey, harbour)


def test_a_scene_rewritten_while_nobody_types_is_shown_as_it_is_now(qapp, harbour):
    async def journey(program):
        scene = await start_writing(program)
        await scenes.split_scene(program.workspace.novel_id, item_id=scene, block=0, offset=3)
        await program.until(lambda: program.page.toPlainText() == "Low")
        program.type(" tide.")
        await program.saved()
        assert sorted(await every_text(program)) == ["Low tide.", "water. "]

    live(qapp, journey, harbour)


def test_what_is_typed_while_a_novel_is_left_is_saved(qapp, harbour):
    async def journey(program):
        scene = await start_writing(program)
        program.type("Then ")
        leaving = asyncio.ensure_future(program.workspace.close_novel())
        while program.editor.current_item_id is not None:
            if program.page.toPlainText() == "Low water. Then ":
                program.type("fog.")
            await asyncio.sleep(0)
        await leaving
        await program.controller.tasks.finish()
        assert (await texts.load_text(scene)).document.plain_text == "Low water. Then fog."

    live(qapp, journey, harbour)


def test_a_novel_that_cannot_be_opened_leaves_the_open_one_open(qapp, harbour):
    async def journey(program):
        scene = await start_writing(program)
        with pytest.raises(Exception, match="404"):
            await program.controller.open_novel(404)
        assert program.editor.current_item_id == scene

    live(qapp, journey, harbour)


def test_a_library_that_cannot_be_opened_leaves_this_one_open(qapp, harbour, tmp_path):
    other = tmp_path / "Other.novelist"
    other.write_text("Call me Ishmael. " * 50)

    async def journey(program):
        scene = await start_writing(program)
        await program.controller.switch_library(other)
        assert "is not a library of Novelist" in program.window.toast.text
        assert program.window.context.library == harbour
        assert program.editor.current_item_id == scene
        await program.controller.switch_library(harbour / "below" / "New.novelist", create=True)
        assert program.editor.current_item_id == scene

    live(qapp, journey, harbour)


def test_what_is_typed_after_a_copy_was_made_is_copied_too(qapp, harbour):
    async def journey(program):
        await start_writing(program)
        hang_up(program, harbour)
        program.type("Fog.")
        await program.until(program.controller.banner.isVisible)
        assert not await program.controller.close()
        program.click(program.child("closing_sheet_stay"))
        program.type(" Rain.")
        assert not await program.controller.close()

    live(qapp, journey, harbour)  # closes it a third time
    assert rescued()[-1] == "Low water. Fog. Rain."


def test_an_unsaved_title_and_synopsis_are_copied_too(qapp, harbour):
    async def journey(program):
        await start_writing(program)
        hang_up(program, harbour)
        program.workspace.inspector.synopsis.setFocus()
        program.type("Nobody sails.")
        program.editor.focus_title()
        program.type("Slack")
        await program.until(program.controller.banner.isVisible)
        assert not await program.controller.close()

    live(qapp, journey, harbour)
    assert {"Nobody sails.", "Slack"} <= set(rescued())


def test_a_mistake_of_ours_in_saving_neither_loses_words_nor_keeps_the_window_open(
    qapp, harbour, monkeypatch
):
    async def fail(*_arguments, **_named):
        raise ZeroDivisionError

    async def journey(program):
        await start_writing(program)
        monkeypatch.setattr(texts.OpenText, "save", fail)
        program.type("Fog.")
        assert not await program.controller.close()
        assert "A copy of your unsaved text" in program.child("closing_sheet_told").text()

    live(qapp, journey, harbour)
    assert rescued() == ["Low water. Fog."]


def test_settings_that_cannot_be_written_do_not_keep_the_window_open(qapp, harbour, novelist_home):
    async def journey(program):
        await start_writing(program)
        shutil.rmtree(novelist_home / "settings", ignore_errors=True)
        (novelist_home / "settings").write_text("in the way")

    live(qapp, journey, harbour)


def test_a_text_that_could_not_be_saved_is_tried_again_by_a_button_that_says_so(
    qapp, harbour, monkeypatch
):
    async def fail(*_arguments, **_named):
        raise NotFoundError("item", 1)

    async def journey(program):
        await start_writing(program)
        with monkeypatch.context() as patch:
            patch.setattr(texts.OpenText, "save", fail)
            program.type("Fog.")
            program.editor.save_now()
            await program.until(lambda: program.window.toast.text)
        assert program.controller.tracker.state == "edited"
        assert program.window.toast.action.text() == "Try again"
        program.click(program.window.toast.action)
        await program.saved()

    live(qapp, journey, harbour)


def test_a_novel_that_is_thrown_away_is_left_and_holds_the_last_words(qapp, harbour):
    async def journey(program):
        scene = await start_writing(program)
        program.type("Fog.")
        await novels.trash_novel(program.workspace.novel_id)
        await program.until(lambda: program.workspace.novel_id is None)
        assert program.window.current_page == "shelf"
        assert not program.window.rail.button("write").isVisible()
        assert (await texts.load_text(scene)).document.plain_text == "Low water. Fog."

    live(qapp, journey, harbour)
