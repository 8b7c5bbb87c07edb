# SPDX-License-Identifier: MIT
"""The whole program, driven by keys and mouse as a person would, on the real event loop."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable
from pathlib import Path

import qasync
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from novelist.app.wiring import build_window, lay_desk, open_library
from novelist.ui.desk import Desk
from novelist.ui.main_window import MainWindow

PATIENCE = 20.0  # seconds a person would wait, at the very most


class Program:
    """The running program: what a person sees and does."""

    def __init__(self, window, controller) -> None:
        self.window = window
        self.controller = controller
        self.workspace = controller.workspace
        self.binder = controller.workspace.binder
        self.editor = controller.workspace.editor
        self.page = controller.workspace.editor.edit

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        for character in text:
            if character == "\n":
                self.press(Qt.Key.Key_Return)
            else:
                QTest.keyClicks(self.focused, character)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key."""
        QTest.keyClick(self.focused, key, modifiers)

    def control(self, key) -> None:
        """Press a key with Ctrl."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def compose(self, preedit: str, commit: str) -> None:
        """What an input method does: shows what is being composed, then commits it."""
        for end in range(1, len(preedit) + 1):
            QApplication.sendEvent(self.page, QInputMethodEvent(preedit[:end], []))
        event = QInputMethodEvent("", [])
        event.setCommitString(commit)
        QApplication.sendEvent(self.page, event)

    def click(self, widget: QWidget, position: QPoint | None = None) -> None:
        """Click the left button."""
        where = position if position is not None else widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    @property
    def focused(self) -> QWidget:
        """Where the keys go."""
        return QApplication.focusWidget() or self.window

    def child(self, name: str) -> QWidget:
        """The widget with this objectName."""
        found = self.window.findChild(QWidget, name)
        assert found is not None, f"there is no {name}"
        return found

    async def until(self, condition: Callable[[], object], what: str = "") -> None:
        """Wait for something to come true."""
        loop = asyncio.get_running_loop()
        ends = loop.time() + PATIENCE
        while not condition():
            assert loop.time() < ends, what or "what was waited for did not happen"
            turn = loop.create_future()
            loop.call_later(0.01, turn.set_result, None)
            await turn

    async def saved(self) -> None:
        """Wait until the status bar says that everything is on disk."""
        await self.until(lambda: not self.editor.documents.dirty(), "the text was not saved")
        await self.until(lambda: self.controller.tracker.state == "saved", "not saved")

    async def open_scene(self, item_id: int) -> None:
        """Open a scene as a double click in the binder does."""
        self.binder.open_requested.emit(item_id)
        await self.until(lambda: self.editor.current_item_id == item_id, "it did not open")
        await self.until(lambda: self.page.hasFocus(), "the text has no focus")


def live(
    application: QApplication,
    journey: Callable[[Program], Awaitable[None]],
    library: Path | None = None,
    *,
    at_first: Callable[[MainWindow, Desk], None] | None = None,
) -> None:
    """Start the program, take the journey, close the program.

    ``at_first`` happens when the desk stands and nothing of the store is loaded yet.
    """
    loop = qasync.QEventLoop(application, already_running=False)
    asyncio.set_event_loop(loop)
    with loop:
        loop.run_until_complete(_live(journey, library, at_first))
    asyncio.set_event_loop(None)
    del loop  # it holds timers of Qt, which must end in the thread that they are of
    gc.collect()  # here, and not later in some thread


async def _live(
    journey: Callable[[Program], Awaitable[None]],
    library: Path | None,
    at_first: Callable[[MainWindow, Desk], None] | None,
) -> None:
    failures: list[dict] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, found: failures.append(found))
    window = build_window(library)
    window.resize(1280, 800)  # the screen of the tests is smaller
    window.activateWindow()
    desk = await lay_desk(window)
    if at_first is not None:
        at_first(window, desk)
    controller = await open_library(window, desk)
    try:
        await journey(Program(window, controller))
    finally:
        window.close()
        assert await controller.close()
        window.finish_closing()
        context = window.context
        window.deleteLater()
        # At once: a language and a look that are taken away go through every widget there is.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        context.language.remove()
        context.theme.uninstall()
    assert not failures
