# SPDX-License-Identifier: MIT
"""The promises of the binder's model."""

import pytest
from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, Qt
from pytestqt.qtbot import QtBot

from novelist.domain.enums import ItemKind
from novelist.domain.outline import plan_move
from novelist.ui.binder.tree_model import BinderModel, ItemRole
from novelist.ui.widgets.row_look import RowRole
from tests.growth import assert_linear

CHAPTER, SCENE, NOTE = ItemKind.CHAPTER, ItemKind.SCENE, ItemKind.NOTE
MOVE = Qt.DropAction.MoveAction


@pytest.fixture
def model(qtbot, outline, statuses):
    model = BinderModel()
    model.set_outline(outline, statuses, "en")
    return model


def shown(model, parent_id=None):
    return list(model.tree.children(parent_id))


def words(model, item_id):
    return model.index_of(item_id).data(ItemRole.WORDS)


def carry_out(model, ids, parent_id, index):
    """Move as the store would, and tell the model."""
    plan = plan_move(model.tree.items.values(), ids, parent_id, index)
    for item_id, (parent, position) in plan.items():
        model.tree.items[item_id].parent_id = parent
        model.tree.items[item_id].position = position
    model.apply_changes({item_id: model.tree.items[item_id] for item_id in plan})


def test_the_model_keeps_qts_contract(model, qtmodeltester):
    qtmodeltester.check(model)


def test_children_stand_in_the_order_of_their_positions(model, outline):
    assert shown(model) == [1, 8, 15]
    assert shown(model, 1) == [2, 5]
    assert model.index(1, 0, model.index_of(2)).data() == "Scene 4"


def test_a_container_adds_up_the_words_inside(model):
    assert words(model, 2) == 70
    assert words(model, 1) == 70 + 130


def test_a_scene_outside_the_manuscript_is_not_added_up(model, outline):
    model.tree.items[3].in_manuscript = False
    model.refresh_item(3)
    assert (words(model, 3), words(model, 2), words(model, 1)) == (30, 40, 170)


def test_notes_add_up_in_their_folder(model):
    assert words(model, 15) == 100


def test_typing_changes_the_totals_by_the_difference(model, qtbot):
    model.tree.items[3].words = 1030
    with qtbot.waitSignal(model.dataChanged):
        model.refresh_item(3)
    assert (words(model, 2), words(model, 1), words(model, 8)) == (1070, 1200, 480)


def test_counts_are_grouped_and_parts_have_none(model):
    model.tree.items[3].words = 12345
    model.refresh_item(3)
    assert model.index_of(3).data(RowRole.COUNT) == QLocale().toString(12345)
    assert model.index_of(1).data(RowRole.COUNT) == ""


def test_chapters_are_numbered_through_the_novel(model):
    assert model.index_of(9).data() == "3  Chapter of 9"
    assert model.index_of(9).data(Qt.ItemDataRole.EditRole) == "Chapter of 9"


def test_chapters_of_a_chinese_novel_are_numbered_in_chinese(model, outline):
    model.set_outline(outline, (), "zh-CN")
    assert model.index_of(9).data() == "第三章　Chapter of 9"


def test_a_title_with_its_own_number_gets_none(model):
    model.tree.items[9].title = "CHAPTER III. Knights"
    model.refresh_item(9)
    assert model.index_of(9).data() == "CHAPTER III. Knights"


def test_an_untitled_scene_shows_its_first_words(model):
    model.tree.items[3].title = ""
    assert model.index_of(3).data() == "Untitled scene"
    model.set_excerpt(3, "The tide\ncame early.")
    assert model.index_of(3).data() == "The tide came early."
    assert model.index_of(3).data(ItemRole.UNTITLED)


def test_first_words_end_after_a_word(model):
    model.tree.items[3].title = ""
    model.set_excerpt(3, "The tide came early and " * 5)
    shown = model.index_of(3).data()
    assert shown == "The tide came early and The tide came early and The tide…"


def test_the_dot_has_the_hue_of_the_status(model):
    assert model.index_of(3).data(RowRole.DOT) == "ochre"
    assert model.index_of(2).data(RowRole.DOT) is None


def test_left_out_and_untitled_scenes_are_quieter(model):
    model.tree.items[3].in_manuscript, model.tree.items[4].title = False, ""
    assert [bool(model.index_of(n).data(RowRole.MUTED)) for n in (3, 4, 6, 16)] == [1, 1, 0, 0]


def test_renaming_asks_and_changes_nothing(model, qtbot):
    with qtbot.waitSignal(model.rename_requested) as asked:
        assert not model.setData(model.index_of(3), "  Low   water ")
    assert asked.args == [3, "Low water"]
    assert model.index_of(3).data() == "Scene 3"


