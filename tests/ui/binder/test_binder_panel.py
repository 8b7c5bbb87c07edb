# SPDX-License-Identifier: MIT
"""The promises of the binder's panel, kept with keys, clicks and drags."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from novelist.db.models import Label
from novelist.domain.enums import ItemKind
from novelist.domain.outline import plan_move
from novelist.ui.binder.panel import BinderPanel
from novelist.ui.widgets.row_look import RowRole
from tests.ui.drags import drag, drag_enter

SCENE, CHAPTER, NOTE = ItemKind.SCENE, ItemKind.CHAPTER, ItemKind.NOTE
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
LABELS = [Label(id=5, novel_id=1, name="The second tide", hue="teal", position=0)]
ALL_OPEN = {1, 2, 5, 8, 9, 12}


@pytest.fixture
def panel(qtbot, theme, icons, outline, statuses):
    panel = BinderPanel(theme, icons)
    qtbot.addWidget(panel)
    panel.resize(264, 900)
    novel = SimpleNamespace(id=1, title="A Ledger of Small Tides", language="en")
    panel.show_outline(novel, outline, statuses, LABELS)
    panel.expanded_ids = ALL_OPEN
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.tree.setFocus()
    return panel


def rect_of(panel, item_id):
    index = panel.tree.shown.index_of(item_id)
    return panel.tree.rows.layout(panel.tree, panel.tree.visualRect(index), index).ground


def click(qtbot, panel, item_id, modifiers=Qt.KeyboardModifier.NoModifier):
    point = rect_of(panel, item_id).center()
    qtbot.mouseClick(panel.tree.viewport(), LEFT, modifiers, point)


def visible(panel):
    """The titles from top to bottom, as a person sees them."""
    index, titles = panel.tree.shown.index(0, 0), []
    while index.isValid():
        titles.append(index.data())
        index = panel.tree.indexBelow(index)
    return titles


# What is shown.


def test_a_new_novel_shows_its_parts_open(panel, outline):
    novel = SimpleNamespace(id=2, title="Other", language="en")
    panel.show_outline(novel, outline)
    assert panel.expanded_ids == {1, 8}
    assert panel.top.header.title.text() == "Other"


def test_the_tree_shows_the_manuscript_in_order(panel):
    assert visible(panel)[:4] == ["Part 1", "1  Chapter of 2", "Scene 3", "Scene 4"]
    assert "Harbour" not in visible(panel)


def test_notes_are_shown_from_the_foot(panel, qtbot):
    qtbot.mouseClick(panel.foot.notes, LEFT)
    assert visible(panel) == ["Harbour"]
    assert panel.top.header.title.text() == "Notes and research"
    qtbot.mouseClick(panel.top.back_button, LEFT)
    assert visible(panel)[0] == "Part 1"


def test_showing_an_item_opens_what_holds_it_and_chooses_it(panel):
    panel.tree.close_all()
    panel.show_item(11)
    assert panel.expanded_ids == {8, 9}
    assert (panel.current_id, panel.selected_ids()) == (11, [11])


def test_showing_a_note_goes_to_the_notes(panel):
    panel.show_item(16)
    assert visible(panel) == ["Harbour", "Tides"]
    panel.show_item(3)
    assert panel.current_id == 3


def test_what_is_open_can_be_kept_and_brought_back(panel):
    panel.expanded_ids = {1, 5, 99}
    assert panel.expanded_ids == {1, 5}
    assert visible(panel)[:4] == ["Part 1", "1  Chapter of 2", "2  Chapter of 5", "Scene 6"]


def test_a_great_change_keeps_what_is_open_chosen_and_scrolled(panel, item):
    panel.tree.select([4, 10])
    panel.apply_changes({n: item(n, SCENE, parent_id=12) for n in range(1000, 1300)}, [3])
    assert panel.selected_ids() == [4, 10]
    assert panel.expanded_ids == ALL_OPEN


def test_an_empty_novel_offers_the_first_scene(panel, qtbot):
    panel.show_outline(SimpleNamespace(id=3, title="", language="en"), [])
    assert panel.empty.isVisible()
    assert panel.empty.sentence == "Your chapters and scenes will be listed here."
    with qtbot.waitSignal(panel.create_requested) as asked:
        panel.empty.action.click()
    assert asked.args == ["scene", None, 0]


def test_the_shown_rows_keep_qts_contract(panel, qtmodeltester):
    panel.top.search_field.setText("scene 1")
    qtmodeltester.check(panel.tree.shown)
    assert panel.words_of(2) == 70


# Opening and creating.


def test_a_click_on_a_scene_shows_it_and_keeps_the_keyboard(panel, qtbot):
    with (
        qtbot.assertNotEmitted(panel.open_requested),
        qtbot.waitSignal(panel.tree.browse_requested) as asked,
    ):
        click(qtbot, panel, 4)
    assert asked.args == [4]
    assert panel.tree.hasFocus()


def test_arrows_go_from_scene_to_scene(panel, qtbot):
    panel.show_item(3)
    with qtbot.waitSignal(panel.tree.browse_requested) as asked:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Down)
    assert asked.args == [4]
    with qtbot.assertNotEmitted(panel.tree.browse_requested):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Down)  # a chapter


def test_a_double_click_on_a_scene_goes_writing(panel, qtbot):
    point = rect_of(panel, 4).center()
    click(qtbot, panel, 4)
    with qtbot.waitSignal(panel.open_requested) as asked:
        qtbot.mouseDClick(panel.tree.viewport(), LEFT, pos=point)
    assert asked.args == [4]


def test_a_click_on_a_chapter_opens_nothing(panel, qtbot):
    with qtbot.assertNotEmitted(panel.tree.browse_requested):
        click(qtbot, panel, 2)


def test_enter_opens_a_scene_and_unfolds_a_chapter(panel, qtbot):
    panel.show_item(4)
    with qtbot.waitSignal(panel.open_requested):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    panel.show_item(2)
    qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert 2 not in panel.expanded_ids


def test_a_new_scene_comes_after_the_current_one(panel, qtbot):
    panel.show_item(3)
    with qtbot.waitSignal(panel.create_requested) as asked:
        panel.ask_for_new(SCENE)
    assert asked.args == ["scene", 2, 1]


def test_the_plus_button_offers_what_can_be_new(panel, qtbot):
    menu = panel.commands.menu(("new_note",), panel)
    with qtbot.waitSignal(panel.create_requested) as asked:
        menu.actions()[0].trigger()
    assert asked.args == ["note", None, 3]


# Renaming.


def rename_field(panel, qtbot, item_id=4):
    panel.show_item(item_id)
    qtbot.keyClick(panel.tree, Qt.Key.Key_F2)
    return panel.tree.findChild(QLineEdit, "row_editor")


def test_f2_and_enter_rename(panel, qtbot):
    field = rename_field(panel, qtbot)
    assert field.selectedText() == "Scene 4"
    qtbot.keyClicks(field, "Low water")
    with qtbot.waitSignal(panel.rename_requested) as asked:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert asked.args == [4, "Low water"]


def test_esc_keeps_the_old_title(panel, qtbot):
    field = rename_field(panel, qtbot)
    qtbot.keyClicks(field, "Low water")
    with qtbot.assertNotEmitted(panel.rename_requested):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_a_chapter_is_renamed_without_its_number(panel, qtbot):
    assert rename_field(panel, qtbot, 9).text() == "Chapter of 9"


def test_a_count_that_changes_does_not_disturb_a_rename(panel, qtbot):
    field = rename_field(panel, qtbot)
    qtbot.keyClicks(field, "Low")
    panel.model.tree.items[4].words += 1
    panel.refresh_item(4)
    assert field.text() == "Low"


def test_delete_inside_the_field_deletes_a_letter_only(panel, qtbot):
    field = rename_field(panel, qtbot)
    with qtbot.assertNotEmitted(panel.trash_requested):
        qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == ""


# Moving.


@pytest.mark.parametrize(
    ("chosen", "key", "wish"),
    [
        ([4], Qt.Key.Key_Up, [[4], 2, 0]),
        ([4], Qt.Key.Key_Down, [[4], 5, 0]),
        ([3], Qt.Key.Key_Left, [[3], 1, 1]),
        ([3, 4], Qt.Key.Key_Down, [[3, 4], 5, 0]),
    ],
)
def test_alt_and_arrows_ask_for_a_move(panel, qtbot, chosen, key, wish):
    panel.tree.select(chosen)
    with qtbot.waitSignal(panel.move_requested) as asked:
        qtbot.keyClick(panel.tree, key, ALT)
    assert asked.args == wish


def test_a_key_that_leads_nowhere_asks_for_nothing(panel, qtbot):
    panel.tree.select([3])
    with qtbot.assertNotEmitted(panel.move_requested):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Up, ALT)


def test_several_rows_are_dropped_between_two(panel, qtbot):
    point = rect_of(panel, 11).topLeft() + QPoint(60, 2)
    with qtbot.waitSignal(panel.move_requested) as asked:
        assert drag(panel, [3, 6], point)
    assert asked.args == [[3, 6], 9, 1]


def test_a_scene_is_dropped_into_a_closed_chapter(panel, qtbot):
    panel.tree.setExpanded(panel.tree.shown.index_of(12), False)
    with qtbot.waitSignal(panel.move_requested) as asked:
        assert drag(panel, [3], rect_of(panel, 12).center())
    assert asked.args == [[3], 12, 2]


def test_below_an_open_chapter_is_the_beginning_of_it(panel, qtbot):
    point = rect_of(panel, 9).bottomLeft() + QPoint(60, -2)
    with qtbot.waitSignal(panel.move_requested) as asked:
        assert drag(panel, [3], point)
    assert asked.args == [[3], 9, 0]


@pytest.mark.parametrize(("dragged", "over"), [(1, 2), (1, 3), (2, 4), (9, 6)])
def test_a_place_that_cannot_be_refuses_and_shows_nothing(panel, qtbot, dragged, over):
    with qtbot.assertNotEmitted(panel.move_requested):
        assert not drag(panel, [dragged], rect_of(panel, over).center())
    assert panel.tree._drop_line is None
    assert not panel.tree.rows.drop_into.isValid()


def test_a_drop_where_it_stands_already_asks_for_nothing(panel, qtbot):
    point = rect_of(panel, 4).bottomLeft() + QPoint(60, -2)
    with qtbot.assertNotEmitted(panel.move_requested):
        assert drag(panel, [4], point)


def test_foreign_drags_are_refused(panel):
    data = QMimeData()
    data.setText("Scene 3")
    enter = drag_enter(QPoint(50, 50), Qt.DropAction.CopyAction, data)
    QApplication.sendEvent(panel.tree.viewport(), enter)
    QApplication.sendEvent(panel.tree.viewport(), QDragLeaveEvent())
    assert not enter.isAccepted()


def test_rows_dropped_on_the_trash_are_thrown_away(panel, qtbot):
    with qtbot.waitSignal(panel.trash_requested) as asked:
        assert drag(panel, [3, 6], QPoint(20, 10), panel.foot.trash)
    assert asked.args == [[3, 6]]
    assert not drag(panel, [3], QPoint(20, 10), panel.foot.notes)


def test_a_move_that_was_made_keeps_selection_and_openness(panel):
    panel.tree.select([3, 4])
    items = panel.model.tree.items
    for item_id, (parent, position) in plan_move(items.values(), [3, 4], 12, 1).items():
        items[item_id].parent_id, items[item_id].position = parent, position
    panel.apply_changes({3: items[3], 4: items[4]})
    assert panel.selected_ids() == [3, 4]
    assert panel.expanded_ids == ALL_OPEN
    assert list(panel.model.tree.children(12)) == [13, 3, 4, 14]


# Several at once.


def test_control_and_click_choose_several_without_opening(panel, qtbot):
    click(qtbot, panel, 3)
    with qtbot.assertNotEmitted(panel.tree.browse_requested):
        click(qtbot, panel, 10, CONTROL)
    assert panel.selected_ids() == [3, 10]


def test_delete_asks_for_the_trash_without_what_goes_along(panel, qtbot):
    panel.tree.select([2, 3, 10])
    with qtbot.waitSignal(panel.trash_requested) as asked:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert asked.args == [[2, 10]]


def test_duplicate_has_a_key(panel, qtbot):
    panel.tree.select([3, 4])
    with qtbot.waitSignal(panel.duplicate_requested) as asked:
        qtbot.keyClick(panel.tree, Qt.Key.Key_D, CONTROL | SHIFT)
    assert asked.args == [[3, 4]]


def menu_action(menu, *path):
    for text in path[:-1]:
        menu = next(a.menu() for a in menu.actions() if a.text() == text)
    return next(a for a in menu.actions() if a.text().split("\t")[0] == path[-1])


def test_the_menu_sets_the_status_of_several(panel, qtbot):
    panel.tree.select([3, 10])
    menu = panel.row_menu()
    assert menu_action(menu, "Status", "First draft").isChecked()
    with qtbot.waitSignal(panel.attribute_requested) as asked:
        menu_action(menu, "Status", "Finished").trigger()
    assert asked.args == [[3, 10], "status_id", 2]


def test_the_menu_takes_a_label_away(panel, qtbot):
    panel.model.tree.items[3].label_id = 5
    panel.tree.select([3])
    with qtbot.waitSignal(panel.attribute_requested) as asked:
        menu_action(panel.row_menu(), "Label", "No label").trigger()
    assert asked.args == [[3], "label_id", None]


def test_the_menu_leaves_scenes_out_of_the_manuscript(panel, qtbot):
    panel.tree.select([3, 4])
    action = menu_action(panel.row_menu(), "In the manuscript")
    assert action.isChecked()
    with qtbot.waitSignal(panel.attribute_requested) as asked:
        action.trigger()
    assert asked.args == [[3, 4], "in_manuscript", False]


def test_only_scenes_can_be_merged(panel, qtbot):
    panel.tree.select([3, 9])
    assert not menu_action(panel.row_menu(), "Merge scenes").isEnabled()
    panel.tree.select([3, 4])
    with qtbot.waitSignal(panel.merge_requested) as asked:
        menu_action(panel.row_menu(), "Merge scenes").trigger()
    assert asked.args == [[3, 4]]


# Finding.


def test_the_search_keeps_what_holds_a_match(panel, qtbot):
    panel.top.open_search()
    qtbot.keyClicks(panel.top.search_field, "scene 10")
    assert visible(panel) == ["Part 8", "3  Chapter of 9", "Scene 10"]


def test_the_search_reads_synopses(panel):
    panel.model.tree.items[7].synopsis = "Wren keeps the lamp."
    panel.top.search_field.setText("LAMP")
    assert visible(panel) == ["Part 1", "2  Chapter of 5", "Scene 7"]


def test_esc_shows_everything_again_open_as_it_was(panel, qtbot):
    panel.expanded_ids = {1}
    before = visible(panel)
    panel.top.open_search()
    qtbot.keyClicks(panel.top.search_field, "scene 10")
    qtbot.keyClick(panel.top.search_field, Qt.Key.Key_Escape)
    assert (visible(panel), panel.expanded_ids) == (before, {1})
    qtbot.keyClick(panel.top.search_field, Qt.Key.Key_Escape)
    assert not panel.top.search_field.isVisible()
    assert panel.tree.hasFocus()


def test_a_search_without_a_match_says_so(panel):
    panel.top.search_field.setText("whale")
    assert panel.empty.sentence == "No title or synopsis has “whale”."
    panel.empty.link.click()
    assert panel.tree.isVisible()


def test_showing_an_item_that_the_search_hides_ends_the_search(panel):
    panel.top.search_field.setText("scene 10")
    panel.show_item(3)
    assert (panel.top.search_field.text(), panel.current_id) == ("", 3)


def test_typing_goes_to_the_next_title_that_begins_so(panel, qtbot):
    panel.show_item(1)
    qtbot.keyClicks(panel.tree, "scene 1")
    assert panel.current_id == 10
    panel.show_item(1)
    panel.tree._typed = ""
    qtbot.keyClicks(panel.tree, "chapter of 9")
    assert panel.current_id == 9


# The trash.


@pytest.fixture
def trash(panel, qtbot, item):
    panel.show_trash([item(30, SCENE, "Peppermint", parent_id=2), item(31, SCENE, "Storm")])
    qtbot.mouseClick(panel.foot.trash, LEFT)
    return panel.trash


def test_the_foot_counts_what_was_thrown_away(panel, trash):
    assert panel.foot.trash.count == "2"
    assert panel.foot.trash.accessibleName() == "Trash, 2 entries"
    assert trash.isVisible()


def test_a_thrown_away_scene_is_put_back(panel, trash, qtbot):
    trash.tree.select([31])
    with qtbot.waitSignal(panel.restore_requested) as asked:
        trash.put_back.click()
    assert asked.args == [[31]]


def test_a_click_or_two_in_the_trash_choose_and_put_nothing_back(panel, trash, qtbot):
    place = trash.tree.visualRect(trash.tree.shown.index_of(31)).center()
    with qtbot.assertNotEmitted(panel.restore_requested), qtbot.waitSignal(trash.chosen) as chosen:
        qtbot.mouseClick(trash.tree.viewport(), LEFT, pos=place)
        qtbot.mouseDClick(trash.tree.viewport(), LEFT, pos=place)
        qtbot.keyClick(trash.tree, Qt.Key.Key_Return)
    assert chosen.args == [31]


def test_deleting_for_ever_asks_first(panel, trash, qtbot):
    trash.tree.select([30])
    with qtbot.assertNotEmitted(panel.purge_requested):
        qtbot.keyClick(trash.tree, Qt.Key.Key_Delete)
    assert trash.findChild(QLineEdit) is None
    with qtbot.waitSignal(panel.purge_requested) as asked:
        trash.confirm.click()
    assert asked.args == [[30]]


def test_the_question_can_be_taken_back(panel, trash, qtbot):
    trash.delete.click()
    assert trash.confirm.isVisible()
    qtbot.keyClick(trash.keep, Qt.Key.Key_Escape)
    assert not trash.confirm.isVisible()


def test_the_trash_shows_what_each_thing_is(panel, trash, item):
    panel.show_trash([item(32, CHAPTER, "Storm"), item(33, SCENE, "", words=5)])
    rows = [trash.tree.shown.index(row, 0) for row in range(2)]
    assert [row.data() for row in rows] == ["Storm", "Untitled scene"]
    assert [row.data(RowRole.ICON) for row in rows] == ["folder-closed", "file-text"]
    assert [row.data(RowRole.COUNT) for row in rows] == ["", "5"]


def test_an_empty_trash_says_so(panel, trash):
    panel.show_trash([])
    assert panel.foot.trash.count == ""
    assert not trash.tree.isVisible()


# Words.


def test_everything_can_be_said_in_another_language(panel):
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.tree.accessibleName() == "Binder"


def top_of(panel, item_id):
    return panel.tree.visualRect(panel.tree.shown.index_of(item_id)).top()


def test_an_item_is_brought_into_view_below_its_chapter(panel):
    panel.resize(264, 300)
    panel.show_item(14)
    panel.show_item(7)
    assert top_of(panel, 5) >= 0


def test_titles_stand_below_each_other_with_a_status_or_without(panel, outline):
    outline[2].status_id = None
    panel.model.refresh_item(outline[2].id)
    rows = [panel.tree.shown.index_of(item.id) for item in outline[2:4]]
    assert [row.data(RowRole.DOT) for row in rows] == [None, "ochre"]
    lefts = {panel.tree.rows.layout(panel.tree, panel.tree.visualRect(row), row).title.left()
             for row in rows}  # fmt: skip
    assert len(lefts) == 1


def shown_menu(panel, point):
    """The words of the menu that a right click brings."""
    panel.tree.customContextMenuRequested.emit(point)
    menu = QApplication.activePopupWidget()
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    return menu, words


def test_below_the_rows_only_what_is_new_at_the_end_is_offered(panel, qtbot):
    panel.show_item(3)
    menu, words = shown_menu(panel, QPoint(40, panel.tree.viewport().height() - 4))
    assert words == ["New part", "New chapter", "New scene"]
    with qtbot.waitSignal(panel.create_requested) as asked:
        menu.actions()[2].trigger()
    assert asked.args == ["scene", 12, 2]
    menu.close()


def test_below_the_notes_a_note_or_folder_is_offered(panel):
    panel.show_item(16)
    menu, words = shown_menu(panel, QPoint(40, panel.tree.viewport().height() - 4))
    assert words == ["New note", "New folder"]
    menu.close()


def test_on_a_row_its_own_menu_is_offered(panel):
    panel.show_item(3)
    menu, words = shown_menu(panel, rect_of(panel, 3).center())
    assert words[:4] == ["Open", "Open in a new tab", "Open beside", "Rename"]
    menu.close()
