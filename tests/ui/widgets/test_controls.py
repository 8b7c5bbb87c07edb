# SPDX-License-Identifier: MIT
"""The small controls do what their state says, by mouse, by key and for a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from novelist.ui.icons import Icons
from novelist.ui.theme import THEME_NAMES, Theme
from novelist.ui.widgets.button import Button, ButtonRole, IconButton
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.focus_ring import FocusRing
from novelist.ui.widgets.gallery import Gallery
from novelist.ui.widgets.goal_bar import GoalBar
from novelist.ui.widgets.hairline_splitter import HairlineSplitter
from novelist.ui.widgets.panel_header import PanelHeader
from novelist.ui.widgets.property_row import PropertyRow, ValueButton
from novelist.ui.widgets.rail_button import RailButton
from novelist.ui.widgets.segmented import Segmented
from novelist.ui.widgets.switch import Switch
from novelist.ui.widgets.tag import Tag
from novelist.ui.widgets.text_field import InlineField, SearchField, TextField
from novelist.ui.widgets.text_label import TextLabel


def test_a_rail_button_is_named_by_its_word(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    button = RailButton(theme, icons, "pen-line")
    qtbot.addWidget(button)
    button.set_name("Write")
    assert (button.accessibleName(), button.sizeHint()) == ("Write", QSize(56, 52))


def test_a_rail_button_without_its_word_tells_it(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    button = RailButton(theme, icons, "pen-line", with_label=False)
    qtbot.addWidget(button)
    button.set_name("Write")
    assert button.toolTip() == "Write"


def test_an_icon_button_tells_its_shortcut(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    button = IconButton(theme, icons, "plus")
    qtbot.addWidget(button)
    button.set_name("New scene", "Ctrl+N")
    assert button.accessibleName() == "New scene"
    assert button.toolTip() == "New scene (Ctrl+N)"
    assert button.size() == QSize(28, 28)


def test_a_button_reads_without_the_air_before_its_words(
    theme: Theme, icons: Icons, qtbot: QtBot
) -> None:
    button = Button(theme, icons, ButtonRole.PRIMARY, icon="plus")
    qtbot.addWidget(button)
    button.setText("New novel")
    assert button.accessibleName() == "New novel"
    assert button.sizeHint().height() == theme.size("button")


def test_segments_are_chosen_by_mouse_and_arrow(theme: Theme, qtbot: QtBot) -> None:
    segmented = Segmented(theme)
    qtbot.addWidget(segmented)
    segmented.set_segments([("scene", "Scene"), ("chapter", "Chapter")])
    segmented.show()
    with qtbot.waitActive(segmented):
        segmented.activateWindow()
    scene = segmented.findChild(QWidget, "segment_scene")
    chapter = segmented.findChild(QWidget, "segment_chapter")
    with qtbot.waitSignal(segmented.value_changed) as chosen:
        qtbot.mouseClick(chapter, Qt.MouseButton.LeftButton)
    assert chosen.args == ["chapter"]
    qtbot.keyClick(chapter, Qt.Key.Key_Left)
    assert segmented.value() == "scene"
    assert scene.accessibleName() == "Scene"


def test_segments_keep_their_choice_in_another_language(theme: Theme, qtbot: QtBot) -> None:
    segmented = Segmented(theme)
    qtbot.addWidget(segmented)
    segmented.set_segments([("scene", "Scene"), ("chapter", "Chapter")])
    segmented.set_value("chapter")
    segmented.set_segments([("scene", "场景"), ("chapter", "章")])
    assert segmented.value() == "chapter"
    assert segmented.findChild(QWidget, "segment_scene").accessibleName() == "场景"


def test_a_switch_turns_by_space_and_is_large_enough(theme: Theme, qtbot: QtBot) -> None:
    switch = Switch(theme)
    qtbot.addWidget(switch)
    switch.show()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    assert switch.sizeHint().height() >= theme.size("target_min")


def test_a_goal_bar_is_full_at_the_goal_and_beyond(theme: Theme, qtbot: QtBot) -> None:
    bar = GoalBar(theme)
    qtbot.addWidget(bar)
    shares = []
    for value, target in ((0, 0), (500, 1000), (1000, 1000), (1500, 1000)):
        bar.set_progress(value, target)
        shares.append(bar.share())
    assert shares == [0, 0.5, 1, 1]


def test_a_tag_is_read_by_its_name(theme: Theme, qtbot: QtBot) -> None:
    tag = Tag(theme, text="The second tide", hue="teal")
    qtbot.addWidget(tag)
    width = tag.sizeHint().width()
    tag.set_label("来信", "plum")
    assert tag.accessibleName() == "来信"
    assert tag.sizeHint().width() < width


def test_a_field_keeps_the_text_that_is_not_valid(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field = TextField(theme, page)
    label = field.problem_label(page)
    field.setText("20,24")
    field.set_problem("Write a number.")
    assert (field.text(), label.text()) == ("20,24", "Write a number.")
    assert not label.isHidden()
    field.set_problem("")
    assert label.isHidden()


def test_escape_empties_the_search_field(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    field = SearchField(theme, icons)
    qtbot.addWidget(field)
    field.set_words("Search all novels", "Clear")
    qtbot.keyClicks(field, "tide")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert field.accessibleName() == "Search all novels"


def test_a_value_edited_in_place_is_committed_or_given_up(theme: Theme, qtbot: QtBot) -> None:
    field = InlineField()
    qtbot.addWidget(field)
    field.set_value("Ines")
    field.show()
    field.setFocus()
    qtbot.keyClicks(field, " Marrow")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Ines"
    field.setText("Wren")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Wren"


def test_values_of_properties_stand_on_one_edge(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    switch, button = Switch(theme), ValueButton(theme, icons)
    rows = [PropertyRow(theme, switch), PropertyRow(theme, button)]
    for row in rows:
        qtbot.addWidget(row)
        row.set_label("Status")
        row.resize(272, 32)
        row.show()
    assert switch.x() == button.x() + button.inset == theme.size("label_column")
    assert button.accessibleName() == "Status"


def ink(row: QWidget, part: QWidget) -> tuple[int, int]:
    """The first and the last line of pixels of a part of a row that have something dark in them."""
    image = row.grab(part.geometry()).toImage()
    dark = [
        any(image.pixelColor(x, y).lightness() < 140 for x in range(4, image.width()))
        for y in range(image.height())
    ]
    return dark.index(True), len(dark) - dark[::-1].index(True)


@pytest.mark.parametrize("word", ["High", "海潮", "海潮 High"])
def test_a_title_stands_on_the_line_of_its_label(
    word: str, theme: Theme, icons: Icons, qtbot: QtBot
) -> None:
    field = InlineField()
    row = PropertyRow(theme, field)
    qtbot.addWidget(row)
    row.resize(272, 32)
    row.label.set_colour("text")
    row.set_label(word)
    field.set_value(word)
    row.show()
    field.setFixedHeight(row.height())
    field.clearFocus()  # no caret, and no border that shows it can be edited
    assert ink(row, field) == ink(row, row.label)


def test_a_value_button_asks_for_its_menu(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    button = ValueButton(theme, icons)
    qtbot.addWidget(button)
    button.set_value("Second draft", "ochre")
    button.show()
    with qtbot.waitSignal(button.value_requested):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.accessibleDescription() == "Second draft"


def test_an_empty_state_offers_its_first_action(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    state = EmptyState(theme, icons, "file-text", action_icon="plus")
    qtbot.addWidget(state)
    state.set_words("Your chapters and scenes will be listed here.", action="New scene")
    state.show()
    assert state.action.isVisible()
    assert not state.link.isVisible()
    with qtbot.waitSignal(state.action_requested):
        qtbot.mouseClick(state.action, Qt.MouseButton.LeftButton)


def test_an_empty_state_keeps_its_distances(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    state = EmptyState(theme, icons, "triangle-alert")
    qtbot.addWidget(state)
    link = state.add_link()
    link.setText("Open another library…")
    state.resize(600, 500)
    state.set_words("The library is damaged.", "Restore a backup.", "Restore a backup…")
    state.show()
    sentence, hint = state.findChildren(TextLabel)
    assert hint.contentsRect().top() == 8
    assert hint.y() == sentence.geometry().bottom() + 1
    assert state.action.y() - hint.geometry().bottom() - 1 == 24
    assert link.y() - state.action.geometry().bottom() - 1 == 8
    state.set_words("The library is damaged.", action="Restore a backup…")
    qtbot.waitUntil(lambda: state.action.y() - sentence.geometry().bottom() - 1 == 24)


def test_panel_headers_share_one_height(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    header = PanelHeader(theme, icons, title="A title that is much too long for its panel")
    qtbot.addWidget(header)
    header.add_button("plus").set_name("Add")
    header.resize(200, 40)
    header.show()
    assert header.height() == theme.size("header") == 40
    assert header.title.width() < header.title.sizeHint().width()


def test_a_splitter_is_one_pixel_wide_and_eight_to_the_hand(theme: Theme, qtbot: QtBot) -> None:
    splitter = HairlineSplitter(theme)
    qtbot.addWidget(splitter)
    splitter.addWidget(QWidget())
    splitter.addWidget(QWidget())
    splitter.resize(400, 100)
    splitter.show()
    handle = splitter.handle(1)
    assert handle.contentsRect().width() == 1
    assert handle.width() == theme.size("splitter_grab")


def test_the_ring_follows_the_keyboard_only(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    button, field = Button(theme, icons), QLineEdit()
    column.addWidget(field)
    column.addWidget(button)
    ring = FocusRing(theme, window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert ring.target is button
    assert ring.geometry().contains(button.geometry().adjusted(-4, -4, 4, 4))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ring.target is None


def test_the_ring_leaves_fields_to_themselves(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = QLineEdit(), QLineEdit()
    column.addWidget(first)
    column.addWidget(second)
    ring = FocusRing(theme, window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert ring.isHidden()


def test_the_gallery_can_be_drawn_in_every_theme(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    gallery = Gallery(theme, icons)
    qtbot.addWidget(gallery)
    gallery.resize(1440, 900)
    gallery.show()
    for name in THEME_NAMES:
        theme.set_choice(name)
        picture = gallery.grab().toImage()
        assert picture.pixelColor(2, 2) == theme.colour("page")
