# SPDX-License-Identifier: MIT
"""The whole program as a person starts it, driven from inside: writes and crashes, or looks around.

Arguments: the library, what to do (a name of ``ENDS``, "rest", "look"), what to type. Prints JSON.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from novelist.app import create_application
from novelist.cli import main
from novelist.ui.main_window import MainWindow

Steps = Iterator[Callable[[], object]]  # what each step waits for


def break_down(words: str) -> None:
    """An error whose message and cause hold a manuscript, as any may."""
    try:
        {}[words]
    except KeyError as error:
        raise ValueError(words) from error


def crash_natively(words: str) -> None:
    """What a mistake in a library written in C does."""
    ctypes.string_at(len(words) - len(words))


def end_the_loop(words: str) -> None:
    """What ends the program from below the store."""
    QTimer.singleShot(0, QApplication.exit)


ENDS = {"slot": break_down, "native": crash_natively, "loop": end_the_loop}


class Driver:
    """Takes one step after the other, each as soon as what it waits for is there."""

    def __init__(self, how: str, words: str) -> None:
        self._how, self._words = how, words
        steps = {"look": self._look, "rest": self._rest}
        self._steps = steps.get(how, self._write)()
        self._ready: Callable[[], object] = lambda: True
        self.clock = QTimer(interval=10)
        self.clock.timeout.connect(self._on_clock_timeout)
        self.clock.start()

    @property
    def window(self) -> MainWindow | None:
        """The window of the program."""
        found = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
        return found[0] if found else None

    def seen(self, name: str) -> QWidget | None:
        """A widget that can be seen."""
        found = self.window and self.window.findChild(QWidget, name)
        return found if found and found.isVisible() else None

    def text(self) -> str:
        """What stands on the page."""
        page = self.seen("manuscript")
        return page.toPlainText() if isinstance(page, QTextEdit) else ""

    def _on_clock_timeout(self) -> None:
        if self._ready():
            self._ready = next(self._steps, self._ready)  # at its end another begins

    def _write(self) -> Steps:
        yield lambda: self.seen("manuscript") and self.seen("binder")
        QTest.keyClicks(self.seen("manuscript"), self._words)
        yield lambda: self.seen("status_saved").text() == "Edited"
        yield lambda: self.seen("status_saved").text() == "Saved"
        self._steps = self._after_a_slip()
        ENDS[self._how](self._words)

    def _after_a_slip(self) -> Steps:
        """A slot that failed does not end the program; whoever closes it by force does."""
        yield lambda: self.window.toast.isVisible()
        os.kill(os.getpid(), signal.SIGKILL)
        yield lambda: False

    def _rest(self) -> Steps:
        """Types, says so, and does nothing more: no clock wakes the program."""
        yield lambda: self.seen("manuscript") and self.seen("binder")
        QTest.keyClicks(self.seen("manuscript"), self._words)
        print(json.dumps({"typed": self.text()}), flush=True)
        self.clock.stop()
        yield lambda: False

    def _look(self) -> Steps:
        yield lambda: self.seen("crash_sheet")
        assert not self.seen("crash_report")
        self.seen("crash_show").click()
        report = self.seen("crash_report")
        assert isinstance(report, QPlainTextEdit)
        told = {"report": report.toPlainText(), "title": self.seen("crash_sheet").accessibleName()}
        self.seen("crash_close").click()
        yield lambda: not self.seen("crash_sheet") and self.text()
        print(json.dumps(told | {"text": self.text()}), flush=True)
        self.window.close()
        yield lambda: False


def glance() -> None:
    """Close the window as soon as all is there; whether there was a sheet."""
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    if window.furnished:
        window.close()


def run() -> int:
    """The program, from its first line to its last."""
    library, how, words = sys.argv[1:4]
    create_application()
    driver = Driver(how, words) if how != "glance" else None
    clock = QTimer(interval=50)
    if driver is None:
        clock.timeout.connect(glance)
        clock.start()
    status = main([library])
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    print(json.dumps({"sheet": window.findChild(QWidget, "crash_sheet") is not None}), flush=True)
    return status


if __name__ == "__main__":
    raise SystemExit(run())
