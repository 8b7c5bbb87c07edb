# SPDX-License-Identifier: MIT
"""Smart typing in the whole program: one scene, the whole manuscript, the settings, the disk."""

from __future__ import annotations

from PySide6.QtCore import Qt

from novelist.services import novels, outline
from novelist.settings import load_settings
from tests.journeys.program import live


async def begun(program, language="en"):
    """A novel with an empty scene, open and ready to be written in."""
    novel_id = await novels.create_novel(title="Harbour", language=language)
    _, scene = [item.id for item in await outline.load_outline(novel_id)]
    await program.controller.open_novel(novel_id)
    await program.until(lambda: program.editor.current_item_id == scene)
    program.editor.focus_text()


def test_quotes_are_set_in_one_scene_and_in_the_whole_manuscript(qapp, empty_library):
    async def journey(program):
        await begun(program)
        program.type('"Go," she said--')
        assert program.page.toPlainText() == "“Go,” she said—"
        program.window.actions_["extent_novel"].trigger()
        await program.until(lambda: program.page.is_embedded, "nothing flows")
        program.type(' "Now')
        assert program.page.toPlainText() == "“Go,” she said— “Now"
        program.control(Qt.Key.Key_Z)
        program.control(Qt.Key.Key_Z)
        assert program.page.toPlainText() == '“Go,” she said— "'
        await program.saved()

    live(qapp, journey)


def test_what_is_chosen_holds_at_once_and_at_the_next_start(qapp, empty_library):
    async def journey(program):
        await begun(program)
        settings = {"languages": {"en": {"quotes": False}}}
        program.controller.commands.choose("typing", settings)
        program.type("It's")
        assert program.page.toPlainText() == "It's"
        await program.controller.tasks.finish()
        folder = program.controller.context.settings_folder
        assert load_settings(folder).typing == settings

    live(qapp, journey)


def test_chinese_marks_come_in_pairs(qapp, empty_library):
    async def journey(program):
        await begun(program, "zh")
        program.compose("", "他说：")
        program.compose("", "“")
        program.compose("nihao", "你好。")
        program.compose("", "”")
        assert program.page.toPlainText() == "他说：“你好。”"
        await program.saved()

    live(qapp, journey)


def test_frequent_words_of_the_novel_are_suggested_where_that_is_chosen(qapp, empty_library):
    async def journey(program):
        await begun(program)
        program.type("The lighthouse. A lighthouse. Our lighthouse.\n")
        await program.saved()
        program.controller.commands.choose("typing", {"languages": {"en": {"completion": True}}})
        popup = program.controller.commands.typing.completion
        await program.until(lambda: popup.vocabulary.frequent, "no word was gathered")
        program.type("That ligh")
        assert popup.popup.words == ("lighthouse",)
        program.press(Qt.Key.Key_Tab)
        program.type("!")
        assert program.page.toPlainText().endswith("That lighthouse!")
        await program.saved()

    live(qapp, journey)
