# SPDX-License-Identifier: MIT
"""A novel becomes a book in the window: presets chosen, changed, kept, shared; pages; files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QLineEdit, QWidget

from novelist.domain.compiling.settings import Extent
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.services import outline
from novelist.services.exporting import presets
from novelist.services.exporting.compiling import load_book
from tests.journeys.program import live
from tests.journeys.test_browsing import open_novel

Key = Qt.Key
WORDS = "The tide went out at four, and nobody counted the steps."


async def written(program):
    """A chapter with something typed a moment ago; the ids of its scenes."""
    _, ids = await open_novel(program)
    await program.open_scene(ids[0])
    program.type(WORDS)
    return ids


def compiling(program):
    return program.controller.commands.compile


def preview(program):
    return compiling(program).page.preview


async def shown(program, key="web-page"):
    """The page with a preset chosen by keys, once its preview is there."""
    program.press(Key.Key_F5)
    await program.until(lambda: program.window.current_page == "compile", "no page")
    listed = compiling(program).page.side.presets
    await program.until(lambda: listed.preset is not None and listed.hasFocus(), "no presets")
    program.press(Key.Key_Home)
    for _ in range(listed.model().rowCount()):
        if listed.preset.key == key:
            break
        program.press(Key.Key_Down)
    assert listed.preset.key == key
    await previewed(program)
    return listed


async def previewed(program):
    view = preview(program)
    await program.until(lambda: view.said.text() and not compiling(program).is_making, "no preview")


def said(program):
    """What the window says at its foot."""
    return program.window.toast.findChild(QLabel).text()


def choose(program, path, value):
    """Choose a value in a list by the keyboard."""
    field = next(
        each for each in compiling(program).page.form.findChildren(QComboBox)
        if each.objectName() == path
    )  # fmt: skip
    field.setFocus()
    steps = field.findData(value) - field.currentIndex()
    for _ in range(abs(steps)):
        QTest.keyClick(field, Key.Key_Down if steps > 0 else Key.Key_Up)
    assert field.currentData() == value
    return field


def click_box(program, path):
    """Click a box on its sign."""
    box = next(
        each for each in compiling(program).page.form.findChildren(QCheckBox)
        if each.objectName() == path
    )  # fmt: skip
    program.click(box, QPoint(8, box.height() // 2))


def test_what_was_just_typed_is_in_the_pages(qapp, empty_library):
    async def journey(program):
        await written(program)
        await shown(program, "print")
        leafing = compiling(program).leafing
        await program.until(lambda: leafing.pages > 1, "no pages")
        assert "11" in preview(program).said.text()
        preview(program).pages.setFocus()
        before = preview(program).where.text()
        program.press(Key.Key_PageDown)
        assert preview(program).where.text() != before
        program.press(Key.Key_Home)
        assert preview(program).where.text() == before
        program.press(Key.Key_Escape)
        assert program.window.current_page == "write"

    live(qapp, journey, empty_library)


def test_a_change_is_seen_at_once_and_kept_as_a_preset(qapp, empty_library):
    async def journey(program):
        await written(program)
        listed = await shown(program, "web-novel")
        assert WORDS in preview(program).text.toPlainText()
        assert not preview(program).save.isVisible()
        click_box(program, "per_chapter")
        click_box(program, "content.title_page")
        text = preview(program).text
        title = program.workspace.novel.title
        await program.until(lambda: text.toPlainText().startswith(title), "no title")
        program.click(preview(program).save)
        await program.until(lambda: listed.preset.id is not None, "not kept")
        await program.until(lambda: isinstance(program.focused, QLineEdit), "no name asked")
        program.focused.selectAll()
        program.type("Mine\n")
        await program.until(lambda: listed.preset.name == "Mine", "not renamed")
        (kept,) = await presets.list_presets()
        assert kept.settings.content.title_page
        assert not kept.settings.per_chapter
        assert not preview(program).save.isVisible()

    live(qapp, journey, empty_library)


def test_a_deleted_preset_comes_back(qapp, empty_library):
    async def journey(program):
        await written(program)
        listed = await shown(program)
        program.click(compiling(program).page.side.add)
        await program.until(lambda: listed.preset.id is not None, "no copy")
        name = listed.preset.name
        compiling(program).desk.delete()
        nearest = presets.built_in_presets()[-1].key
        await program.until(lambda: listed.preset.key == nearest, "not gone")
        assert await presets.list_presets() == []
        undo = program.window.toast.findChild(QWidget, "toast_action")
        program.click(undo)
        await program.until(lambda: listed.preset.name == name, "not back")
        assert compiling(program).desk.menu().findChild(QAction, "compile_give_back") is None
        compiling(program).desk.delete()
        await program.until(lambda: listed.preset.key == nearest, "not gone again")
        compiling(program).desk.menu().findChild(QAction, "compile_give_back").trigger()
        await program.until(lambda: listed.preset.name == name, "not back again")

    live(qapp, journey, empty_library)


def test_the_novel_remembers_its_preset_and_what_was_changed(qapp, empty_library):
    async def journey(program):
        await written(program)
        await shown(program)
        choose(program, "headings.scene_break", "#")
        await previewed(program)

    async def day_after(program):
        await program.until(lambda: program.workspace.novel_id is not None, "no novel")
        program.press(Key.Key_F5)
        desk = compiling(program).desk
        await program.until(lambda: desk.settings.format is ExportFormat.HTML, "forgotten")
        assert desk.settings.headings.scene_break == "#"

    live(qapp, journey, empty_library)
    live(qapp, day_after, empty_library)


def test_what_was_changed_in_a_preset_waits_while_another_is_looked_at(qapp, empty_library):
    async def journey(program):
        await written(program)
        listed = await shown(program)
        desk, text = compiling(program).desk, preview(program).text
        click_box(program, "content.title_page")
        changed = desk.settings
        for key in (Key.Key_Down, Key.Key_Up):
            listed.setFocus()
            program.press(key)
            await previewed(program)
            assert preview(program).save.isVisible() == (key == Key.Key_Up)
        assert desk.settings == changed != listed.preset.settings
        desk.revert()
        assert desk.settings == listed.preset.settings
        assert not preview(program).save.isVisible()
        await previewed(program)
        assert text.toPlainText()

    live(qapp, journey, empty_library)


def test_presets_are_told_apart_in_a_narrow_window(qapp, empty_library):
    async def journey(program):
        await written(program)
        program.window.resize(900, 600)
        listed = await shown(program)
        await program.until(lambda: compiling(program).page.side.width() < 120, "still wide")
        listed.scrollToTop()
        rows = [listed.visualRect(listed.model().index(row, 0)) for row in (1, 2)]
        assert all(row.height() > 40 for row in rows)
        assert len({row.height() for row in rows}) == 2, "one has a longer name"
        icons = [QRect(QPoint(row.x(), row.y() + 34), QSize(row.width(), 12)) for row in rows]
        names = [listed.viewport().grab(place).toImage() for place in icons]
        assert names[0] != names[1], "both look alike"

    live(qapp, journey, empty_library)


def test_a_name_is_seen_while_it_is_typed_in_a_narrow_window(qapp, empty_library):
    async def journey(program):
        await written(program)
        program.window.resize(900, 600)
        listed = await shown(program)
        narrow = compiling(program).page.side.width()
        program.click(compiling(program).page.side.add)
        await program.until(lambda: isinstance(program.focused, QLineEdit), "no name asked")
        await program.until(lambda: program.focused.width() > 100, "not seen")
        program.focused.selectAll()
        program.type("Mine\n")
        await program.until(lambda: listed.preset.name == "Mine", "not renamed")
        assert compiling(program).page.side.width() == narrow
        listed.setFocus()
        program.press(Key.Key_F2)
        await program.until(lambda: isinstance(program.focused, QLineEdit), "no name at F2")
        await program.until(lambda: program.focused.width() > 100, "not seen")
        program.press(Key.Key_Escape)
        await program.until(lambda: compiling(program).page.side.width() == narrow, "still wide")

    live(qapp, journey, empty_library)


def test_what_was_changed_in_a_deleted_preset_comes_back_with_it(qapp, empty_library):
    async def journey(program):
        await written(program)
        listed = await shown(program)
        program.click(compiling(program).page.side.add)
        await program.until(lambda: listed.preset.id is not None, "no copy")
        program.press(Key.Key_Escape)
        desk = compiling(program).desk
        choose(program, "headings.scene_break", "#")
        desk.delete()
        await program.until(lambda: listed.preset.id is None, "not gone")
        program.click(program.window.toast.findChild(QWidget, "toast_action"))
        await program.until(lambda: listed.preset.id is not None, "not back")
        await program.until(lambda: desk.settings.headings.scene_break == "#", "change lost")

    live(qapp, journey, empty_library)


def test_a_heading_of_ones_own(qapp, empty_library):
    async def journey(program):
        await written(program)
        await shown(program, "web-novel")
        choose(program, "headings.chapter", "\0")
        program.type("Day {number}")
        text = preview(program).text
        await program.until(lambda: "Day 1" in text.toPlainText(), "no such heading")

    live(qapp, journey, empty_library)


def test_margins_of_ones_own_go_out_and_their_absence_is_automatic(qapp, empty_library):
    async def journey(program):
        await written(program)
        await shown(program, "print")
        desk, form = compiling(program).desk, compiling(program).page.form
        margin = form.margins["outside"]
        assert margin.accessibleName() == "Outer margin"
        click_box(program, "page.mirrored")
        assert margin.accessibleName() == "Right margin"
        assert desk.settings.page.outside == 0
        automatic = margin.text()
        QTest.keyClick(margin, Key.Key_Up)
        assert desk.settings.page.outside == 15
        assert margin.text() != automatic
        await previewed(program)
        assert not preview(program).problem.isVisible()
        lengths = (("0", 0), ("21", 21), ("1 in", 25.4), ("2.5 cm", 25), ("0.5in", 12.7), ("", 0))
        for typed, meant in lengths:
            margin.selectAll()
            QTest.keyClick(margin, Key.Key_Delete)
            QTest.keyClicks(margin, typed)
            QTest.keyClick(margin, Key.Key_Return)
            assert desk.settings.page.outside == pytest.approx(meant)
        assert margin.text() == automatic

    live(qapp, journey, empty_library)


def test_a_click_below_the_first_line_of_the_contact_is_in_it(qapp, empty_library):
    async def journey(program):
        await written(program)
        await shown(program, "submission")
        contact = compiling(program).page.form.contact
        program.click(contact, QPoint(20, contact.height() - 8))
        program.type("12 Quay Street")
        await program.until(
            lambda: program.controller.context.settings.contact == "12 Quay Street", "not kept"
        )

    live(qapp, journey, empty_library)


def test_nothing_chosen_is_said_and_can_be_mended(qapp, empty_library):
    async def journey(program):
        await written(program)
        await shown(program)
        desk, view = compiling(program).desk, preview(program)
        program.binder.tree.clearSelection()
        choose(program, "content.extent", Extent.SELECTION.value)
        await program.until(lambda: view.problem.isVisible(), "nothing said")
        assert not view.go.isEnabled()
        choose(program, "content.extent", Extent.WHOLE.value)
        await program.until(view.go.isEnabled, "still nothing")
        assert not view.problem.isVisible()
        assert desk.settings.content.extent is Extent.WHOLE

    live(qapp, journey, empty_library)


def test_it_is_written_where_the_writer_says(qapp, empty_library, tmp_path):
    async def journey(program):
        await written(program)
        await shown(program)
        program.click(preview(program).go)
        dialog = program.window.findChild(QFileDialog)
        assert dialog.isVisible()
        assert Path(dialog.selectedFiles()[0]).suffix == ".html"
        dialog.close()
        target = tmp_path / "book.html"
        dialog.fileSelected.emit(str(target))
        await program.until(target.is_file, "not written")
        assert WORDS in target.read_text("utf-8")
        await program.until(lambda: program.window.toast.isVisible(), "not told")
        assert program.controller.context.settings.export_folder == str(tmp_path)

    live(qapp, journey, empty_library)


def test_control_enter_compiles_and_the_keys_stay_where_they_were(qapp, empty_library, tmp_path):
    async def journey(program):
        await written(program)
        listed = await shown(program)
        program.control(Key.Key_Return)
        dialog = program.window.findChild(QFileDialog)
        assert dialog is not None, "nobody asks where"
        dialog.close()
        program.window.activateWindow()
        await program.until(lambda: program.window.isActiveWindow() and listed.hasFocus())
        target = tmp_path / "book.html"
        dialog.fileSelected.emit(str(target))
        await program.until(lambda: not listed.isEnabled(), "not begun")
        await program.until(target.is_file, "not written")
        await program.until(listed.isEnabled, "not done")
        assert listed.hasFocus()

    live(qapp, journey, empty_library)


def test_files_that_nobody_asked_about_are_replaced_only_when_one_says_so(
    qapp, empty_library, tmp_path
):
    async def journey(program):
        await written(program)
        await shown(program, "web-novel")
        folder = tmp_path / "Harbour"
        folder.mkdir()
        mine = folder / "01 Chapter 1.txt"
        mine.write_text("Corrected by hand.")
        choose_file(program, tmp_path)
        toast = program.window.toast
        await program.until(lambda: "is there already" in toast.text, "not asked")
        assert list(folder.iterdir()) == [mine]
        program.click(toast.action)
        await program.until(lambda: "was written" in toast.text, "not written")
        assert any(WORDS in each.read_text("utf-8") for each in folder.iterdir())

    live(qapp, journey, empty_library)


def test_a_file_has_the_ending_of_what_is_in_it(qapp, empty_library, tmp_path):
    async def journey(program):
        await written(program)
        await shown(program, "web-page")
        choose_file(program, tmp_path / "book.pdf")
        await program.until((tmp_path / "book.pdf.html").is_file, "not written")

    live(qapp, journey, empty_library)


def test_what_changes_while_the_novel_is_read_is_in_the_pages(qapp, empty_library, monkeypatch):
    async def journey(program):
        await written(program)
        reads = []

        async def read(novel_id, **values):
            found = await load_book(novel_id, **values)
            if not reads:  # it is old when it comes
                await outline.create_item(
                    novel_id, kind=ItemKind.CHAPTER, parent_id=None, title="Slack Water"
                )
            reads.append(novel_id)
            return found

        monkeypatch.setattr("novelist.ui.compile.controller.load_book", read)
        await shown(program)
        await program.until(lambda: "Slack Water" in preview(program).text.toPlainText(), "old")
        assert len(reads) == 2

    live(qapp, journey, empty_library)


def test_what_is_said_of_a_number_goes_with_it(qapp, empty_library):
    async def journey(program):
        await written(program)
        listed = await shown(program, "ebook")
        form = compiling(program).page.form
        form.isbn.setFocus()
        program.type("12")
        assert "no ISBN" in form.isbn.problem
        listed.setFocus()
        program.press(Key.Key_Up)
        assert form.isbn.problem == ""
        assert listed.preset.key != "ebook"

    live(qapp, journey, empty_library)


def choose_file(program, path):
    """Choose a name in the dialog."""
    program.click(preview(program).go)
    dialog = program.window.findChild(QFileDialog)
    dialog.close()
    dialog.fileSelected.emit(str(path))


def test_a_place_that_cannot_be_written_is_said(qapp, empty_library, tmp_path):
    async def journey(program):
        await written(program)
        await shown(program)
        compiling(program).write(tmp_path / "none" / "book.html")
        await program.until(lambda: preview(program).problem.isVisible(), "nothing said")
        assert preview(program).go.isEnabled()

    live(qapp, journey, empty_library)


def test_presets_come_and_go_as_files(qapp, empty_library, tmp_path):
    async def journey(program):
        await written(program)
        listed = await shown(program)
        dialog = compiling(program).desk.share()
        dialog.close()
        file = tmp_path / "web.novelist-preset"
        dialog.fileSelected.emit(str(file))
        await program.until(file.is_file, "not shared")
        await program.until(lambda: file.name in said(program), "not said")
        shared = json.loads(file.read_text("utf-8"))
        shared["name"], shared["settings"]["end-mark"] = "From Ann", "FIN"
        file.write_text(json.dumps(shared))
        await compiling(program).desk.read_file(file)
        assert (listed.preset.name, listed.preset.settings.end_mark) == ("From Ann", "FIN")
        await previewed(program)
        await program.until(lambda: "FIN" in preview(program).text.toPlainText(), "not used")

    live(qapp, journey, empty_library)


def test_a_novel_that_was_never_compiled_begins_with_the_first_preset(qapp, empty_library):
    async def journey(program):
        await written(program)
        program.press(Key.Key_F5)
        await program.until(lambda: program.window.current_page == "compile", "no page")
        listed = compiling(program).page.side.presets
        await program.until(lambda: listed.preset is not None, "no presets")
        assert listed.preset.key == "submission"

    live(qapp, journey, empty_library)


def test_f6_leads_from_list_to_form_to_pages_and_escape_leaves(qapp, empty_library):
    async def journey(program):
        await written(program)
        listed = await shown(program)
        page = compiling(program).page
        program.press(Key.Key_F6)
        assert program.focused is page.form.format
        program.press(Key.Key_F6)
        assert program.focused is preview(program).text
        program.press(Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        program.press(Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert program.focused is listed
        program.press(Key.Key_Escape)
        assert program.window.current_page == "write"

    live(qapp, journey, empty_library)


def test_the_keys_of_the_presets_are_those_of_other_lists(qapp, empty_library):
    async def journey(program):
        await written(program)
        listed = await shown(program)
        built_in = listed.preset
        for key in (Key.Key_F2, Key.Key_Delete):
            program.press(key)
            assert "comes with Novelist" in said(program)
            program.window.toast.hide()
        assert listed.preset == built_in
        program.press(Key.Key_Delete)
        program.click(program.window.toast.findChild(QWidget, "toast_action"))
        await program.until(lambda: isinstance(program.focused, QLineEdit), "no name asked")
        program.type("Mine\n")
        await program.until(lambda: listed.preset.name == "Mine", "not renamed")
        await program.until(listed.hasFocus)
        program.press(Key.Key_Return)
        assert program.focused is compiling(program).page.form.format
        listed.setFocus()
        program.press(Key.Key_Delete)
        await program.until(lambda: listed.preset.name != "Mine", "not deleted")
        assert "Mine" in said(program)

    live(qapp, journey, empty_library)


def test_tab_goes_down_the_form(qapp, empty_library):
    async def journey(program):
        await written(program)
        await shown(program, "submission")
        form = compiling(program).page.form
        form.format.setFocus()
        inner = form.format.parentWidget()
        tops = []
        while inner.isAncestorOf(program.focused):
            tops.append(program.focused.mapTo(inner, QPoint(0, 0)).y())
            program.press(Key.Key_Tab)
        assert len(tops) > 20
        assert tops == sorted(tops)

    live(qapp, journey, empty_library)


def test_the_page_is_reached_from_others_of_the_novel(qapp, empty_library):
    async def journey(program):
        await written(program)
        program.window.actions_["bible"].trigger()
        await program.until(lambda: program.window.current_page == "bible", "no bible")
        program.press(Key.Key_F5)
        await program.until(lambda: program.window.current_page == "compile", "not reached")

    live(qapp, journey, empty_library)
