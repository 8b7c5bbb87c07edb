# SPDX-License-Identifier: MIT
"""The shelf says what is wished for, by mouse and by key, and never loses its place."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QContextMenuEvent, QDropEvent, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from novelist.ui.icons import Icons
from novelist.ui.shelf.grid import CoverGrid
from novelist.ui.shelf.open_button import open_button_rect
from novelist.ui.shelf.panel import ShelfPanel
from novelist.ui.theme import THEME_NAMES, Theme
from tests.ui.drags import drag_enter, let_go

TITLES = ("A Ledger of Small Tides", "雾港来信", "Nine Winters North")


@pytest.fixture
def shelf(theme: Theme, icons: Icons, qtbot: QtBot, make_card) -> ShelfPanel:
    shelf = ShelfPanel(theme, icons)
    qtbot.addWidget(shelf)
    shelf.resize(1216, 768)
    shelf.show_novels([make_card(row + 1, title) for row, title in enumerate(TITLES)])
    shelf.show()
    with qtbot.waitActive(shelf):
        shelf.activateWindow()
    shelf.show_page("shelf")
    return shelf


def cover(shelf: ShelfPanel, row: int) -> QPoint:
    grid = shelf.page_widget().grid
    return grid.visualRect(grid.model().index(row, 0)).center()


def grid_of(shelf: ShelfPanel) -> CoverGrid:
    return shelf.page_widget().grid


def press(qtbot: QtBot, shelf: ShelfPanel, name: str) -> None:
    button = shelf.window().findChild(QWidget, name)
    assert button.isVisible(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_click_on_a_cover_chooses_the_novel_and_keys_act_on_it(
    shelf: ShelfPanel, qtbot: QtBot
) -> None:
    viewport, place = grid_of(shelf).viewport(), cover(shelf, 1)
    with qtbot.assertNotEmitted(shelf.open_requested):
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(shelf.trash_requested) as deleted:
        qtbot.keyClick(grid_of(shelf), Qt.Key.Key_Delete)
    assert deleted.args == [2]


def test_a_double_click_on_a_cover_opens_the_novel(shelf: ShelfPanel, qtbot: QtBot) -> None:
    viewport, place = grid_of(shelf).viewport(), cover(shelf, 1)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(shelf.open_requested) as opened:
        qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [2]


def test_one_click_on_the_button_of_a_cover_opens_it(shelf: ShelfPanel, qtbot: QtBot) -> None:
    grid = grid_of(shelf)
    cell = grid.visualRect(grid.model().index(1, 0))
    place = open_button_rect(grid.cards.cover_rect(cell)).center()
    with qtbot.waitSignal(shelf.open_requested) as opened:
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [2]


def test_one_click_on_the_tile_begins_a_novel(shelf: ShelfPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shelf.create_requested):
        qtbot.mouseClick(grid_of(shelf).viewport(), Qt.MouseButton.LeftButton, pos=cover(shelf, 3))


def test_arrows_move_and_enter_opens(shelf: ShelfPanel, qtbot: QtBot) -> None:
    grid = grid_of(shelf)
    grid.select_novel(1)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    with qtbot.waitSignal(shelf.open_requested) as opened:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args == [3]
    assert grid.cards.ring_visible


@pytest.mark.parametrize("name", ["new_novel", "start_writing"])
def test_buttons_ask_for_a_new_novel(shelf: ShelfPanel, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(shelf.create_requested):
        press(qtbot, shelf, name)


def test_the_tile_at_the_end_asks_for_a_new_novel(shelf: ShelfPanel, qtbot: QtBot) -> None:
    grid = grid_of(shelf)
    qtbot.keyClick(grid, Qt.Key.Key_End)
    with qtbot.waitSignal(shelf.create_requested):
        qtbot.keyClick(grid, Qt.Key.Key_Return)


@pytest.mark.parametrize("name", ["import_manuscript", "start_importing"])
def test_import_without_files_asks_for_one(shelf: ShelfPanel, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(shelf.import_requested) as wished:
        press(qtbot, shelf, name)
    assert wished.args == [[]]


def test_the_sample_novel_can_be_opened(shelf: ShelfPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shelf.sample_requested):
        press(qtbot, shelf, "start_sample")


def test_the_start_card_can_be_put_away(shelf: ShelfPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shelf.start_card_dismissed):
        press(qtbot, shelf, "start_dismiss")
    assert shelf.findChild(QWidget, "start_card").isHidden()


def rename(shelf: ShelfPanel, qtbot: QtBot, title: str) -> QLineEdit:
    grid = grid_of(shelf)
    grid.select_novel(3)
    qtbot.keyClick(grid, Qt.Key.Key_F2)
    editor = grid.viewport().findChild(QLineEdit, "rename_novel")
    editor.selectAll()
    qtbot.keyClicks(editor, title)
    return editor


def test_f2_renames_in_place(shelf: ShelfPanel, qtbot: QtBot) -> None:
    editor = rename(shelf, qtbot, "  Ten   Winters ")
    with qtbot.waitSignal(shelf.rename_requested) as wished:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert wished.args == [3, "Ten Winters"]
    assert grid_of(shelf).model().index(2, 0).data() == "Ten Winters"


def test_enter_ends_renaming_and_opens_nothing(shelf: ShelfPanel, qtbot: QtBot) -> None:
    editor = rename(shelf, qtbot, "Ten Winters")
    with qtbot.assertNotEmitted(shelf.open_requested):
        qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_escape_keeps_the_title(shelf: ShelfPanel, qtbot: QtBot) -> None:
    editor = rename(shelf, qtbot, "Ten Winters")
    with qtbot.assertNotEmitted(shelf.rename_requested):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert grid_of(shelf).model().index(2, 0).data() == "Nine Winters North"


def test_a_title_being_typed_survives_a_refresh(shelf: ShelfPanel, qtbot: QtBot, make_card) -> None:
    editor = rename(shelf, qtbot, "Ten")
    cards = [make_card(row + 1, title, words=9) for row, title in enumerate(TITLES)]
    shelf.show_novels(cards)
    assert editor.text() == "Ten"


def test_delete_throws_away(shelf: ShelfPanel, qtbot: QtBot) -> None:
    grid_of(shelf).select_novel(2)
    with qtbot.waitSignal(shelf.trash_requested) as wished:
        qtbot.keyClick(grid_of(shelf), Qt.Key.Key_Delete)
    assert wished.args == [2]


def actions_of(shelf: ShelfPanel, name: str) -> dict[str, QAction]:
    menu = shelf.findChild(QMenu, name)
    return {action.text(): action for action in menu.actions() if action.text()}


def test_the_menu_key_opens_the_menu_of_the_chosen_novel(shelf: ShelfPanel, qtbot: QtBot) -> None:
    grid = grid_of(shelf)
    grid.select_novel(2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(grid.viewport(), event)
    actions = actions_of(shelf, "novel_menu")
    assert list(actions) == ["Open", "Rename", "Novel details…", "Move to trash"]
    with qtbot.waitSignal(shelf.trash_requested) as wished:
        actions["Move to trash"].trigger()
    assert wished.args == [2]


def test_the_choice_stays_with_the_novel(shelf: ShelfPanel, make_card) -> None:
    grid_of(shelf).select_novel(3)
    shelf.show_novels([make_card(3, TITLES[2]), make_card(1, TITLES[0])])
    assert grid_of(shelf).current_id == 3


@pytest.mark.parametrize(("words", "found"), [("tides", [1]), ("雾港", [2]), ("FARROW", [1, 2, 3])])
def test_the_search_field_finds_titles_and_authors(
    shelf: ShelfPanel, qtbot: QtBot, words: str, found: list[int]
) -> None:
    shelf.findChild(QLineEdit, "shelf_search").setText(words)
    assert [card.id for card in shelf.novels.model.shown] == found
    assert shelf.novels.model.rowCount() == len(found)


def test_a_search_without_a_hit_offers_every_novel(shelf: ShelfPanel, qtbot: QtBot) -> None:
    shelf.findChild(QLineEdit, "shelf_search").setText("harbour")
    page = shelf.novels.nothing_found
    assert page.isVisible()
    assert page.sentence == "“harbour” is not on the shelf."
    qtbot.mouseClick(page.link, Qt.MouseButton.LeftButton)
    assert len(shelf.novels.model.shown) == 3


def test_an_empty_shelf_offers_one_first_action(shelf: ShelfPanel, qtbot: QtBot) -> None:
    shelf.show_novels([])
    shown = [
        button
        for button in shelf.findChildren(QPushButton)
        if button.isVisible() and button.property("primary")
    ]
    assert [button.accessibleName() for button in shown] == ["Start writing"]
    with qtbot.waitSignal(shelf.create_requested):
        qtbot.mouseClick(shown[0], Qt.MouseButton.LeftButton)


def mime(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(shelf: ShelfPanel, data: QMimeData) -> bool:
    copy, button, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = drag_enter(QPoint(600, 400), copy, data)
    enter.ignore()
    QApplication.sendEvent(shelf, enter)
    return let_go(shelf, enter, QDropEvent(QPointF(600, 400), copy, data, button, keys))


def test_a_file_dropped_on_the_shelf_is_brought_in(
    shelf: ShelfPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "draft.md"
    file.write_text("# One")
    with qtbot.waitSignal(shelf.import_requested) as wished:
        assert drop(shelf, mime(file))
    assert wished.args == [[str(file)]]


def test_a_folder_that_is_a_project_is_brought_in(
    shelf: ShelfPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "nwProject.nwx").write_text("<novelWriterXML/>")
    with qtbot.waitSignal(shelf.import_requested) as wished:
        assert drop(shelf, mime(tmp_path))
    assert wished.args == [[str(tmp_path)]]


def test_anything_but_a_file_is_refused(shelf: ShelfPanel, tmp_path: Path) -> None:
    text = QMimeData()
    text.setText("a sentence")
    assert not drop(shelf, text)
    assert not drop(shelf, mime(tmp_path))


@pytest.fixture
def trash(shelf: ShelfPanel, make_card) -> ShelfPanel:
    gone = datetime.now(UTC)
    shelf.show_trash([make_card(7, "Slack", deleted_at=gone, chapters=2, scenes=5, words=900)])
    shelf.show_page("trash")
    return shelf


def test_a_click_in_the_trash_only_chooses(trash: ShelfPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(trash.restore_requested):
        qtbot.mouseClick(grid_of(trash).viewport(), Qt.MouseButton.LeftButton, pos=cover(trash, 0))
        qtbot.mouseDClick(grid_of(trash).viewport(), Qt.MouseButton.LeftButton, pos=cover(trash, 0))
    with qtbot.waitSignal(trash.restore_requested) as wished:
        press(qtbot, trash, "restore_novel")
    assert wished.args == [7]


def test_deleting_for_ever_names_the_loss_first(trash: ShelfPanel, qtbot: QtBot) -> None:
    grid_of(trash).select_novel(7)
    with qtbot.assertNotEmitted(trash.purge_requested):
        qtbot.keyClick(grid_of(trash), Qt.Key.Key_Delete)
    sheet = trash.findChild(QWidget, "purge_sheet")
    assert sheet.accessibleName() == "Delete “Slack” for ever"
    assert "2 chapters, 5 scenes and 900 words" in sheet.loss.text()
    with qtbot.waitSignal(trash.purge_requested) as wished:
        press(qtbot, trash, "purge_confirm")
    assert wished.args == [7]


def test_enter_in_the_sheet_keeps_the_novel(trash: ShelfPanel, qtbot: QtBot) -> None:
    grid_of(trash).select_novel(7)
    press(qtbot, trash, "purge_novel")
    keep = trash.findChild(QPushButton, "purge_keep")
    assert keep.hasFocus()
    with qtbot.assertNotEmitted(trash.purge_requested):
        qtbot.keyClick(keep, Qt.Key.Key_Space)
    assert trash.findChild(QWidget, "purge_sheet").isHidden()


def test_each_question_is_about_the_novel_that_is_chosen(
    trash: ShelfPanel, make_card, qtbot: QtBot
) -> None:
    gone = datetime.now(UTC)
    trash.show_trash([make_card(7, "Slack", deleted_at=gone), make_card(8, "Ebb", deleted_at=gone)])
    for novel, title in ((7, "Slack"), (8, "Ebb"), (7, "Slack")):
        grid_of(trash).select_novel(novel)
        press(qtbot, trash, "purge_novel")
        (sheet,) = trash.findChildren(QWidget, "purge_sheet")
        assert sheet.accessibleName() == f"Delete “{title}” for ever"
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)
        assert sheet.isHidden()


def test_an_empty_trash_says_so(shelf: ShelfPanel) -> None:
    shelf.show_trash([])
    shelf.show_page("trash")
    assert shelf.trash.empty.sentence == "Nothing has been thrown away."
    assert shelf.trash.empty.isVisible()


@pytest.mark.parametrize(("width", "columns"), [(960, 4), (1216, 6), (1376, 6), (1856, 8)])
def test_covers_fill_the_width_and_share_the_edges_of_the_page(
    shelf: ShelfPanel, qtbot: QtBot, make_card, width: int, columns: int
) -> None:
    shelf.show_novels([make_card(row + 1) for row in range(30)])
    shelf.resize(width, 700)
    grid = grid_of(shelf)
    qtbot.waitUntil(lambda: first_row(grid) == columns)
    left = grid.viewport().mapTo(shelf, grid.visualRect(grid.model().index(0, 0)).topLeft()).x()
    qtbot.waitUntil(lambda: shelf.novels.header.geometry().left() == left + 16)


def first_row(grid: CoverGrid) -> int:
    rects = [grid.visualRect(grid.model().index(row, 0)) for row in range(grid.model().rowCount())]
    return sum(rect.top() == rects[0].top() for rect in rects)


def test_the_shelf_is_drawn_in_every_theme(shelf: ShelfPanel, theme: Theme) -> None:
    for name in THEME_NAMES:
        theme.set_choice(name)
        assert shelf.palette().color(QPalette.ColorRole.Window) == theme.colour("page")
        assert not shelf.grab().isNull()
