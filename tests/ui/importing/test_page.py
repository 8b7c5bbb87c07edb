# SPDX-License-Identifier: MIT
"""The promises of the page "Import a manuscript"."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from novelist.domain.document import document_of
from novelist.domain.entities import EntityField, EntityKind
from novelist.domain.enums import ItemKind
from novelist.domain.writing_days import WrittenDay
from novelist.errors import SourceNotTextError
from novelist.importers.base import (
    ImportedChoice,
    ImportedEntity,
    ImportedItem,
    ImportedNovel,
    ImportWarning,
    WarningKind,
    read_source,
)
from novelist.importers.uses import Use
from novelist.ui.importing.steps import Step
from novelist.ui.widgets.elided_label import ElidedLabel
from tests.corpora import corpus
from tests.ui.importing.conftest import make_novel

NEAPS = Path("/nowhere/Neaps.txt")
OTHER = Path("/nowhere/Other.md")


def find(page, name, kind=QPushButton):
    return page.findChild(kind, name)


def click(page, name):
    QTest.mouseClick(find(page, name), Qt.MouseButton.LeftButton)


def report_of(page):
    """What "Save report…" would write."""
    kept = []
    page.done.save_requested.connect(kept.append)
    find(page, "import_report").click()
    page.findChildren(QFileDialog)[-1].close()
    page.done.save_requested.disconnect(kept.append)
    return kept[0]


async def opened(page, *paths):
    page.start(list(paths) or [NEAPS])
    await page.tasks.finish()
    return page


def test_without_a_file_it_asks_for_one(page):
    assert page.header.step is Step.FILE
    assert find(page, "import_choose").isVisible()
    assert not find(page, "import_go").isVisible()


async def test_a_file_shows_what_it_becomes(page):
    await opened(page)
    assert page.header.step is Step.CHECK
    assert find(page, "import_title", QLineEdit).text() == "Neaps"
    assert find(page, "import_author", QLineEdit).text() == "Imogen Farrow"
    assert find(page, "import_encoding", QComboBox).currentText() == "UTF-8 (detected)"
    assert find(page, "import_go").text() == "Import 11 words"
    assert find(page, "import_warnings", QWidget).isVisible()


async def test_the_text_of_the_chosen_row_is_shown(page):
    await opened(page)
    assert page.check.preview.text.toPlainText().startswith("One\nHigh water\nThe tide came")
    QTest.keyClick(page.check.made.tree, Qt.Key.Key_End)
    assert page.check.preview.text.toPlainText() == "One, two, three"


async def test_emphasis_is_seen_in_the_preview(page):
    await opened(page)
    model = page.check.made.model
    page.check.made.tree.setCurrentIndex(model.index(0, 0, model.index(0, 0, model.index(1, 0))))
    text = page.check.preview.text
    assert text.toPlainText() == "The tide came"
    cursor = text.textCursor()
    cursor.setPosition(12)
    assert cursor.charFormat().fontItalic()


async def test_a_project_says_itself_what_is_emphasised(page):
    for name, asked in (("Tides.yw7", False), ("Tides.txt", True)):
        await opened(page, Path("/nowhere") / name)
        assert find(page, "import_keep_emphasis", QCheckBox).isVisible() is asked
        assert find(page, "import_split_scenes", QCheckBox).isVisible() is asked


async def test_import_makes_what_is_chosen_and_says_so(page, desk):
    await opened(page)
    find(page, "import_title", QLineEdit).setText("Spring tides")
    QTest.keyClick(page.check.made.tree, Qt.Key.Key_Home)
    QTest.keyClick(page.check.made.tree, Qt.Key.Key_Space)
    assert find(page, "import_go").text() == "Import 9 words"
    click(page, "import_go")
    await page.tasks.finish()
    assert desk.made[0].title == "Spring tides"
    assert [item.title for item in desk.made[0].items] == ["Springs", "Contents"]
    assert page.header.step is Step.DONE
    assert desk.imported == []  # there is something to be read first
    click(page, "import_open_1")
    assert desk.imported == [1]


async def test_control_enter_imports(page, desk):
    await opened(page)
    page.activateWindow()
    QTest.keyClick(page.check.made.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await page.tasks.finish()
    assert page.header.step is Step.DONE
    page.import_now()
    await page.tasks.finish()
    assert len(desk.made) == 1, "what is done is not done twice"


async def test_what_came_in_otherwise_is_told_after_it_and_can_be_kept(page, tmp_path):
    await opened(page)
    page.import_now()
    await page.tasks.finish()
    notes = find(page, "import_notes_1", QLabel)
    assert notes.text()
    click(page, "import_report")
    dialog = page.findChild(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "Neaps (import report).txt", "not Neaps.txt"
    dialog.close()
    target = tmp_path / "report.txt"
    said = []
    page.said.connect(said.append)
    dialog.fileSelected.emit(str(target))
    await page.tasks.finish()
    assert said == ["The report is saved as “report.txt”."]
    report = target.read_text("utf-8")
    assert report.startswith("Neaps (")
    assert all(line in report for line in notes.text().splitlines())


async def test_the_report_has_counts_what_became_what_and_what_was_left_out(page, desk):
    people = [ImportedEntity(EntityKind.CHARACTER, name) for name in ("Ann", "Ben")]
    desk.novel = lambda: replace(keyed_novel(), entities=people)
    await opened(page, Path("/nowhere/Tides.scrivx"))
    plan = page.check.plan
    plan.people[1].is_chosen = False
    plan.items[0].set_chosen(False)
    plan.items[1].children[1].set_chosen(False)
    plan.uses.choose("Eye", Use.OUT)
    page.import_now()
    await page.tasks.finish()
    lines = report_of(page).splitlines()
    assert lines[:5] == [
        "Neaps (Tides.scrivx), 5 words",
        "- Made: 1 parts, 1 chapters, 2 scenes, 1 notes.",
        "- In the story bible: 1 people.",
        "- What becomes what: Characters (1) → Story bible; Colour (1) → Label;"
        " Keywords (1) → Custom field; Eye (1) → Left out; Research and other texts (1) → Notes.",
        "- Left out by you: Front matter “Preface”; Chapter “Two”, with 1 items in it;"
        " Character “Ben”.",
    ]


async def test_a_novel_that_came_in_as_it_was_is_told_too_and_enter_opens_it(page, desk):
    desk.novel = lambda: replace(make_novel(), warnings=[])
    await opened(page)
    page.activateWindow()
    page.import_now()
    await page.tasks.finish()
    assert page.header.step is Step.DONE
    assert "2 chapters" in find(page, "import_made_1", QLabel).text()
    assert not desk.imported
    assert page.focusWidget() is find(page, "import_open_1")
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert desk.imported == [1]


async def test_when_it_is_done_f5_compiles_and_escape_leaves(page, desk):
    asked = []
    page.compile_requested.connect(asked.append)
    await opened(page, NEAPS, OTHER)
    page.activateWindow()
    QTest.keyClick(page.check.made.tree, Qt.Key.Key_F5)
    assert not asked, "nothing is there yet to be compiled"
    for _ in (NEAPS, OTHER):
        page.import_now()
        await page.tasks.finish()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_F5)
    find(page, "import_open_2").setFocus()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_F5)
    assert asked == [1, 2]
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert desk.cancelled == [True]
    assert not desk.imported


async def test_the_end_shown_again_has_the_keys_where_they_were(page, desk):
    await opened(page)
    page.import_now()
    await page.tasks.finish()
    page.hide()
    page.show()
    page.activateWindow()
    assert page.focusWidget() is find(page, "import_open_1")


async def test_an_empty_title_becomes_the_name_of_the_file(page, desk):
    await opened(page)
    find(page, "import_title", QLineEdit).clear()
    page.import_now()
    await page.tasks.finish()
    assert desk.made[0].title == "Neaps"


async def test_nothing_chosen_cannot_be_imported(page, desk):
    await opened(page)
    page.check.made.model.set_all_chosen(False)
    assert not find(page, "import_go").isEnabled()
    page.import_now()
    assert not desk.made


async def test_people_and_places_are_counted_and_imported(page, desk):
    people = [ImportedEntity(EntityKind.CHARACTER, name) for name in ("Ann", "Ben")]
    bible = [*people, *(ImportedEntity(EntityKind.PLACE, name) for name in ("Sea", "Pier"))]
    desk.novel = lambda: replace(make_novel(), entities=bible)
    await opened(page)
    counts = find(page, "import_bible_counts", ElidedLabel)
    assert counts.isVisible()
    assert "2 people" in counts.text()
    assert "2 places" in counts.text()
    page.import_now()
    await page.tasks.finish()
    assert desk.made[0].entities == bible
    assert page.header.step is Step.DONE
    assert not desk.imported
    assert "2 people, 2 places." in find(page, "import_bible_1", QLabel).text()
    asked = []
    page.bible_requested.connect(asked.append)
    click(page, "import_show_bible_1")
    assert asked == [1]
    assert "2 people, 2 places." in report_of(page)


async def test_days_of_a_writing_history_are_listed_before_and_reported_after(page, desk):
    days = {date(2026, 11, number): WrittenDay(100 * number) for number in (1, 2, 3)}
    desk.novel = lambda: replace(make_novel(), days=days)
    await opened(page)
    mapping = find(page, "import_mapping", QWidget)
    assert mapping.findChildren(ElidedLabel)[-1].text() == "Days of the writing history"
    assert [each.text() for each in mapping.findChildren(QLabel)][-2:] == ["3", "Novel details"]
    page.import_now()
    await page.tasks.finish()
    assert desk.made[0].days == days
    assert find(page, "import_days_1", QLabel).text() == "In the writing history: 3 days."
    assert "- In the writing history: 3 days." in report_of(page)


async def test_people_and_places_are_left_out_one_by_one_or_all_of_a_kind(page, desk):
    people = [ImportedEntity(EntityKind.CHARACTER, name, summary="Sings.") for name in "ABC"]
    desk.novel = lambda: replace(
        make_novel(), entities=[*people, ImportedEntity(EntityKind.PLACE, "Sea")]
    )
    await opened(page)
    page.check.made.shown.set_value("bible")
    entities = page.check.made.entities
    assert entities.isVisible()
    entities.setFocus()
    QTest.keyClick(entities, Qt.Key.Key_Down)
    assert page.check.preview.text.toPlainText() == "Sings."
    QTest.keyClick(entities, Qt.Key.Key_Space)
    assert find(page, "import_bible_counts", ElidedLabel).text() == "2 people, 1 places"
    QTest.keyClick(entities, Qt.Key.Key_End)
    QTest.keyClick(entities, Qt.Key.Key_Up)
    QTest.keyClick(entities, Qt.Key.Key_Space)
    page.import_now()
    await page.tasks.finish()
    assert [each.name for each in desk.made[0].entities] == ["B", "C"]


async def test_a_project_of_notes_and_people_says_so(page, desk):
    note = ImportedItem(ItemKind.NOTE, "Tides", document_of("Wet."), in_manuscript=False)
    people = [ImportedEntity(EntityKind.CHARACTER, name) for name in ("Ann", "Ben")]
    desk.novel = lambda: ImportedNovel("Notes", items=[note, note], entities=people)
    await opened(page)
    assert find(page, "import_go").text() == "Import 2 notes, 2 people"
    page.import_now()
    await page.tasks.finish()
    assert "0 words" not in report_of(page)


async def test_of_a_project_without_words_every_kind_is_counted(page, desk):
    notes = [ImportedItem(ItemKind.NOTE, name, in_manuscript=False) for name in "ABC"]
    scenes = [ImportedItem(ItemKind.SCENE, name) for name in ("Ebb", "Flood")]
    chapter = ImportedItem(ItemKind.CHAPTER, "One", children=scenes)
    desk.novel = lambda: ImportedNovel("Plan", items=[chapter, *notes])
    await opened(page)
    assert find(page, "import_go").text() == "Import 1 chapters, 2 scenes, 3 notes"
    page.import_now()
    await page.tasks.finish()
    assert "1 chapters, 2 scenes, 3 notes" in report_of(page)


async def test_of_many_kinds_without_words_the_button_says_how_many_items_there_are(page, desk):
    kinds = (ItemKind.FRONT, ItemKind.PART, ItemKind.BACK, ItemKind.NOTE)
    people = [ImportedEntity(EntityKind.CHARACTER, "Ann"), ImportedEntity(EntityKind.PLACE, "Sea")]
    desk.novel = lambda: ImportedNovel(
        "Plan", items=[ImportedItem(kind, "") for kind in kinds], entities=people
    )
    await opened(page)
    assert find(page, "import_go").text() == "Import 4 items, 2 of the story bible"


def keyed_novel():
    novel = make_novel()
    scene = novel.items[1].children[0].children[0]
    scene.label, scene.fields = "Red", [EntityField("Keywords", "tide"), EntityField("Eye", "Ann")]
    return replace(novel, labels=[ImportedChoice("Red")], label_name="Colour")


async def test_what_becomes_what_is_listed_with_counts(page, desk):
    desk.novel = keyed_novel
    await opened(page, Path("/nowhere/Tides.scrivx"))
    said = [label.text() for label in find(page, "import_mapping", QWidget).findChildren(QLabel)]
    names = find(page, "import_mapping", QWidget).findChildren(ElidedLabel)
    assert [each.text() for each in names] == [
        "Colour", "Keywords", "Eye", "Research and other texts",
    ]  # fmt: skip
    assert said == ["What becomes what", "1", "1", "1", "1", "Notes"]
    assert find(page, "import_use_label").text().strip() == "Label"
    await opened(page)
    desk.novel = make_novel
    await opened(page)
    shown = find(page, "import_mapping", QWidget).findChildren(ElidedLabel)
    assert [each.text() for each in shown if each.isVisible()] == ["Texts outside the manuscript"]


async def test_the_writer_chooses_what_labels_and_fields_become(page, desk):
    desk.novel = keyed_novel
    await opened(page, Path("/nowhere/Tides.scrivx"))
    button = find(page, "import_use_Eye")
    QTest.keyClick(button, Qt.Key.Key_Return)
    menu = button.findChild(QMenu, "import_use_Eyes")
    menu.findChild(QAction, "import_use_Eye_label").trigger()
    assert find(page, "import_use_label").text().strip() == "Custom field"
    page.import_now()
    await page.tasks.finish()
    (scene,) = [item for item in desk.made[0].walk() if item.title == "High water"]
    assert scene.label == "Ann"
    assert [each.name for each in desk.made[0].labels] == ["Ann"]
    assert scene.fields == [EntityField("Colour", "Red"), EntityField("Keywords", "tide")]


async def test_without_people_and_places_nothing_is_said_of_them(page):
    await opened(page)
    assert not find(page, "import_bible_counts", ElidedLabel).isVisible()


async def test_a_chinese_novel_counts_characters(page, desk):
    desk.novel = lambda: make_novel("zh")
    await opened(page)
    assert find(page, "import_go").text() == "Import 11 characters"
    language = find(page, "import_language", QComboBox)
    assert language.currentText() == "中文"
    language.setFocus()
    QTest.keyClick(language, Qt.Key.Key_Up)
    assert find(page, "import_go").text() == "Import 11 words"


async def test_another_option_reads_the_file_again_and_keeps_what_was_typed(page, desk):
    await opened(page)
    title = find(page, "import_title", QLineEdit)
    title.selectAll()
    QTest.keyClicks(title, "Mine")
    QTest.keyClick(page.check.made.tree, Qt.Key.Key_Home)
    QTest.keyClick(page.check.made.tree, Qt.Key.Key_Space)
    click_box(find(page, "import_keep_emphasis", QCheckBox))
    await page.tasks.finish()
    assert [options.keep_emphasis for _, options in desk.read] == [True, False]
    assert title.text() == "Mine"
    assert find(page, "import_go").text() == "Import 9 words"


async def test_reading_again_moves_neither_the_row_nor_the_focus(page):
    await opened(page)
    QTest.keyClick(page.check.made.tree, Qt.Key.Key_End)
    emphasis = find(page, "import_keep_emphasis", QCheckBox)
    emphasis.setFocus()
    QTest.keyClick(emphasis, Qt.Key.Key_Space)
    await page.tasks.finish()
    assert page.focusWidget() is emphasis
    assert page.check.made.tree.current_item().title == "Contents"


async def test_another_encoding_reads_the_file_again(page, desk, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("第一章 潮\n\n海水退了。\n".encode("gb18030"))
    await opened(page, path)
    encoding = find(page, "import_encoding", QComboBox)
    assert encoding.currentText() == "GB18030 (GBK, GB2312) (detected)"
    encoding.setFocus()
    QTest.keyClick(encoding, Qt.Key.Key_Down)
    await page.tasks.finish()
    assert desk.read[-1][1].encoding == "big5hkscs"
    assert encoding.currentText() == "Big5"
    assert "海水" not in page.check.preview.text.toPlainText()


async def test_an_encoding_under_the_mouse_shows_the_first_lines(page, tmp_path, qtbot):
    path = tmp_path / "a.txt"
    path.write_bytes("第一章 潮\n\n海水退了。\n".encode("gb18030"))
    await opened(page, path)
    before = page.check.preview.text.toPlainText()
    encoding = page.check.file.encoding
    encoding.showPopup()
    encoding.highlighted.emit(encoding.findText("Windows-1252"))
    await page.tasks.finish()
    assert "µÚÒ»ÕÂ" in page.check.preview.text.toPlainText()
    encoding.hidePopup()
    assert page.check.preview.text.toPlainText() == before


async def test_a_file_that_cannot_be_read_is_said_in_one_sentence(page, desk):
    desk.failures = [SourceNotTextError(NEAPS)]
    await opened(page)
    banner = find(page, "import_failure", QWidget)
    assert banner.isVisible()
    assert banner.accessibleName() == "“Neaps.txt” is not a text. Choose a text or Markdown file."
    assert find(page, "import_other_file").isVisible()
    assert not find(page, "import_go").isVisible()
    assert not find(page, "import_encoding", QComboBox).isVisible()


async def test_after_a_failure_another_file_starts_clean(page, desk):
    desk.failures = [SourceNotTextError(NEAPS)]
    await opened(page)
    await opened(page, OTHER)
    assert not find(page, "import_failure", QWidget).isVisible()


async def test_all_warnings_are_shown_when_asked_for(page, desk):
    kinds = (WarningKind.CONTENTS, WarningKind.AFTER_END, WarningKind.NO_CHAPTERS)
    desk.novel = lambda: replace(make_novel(), warnings=[ImportWarning(kind) for kind in kinds])
    await opened(page)
    banner = find(page, "import_warnings", QWidget)
    assert len(banner.accessibleName().splitlines()) == 2
    click(page, "import_show_warnings")
    assert len(banner.accessibleName().splitlines()) == 3
    assert not find(page, "import_show_warnings").isVisible()


async def test_a_second_reading_that_fails_leaves_the_first_as_it_was(page, desk):
    await opened(page)
    desk.failures = [SourceNotTextError(NEAPS)]
    click_box(find(page, "import_split_scenes", QCheckBox))
    await page.tasks.finish()
    assert find(page, "import_failure", QWidget).isVisible()
    assert find(page, "import_split_scenes", QCheckBox).isChecked()
    assert find(page, "import_go").isEnabled()


async def test_an_import_that_fails_keeps_everything_on_the_page(page, desk):
    await opened(page)
    desk.full = True
    click(page, "import_go")
    await page.tasks.finish()
    assert "Your text is safe" in find(page, "import_failure", QWidget).accessibleName()
    assert find(page, "import_go").isEnabled()
    assert not desk.imported


async def test_several_files_are_taken_one_after_another(page, desk):
    await opened(page, NEAPS, OTHER)
    assert find(page, "import_queue", QWidget).text() == "File 1 of 2"
    page.import_now()
    await page.tasks.finish()
    assert page.header.step is Step.CHECK
    assert desk.imported == []
    page.import_now()
    await page.tasks.finish()
    assert page.header.step is Step.DONE
    click(page, "import_open_2")
    assert desk.imported == [2]


async def test_the_next_file_brings_its_own_title(page, desk):
    await opened(page, NEAPS, OTHER)
    title = find(page, "import_title", QLineEdit)
    title.selectAll()
    QTest.keyClicks(title, "Mine")
    page.import_now()
    await page.tasks.finish()
    assert title.text() == "Neaps"


async def test_a_file_can_be_skipped(page, desk):
    await opened(page, NEAPS, OTHER)
    click(page, "import_skip")
    await page.tasks.finish()
    assert [path for path, _ in desk.read] == [NEAPS, OTHER]
    assert not find(page, "import_skip").isVisible()


async def test_escape_and_cancel_leave_without_importing(page, desk):
    await opened(page)
    QTest.keyClick(page.check.made.tree, Qt.Key.Key_Escape)
    click(page, "import_cancel")
    assert desk.cancelled == [True, True]
    assert not desk.made


async def test_a_reading_left_behind_changes_nothing(page, desk):
    desk.gates = [gate := asyncio.Event()]
    page.start([NEAPS])
    await until(lambda: desk.read)
    page.start([OTHER])
    gate.set()
    await page.tasks.finish()
    assert desk.stopped == [True]
    assert find(page, "import_file", QWidget).text() == "Other.md"
    assert find(page, "import_go").isEnabled()


async def test_a_long_reading_shows_its_share(page, desk):
    desk.gates = [gate := asyncio.Event()]
    page.start([NEAPS])
    await until(lambda: page.progress.visible_share == 0.5)
    gate.set()
    await page.tasks.finish()
    assert page.progress.visible_share is None


async def test_a_long_reading_can_be_stopped(page, desk):
    desk.gates = [gate := asyncio.Event()]
    page.start([NEAPS])
    stop = page.progress.cancel
    await until(stop.isVisible)
    assert stop.text() == "Stop reading"
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    gate.set()
    await page.tasks.finish()
    assert desk.stopped == [True]
    assert desk.cancelled == [True]


async def test_every_control_can_be_reached_by_tab(page):
    await opened(page)
    names = set()
    for _ in range(30):
        focused = page.focusWidget()
        names.add(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert names >= {
        "import_title", "import_author", "import_language", "import_encoding",
        "import_keep_emphasis", "import_split_scenes", "import_tree", "import_preview",
        "import_cancel", "import_go",
    }  # fmt: skip


@pytest.mark.corpus
async def test_a_whole_shelf_of_chapters_appears_at_once(page, desk):
    novel = await asyncio.to_thread(read_source, corpus("novels-en/war-and-peace.txt"))
    desk.novel = lambda: novel
    await opened(page)
    assert page.check.plan.words == novel.counts().words
    assert page.check.made.model.rowCount() > 10


def click_box(box):
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))


async def until(condition):
    """Turn the loop until the condition holds; the test's own timeout ends a hopeless wait."""
    loop = asyncio.get_running_loop()
    while not condition():
        turn = loop.create_future()
        loop.call_later(0.01, turn.set_result, None)
        await turn


