# SPDX-License-Identifier: MIT
"""A page to write on, with real keys, mouse and input-method events."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QInputMethodEvent, QTextCursor

from novelist.domain.document import Document
from novelist.ui.editor import autosave, codec
from novelist.ui.editor.documents import Documents
from novelist.ui.editor.text_edit import ManuscriptEdit


@dataclass
class Page:
    """The editor, and what a test asks of it."""

    edit: ManuscriptEdit
    documents: Documents
    language: str = "en"

    def show(self, document: Document, item_id: int = 1) -> None:
        style = self.edit.settings.style(self.language)
        live = self.documents.open(item_id, document, style)
        self.edit.show_live(live, self.language)

    @property
    def document(self) -> Document:
        return codec.read(self.edit.document())

    @property
    def kinds(self) -> list[str]:
        return [block.kind for block in self.document]

    @property
    def lines(self) -> list[str]:
        return [block.plain_text for block in self.document]

    def put_caret(self, block: int, offset: int) -> None:
        self.edit.set_caret_position(codec.position_of(self.edit.document(), block, offset))

    def select(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        cursor = QTextCursor(self.edit.document())
        cursor.setPosition(codec.position_of(self.edit.document(), *start))
        last = codec.position_of(self.edit.document(), *end)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self.edit.setTextCursor(cursor)

    def compose(self, preedit: str, commit: str = "") -> None:
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QCoreApplication.sendEvent(self.edit, event)


@pytest.fixture
def clock_stands(monkeypatch) -> None:
    """Nothing is saved because time passed: only what the test does can save."""
    monkeypatch.setattr(autosave, "DUE", 3_600_000)


@pytest.fixture
def page(qtbot, theme):
    keeper = QObject()
    edit = ManuscriptEdit(theme)
    qtbot.addWidget(edit)
    edit.resize(800, 700)
    with qtbot.waitExposed(edit):
        edit.show()
    edit.activateWindow()
    edit.setFocus()
    yield Page(edit, Documents(theme, keeper))
    edit.show_nothing()
    keeper.deleteLater()


async def heard(signal, *, within=5.0):
    """The arguments of the next emission of a signal."""
    future = asyncio.get_running_loop().create_future()

    def hear(*arguments):
        if not future.done():
            future.set_result(arguments)

    signal.connect(hear)
    try:
        return await asyncio.wait_for(future, within)
    finally:
        signal.disconnect(hear)


class Store:
    """Stands for the services: keeps what is saved, and can be slow or fail."""

    def __init__(self):
        self.saves = []
        self.error = None
        self.gate = None

    async def save(self, item_id, document):
        self.saves.append((item_id, document))
        if self.gate is not None:
            await self.gate.wait()
        if self.error is not None:
            raise self.error


@pytest.fixture
def store():
    return Store()
