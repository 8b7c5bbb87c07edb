# SPDX-License-Identifier: MIT
"""Wrapped interface text has the lines of its type style, and room for all of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from novelist.ui.theme import Theme
from novelist.ui.widgets.text_label import TextLabel

ENGLISH = "The disk is full. Your text is safe, and Novelist keeps trying to write it."
CHINESE = "磁盘满了，文字都在。Novelist 会一直试下去，写进去以后会告诉你。"


def inked_rows(label: TextLabel) -> list[int]:
    """The rows of pixels in which something of the text stands."""
    image = label.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = image.pixel(image.width() - 1, image.height() - 1)
    across = range(image.width())
    return [y for y in range(image.height()) if any(image.pixel(x, y) != ground for x in across)]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("style", ["small", "body", "strong", "title"])
@pytest.mark.parametrize("text", [ENGLISH, CHINESE])
def test_a_wrapped_line_is_as_high_as_the_style_says(
    theme: Theme, qtbot: QtBot, text: str, style: str, language: str
) -> None:
    theme.set_language(language)
    label = TextLabel(theme, style, wrap=True, text=text)
    qtbot.addWidget(label)
    line = theme.type_style(style).line
    assert label.heightForWidth(5000) == label.minimumSizeHint().height() == line
    assert label.heightForWidth(200) % line == 0
    assert label.heightForWidth(200) >= 2 * line


@pytest.mark.parametrize("text", [ENGLISH, CHINESE, "x" * 90, "One\nTwo\n三"])
def test_nothing_of_a_wrapped_text_is_cut(theme: Theme, qtbot: QtBot, text: str) -> None:
    """It shows what it shows in a label with room to spare."""
    label = TextLabel(theme, "body", wrap=True, text=text)
    qtbot.addWidget(label)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.resize(180, label.heightForWidth(180))
    rows = inked_rows(label)
    label.resize(180, label.height() + 40)
    assert inked_rows(label) == rows
    assert rows[-1] >= label.height() - 40 - theme.type_style("body").line  # the last line too


def test_a_layout_gives_wrapped_text_its_whole_height(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    label = TextLabel(theme, "body", wrap=True, text=CHINESE)
    column.addWidget(label)
    column.addStretch()
    page.resize(220, 400)
    page.show()
    assert label.height() == label.heightForWidth(label.width()) > 20
    label.setText(ENGLISH)
    qtbot.waitUntil(lambda: label.height() == label.heightForWidth(label.width()))


def test_a_line_grows_with_a_larger_font(theme: Theme, qtbot: QtBot) -> None:
    label = TextLabel(theme, "body", wrap=True, text=CHINESE)
    qtbot.addWidget(label)
    label.setFont(theme.book_font("zh", 2 * theme.type_style("body").size))
    assert label.minimumSizeHint().height() == 2 * theme.type_style("body").line


def test_a_wrapped_label_is_read_as_text(theme: Theme, qtbot: QtBot) -> None:
    label = TextLabel(theme, "body", wrap=True, text=ENGLISH)
    qtbot.addWidget(label)
    read = QAccessible.queryAccessibleInterface(label)
    assert read.role() == QAccessible.Role.StaticText
    assert read.text(QAccessible.Text.Name) == ENGLISH


def test_text_that_can_be_selected_stays_so(theme: Theme, qtbot: QtBot) -> None:
    label = TextLabel(theme, "body", wrap=True, text=ENGLISH)
    qtbot.addWidget(label)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSelection(0, 3)
    assert label.selectedText() == "The"
    assert label.heightForWidth(180) > 0
