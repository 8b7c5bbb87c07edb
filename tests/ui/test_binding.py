# SPDX-License-Identifier: MIT
"""The promises of ``novelist.ui.binding``: what is typed is never lost."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from novelist.db.models import OutlineItem
from novelist.ui.binding import Binding, BindingGroup
from novelist.ui.tasks import Tasks
from novelist.ui.widgets.text_field import InlineField

Run = Callable[[Coroutine[Any, Any, Any]], Any]


def scene(item_id: int = 1, **values: Any) -> OutlineItem:
    columns = {"title": "Low water", "synopsis": "", "target": None, "in_manuscript": True}
    return OutlineItem(id=item_id, **(columns | values))


def target_of(text: str) -> int | None:
    return int(text) if text else None


class Form(QWidget):
    """A title, a synopsis, a switch and a place that takes the focus, over one scene."""

    def __init__(self) -> None:
        super().__init__()
        self.saved: list[tuple[int, str]] = []
        self.errors: list[BaseException] = []
        self.failures = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.was_saved = asyncio.Event()
        self.title, self.synopsis = QLineEdit(self), QPlainTextEdit(self)
        self.switch, self.elsewhere = QCheckBox(self), QLineEdit(self)
        self.group = BindingGroup(self.save, Tasks(self, self.errors.append), self)
        self.titles = self.group.bind(self.title, "title")
        self.group.bind(self.synopsis, "synopsis")
        self.group.bind(self.switch, "in_manuscript")

    async def save(self, item: OutlineItem) -> None:
        await self.gate.wait()
        if self.failures:
            self.failures -= 1
            raise OSError("the disk is full")
        self.saved.append((item.id, item.title))
        self.was_saved.set()


@pytest.fixture
def form(qtbot: QtBot, run_on_loop: Run) -> Iterator[Form]:
    form = Form()
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    yield form
    run_on_loop(form.group.settle())
    form.close()
    form.deleteLater()


def compose(widget: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


async def test_typing_sets_the_attribute_at_once(form, qtbot):
    item = scene()
    form.group.rebind(item)
    with qtbot.waitSignal(form.group.edited) as edited:
        form.title.clear()
        qtbot.keyClicks(form.title, "Neap")
    assert item.title == "Neap"
    assert edited.args == [1, "title"]


async def test_what_was_typed_is_saved_soon(form, qtbot):
    form.group.rebind(scene())
    qtbot.keyClicks(form.title, "A ")
    await asyncio.wait_for(form.was_saved.wait(), 5)
    assert form.saved == [(1, "A Low water")]


async def test_leaving_the_field_saves_at_once(form, qtbot):
    form.group.rebind(scene())
    form.title.setFocus()
    qtbot.keyClicks(form.title, "A ")
    form.elsewhere.setFocus()
    assert not form.saved
    await form.group.settle()
    assert form.saved == [(1, "A Low water")]


async def test_a_composition_sets_nothing_until_it_is_committed(form, qtbot):
    item = scene(title="")
    form.group.rebind(item)
    compose(form.synopsis, "chao")
    compose(form.title, "chao")
    assert (item.title, item.synopsis) == ("", "")
    compose(form.title, "", "潮")
    assert item.title == "潮"


async def test_another_object_does_not_swallow_a_composition(form):
    first, second = scene(1, title=""), scene(2)
    form.group.rebind(first)
    compose(form.title, "潮水")
    form.group.rebind(second)
    await form.group.settle()
    assert (first.title, second.title) == ("潮水", "Low water")
    assert form.saved == [(1, "潮水")]


async def test_another_object_does_not_take_the_typed_text(form, qtbot):
    form.group.rebind(scene(1))
    qtbot.keyClicks(form.title, "A ")
    form.group.rebind(scene(2, title="Other"))
    await form.group.settle()
    assert form.saved == [(1, "A Low water")]
    assert form.title.text() == "Other"


async def test_undo_does_not_bring_the_text_of_another_object(form, qtbot):
    form.group.rebind(scene(1, synopsis="First."))
    form.group.rebind(scene(2, synopsis="Second."))
    qtbot.keyClick(form.synopsis, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert form.synopsis.toPlainText() == "Second."


async def test_showing_an_object_is_not_an_edit(form, qtbot):
    with qtbot.assertNotEmitted(form.group.edited):
        form.group.rebind(scene(1, in_manuscript=False, synopsis="Rain."))
        form.group.rebind(scene(2))
        form.group.rebind(None)
    assert not form.group.has_unsaved


async def test_what_others_set_is_shown_with_the_caret_in_place(form, qtbot):
    item = scene(synopsis="The tide office. Rain.")
    form.group.rebind(item)
    cursor = form.synopsis.textCursor()
    cursor.setPosition(16)
    form.synopsis.setTextCursor(cursor)
    form.title.setCursorPosition(4)
    item.synopsis, item.title = "At dawn 𝄞 the tide office. Rain.", "Low tide"
    form.group.reflect()
    assert form.synopsis.toPlainText() == item.synopsis
    assert form.synopsis.toPlainText()[: form.synopsis.textCursor().position() - 1].endswith("ce.")
    assert (form.title.text(), form.title.cursorPosition()) == ("Low tide", 4)


async def test_what_is_being_typed_is_not_overwritten(form, qtbot):
    item = scene()
    form.group.rebind(item)
    form.title.setFocus()
    qtbot.keyClicks(form.title, "A ")
    item.title = "From elsewhere"
    form.group.reflect()
    assert form.title.text() == "A Low water"


async def test_a_failed_save_is_reported_and_tried_again(form, qtbot):
    form.failures = 1
    form.group.rebind(scene())
    qtbot.keyClicks(form.title, "A ")
    with pytest.raises(OSError, match="disk is full"):
        await form.group.settle()
    assert form.group.has_unsaved
    assert [str(error) for error in form.errors] == ["the disk is full"]
    await form.group.settle()
    assert form.saved == [(1, "A Low water")]
    assert not form.group.has_unsaved


async def test_what_is_typed_during_a_save_is_saved_after_it(form, qtbot):
    form.group.rebind(scene())
    form.gate.clear()
    qtbot.keyClicks(form.title, "A ")
    form.group.flush()
    await asyncio.sleep(0)
    form.title.end(False)
    qtbot.keyClicks(form.title, "s")
    form.gate.set()
    await form.group.settle()
    assert form.saved[-1] == (1, "A Low waters")


def test_what_cannot_be_a_value_sets_nothing_and_stays(qtbot):
    field, item = QLineEdit(), scene(target=1500)
    qtbot.addWidget(field)
    binding = Binding(field, "target", item, to_value=target_of, to_widget=lambda n: str(n or ""))
    assert field.text() == "1500"
    with qtbot.waitSignal(binding.validity_changed) as changed:
        qtbot.keyClicks(field, "x")
    assert changed.args == [False]
    assert (item.target, field.text()) == (1500, "x1500")


async def test_a_figure_and_a_switch_are_bound_too(qtbot, form):
    item = scene(words=3)
    spin = QSpinBox()
    qtbot.addWidget(spin)
    Binding(spin, "words", item)
    qtbot.keyClick(spin, Qt.Key.Key_Up)
    form.group.rebind(item)
    form.switch.click()
    assert (item.words, item.in_manuscript) == (4, False)


def test_any_object_with_an_id_can_be_bound(qtbot):
    novel, field = SimpleNamespace(id=7, title=""), QLineEdit()
    qtbot.addWidget(field)
    Binding(field, "title", novel)
    qtbot.keyClicks(field, "Tides")
    assert novel.title == "Tides"


def test_esc_brings_back_the_title_from_before_the_typing(qtbot):
    field, item = InlineField(), scene()
    qtbot.addWidget(field)
    Binding(field, "title", scene(2, title="Other")).rebind(item)
    field.selectAll()
    qtbot.keyClicks(field, "Neap")
    assert item.title == "Neap"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (item.title, field.text()) == ("Low water", "Low water")
