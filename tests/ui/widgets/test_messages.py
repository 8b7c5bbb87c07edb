# SPDX-License-Identifier: MIT
"""Banners, toasts, sheets and progress keep their promises of time, place and focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.banner import Banner, BannerKind
from novelist.ui.widgets.button import ButtonRole
from novelist.ui.widgets.progress_line import ProgressLine
from novelist.ui.widgets.shadow import SPREAD
from novelist.ui.widgets.sheet import Sheet
from novelist.ui.widgets.sided_sheet import SidedSheet, scrolled
from novelist.ui.widgets.text_label import TextLabel
from novelist.ui.widgets.toast import Toast


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.field = QLineEdit(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def test_a_banner_that_was_hidden_when_the_theme_changed_can_be_read(
    theme: Theme, icons: Icons, window: QWidget
) -> None:
    theme.set_choice("light")
    banner = Banner(theme, icons, BannerKind.WARNING, "triangle-alert", window, stacked=True)
    banner.set_words("Something happened.", "It is well.")
    banner.hide()
    theme.set_choice("dark")
    banner.show()
    shown = [label.palette().windowText().color() for label in banner.findChildren(TextLabel)]
    assert shown == [theme.colour("text"), theme.colour("text_2")]


def test_a_toast_stays_longer_when_it_offers_undo(
    theme: Theme, icons: Icons, window: QWidget
) -> None:
    toast = Toast(theme, icons, window)
    toast.show_message("Copied")
    assert (toast.isVisible(), toast.lifetime) == (True, 6000)
    toast.show_message("“Peppermint” moved to Trash", "Undo", lambda: None)
    assert (toast.text, toast.lifetime) == ("“Peppermint” moved to Trash", 10_000)


def test_undo_in_a_toast_runs_once(
    theme: Theme, icons: Icons, window: QWidget, qtbot: QtBot
) -> None:
    toast, undone = Toast(theme, icons, window), []
    toast.show_message("Moved", "Undo", lambda: undone.append(True))
    qtbot.mouseClick(toast.action, Qt.MouseButton.LeftButton)
    toast.action.click()
    assert undone == [True]
    assert toast.isHidden()


def test_a_toast_keeps_to_the_bottom_centre(
    theme: Theme, icons: Icons, window: QWidget, qtbot: QtBot
) -> None:
    toast = Toast(theme, icons, window)
    toast.show_message("Moved")
    window.resize(900, 600)
    qtbot.waitUntil(lambda: abs(toast.geometry().center().x() - 450) <= 1)
    assert toast.geometry().bottom() < 600 - theme.size("status_bar") + 16


def test_a_toast_hides_nothing_of_the_footer_of_the_page(
    theme: Theme, icons: Icons, window: QWidget, qtbot: QtBot
) -> None:
    toast, footer = Toast(theme, icons, window), QWidget(window)
    footer.setGeometry(0, 700, 1200, 60)
    footer.show()
    toast.stand_above(footer)
    toast.show_message("Restored")
    assert toast.geometry().bottom() - SPREAD < 700
    footer.hide()
    assert toast.geometry().bottom() > 700
    footer.show()
    assert toast.geometry().bottom() - SPREAD < 700
    toast.stand_above(None)
    assert toast.geometry().bottom() > 700


def test_a_toast_goes_with_the_language_of_its_words(
    theme: Theme, icons: Icons, window: QWidget
) -> None:
    toast = Toast(theme, icons, window)
    toast.show_message("Moved", "Undo", lambda: None)
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert toast.isHidden()


def test_a_toast_grows_with_its_font(
    theme: Theme, icons: Icons, window: QWidget, qtbot: QtBot
) -> None:
    toast = Toast(theme, icons, window)
    toast.show_message("The scene is as it was.")
    label = toast.findChild(TextLabel)
    label.setFont(theme.font("display"))
    qtbot.waitUntil(lambda: label.width() >= label.sizeHint().width() > 200)


def test_a_banner_is_read_whole(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    banner = Banner(theme, icons, BannerKind.DANGER, "hard-drive", stacked=True)
    qtbot.addWidget(banner)
    banner.set_words("The disk is full. Your text is safe.", "Free about 20 MB.")
    button = banner.add_button(ButtonRole.PRIMARY)
    button.setText("Try again")
    banner.show()
    assert banner.accessibleName() == "The disk is full. Your text is safe. Free about 20 MB."
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def sheet_over(window: QWidget, theme: Theme, icons: Icons) -> tuple[Sheet, list[QWidget]]:
    sheet = Sheet(theme, icons, window, size=QSize(400, 300))
    sheet.set_words("Name this version", "Close")
    field = QLineEdit()
    sheet.body.addWidget(field)
    cancel, save = sheet.add_button(), sheet.add_button(ButtonRole.PRIMARY)
    cancel.setText("Cancel")
    save.setText("Name")
    return sheet, [field, cancel, save]


def test_escape_closes_a_sheet_and_gives_the_focus_back(
    theme: Theme, icons: Icons, window: QWidget, qtbot: QtBot
) -> None:
    window.field.setFocus()
    sheet, (field, *_) = sheet_over(window, theme, icons)
    sheet.open_sheet()
    assert field.hasFocus()
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert window.field.hasFocus()


def test_a_sheet_that_shrinks_leaves_no_shadow_behind(
    theme: Theme, icons: Icons, window: QWidget, qtbot: QtBot
) -> None:
    sheet = Sheet(theme, icons, window)
    tall = QWidget()
    tall.setFixedSize(300, 300)
    sheet.body.addWidget(tall)
    theme.set_reduced_motion(True)
    seen = Painted(sheet)
    sheet.open_sheet()
    qtbot.waitUntil(lambda: not seen.region.isEmpty())
    seen.region = QRegion()
    below = QPoint(sheet.width() // 2, sheet.childrenRect().bottom() + SPREAD // 2)
    tall.setFixedSize(300, 60)
    qtbot.waitUntil(lambda: seen.region.contains(below))


class Painted(QObject):
    """What of a widget was painted again."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


