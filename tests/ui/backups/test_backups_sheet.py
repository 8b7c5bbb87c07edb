# SPDX-License-Identifier: MIT
"""The sheet "Backups" by itself: what stands where, and what is said of a backup."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from novelist.db.backups.check import Totals
from novelist.domain.document import document_of
from novelist.domain.enums import BackupReason, ItemKind
from novelist.errors import BackupDamagedError
from novelist.services.library.backups import Backup, Contents, ItemPreview, NovelPreview
from novelist.ui.backups.sheet import BackupsSheet
from novelist.ui.backups.words import BackupWords
from novelist.ui.editor.page import PageSettings
from novelist.ui.tasks import Tasks
from novelist.ui.widgets.row_look import RowRole
from novelist.ui.widgets.text_label import Hairline

MADE = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
GOOD = Backup(
    Path("Harbour.novelist"), MADE, BackupReason.ASKED, 2_000, True, Totals(2, 700, characters=300)
)
HARBOUR = NovelPreview(1, "Harbour", "en", 400, False, "a")
LETTERS = NovelPreview(2, "雾港来信", "zh-Hans", 300, False, "b")


def contents_of(novels):
    han = sum(novel.words for novel in novels if novel is LETTERS)
    return Contents(Totals(len(novels), sum(n.words for n in novels), characters=han), novels)


class Source:
    """Some backups; those in ``damaged`` cannot be looked into."""

    def __init__(self, *made: Backup, novels=(HARBOUR, LETTERS)) -> None:
        self.made, self.novels, self.damaged = list(made), novels, set()
        self.asked = []
        self.rows = [ItemPreview(1, ItemKind.SCENE, "The tide", 7, 0, "The tide went out.")]

    async def backups(self):
        return self.made

    async def look_into(self, path):
        if path in self.damaged:
            raise BackupDamagedError(path, "a page is not whole")
        found = next(each for each in self.made if each.path == path)
        return found, contents_of(self.novels)

    async def outline(self, path, novel_id):
        self.asked.append(novel_id)
        return self.rows

    async def text(self, path, item_id):
        return document_of("The tide went out.", f"Item {item_id} of {path.name}.")

    @property
    def page_settings(self):
        return PageSettings()

    async def now(self):
        return None


@pytest.fixture
def open_sheet(qtbot, theme, icons):
    """A function that shows the sheet with a source, and waits until it is filled."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()

    async def opened(source, *, library_is_open=True):
        tasks = Tasks(window, lambda error: pytest.fail(repr(error)))
        sheet = BackupsSheet(theme, icons, tasks, window, source)
        sheet.open_backups(library_is_open=library_is_open)
        await tasks.finish()
        sheet.tasks = tasks
        return sheet

    return opened


def top_of(widget: QWidget, sheet: QWidget) -> int:
    """Where a widget begins in the sheet."""
    return widget.mapTo(sheet, QPoint()).y()


async def test_the_rows_end_at_a_line_above_the_buttons(open_sheet):
    sheet = await open_sheet(Source(GOOD))
    button = sheet.findChild(QWidget, "backups_now")
    rule = next(each for each in sheet.findChildren(Hairline) if each.isVisible())
    rows_end = top_of(sheet.list, sheet) + sheet.list.height()
    assert rows_end == top_of(rule, sheet)
    assert top_of(button, sheet) == rows_end + rule.height() + 8


async def test_a_novel_can_be_opened_by_its_chevron_before_it_is_chosen(open_sheet, qtbot):
    source = Source(GOOD)
    sheet = await open_sheet(source)
    tree = sheet.preview.tree
    second = tree.model().index(1, 0)
    chevron = tree.rows.layout(tree, tree.visualRect(second), second).chevron
    assert (source.asked, tree.model().rowCount(second)) == ([1], 0)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=chevron.center())
    await sheet.tasks.finish()
    assert source.asked == [1, 2]
    assert tree.isExpanded(second)
    assert tree.model().index(0, 0, second).data() == "The tide"
    assert tree.currentIndex().row() == 0


async def test_a_novel_found_to_be_empty_loses_its_chevron(open_sheet):
    source = Source(GOOD)
    source.rows = []
    sheet = await open_sheet(source)
    tree = sheet.preview.tree
    first, second = tree.model().index(0, 0), tree.model().index(1, 0)
    assert (tree.model().hasChildren(first), tree.model().hasChildren(second)) == (False, True)
    tree.expand(second)
    await sheet.tasks.finish()
    assert source.asked == [1, 2]


