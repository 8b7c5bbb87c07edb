# SPDX-License-Identifier: MIT
"""What the program sets before it has a window."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QApplication

from novelist.app import create_application


@pytest.fixture
def interval():
    before = sys.getswitchinterval()
    yield before
    sys.setswitchinterval(before)


def test_threads_that_work_give_the_window_its_turn_soon(qapp: QApplication, interval: float):
    assert create_application() is qapp
    assert sys.getswitchinterval() < interval / 10
