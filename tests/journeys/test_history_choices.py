# SPDX-License-Identifier: MIT
"""What was chosen in the history is forgotten in time: it may be of what is shown no more."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from novelist.domain.document import document_of
from novelist.domain.enums import ItemKind
from novelist.services import outline, texts
from novelist.services.history import history, novel_history, snapshots
from tests.journeys.histories import (
    NEW,
    OLD,
    a_novel,
    a_rewritten_scene,
    choose,
    open_history,
    page,
    show_scope,
    words_of,
)
from tests.journeys.program import live

LONG_AGO = date.today() - timedelta(days=40)


async def a_named_novel():
    """A novel that had a name when it was ``OLD``, and is ``NEW``; the ids of it and its scene."""
    novel, scene = await a_novel(OLD)
    await snapshots.take_snapshot(novel, name="First draft")
    await texts.OpenText((await texts.load_text(scene)).body).save(document_of(*NEW))
    return novel, scene


async def choose_name(program, novel):
    """Choose the named moment of a novel, so that it could be restored."""
    await open_history(program, novel)
    await show_scope(program, "novel")
    side = page(program).side
    side.names.setCurrentIndex(side.names_rows.index(0, 0))
    await program.controller.tasks.finish()
    assert page(program).stage.primary.text() == "Restore the novel"


async def add_scene(novel):
    await outline.create_item(novel, kind=ItemKind.SCENE, parent_id=None, title="More")


def hold_first(monkeypatch, name, service=novel_history):
    """Let the first answer of a service wait: two events, that it does, and that it may go on."""
    whole, held, released = getattr(service, name), asyncio.Event(), asyncio.Event()

    async def slow(*wanted, **how):
        found = await whole(*wanted, **how)
        if not held.is_set():
            held.set()
            await released.wait()
        return found

    monkeypatch.setattr(service, name, slow)
    return held, released


def test_a_day_of_another_novel_is_not_shown_after_a_change(qapp, empty_library):
    async def journey(program):
        first, _ = await a_novel(["One."])
        second, _ = await a_novel()
        await open_history(program, first)
        await show_scope(program, "novel")
        page(program).side.calendar.choose(LONG_AGO)
        await program.controller.tasks.finish()
        await open_history(program, second)
        await show_scope(program, "novel")
        said = page(program).stage.empty.accessibleName(), page(program).stage.title.text()
        await add_scene(second)
        await program.controller.tasks.finish()
        assert page(program).stage.title.text() == "The novel"
        assert page(program).stage.subtitle.text() == ""
        assert (page(program).stage.empty.accessibleName(), said[1]) == said

    live(qapp, journey)


def test_what_was_chosen_in_a_novel_is_not_restored_from_another(qapp, empty_library):
    async def journey(program):
        first, scene = await a_named_novel()
        second, other = await a_rewritten_scene()
        await choose_name(program, first)
        await open_history(program, second)
        page(program).side.scopes.set_value("novel")
        program.click(program.child("history_primary"))
        await program.controller.tasks.finish()
        assert [await words_of(scene), await words_of(other)] == [list(NEW), list(NEW)]

    live(qapp, journey)


def test_no_version_can_be_restored_before_its_scope_is_shown_again(qapp, empty_library):
    async def journey(program):
        novel, scene = await a_named_novel()
        await open_history(program, novel)
        await choose(program, 1)
        await choose_name(program, novel)
        page(program).side.scopes.set_value("scene")
        program.click(program.child("history_primary"))
        await program.controller.tasks.finish()
        assert await words_of(scene) == list(NEW)

    live(qapp, journey)


def test_nothing_is_left_of_a_novel_with_the_same_id_in_another_library(
    qapp, empty_library, tmp_path
):
    async def journey(program):
        first, _ = await a_named_novel()
        await choose_name(program, first)
        page(program).side.calendar.choose(LONG_AGO)
        await program.controller.tasks.finish()
        await program.controller.switch_library(tmp_path / "Other.novelist", create=True)
        second, scene = await a_named_novel()
        assert second == first
        await open_history(program, second)
        page(program).side.scopes.set_value("novel")
        side = page(program).side
        assert (side.names_rows.rowCount(), side.calendar.day) == (0, date.today())
        program.click(program.child("history_primary"))
        await program.controller.tasks.finish()
        assert await words_of(scene) == list(NEW)
        assert side.names_rows.rowCount() == 1

    live(qapp, journey)


def test_nothing_can_be_restored_once_another_novel_is_open(qapp, empty_library):
    async def journey(program):
        first, scene = await a_named_novel()
        second, _ = await a_novel(["Two."])
        await choose_name(program, first)
        await program.controller.open_novel(second)
        page(program).stage.primary.click()
        await program.controller.tasks.finish()
        assert await words_of(scene) == list(NEW)

    live(qapp, journey)


@pytest.mark.parametrize("slow", ["sum_stretches", "written_between", "changed_since"])
def test_a_day_that_is_chosen_during_a_refresh_is_shown(qapp, empty_library, monkeypatch, slow):
    async def journey(program):
        novel, _ = await a_novel(["One."], ["One two."])
        await open_history(program, novel)
        await show_scope(program, "novel")
        side, stage = page(program).side, page(program).stage
        held, released = hold_first(monkeypatch, slow)
        await add_scene(novel)
        await held.wait()
        side.calendar.choose(LONG_AGO)
        await program.until(lambda: program.child("history_empty").isVisible())
        released.set()
        await program.controller.tasks.finish()
        assert (side.written_rows.rowCount(), stage.rows.rowCount()) == (0, 0)
        assert program.child("history_empty").isVisible()
        assert side.calendar.steps(date.today()) == 0  # the month before is shown

    live(qapp, journey)


@pytest.mark.parametrize("slow", ["list_versions", "list_marks"])
def test_versions_that_come_late_leave_the_page_to_the_scope_that_is_shown_by_then(
    qapp, empty_library, monkeypatch, slow
):
    async def journey(program):
        novel, _ = await a_named_novel()
        await open_history(program, novel)
        held, released = hold_first(monkeypatch, slow, history)
        page(program).side.every.click()
        await held.wait()
        page(program).side.scopes.set_value("novel")
        await program.until(lambda: page(program).stage.title.text() == "The novel")
        released.set()
        await program.controller.tasks.finish()
        assert page(program).stage.title.text() == "The novel"
        assert "Name the novel as it stands" in page(program).stage.second.text()

    live(qapp, journey)


def test_a_restore_that_ends_late_leaves_the_page_to_the_scope_that_is_shown_by_then(
    qapp, empty_library, monkeypatch
):
    async def journey(program):
        novel, scene = await a_rewritten_scene()
        await open_history(program, novel)
        await choose(program, 1)
        held, released = hold_first(monkeypatch, "restore_version", history)
        program.click(program.child("history_primary"))
        await held.wait()
        page(program).side.scopes.set_value("deleted")
        await program.until(lambda: page(program).stage.title.text() == "Deleted scenes")
        released.set()
        await program.controller.tasks.finish()
        assert await words_of(scene) == list(OLD)
        assert page(program).stage.title.text() == "Deleted scenes"

    live(qapp, journey)


def test_the_button_of_the_novel_names_it_as_it_stands_whatever_is_chosen(qapp, empty_library):
    async def journey(program):
        novel, _ = await a_named_novel()
        button = program.controller.history.page.side.name
        await open_history(program, novel)
        assert button.accessibleName() == "Name this version"
        await choose_name(program, novel)
        assert button.accessibleName() == "Name the novel as it stands"
        program.click(button)
        program.type("Second draft")
        program.press(Qt.Key.Key_Return)
        await program.controller.tasks.finish()
        names = {moment.name for moment in await snapshots.list_snapshots(novel)}
        assert names == {"First draft", "Second draft"}

    live(qapp, journey)
