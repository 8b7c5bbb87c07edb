# SPDX-License-Identifier: MIT
"""The promises of ``novelist.ui.main_window``."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from novelist.settings import WindowState
from novelist.ui.main_window import MainWindow


class Screen:
    def __init__(self, width, height):
        self._room = QRect(0, 0, width, height)

    def availableGeometry(self):
        return self._room


@pytest.mark.parametrize(
    ("screen", "size"),
    [((1920, 1080), (1280, 800)), ((1366, 728), (1280, 688)), ((1024, 728), (1008, 688))],
)
def test_a_window_that_was_never_placed_fits_on_the_screen(screen, size, qtbot, monkeypatch):
    monkeypatch.setattr(MainWindow, "screen", lambda _window: Screen(*screen))
    window = MainWindow(WindowState())
    qtbot.addWidget(window)
    assert window.size().toTuple() == size


class Locked:
    def lets_show(self, page):
        return False

    def lets_close(self):
        return False


def test_the_system_closes_a_window_that_is_kept_open(qtbot):
    window = MainWindow(WindowState())
    qtbot.addWidget(window)
    window.guard = Locked()
    window.close()
    assert not window.close_wanted
    window.close_for_system()
    assert window.close_wanted
    window.guard = None
