# SPDX-License-Identifier: MIT
"""The promises of the sheet "Export"."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QRadioButton, QWidget

from novelist.domain.enums import ExportFormat
from novelist.errors import DestinationError
from novelist.exporters.base import ExportWarning, WarningReason
from novelist.ui.exporting.form import ExportSubject
from novelist.ui.exporting.notices import Notices
from novelist.ui.exporting.sheet import ExportSheet

TIDES = ExportSubject("A Ledger of Small Tides", "en", 56345, 3)


def find(sheet, name, kind=QPushButton):
    return sheet.findChild(kind, name)


def press(sheet, name, kind=QPushButton):
    QTest.keyClick(find(sheet, name, kind), Qt.Key.Key_Space)


@pytest.fixture
def opened(sheet):
    sheet.open_for(TIDES)
    return sheet


def place(sheet):
    return find(sheet, "export_place", QLineEdit)


def test_it_says_what_goes_in_and_what_stays(opened):
    content = find(opened, "export_content", QWidget).text()
    assert content == "The whole manuscript, 56,345 words. 3 scenes are not in the manuscript."
    assert find(opened, "export_go").text() == "Export 56,345 words"


def test_a_chinese_novel_is_counted_in_characters(sheet):
    sheet.open_for(ExportSubject("雾港来信", "zh", 51630))
    assert find(sheet, "export_go").text() == "Export 51,630 characters"
    assert find(sheet, "export_content", QWidget).text().endswith("51,630 characters.")


def test_the_place_follows_the_format_and_the_files(opened, tmp_path):
    assert place(opened).text() == str(tmp_path / "A Ledger of Small Tides.md")
    press(opened, "export_html", QRadioButton)
    assert place(opened).text() == str(tmp_path / "A Ledger of Small Tides.html")
    QTest.mouseClick(find(opened, "segment_chapters", QWidget), Qt.MouseButton.LeftButton)
    assert place(opened).text() == str(tmp_path / "A Ledger of Small Tides")


@pytest.mark.parametrize("height", [560, 800])
def test_what_is_wrong_squeezes_nothing(opened, height, qtbot):
    opened.window().resize(880, height)
    place(opened).setText("/nowhere/at/all/novel.md")
    opened.export_now()
    problem = opened.form.findChild(QWidget, "export_problem")
    qtbot.waitUntil(lambda: not problem.visibleRegion().isEmpty())
    rows = [button.parentWidget() for button in opened.findChildren(QRadioButton)]
    for widget in (*rows, place(opened), problem):
        needed = widget.minimumSizeHint().height()
        qtbot.waitUntil(lambda widget=widget, needed=needed: widget.height() >= needed)


async def test_a_name_without_an_extension_gets_that_of_the_format(opened, desk, tmp_path):
    press(opened, "export_html", QRadioButton)
    place(opened).setText(str(tmp_path / "xyj"))
    press(opened, "export_go")
    await desk.tasks.finish()
    assert [output.name for output, *_ in desk.asked] == ["xyj.html"]


def test_a_name_of_another_format_is_warned_of(opened, tmp_path):
    press(opened, "export_html", QRadioButton)
    warning = find(opened, "export_warning", QWidget)
    place(opened).setText("")
    QTest.keyClicks(place(opened), str(tmp_path / "xyj.txt"))
    assert warning.isVisible()
    assert "“Plain text”" in warning.text()
    assert opened.form.output.name == "xyj.txt"
    press(opened, "export_text", QRadioButton)
    assert not warning.isVisible()


def test_a_press_on_the_line_below_a_format_chooses_it(opened):
    button = find(opened, "export_text", QRadioButton)
    row = button.parentWidget()
    below = row.rect().bottomLeft()
    below.setX(60)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=below)
    assert button.isChecked()


async def test_enter_exports_as_it_is_chosen_and_says_where(opened, desk, tmp_path):
    press(opened, "export_text", QRadioButton)
    press(opened, "export_go")
    await desk.tasks.finish()
    output = tmp_path / "A Ledger of Small Tides.txt"
    assert desk.asked == [(output, ExportFormat.TEXT, False)]
    assert find(opened, "export_path", QWidget).accessibleName() == str(output)
    press(opened, "export_reveal")
    assert desk.shown == [output]
    press(opened, "export_done")
    assert opened.isHidden()


async def test_one_file_per_chapter_goes_into_a_folder(opened, desk, tmp_path):
    QTest.mouseClick(find(opened, "segment_chapters", QWidget), Qt.MouseButton.LeftButton)
    press(opened, "export_go")
    await desk.tasks.finish()
    folder = tmp_path / "A Ledger of Small Tides"
    assert desk.asked == [(folder, ExportFormat.MARKDOWN, True)]


async def test_what_is_there_is_replaced_only_when_asked(opened, desk, tmp_path):
    (tmp_path / "A Ledger of Small Tides.md").write_text("older")
    press(opened, "export_go")
    question = find(opened, "export_question", QWidget)
    assert question.accessibleName() == "“A Ledger of Small Tides.md” is there already."
    assert not desk.asked
    press(opened, "export_replace")
    await desk.tasks.finish()
    assert len(desk.asked) == 1


def test_another_name_can_be_typed_at_once(opened, tmp_path, desk):
    (tmp_path / "A Ledger of Small Tides.md").write_text("older")
    press(opened, "export_go")
    press(opened, "export_rename")
    QTest.keyClicks(place(opened), "Second draft")
    assert place(opened).text() == str(tmp_path / "Second draft.md")
    assert not find(opened, "export_question", QWidget).isVisible()
    assert not desk.asked


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "Say where the file should go."),
        ("Tides.md", "This folder is not there. Choose another one."),
        ("/no/such/folder/Tides.md", "This folder is not there. Choose another one."),
    ],
)
def test_a_place_that_cannot_be_is_said_under_the_field(opened, desk, typed, problem):
    place(opened).selectAll()
    QTest.keyClick(place(opened), Qt.Key.Key_Delete)
    QTest.keyClicks(place(opened), typed)
    press(opened, "export_go")
    assert place(opened).problem == problem
    assert not desk.asked


async def test_a_failure_is_said_and_everything_stays_to_be_tried_again(opened, desk, tmp_path):
    desk.failure = DestinationError(tmp_path / "A.md")
    press(opened, "export_go")
    await desk.tasks.finish()
    failure = find(opened, "export_failure", QWidget)
    assert failure.accessibleName() == "“A.md” cannot be written there. Choose another folder."
    assert find(opened, "export_go").isEnabled()
    desk.failure = None
    press(opened, "export_go")
    await desk.tasks.finish()
    assert find(opened, "export_done").isVisible()


async def test_it_cannot_be_closed_while_it_writes(opened, desk):
    desk.gate = asyncio.Event()
    press(opened, "export_go")
    await desk.began.wait()
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert opened.isVisible()
    desk.gate.set()
    await desk.tasks.finish()
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert opened.isHidden()


async def test_writing_tells_how_far_it_is_and_can_be_stopped(opened, desk):
    desk.gate = asyncio.Event()
    press(opened, "export_go")
    await desk.began.wait()
    desk.work.report(0.5)
    assert find(opened, "export_cancel").isEnabled()
    press(opened, "export_cancel")
    assert desk.work.is_stopped()
    desk.gate.set()
    await desk.tasks.finish()
    assert opened.isVisible()
    assert find(opened, "export_go").isEnabled()
    assert not find(opened, "export_failure", QWidget).isVisible()


async def test_warnings_are_shown_with_the_path(opened, desk):
    desk.warnings = (ExportWarning(WarningReason.IMAGE_AS_TEXT, "", 2),)
    press(opened, "export_go")
    await desk.tasks.finish()
    warnings = find(opened, "export_warnings", QWidget)
    assert warnings.accessibleName() == "2 pictures are written as their descriptions."


async def test_the_folder_is_remembered(opened, desk, tmp_path):
    folder = tmp_path / "drafts"
    folder.mkdir()
    place(opened).setText(str(folder / "Tides.md"))
    press(opened, "export_go")
    await desk.tasks.finish()
    assert desk.folders == [folder]
    opened.close_sheet()
    opened.open_for(TIDES)
    assert Path(place(opened).text()).parent == folder
    assert find(opened, "export_go").isVisible()


def test_a_folder_that_is_gone_is_not_offered(theme, icons, desk, tmp_path, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    gone = tmp_path / "gone"
    sheet = ExportSheet(theme, icons, desk.tasks, window, export=desk.export, folder=gone)
    sheet.open_for(TIDES)
    assert sheet.form.check_place()


def test_the_system_is_asked_for_a_file_without_stopping(opened, tmp_path):
    dialog = opened.form.choose_place()
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(tmp_path / "Chosen.md"))
    assert place(opened).text() == str(tmp_path / "Chosen.md")
    dialog.close()


def test_a_folder_that_is_chosen_gets_a_folder_of_the_novel(opened, tmp_path):
    QTest.mouseClick(find(opened, "segment_chapters", QWidget), Qt.MouseButton.LeftButton)
    dialog = opened.form.choose_place()
    dialog.fileSelected.emit(str(tmp_path))
    assert place(opened).text() == str(tmp_path / "A Ledger of Small Tides")
    dialog.close()


@pytest.mark.parametrize("reason", list(WarningReason))
def test_every_warning_has_a_sentence(qapp, reason):
    sentence = Notices().sentence(ExportWarning(reason, "x", 2))
    assert sentence.startswith("2 ") or "“x”" in sentence, "it says neither how many nor which"
    assert sentence.endswith(".")


async def test_it_opens_whole_again_after_an_export(opened, desk):
    height = opened.form.height()
    press(opened, "export_go")
    await desk.tasks.finish()
    opened.close_sheet()
    opened.open_for(TIDES)
    assert (opened.form.isVisible(), opened.form.height()) == (True, height)
