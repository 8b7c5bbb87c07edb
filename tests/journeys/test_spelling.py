# SPDX-License-Identifier: MIT
"""Spelling in the whole program: written, underlined, corrected, called right, remembered."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from novelist.services import novels, outline
from novelist.services.spelling.known_words import list_known_words
from novelist.settings import load_settings
from novelist.ui.editor.underlines import Line
from tests.journeys.program import live

ALT = Qt.KeyboardModifier.AltModifier


async def written(program, text, language="en"):
    """A novel with a scene that says this, looked over; its id."""
    novel_id = await novels.create_novel(title="Harbour", language=language)
    _, scene = [item.id for item in await outline.load_outline(novel_id)]
    await program.controller.open_novel(novel_id)
    await program.until(lambda: program.editor.current_item_id == scene)
    program.editor.focus_text()
    if text.isascii():
        program.type(text)
    else:
        program.compose("ta", text)
    program.controller.commands.spelling.begin()
    return novel_id


def dotted(program):
    return underlined(program, Line.DOTS)


def underlined(program, line=Line.WAVE):
    document = program.page.document()
    blocks = map(document.findBlockByNumber, range(document.blockCount()))
    return [
        block.text()[part.start : part.start + part.length]
        for block in blocks
        for part in program.page.live.underlines.of(block)
        if part.line is line
    ]


async def menu_over(program, word, place=1):
    """The menu that the menu key opens over a word, with its suggestions."""
    found = program.page.document().find(word)
    found.setPosition(found.selectionStart() + place)
    program.page.setTextCursor(found)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(program.page.viewport(), asked)
    menu = program.child("text_menu")
    assert isinstance(menu, QMenu)
    await program.until(lambda: named(menu, "spelling_waiting") is None, "no suggestions came")
    return menu


def named(menu, name):
    return next((each for each in menu.actions() if each.objectName() == name), None)


def test_a_word_is_underlined_corrected_and_the_correction_taken_back(qapp, empty_library):
    async def journey(program):
        await written(program, "A speling of mine. Tor ")
        await program.until(lambda: underlined(program) == ["speling"])
        menu = await menu_over(program, "speling")
        offered = [action.text() for action in menu.actions()]
        assert "spelling" in offered[:5]
        menu.actions()[offered.index("spelling")].trigger()
        menu.close()
        assert program.page.toPlainText() == "A spelling of mine. Tor "
        await program.until(lambda: underlined(program) == [])
        program.control(Qt.Key.Key_Z)
        assert program.page.toPlainText() == "A speling of mine. Tor "
        await program.until(lambda: underlined(program) == ["speling"])

    live(qapp, journey)


def test_a_word_is_called_right_in_a_novel_in_all_and_no_more(qapp, empty_library):
    async def journey(program):
        novel_id = await written(program, "Wrothgar and Qivor met Zyxel ")
        await program.until(lambda: underlined(program) == ["Wrothgar", "Qivor", "Zyxel"])
        for word, name in (
            ("Wrothgar", "spelling_add_to_novel"),
            ("Qivor", "spelling_add"),
            ("Zyxel", "spelling_ignore"),
        ):
            menu = await menu_over(program, word)
            named(menu, name).trigger()
            menu.close()
            await program.until(lambda: word not in underlined(program))  # noqa: B023
            await program.until(lambda: program.page.window().findChild(QMenu, "text_menu") is None)
        await program.until(lambda: not program.controller.tasks.running)
        assert await list_known_words(novel_id) == ["Wrothgar"]
        assert await list_known_words() == ["Qivor"]
        await written(program, "Wrothgar and Qivor met Zyxel ")
        await program.until(lambda: underlined(program) == ["Wrothgar"])

    live(qapp, journey)


def test_f7_switches_it_off_and_that_is_remembered(qapp, empty_library):
    async def journey(program):
        await written(program, "A speling ")
        await program.until(lambda: underlined(program))
        program.press(Qt.Key.Key_F7)
        assert underlined(program) == []
        await program.until(lambda: not program.controller.tasks.running)
        assert not load_settings(program.controller.context.settings_folder).spelling
        program.press(Qt.Key.Key_F7, ALT)
        await program.until(lambda: program.page.textCursor().selectedText() == "speling")
        assert program.window.actions_["spelling"].isChecked()

    live(qapp, journey)


def test_a_chinese_novel_says_that_it_has_no_dictionary(qapp, empty_library):
    async def journey(program):
        await written(program, "他说hello再见", "zh")
        program.press(Qt.Key.Key_F7, ALT)
        await program.until(lambda: program.window.toast.isVisible())
        assert underlined(program) == []

    live(qapp, journey)


def test_dictionary_and_words_are_kept_by_the_preferences(qapp, empty_library, tmp_path):
    for kind, text in (("aff", "SET UTF-8\n"), ("dic", "2\nhaus\nmaus\n")):
        (tmp_path / f"de_DE.{kind}").write_text(text)
    (tmp_path / "words.txt").write_text("Qivor\nWrothgar\n")

    async def journey(program):
        novel_id = await written(program, "Wrothgar and Qivor ")
        await program.until(lambda: underlined(program) == ["Wrothgar", "Qivor"])
        program.controller.commands.show_preferences()
        section = program.child("preferences_spelling_section")
        section.words.import_requested.emit("novel", tmp_path / "words.txt")
        await program.until(lambda: underlined(program) == [])
        section.words.scopes.set_value("novel")
        await program.until(lambda: section.words.model.stringList() == ["Qivor", "Wrothgar"])
        section.words.remove_requested.emit("novel", ["Qivor"])
        await program.until(lambda: underlined(program) == ["Qivor"])
        assert await list_known_words(novel_id) == ["Wrothgar"]
        section.dictionary_chosen.emit(tmp_path / "de_DE.dic")
        languages = program.controller.commands.spelling.checking
        await program.until(lambda: "de-DE" in languages.languages)
        section.dictionary_chosen.emit(tmp_path / "words.txt")
        await program.until(lambda: "which language" in program.window.toast.text)

    live(qapp, journey)


def test_a_slip_is_marked_mended_and_its_kind_switched_off(qapp, empty_library):
    async def journey(program):
        await written(program, "It was the the end. And and so ")
        await program.until(lambda: dotted(program) == [" the", " and"])
        menu = await menu_over(program, "the the", 5)
        named(menu, "check_mend").trigger()
        menu.close()
        assert program.page.toPlainText() == "It was the end. And and so "
        await program.until(lambda: program.window.findChild(QMenu, "text_menu") is None)
        menu = await menu_over(program, "d and", 3)
        named(menu, "check_off").trigger()
        menu.close()
        await program.until(lambda: dotted(program) == [])
        assert program.controller.context.settings.checks_off == ["doubled_word"]

    live(qapp, journey)
