# SPDX-License-Identifier: MIT
"""The promises of ``novelist.ui.widgets.button``."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from novelist.ui.widgets.button import Button, ButtonRole


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keys_that_press_things_press_it(key, theme, icons, qtbot):
    button, pressed = Button(theme, icons), []
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, key)
    assert pressed == [True]


def test_a_button_can_lead_and_cease_to_lead(theme, icons, qtbot):
    button = Button(theme, icons, ButtonRole.PRIMARY)
    qtbot.addWidget(button)
    button.setText("Try again")
    leading = button.grab().toImage()
    button.set_role(ButtonRole.BORDERED)
    assert button.grab().toImage() != leading
    button.set_role(ButtonRole.PRIMARY)
    assert button.grab().toImage() == leading