async def test_asked_for_another_file_the_keys_go_to_the_button_that_chooses_it(page):
    await opened(page)
    page.hide()
    page.start()
    page.show()
    assert page.focusWidget() is find(page, "import_choose")


async def test_once_files_are_chosen_the_keys_go_to_what_will_be_made(page):
    page.activateWindow()
    assert page.focusWidget() is find(page, "import_choose")
    page.start([NEAPS])
    assert page.focusWidget() is page.check.made.tree
    assert page.focusWidget().accessibleName() == "What will be made"
    await page.tasks.finish()
    assert page.focusWidget() is page.check.made.tree


async def test_the_dialog_opens_where_the_last_manuscript_was(page, tmp_path):
    await opened(page, tmp_path / "Neaps.txt")
    page.start()
    dialog = page.choose_files()
    assert Path(dialog.directory().absolutePath()) == tmp_path
    dialog.reject()


def test_the_dialog_first_opens_among_the_documents(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    dialog = page.choose_files()
    assert Path(dialog.directory().absolutePath()) != tmp_path
    dialog.reject()


async def test_a_narrow_window_leaves_the_outline_room_for_its_titles(page):
    page.resize(836, 500)
    await opened(page)
    made, preview = page.check.made, page.check.preview
    assert made.width() > preview.width() * 1.4
    index = made.model.index(0, 0)
    layout = made.tree.rows.layout(made.tree, made.tree.visualRect(index), index)
    assert layout.title.width() > 80
