# SPDX-License-Identifier: MIT
"""The flowing text: the caret, keys, mouse and selections go over the borders of scenes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from novelist.domain.document import PARAGRAPH, QUOTATION, STRONG, document_of
from novelist.ui.editor.documents import MOST_OPEN
from novelist.ui.manuscript.selection import Spot
from novelist.ui.manuscript.view import ManuscriptView
from tests.ui.manuscript.conftest import scene

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def flow(make_flow):
    flowing = make_flow("one two", "three/four", "five six")
    flowing.view.enter(1, 0)
    return flowing


def test_only_what_is_seen_and_a_screen_around_is_asked_for(make_flow):
    flowing = make_flow(*["word " * 2000] * 30, delays=True)
    assert 1 in flowing.asked
    assert 20 not in flowing.asked


def test_typing_goes_into_the_scene_of_the_caret(flow):
    flow.view.enter(2, 0)
    flow.type("so ")
    assert flow.texts() == ["one two", "so three/four", "five six"]


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ((1, 7), Key.Key_Right, (2, 0)),
        ((2, 0), Key.Key_Left, (1, 7)),
        ((1, 0), Key.Key_Down, (2, 0)),
        ((2, 0), Key.Key_Up, (1, 0)),
        ((1, 0), Key.Key_Up, (1, 0)),
        ((3, 8), Key.Key_Right, (3, 8)),
    ],
)
def test_the_caret_goes_over_borders(flow, start, key, end):
    flow.view.enter(*start)
    flow.press(key)
    assert flow.place == end


def test_home_and_end_lead_through_the_whole_flow(flow):
    flow.press(Key.Key_End, CTRL)
    assert flow.place == (3, 8)
    flow.press(Key.Key_Home, CTRL)
    assert flow.place == (1, 0)


def test_pages_are_turned_over_borders(make_flow):
    flowing = make_flow(*["word " * 150] * 8)
    flowing.view.enter(1, 0)
    seen = {flowing.place[0]}
    for _ in range(12):
        flowing.press(Key.Key_PageDown)
        seen.add(flowing.place[0])
    assert flowing.place[0] == 8
    assert len(seen) > 3
    flowing.press(Key.Key_PageUp, times=14)
    assert flowing.place == (1, 0)


def test_a_column_is_kept_over_borders(flow):
    flow.view.enter(1, 4)
    flow.press(Key.Key_Down)
    item_id, position = flow.place
    assert item_id == 2
    assert position in (3, 4, 5)


def test_a_selection_over_borders_is_copied_with_breaks(flow):
    flow.view.enter(1, 4)
    flow.press(Key.Key_Right, SHIFT, times=4 + 11)
    assert flow.view.selection.first() == Spot(1, 4)
    assert flow.place == (3, 0)
    flow.press(Key.Key_C, CTRL)
    lines = [line for line in QGuiApplication.clipboard().text().split("\n") if line.strip()]
    assert lines == ["two", "* * *", "three", "four", "* * *"]


def test_a_selection_over_borders_is_removed_and_undone_at_once(flow):
    before = flow.texts()
    flow.view.enter(1, 4)
    flow.press(Key.Key_End, CTRL | SHIFT)
    flow.press(Key.Key_Left, SHIFT, times=3)
    flow.press(Key.Key_Delete)
    assert flow.texts() == ["one ", "", "six"]
    assert flow.place == (1, 4)
    flow.view.pen.undo()
    assert flow.texts() == before
    flow.view.pen.redo()
    assert flow.texts() == ["one ", "", "six"]


def test_what_is_typed_takes_the_place_of_a_selection_over_borders(flow):
    flow.view.enter(1, 3)
    flow.press(Key.Key_Down, SHIFT, times=2)
    flow.type("!")
    assert flow.texts()[0] == "one!"
    flow.view.pen.undo()
    flow.view.pen.undo()
    assert flow.texts() == ["one two", "three/four", "five six"]


@pytest.mark.parametrize("keys", [(), (Key.Key_Home,)])
def test_what_is_selected_over_borders_is_marked_in_one_step(flow, keys):
    """Also where the caret stands before the first letter of its scene."""
    before = flow.documents_of()
    flow.view.enter(1, 4)
    flow.press(Key.Key_Right, SHIFT, times=4 + 11 + 2)
    for key in keys:
        flow.press(key, SHIFT)
    flow.view.pen.toggle_mark(STRONG)
    strong = ["two", "three", "four", *([] if keys else ["fi"])]
    assert flow.marked(STRONG) == strong
    assert flow.view.selection
    flow.view.pen.toggle_mark(STRONG)
    assert flow.marked(STRONG) == []
    flow.view.pen.undo()
    assert flow.marked(STRONG) == strong
    flow.view.pen.undo()
    assert flow.documents_of() == before


def test_what_is_selected_over_borders_becomes_of_one_kind_in_one_step(flow):
    flow.view.enter(1, 4)
    flow.press(Key.Key_Right, SHIFT, times=4 + 11 + 2)
    flow.view.pen.set_kind(QUOTATION)
    kinds = [block.kind for document in flow.documents_of() for block in document]
    assert set(kinds) == {QUOTATION}
    flow.view.pen.undo()
    kinds = [block.kind for document in flow.documents_of() for block in document]
    assert set(kinds) == {PARAGRAPH}


def test_moving_without_shift_ends_a_selection_at_its_edge(flow):
    flow.view.enter(1, 5)
    flow.press(Key.Key_Right, SHIFT, times=4)
    flow.press(Key.Key_Left)
    assert flow.place == (1, 5)
    assert not flow.view.selection


def test_everything_is_selected_by_the_second_select_all(flow):
    flow.press(Key.Key_A, CTRL)
    assert not flow.view.selection
    flow.press(Key.Key_A, CTRL)
    assert flow.view.selection.first() == Spot(1, 0)
    assert flow.view.selection.last() == Spot(3, 8)
    flow.press(Key.Key_X, CTRL)
    assert flow.texts() == ["", "", ""]


def test_a_click_puts_the_caret_into_another_scene(flow):
    QTest.mouseClick(flow.view.viewport(), LEFT, pos=flow.point(3, 4))
    assert flow.place == (3, 4)


def test_dragging_selects_over_borders(flow):
    viewport = flow.view.viewport()
    QTest.mousePress(viewport, LEFT, pos=flow.point(3, 4))
    QTest.mouseMove(viewport, flow.point(1, 3))
    QTest.mouseRelease(viewport, LEFT, pos=flow.point(1, 3))
    assert flow.view.selection.first() == Spot(1, 3)
    assert flow.view.selection.last() == Spot(3, 4)


def test_shift_and_click_select_up_to_there(flow):
    QTest.mouseClick(flow.view.viewport(), LEFT, SHIFT, pos=flow.point(2, 2))
    assert flow.view.selection.first() == Spot(1, 0)
    assert flow.place == (2, 2)


def test_keys_that_come_before_a_text_is_loaded_wait_for_it(make_flow):
    flowing = make_flow("one", "two", delays=True)
    flowing.bring([1])
    flowing.view.enter(1, 3)
    flowing.press(Key.Key_Right)
    flowing.type("so ")
    assert flowing.place == (1, 3)
    flowing.bring()
    assert flowing.texts() == ["one", "so two"]


@pytest.mark.parametrize("comes", [True, False])
def test_what_an_input_method_gives_waits_for_the_text_too(make_flow, comes):
    flowing = make_flow("one", "two", delays=True)
    flowing.bring([1])
    flowing.view.enter(1, 3)
    flowing.press(Key.Key_Right)
    event = QInputMethodEvent()
    event.setCommitString("雾")
    QApplication.sendEvent(flowing.view.pen, event)
    assert flowing.texts() == ["one", "two"]
    flowing.bring() if comes else flowing.view.give_up([2])
    assert flowing.texts() == (["one", "雾two"] if comes else ["one雾", "two"])


def test_what_is_seen_stays_where_it_is_when_a_text_above_turns_out_longer(make_flow):
    flowing = make_flow("short", "here", delays=True, size=(900, 500))
    flowing.bring([2])
    flowing.view.enter(2, 0)
    before = flowing.view.caret_line().top()
    flowing.stored[1] = flowing.stored[1].__class__(flowing.stored[1].blocks * 40)
    flowing.bring([1])
    assert flowing.view.caret_line().top() == before


def test_scenes_may_come_and_go_while_one_is_written(flow):
    flow.view.enter(2, 3)
    scenes = [section.scene for section in flow.view.flow.sections]
    flow.view.show_scenes(scenes[1:])
    assert flow.place == (2, 3)
    flow.view.show_scenes(scenes)
    assert flow.place == (2, 3)
    flow.type("X")
    assert flow.texts()[1] == "thrXee/four"


def test_a_narrower_page_breaks_lines_anew_and_keeps_the_place(make_flow):
    flowing = make_flow("word " * 400, "word " * 400)
    flowing.view.enter(2, 100)
    flowing.view.resize(500, 700)
    assert flowing.view.flow.column < 500
    assert flowing.view.viewport().rect().contains(flowing.view.caret_line().center())


def test_a_very_long_scene_is_measured_in_parts(make_flow, qtbot):
    flowing = make_flow("/".join(["word " * 100] * 300))
    section = flowing.view.flow.sections[0]
    assert not section.is_measured
    qtbot.waitUntil(lambda: section.is_measured, timeout=20_000)
    layout = section.live.document.documentLayout()
    last = layout.blockBoundingRect(section.live.document.lastBlock())
    assert section.text == pytest.approx(last.bottom() - section.first_line, abs=2)


def test_the_text_that_is_written_in_stays_however_far_one_scrolls(make_flow):
    flowing = make_flow(*(f"scene {n}/" + "words " * 400 for n in range(1, 91)))
    flowing.view.enter(1, 5)
    bar = flowing.view.verticalScrollBar()
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + flowing.view.height())
    assert len(flowing.documents) == MOST_OPEN
    assert flowing.view.flow.find(2).live is None
    flowing.type("1")
    assert flowing.texts()[0].startswith("scene1 1")


def test_what_is_typed_is_kept_where_a_text_cannot_be_loaded(make_flow):
    flowing = make_flow("one", "two", delays=True)
    flowing.bring([1])
    flowing.view.enter(1, 3)
    flowing.press(Key.Key_Right)
    flowing.type("ly")
    flowing.press(Key.Key_Backspace)
    flowing.view.give_up([2])
    assert flowing.texts() == ["onely", "two"]
    flowing.type("!")
    assert flowing.texts() == ["onely!", "two"]


def test_nothing_is_removed_where_a_selected_text_cannot_be_loaded(make_flow):
    flowing = make_flow("one", "two", "three", delays=True)
    flowing.bring([1, 3])
    flowing.view.enter(1, 1)
    flowing.press(Key.Key_End, CTRL | SHIFT)
    flowing.press(Key.Key_Delete)
    flowing.view.give_up([2])
    assert flowing.texts() == ["one", "two", "three"]
    assert not flowing.view.selection
    flowing.type("?")
    assert flowing.texts()[2] == "three?"


def test_a_scene_that_goes_while_one_waits_for_it_holds_no_key(make_flow):
    flowing = make_flow("one", "two", delays=True)
    flowing.bring([1])
    flowing.view.enter(1, 3)
    flowing.press(Key.Key_Right)
    flowing.type("ly")
    flowing.view.show_scenes([scene(1, flowing.stored[1])])
    assert flowing.texts()[0] == "onely"


@pytest.mark.parametrize(
    ("act", "left", "copied"),
    [
        ("copy", ["one", "two", "three"], "ne\n\n* * *\n\ntwo\n\n* * *\n\nth"),
        ("cut", ["o", "", "ree"], "ne\n\n* * *\n\ntwo\n\n* * *\n\nth"),
        ("paste", ["onew", "", "ree"], "new"),
        ("paste_plain", ["onew", "", "ree"], "new"),
    ],
)
def test_the_clipboard_waits_for_all_that_is_selected(make_flow, act, left, copied):
    flowing = make_flow("one", "two", "three", delays=True)
    flowing.bring([1, 3])
    QGuiApplication.clipboard().setText("new")
    flowing.view.enter(1, 1)
    flowing.press(Key.Key_End, CTRL | SHIFT)
    flowing.press(Key.Key_Left, SHIFT, times=3)
    getattr(flowing.view.pen, act)()
    assert flowing.texts() == ["one", "two", "three"]
    flowing.bring([2])
    assert flowing.texts() == left
    assert QGuiApplication.clipboard().text().split() == copied.split()


def test_a_text_that_is_replaced_is_laid_out_anew_where_it_is_painted(flow):
    before = flow.view.flow.heights[1]
    flow.documents.find(2).replace(document_of(*["line"] * 12))
    assert flow.view.flow.heights[1] > before


def test_a_text_that_is_replaced_under_the_pen_keeps_caret_and_pen(flow):
    flow.view.enter(2, 3)
    flow.view.pen.replace_shown(document_of("other words", *["line"] * 12))
    assert flow.place == (2, 3)
    assert flow.view.pen.isVisible()
    flow.type("X")
    assert flow.texts()[1].startswith("othXer words")


def test_texts_out_of_sight_are_coloured_when_they_are_seen(make_flow):
    flowing = make_flow("one", "/".join(["long"] * 40), "three")
    seen = []
    third = flowing.documents.find(3).document
    flowing.documents.layers.add(Watcher(seen))
    assert flowing.documents.find(1).document in seen
    assert third not in seen
    flowing.view.verticalScrollBar().setValue(10_000)
    assert third in seen


def test_a_very_long_text_is_not_laid_out_whole_when_it_is_entered(make_flow):
    flowing = make_flow("one", "/".join(["word " * 100] * 1_500))
    flowing.view.enter(2, 0)
    last = flowing.documents.find(2).document.lastBlock().layout()
    assert last.lineCount() == 0


class Watcher:
    """A layer that paints nothing and notes which documents it was asked for."""

    def __init__(self, seen):
        self._seen = seen

    def parts(self, block):
        self._seen.append(block.document())
        return ()


def test_a_page_that_is_hidden_narrows_no_other_one(make_flow, theme, qtbot):
    flow = make_flow(document_of("The tide went out and came. " * 30), size=(900, 700))
    flow.view.enter(1, 0)
    wide = flow.view.pen.lineWrapColumnOrWidth()
    other = ManuscriptView(theme, flow.documents, flow.view.pen)
    qtbot.addWidget(other)
    other.resize(400, 700)
    other.show()
    other.show_scenes([scene(1, flow.stored[1])])
    assert flow.view.pen.lineWrapColumnOrWidth() < wide
    other.hide()
    assert flow.view.pen.lineWrapColumnOrWidth() == wide
    other.show()
    assert flow.view.pen.lineWrapColumnOrWidth() < wide
    other.retire()
