# SPDX-License-Identifier: MIT
"""Rows look and behave alike in every list and tree."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QDragLeaveEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.item_delegate import Index
from novelist.ui.widgets.row_look import RowRole
from novelist.ui.widgets.row_view import RowList, RowTree
from tests.ui.drags import drag_enter, drag_move


def item(title: str, **roles: object) -> QStandardItem:
    made = QStandardItem(title)
    for name, value in roles.items():
        made.setData(value, RowRole[name.upper()])
    return made


@pytest.fixture
def tree(theme: Theme, icons: Icons, qtbot: QtBot) -> RowTree:
    tree = RowTree(theme, icons)
    qtbot.addWidget(tree)
    theme.lay_ground(tree, "side")
    model = QStandardItemModel(tree)
    part, chapter = item("Part one", section=True), item("The tide office", count="7,912")
    part.appendRow(chapter)
    chapter.appendRow(item("A quarter to four", dot="moss", count="1,904"))
    model.appendRow(part)
    tree.setModel(model)
    tree.resize(264, 300)
    tree.show()
    return tree


def chapter_of(tree: RowTree) -> QModelIndex:
    part = tree.model().index(0, 0)
    tree.expand(part)
    return tree.model().index(0, 0, part)


def click(qtbot: QtBot, tree: RowTree, point: QPoint) -> None:
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_a_click_on_a_chevron_opens_the_row_without_choosing_it(
    tree: RowTree, qtbot: QtBot
) -> None:
    chapter = chapter_of(tree)
    chevron = tree.rows.layout(tree, tree.visualRect(chapter), chapter).chevron
    click(qtbot, tree, chevron.center())
    assert tree.isExpanded(chapter)
    assert tree.currentIndex() != chapter


def test_a_click_on_the_title_chooses_the_row(tree: RowTree, qtbot: QtBot) -> None:
    chapter = chapter_of(tree)
    title = tree.rows.layout(tree, tree.visualRect(chapter), chapter).title
    click(qtbot, tree, title.center())
    assert tree.currentIndex() == chapter
    assert not tree.isExpanded(chapter)


def test_rows_are_of_one_height_and_grounds_are_inset(tree: RowTree, theme: Theme) -> None:
    chapter = chapter_of(tree)
    rect = tree.visualRect(chapter)
    ground = tree.rows.layout(tree, rect, chapter).ground
    assert rect.height() == theme.size("row") == 32
    assert (ground.left(), tree.viewport().width() - 1 - ground.right()) == (8, 8)


def test_scenes_stand_one_indent_below_their_chapter(tree: RowTree, theme: Theme) -> None:
    chapter = chapter_of(tree)
    tree.expand(chapter)
    scene = tree.model().index(0, 0, chapter)
    above = tree.rows.layout(tree, tree.visualRect(chapter), chapter).chevron.left()
    below = tree.rows.layout(tree, tree.visualRect(scene), scene).mark.left()
    assert below - above == theme.size("indent")


def test_the_title_never_runs_into_the_count(tree: RowTree) -> None:
    chapter = chapter_of(tree)
    pieces = tree.rows.layout(tree, tree.visualRect(chapter), chapter)
    assert pieces.title.right() < pieces.count.left()
    assert pieces.count.right() < pieces.ground.right()


def test_the_ring_shows_after_a_key_and_not_after_a_click(tree: RowTree, qtbot: QtBot) -> None:
    chapter = chapter_of(tree)
    click(qtbot, tree, tree.visualRect(chapter).center())
    assert not tree.rows.ring_visible
    qtbot.keyClick(tree, Qt.Key.Key_Up)
    assert tree.rows.ring_visible


def test_the_selection_is_blue_only_while_the_panel_is_used(
    tree: RowTree, theme: Theme, qtbot: QtBot
) -> None:
    with qtbot.waitActive(tree):
        tree.activateWindow()
    tree.setCurrentIndex(tree.model().index(0, 0))
    tree.setFocus()
    assert ground_colour(tree) == theme.colour("selected")
    tree.clearFocus()
    assert ground_colour(tree) == theme.colour("selected_idle")


def ground_colour(tree: RowTree) -> QColor:
    picture = tree.viewport().grab().toImage()
    return picture.pixelColor(10, 16)


def test_renaming_in_place_keeps_what_was_typed(tree: RowTree, qtbot: QtBot) -> None:
    chapter = chapter_of(tree)
    tree.setCurrentIndex(chapter)
    tree.edit(chapter)
    editor = tree.indexWidget(chapter)
    assert editor is not None
    qtbot.keyClicks(editor, "Slack")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: chapter.data() == "Slack")


def drag_to(tree: RowTree, point: QPoint) -> None:
    data = tree.model().mimeData([tree.model().index(0, 0)])
    for make in (drag_enter, drag_move):
        event = make(point, Qt.DropAction.CopyAction, data)
        QApplication.sendEvent(tree.viewport(), event)


def test_a_drag_shows_where_it_would_be_dropped(tree: RowTree, theme: Theme) -> None:
    tree.setDragDropMode(RowTree.DragDropMode.DragDrop)
    chapter = chapter_of(tree)
    rect = tree.visualRect(chapter)
    drag_to(tree, rect.center())
    assert tree.rows.drop_into == chapter
    into = tree.viewport().grab().toImage().pixelColor(12, rect.center().y())
    drag_to(tree, QPoint(rect.center().x(), rect.top() + 1))
    assert not tree.rows.drop_into.isValid()
    between = tree.viewport().grab().toImage().pixelColor(200, rect.top())
    assert (into, between) == (theme.colour("accent_soft"), theme.colour("accent"))
    QApplication.sendEvent(tree.viewport(), QDragLeaveEvent())
    after = tree.viewport().grab().toImage().pixelColor(200, rect.top())
    assert after == theme.colour("side")


def test_a_list_paints_every_kind_of_row(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    rows = RowList(theme, icons)
    qtbot.addWidget(rows)
    model = QStandardItemModel(rows)
    checked = item("Part one", icon="layers", count="6,120")
    checked.setCheckable(True)
    for row in (checked, item("Cut", muted=True), item("Tobias", note="brother", strong=True)):
        model.appendRow(row)
    rows.setModel(model)
    rows.show()
    for name in ("light", "dark", "sepia"):
        theme.set_choice(name)
        assert not rows.grab().isNull()


def test_a_new_theme_lays_the_rows_out_once(tree: RowTree, theme: Theme, qtbot: QtBot) -> None:
    tree.setUniformRowHeights(False)
    tree.expandAll()
    tree.show()
    measured: list[str] = []
    measure = tree.rows.sizeHint

    def count(option: QStyleOptionViewItem, index: Index) -> QSize:
        measured.append(index.data())
        return measure(option, index)

    tree.rows.sizeHint = count
    theme.set_choice("dark" if theme.name == "light" else "light")
    qtbot.waitUntil(lambda: bool(measured))
    QApplication.processEvents()
    assert sorted(measured) == sorted({*measured})


def test_long_words_at_the_right_end_leave_room_for_the_title(
    theme: Theme, icons: Icons, qtbot: QtBot
) -> None:
    rows = RowList(theme, icons)
    qtbot.addWidget(rows)
    model = QStandardItemModel(rows)
    model.appendRow(item("She woke and it was winter", count="人自冬天起就住在这座城里" * 9))
    rows.setModel(model)
    rows.resize(400, 100)
    delegate = rows.itemDelegate()
    pieces = delegate.layout(rows, QRect(0, 0, 400, 32), model.index(0, 0))
    assert pieces.ground.contains(pieces.count)
    assert pieces.title.width() > pieces.count.width()
    assert pieces.title.right() < pieces.count.left()
