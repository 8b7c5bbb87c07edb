# SPDX-License-Identifier: MIT
"""The theme keeps what the look promises: contrast, sizes, languages, following the desktop."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from novelist.ui.theme import THEME_NAMES, Theme, load_tokens

GROUNDS = ("page", "side", "window", "raised")
ROW_GROUNDS = (*GROUNDS, "hover", "selected", "selected_idle", "accent_soft")
NEEDS = (  # token, grounds, ratio (look, section 2)
    ("line_control", GROUNDS, 3.0),
    ("text", ROW_GROUNDS, 4.5),
    ("text_2", ROW_GROUNDS, 4.5),
    ("text_3", ROW_GROUNDS, 4.5),
    ("accent", ROW_GROUNDS, 4.5),
    ("on_accent", ("accent", "accent_hover", "accent_pressed"), 4.5),
    ("focus", GROUNDS, 3.0),
    ("danger", (*GROUNDS, "danger_soft"), 4.5),
    ("on_danger", ("danger",), 4.5),
    ("warning", (*GROUNDS, "warning_soft"), 4.5),
    ("success", (*GROUNDS, "success_soft"), 4.5),
    ("text", ("danger_soft", "warning_soft", "success_soft", "text_select"), 4.5),
    ("diff_add_text", ("diff_add",), 4.5),
    ("diff_del_text", ("diff_del",), 4.5),
    ("text", ("find", "find_current", "comment"), 4.5),
    ("comment_line", ("page",), 3.0),
    ("spell", ("page",), 3.0),
)


def luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in colour.getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize(("token", "grounds", "ratio"), NEEDS)
def test_every_ink_is_readable_on_every_ground(
    theme: Theme, name: str, token: str, grounds: tuple[str, ...], ratio: float
) -> None:
    theme.set_choice(name)
    for ground in grounds:
        assert contrast(theme.colour(token), theme.colour(ground)) >= ratio, (token, ground)


@pytest.mark.parametrize("name", THEME_NAMES)
def test_commented_highlighted_and_selected_words_are_told_apart(theme: Theme, name: str) -> None:
    theme.set_choice(name)
    comment = theme.colour("comment").getRgb()
    for other in ("find", "find_current", "text_select", "page"):
        ground = theme.colour(other).getRgb()
        assert sum(abs(a - b) for a, b in zip(comment, ground, strict=True)) >= 40, other


@pytest.mark.parametrize("name", THEME_NAMES)
def test_labels_and_covers_are_readable(theme: Theme, name: str) -> None:
    theme.set_choice(name)
    for hue in load_tokens()["label"][name]:
        for ground in ROW_GROUNDS:
            assert contrast(theme.label_colour(hue), theme.colour(ground)) >= 3.0, (hue, ground)
        assert contrast(theme.tint(hue), theme.colour("text")) >= 7.0
    for cover in theme.cover_names():
        assert contrast(*theme.cover(cover)) >= 4.5


def test_all_themes_name_the_same_tokens() -> None:
    colours = load_tokens()["color"]
    assert colours["light"].keys() == colours["dark"].keys() == colours["sepia"].keys()


def test_a_choice_repaints_the_program(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.theme_changed):
        theme.set_choice("sepia")
    assert theme.name == "sepia"
    window = QApplication.palette().color(QPalette.ColorRole.Window)
    assert window == theme.colour("window")


def test_an_unknown_choice_follows_the_system(qapp: QApplication) -> None:
    assert Theme("mauve").choice == "system"


def test_a_panel_keeps_its_ground_in_another_theme(theme: Theme, qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    theme.lay_ground(panel, "side")
    theme.set_choice("dark")
    assert panel.palette().color(QPalette.ColorRole.Window) == theme.colour("side")


def test_what_scrolls_keeps_its_ground_in_another_theme(theme: Theme, qtbot: QtBot) -> None:
    text = QPlainTextEdit("A report.")
    qtbot.addWidget(text)
    theme.lay_ground(text, "side")
    text.show()
    theme.set_choice("dark")
    painted = text.grab().toImage().pixelColor(text.rect().center())
    assert painted == theme.colour("side")


def test_a_panel_that_is_gone_stops_no_other(theme: Theme, qtbot: QtBot) -> None:
    gone, panel = QWidget(), QWidget()
    qtbot.addWidget(panel)
    for each in (gone, panel):
        theme.lay_ground(each, "side")
    shiboken6.delete(gone)
    theme.set_choice("dark")
    assert panel.palette().color(QPalette.ColorRole.Window) == theme.colour("side")


def test_selection_is_idle_where_the_focus_is_not(theme: Theme) -> None:
    palette = theme.palette()
    role = QPalette.ColorRole.Highlight
    assert palette.color(QPalette.ColorGroup.Active, role) == theme.colour("selected")
    assert palette.color(QPalette.ColorGroup.Inactive, role) == theme.colour("selected_idle")


def test_small_chinese_text_is_never_under_twelve_pixels(theme: Theme) -> None:
    caption, body = theme.type_style("caption"), theme.type_style("body")
    theme.set_language("zh_CN")
    assert theme.type_style("caption").size >= max(12, caption.size + 1)
    assert theme.type_style("body") == body


def test_the_book_face_puts_the_script_of_the_novel_first(theme: Theme) -> None:
    assert theme.book_font("en").families()[0] == "Literata"
    assert theme.book_font("zh").families()[0] != "Literata"
    assert "Literata" in theme.book_font("zh").families()


def test_garamond_is_set_larger(theme: Theme) -> None:
    theme.set_book_family("EB Garamond")
    assert theme.book_font("en").pixelSize() == 20
    assert theme.book_font("zh").pixelSize() == 19


def test_display_text_is_in_the_book_face(theme: Theme) -> None:
    display = theme.font("display")
    assert display.families()[0] == "Literata"
    assert display.weight() == QFont.Weight.Medium


def test_reduced_motion_stops_every_movement(theme: Theme) -> None:
    theme.set_reduced_motion(True)
    assert {theme.duration(name) for name in ("fade", "panel", "focus", "typewriter")} == {0}


def test_the_style_sheet_leaves_the_editor_and_the_rows_alone(theme: Theme) -> None:
    sheet = theme.style_sheet()
    for forbidden in ("QTextEdit", "QPlainTextEdit", "QTreeView", "QListView", "QTableView"):
        assert forbidden not in sheet


def test_the_style_sheet_is_understood(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel("Saved")  # Qt warns, and so fails this test, where it cannot parse the sheet
    qtbot.addWidget(label)
    label.ensurePolished()
    assert "$" not in theme.style_sheet()
