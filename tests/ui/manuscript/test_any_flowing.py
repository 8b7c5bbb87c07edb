# SPDX-License-Identifier: MIT
"""Whatever is done over the borders of scenes: each text is what the model says, exactly."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from novelist.domain import document as d
from novelist.domain.document import Atom, Block, Document, Run, marks
from novelist.domain.document_text import to_json_lines
from novelist.ui.editor.documents import Documents
from novelist.ui.manuscript.view import ManuscriptView
from tests.ui.editor.test_any_editing import require_exact
from tests.ui.manuscript.conftest import scene

Key = Qt.Key
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
SCENES = (
    Document((Block(d.PARAGRAPH, (Run("The tide "), Run("turned", marks(d.STRONG)))),)),
    Document((Block(d.HEADING, (Run("Four"),), {"level": 2}), Block(d.PARAGRAPH))),
    Document((Block(d.VERSE, (Run("𝒜 line"), Atom(d.LINE_BREAK), Run("雾港的另一行"))),)),
    Document(()),
    Document((Block(d.LIST_ITEM, (Run("one"),)), Block(d.SCENE_BREAK), d.paragraph("ש end."))),
)
MOVES = st.sampled_from(
    [Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End]
)
PLACES = st.tuples(st.integers(1, len(SCENES)), st.floats(0, 1))
STEPS = st.one_of(
    st.tuples(st.just("type"), st.sampled_from(["a", " ", "雾", "😀", "“"])),
    st.tuples(st.just("press"), st.tuples(MOVES, st.sampled_from([NONE, SHIFT, CTRL | SHIFT]))),
    st.tuples(st.just("press"), st.tuples(st.just(Key.Key_A), st.just(CTRL))),
    st.tuples(
        st.just("press"),
        st.tuples(
            st.sampled_from([Key.Key_Return, Key.Key_Backspace, Key.Key_Delete]), st.just(NONE)
        ),
    ),
    st.tuples(st.just("go"), PLACES),
    st.tuples(st.just("select_to"), PLACES),
    st.tuples(st.just("mark"), st.sampled_from([d.STRONG, d.EMPHASIS])),
    st.tuples(st.just("kind"), st.sampled_from([d.QUOTATION, d.VERSE])),
    st.tuples(st.just("do"), st.sampled_from(["cut", "copy", "paste", "undo", "redo"])),
)
ANY = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


class Desk:
    """Five scenes under a pen, and the same texts painted on a second page."""

    def __init__(self, make_flow, theme, qtbot):
        self.flow = make_flow(*SCENES, size=(900, 1_400))
        self.view = self.flow.view
        self.pen = self.view.pen
        documents: Documents = self.flow.documents
        self.other = ManuscriptView(theme, documents, self.pen)
        qtbot.addWidget(self.other)
        self.other.resize(900, 1_400)
        self.other.show()
        self.other.show_scenes([scene(n, text) for n, text in self.flow.stored.items()])
        self.view.enter(1, 0)

    @property
    def lives(self):
        return [self.flow.documents.find(item_id) for item_id in self.flow.stored]

    @property
    def stored(self):
        """The bytes that would be saved."""
        return [to_json_lines(live.snapshot()) for live in self.lives]

    def begin_anew(self):
        """An example begins with the scenes as they were."""
        for live, text in zip(self.lives, SCENES, strict=True):
            live.saved_revision = live.revision
            live.replace(text)
        self.view.enter(1, 0)

    def do(self, name, value):
        getattr(self, name)(value) if name != "do" else getattr(self.pen, value)()

    def type(self, letter):
        event = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter)
        QApplication.sendEvent(self.pen, event)

    def press(self, keys):
        QTest.keyClick(self.pen, *keys)

    def go(self, place):
        self.view.enter(place[0], self._position(place))

    def select_to(self, place):
        point = self.flow.point(place[0], self._position(place))
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, SHIFT, pos=point)

    def mark(self, name):
        self.pen.toggle_mark(name)

    def kind(self, kind):
        self.pen.set_kind(kind)

    def _position(self, place):
        live = self.flow.documents.find(place[0])
        return round(place[1] * (live.document.characterCount() - 1))


@pytest.fixture
def desk(make_flow, theme, qtbot):
    desk = Desk(make_flow, theme, qtbot)
    yield desk
    desk.other.retire()


@ANY
@given(steps=st.lists(STEPS, min_size=1, max_size=15))
def test_after_every_step_texts_and_models_are_the_same_on_both_pages(desk, steps):
    desk.begin_anew()
    for name, value in steps:
        desk.do(name, value)
        for live in desk.lives:
            require_exact(live)
        pages = [view.flow.sections for view in (desk.view, desk.other)]
        assert [one.live is other.live for one, other in zip(*pages, strict=True)] == [True] * 5
        heights = [[section.text for section in page if section.is_measured] for page in pages]
        assert heights[0] == heights[1]


@ANY
@given(start=PLACES, end=PLACES, way=st.sampled_from(["delete", "cut", "type", "break"]))
def test_what_is_removed_over_scenes_comes_back_to_the_byte(desk, start, end, way):
    desk.begin_anew()
    before = desk.stored
    desk.go(start)
    desk.select_to(end)
    acts = {
        "delete": lambda: desk.press((Key.Key_Delete, NONE)),
        "cut": desk.pen.cut,
        "type": lambda: desk.type("x"),
        "break": lambda: desk.press((Key.Key_Return, NONE)),
    }
    acts[way]()
    after = desk.stored
    for _ in range(3):
        if desk.stored == before:
            break
        desk.pen.undo()
    assert desk.stored == before
    for _ in range(3):
        if desk.stored == after:
            break
        desk.pen.redo()
    assert desk.stored == after


def test_five_scenes_removed_come_back_to_the_byte(desk):
    before = desk.stored
    desk.go((1, 0.5))
    desk.press((Key.Key_End, CTRL | SHIFT))
    desk.press((Key.Key_Delete, NONE))
    assert [live.document.characterCount() for live in desk.lives[1:]] == [1, 1, 1, 1]
    desk.pen.undo()
    assert desk.stored == before
    assert QGuiApplication.focusObject() is desk.pen