def test_tab_goes_round_inside_a_sheet(
    theme: Theme, icons: Icons, window: QWidget, qtbot: QtBot
) -> None:
    sheet, controls = sheet_over(window, theme, icons)
    sheet.open_sheet()
    seen = []
    for _ in range(8):
        focused = window.focusWidget()
        seen.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert window.field not in seen
    assert set(controls) < set(seen)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    assert sheet.isAncestorOf(window.focusWidget())


@pytest.mark.parametrize(("key", "step"), [(Qt.Key.Key_Tab, 1), (Qt.Key.Key_Backtab, -1)])
def test_tab_goes_past_fields_of_numbers_and_lists_to_type_in(
    key: Qt.Key, step: int, theme: Theme, icons: Icons, window: QWidget, qtbot: QtBot
) -> None:
    sheet = Sheet(theme, icons, window, size=QSize(400, 300))
    controls: list[QWidget] = [QSpinBox(), QSpinBox(), QComboBox(editable=True), QLineEdit()]
    for control in controls:
        sheet.body.addWidget(control)
    sheet.open_sheet(controls[0])
    seen = []
    for _ in range(5):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(seen[-1], key)
    cross = sheet.findChild(QWidget, "sheet_close")
    round_once = [controls[0], *([*controls[1:], cross][::step])]
    assert (seen, QApplication.focusWidget()) == (round_once, controls[0])


def test_the_shortcuts_of_the_window_rest_below_a_sheet(
    theme: Theme, icons: Icons, window: QWidget, qtbot: QtBot
) -> None:
    action = QAction(window)
    action.setShortcut("Ctrl+N")
    window.addAction(action)
    sheet, (field, *_) = sheet_over(window, theme, icons)
    sheet.open_sheet()
    with qtbot.assertNotEmitted(action.triggered):
        qtbot.keyClick(field, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    sheet.close_sheet()
    with qtbot.waitSignal(action.triggered):
        qtbot.keyClick(window.field, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def test_a_sheet_covers_the_window_and_stays_inside_it(
    theme: Theme, icons: Icons, window: QWidget, qtbot: QtBot
) -> None:
    sheet, _ = sheet_over(window, theme, icons)
    sheet.open_sheet()
    window.resize(420, 320)
    qtbot.waitUntil(lambda: sheet.size() == window.size())
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.rect().topLeft())
    assert sheet.isVisible()


def test_short_work_shows_no_progress(theme: Theme, icons: Icons, window: QWidget) -> None:
    line = ProgressLine(theme, icons, window)
    line.begin()
    line.set_share(0.5)
    assert line.visible_share is None
    line.end()
    assert line.visible_share is None


def test_long_work_shows_its_share(
    theme: Theme, icons: Icons, window: QWidget, qtbot: QtBot
) -> None:
    line = ProgressLine(theme, icons, window)
    line.begin()
    line.set_share(0.5)
    qtbot.waitUntil(lambda: line.visible_share == 0.5)
    assert line.cancel.isHidden()
    line.end()
    assert line.visible_share is None


def test_work_of_two_seconds_can_be_cancelled(
    theme: Theme, icons: Icons, window: QWidget, qtbot: QtBot
) -> None:
    line = ProgressLine(theme, icons, window)
    line.cancel.setText("Cancel")
    line.begin()
    qtbot.waitUntil(lambda: not line.cancel.isHidden(), timeout=5000)
    with qtbot.waitSignal(line.cancel_requested):
        qtbot.mouseClick(line.cancel, Qt.MouseButton.LeftButton)
    line.end()
    assert line.cancel.isHidden()


def test_what_is_scrolled_in_a_sheet_with_a_list_goes_nowhere_below_its_cross(
    theme: Theme, icons: Icons, window: QWidget, qtbot: QtBot
) -> None:
    sheet = SidedSheet(theme, icons, window, size=QSize(700, 500))
    page = QWidget()
    page.setFixedHeight(2_000)
    area = scrolled(page)
    sheet.body.addWidget(area)
    sheet.open_sheet()
    cross = sheet.findChild(QWidget, "sheet_close")
    area.verticalScrollBar().setValue(300)
    assert cross.geometry().bottom() < area.mapTo(cross.parentWidget(), QPoint()).y()
