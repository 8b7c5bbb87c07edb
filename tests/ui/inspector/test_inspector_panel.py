# SPDX-License-Identifier: MIT
"""The promises of the inspector."""

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from novelist.db.models import Label, OutlineItem, Status
from novelist.domain.enums import ItemKind
from novelist.ui.inspector.panel import InspectorPanel
from novelist.ui.inspector.target import target_from, target_text
from novelist.ui.tasks import Tasks

STATUSES = [
    Status(id=1, novel_id=1, name="First draft", hue="clay", position=0),
    Status(id=2, novel_id=1, name="Second draft", hue="ochre", position=1),
]
LABELS = [Label(id=5, novel_id=1, name="The second tide", hue="teal", position=0)]
FIELDS = ("title", "status", "label", "target", "in_manuscript")


def make_item(kind=ItemKind.SCENE, **values):
    columns = {
        "id": 1, "novel_id": 1, "title": "The second high water", "synopsis": "", "notes": "",
        "status_id": 2, "label_id": None, "target": 1500, "in_manuscript": True, "words": 1284,
    }  # fmt: skip
    return OutlineItem(kind=kind, **(columns | values))


@pytest.fixture(autouse=True)
def english_figures():
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def saved():
    return []


@pytest.fixture
def panel(qtbot, theme, icons, saved, run_on_loop):
    async def save(item):
        saved.append(item)

    panel = InspectorPanel(theme, icons, Tasks(theme, saved.append), save)
    panel.resize(304, 800)
    panel.show_choices(STATUSES, LABELS)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    yield panel
    run_on_loop(panel.settle())
    panel.close()
    panel.deleteLater()


@pytest.mark.parametrize(
    ("kind", "question"),
    [(ItemKind.NOTE, "What is this about?"), (ItemKind.SCENE, "What happens here?")],
)
def test_it_asks_what_fits_the_item(panel, kind, question):
    panel.show_item(make_item(kind))
    assert panel.synopsis.editor.hint == question


def shown_fields(panel):
    return [name for name in FIELDS if getattr(panel, name).isVisible()]


def figures(panel):
    return panel.target._rest.accessibleDescription()


async def test_a_scene_shows_what_is_known_of_it(panel):
    panel.show_item(make_item(synopsis="A high water.", label_id=5))
    assert panel.title.text() == "The second high water"
    assert panel.synopsis.editor.toPlainText() == "A high water."
    assert (panel.status.button.text(), panel.label.button.text()) == (
        "Second draft",
        "The second tide",
    )
    assert figures(panel) == "1,284 of 1,500"
    assert panel.in_manuscript.isChecked()


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (ItemKind.SCENE, FIELDS),
        (ItemKind.CHAPTER, ("title", "target", "in_manuscript")),
        (ItemKind.PART, ("title", "target", "in_manuscript")),
        (ItemKind.NOTE, ("title", "label")),
        (ItemKind.FOLDER, ("title",)),
    ],
)
async def test_only_fields_that_make_sense_are_shown(panel, kind, fields):
    panel.show_item(make_item(kind))
    assert shown_fields(panel) == list(fields)
    assert panel.notes.isVisible()


async def test_nothing_chosen_says_what_the_panel_is_for(panel):
    assert panel.item_id is None
    assert panel._empty.sentence == "Choose a scene to see what you know of it."
    assert shown_fields(panel) == []


async def test_a_new_title_is_set_at_once(panel, qtbot):
    item = make_item()
    panel.show_item(item)
    panel.title.selectAll()
    with qtbot.waitSignal(panel.edited) as edited:
        qtbot.keyClicks(panel.title, "L")
    assert (edited.args, item.title) == ([1, "title"], "L")


