# SPDX-License-Identifier: MIT
"""A project of another program in the real window: from the file to its people in the bible."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from novelist.domain.entities import EntityKind
from novelist.services import entities, novels
from novelist.services.library import library
from tests.journeys.program import live

PROJECT = (
    "<?xml version='1.0'?><YWRITER7><PROJECT><Title>Tides</Title></PROJECT>"
    "<CHARACTERS><CHARACTER><ID>1</ID><Title>Ann</Title></CHARACTER>"
    "<CHARACTER><ID>2</ID><Title>Ben</Title></CHARACTER></CHARACTERS>"
    "<SCENES><SCENE><ID>1</ID><Title>Pier</Title><SceneContent>It rained.</SceneContent>"
    "<Tags>storm</Tags></SCENE></SCENES><CHAPTERS><CHAPTER><ID>1</ID><Title>One</Title>"
    "<Scenes><ScID>1</ScID></Scenes></CHAPTER></CHAPTERS></YWRITER7>"
)


@pytest.fixture
def harbour(tmp_path):
    path = tmp_path / "Harbour.novelist"

    async def make():
        await library.open_library(path, create=True)
        await library.close_library()

    asyncio.run(make())
    return path


def test_who_came_in_is_told_and_shown_in_the_bible(qapp, harbour, tmp_path):
    project = tmp_path / "Tides.yw7"
    project.write_text(PROJECT, encoding="utf-8")

    async def journey(program):
        controller, window = program.controller, program.window
        window.files_dropped.emit([str(project)])
        await program.until(lambda: controller.importing and controller.importing.check.plan)
        page = controller.importing
        assert page.findChild(QPushButton, "import_use_Tags")
        page.check.plan.people[1].is_chosen = False
        page.import_now()
        await program.until(lambda: page.pages.currentWidget() is page.done)
        (novel,) = await novels.list_novels()
        program.click(page.findChild(QPushButton, f"import_show_bible_{novel.id}"))
        await program.until(lambda: window.current_page == "bible")
        found = await entities.list_entities(novel.id)
        assert [(each.kind, each.name) for each in found] == [(EntityKind.CHARACTER, "Ann")]

    live(qapp, journey, harbour)


async def came_in(program, path):
    """Import a file, up to the last page."""
    program.window.files_dropped.emit([str(path)])
    await on_page(program, "import")
    page = program.controller.importing
    await program.until(page.footer.go.isEnabled)
    page.import_now()
    await program.until(lambda: page.pages.currentWidget() is page.done)
    return page


async def on_page(program, name):
    await program.until(lambda: program.window.current_page == name, f"not on {name}")


async def leave_for(program, name):
    program.click(program.child(f"rail_{name}"))
    await on_page(program, name)


def test_escape_leads_back_to_where_one_came_from(qapp, harbour, tmp_path):
    book = tmp_path / "Ebb.txt"
    book.write_text("The tide went out.", "utf-8")

    async def journey(program):
        controller, window = program.controller, program.window
        await came_in(program, book)
        program.press(Qt.Key.Key_Escape)
        await program.until(lambda: window.current_page == "shelf", "not on the shelf")
        novel = await novels.create_novel(title="Harbour", language="en")
        await controller.open_novel(novel)
        for name in ("bible", "write"):
            await leave_for(program, name)
            await came_in(program, book)
            program.press(Qt.Key.Key_Escape)
            await on_page(program, name)
        assert controller.workspace.novel_id == novel

    live(qapp, journey, harbour)


def test_f5_at_the_end_compiles_what_came_in(qapp, harbour, tmp_path):
    book = tmp_path / "Ebb.txt"
    book.write_text("The tide went out.", "utf-8")

    async def journey(program):
        controller, window = program.controller, program.window
        await controller.open_novel(await novels.create_novel(title="Harbour", language="en"))
        await came_in(program, book)
        program.press(Qt.Key.Key_F5)
        await program.until(lambda: window.current_page == "compile", "no compile page")
        assert controller.workspace.novel.title == "Ebb"

    live(qapp, journey, harbour)