async def test_a_damaged_backup_is_marked_without_a_count_or_a_file_name(open_sheet):
    source = Source(GOOD)
    source.damaged.add(GOOD.path)
    sheet = await open_sheet(source)
    row = sheet.list.currentIndex()
    assert row.data(RowRole.ICON_INK) == "warning"
    assert row.data(RowRole.COUNT) is None
    assert row.data(Qt.ItemDataRole.AccessibleTextRole).endswith(", damaged")
    trouble = sheet.findChild(QWidget, "backup_trouble")
    assert trouble.accessibleName() == "This backup is damaged. Choose another one."


async def test_buttons_that_cannot_be_pressed_say_why(open_sheet):
    source = Source(GOOD)
    sheet = await open_sheet(source, library_is_open=False)
    copy, restore = (sheet.findChild(QWidget, f"backups_{name}") for name in ("copy", "restore"))
    assert (copy.isEnabled(), copy.toolTip()) == (False, "No library is open.")
    assert (restore.isEnabled(), restore.toolTip()) == (True, "")
    source.damaged.add(GOOD.path)
    sheet.open_backups(library_is_open=True)
    await sheet.tasks.finish()
    for button in (copy, restore):
        assert (button.isEnabled(), button.toolTip()) == (False, "This backup is damaged.")


def colours_at(sheet, x):
    """The colours of the card from top to bottom, in that column of pixels of the sheet."""
    image = sheet.grab().toImage()
    return {image.pixelColor(x, y).name() for y in range(sheet.height() // 2, 745)}


@pytest.mark.parametrize("made", [(), (GOOD,)])
async def test_a_footer_without_buttons_is_not_drawn(open_sheet, theme, made):
    theme.set_reduced_motion(True)
    sheet = await open_sheet(Source(*made))
    ground = theme.colour("window").name()
    assert (ground in colours_at(sheet, sheet.width() // 2)) is bool(made)


async def test_each_novel_is_counted_as_its_language_counts(open_sheet):
    sheet = await open_sheet(Source(GOOD))
    rows = sheet.preview.tree.model()
    counts = [rows.index(row, 0).data(RowRole.COUNT) for row in range(2)]
    assert counts == ["400 words", "300 characters"]
    said = sheet.findChild(QWidget, "backup_holds").text()
    assert said == "2 novels, 400 words and 300 characters"


@pytest.mark.parametrize(
    ("totals", "said"),
    [
        (Totals(1, 400), "400 words"),
        (Totals(1, 300, characters=300), "300 characters"),
        (Totals(2, 700, characters=300), "700 in all"),
        (Totals(2, 700, characters=None), "700 in all"),
    ],
)
async def test_the_figure_of_a_backup_has_its_unit(open_sheet, totals, said):
    sheet = await open_sheet(Source(replace(GOOD, totals=totals)))
    assert sheet.list.currentIndex().data(RowRole.COUNT) == said


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (Totals(2, 700, characters=300), "as much as now"),
        (Totals(2, 705, characters=300), "5 words fewer than now"),
        (Totals(2, 698, characters=298), "2 characters more than now"),
        (Totals(2, 703, characters=305), "2 words more than now and 5 characters fewer than now"),
    ],
)
def test_a_backup_is_compared_in_the_units_of_its_novels(qapp, now, said):
    assert BackupWords().compared(GOOD.totals, now) == said


@pytest.mark.parametrize("characters", [(None, 0), (0, None), (None, None)])
def test_a_backup_whose_characters_were_not_counted_holds_as_many_words(qapp, characters):
    then, now = (Totals(1, 400, characters=each) for each in characters)
    assert BackupWords().compared(then, now) == "as many words as now"


async def test_a_scene_of_a_backup_is_opened_for_reading(open_sheet):
    sheet = await open_sheet(Source(GOOD))
    preview, tree = sheet.preview, sheet.preview.tree
    assert not preview.read.isEnabled()
    tree.setCurrentIndex(tree.model().index(0, 0, tree.model().index(0, 0)))
    preview.read.click()
    await sheet.tasks.finish()
    assert preview.reader.isVisible()
    assert preview.reader.text.toPlainText().startswith("The tide went out.")
    QTest.keyClicks(preview.reader.text, "x")
    assert preview.reader.text.toPlainText().startswith("The tide")
    QTest.keyClick(preview.reader.text, Qt.Key.Key_Escape)
    assert not preview.reader.isVisible()
    assert sheet.isVisible()
    assert tree.hasFocus()


async def test_a_scene_is_opened_by_enter_and_another_backup_takes_it_away(open_sheet):
    other = replace(GOOD, path=Path("Other.novelist"))
    sheet = await open_sheet(Source(GOOD, other))
    tree = sheet.preview.tree
    tree.setCurrentIndex(tree.model().index(0, 0, tree.model().index(0, 0)))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    await sheet.tasks.finish()
    assert sheet.preview.reader.isVisible()
    sheet.show_file(other)
    assert not sheet.preview.reader.isVisible()
    await sheet.tasks.finish()
