# SPDX-License-Identifier: MIT
"""The page of the editor's tests, an input method, and a clock that goes when it is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent

from tests.ui.editor.conftest import clock_stands, page

__all__ = ["clock_stands", "page"]


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self):
        self.now = 1_000.0

    def __call__(self):
        return self.now

    def go(self, seconds):
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def compose():
    def send(edit, preedit, commit=""):
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QCoreApplication.sendEvent(edit, event)

    return send
