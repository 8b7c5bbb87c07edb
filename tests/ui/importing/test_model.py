# SPDX-License-Identifier: MIT
"""The promises of the tree "What will be made"."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from novelist.domain.enums import ItemKind
from novelist.ui.importing.model import KindRole, PlanModel
from novelist.ui.importing.plan import ImportPlan
from novelist.ui.importing.tree import PlanTree
from novelist.ui.widgets.row_look import RowRole
from tests.ui.importing.conftest import make_novel

CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def model(qapp):
    model = PlanModel()
    model.tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    model.set_plan(ImportPlan(make_novel()))
    return model


@pytest.fixture
def tree(theme, icons, model, qtbot):
    tree = PlanTree(theme, icons, model)
    tree.resize(480, 400)
    tree.show()
    tree.expandAll()
    tree.setFocus()
    tree.setCurrentIndex(model.index(0, 0))
    qtbot.addWidget(tree)
    return tree


def at(model, *rows):
    index = model.index(rows[0], 0)
    for row in rows[1:]:
        index = model.index(row, 0, index)
    return index


def test_a_row_says_title_kind_and_words(model):
    scene = at(model, 1, 0, 0)
    assert scene.data() == "High water"
    assert scene.data(KindRole.KIND) == ItemKind.SCENE
    assert scene.data(RowRole.COUNT) == "3"
    assert scene.data(Qt.ItemDataRole.AccessibleTextRole) == "High water, Scene, 3 words"


def test_a_scene_without_a_title_is_called_by_how_it_begins(model):
    assert at(model, 1, 0, 1).data() == "“Nobody slept.…”"


def test_unchecking_a_row_tells_its_parents(model, qtbot):
    with qtbot.waitSignal(model.plan_changed):
        model.setData(at(model, 1, 0, 0), Qt.CheckState.Unchecked, CHECK)
    assert at(model, 1).data(CHECK) == Qt.CheckState.PartiallyChecked
    assert at(model, 1, 0, 0).data(RowRole.MUTED)
    assert at(model, 1).data(RowRole.COUNT) == "6"


def test_a_container_made_a_text_swallows_its_rows_and_gives_them_back(model):
    chapter = at(model, 1, 0)
    model.set_kind(chapter, ItemKind.SCENE)
    assert model.rowCount(chapter) == 0
    model.set_kind(chapter, ItemKind.CHAPTER)
    assert model.rowCount(chapter) == 2


def test_what_is_outside_the_manuscript_says_so(model):
    model.set_kind(at(model, 2), ItemKind.SCENE)
    assert at(model, 2).data(RowRole.NOTE) is None
    model.set_kind(at(model, 2), ItemKind.NOTE)
    assert at(model, 2).data(RowRole.MUTED)


def test_space_leaves_out_and_takes_in(tree, model):
    QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert at(model, 1).data(CHECK) == Qt.CheckState.Unchecked
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert at(model, 1).data(CHECK) == Qt.CheckState.Checked


def test_a_press_on_the_check_box_leaves_out(tree, model):
    index = at(model, 1, 1)
    check = tree.rows.layout(tree, tree.visualRect(index), index).check
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=check.center())
    assert index.data(CHECK) == Qt.CheckState.Unchecked


def test_a_press_on_the_title_only_chooses_the_row(tree, model):
    index = at(model, 1, 1)
    title = tree.rows.layout(tree, tree.visualRect(index), index).title
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=title.center())
    assert tree.currentIndex() == index
    assert index.data(CHECK) == Qt.CheckState.Checked


def test_enter_opens_the_kinds_and_an_arrow_and_enter_choose_one(tree, model):
    tree.setCurrentIndex(at(model, 1, 1, 0))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions()] == ["Scene", "Note"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert at(model, 1, 1, 0).data(KindRole.KIND) == ItemKind.NOTE


def test_a_press_on_the_kind_opens_the_kinds(tree, model):
    place = tree.delegate.kind_rect(tree.visualRect(at(model, 0)), at(model, 0))
    press = QPoint(place.left() + 4, place.center().y())
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=press)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_the_columns_are_no_wider_than_what_is_in_them(tree, model):
    scene = at(model, 1, 0, 0)
    rect, words = tree.visualRect(scene), QFontMetrics(tree.theme.font("small"))
    kind = tree.delegate.kind_rect(rect, scene)
    assert kind.width() < words.horizontalAdvance("Chapter") + 24
    assert kind.right() > rect.right() - words.horizontalAdvance("8") - 40
    preface = at(model, 0)
    wide = tree.delegate.kind_rect(rect, preface)
    assert wide.right() == kind.right()
    assert wide.width() > words.horizontalAdvance("Front matter"), "its own words are not cut"
    layout = tree.rows.layout(tree, rect, preface)
    assert layout.title.right() < wide.left()


def test_what_the_file_had_thrown_away_is_shown_in_the_trash(qapp):
    novel = make_novel()
    novel.items[1].children[0].is_trashed = True
    model = PlanModel()
    model.set_plan(ImportPlan(novel))
    assert at(model, 1, 0).data(RowRole.NOTE) == "in Trash"
    assert at(model, 1, 0, 0).data(RowRole.NOTE) is None
    assert at(model, 1, 0, 0).data(RowRole.MUTED)