def test_a_drop_asks_for_a_move(model, qtbot):
    data = model.mimeData([model.index_of(3), model.index_of(6)])
    with qtbot.waitSignal(model.move_requested) as asked:
        model.dropMimeData(data, MOVE, 1, 0, model.index_of(9))
    assert asked.args == [[3, 6], 9, 1]
    assert shown(model, 9) == [10, 11]


def test_what_is_dragged_with_its_parent_is_carried_once(model):
    data = model.mimeData([model.index_of(item_id) for item_id in (4, 2, 14)])
    assert model.dragged_ids(data) == [2, 14]


@pytest.mark.parametrize(
    ("dragged", "target"), [(1, 8), (2, 9), (1, 3), (2, 2), (15, 1), (3, 15), (16, 3)]
)
def test_impossible_places_refuse_a_drop(model, dragged, target):
    data = model.mimeData([model.index_of(dragged)])
    assert not model.canDropMimeData(data, MOVE, -1, -1, model.index_of(target))
    assert not model.dropMimeData(data, MOVE, -1, -1, model.index_of(target))


def test_a_foreign_drag_is_refused(model):
    data = BinderModel().mimeData([])
    data.setText("3")
    assert not model.canDropMimeData(data, MOVE, 0, 0, QModelIndex())


def test_a_move_keeps_persistent_indexes(model):
    moved, other = (
        QPersistentModelIndex(model.index_of(3)),
        QPersistentModelIndex(model.index_of(10)),
    )
    carry_out(model, [3], 9, 0)
    assert shown(model, 9) == [3, 10, 11]
    assert (moved.row(), moved.parent().data()) == (0, "3  Chapter of 9")
    assert (other.row(), other.data()) == (1, "Scene 10")


def test_a_move_takes_the_words_along(model):
    carry_out(model, [5], 8, 2)
    assert (words(model, 1), words(model, 8)) == (70, 480 + 130)
    assert shown(model, 8) == [9, 12, 5]


def test_moved_chapters_are_numbered_anew(model):
    carry_out(model, [12], 1, 0)
    numbers = [model.index_of(item_id).data(ItemRole.NUMBER) for item_id in (12, 2, 5, 9)]
    assert numbers == [1, 2, 3, 4]


def test_sorting_back_and_forth_needs_one_step(model, item):
    items = {n: item(n, SCENE, position=n) for n in range(100, 200)}
    model.apply_changes(items)
    items[100].position = 1000
    seen = []
    model.rowsMoved.connect(lambda *_: seen.append(1))
    model.apply_changes({100: items[100]})
    assert len(seen) == 1
    assert [found for found in shown(model) if found in items][-2:] == [199, 100]


def test_any_new_order_is_reached(model, item):
    items = {n: item(n, SCENE, position=n) for n in range(100, 110)}
    model.apply_changes(items)
    for number, position in zip(items, (7, 3, 9, 1, 8, 2, 6, 4, 0, 5), strict=True):
        items[number].position = position
    model.apply_changes(items)
    assert [items[found].position for found in shown(model) if found in items] == list(range(10))


def test_new_items_appear_with_their_children(model, item):
    scene = item(31, SCENE, "New scene", parent_id=30, words=5)
    chapter = item(30, CHAPTER, "New chapter", parent_id=8, position=1)
    model.apply_changes({31: scene, 30: chapter})
    assert shown(model, 8) == [30, 9, 12]
    assert shown(model, 30) == [31]
    assert words(model, 8) == 485


def test_removed_items_go_with_all_inside(model):
    model.apply_changes({}, [2, 3])
    assert shown(model, 1) == [5]
    assert words(model, 1) == 130
    assert not model.index_of(4).isValid()


def test_rows_cost_what_their_number_costs(model, item):
    def fill(chapters):
        items = [item(n, CHAPTER, f"Chapter {n}") for n in range(1, chapters + 1)]
        scenes = range(chapters + 1, 10 * chapters + 1)
        items += [item(n, SCENE, "", parent_id=n % chapters + 1, words=9) for n in scenes]
        model.set_outline(items)

    assert_linear(fill, 250)
    assert words(model, 1) == 81


def test_many_changes_at_once_end_in_the_same_tree(model, item, qtbot: QtBot):
    items = {n: item(n, SCENE, parent_id=2, words=1) for n in range(1000, 1400)}
    with qtbot.waitSignal(model.modelReset):
        model.apply_changes(items, [3])
    assert len(shown(model, 2)) == 401
    assert words(model, 2) == 440
    assert shown(model, 2)[0] == 4