async def test_the_synopsis_is_written_in_place_and_grows(panel, qtbot, saved):
    item = make_item()
    panel.show_item(item)
    before = panel.synopsis.editor.sizeHint().height()
    panel.synopsis.editor.setFocus()
    qtbot.keyClicks(panel.synopsis.editor, "Rain.")
    qtbot.keyClick(panel.synopsis.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(panel.synopsis.editor, "More rain.")
    assert item.synopsis == "Rain.\nMore rain."
    assert panel.synopsis.editor.sizeHint().height() > before
    panel.title.setFocus()
    await panel.settle()
    assert saved == [item]


async def test_an_unfinished_composition_goes_to_the_scene_it_was_written_in(panel):
    first, second = make_item(), make_item(id=2, synopsis="Other.")
    panel.show_item(first)
    QApplication.sendEvent(panel.synopsis.editor, QInputMethodEvent("潮水", []))
    assert first.synopsis == ""
    panel.show_item(second)
    assert (first.synopsis, second.synopsis) == ("潮水", "Other.")


async def test_pasting_brings_words_without_their_look(panel):
    panel.show_item(make_item())
    QApplication.clipboard().setText("Rain.")
    panel.synopsis.editor.paste()
    assert panel.synopsis.editor.toPlainText() == "Rain."


async def test_a_status_is_chosen_from_the_menu(panel, qtbot):
    item = make_item()
    panel.show_item(item)
    names = [action.text() for action in panel.status.menu().actions()]
    assert names == ["No status", "First draft", "Second draft", "", "New status…"]
    with qtbot.waitSignal(panel.edited):
        panel.status.menu().actions()[1].trigger()
    assert (item.status_id, panel.status.button.text()) == (1, "First draft")


async def test_a_label_can_be_none(panel):
    item = make_item(label_id=5)
    panel.show_item(item)
    panel.label.menu().actions()[0].trigger()
    assert (item.label_id, panel.label.button.text()) == (None, "No label")


async def test_the_switch_takes_a_scene_out_of_the_manuscript(panel, qtbot):
    item = make_item()
    panel.show_item(item)
    qtbot.mouseClick(panel.in_manuscript, Qt.MouseButton.LeftButton)
    assert item.in_manuscript is False


async def test_a_target_is_written_in_place(panel, qtbot):
    item = make_item()
    panel.show_item(item)
    panel.target.edit()
    qtbot.keyClicks(panel.target.field, "2,000")
    qtbot.keyClick(panel.target.field, Qt.Key.Key_Return)
    assert item.target == 2000
    assert figures(panel) == "1,284 of 2,000"
    assert not panel.target.field.isVisible()


async def test_a_target_that_is_no_number_is_explained_and_stays(panel, qtbot):
    item = make_item()
    panel.show_item(item)
    panel.target.edit()
    qtbot.keyClicks(panel.target.field, "lots")
    assert panel.target.problem.text() == "Write a number above 0, or nothing for no target."
    panel.title.setFocus()
    assert (panel.target.field.text(), item.target) == ("lots", 1500)
    qtbot.keyClick(panel.target.field, Qt.Key.Key_Escape)
    assert (panel.target.problem.isVisible(), figures(panel)) == (False, "1,284 of 1,500")


async def test_an_empty_target_is_none(panel, qtbot):
    item = make_item()
    panel.show_item(item)
    panel.target.edit()
    qtbot.keyClick(panel.target.field, Qt.Key.Key_Backspace)
    qtbot.keyClick(panel.target.field, Qt.Key.Key_Return)
    assert (item.target, figures(panel)) == (None, "No target")


async def test_writing_moves_the_bar(panel):
    panel.show_item(make_item(ItemKind.CHAPTER, words=0), words=6118)
    panel.set_words(6200)
    assert figures(panel) == "6,200 of 1,500"


async def test_showing_the_same_scene_again_does_not_move_the_caret(panel, qtbot):
    item = make_item(synopsis="Rain.")
    panel.show_item(item)
    panel.synopsis.editor.setFocus()
    qtbot.keyClick(panel.synopsis.editor, Qt.Key.Key_Right)
    item.words = 1300
    panel.show_item(item)
    assert panel.synopsis.editor.textCursor().position() == 1
    assert figures(panel) == "1,300 of 1,500"


async def test_what_others_change_is_shown(panel):
    item = make_item()
    panel.show_item(item)
    item.title, item.status_id = "Renamed", 1
    panel.refresh_item(1)
    assert (panel.title.text(), panel.status.button.text()) == ("Renamed", "First draft")


async def test_changing_the_item_does_not_carry_a_problem_along(panel, qtbot):
    panel.show_item(make_item())
    panel.target.edit()
    qtbot.keyClicks(panel.target.field, "lots")
    panel.show_item(make_item(id=2, target=None))
    assert not panel.target.problem.isVisible()
    assert figures(panel) == "No target"


@pytest.mark.parametrize("text", ["0", "-5", "1.5.5", "many", "999999999999"])
def test_these_are_no_targets(text):
    with pytest.raises(ValueError, match=r"."):
        target_from(text)


@pytest.mark.parametrize("target", [None, 1, 1500, 99_999_999])
def test_a_target_reads_back_as_it_was_written(target):
    assert target_from(target_text(target)) == target


async def test_everything_can_be_said_in_another_language(panel):
    panel.show_item(make_item())
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.synopsis.editor.accessibleName() == "Synopsis"
