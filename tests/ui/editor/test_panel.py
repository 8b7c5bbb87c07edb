# SPDX-License-Identifier: MIT
"""The panel as the workspace uses it."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from novelist.domain import document as d
from novelist.domain.document import Block, Document
from novelist.errors import StorageFullError
from novelist.ui.editor.page import PageSettings
from novelist.ui.editor.panel import EditorPanel
from novelist.ui.tasks import Tasks
from novelist.ui.widgets.menu import Menu
from tests.ui.editor.conftest import heard

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(qtbot, theme, icons, store):
    owner = QObject()
    panel = EditorPanel(theme, icons, Tasks(owner, pytest.fail), store.save)
    qtbot.addWidget(panel)
    panel.resize(900, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    yield panel
    for text in panel.documents.dirty():
        text.saved_revision = text.revision
    panel.show_nothing()
    owner.deleteLater()


async def test_without_a_scene_it_offers_to_begin_one(panel):
    assert panel.current_item_id is None
    assert panel.empty.isVisible()
    panel.empty.action.click()
    QTest.keyClicks(panel.edit, "lost")
    assert panel.edit.document().isEmpty()


async def test_a_scene_shows_title_place_and_text(panel):
    panel.show_text(7, d.document_of("a", "b"), title="Night", place=["3  The harbour"])
    assert panel.current_item_id == 7
    assert panel.header.place.parts == ["3  The harbour", "Night"]
    assert panel.edit.title.title == "Night"
    assert panel.text_of(7) == d.document_of("a", "b")
    assert panel.text_of(8) is None


async def test_caret_and_scroll_come_back(panel):
    long = d.document_of(*["a line of words"] * 200)
    panel.show_text(1, long, title="", caret=900, scroll=700)
    assert (panel.caret, panel.scroll_position) == (900, 700)
    panel.show_text(2, d.EMPTY, title="")
    panel.show_text(1, long, title="")
    assert (panel.caret, panel.scroll_position) == (900, 700)


LONG = d.document_of(*["The tide came in over the flats, slow and grey, and went. " * 6] * 80)


def top_of_caret(panel):
    return panel.edit.cursorRect().top()


async def test_the_caret_stays_where_it_is_while_the_width_changes(panel, qtbot):
    panel.show_text(1, LONG, title="")
    panel.edit.set_caret_position(len(LONG.plain_text) // 2)
    panel.edit.ensureCursorVisible()
    before, scroll = top_of_caret(panel), panel.scroll_position
    for width in (640, 560, 450, 380):
        panel.resize(width, 700)
        qtbot.waitUntil(lambda: abs(top_of_caret(panel) - before) <= 2)
    panel.resize(900, 700)
    qtbot.waitUntil(lambda: abs(panel.scroll_position - scroll) <= 2)


async def test_the_first_line_stays_while_the_caret_is_elsewhere(panel, qtbot):
    panel.show_text(1, LONG, title="")
    panel.edit.verticalScrollBar().setValue(3000)
    first = panel.first_line.position
    for width in (560, 380, 560, 900):
        panel.resize(width, 700)
    qtbot.waitUntil(lambda: panel.first_line.position == first)
    assert abs(panel.scroll_position - 3000) <= 2


async def test_the_first_line_comes_back_in_another_width(panel, qtbot):
    panel.show_text(1, LONG, title="", caret=0, scroll=3000)
    left = panel.first_line
    panel.close_text(1)
    panel.resize(420, 700)
    panel.show_text(1, LONG, title="", caret=0, scroll=3000, first_line=left)
    line = panel.edit.cursorForPosition(QPoint(0, max(left.y, 0) + 4))
    assert abs(line.position() - left.position) < 80


async def test_a_title_typed_above_the_text_is_announced(panel):
    panel.show_text(7, d.EMPTY, title="", untitled=lambda: "Untitled scene")
    said = []
    panel.title_edited.connect(lambda *args: said.append(args))
    panel.focus_title()
    QTest.keyClicks(panel.edit.title, "No")
    assert said[-1] == (7, "No")
    assert panel.header.place.parts == ["No"]


async def test_a_title_changed_elsewhere_is_shown_and_not_announced(panel):
    panel.show_text(7, d.EMPTY, title="Old", place=["1"])
    said = []
    panel.title_edited.connect(lambda *args: said.append(args))
    panel.set_title(7, "New")
    panel.set_title(8, "Other")
    assert panel.edit.title.title == "New"
    assert panel.header.place.parts == ["1", "New"]
    assert said == []


@pytest.mark.usefixtures("clock_stands")
async def test_leaving_a_scene_saves_it(panel, store):
    panel.show_text(1, d.EMPTY, title="")
    QTest.keyClicks(panel.edit, "a")
    panel.show_text(2, d.EMPTY, title="")
    await heard(panel.autosave.saved)
    assert store.saves == [(1, d.document_of("a"))]


@pytest.mark.usefixtures("clock_stands")
async def test_leaving_a_scene_saves_the_unfinished_word(panel, store):
    from PySide6.QtGui import QInputMethodEvent

    panel.show_text(1, d.EMPTY, title="")
    QApplication.sendEvent(panel.edit, QInputMethodEvent("hao", []))
    panel.show_text(2, d.EMPTY, title="")
    await heard(panel.autosave.saved)
    assert store.saves == [(1, d.document_of("hao"))]


@pytest.mark.usefixtures("clock_stands")
async def test_losing_the_focus_saves(panel, store):
    panel.show_text(1, d.EMPTY, title="")
    panel.focus_text()
    QTest.keyClicks(panel.edit, "a")
    panel.edit.title.setFocus()
    await heard(panel.autosave.saved)
    assert store.saves == [(1, d.document_of("a"))]


async def test_flushing_saves_everything_or_says_why_not(panel, store):
    panel.show_text(1, d.EMPTY, title="")
    QTest.keyClicks(panel.edit, "a")
    await panel.flush()
    assert store.saves == [(1, d.document_of("a"))]
    store.error = StorageFullError()
    QTest.keyClicks(panel.edit, "b")
    with pytest.raises(StorageFullError):
        await panel.flush()
    assert panel.text_of(1) == d.document_of("ab")


async def test_counts_follow_the_text(panel):
    panel.show_text(7, d.document_of("one two"), title="")
    item_id, counts = await heard(panel.counts_changed)
    assert (item_id, counts.words) == (7, 2)


async def test_a_split_is_asked_for_with_the_item(panel):
    panel.show_text(7, d.document_of("ab"), title="", caret=1)
    asked = []
    panel.split_requested.connect(lambda *args: asked.append(args))
    panel.formatting["split"].trigger()
    assert asked == [(7, 0, 1)]


async def test_a_text_changed_elsewhere_is_shown(panel, store):
    panel.show_text(1, d.document_of("a"), title="")
    panel.replace_text(1, d.document_of("b", "c"))
    QTest.keyClicks(panel.edit, "x")
    assert panel.text_of(1) == d.document_of("xb", "c")
    panel.replace_text(99, d.EMPTY)


async def test_an_item_that_is_gone_leaves_the_panel_empty(panel):
    panel.show_text(1, d.document_of("a"), title="")
    panel.close_text(1)
    assert panel.current_item_id is None
    assert panel.text_of(1) is None


async def test_zoom_keys_change_the_page_and_are_announced(panel, qtbot):
    panel.show_text(1, d.document_of("a", "b"), title="")
    panel.focus_text()
    with qtbot.waitSignal(panel.page_settings_changed) as said:
        QTest.keyClick(panel.edit, Qt.Key.Key_Plus, CONTROL)
    assert said.args == [PageSettings(zoom=1.1)]
    assert panel.edit.document().defaultFont().pixelSize() == 20
    QTest.keyClick(panel.edit, Qt.Key.Key_Minus, CONTROL)
    QTest.keyClick(panel.edit, Qt.Key.Key_Minus, CONTROL)
    assert panel.page_settings.zoom == 0.9
    QTest.keyClick(panel.edit, Qt.Key.Key_0, CONTROL)
    assert panel.page_settings.zoom == 1


async def test_zooming_keeps_the_history_and_is_no_step_of_it(panel):
    panel.show_text(1, d.document_of("a", "b"), title="", caret=0)
    QTest.keyClicks(panel.edit, "x")
    panel.set_page_settings(PageSettings(zoom=2.0))
    panel.edit.undo()
    assert panel.text_of(1) == d.document_of("a", "b")
    panel.edit.redo()
    assert panel.text_of(1) == d.document_of("xa", "b")
    QTest.keyClicks(panel.edit, "y")
    second = panel.edit.document().lastBlock()
    assert second.blockFormat().textIndent() == 54


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.5])
async def test_lines_are_as_high_as_the_zoom_makes_them(panel, zoom):
    panel.set_page_settings(PageSettings(zoom=zoom))
    panel.show_text(1, d.document_of("word " * 200), title="")
    panel.edit.document().size()
    layout = panel.edit.document().firstBlock().layout()
    step = layout.lineAt(1).y() - layout.lineAt(0).y()
    assert step == pytest.approx(29 * zoom, rel=0.01)


async def test_control_and_the_wheel_zoom(panel):
    panel.show_text(1, d.EMPTY, title="")
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
        CONTROL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(panel.edit.viewport(), wheel)
    assert panel.page_settings.zoom == 1.1


async def test_the_wheel_and_the_mouse_work_beside_the_column(panel):
    panel.show_text(1, d.document_of(*["a line of words"] * 200), title="")
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(panel.edit, wheel)
    assert panel.scroll_position > 0
    QTest.mouseClick(panel.edit, Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    assert panel.edit.textCursor().blockNumber() > 3
    assert panel.edit.textCursor().positionInBlock() == 0


async def test_the_column_is_centred_and_keeps_its_measure(panel):
    panel.show_text(1, d.EMPTY, title="")
    for width in (800, 1400):
        panel.resize(width, 700)
        left = panel.edit.viewport().x()
        assert panel.edit.lineWrapColumnOrWidth() == 592
        assert left == (width - 592) // 2
    panel.resize(400, 700)
    assert panel.edit.lineWrapColumnOrWidth() < 400


async def test_the_title_scrolls_with_the_text(panel):
    panel.show_text(1, d.document_of(*["a line of words"] * 200), title="T")
    top = panel.edit.title.y()
    panel.edit.verticalScrollBar().setValue(100)
    assert panel.edit.title.y() == top - 100


async def test_themes_change_the_page_at_once(panel, theme):
    panel.show_text(1, d.document_of("a"), title="")
    for name in ("dark", "sepia", "light"):
        theme.set_choice(name)
        palette = panel.edit.palette()
        assert palette.base().color() == theme.colour("page")
        assert palette.highlight().color() == theme.colour("text_select")


async def test_the_right_button_opens_our_own_menu(panel):
    panel.show_text(1, d.document_of("a"), title="")
    point = QPoint(300, 200)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, point)
    QApplication.sendEvent(panel.edit.viewport(), event)
    menu = panel.findChild(Menu, "text_menu")
    names = [action.objectName() for action in menu.actions()]
    assert {"format_cut", "format_paste_plain", "format_split"} <= set(names)
    menu.close()


async def test_the_typeface_menu_sets_the_page_in_another_face(panel):
    panel.show_text(1, d.document_of("a"), title="")
    panel.header.typeface.click()
    menu = panel.findChild(Menu, "typeface_menu")
    next(action for action in menu.actions() if action.text() == "EB Garamond").trigger()
    menu.close()
    assert panel.page_settings.face == "EB Garamond"
    font = panel.edit.document().defaultFont()
    assert font.families()[0] == "EB Garamond"
    assert font.pixelSize() == 20


async def test_a_face_chosen_in_the_preferences_wins_over_an_older_choice(panel, theme):
    panel.set_page_settings(PageSettings(face="EB Garamond"))
    panel.show_text(1, d.document_of("a"), title="")
    theme.set_book_family("Source Serif 4")
    assert panel.edit.document().defaultFont().families()[0] == "Source Serif 4"
    theme.set_book_family("Literata")


async def test_a_banner_stands_between_header_and_page(panel):
    banner = QLabel("trouble")
    banner.setFixedHeight(50)
    before = panel.edit.mapTo(panel, QPoint(0, 0)).y()
    panel.show_text(1, d.EMPTY, title="")
    panel.set_banner(banner)
    assert banner.isVisible()
    panel.set_banner(None)
    panel.layout().activate()
    assert not banner.isVisible()
    assert panel.edit.mapTo(panel, QPoint(0, 0)).y() == before
    banner.deleteLater()


async def test_a_scene_of_many_paragraphs_opens_and_takes_keys(panel):
    panel.show_text(1, d.document_of(*["“Yes,” he said."] * 6000), title="", caret=0)
    QTest.keyClicks(panel.edit, "x")
    QTest.keyClick(panel.edit, Qt.Key.Key_Return)
    assert len(panel.text_of(1)) == 6001


async def test_every_part_that_is_reached_has_a_name(panel):
    panel.show_text(1, d.EMPTY, title="")
    header = panel.header
    reached = (panel.edit, panel.edit.title, header.binder, header.typeface, header.inspector)
    assert all(part.accessibleName() and part.objectName() for part in (*reached, panel))


async def test_another_language_of_the_interface_is_taken_over(panel):
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.empty.sentence


async def test_pictures_and_breaks_are_drawn_and_the_caret_stands_behind_them(panel):
    document = Document(
        (Block("break"), Block("image", (), {"alt": "map"}), d.paragraph("a", "hl"))
    )
    panel.show_text(1, document, title="", caret=0)
    panel.focus_text()
    middle = panel.edit.viewport().width() // 2
    assert panel.edit.caret_rect().left() > middle
    assert not panel.grab().isNull()


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
async def test_buttons_that_the_text_does_not_use_do_nothing(panel, button):
    panel.show_text(1, d.document_of("Harbour"), title="")
    before = panel.caret
    QTest.mouseClick(panel.edit.viewport(), button, pos=QPoint(400, 300))
    QTest.mouseClick(panel.edit, button, pos=QPoint(5, 300))
    assert panel.caret == before


async def test_the_stand_in_for_a_title_follows_the_language(panel):
    words = ["Untitled scene"]
    panel.show_text(1, d.EMPTY, title="", untitled=lambda: words[0])
    words[0] = "未命名场景"
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.header.place.parts == ["未命名场景"]
