# SPDX-License-Identifier: MIT
"""The promises of the sheet "Preferences"."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QPushButton,
    QSlider,
    QWidget,
)

from novelist.settings import Settings
from novelist.ui.theme import CHOICES

LEFT = Qt.MouseButton.LeftButton


def find(sheet, name, kind=QPushButton):
    return sheet.findChild(kind, name)


def go_to(sheet, row):
    sections = find(sheet, "preferences_sections", QListView)
    sections.setFocus()
    QTest.keyClick(sections, Qt.Key.Key_Home)
    for _ in range(row):
        QTest.keyClick(sections, Qt.Key.Key_Down)


def click(sheet, name, kind=QAbstractButton):
    QTest.mouseClick(find(sheet, name, kind), LEFT)


def test_it_shows_what_is_chosen_and_changes_nothing_by_being_opened(sheet, desk):
    assert find(sheet, "theme_light", QAbstractButton).isChecked()
    assert find(sheet, "preferences_typeface", QComboBox).currentText() == "Literata"
    assert find(sheet, "preferences_author", QLineEdit).text() == "Imogen"
    assert desk.changed == []


def test_a_theme_is_chosen_by_a_press(sheet, desk):
    click(sheet, "theme_dark")
    assert desk.changed == [("theme", "dark")]


def test_no_word_of_a_theme_is_cut(sheet, theme):
    for choice in CHOICES:
        card = find(sheet, f"theme_{choice}", QAbstractButton)
        bold = QFontMetrics(theme.font("strong"))
        assert bold.horizontalAdvance(card.text()) <= card.width()


def test_the_language_is_gone_to_from_any_page(sheet):
    go_to(sheet, 2)
    sheet.close_sheet()
    sheet.open_language()
    assert find(sheet, "preferences_language", QWidget).isVisible()
    assert QApplication.focusWidget() is find(sheet, "segment_system", QAbstractButton)


def test_the_arrows_choose_the_next_theme(sheet, desk):
    card = find(sheet, "theme_light", QAbstractButton)
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert desk.changed == [("theme", "dark"), ("theme", "sepia")]


def test_the_language_of_the_interface_is_chosen_at_once(sheet, desk):
    click(sheet, "segment_zh_CN")
    assert desk.changed == [("language", "zh_CN")]


def test_the_languages_are_named_in_themselves(sheet):
    names = [find(sheet, f"segment_{tag}", QAbstractButton).text() for tag in ("en", "zh_CN")]
    assert names == ["English", "简体中文"]


def test_a_typeface_is_chosen_by_key_and_shown_in_itself(sheet, desk):
    faces = find(sheet, "preferences_typeface", QComboBox)
    faces.setFocus()
    QTest.keyClick(faces, Qt.Key.Key_Down)
    assert desk.changed == [("typeface", "EB Garamond")]
    assert faces.font().family() == "EB Garamond"
    assert faces.itemData(2, Qt.ItemDataRole.FontRole).family() == "Source Serif 4"


def test_the_size_moves_by_arrows_and_by_a_press(sheet, desk):
    size = find(sheet, "preferences_size", QSlider)
    QTest.keyClick(size, Qt.Key.Key_Right)
    assert desk.changed == [("zoom", 110)]
    QTest.mouseClick(size, LEFT, pos=QPoint(2, size.height() // 2))
    assert desk.changed[-1] == ("zoom", 70)


def test_the_author_is_told_once_when_the_field_is_left(sheet, desk):
    go_to(sheet, 1)
    author = find(sheet, "preferences_author", QLineEdit)
    author.selectAll()
    QTest.keyClicks(author, "I. M. Farrow")
    assert desk.changed == []
    QTest.keyClick(author, Qt.Key.Key_Return)
    assert desk.changed == [("author", "I. M. Farrow")]


def test_escape_closes_and_keeps_what_was_being_typed(sheet, desk):
    go_to(sheet, 1)
    author = find(sheet, "preferences_author", QLineEdit)
    author.setFocus()
    QTest.keyClicks(author, " Farrow")
    QTest.keyClick(author, Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert desk.changed == [("author", "Imogen Farrow")]


def test_the_defaults_of_appearance_come_back(sheet, desk):
    click(sheet, "theme_dark")
    find(sheet, "preferences_size", QSlider).setValue(0)
    click(sheet, "preferences_restore")
    assert desk.settings == Settings(author="Imogen")
    assert find(sheet, "theme_system", QAbstractButton).isChecked()


def test_a_change_made_elsewhere_is_shown_at_the_next_opening(sheet, desk):
    sheet.close_sheet()
    desk.settings.theme = "sepia"
    desk.settings.zoom = 150
    sheet.open_preferences()
    assert find(sheet, "theme_sepia", QAbstractButton).isChecked()
    assert find(sheet, "preferences_size", QSlider).accessibleDescription() == "150 %"
    assert desk.changed == []


def test_the_library_can_be_shown_and_its_copies_when_there_are_any(sheet, desk, tmp_path):
    go_to(sheet, 5)
    click(sheet, "preferences_reveal_library")
    assert not find(sheet, "preferences_reveal_backups").isEnabled()
    (tmp_path / "backups").mkdir()
    sheet.show_library(tmp_path / "Novels.novelist")
    click(sheet, "preferences_reveal_backups")
    assert desk.shown == [tmp_path / "Novels.novelist", tmp_path / "backups"]


def test_another_library_is_a_wish(sheet, desk, tmp_path):
    dialog = sheet.library.choose_library()
    dialog.fileSelected.emit(str(tmp_path / "Other.novelist"))
    dialog.close()
    dialog = sheet.library.name_library()
    assert dialog.defaultSuffix() == "novelist"
    dialog.fileSelected.emit(str(tmp_path / "New.novelist"))
    dialog.close()
    assert desk.opened == [tmp_path / "Other.novelist"]
    assert desk.created == [tmp_path / "New.novelist"]


def test_tab_reaches_every_control_of_the_section_in_order(sheet):
    names = []
    for _ in range(14):
        focused = QApplication.focusWidget()
        names.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    wanted = [
        "preferences_sections", "theme_light", "segment_system", "preferences_typeface",
        "preferences_size", "preferences_restore", "preferences_done",
    ]  # fmt: skip
    reached = [name for name in names if name in wanted]
    assert reached[: len(wanted)] == wanted


def test_every_control_has_a_name_to_be_read_aloud(sheet):
    for name in ("preferences_sections", "preferences_typeface", "preferences_size"):
        assert find(sheet, name, QWidget).accessibleName()
    for button in sheet.findChildren(QAbstractButton):
        assert button.accessibleName(), button.objectName()


class Shouting(QTranslator):
    """A language in capitals; sentences with a gap for a value stay as they are."""

    def translate(self, _context, text, _note=None, _number=-1):
        return text if "{" in text else text.upper()

    def isEmpty(self):
        return False


def test_the_words_follow_the_language_at_once(sheet):
    language = Shouting()
    QApplication.installTranslator(language)
    QApplication.processEvents()
    try:
        assert sheet.accessibleName() == "PREFERENCES"
        assert find(sheet, "preferences_done").text() == "DONE"
        assert find(sheet, "theme_light", QAbstractButton).text() == "LIGHT"
        assert find(sheet, "preferences_typeface", QComboBox).accessibleName() == "TYPEFACE"
    finally:
        QApplication.removeTranslator(language)
        QApplication.processEvents()
    assert find(sheet, "preferences_done").text() == "Done"
